#pragma once

#include "core/cancel.h"
#include "core/model/blocks/embedding.h"
#include "core/model/blocks/layer.h"
#include "core/model/changes/controls.h"

#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace glassformer {

/** A configuration and the weights that fit it. */
template <typename Scalar> struct Transformer
{
    ModelConfig config;
    TransformerWeights<Scalar> weights;
};

/** Everything that one stack computed. */
template <typename Scalar> struct StackRecord
{
    EmbeddingRecord<Scalar> embedding;
    std::vector<LayerRecord<Scalar>> layers; ///< empty if only the stream was kept; those above `begun` ones
    std::vector<Matrix<Scalar>> stream; ///< what each layer passed on, if only that was kept [rows, d_model]
    std::vector<Matrix<Scalar>> attended; ///< the same behind each layer's attention, before its network
    std::size_t begun =
        0; ///< layers that did not run, of which only the stream is there even if layers are kept
    NormRecord<Scalar> norm; ///< only where norms come before
    Matrix<Scalar> output; ///< [rows, d_model]: what the other stack or the output projection reads

    /** What the layer read: the embedding or the output of the layer before. */
    const Matrix<Scalar>& inputOf(std::size_t layer) const
    {
        return layer == 0            ? embedding.output()
            : layer <= stream.size() ? stream[layer - 1]
                                     : layers[layer - 1 - begun].output();
    }
};

/** Token ids of a batch, sentence below sentence. */
struct TokenBatch
{
    std::span<const int> ids;
    const Segments& segments;
    std::span<const int>
        segment_rows{}; ///< row of the segment table for each token; empty: the first for all
};

/** What the decoder remembers of the rows that it has read; begins empty. For a batch of one segment. */
template <typename Scalar> struct DecoderCache
{
    std::vector<LayerCache<Scalar>> layers;
    int rows = 0;
};

/** Layers that need not run, since an earlier pass has left what they passed on for all rows of this one. */
template <typename Scalar> struct BegunStack
{
    const StackRecord<Scalar>* record = nullptr; ///< without its layers, of all rows from the first on
    int layers = 0; ///< so many of the lowest; the others run
    /** What the heads of the first layer that runs have mixed in all rows, if it is known; or null. Without a cache. */
    const Matrix<Scalar>* mixed = nullptr;
};

/** How a forward pass runs. */
template <typename Scalar> struct PassOptions
{
    const Controls<Scalar>* controls = nullptr;
    bool keep_scores = false; ///< keep scores before and after the mask, for a trace
    DecoderCache<Scalar>* cache = nullptr; ///< decode: the tokens given come after those that it remembers
    bool all_rows =
        false; ///< with a cache: the maps of attention have the remembered rows too, as in AttentionInput
    bool keep_layers =
        true; ///< otherwise only the stream between them, from which runAttentionAgain makes one anew
    /** Sees every layer's record before it goes, where layers are not kept; may be empty. */
    std::function<void(int layer, const LayerRecord<Scalar>&)> see_layer{};
    CancelFlag cancel{}; ///< looked at before every layer
    BegunStack<Scalar> begun{}; ///< a cache has all rows of its layers
    /** Of each sequence only this row of the last layer, which runs, and of what comes behind it; without a cache. */
    std::optional<int> only_row{};
};

/** The encoder's output as a decoder reads it. */
template <typename Scalar> struct Memory
{
    const Matrix<Scalar>& output; ///< [source rows, d_model]
    const Segments& segments;
};

/** The encoder stack. Ids are in range and segments not empty: who makes a batch sees to it. @throws Cancelled */
template <typename Scalar>
StackRecord<Scalar> encode(
    const Transformer<Scalar>& model, const TokenBatch& source, const PassOptions<Scalar>& options = {});

/**
 * The decoder stack over tokens that are already written: row t is its state when it has read tokens 0 to t.
 * \param memory  null for a model without encoder
 * \throws Cancelled
 */
template <typename Scalar>
StackRecord<Scalar> decode(const Transformer<Scalar>& model, const Memory<Scalar>* memory,
    const TokenBatch& target, const PassOptions<Scalar>& options = {});

template <typename Scalar>
StackRecord<Scalar> decode(const Transformer<Scalar>& model, const StackRecord<Scalar>& encoder,
    const Segments& source_segments, const TokenBatch& target, const PassOptions<Scalar>& options = {})
{
    const Memory<Scalar> memory{encoder.output, source_segments};
    return decode<Scalar>(model, &memory, target, options);
}

/**
 * The attention of one layer of a pass that kept only the stream, as it was computed then.
 * \param memory  for a decoder's layer, as in decode(); null: a layer of the encoder or of a model without encoder
 * \param known  queries, keys and values of all rows, if the pass has left them; or null
 */
template <typename Scalar>
LayerRecord<Scalar> runAttentionAgain(const Transformer<Scalar>& model, bool is_decoder, int layer,
    const Matrix<Scalar>& x, const Memory<Scalar>* memory, const LayerCache<Scalar>* known,
    const PassOptions<Scalar>& options = {});

/** The rest of the layer, behind the attention that the record has or, at least, what that passed on. */
template <typename Scalar>
void runFeedForwardAgain(const Transformer<Scalar>& model, bool is_decoder, int layer,
    const Controls<Scalar>* controls, LayerRecord<Scalar>& record);

/** Which rows the output is made of, and what is changed there. */
template <typename Scalar> struct OutputChange
{
    const Controls<Scalar>* controls = nullptr; ///< null: nothing
    int first_row = 0; ///< place of the first row in the whole sequence
};

/** What the output projection reads: behind the transform, where the model has one [rows, d_embedding]. */
template <typename Scalar>
Matrix<Scalar> outputState(
    const Transformer<Scalar>& model, const Matrix<Scalar>& last, OutputChange<Scalar> change = {});

/** Linear layer to the vocabulary [rows, vocabulary]; the embedding table transposed if the output is tied. */
template <typename Scalar>
Matrix<Scalar> logits(
    const Transformer<Scalar>& model, const Matrix<Scalar>& last, OutputChange<Scalar> change = {});

/** Gradients of the gates of every layer, one row vector per layer; empty where not wanted. */
template <typename Scalar> struct GateGradients
{
    std::vector<RowVector<Scalar>> encoder, decoder_self, decoder_cross;
};

/** A loss put directly on attention weights: per layer, one matrix per head per segment; or empty. */
template <typename Scalar> struct AttentionWeightGradients
{
    std::vector<std::vector<Matrix<Scalar>>> encoder, cross;
};

/** What backward() needs of the forward pass. */
template <typename Scalar> struct ForwardPass
{
    TokenBatch source, target; ///< of a stack that the model lacks: without rows
    const StackRecord<Scalar>& encoder;
    const StackRecord<Scalar>& decoder;
    const Controls<Scalar>* controls = nullptr;
};

/** The derivative of encode, decode and logits together; an encoder-only model's logits are those of its encoder. Adds to `gradients` and to `gates` if wanted. */
template <typename Scalar>
void backward(const Transformer<Scalar>& model, const ForwardPass<Scalar>& pass,
    const Matrix<Scalar>& d_logits, const AttentionWeightGradients<Scalar>& d_attention,
    TransformerWeights<Scalar>& gradients, GateGradients<Scalar>* gates = nullptr);

} // namespace glassformer
