#include "core/model/changes/change_reach.h"

#include <algorithm>

namespace glassformer {
namespace {

constexpr Reach untouched{Reach::nowhere, Reach::nowhere};

bool isOfEncoder(const Change& change, const RecordPlace& place, const ModelConfig& config)
{
    if (place.kind != RecordPlace::Kind::Stack)
        return place.site == AttentionSite::Encoder;
    if (change.tensor.starts_with("source."))
        return config.hasEncoder();
    if (change.tensor == output_state_tensor || change.tensor == logits_tensor)
        return !config.hasDecoder();
    return change.tensor.starts_with("encoder.");
}

/** The first layer that reads what is changed, or makes it. */
int firstLayer(const Change& change, const RecordPlace& place, int layers)
{
    if (place.kind == RecordPlace::Kind::Stack) {
        const bool is_behind_layers = change.tensor == encoder_output_tensor
            || change.tensor == decoder_output_tensor || change.tensor == output_state_tensor
            || change.tensor == logits_tensor;
        return is_behind_layers ? layers : 0;
    }
    return place.layer == every ? 0 : place.layer;
}

int firstMovedToken(const Change& change)
{
    for (std::size_t i = 0; i < change.values.size(); ++i)
        if (static_cast<int>(change.values[i]) != static_cast<int>(i))
            return static_cast<int>(i);
    return change.kind == ChangeKind::Off ? 0 : Reach::nowhere;
}

/** The first row of a causal stack that reads what is changed. */
int firstRow(const Change& change, const RecordPlace& place)
{
    if (place.kind == RecordPlace::Kind::Places)
        return firstMovedToken(change);
    if (place.kind == RecordPlace::Kind::Attention && place.site == AttentionSite::DecoderCross) {
        const bool is_of_keys = place.attention_part == AttentionPart::Key
            || place.attention_part == AttentionPart::Value
            || place.attention_part == AttentionPart::ProjectedKey;
        return is_of_keys || change.row == every ? 0 : change.row;
    }
    if (change.row != every)
        return change.row;
    // A key that no earlier query sees.
    return place.isMap() && change.kind == ChangeKind::Cut && change.column != every ? change.column : 0;
}

} // namespace

Reach reachInEncoder(const Change& change, const ModelConfig& config)
{
    const RecordPlace place = recordPlace(change.tensor).value_or(RecordPlace{});
    return isOfEncoder(change, place, config) ? Reach{firstLayer(change, place, config.encoder_layers), 0}
                                              : untouched;
}

Reach reachInDecoder(const Change& change, const ModelConfig& config)
{
    if (!config.hasDecoder())
        return untouched;
    const RecordPlace place = recordPlace(change.tensor).value_or(RecordPlace{});
    if (isOfEncoder(change, place, config))
        return {}; // which reads the encoder's output from its first layer on
    const int row = firstRow(change, place);
    return row == Reach::nowhere ? untouched : Reach{firstLayer(change, place, config.decoder_layers), row};
}

Reach firstOf(const Reach& one, const Reach& other)
{
    return {std::min(one.layer, other.layer), std::min(one.row, other.row)};
}

Changes differences(const Changes& one, const Changes& other)
{
    Changes only_one, shared, only_other = other;
    for (const Change& change : one) {
        const auto found = std::find(only_other.begin(), only_other.end(), change);
        if (found == only_other.end())
            only_one.push_back(change);
        else {
            shared.push_back(change);
            only_other.erase(found);
        }
    }
    Changes shared_there = other;
    for (const Change& change : only_other)
        shared_there.erase(std::find(shared_there.begin(), shared_there.end(), change));
    if (shared_there != shared) {
        only_one = one;
        only_other = other;
    }
    only_one.insert(only_one.end(), only_other.begin(), only_other.end());
    return only_one;
}

} // namespace glassformer
