#pragma once

#include "core/model/changes/change.h"
#include "core/model/transformer.h"
#include "core/trace/look/number_place.h"
#include "core/trace/trace.h"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace glassformer {

// How one number came from the model's weights: x · W + b, or a norm, with what really went in. A run keeps no weights,
// so the model that made it has to be at hand.

/** One input's share in a weighted sum. */
struct WeightedInput
{
    int index = 0;
    double input = 0;
    double weight = 0;
    double product = 0;
};

/** scale · (x[0]·W[0,i] + x[1]·W[1,i] + ...) + b[i] */
struct WeightedSum
{
    NumberPlace
        place; ///< of the result; before norm and turn, where queries and keys have them ("projected_query")
    std::string
        input_tensor; ///< what x is a row of; of "mixed" all heads side by side; empty: not in the run, see below
    std::vector<float>
        input; ///< x, as it really went in: normed where the norm comes before, changed where it was
    std::vector<float> weights; ///< column i of W
    double scale = 1; ///< not 1 for the logits of T5
    bool has_bias = false;
    double bias = 0;
    double sum = 0;
    double result =
        0; ///< what the run has; of hidden units and of output.state see explainHidden and explainNorm
    Changes changes; ///< those that set this very number: it is theirs then, and not the sum
    double largest_error =
        0; ///< between both; 0 where the number was changed, or the run has none to compare

    /** Those that change the sum most, largest first. */
    std::vector<WeightedInput> largest(int count) const;
};

/**
 * Query, key, value, output of attention; output of the feed-forward network; logits; encoder.input and decoder.input
 * where the table is narrower than the model (x is then what the norm of the embedding gives).
 * Nothing for a place that the run or the model has not, or that is no such sum.
 */
std::optional<WeightedSum> explainWeightedSum(
    const Trace& trace, const Transformer<float>& model, const NumberPlace& place);

/** How far a sum has come after its first terms. */
double sumOfFirst(std::span<const float> terms, std::size_t count);

/** One hidden unit of a feed-forward network: activation(x·W_1 + b), or with a gate activation(x·W_gate) · (x·W_1). */
struct HiddenExplanation
{
    WeightedSum before; ///< what is activated
    std::optional<WeightedSum> linear; ///< what a gate multiplies; only where there is one
    Activation activation = Activation::ReLU;
    double activated = 0; ///< activation(before.sum)
    double hidden = 0; ///< that, times linear.sum
    double result = 0; ///< what the run has
    Changes changes; ///< those that set this unit
    double largest_error = 0; ///< 0 where it was changed
};

/** \param site  Encoder, or DecoderSelf for any layer of a decoder */
std::optional<HiddenExplanation> explainHidden(
    const Trace& trace, const Transformer<float>& model, AttentionSite site, int layer, int token, int unit);

/** (x - mean) / sqrt(variance + epsilon) · gain + bias, or x / sqrt(mean of squares + epsilon) · gain. */
struct NormExplanation
{
    NumberPlace place; ///< of the result
    NormKind kind = NormKind::Layer;
    std::vector<std::string>
        summed; ///< tensors whose sum is normed, such as what went past a block and its output
    std::vector<float> before; ///< the whole row that is normed
    double value = 0; ///< the number of it that is asked for
    double mean = 0; ///< 0 for RMS norm
    double variance = 0; ///< of an RMS norm the mean of the squares
    double epsilon = 0;
    double deviation = 0; ///< sqrt(variance + epsilon)
    double normalized = 0; ///< (value - mean) / deviation
    double gain = 1;
    bool has_bias = false;
    double bias = 0;
    double after = 0; ///< normalized · gain + bias
    double result = 0; ///< what the run has
    Changes changes; ///< those that set this very number
    double largest_error = 0; ///< 0 where it was changed, or where something follows before the run keeps it
};

/**
 * The norm that gave a number: attention_input, cross_attention_input, feed_forward.input and a stack's output where norms
 * come before; the residuals and a layer's output where they come after; encoder.input and decoder.input where the
 * embedding is normed; output.state behind a transform; query and key where each head is normed (before the turn).
 * Nothing where no norm made the number.
 */
std::optional<NormExplanation> explainNorm(
    const Trace& trace, const Transformer<float>& model, const NumberPlace& place);

} // namespace glassformer
