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
        && !embedding_norm && segments == 0 && !output_transform && !scale_output && !output_bias
        && scale_scores && has_output && sliding_window == 0 && position_offset == 0
        && keyValueHeads() == n_heads && embeddingWidth() == d_model;
}

void ModelConfig::validate(const std::string& where) const
{
    const auto require = [&where](bool holds, const Message& found, const Message& expected) {
        if (!holds)
            throw Error({found, where, expected, {}});
    };
    require(d_model >= 1 && n_heads >= 1 && (d_head > 0 || d_model % n_heads == 0),
        Message::tr("d_model %1 with n_heads %2", d_model, n_heads),
        Message::tr("a d_model that n_heads divides"));
    require(keyValueHeads() <= n_heads && n_heads % keyValueHeads() == 0,
        Message::tr("%1 heads with %2 key and value heads", n_heads, keyValueHeads()),
        Message::tr("a number of heads that the key and value heads divide"));
    require(std::int64_t(n_heads) * headSize() <= widest_heads,
        Message::tr("%1 heads of size %2", n_heads, headSize()),
        Message::tr("at most %1 numbers in all heads", widest_heads));
    require(vocabulary >= 1 && d_ff >= 1 && max_length >= 1, Message::tr("a size below 1"),
        Message::tr("sizes of at least 1"));
    require(encoder_layers >= 0 && decoder_layers >= 0 && encoder_layers + decoder_layers >= 1,
        Message::tr("a model without layers"), Message::tr("at least one layer"));
    require(layer_groups <= std::max(encoder_layers, decoder_layers),
        Message::tr("%1 groups of layers", layer_groups), Message::tr("no more groups than layers"));
    require(position_kind != PositionKind::Rotary || headSize() % 2 == 0,
        Message::tr("rotary positions with heads of size %1", headSize()),
        Message::tr("heads of an even size"));
    require(position_kind != PositionKind::Relative
            || (relative.buckets >= 4 && relative.buckets % 2 == 0
                && relative.max_distance > relative.buckets / 2),
        Message::tr("%1 relative buckets up to distance %2", relative.buckets, relative.max_distance),
        Message::tr("an even number of at least 4 buckets and a distance of more than half of it"));
    require(!tied_output || output_transform || embeddingWidth() == d_model,
        Message::tr("a tied output with an embedding table of another width than d_model"),
        Message::tr("a projection in between"));
}

} // namespace glassformer
