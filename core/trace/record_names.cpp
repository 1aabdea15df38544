#include "core/trace/record_names.h"

#include "core/tensor/softmax.h"
#include "core/trace/tensor_name.h"

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

/** [rows, d_model] to [H, rows, d_head]. */
Tensor byHead(const Matrix<float>& matrix, int n_heads)
{
    const Eigen::Index d_head = matrix.cols() / n_heads;
    Tensor tensor{{n_heads, matrix.rows(), d_head}, {}};
    tensor.values.reserve(static_cast<std::size_t>(matrix.size()));
    for (int h = 0; h < n_heads; ++h)
        for (Eigen::Index row = 0; row < matrix.rows(); ++row) {
            const float* begin = matrix.data() + row * matrix.cols() + h * d_head;
            tensor.values.insert(tensor.values.end(), begin, begin + d_head);
        }
    return tensor;
}

/** One [Q, K] matrix per head to [H, Q, K]. */
Tensor stacked(const std::vector<Matrix<float>>& heads)
{
    Tensor tensor{{static_cast<std::int64_t>(heads.size()), heads.front().rows(), heads.front().cols()}, {}};
    for (const Matrix<float>& head : heads)
        tensor.values.insert(tensor.values.end(), head.data(), head.data() + head.size());
    return tensor;
}

class Namer
{
public:
    explicit Namer(Trace& trace)
        : m_trace(trace)
    {
    }

    void put(const std::string& name, Tensor tensor) { m_trace.tensors[name] = std::move(tensor); }

    void attention(AttentionSite site, int layer, const AttentionRecord<float>& record)
    {
        const int n_heads = m_trace.config.n_heads;
        const auto name = [site, layer](AttentionPart part) { return attentionTensor(site, layer, part); };
        put(name(AttentionPart::Query), byHead(record.query, n_heads));
        put(name(AttentionPart::Key), byHead(record.key, n_heads));
        put(name(AttentionPart::Value), byHead(record.value, n_heads));
        put(name(AttentionPart::Scores), stacked(record.scores));
        put(name(AttentionPart::Masked), stacked(record.masked));
        put(name(AttentionPart::Weights), stacked(record.weights));
        put(name(AttentionPart::Mixed), byHead(record.mixed, n_heads));
        put(name(AttentionPart::Output), tensorOf(record.output));
    }

    void sublayer(AttentionSite site, int layer, LayerPart input, LayerPart residual,
        const SublayerRecord<float>& record)
    {
        put(layerTensor(site, layer, input), tensorOf(record.input));
        put(layerTensor(site, layer, residual), tensorOf(record.residual));
    }

    void feedForward(AttentionSite site, int layer, const SublayerRecord<float>& sublayer_record,
        const FeedForwardRecord<float>& record)
    {
        sublayer(site, layer, LayerPart::FeedForwardInput, LayerPart::Output, sublayer_record);
        put(layerTensor(site, layer, LayerPart::FeedForwardHidden), tensorOf(record.hidden));
        put(layerTensor(site, layer, LayerPart::FeedForwardOutput), tensorOf(record.output));
    }

    void embedding(const EmbeddingRecord<float>& record, const char* embedding_name,
        const char* position_name, const char* sum_name)
    {
        put(embedding_name, tensorOf(record.embedding));
        if (record.position.size() > 0)
            put(position_name, tensorOf(record.position));
        put(sum_name, tensorOf(record.sum));
    }

private:
    Trace& m_trace;
};

} // namespace

void nameRecords(Trace& trace, const std::vector<int>& source, const std::vector<int>& target,
    const StackRecord<float>& encoder, const StackRecord<float>& decoder, const Matrix<float>& logits)
{
    Namer namer(trace);
    namer.put(source_ids_tensor, tensorOf(source));
    namer.embedding(encoder.embedding, source_embedding_tensor, source_position_tensor, encoder_input_tensor);
    for (int l = 0; l < trace.config.encoder_layers; ++l) {
        constexpr auto site = AttentionSite::Encoder;
        const LayerRecord<float>& layer = encoder.layers[static_cast<std::size_t>(l)];
        namer.sublayer(
            site, l, LayerPart::AttentionInput, LayerPart::AttentionResidual, layer.attention_sublayer);
        namer.attention(site, l, layer.attention);
        namer.feedForward(site, l, layer.feed_forward_sublayer, layer.feed_forward);
    }
    namer.put(encoder_output_tensor, tensorOf(encoder.output));

    namer.put(target_ids_tensor, tensorOf(target));
    namer.embedding(decoder.embedding, target_embedding_tensor, target_position_tensor, decoder_input_tensor);
    for (int l = 0; l < trace.config.decoder_layers; ++l) {
        constexpr auto self = AttentionSite::DecoderSelf, cross = AttentionSite::DecoderCross;
        const LayerRecord<float>& layer = decoder.layers[static_cast<std::size_t>(l)];
        namer.sublayer(
            self, l, LayerPart::AttentionInput, LayerPart::AttentionResidual, layer.attention_sublayer);
        namer.attention(self, l, layer.attention);
        namer.sublayer(cross, l, LayerPart::CrossAttentionInput, LayerPart::CrossAttentionResidual,
            layer.cross_attention_sublayer);
        namer.attention(cross, l, layer.cross_attention);
        namer.feedForward(self, l, layer.feed_forward_sublayer, layer.feed_forward);
    }
    namer.put(decoder_output_tensor, tensorOf(decoder.output));
    namer.put(logits_tensor, tensorOf(logits));
    Matrix<float> probabilities = logits;
    softmaxRows<float>(probabilities);
    namer.put(probabilities_tensor, tensorOf(probabilities));
}

} // namespace glassformer
