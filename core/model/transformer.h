#pragma once

#include "core/model/embedding.h"
#include "core/model/interventions.h"
#include "core/model/layer.h"

#include <span>
#include <vector>

namespace glassformer {

/** A configuration and the weights that fit it. */
template <typename Scalar> struct Transformer
{
    ModelConfig config;
    TransformerWeights<Scalar> weights;
};

/** What is changed in each layer; an empty list changes nothing. */
template <typename Scalar> struct Controls
{
    std::vector<AttentionControl<Scalar>> encoder, decoder_self, decoder_cross;
};

/** The controls that carry out a person's interventions on a run of one sentence. */
template <typename Scalar>
Controls<Scalar> controlsFor(const ModelConfig& config, const Interventions& interventions);

template <typename Scalar> struct EncoderRecord
{
    EmbeddingRecord<Scalar> embedding;
    std::vector<EncoderLayerRecord<Scalar>> layers;
    NormRecord<Scalar> norm; ///< only where norms come before
    Matrix<Scalar> output; ///< [source rows, d_model]: what every decoder layer reads
};

template <typename Scalar> struct DecoderRecord
{
    EmbeddingRecord<Scalar> embedding;
    std::vector<DecoderLayerRecord<Scalar>> layers;
    NormRecord<Scalar> norm;
    Matrix<Scalar> output; ///< [target rows, d_model]
};

/** Token ids of a batch, sentence below sentence. */
struct TokenBatch
{
    std::span<const int> ids;
    const Segments& segments;
};

/** What the decoder remembers of the rows that it has read; begins empty. For a batch of one segment. */
template <typename Scalar> struct DecoderCache
{
    std::vector<DecoderLayerCache<Scalar>> layers;
    int rows = 0;
};

/** How a forward pass runs. */
template <typename Scalar> struct PassOptions
{
    const Controls<Scalar>* controls = nullptr;
    bool keep_scores = false; ///< keep scores before and after the mask, for a trace
    DecoderCache<Scalar>* cache = nullptr; ///< decode: the tokens given come after those that it remembers
};

/** The encoder stack. Ids are in range and segments not empty: who makes a batch sees to it. */
template <typename Scalar>
EncoderRecord<Scalar> encode(
    const Transformer<Scalar>& model, const TokenBatch& source, const PassOptions<Scalar>& options = {});

/** The decoder stack over tokens that are already written: row t is its state when it has read tokens 0 to t. */
template <typename Scalar>
DecoderRecord<Scalar> decode(const Transformer<Scalar>& model, const EncoderRecord<Scalar>& encoder,
    const Segments& source_segments, const TokenBatch& target, const PassOptions<Scalar>& options = {});

/** Linear layer to the vocabulary [rows, vocabulary]; the embedding table transposed if the output is tied. */
template <typename Scalar>
Matrix<Scalar> logits(const Transformer<Scalar>& model, const Matrix<Scalar>& decoder_output);

/** Gradients of the gates of every layer, one row vector per layer; empty where not wanted. */
template <typename Scalar> struct GateGradients
{
    std::vector<RowVector<Scalar>> encoder, decoder_self, decoder_cross;
};

/** A loss put directly on cross-attention weights: per decoder layer, one matrix per head per segment; or empty. */
template <typename Scalar> using CrossWeightGradients = std::vector<std::vector<Matrix<Scalar>>>;

/** What backward() needs of the forward pass. */
template <typename Scalar> struct ForwardPass
{
    TokenBatch source, target;
    const EncoderRecord<Scalar>& encoder;
    const DecoderRecord<Scalar>& decoder;
    const Controls<Scalar>* controls = nullptr;
};

/** The derivative of encode, decode and logits together. Adds to `gradients` and to `gates` if wanted. */
template <typename Scalar>
void backward(const Transformer<Scalar>& model, const ForwardPass<Scalar>& pass,
    const Matrix<Scalar>& d_logits, const CrossWeightGradients<Scalar>& d_cross_weights,
    TransformerWeights<Scalar>& gradients, GateGradients<Scalar>* gates = nullptr);

} // namespace glassformer
