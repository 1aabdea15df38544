#pragma once

namespace glassformer {

/**
 * The bend in a feed-forward layer. GeluErf: x Phi(x), as in BERT; GeluTanh: its tanh approximation, as in
 * GPT-2 (Hendrycks & Gimpel 2016); SiLU: x sigmoid(x).
 */
enum class Activation
{
    ReLU,
    GeluErf,
    GeluTanh,
    SiLU
};

} // namespace glassformer
