#include "core/experiment/explanation/model_weights.h"

namespace glassformer {

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

} // namespace glassformer
