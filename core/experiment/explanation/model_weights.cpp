#include "core/experiment/explanation/model_weights.h"

namespace glassformer {
namespace {

void unpack(LinearWeights<float>& weights)
{
    if (weights.packed.size() > 0)
        weights.weight = weights.packed.unpacked();
    weights.packed = {};
}

Matrix<float> unpacked(const NumberTable& table)
{
    Matrix<float> rows(table.rows(), table.cols());
    for (Eigen::Index i = 0; i < rows.rows(); ++i)
        table.row(i, {rows.row(i).data(), static_cast<std::size_t>(rows.cols())});
    return rows;
}

void unpack(AttentionWeights<float>& weights)
{
    for (LinearWeights<float>* const part : {&weights.query, &weights.key, &weights.value, &weights.output})
        unpack(*part);
}

void unpack(StackWeights<float>& stack)
{
    for (LayerWeights<float>& layer : stack.layers) {
        unpack(layer.attention);
        unpack(layer.cross_attention);
        for (LinearWeights<float>* const part :
            {&layer.feed_forward.hidden, &layer.feed_forward.output, &layer.feed_forward.gate})
            unpack(*part);
    }
}

} // namespace

const LayerWeights<float>& layerWeights(const Transformer<float>& model, AttentionSite site, int layer)
{
    const bool is_encoder = site == AttentionSite::Encoder;
    const int layers = is_encoder ? model.config.encoder_layers : model.config.decoder_layers;
    const StackWeights<float>& stack = is_encoder ? model.weights.encoder : model.weights.decoder;
    return stack.layers.at(static_cast<std::size_t>(model.config.groupOf(layer, layers)));
}

std::vector<float> columnOf(const LinearWeights<float>& weights, int index)
{
    std::vector<float> column(static_cast<std::size_t>(inputsOf(weights)));
    if (weights.packed.size() > 0)
        weights.packed.column(index, column);
    else
        for (std::size_t i = 0; i < column.size(); ++i)
            column[i] = weights.weight(static_cast<Eigen::Index>(i), index);
    return column;
}

int inputsOf(const LinearWeights<float>& weights)
{
    return static_cast<int>(weights.packed.size() > 0 ? weights.packed.rows() : weights.weight.rows());
}

int outputsOf(const LinearWeights<float>& weights)
{
    return static_cast<int>(weights.packed.size() > 0 ? weights.packed.cols() : weights.weight.cols());
}

Transformer<float> withPlainWeights(const Transformer<float>& model)
{
    Transformer<float> plain = model;
    TransformerWeights<float>& weights = plain.weights;
    // A tied output that is packed is the embedding table too.
    const bool holds_table = weights.embedding.size() == 0 && weights.table.size() == 0;
    if (weights.table.size() > 0)
        weights.embedding = unpacked(weights.table);
    weights.table = {};
    for (LinearWeights<float>* const part :
        {&weights.embedding_projection, &weights.output_transform, &weights.output})
        unpack(*part);
    if (holds_table) {
        weights.embedding = weights.output.weight.transpose();
        weights.output.weight.resize(0, 0);
    }
    unpack(weights.encoder);
    unpack(weights.decoder);
    return plain;
}

} // namespace glassformer
