#pragma once

#include "core/model/attention.h"
#include "core/model/config.h"
#include "core/model/feed_forward.h"
#include "core/model/normalize.h"

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

template <typename Scalar> struct EncoderLayerRecord
{
    SublayerRecord<Scalar> attention_sublayer;
    AttentionRecord<Scalar> attention;
    SublayerRecord<Scalar> feed_forward_sublayer;
    FeedForwardRecord<Scalar> feed_forward;

    const Matrix<Scalar>& output() const { return feed_forward_sublayer.residual; }
};

template <typename Scalar> struct DecoderLayerRecord
{
    SublayerRecord<Scalar> attention_sublayer;
    AttentionRecord<Scalar> attention;
    SublayerRecord<Scalar> cross_attention_sublayer;
    AttentionRecord<Scalar> cross_attention;
    SublayerRecord<Scalar> feed_forward_sublayer;
    FeedForwardRecord<Scalar> feed_forward;

    const Matrix<Scalar>& output() const { return feed_forward_sublayer.residual; }
};

/** What an encoder layer reads besides its weights. */
template <typename Scalar> struct EncoderLayerInput
{
    const Matrix<Scalar>& x; ///< [rows, d_model]
    const Segments& segments;
    const AttentionControl<Scalar>* control = nullptr;
    bool keep_scores = false;
};

template <typename Scalar>
EncoderLayerRecord<Scalar> encoderLayer(const ModelConfig& config, const EncoderLayerWeights<Scalar>& weights,
    const EncoderLayerInput<Scalar>& input);

/** Returns the gradient of x; adds to the weights' gradients and to those of the gates if wanted. */
template <typename Scalar>
Matrix<Scalar> encoderLayerBackward(const ModelConfig& config, const EncoderLayerWeights<Scalar>& weights,
    const EncoderLayerInput<Scalar>& input, const EncoderLayerRecord<Scalar>& record,
    const Matrix<Scalar>& d_output, EncoderLayerWeights<Scalar>& gradients,
    RowVector<Scalar>* d_gates = nullptr);

/** What a decoder layer remembers of the rows that it has read. */
template <typename Scalar> struct DecoderLayerCache
{
    KeyValueCache<Scalar> self, cross;
};

/** What a decoder layer reads besides its weights. */
template <typename Scalar> struct DecoderLayerInput
{
    const Matrix<Scalar>& x; ///< [target rows, d_model]
    const Segments& segments;
    const Matrix<Scalar>& memory; ///< the encoder's output [source rows, d_model]
    const Segments& memory_segments;
    const AttentionControl<Scalar>* self_control = nullptr;
    const AttentionControl<Scalar>* cross_control = nullptr;
    bool keep_scores = false;
    DecoderLayerCache<Scalar>* cache = nullptr;
    int first_row = 0; ///< place of x's first row, where earlier ones are in the cache
};

template <typename Scalar>
DecoderLayerRecord<Scalar> decoderLayer(const ModelConfig& config, const DecoderLayerWeights<Scalar>& weights,
    const DecoderLayerInput<Scalar>& input);

/** Where the gradients of a decoder layer go besides the one it returns. */
template <typename Scalar> struct DecoderLayerGradients
{
    DecoderLayerWeights<Scalar>& weights; ///< added to
    Matrix<Scalar>& memory; ///< added to
    RowVector<Scalar>* self_gates = nullptr;
    RowVector<Scalar>* cross_gates = nullptr;
    const std::vector<Matrix<Scalar>>* d_cross_weights = nullptr; ///< a loss put directly on cross-attention
};

/** Returns the gradient of x. */
template <typename Scalar>
Matrix<Scalar> decoderLayerBackward(const ModelConfig& config, const DecoderLayerWeights<Scalar>& weights,
    const DecoderLayerInput<Scalar>& input, const DecoderLayerRecord<Scalar>& record,
    const Matrix<Scalar>& d_output, DecoderLayerGradients<Scalar> gradients);

} // namespace glassformer
