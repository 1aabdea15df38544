#include "core/model/changes/record_place.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace glassformer {
namespace {

constexpr std::array stack_tensors{source_embedding_tensor, source_position_tensor, source_segment_tensor,
    encoder_input_tensor, encoder_output_tensor, target_embedding_tensor, target_position_tensor,
    decoder_input_tensor, decoder_output_tensor, output_state_tensor, logits_tensor};

constexpr std::array attention_parts{AttentionPart::Query, AttentionPart::Key, AttentionPart::Value,
    AttentionPart::Scores, AttentionPart::Masked, AttentionPart::Weights, AttentionPart::Mixed,
    AttentionPart::Output, AttentionPart::ProjectedQuery, AttentionPart::ProjectedKey};

constexpr std::array layer_parts{LayerPart::AttentionInput, LayerPart::AttentionResidual,
    LayerPart::CrossAttentionInput, LayerPart::CrossAttentionResidual, LayerPart::FeedForwardInput,
    LayerPart::FeedForwardGate, LayerPart::FeedForwardHidden, LayerPart::FeedForwardOutput,
    LayerPart::Output};

/** The name in front of its layer's number, the number, and what is behind it. */
struct CutName
{
    std::string_view stack; ///< "encoder."
    std::string_view layer; ///< "3."; empty if there is none
    std::string_view rest;
};

CutName cut(std::string_view tensor)
{
    CutName name;
    name.stack = tensor.substr(0, std::min(tensor.size(), tensor.find('.') + 1));
    const std::string_view behind = tensor.substr(name.stack.size());
    const std::size_t digits = std::min(behind.size(), behind.find_first_not_of("0123456789"));
    if (digits > 0 && digits < behind.size() && behind[digits] == '.')
        name.layer = behind.substr(0, digits + 1);
    name.rest = behind.substr(name.layer.size());
    return name;
}

/** -1 for one that no layer has: too large, or written as nobody writes it. */
int layerNumber(std::string_view digits)
{
    int number = -1;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return error == std::errc() && std::to_string(number) == digits ? number : -1;
}

std::optional<RecordPlace> placeInLayer(const CutName& name)
{
    RecordPlace place;
    if (!name.layer.empty()) {
        place.layer = layerNumber(name.layer.substr(0, name.layer.size() - 1));
        if (place.layer < 0)
            return std::nullopt;
    }
    // Layer 0 stands for all: the rest of the name is the same in each.
    const auto isNamed = [&name](const std::string& tensor) { return cut(tensor).rest == name.rest; };
    const bool is_encoder = name.stack == "encoder.";
    place.kind = RecordPlace::Kind::Attention;
    for (const AttentionSite site :
        {AttentionSite::Encoder, AttentionSite::DecoderSelf, AttentionSite::DecoderCross})
        for (const AttentionPart part : attention_parts)
            if (is_encoder == (site == AttentionSite::Encoder) && isNamed(attentionTensor(site, 0, part))) {
                place.site = site;
                place.attention_part = part;
                return place;
            }
    place.kind = RecordPlace::Kind::Layer;
    place.site = is_encoder ? AttentionSite::Encoder : AttentionSite::DecoderSelf;
    for (const LayerPart part : layer_parts) {
        const bool is_cross =
            part == LayerPart::CrossAttentionInput || part == LayerPart::CrossAttentionResidual;
        if (isNamed(layerTensor(place.site, 0, part)) && !(is_cross && is_encoder)) {
            place.layer_part = part;
            return place;
        }
    }
    return std::nullopt;
}

} // namespace

bool RecordPlace::isMap() const
{
    return kind == Kind::Attention
        && (attention_part == AttentionPart::Scores || attention_part == AttentionPart::Masked
            || attention_part == AttentionPart::Weights);
}

bool RecordPlace::hasHeads() const
{
    return kind == Kind::Attention && attention_part != AttentionPart::Output;
}

std::optional<RecordPlace> recordPlace(std::string_view tensor)
{
    for (const AttentionSite site : {AttentionSite::Encoder, AttentionSite::DecoderSelf})
        if (tensor == placesName(site)) {
            RecordPlace place;
            place.kind = RecordPlace::Kind::Places;
            place.site = site;
            return place;
        }
    if (std::find(stack_tensors.begin(), stack_tensors.end(), tensor) != stack_tensors.end())
        return RecordPlace{};
    const CutName name = cut(tensor);
    if (name.stack != "encoder." && name.stack != "decoder.")
        return std::nullopt;
    return placeInLayer(name);
}

int layerIn(std::string_view tensor)
{
    const CutName name = cut(tensor);
    return name.layer.empty() ? every : layerNumber(name.layer.substr(0, name.layer.size() - 1));
}

std::string inEveryLayer(std::string_view tensor)
{
    const CutName name = cut(tensor);
    if (name.layer.empty() || name.rest == "output")
        return {};
    return std::string(name.stack) + std::string(name.rest);
}

const char* placesName(AttentionSite site)
{
    return site == AttentionSite::Encoder ? "encoder.position" : "decoder.position";
}

} // namespace glassformer
