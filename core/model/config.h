#pragma once

#include "core/tensor/activation.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace glassformer {

/** Before: x + f(norm(x)), a last norm after the stack. After: norm(x + f(x)), as in the paper. */
enum class NormPlacement
{
    Before,
    After
};

/** Layer: mean and variance, gain and bias (Ba et al. 2016). Rms: root mean square, gain only (Zhang & Sennrich 2019). */
enum class NormKind
{
    Layer,
    Rms
};

/** How a token knows its place. Sinusoidal: "Attention Is All You Need", section 3.5. */
enum class PositionKind
{
    None,
    Sinusoidal,
    Learned
};

/**
 * All that differs between models; the same Transformer serves every value. Defaults are those of the paper's base
 * model except for the vocabulary.
 */
struct ModelConfig
{
    std::string name;
    int vocabulary = 37000;
    int d_model = 512;
    int n_heads = 8;
    int d_ff = 2048;
    int encoder_layers = 6;
    int decoder_layers = 6;
    int max_length = 512; ///< longest source and longest target, in tokens

    NormPlacement norm_placement = NormPlacement::After;
    NormKind norm_kind = NormKind::Layer;
    double norm_epsilon = 1e-5;
    PositionKind position_kind = PositionKind::Sinusoidal;
    Activation activation = Activation::ReLU;
    bool attention_bias = true; ///< biases of W_Q, W_K, W_V, W_O
    bool feed_forward_bias = true;
    bool scale_embedding = true; ///< rows of the embedding table times sqrt(d_model)
    bool tied_output = true; ///< the output projection is the embedding table

    /** d_k = d_v = d_model / n_heads. */
    int headSize() const { return d_model / n_heads; }

    /** @throws Error naming the first field that is out of range or does not fit the others. */
    void validate(const std::string& where) const;

    bool operator==(const ModelConfig&) const = default;
};

/** config.json, both ways. @throws Error naming the field. */
ModelConfig configFromJson(std::string_view json, const std::string& where);
std::string configToJson(const ModelConfig& config);

} // namespace glassformer
