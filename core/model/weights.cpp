#include "core/model/weights.h"

#include "core/error.h"

#include <cmath>
#include <span>
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
        norm(name + ".query_norm", attention.query_norm);
        norm(name + ".key_norm", attention.key_norm);
    }
    void feedForward(const std::string& name, FeedForwardWeights<Scalar>& feed_forward)
    {
        linear(name + ".gate", feed_forward.gate);
        linear(name + ".hidden", feed_forward.hidden);
        linear(name + ".output", feed_forward.output);
    }
    void layer(const std::string& name, LayerWeights<Scalar>& layer)
    {
        norm(name + ".attention_norm", layer.attention_norm);
        attention(name + ".attention", layer.attention);
        norm(name + ".cross_attention_norm", layer.cross_attention_norm);
        attention(name + ".cross_attention", layer.cross_attention);
        norm(name + ".feed_forward_norm", layer.feed_forward_norm);
        feedForward(name + ".feed_forward", layer.feed_forward);
    }
    void stack(const std::string& name, StackWeights<Scalar>& stack)
    {
        matrix(name + ".position", stack.position);
        norm(name + ".embedding_norm", stack.embedding_norm);
        matrix(name + ".relative_bias", stack.relative_bias);
        for (std::size_t l = 0; l < stack.layers.size(); ++l)
            layer(name + "." + std::to_string(l), stack.layers[l]);
        norm(name + ".norm", stack.norm);
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

template <typename Scalar> NormWeights<Scalar> zeroNorm(const ModelConfig& config, int width)
{
    NormWeights<Scalar> norm;
    norm.gain = RowVector<Scalar>::Zero(width);
    if (config.norm_kind == NormKind::Layer)
        norm.bias = RowVector<Scalar>::Zero(width);
    return norm;
}

template <typename Scalar> AttentionWeights<Scalar> zeroAttention(const ModelConfig& config)
{
    const int d = config.d_model, shared = config.keyValueHeads() * config.headSize();
    AttentionWeights<Scalar> attention{zeroLinear<Scalar>(d, config.headsWidth(), config.attention_bias),
        zeroLinear<Scalar>(d, shared, config.attention_bias),
        zeroLinear<Scalar>(d, shared, config.attention_bias),
        zeroLinear<Scalar>(config.headsWidth(), d, config.attention_output_bias), {}, {}};
    if (config.query_key_norm) {
        attention.query_norm.gain = RowVector<Scalar>::Zero(config.headSize());
        attention.key_norm.gain = attention.query_norm.gain;
    }
    return attention;
}

template <typename Scalar> FeedForwardWeights<Scalar> zeroFeedForward(const ModelConfig& config)
{
    FeedForwardWeights<Scalar> feed_forward{
        zeroLinear<Scalar>(config.d_model, config.d_ff, config.feed_forward_bias),
        zeroLinear<Scalar>(config.d_ff, config.d_model, config.feed_forward_bias), {}};
    if (config.gated_feed_forward)
        feed_forward.gate = feed_forward.hidden;
    return feed_forward;
}

template <typename Scalar> LayerWeights<Scalar> zeroLayer(const ModelConfig& config, bool has_cross_attention)
{
    LayerWeights<Scalar> layer;
    layer.attention_norm = zeroNorm<Scalar>(config, config.d_model);
    layer.attention = zeroAttention<Scalar>(config);
    if (has_cross_attention) {
        layer.cross_attention_norm = layer.attention_norm;
        layer.cross_attention = layer.attention;
    }
    layer.feed_forward_norm = layer.attention_norm;
    layer.feed_forward = zeroFeedForward<Scalar>(config);
    return layer;
}

template <typename Scalar>
StackWeights<Scalar> zeroStack(const ModelConfig& config, int layers, bool has_cross_attention)
{
    StackWeights<Scalar> stack;
    if (layers == 0)
        return stack;
    if (config.position_kind == PositionKind::Learned)
        stack.position =
            Matrix<Scalar>::Zero(config.position_offset + config.max_length, config.embeddingWidth());
    if (config.position_kind == PositionKind::Relative)
        stack.relative_bias = Matrix<Scalar>::Zero(config.relative.buckets, config.n_heads);
    if (config.embedding_norm)
        stack.embedding_norm = zeroNorm<Scalar>(config, config.embeddingWidth());
    stack.layers.assign(static_cast<std::size_t>(config.differentLayers(layers)),
        zeroLayer<Scalar>(config, has_cross_attention));
    if (config.norm_placement == NormPlacement::Before)
        stack.norm = zeroNorm<Scalar>(config, config.d_model);
    return stack;
}

/** Fills slots by their names: gains 1, biases 0, matrices Xavier-uniform, embeddings normal. */
template <typename Scalar>
void initialise(std::vector<WeightSlot<Scalar>> slots, const ModelConfig& config, Random& random)
{
    const double embedding_deviation = 1.0 / std::sqrt(static_cast<double>(config.d_model));
    for (WeightSlot<Scalar>& slot : slots) {
        const bool is_gain = slot.name.ends_with(".gain");
        const bool is_table = slot.name == "embedding" || slot.name.ends_with(".position");
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
    collect.matrix("segment", weights.segment);
    collect.linear("embedding_projection", weights.embedding_projection);
    collect.stack("encoder", weights.encoder);
    collect.stack("decoder", weights.decoder);
    collect.linear("output_transform", weights.output_transform);
    collect.norm("output_norm", weights.output_norm);
    collect.linear("output", weights.output);
    return collect.slots;
}

template <typename Scalar> TransformerWeights<Scalar> zeroWeights(const ModelConfig& config)
{
    const int width = config.embeddingWidth();
    TransformerWeights<Scalar> weights;
    weights.embedding = Matrix<Scalar>::Zero(config.vocabulary, width);
    weights.segment = Matrix<Scalar>::Zero(config.segments, config.segments > 0 ? width : 0);
    if (width != config.d_model)
        weights.embedding_projection = zeroLinear<Scalar>(width, config.d_model, true);
    weights.encoder = zeroStack<Scalar>(config, config.encoder_layers, false);
    weights.decoder = zeroStack<Scalar>(config, config.decoder_layers, config.hasCrossAttention());
    if (!config.has_output)
        return weights;
    if (config.output_transform) {
        weights.output_transform = zeroLinear<Scalar>(config.d_model, width, true);
        weights.output_norm = zeroNorm<Scalar>(config, width);
    }
    if (!config.tied_output)
        weights.output.weight =
            Matrix<Scalar>::Zero(config.output_transform ? width : config.d_model, config.vocabulary);
    if (config.output_bias)
        weights.output.bias = RowVector<Scalar>::Zero(config.vocabulary);
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
LayerWeights<Scalar> identityEncoderLayer(const ModelConfig& config, Random& random)
{
    LayerWeights<Scalar> layer = zeroLayer<Scalar>(config, false);
    SlotCollector<Scalar> collect;
    collect.layer("layer", layer);
    initialise(collect.slots, config, random);
    layer.attention.output.weight.setZero();
    layer.feed_forward.output.weight.setZero();
    return layer;
}

template <typename Scalar> RowVector<Scalar> tokenVector(const TransformerWeights<Scalar>& weights, int id)
{
    if (weights.embedding.size() > 0)
        return weights.embedding.row(id);
    const bool is_tied = weights.table.size() == 0;
    RowVector<float> vector(is_tied ? weights.output.packed.rows() : weights.table.cols());
    const std::span<float> values(vector.data(), static_cast<std::size_t>(vector.size()));
    if (is_tied)
        weights.output.packed.column(id, values);
    else
        weights.table.row(id, values);
    return vector.template cast<Scalar>();
}

bool isRemoved(const AttentionWeights<float>& attention, int head, int n_heads)
{
    const LinearWeights<float>& output = attention.output;
    const Eigen::Index rows = output.packed.size() > 0 ? output.packed.rows() : output.weight.rows();
    const Eigen::Index d_head = rows / n_heads;
    if (output.packed.size() == 0)
        return (output.weight.middleRows(head * d_head, d_head).array() == 0).all();
    RowVector<float> row(output.packed.cols());
    for (Eigen::Index i = head * d_head; i < (head + 1) * d_head; ++i) {
        output.packed.row(i, {row.data(), static_cast<std::size_t>(row.size())});
        if (!row.isZero(0))
            return false;
    }
    return true;
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
            throw Error({Message::tr("the tensor %1 is missing", slot.name), where,
                Message::tr("shape %1, as config.json asks for", shapeText(slot.shape)),
                Message::tr("The files may be of two models.")});
        if (found->second.shape != slot.shape)
            throw Error(
                {Message::tr("the tensor %1 has the shape %2", slot.name, shapeText(found->second.shape)),
                    where, Message::tr("%1, as config.json asks for", shapeText(slot.shape)),
                    Message::tr("The files may be of two models.")});
        for (std::int64_t i = 0; i < slot.size; ++i) {
            if (!std::isfinite(found->second.values[i]))
                throw Error(
                    {Message::tr("the tensor %1 holds a value that is not a finite number", slot.name), where,
                        Message::tr("finite numbers"),
                        Message::tr("The file is damaged or its training failed.")});
            slot.data[i] = found->second.values[i];
        }
    }
    if (tensors.size() != slots.size())
        for (const auto& [name, tensor] : tensors) {
            bool known = false;
            for (const WeightSlot<float>& slot : slots)
                known = known || slot.name == name;
            if (!known)
                throw Error({Message::tr("the tensor %1 is not part of this model", name), where,
                    Message::tr("only tensors that config.json asks for"),
                    Message::tr("The files may be of two models.")});
        }
    return weights;
}

template std::vector<WeightSlot<float>> weightSlots(TransformerWeights<float>&);
template std::vector<WeightSlot<double>> weightSlots(TransformerWeights<double>&);
template RowVector<float> tokenVector(const TransformerWeights<float>&, int);
template RowVector<double> tokenVector(const TransformerWeights<double>&, int);
template TransformerWeights<float> zeroWeights(const ModelConfig&);
template TransformerWeights<double> zeroWeights(const ModelConfig&);
template TransformerWeights<float> initialWeights(const ModelConfig&, Random&);
template TransformerWeights<double> initialWeights(const ModelConfig&, Random&);
template LayerWeights<float> identityEncoderLayer(const ModelConfig&, Random&);
template LayerWeights<double> identityEncoderLayer(const ModelConfig&, Random&);

} // namespace glassformer
