#include "core/model/config.h"

#include "core/error.h"

#include <algorithm>

namespace glassformer {
namespace {

constexpr int widest_heads = 10'000'000;

} // namespace

bool ModelConfig::isTrainable() const
{
    const bool positions_are_added =
        position_kind != PositionKind::Rotary && position_kind != PositionKind::Relative;
    return positions_are_added && !gated_feed_forward && !query_key_norm && layer_groups == 0
        && !embedding_norm && !segment_embedding && !output_transform && !scale_output && !output_bias
        && scale_scores && has_output && sliding_window == 0 && position_offset == 0
        && keyValueHeads() == n_heads && embeddingWidth() == d_model;
}

void ModelConfig::validate(const std::string& where) const
{
    const auto require = [&where](bool holds, const std::string& found, const std::string& expected) {
        if (!holds)
            throw Error({found, where, expected, ""});
    };
    require(d_model >= 1 && n_heads >= 1 && (d_head > 0 || d_model % n_heads == 0),
        "d_model " + std::to_string(d_model) + " with n_heads " + std::to_string(n_heads),
        "a d_model that n_heads divides");
    require(keyValueHeads() <= n_heads && n_heads % keyValueHeads() == 0,
        std::to_string(n_heads) + " heads with " + std::to_string(keyValueHeads()) + " key and value heads",
        "a number of heads that the key and value heads divide");
    require(std::int64_t(n_heads) * headSize() <= widest_heads,
        std::to_string(n_heads) + " heads of size " + std::to_string(headSize()),
        "at most " + std::to_string(widest_heads) + " numbers in all heads");
    require(vocabulary >= 1 && d_ff >= 1 && max_length >= 1, "a size below 1", "sizes of at least 1");
    require(encoder_layers >= 0 && decoder_layers >= 0 && encoder_layers + decoder_layers >= 1,
        "a model without layers", "at least one layer");
    require(layer_groups <= std::max(encoder_layers, decoder_layers),
        std::to_string(layer_groups) + " groups of layers", "no more groups than layers");
    require(position_kind != PositionKind::Rotary || headSize() % 2 == 0,
        "rotary positions with heads of size " + std::to_string(headSize()), "heads of an even size");
    require(position_kind != PositionKind::Relative
            || (relative.buckets >= 4 && relative.buckets % 2 == 0
                && relative.max_distance > relative.buckets / 2),
        std::to_string(relative.buckets) + " relative buckets up to distance "
            + std::to_string(relative.max_distance),
        "an even number of at least 4 buckets and a distance of more than half of it");
    require(!tied_output || output_transform || embeddingWidth() == d_model,
        "a tied output with an embedding table of another width than d_model", "a projection in between");
}

} // namespace glassformer
