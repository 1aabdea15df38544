#include "core/trace/record_names.h"

#include "core/tensor/activation.h"
#include "core/tensor/softmax.h"

#include <algorithm>
#include <utility>

namespace glassformer {
namespace {

Tensor tensorOf(const Matrix<float>& matrix)
{
    return {{matrix.rows(), matrix.cols()}, {matrix.data(), matrix.data() + matrix.size()}};
}

/** Token ids as numbers: every id is below 2^24, so float32 holds it exactly. */
Tensor tensorOf(const std::vector<int>& ids)
{
    return {{static_cast<std::int64_t>(ids.size())}, {ids.begin(), ids.end()}};
}

/** [rows, heads · d_head] to [H, rows, d_head]; a key that several heads share stands under each of them. */
Tensor byHead(const Matrix<float>& matrix, const ModelConfig& config)
{
    const Eigen::Index d_head = config.headSize();
    const Eigen::Index group = config.headsWidth() / matrix.cols();
    const int n_heads = config.n_heads;
    Tensor tensor{{n_heads, matrix.rows(), d_head}, {}};
    tensor.values.reserve(static_cast<std::size_t>(matrix.size() * group));
    for (int h = 0; h < n_heads; ++h)
        for (Eigen::Index row = 0; row < matrix.rows(); ++row) {
            const float* begin = matrix.data() + row * matrix.cols() + (h / group) * d_head;
            tensor.values.insert(tensor.values.end(), begin, begin + d_head);
        }
    return tensor;
}

/** One [Q, K] matrix per head to [H, Q, K]; each is let go when it is copied. */
Tensor stacked(std::vector<Matrix<float>>& heads)
{
    Tensor tensor{{static_cast<std::int64_t>(heads.size()), heads.front().rows(), heads.front().cols()}, {}};
    tensor.values.reserve(heads.size() * static_cast<std::size_t>(heads.front().size()));
    for (Matrix<float>& head : heads) {
        tensor.values.insert(tensor.values.end(), head.data(), head.data() + head.size());
        head.resize(0, 0);
    }
    return tensor;
}

/** The rows before in front of those of a tensor [rows, n] or [H, rows, n]. */
Tensor behind(RowsBefore before, const std::string& name, Tensor tensor)
{
    if (before.rows == 0)
        return tensor;
    const Tensor& earlier = before.tensors->at(name);
    const std::size_t axis = tensor.shape.size() - 2;
    const auto width = static_cast<std::size_t>(tensor.shape.back());
    const std::size_t parts = axis == 0 ? 1 : static_cast<std::size_t>(tensor.shape[0]);
    const std::size_t old_size = static_cast<std::size_t>(earlier.shape[axis]) * width;
    const std::size_t new_size = static_cast<std::size_t>(tensor.shape[axis]) * width;
    const std::size_t taken = static_cast<std::size_t>(before.rows) * width;
    Tensor joined{tensor.shape, {}};
    joined.shape[axis] += before.rows;
    joined.values.reserve(parts * (taken + new_size));
    for (std::size_t part = 0; part < parts; ++part) {
        const float* const first = earlier.values.data() + part * old_size;
        joined.values.insert(joined.values.end(), first, first + taken);
        const float* const next = tensor.values.data() + part * new_size;
        joined.values.insert(joined.values.end(), next, next + new_size);
    }
    return joined;
}

void nameAttention(NamedTensors& tensors, const ModelConfig& config, AttentionSite site, int layer,
    AttentionRecord<float>&& record, RowsBefore before)
{
    const auto put = [&](AttentionPart part, Tensor tensor) {
        tensors[attentionTensor(site, layer, part)] = std::move(tensor);
    };
    const auto put_new = [&](AttentionPart part, Tensor tensor) {
        const std::string name = attentionTensor(site, layer, part);
        tensors[name] = behind(before, name, std::move(tensor));
    };
    put(AttentionPart::Query, byHead(record.query, config));
    put(AttentionPart::Key, byHead(record.key, config));
    put(AttentionPart::Value, byHead(record.value, config));
    if (record.projected_query.size() > 0) {
        put_new(AttentionPart::ProjectedQuery, byHead(record.projected_query, config));
        put_new(AttentionPart::ProjectedKey, byHead(record.projected_key, config));
    }
    put(AttentionPart::Scores, stacked(record.scores));
    put(AttentionPart::Masked, stacked(record.masked));
    put(AttentionPart::Weights, stacked(record.weights));
    put(AttentionPart::Mixed, byHead(record.mixed, config));
    put_new(AttentionPart::Output, tensorOf(record.output));
}

} // namespace

void nameLayer(NamedTensors& tensors, const ModelConfig& config, AttentionSite site, int layer,
    LayerRecord<float>&& record, RowsBefore before)
{
    const auto put = [&](LayerPart part, Matrix<float>& matrix) {
        const std::string name = layerTensor(site, layer, part);
        tensors[name] = behind(before, name, tensorOf(matrix));
        if (part != LayerPart::Output)
            matrix.resize(0, 0);
    };
    put(LayerPart::AttentionInput, record.attention_sublayer.input);
    put(LayerPart::AttentionResidual, record.attention_sublayer.residual);
    nameAttention(tensors, config, site, layer, std::move(record.attention), before);
    if (!record.cross_attention.weights.empty()) {
        put(LayerPart::CrossAttentionInput, record.cross_attention_sublayer.input);
        put(LayerPart::CrossAttentionResidual, record.cross_attention_sublayer.residual);
        nameAttention(
            tensors, config, AttentionSite::DecoderCross, layer, std::move(record.cross_attention), before);
    }
    put(LayerPart::FeedForwardInput, record.feed_forward_sublayer.input);
    if (record.feed_forward.linear.size() > 0) {
        Matrix<float> gate = record.feed_forward.before;
        activate<float>(config.activation, gate);
        put(LayerPart::FeedForwardGate, gate);
    }
    put(LayerPart::FeedForwardHidden, record.feed_forward.hidden);
    put(LayerPart::FeedForwardOutput, record.feed_forward.output);
    put(LayerPart::Output, record.feed_forward_sublayer.residual);
}

void nameStack(NamedTensors& tensors, const Transformer<float>& model, AttentionSite site,
    const std::vector<int>& ids, StackRecord<float>& record, RowsBefore before)
{
    const ModelConfig& config = model.config;
    const auto put = [&](const std::string& name, const Matrix<float>& matrix) {
        tensors[name] = behind(before, name, tensorOf(matrix));
    };
    const Matrix<float>& bias = site == AttentionSite::Encoder ? model.weights.encoder.relative_bias
                                                               : model.weights.decoder.relative_bias;
    if (bias.size() > 0)
        tensors[relativeBiasTensor(site)] = tensorOf(bias);
    const bool is_second = site != AttentionSite::Encoder && config.hasEncoder();
    tensors[is_second ? target_ids_tensor : source_ids_tensor] = tensorOf(ids);
    put(is_second ? target_embedding_tensor : source_embedding_tensor, record.embedding.embedding);
    if (record.embedding.position.size() > 0)
        put(is_second ? target_position_tensor : source_position_tensor, record.embedding.position);
    put(stackInputTensor(site), record.embedding.output());
    for (std::size_t l = 0; l < record.stream.size(); ++l)
        put(layerTensor(site, static_cast<int>(l), LayerPart::Output), record.stream[l]);
    for (std::size_t l = 0; l < record.layers.size(); ++l) {
        nameLayer(tensors, config, site, static_cast<int>(l), std::move(record.layers[l]), before);
        record.stream.push_back(std::move(record.layers[l].feed_forward_sublayer.residual));
    }
    record.layers.clear();
    put(stackOutputTensor(site), record.output);
}

void nameOutput(
    NamedTensors& tensors, const Matrix<float>& state, const Matrix<float>& logits, RowsBefore before)
{
    const auto put = [&](const std::string& name, const Matrix<float>& matrix) {
        tensors[name] = behind(before, name, tensorOf(matrix));
    };
    if (state.size() > 0)
        put(output_state_tensor, state);
    put(logits_tensor, logits);
    Matrix<float> probabilities = logits;
    softmaxRows<float>(probabilities);
    put(probabilities_tensor, probabilities);
}

void nameThumbnail(NamedTensors& tensors, AttentionSite site, int layer, const AttentionRecord<float>& record)
{
    constexpr Eigen::Index side = 64;
    const Eigen::Index rows = record.weights.front().rows(), columns = record.weights.front().cols();
    const Eigen::Index high = std::min(rows, side), wide = std::min(columns, side);
    Tensor small{{static_cast<std::int64_t>(record.weights.size()), high, wide}, {}};
    for (const Matrix<float>& weights : record.weights)
        for (Eigen::Index i = 0; i < high; ++i)
            for (Eigen::Index j = 0; j < wide; ++j) {
                const Eigen::Index top = i * rows / high, left = j * columns / wide;
                const Eigen::Index height = (i + 1) * rows / high - top,
                                   width = (j + 1) * columns / wide - left;
                small.values.push_back(weights.block(top, left, height, width).mean());
            }
    tensors[attentionTensor(site, layer, AttentionPart::Thumbnail)] = std::move(small);
}

} // namespace glassformer
