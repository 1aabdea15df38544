#include "core/model/weights.h"

#include "core/error.h"

#include <cmath>
#include <type_traits>

namespace glassformer {
namespace {

/** Walks the weights in the order of the file and collects every array that is there. */
template <typename Scalar> class SlotCollector
{
public:
    std::vector<WeightSlot<Scalar>> slots;

    void matrix(const std::string& name, Matrix<Scalar>& matrix)
    {
        if (matrix.size() > 0)
            slots.push_back({name, {matrix.rows(), matrix.cols()}, matrix.data(), matrix.size()});
    }
    void vector(const std::string& name, RowVector<Scalar>& vector)
    {
        if (vector.size() > 0)
            slots.push_back({name, {vector.size()}, vector.data(), vector.size()});
    }
    void linear(const std::string& name, LinearWeights<Scalar>& linear)
    {
        matrix(name + ".weight", linear.weight);
        vector(name + ".bias", linear.bias);
    }
    void norm(const std::string& name, NormWeights<Scalar>& norm)
    {
        vector(name + ".gain", norm.gain);
        vector(name + ".bias", norm.bias);
    }
    void attention(const std::string& name, AttentionWeights<Scalar>& attention)
    {
        linear(name + ".query", attention.query);
        linear(name + ".key", attention.key);
        linear(name + ".value", attention.value);
        linear(name + ".output", attention.output);
    }
    void feedForward(const std::string& name, FeedForwardWeights<Scalar>& feed_forward)
    {
        linear(name + ".hidden", feed_forward.hidden);
        linear(name + ".output", feed_forward.output);
    }
};

template <typename Scalar> LinearWeights<Scalar> zeroLinear(int in, int out, bool bias)
{
    LinearWeights<Scalar> linear;
    linear.weight = Matrix<Scalar>::Zero(in, out);
    if (bias)
        linear.bias = RowVector<Scalar>::Zero(out);
    return linear;
}

template <typename Scalar> NormWeights<Scalar> zeroNorm(const ModelConfig& config)
{
    NormWeights<Scalar> norm;
    norm.gain = RowVector<Scalar>::Zero(config.d_model);
    if (config.norm_kind == NormKind::Layer)
        norm.bias = RowVector<Scalar>::Zero(config.d_model);
    return norm;
}

template <typename Scalar> AttentionWeights<Scalar> zeroAttention(const ModelConfig& config)
{
    const auto projection = zeroLinear<Scalar>(config.d_model, config.d_model, config.attention_bias);
    return {projection, projection, projection, projection};
}

template <typename Scalar> FeedForwardWeights<Scalar> zeroFeedForward(const ModelConfig& config)
{
    return {zeroLinear<Scalar>(config.d_model, config.d_ff, config.feed_forward_bias),
        zeroLinear<Scalar>(config.d_ff, config.d_model, config.feed_forward_bias)};
}

template <typename Scalar> EncoderLayerWeights<Scalar> zeroEncoderLayer(const ModelConfig& config)
{
    return {zeroNorm<Scalar>(config), zeroAttention<Scalar>(config), zeroNorm<Scalar>(config),
        zeroFeedForward<Scalar>(config)};
}

template <typename Scalar> DecoderLayerWeights<Scalar> zeroDecoderLayer(const ModelConfig& config)
{
    return {zeroNorm<Scalar>(config), zeroAttention<Scalar>(config), zeroNorm<Scalar>(config),
        zeroAttention<Scalar>(config), zeroNorm<Scalar>(config), zeroFeedForward<Scalar>(config)};
}

template <typename Scalar>
void collectEncoderLayer(
    SlotCollector<Scalar>& collect, const std::string& name, EncoderLayerWeights<Scalar>& layer)
{
    collect.norm(name + ".attention_norm", layer.attention_norm);
    collect.attention(name + ".attention", layer.attention);
    collect.norm(name + ".feed_forward_norm", layer.feed_forward_norm);
    collect.feedForward(name + ".feed_forward", layer.feed_forward);
}

/** Fills slots by their names: gains 1, biases 0, matrices Xavier-uniform, embeddings normal. */
template <typename Scalar>
void initialise(std::vector<WeightSlot<Scalar>> slots, const ModelConfig& config, Random& random)
{
    const double embedding_deviation = 1.0 / std::sqrt(static_cast<double>(config.d_model));
    for (WeightSlot<Scalar>& slot : slots) {
        const bool is_gain = slot.name.ends_with(".gain");
        const bool is_table = slot.name == "embedding" || slot.name == "position";
        const bool is_bias = slot.name.ends_with(".bias");
        const double bound = slot.shape.size() == 2
            ? std::sqrt(6.0 / static_cast<double>(slot.shape[0] + slot.shape[1]))
            : 0.0;
        for (std::int64_t i = 0; i < slot.size; ++i) {
            double value = 0;
            if (is_gain)
                value = 1;
            else if (is_table)
                value = random.normal() * embedding_deviation;
            else if (!is_bias)
                value = (2 * random.uniform() - 1) * bound;
            slot.data[i] = static_cast<Scalar>(value);
        }
    }
}

} // namespace

template <typename Scalar> std::vector<WeightSlot<Scalar>> weightSlots(TransformerWeights<Scalar>& weights)
{
    SlotCollector<Scalar> collect;
    collect.matrix("embedding", weights.embedding);
    collect.matrix("position", weights.position);
    for (std::size_t l = 0; l < weights.encoder.size(); ++l)
        collectEncoderLayer(collect, "encoder." + std::to_string(l), weights.encoder[l]);
    collect.norm("encoder.norm", weights.encoder_norm);
    for (std::size_t l = 0; l < weights.decoder.size(); ++l) {
        const std::string name = "decoder." + std::to_string(l);
        DecoderLayerWeights<Scalar>& layer = weights.decoder[l];
        collect.norm(name + ".attention_norm", layer.attention_norm);
        collect.attention(name + ".attention", layer.attention);
        collect.norm(name + ".cross_attention_norm", layer.cross_attention_norm);
        collect.attention(name + ".cross_attention", layer.cross_attention);
        collect.norm(name + ".feed_forward_norm", layer.feed_forward_norm);
        collect.feedForward(name + ".feed_forward", layer.feed_forward);
    }
    collect.norm("decoder.norm", weights.decoder_norm);
    collect.linear("output", weights.output);
    return collect.slots;
}

template <typename Scalar> TransformerWeights<Scalar> zeroWeights(const ModelConfig& config)
{
    TransformerWeights<Scalar> weights;
    weights.embedding = Matrix<Scalar>::Zero(config.vocabulary, config.d_model);
    if (config.position_kind == PositionKind::Learned)
        weights.position = Matrix<Scalar>::Zero(config.max_length, config.d_model);
    weights.encoder.assign(config.encoder_layers, zeroEncoderLayer<Scalar>(config));
    weights.decoder.assign(config.decoder_layers, zeroDecoderLayer<Scalar>(config));
    if (config.norm_placement == NormPlacement::Before) {
        weights.encoder_norm = zeroNorm<Scalar>(config);
        weights.decoder_norm = zeroNorm<Scalar>(config);
    }
    if (!config.tied_output)
        weights.output = zeroLinear<Scalar>(config.d_model, config.vocabulary, false);
    return weights;
}

template <typename Scalar>
TransformerWeights<Scalar> initialWeights(const ModelConfig& config, Random& random)
{
    TransformerWeights<Scalar> weights = zeroWeights<Scalar>(config);
    initialise(weightSlots(weights), config, random);
    return weights;
}

template <typename Scalar>
EncoderLayerWeights<Scalar> identityEncoderLayer(const ModelConfig& config, Random& random)
{
    EncoderLayerWeights<Scalar> layer = zeroEncoderLayer<Scalar>(config);
    SlotCollector<Scalar> collect;
    collectEncoderLayer(collect, "layer", layer);
    initialise(collect.slots, config, random);
    layer.attention.output.weight.setZero();
    layer.feed_forward.output.weight.setZero();
    return layer;
}

bool isRemoved(const AttentionWeights<float>& attention, int head, int n_heads)
{
    const Eigen::Index d_k = attention.output.weight.rows() / n_heads;
    return (attention.output.weight.middleRows(head * d_k, d_k).array() == 0).all();
}

std::int64_t parameterCount(const ModelConfig& config)
{
    const std::int64_t d = config.d_model;
    const std::int64_t norm = config.norm_kind == NormKind::Layer ? 2 * d : d;
    const std::int64_t attention = 4 * (d * d + (config.attention_bias ? d : 0));
    const std::int64_t feed_forward = 2 * d * config.d_ff + (config.feed_forward_bias ? config.d_ff + d : 0);
    std::int64_t count = config.vocabulary * d;
    if (config.position_kind == PositionKind::Learned)
        count += config.max_length * d;
    count += config.encoder_layers * (attention + feed_forward + 2 * norm);
    count += config.decoder_layers * (2 * attention + feed_forward + 3 * norm);
    if (config.norm_placement == NormPlacement::Before)
        count += 2 * norm;
    if (!config.tied_output)
        count += config.vocabulary * d;
    return count;
}

std::map<std::string, Tensor> weightsToTensors(const TransformerWeights<float>& weights)
{
    // weightSlots hands out mutable pointers; nothing here writes through them.
    auto& readable = const_cast<TransformerWeights<float>&>(weights);
    std::map<std::string, Tensor> tensors;
    for (const WeightSlot<float>& slot : weightSlots(readable))
        tensors[slot.name] = Tensor{slot.shape, std::vector<float>(slot.data, slot.data + slot.size)};
    return tensors;
}

TransformerWeights<float> weightsFromTensors(
    const ModelConfig& config, const std::map<std::string, Tensor>& tensors, const std::string& where)
{
    TransformerWeights<float> weights = zeroWeights<float>(config);
    const std::vector<WeightSlot<float>> slots = weightSlots(weights);
    for (const WeightSlot<float>& slot : slots) {
        const auto found = tensors.find(slot.name);
        if (found == tensors.end())
            throw Error({"the tensor " + slot.name + " is missing", where,
                "shape " + shapeText(slot.shape) + ", as config.json asks for",
                "The files may be of two models."});
        if (found->second.shape != slot.shape)
            throw Error(
                {"the tensor " + slot.name + " has the shape " + shapeText(found->second.shape), where,
                    shapeText(slot.shape) + ", as config.json asks for", "The files may be of two models."});
        for (std::int64_t i = 0; i < slot.size; ++i) {
            if (!std::isfinite(found->second.values[i]))
                throw Error({"the tensor " + slot.name + " holds a value that is not a finite number", where,
                    "finite numbers", "The file is damaged or its training failed."});
            slot.data[i] = found->second.values[i];
        }
    }
    if (tensors.size() != slots.size())
        for (const auto& [name, tensor] : tensors) {
            bool known = false;
            for (const WeightSlot<float>& slot : slots)
                known = known || slot.name == name;
            if (!known)
                throw Error({"the tensor " + name + " is not part of this model", where,
                    "only tensors that config.json asks for", "The files may be of two models."});
        }
    return weights;
}

template std::vector<WeightSlot<float>> weightSlots(TransformerWeights<float>&);
template std::vector<WeightSlot<double>> weightSlots(TransformerWeights<double>&);
template TransformerWeights<float> zeroWeights(const ModelConfig&);
template TransformerWeights<double> zeroWeights(const ModelConfig&);
template TransformerWeights<float> initialWeights(const ModelConfig&, Random&);
template TransformerWeights<double> initialWeights(const ModelConfig&, Random&);
template EncoderLayerWeights<float> identityEncoderLayer(const ModelConfig&, Random&);
template EncoderLayerWeights<double> identityEncoderLayer(const ModelConfig&, Random&);

} // namespace glassformer
