#include "core/model/config/parameter_count.h"

namespace glassformer {
namespace {

std::int64_t linearSize(std::int64_t in, std::int64_t out, bool has_bias)
{
    return in * out + (has_bias ? out : 0);
}

std::int64_t normSize(const ModelConfig& config, std::int64_t width)
{
    return config.norm_kind == NormKind::Layer ? 2 * width : width;
}

std::int64_t attentionSize(const ModelConfig& config)
{
    const std::int64_t d = config.d_model, all = config.headsWidth();
    const std::int64_t shared = std::int64_t(config.keyValueHeads()) * config.headSize();
    return linearSize(d, all, config.attention_bias) + 2 * linearSize(d, shared, config.attention_bias)
        + linearSize(all, d, config.attention_output_bias);
}

std::int64_t feedForwardSize(const ModelConfig& config)
{
    const std::int64_t into = linearSize(config.d_model, config.d_ff, config.feed_forward_bias);
    return (config.gated_feed_forward ? 2 : 1) * into
        + linearSize(config.d_ff, config.d_model, config.feed_forward_bias);
}

/** One stack; attentions: how many each of its layers has. */
void addStack(ParameterCount& count, const ModelConfig& config, int layers, int attentions)
{
    if (layers == 0)
        return;
    const std::int64_t different = config.differentLayers(layers);
    if (config.position_kind == PositionKind::Learned)
        count.embedding += std::int64_t(config.position_offset + config.max_length) * config.embeddingWidth();
    if (config.position_kind == PositionKind::Relative)
        count.attention += std::int64_t(config.relative.buckets) * config.n_heads;
    count.attention += different * attentions * attentionSize(config);
    count.feed_forward += different * feedForwardSize(config);
    const std::int64_t head_norms = config.query_key_norm ? 2 * config.headSize() : 0;
    count.norms +=
        different * ((attentions + 1) * normSize(config, config.d_model) + attentions * head_norms);
    if (config.embedding_norm)
        count.norms += normSize(config, config.embeddingWidth());
    if (config.norm_placement == NormPlacement::Before)
        count.norms += normSize(config, config.d_model);
}

} // namespace

ParameterCount countParameters(const ModelConfig& config)
{
    const std::int64_t d = config.d_model, width = config.embeddingWidth();
    ParameterCount count;
    count.embedding = (config.vocabulary + config.segments) * width;
    if (width != d)
        count.embedding += linearSize(width, d, true);
    addStack(count, config, config.encoder_layers, 1);
    addStack(count, config, config.decoder_layers, config.hasCrossAttention() ? 2 : 1);
    if (!config.has_output)
        return count;
    if (config.output_transform) {
        count.output += linearSize(d, width, true);
        count.norms += normSize(config, width);
    }
    if (!config.tied_output)
        count.output += config.vocabulary * (config.output_transform ? width : d);
    if (config.output_bias)
        count.output += config.vocabulary;
    return count;
}

} // namespace glassformer
