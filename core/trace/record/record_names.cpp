#include "core/trace/record/record_names.h"

#include "core/model/changes/record_place.h"
#include "core/tensor/activation.h"
#include "core/tensor/softmax.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace glassformer {

Tensor tensorOf(const Matrix<float>& matrix)
{
    return {{matrix.rows(), matrix.cols()}, {matrix.data(), matrix.data() + matrix.size()}};
}

namespace {

/** Token ids as numbers: every id is below 2^24, so float32 holds it exactly. */
Tensor idTensor(const std::vector<int>& ids)
{
    return {{static_cast<std::int64_t>(ids.size())}, {ids.begin(), ids.end()}};
}

/** [rows, heads · d_head] to [H, rows, d_head]; a key that several heads share stands under each of them. */
Tensor byHead(ConstMatrixView<float> matrix, const ModelConfig& config)
{
    const Eigen::Index d_head = config.headSize();
    const Eigen::Index group = config.headsWidth() / matrix.cols();
    const int n_heads = config.n_heads;
    Tensor tensor{{n_heads, matrix.rows(), d_head}, {}};
    tensor.values.reserve(static_cast<std::size_t>(matrix.size() * group));
    for (int h = 0; h < n_heads; ++h)
        for (Eigen::Index row = 0; row < matrix.rows(); ++row) {
            const float* begin = matrix.data() + row * matrix.outerStride() + (h / group) * d_head;
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

/** Takes the parts of a record out and puts them under their names: all of them, or one. */
class LayerNames
{
public:
    LayerNames(NamedTensors& tensors, const ModelConfig& config, AttentionSite site, int layer,
        RowsBefore before, const std::string* only)
        : m_tensors(tensors)
        , m_config(config)
        , m_site(site)
        , m_layer(layer)
        , m_before(before)
        , m_only(only)
    {
    }

    void nameLayer(LayerRecord<float>& record)
    {
        take(LayerPart::AttentionInput, record.attention_sublayer.input);
        leave(LayerPart::AttentionResidual, record.attention_sublayer.residual);
        nameAttention(m_site, record.attention);
        if (!record.cross_attention.weights.empty()) {
            take(LayerPart::CrossAttentionInput, record.cross_attention_sublayer.input);
            leave(LayerPart::CrossAttentionResidual, record.cross_attention_sublayer.residual);
            nameAttention(AttentionSite::DecoderCross, record.cross_attention);
        }
        if (record.feed_forward.output.size() > 0)
            nameFeedForward(record);
    }

private:
    void nameFeedForward(LayerRecord<float>& record)
    {
        if (record.feed_forward.linear.size() > 0)
            put(layerTensor(m_site, m_layer, LayerPart::FeedForwardGate), true, [&] {
                if (record.feed_forward.gate.size() > 0)
                    return tensorOf(record.feed_forward.gate);
                Matrix<float> gate = record.feed_forward.before;
                activate<float>(m_config.activation, gate);
                return tensorOf(gate);
            });
        take(LayerPart::FeedForwardInput, record.feed_forward_sublayer.input);
        take(LayerPart::FeedForwardHidden, record.feed_forward.hidden);
        leave(LayerPart::FeedForwardOutput, record.feed_forward.output);
        leave(LayerPart::Output, record.feed_forward_sublayer.residual);
    }

    void nameAttention(AttentionSite site, AttentionRecord<float>& record)
    {
        heads(site, AttentionPart::Query, record.query);
        heads(site, AttentionPart::Key, record.key);
        heads(site, AttentionPart::Value, record.value);
        if (record.projected_query.size() > 0)
            heads(site, AttentionPart::ProjectedQuery, record.projected_query, true);
        if (record.projected_key.size() > 0)
            heads(site, AttentionPart::ProjectedKey, record.projected_key, true);
        map(site, AttentionPart::Scores, record.scores);
        map(site, AttentionPart::Masked, record.masked);
        map(site, AttentionPart::Weights, record.weights);
        heads(site, AttentionPart::Mixed, record.mixed, false);
        put(attentionTensor(site, m_layer, AttentionPart::Output), true,
            [&] { return tensorOf(record.output); });
    }

    void take(LayerPart part, Matrix<float>& matrix)
    {
        put(layerTensor(m_site, m_layer, part), true, [&] {
            Tensor tensor = tensorOf(matrix);
            matrix.resize(0, 0);
            return tensor;
        });
    }

    /** For what another part of the record is computed from, or recognised by. */
    void leave(LayerPart part, const Matrix<float>& matrix)
    {
        put(layerTensor(m_site, m_layer, part), true, [&] { return tensorOf(matrix); });
    }

    void heads(AttentionSite site, AttentionPart part, Matrix<float>& matrix, bool is_new)
    {
        put(attentionTensor(site, m_layer, part), is_new, [&] {
            Tensor tensor = byHead(matrix, m_config);
            matrix.resize(0, 0);
            return tensor;
        });
    }

    void heads(AttentionSite site, AttentionPart part, KeptRows<float>& rows)
    {
        put(attentionTensor(site, m_layer, part), false, [&] {
            Tensor tensor = byHead(rows.view(), m_config);
            rows = {};
            return tensor;
        });
    }

    void map(AttentionSite site, AttentionPart part, std::vector<Matrix<float>>& heads)
    {
        put(attentionTensor(site, m_layer, part), false, [&] { return stacked(heads); });
    }

    /** is_new: the record has only the rows behind those before. */
    template <typename Make> void put(const std::string& name, bool is_new, const Make& make)
    {
        if (m_only && name != *m_only)
            return;
        m_tensors[name] = is_new ? behind(m_before, name, make()) : make();
    }

    NamedTensors& m_tensors;
    const ModelConfig& m_config;
    AttentionSite m_site;
    int m_layer;
    RowsBefore m_before;
    const std::string* m_only;
};

} // namespace

void nameLayer(NamedTensors& tensors, const ModelConfig& config, AttentionSite site, int layer,
    LayerRecord<float>& record, RowsBefore before, const std::string* only)
{
    LayerNames(tensors, config, site, layer, before, only).nameLayer(record);
}

const std::vector<Matrix<float>>* mapsIn(
    const LayerRecord<float>& record, AttentionSite site, int layer, const std::string& name)
{
    const auto in = [&](AttentionSite at, const AttentionRecord<float>& attention) {
        return name == attentionTensor(at, layer, AttentionPart::Scores) ? &attention.scores
            : name == attentionTensor(at, layer, AttentionPart::Masked)  ? &attention.masked
            : name == attentionTensor(at, layer, AttentionPart::Weights) ? &attention.weights
                                                                         : nullptr;
    };
    const std::vector<Matrix<float>>* const maps = in(site, record.attention);
    return maps ? maps : in(AttentionSite::DecoderCross, record.cross_attention);
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
    tensors[is_second ? target_ids_tensor : source_ids_tensor] = idTensor(ids);
    put(is_second ? target_embedding_tensor : source_embedding_tensor, record.embedding.embedding);
    if (record.embedding.position.size() > 0)
        put(is_second ? target_position_tensor : source_position_tensor, record.embedding.position);
    if (record.embedding.segment.size() > 0)
        put(source_segment_tensor, record.embedding.segment);
    put(stackInputTensor(site), record.embedding.output());
    for (std::size_t l = 0; l < record.layers.size(); ++l) {
        LayerRecord<float> layer = std::move(record.layers[l]);
        nameLayer(tensors, config, site, static_cast<int>(record.begun + l), layer, before);
        record.attended.push_back(std::move(layer.attended()));
        record.stream.push_back(std::move(layer.feed_forward_sublayer.residual));
    }
    record.layers.clear();
    put(stackOutputTensor(site), record.output);
}

namespace {

/** The first rows of [n, d] or of every [n, d] of [H, n, d], and so many columns of them. */
Tensor firstOf(const Tensor& tensor, std::int64_t rows, std::int64_t columns)
{
    const std::size_t axis = tensor.shape.size() - 2;
    const std::int64_t width = tensor.shape[axis + 1], high = tensor.shape[axis];
    Tensor first{tensor.shape, {}};
    first.shape[axis] = std::min(rows, high);
    first.shape[axis + 1] = std::min(columns, width);
    const std::int64_t parts = axis == 0 ? 1 : tensor.shape[0];
    for (std::int64_t part = 0; part < parts; ++part)
        for (std::int64_t row = 0; row < first.shape[axis]; ++row) {
            const float* const begin = tensor.values.data() + (part * high + row) * width;
            first.values.insert(first.values.end(), begin, begin + first.shape[axis + 1]);
        }
    return first;
}

} // namespace

void takeLayers(NamedTensors& tensors, const NamedTensors& from, AttentionSite site, int layers, int rows)
{
    const std::string stack = site == AttentionSite::Encoder ? "encoder." : "decoder.";
    for (const auto& [name, tensor] : from) {
        const int layer = layerIn(name);
        if (!name.starts_with(stack) || layer == every || layer >= layers || tensor.shape.size() < 2)
            continue;
        const std::optional<RecordPlace> place = recordPlace(name);
        const bool is_cross = place && place->kind == RecordPlace::Kind::Attention
            && place->site == AttentionSite::DecoderCross;
        const bool is_of_memory = is_cross
            && (place->attention_part == AttentionPart::Key || place->attention_part == AttentionPart::Value
                || place->attention_part == AttentionPart::ProjectedKey);
        const bool is_square = place && place->isMap() && !is_cross;
        tensors[name] = is_of_memory ? tensor : firstOf(tensor, rows, is_square ? rows : tensor.shape.back());
    }
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
                small.values.push_back(weights.block(top, left, height, width).maxCoeff());
            }
    tensors[attentionTensor(site, layer, AttentionPart::Thumbnail)] = std::move(small);
}

} // namespace glassformer
