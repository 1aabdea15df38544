#include "tests/bench/random_model.h"

namespace glassformer {
namespace {

LinearWeights<float> linear(int inputs, int outputs)
{
    LinearWeights<float> weights;
    weights.packed = PackedMatrix(Matrix<float>(0.02F * Matrix<float>::Random(inputs, outputs)));
    weights.bias = RowVector<float>::Zero(outputs);
    return weights;
}

NormWeights<float> norm(const ModelConfig& config)
{
    return {RowVector<float>::Ones(config.d_model), RowVector<float>::Zero(config.d_model)};
}

AttentionWeights<float> attentionWeights(const ModelConfig& config)
{
    const int d = config.d_model;
    return {linear(d, d), linear(d, d), linear(d, d), linear(d, d), {}, {}};
}

StackWeights<float> stack(const ModelConfig& config, int layers, bool reads_encoder)
{
    StackWeights<float> weights;
    if (config.position_kind == PositionKind::Learned)
        weights.position = 0.02F * Matrix<float>::Random(config.max_length, config.d_model);
    if (config.embedding_norm)
        weights.embedding_norm = norm(config);
    for (int l = 0; l < layers; ++l) {
        LayerWeights<float> layer;
        layer.attention_norm = layer.cross_attention_norm = layer.feed_forward_norm = norm(config);
        layer.attention = attentionWeights(config);
        if (reads_encoder)
            layer.cross_attention = attentionWeights(config);
        layer.feed_forward.hidden = linear(config.d_model, config.d_ff);
        layer.feed_forward.output = linear(config.d_ff, config.d_model);
        weights.layers.push_back(std::move(layer));
    }
    weights.norm = norm(config);
    return weights;
}

} // namespace

ModelConfig shapeOf(const std::string& name)
{
    ModelConfig config;
    if (name == "base")
        return config; // the defaults are the paper's
    config.d_model = 768;
    config.n_heads = 12;
    config.d_ff = 3072;
    config.position_kind = PositionKind::Learned;
    config.scale_embedding = false;
    if (name == "gpt2") {
        config.vocabulary = 50257;
        config.encoder_layers = 0;
        config.decoder_layers = 12;
        config.max_length = 1024;
        config.norm_placement = NormPlacement::Before;
        config.activation = Activation::GeluTanh;
        return config;
    }
    config.vocabulary = 30522;
    config.encoder_layers = 12;
    config.decoder_layers = 0;
    config.activation = Activation::GeluErf;
    config.segments = 2;
    config.embedding_norm = true;
    config.output_transform = true;
    return config;
}

Transformer<float> randomModel(const ModelConfig& config)
{
    Transformer<float> model{config, {}};
    TransformerWeights<float>& weights = model.weights;
    if (config.hasEncoder())
        weights.encoder = stack(config, config.encoder_layers, false);
    if (config.hasDecoder())
        weights.decoder = stack(config, config.decoder_layers, config.hasCrossAttention());
    weights.output = linear(config.d_model, config.vocabulary);
    if (config.output_transform) {
        weights.output_transform = linear(config.d_model, config.d_model);
        weights.output_norm = norm(config);
    }
    weights.segment = Matrix<float>::Zero(config.segments, config.d_model);
    return model;
}

} // namespace glassformer
