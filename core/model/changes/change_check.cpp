#include "core/model/changes/change_check.h"

#include "core/error.h"
#include "core/model/changes/change_text.h"
#include "core/model/config/model_name.h"

#include <algorithm>
#include <cmath>
#include <string_view>

namespace glassformer {
namespace {

[[noreturn]] void refuse(const Change& change, const Message& found, const Message& expected)
{
    throw Error({found, Place(Message::tr("the change \"%1\"", changeText(change))), expected, {}});
}

bool isWhole(const Change& change)
{
    return change.head == every && change.row == every && change.column == every;
}

bool isMasked(const RecordPlace& place)
{
    return place.kind == RecordPlace::Kind::Attention && place.attention_part == AttentionPart::Masked;
}

void requireKind(const Change& change, const RecordPlace& place)
{
    const bool is_places = place.kind == RecordPlace::Kind::Places;
    switch (change.kind) {
    case ChangeKind::Off:
        if (!is_places && !(place.isLayerOutput() && place.layer != every))
            refuse(change, Message::tr("\"off\""),
                Message::tr("the output of a layer or the position of a stack; other records are set to 0"));
        break;
    case ChangeKind::Cut:
        if (!isMasked(place))
            refuse(change, Message::tr("\"cut\""), Message::tr("a record called masked"));
        break;
    case ChangeKind::Lifted:
        if (!isMasked(place) || place.site != AttentionSite::DecoderSelf)
            refuse(change, Message::tr("\"lifted\""),
                Message::tr("decoder.self_attention.masked, of one layer or of all"));
        break;
    case ChangeKind::Mean:
        if (is_places || place.isMap() || change.tensor == logits_tensor)
            refuse(change, Message::tr("\"mean\""), Message::tr("a record with a row for every token"));
        break;
    case ChangeKind::Set:
        break;
    }
    const bool takes_no_place =
        is_places || change.kind == ChangeKind::Off || change.kind == ChangeKind::Lifted;
    if (takes_no_place && !isWhole(change))
        refuse(change, Message::tr("a head, row or column"), Message::tr("the whole record"));
}

void requireValues(const Change& change, const RecordPlace& place)
{
    if (change.kind != ChangeKind::Set) {
        if (!change.values.empty())
            refuse(change, Message::tr("values beside a word"), Message::tr("either of them"));
        return;
    }
    const auto is_finite = [](float value) { return std::isfinite(value); };
    if (change.values.empty() || !std::all_of(change.values.begin(), change.values.end(), is_finite))
        refuse(change, Message::tr("a value that is no number"), Message::tr("numbers"));
    if (place.kind == RecordPlace::Kind::Places) {
        const auto is_place = [](float value) {
            return value >= 0 && value < 1e6f && value == std::floor(value);
        };
        if (!std::all_of(change.values.begin(), change.values.end(), is_place))
            refuse(change, Message::tr("a value that is no place"), Message::tr("whole numbers from 0 on"));
        return;
    }
    if (change.column != every && change.values.size() > 1)
        refuse(
            change, Message::tr("%1 values for one number", change.values.size()), Message::tr("one value"));
}

void requireBelow(const Change& change, int index, int limit, const char* what)
{
    if (index != every && (index < 0 || index >= limit))
        refuse(change, Message::tr("%1 %2", what, index), Message::tr("numbers from 0 to %1", limit - 1));
}

bool hasSite(const ModelConfig& config, AttentionSite site)
{
    switch (site) {
    case AttentionSite::Encoder:
        return config.hasEncoder();
    case AttentionSite::DecoderSelf:
        return config.hasDecoder();
    case AttentionSite::DecoderCross:
        return config.hasCrossAttention();
    }
    return false;
}

bool addsPositions(const ModelConfig& config)
{
    return config.position_kind == PositionKind::Learned || config.position_kind == PositionKind::Sinusoidal
        || config.position_kind == PositionKind::SinusoidalHalves;
}

bool hasStackTensor(const ModelConfig& config, std::string_view tensor)
{
    if (tensor == source_position_tensor)
        return addsPositions(config);
    if (tensor == target_position_tensor)
        return addsPositions(config) && config.hasCrossAttention();
    if (tensor == source_segment_tensor)
        return config.segments > 0;
    if (tensor == target_embedding_tensor)
        return config.hasCrossAttention();
    if (tensor == encoder_input_tensor || tensor == encoder_output_tensor)
        return config.hasEncoder();
    if (tensor == decoder_input_tensor || tensor == decoder_output_tensor)
        return config.hasDecoder();
    if (tensor == output_state_tensor)
        return config.output_transform;
    return tensor != logits_tensor || config.has_output;
}

bool hasRecord(const ModelConfig& config, const RecordPlace& place, const std::string& tensor)
{
    if (place.kind == RecordPlace::Kind::Stack)
        return hasStackTensor(config, tensor);
    const bool is_cross = place.kind == RecordPlace::Kind::Layer
        && (place.layer_part == LayerPart::CrossAttentionInput
            || place.layer_part == LayerPart::CrossAttentionResidual);
    const bool is_gate =
        place.kind == RecordPlace::Kind::Layer && place.layer_part == LayerPart::FeedForwardGate;
    if (is_gate && !config.gated_feed_forward)
        return false;
    if (place.kind == RecordPlace::Kind::Places && config.position_kind == PositionKind::None)
        return false;
    const bool turns =
        config.position_kind == PositionKind::Rotary && place.site != AttentionSite::DecoderCross;
    const bool is_projected = place.kind == RecordPlace::Kind::Attention
        && (place.attention_part == AttentionPart::ProjectedQuery
            || place.attention_part == AttentionPart::ProjectedKey);
    return hasSite(config, place.site) && (!is_cross || config.hasCrossAttention())
        && (!is_projected || turns || config.query_key_norm);
}

} // namespace

int rowWidth(const RecordPlace& place, const std::string& tensor, const ModelConfig& config)
{
    if (place.isMap())
        return 0;
    if (place.kind == RecordPlace::Kind::Attention)
        return place.hasHeads() ? config.headSize() : config.d_model;
    if (place.kind == RecordPlace::Kind::Layer)
        return place.layer_part == LayerPart::FeedForwardHidden
                || place.layer_part == LayerPart::FeedForwardGate
            ? config.d_ff
            : config.d_model;
    if (tensor == logits_tensor)
        return config.vocabulary;
    const bool has_stack_width = tensor == encoder_input_tensor || tensor == encoder_output_tensor
        || tensor == decoder_input_tensor || tensor == decoder_output_tensor;
    return has_stack_width ? config.d_model : config.embeddingWidth();
}

void requireSense(const Change& change)
{
    const std::optional<RecordPlace> place = recordPlace(change.tensor);
    if (!place)
        refuse(change, Message::tr("\"%1\" is no record that can be changed", change.tensor),
            Message::tr("a name such as encoder.3.self_attention.mixed"));
    if (change.head != every && !place->hasHeads())
        refuse(change, Message::tr("a head"), Message::tr("a record that each head has"));
    requireKind(change, *place);
    requireValues(change, *place);
}

void requireFits(const Change& change, const ModelConfig& config)
{
    requireSense(change);
    const RecordPlace place = *recordPlace(change.tensor);
    if (!hasRecord(config, place, change.tensor))
        refuse(change, Message::tr("no record %1 in %2", change.tensor, modelName(config.name)),
            Message::tr("a record of this model"));
    const bool is_encoder = place.site == AttentionSite::Encoder;
    if (place.kind == RecordPlace::Kind::Attention || place.kind == RecordPlace::Kind::Layer)
        requireBelow(
            change, place.layer, is_encoder ? config.encoder_layers : config.decoder_layers, "layer");
    requireBelow(change, change.head, config.n_heads, "head");
    if (place.kind == RecordPlace::Kind::Places) {
        for (const float value : change.values)
            requireBelow(change, static_cast<int>(value), config.max_length, "place");
        return;
    }
    if (place.isMap())
        return; // its rows are as long as the text
    const int width = rowWidth(place, change.tensor, config);
    requireBelow(change, change.column, width, "dimension");
    if (change.kind == ChangeKind::Set && change.values.size() > 1
        && change.values.size() != static_cast<std::size_t>(width))
        refuse(change, Message::tr("%1 values", change.values.size()),
            Message::tr("one value or a row of %1", width));
}

} // namespace glassformer
