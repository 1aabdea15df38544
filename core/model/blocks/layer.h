#pragma once

#include "core/model/blocks/attention.h"
#include "core/model/blocks/feed_forward.h"
#include "core/model/blocks/normalize.h"
#include "core/model/config/config.h"

#include <optional>

namespace glassformer {

/**
 * One sub-layer around a block f: attention or feed-forward, with its norm and its residual connection.
 * Before: input = norm(x), residual = x + f(input). After: input = x, residual = norm(x + f(input)).
 */
template <typename Scalar> struct SublayerRecord
{
    NormRecord<Scalar> norm;
    Matrix<Scalar> input; ///< what the block reads [rows, d_model]
    Matrix<Scalar> residual; ///< what the sub-layer passes on [rows, d_model]
};

/** Everything that a layer of either stack computed; the part of cross-attention is empty if it has none. */
template <typename Scalar> struct LayerRecord
{
    SublayerRecord<Scalar> attention_sublayer;
    AttentionRecord<Scalar> attention;
    SublayerRecord<Scalar> cross_attention_sublayer;
    AttentionRecord<Scalar> cross_attention;
    SublayerRecord<Scalar> feed_forward_sublayer;
    FeedForwardRecord<Scalar> feed_forward;

    const Matrix<Scalar>& output() const { return feed_forward_sublayer.residual; }
    /** What attention passes on to the feed-forward network. */
    Matrix<Scalar>& attended()
    {
        const bool has_cross = !cross_attention.weights.empty();
        return (has_cross ? cross_attention_sublayer : attention_sublayer).residual;
    }
};

/** What a decoder layer remembers of the rows that it has read. */
template <typename Scalar> struct LayerCache
{
    KeyValueCache<Scalar> self, cross;
};

/** What a layer reads besides its weights. */
template <typename Scalar> struct LayerInput
{
    const Matrix<Scalar>& x; ///< [rows, d_model]
    const Segments& segments;
    AttentionKind kind = AttentionKind::Bidirectional; ///< of its self-attention
    const Matrix<Scalar>* memory =
        nullptr; ///< the encoder's output [source rows, d_model], for cross-attention
    const Segments* memory_segments = nullptr;
    const LayerControl<Scalar>* control = nullptr; ///< what is changed in it; null: nothing
    bool keep_scores = false;
    LayerCache<Scalar>* cache = nullptr;
    bool all_rows = false; ///< as in AttentionInput
    const LayerCache<Scalar>* known = nullptr; ///< of all rows, as in AttentionInput
    const Matrix<Scalar>* mixed = nullptr; ///< of its self-attention, as in AttentionInput
    int first_row = 0; ///< place of x's first row, where earlier ones are in the cache
    /** Of each sequence only this row is wanted: what the layer passes on has one for each. Without a cache, and
     * nothing is known. Changes behind the queries name it for the first sequence, the row behind it for the second … */
    std::optional<int> only_row{};
    int window = 0; ///< of its self-attention
    const Matrix<Scalar>* relative_bias = nullptr; ///< of its self-attention
    const Places* places = nullptr; ///< of the tokens, where they are not their own
    const Rotation<Scalar>* rotation = nullptr; ///< of its self-attention, as in AttentionInput

    const AttentionControl<Scalar>* selfControl() const { return control ? &control->self : nullptr; }
    const AttentionControl<Scalar>* crossControl() const { return control ? &control->cross : nullptr; }
};

/** Self-attention, cross-attention if there is a memory to look at, and feed-forward network. */
template <typename Scalar>
LayerRecord<Scalar> runLayer(
    const ModelConfig& config, const LayerWeights<Scalar>& weights, const LayerInput<Scalar>& input);

/** The first part of runLayer(): everything up to the feed-forward network, whose parts of the record stay empty. */
template <typename Scalar>
LayerRecord<Scalar> runAttention(
    const ModelConfig& config, const LayerWeights<Scalar>& weights, const LayerInput<Scalar>& input);

/**
 * The second part: the feed-forward network, behind what the record has.
 * \param control  as in LayerInput; of a layer that is off, the network is run all the same
 */
template <typename Scalar>
void runFeedForward(const ModelConfig& config, const LayerWeights<Scalar>& weights,
    const LayerControl<Scalar>* control, int first_row, LayerRecord<Scalar>& record);

/** Where the gradients of a layer go besides the one it returns; what is null is not wanted. */
template <typename Scalar> struct LayerGradients
{
    LayerWeights<Scalar>& weights; ///< added to
    Matrix<Scalar>* memory = nullptr; ///< added to; must be there if the layer has a memory
    RowVector<Scalar>* self_gates = nullptr;
    RowVector<Scalar>* cross_gates = nullptr;
    const std::vector<Matrix<Scalar>>* d_self_weights = nullptr; ///< a loss put directly on self-attention
    const std::vector<Matrix<Scalar>>* d_cross_weights = nullptr; ///< on cross-attention
};

/** Returns the gradient of x. */
template <typename Scalar>
Matrix<Scalar> layerBackward(const ModelConfig& config, const LayerWeights<Scalar>& weights,
    const LayerInput<Scalar>& input, const LayerRecord<Scalar>& record, const Matrix<Scalar>& d_output,
    LayerGradients<Scalar> gradients);

} // namespace glassformer
