#include "core/model/config/config.h"

#include "core/error.h"

#include <algorithm>

namespace glassformer {
namespace {

constexpr int widest_heads = 10'000'000;

} // namespace

namespace {

/** The first part whose weights have no derivative here; empty if there is none. */
Message partWithoutDerivative(const ModelConfig& config)
{
    const std::pair<bool, Message> parts[]{
        {config.position_kind == PositionKind::Rotary, Message::tr("rotary positions")},
        {config.position_kind == PositionKind::Relative, Message::tr("relative positions")},
        {config.position_offset != 0, Message::tr("a position table with an offset")},
        {config.gated_feed_forward, Message::tr("a gated feed-forward network")},
        {config.query_key_norm, Message::tr("a norm of queries and keys")},
        {config.keyValueHeads() != config.n_heads, Message::tr("keys and values that heads share")},
        {config.sliding_window != 0, Message::tr("a sliding window")},
        {!config.scale_scores, Message::tr("scores that are not divided by sqrt(d_head)")},
        {config.layer_groups != 0, Message::tr("layers that share their weights")},
        {config.embeddingWidth() != config.d_model,
            Message::tr("an embedding table of another width than d_model")},
        {config.embedding_norm, Message::tr("a norm of the embedding")},
        {config.segments != 0, Message::tr("segments")},
        {config.output_transform, Message::tr("a transform before the output")},
        {config.scale_output, Message::tr("a scaled output")},
        {config.output_bias, Message::tr("a bias of the output")},
        {!config.has_output, Message::tr("a model without output")},
    };
    for (const auto& [is_there, part] : parts)
        if (is_there)
            return part;
    return {};
}

} // namespace

bool ModelConfig::isTrainable() const
{
    return partWithoutDerivative(*this).empty();
}

void ModelConfig::requireTrainable(const std::string& where) const
{
    if (const Message part = partWithoutDerivative(*this); !part.empty())
        throw Error({Message::tr("%1, which this program can run but not train", part), where,
            Message::tr("parts whose weights it has derivatives of"),
            Message::tr("Change the recipe's model.")});
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
