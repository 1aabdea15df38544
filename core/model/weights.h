#pragma once

#include "core/model/config/config.h"
#include "core/tensor/matrix.h"
#include "core/tensor/number_table.h"
#include "core/tensor/packed_matrix.h"
#include "core/tensor/random.h"

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace glassformer {

/**
 * y = x·W + b, W [in, out]; b is empty where the configuration has no bias. A model that learns holds W plainly, one
 * that was opened to run holds it packed.
 */
template <typename Scalar> struct LinearWeights
{
    Matrix<Scalar> weight;
    RowVector<Scalar> bias;
    PackedMatrix packed{};

    bool isEmpty() const { return weight.size() == 0 && packed.size() == 0; }
};

/** Gain and bias, as wide as what is normed; the bias is empty for RMS norm. */
template <typename Scalar> struct NormWeights
{
    RowVector<Scalar> gain;
    RowVector<Scalar> bias;
};

/**
 * W_Q [d_model, n_heads · d_head], W_K and W_V [d_model, key_value_heads · d_head], W_O [n_heads · d_head, d_model]:
 * head h owns columns h·d_head to (h+1)·d_head. The norms [d_head] are there if queries and keys are normed.
 */
template <typename Scalar> struct AttentionWeights
{
    LinearWeights<Scalar> query, key, value, output;
    NormWeights<Scalar> query_norm, key_norm;
};

/** [d_model, d_ff] and [d_ff, d_model]; the gate [d_model, d_ff] if the network is gated. */
template <typename Scalar> struct FeedForwardWeights
{
    LinearWeights<Scalar> hidden, output, gate;
};

/** One layer of either stack; the cross-attention is empty unless it is a decoder's that reads an encoder. */
template <typename Scalar> struct LayerWeights
{
    NormWeights<Scalar> attention_norm;
    AttentionWeights<Scalar> attention;
    NormWeights<Scalar> cross_attention_norm;
    AttentionWeights<Scalar> cross_attention;
    NormWeights<Scalar> feed_forward_norm;
    FeedForwardWeights<Scalar> feed_forward;
};

/** Encoder or decoder; everything is empty in a model that has no such stack. */
template <typename Scalar> struct StackWeights
{
    Matrix<Scalar> position; ///< [position_offset + max_length, d_embedding] if positions are learned
    NormWeights<Scalar> embedding_norm; ///< [d_embedding], only if the configuration asks for it
    Matrix<Scalar> relative_bias; ///< [buckets, n_heads] if positions are relative
    std::vector<LayerWeights<Scalar>> layers; ///< one for each group, if layers share their weights
    NormWeights<Scalar> norm; ///< only where norms come before
};

/**
 * Everything that a Transformer learns. Gradients and the optimiser's moments are values of the same type, walked
 * together by weightSlots.
 */
template <typename Scalar> struct TransformerWeights
{
    /** [vocabulary, d_embedding], shared by source, target and a tied output. */
    Matrix<Scalar> embedding;
    NumberTable
        table; ///< the same in a model that was opened to run; neither is there if a tied output is packed
    Matrix<Scalar> segment; ///< [segments, d_embedding]: what tells two sentences apart
    LinearWeights<Scalar> embedding_projection; ///< [d_embedding, d_model] if the table is narrower
    StackWeights<Scalar> encoder, decoder;
    LinearWeights<Scalar> output_transform; ///< [d_model, d_embedding] if there is one
    NormWeights<Scalar> output_norm; ///< [d_embedding], behind the transform
    LinearWeights<Scalar> output; ///< [d_embedding, vocabulary]; no weight if tied, unless it is packed
};

/** The row of the embedding table, wherever it is kept: in `embedding`, in `table` or as a column of a tied output. */
template <typename Scalar> RowVector<Scalar> tokenVector(const TransformerWeights<Scalar>& weights, int id);

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
LayerWeights<Scalar> identityEncoderLayer(const ModelConfig& config, Random& random);

/** Whether a head was taken out: its rows of W_O are all zero, so what it mixes goes nowhere. */
bool isRemoved(const AttentionWeights<float>& attention, int head, int n_heads);

/** model.safetensors, both ways. @throws Error for a missing, unknown or misshapen tensor. */
std::map<std::string, Tensor> weightsToTensors(const TransformerWeights<float>& weights);
TransformerWeights<float> weightsFromTensors(
    const ModelConfig& config, const std::map<std::string, Tensor>& tensors, const std::string& where);

} // namespace glassformer
