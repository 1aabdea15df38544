#pragma once

#include "core/model/transformer.h"

namespace glassformer {

/** Which stack runs on what. */
template <typename Scalar> struct StackPass
{
    const Transformer<Scalar>& model;
    bool is_decoder;
    const Segments& segments;
    const Memory<Scalar>* memory;
    const PassOptions<Scalar>& options;
    const Rotation<Scalar>* rotation = nullptr; ///< as in AttentionInput

    const StackWeights<Scalar>& weights() const
    {
        return is_decoder ? model.weights.decoder : model.weights.encoder;
    }
    const StackControl<Scalar>* control() const
    {
        if (!options.controls)
            return nullptr;
        return is_decoder ? &options.controls->decoder : &options.controls->encoder;
    }
    int layers() const { return is_decoder ? model.config.decoder_layers : model.config.encoder_layers; }
    const LayerWeights<Scalar>& layerWeights(int layer) const
    {
        return weights().layers[static_cast<std::size_t>(model.config.groupOf(layer, layers()))];
    }
};

template <typename Scalar>
LayerInput<Scalar> layerInput(
    const StackPass<Scalar>& pass, int layer, const Matrix<Scalar>& x, int first_row)
{
    const StackWeights<Scalar>& weights = pass.weights();
    DecoderCache<Scalar>* const cache = pass.options.cache;
    LayerInput<Scalar> input{x, pass.segments};
    input.keep_scores = pass.options.keep_scores;
    input.first_row = first_row;
    input.rotation = pass.rotation;
    if (weights.relative_bias.size() > 0)
        input.relative_bias = &weights.relative_bias;
    if (pass.is_decoder) {
        input.kind = AttentionKind::Causal;
        input.window = pass.model.config.windowOf(layer);
        if (cache)
            input.cache = &cache->layers[static_cast<std::size_t>(layer)];
        input.all_rows = cache && pass.options.all_rows;
    }
    if (pass.memory) {
        input.memory = &pass.memory->output;
        input.memory_segments = &pass.memory->segments;
    }
    if (const StackControl<Scalar>* control = pass.control()) {
        input.control = control->layer(layer);
        input.places = &control->places;
    }
    return input;
}

} // namespace glassformer
