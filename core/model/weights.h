#pragma once

#include "core/model/config.h"
#include "core/tensor/matrix.h"
#include "core/tensor/random.h"

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace glassformer {

/** y = x·W + b, W [in, out]; b is empty where the configuration has no bias. */
template <typename Scalar> struct LinearWeights
{
    Matrix<Scalar> weight;
    RowVector<Scalar> bias;
};

/** Gain and bias [d_model]; the bias is empty for RMS norm. */
template <typename Scalar> struct NormWeights
{
    RowVector<Scalar> gain;
    RowVector<Scalar> bias;
};

/** W_Q, W_K, W_V, W_O of all heads side by side, each [d_model, d_model]: head h owns columns h·d_k to (h+1)·d_k. */
template <typename Scalar> struct AttentionWeights
{
    LinearWeights<Scalar> query, key, value, output;
};

/** [d_model, d_ff] and [d_ff, d_model]. */
template <typename Scalar> struct FeedForwardWeights
{
    LinearWeights<Scalar> hidden, output;
};

template <typename Scalar> struct EncoderLayerWeights
{
    NormWeights<Scalar> attention_norm;
    AttentionWeights<Scalar> attention;
    NormWeights<Scalar> feed_forward_norm;
    FeedForwardWeights<Scalar> feed_forward;
};

template <typename Scalar> struct DecoderLayerWeights
{
    NormWeights<Scalar> attention_norm;
    AttentionWeights<Scalar> attention;
    NormWeights<Scalar> cross_attention_norm;
    AttentionWeights<Scalar> cross_attention;
    NormWeights<Scalar> feed_forward_norm;
    FeedForwardWeights<Scalar> feed_forward;
};

/**
 * Everything that a Transformer learns. Gradients and the optimiser's moments are values of the same type, walked
 * together by forEachTensor.
 */
template <typename Scalar> struct TransformerWeights
{
    Matrix<Scalar> embedding; ///< [vocabulary, d_model], shared by source, target and a tied output
    Matrix<Scalar> position; ///< [max_length, d_model] if positions are learned
    std::vector<EncoderLayerWeights<Scalar>> encoder;
    NormWeights<Scalar> encoder_norm; ///< only where norms come before
    std::vector<DecoderLayerWeights<Scalar>> decoder;
    NormWeights<Scalar> decoder_norm; ///< only where norms come before
    LinearWeights<Scalar> output; ///< only if not tied
};

/** One learned array inside the weights: where it lies and what it is called in model.safetensors. */
template <typename Scalar> struct WeightSlot
{
    std::string name; ///< "encoder.0.attention.query.weight"
    std::vector<std::int64_t> shape;
    Scalar* data;
    std::int64_t size;
};

/** All arrays of the weights in a fixed order; empty ones (absent biases) are left out. */
template <typename Scalar> std::vector<WeightSlot<Scalar>> weightSlots(TransformerWeights<Scalar>& weights);

/** Weights of the right shapes, all zero: for gradients and moments. */
template <typename Scalar> TransformerWeights<Scalar> zeroWeights(const ModelConfig& config);

/** Xavier-uniform matrices (Glorot & Bengio 2010), embeddings N(0, 1/d_model), gains 1, biases 0. */
template <typename Scalar>
TransformerWeights<Scalar> initialWeights(const ModelConfig& config, Random& random);

/** An encoder layer that passes its input on unchanged when norms come before: its two output projections are zero. */
template <typename Scalar>
EncoderLayerWeights<Scalar> identityEncoderLayer(const ModelConfig& config, Random& random);

/** Whether a head was taken out: its rows of W_O are all zero, so what it mixes goes nowhere. */
bool isRemoved(const AttentionWeights<float>& attention, int head, int n_heads);

/** Number of learned values. Shared ones count once. */
std::int64_t parameterCount(const ModelConfig& config);

/** model.safetensors, both ways. @throws Error for a missing, unknown or misshapen tensor. */
std::map<std::string, Tensor> weightsToTensors(const TransformerWeights<float>& weights);
TransformerWeights<float> weightsFromTensors(
    const ModelConfig& config, const std::map<std::string, Tensor>& tensors, const std::string& where);

} // namespace glassformer
