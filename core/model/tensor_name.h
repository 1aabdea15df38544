#pragma once

#include "core/model/head_name.h"

#include <string>

namespace glassformer {

/** The matrices inside one attention block, in the order in which they are computed. */
enum class AttentionPart
{
    Query, ///< [H, Q, d_head]
    Key, ///< [H, K, d_head]
    Value, ///< [H, K, d_head]
    Scores, ///< [H, Q, K]  q·k / sqrt(d_head), before the mask
    Masked, ///< [H, Q, K]  -inf where masked
    Weights, ///< [H, Q, K]  rows sum to 1
    Mixed, ///< [H, Q, d_head]  weights x value
    Output, ///< [Q, d_model]  after W_O
    ProjectedQuery, ///< [H, Q, d_head]  before norm and turn, where the model has them
    ProjectedKey,
    Thumbnail, ///< [H, q, k]  weights made small: the largest of each block of cells; of long runs only
};

/** "encoder.3.self_attention.weights", "decoder.1.cross_attention.query". */
std::string attentionTensor(AttentionSite site, int layer, AttentionPart part);

/** Names of everything else; layers count from 0. A decoder-only model's tokens are its source. */
inline constexpr const char* source_ids_tensor = "source.tokens.ids"; // [S]
inline constexpr const char* source_embedding_tensor = "source.embedding"; // [S, d_model] scaled table rows
inline constexpr const char* source_position_tensor = "source.position"; // [S, d_model]
inline constexpr const char* source_segment_tensor = "source.segment"; // [S, d_embedding]
inline constexpr const char* encoder_input_tensor = "encoder.input"; // [S, d_model]
inline constexpr const char* encoder_output_tensor = "encoder.output"; // [S, d_model] after the last norm
inline constexpr const char* target_ids_tensor = "target.tokens.ids"; // [T]
inline constexpr const char* target_embedding_tensor = "target.embedding"; // [T, d_model]
inline constexpr const char* target_position_tensor = "target.position"; // [T, d_model]
inline constexpr const char* decoder_input_tensor = "decoder.input"; // [T, d_model]
inline constexpr const char* decoder_output_tensor = "decoder.output"; // [T, d_model] after the last norm
/** What the output projection reads, where the model puts a transform before it [rows, d_embedding]. */
inline constexpr const char* output_state_tensor = "output.state";
inline constexpr const char* logits_tensor = "logits"; // [T, vocabulary]
inline constexpr const char* probabilities_tensor = "probabilities"; // [T, vocabulary]

enum class LayerPart
{
    AttentionInput, ///< [n, d_model] what W_Q reads: the normed stream where the norm comes before
    AttentionResidual, ///< [n, d_model] after add (and norm, where it comes after)
    CrossAttentionInput, ///< decoder only
    CrossAttentionResidual, ///< decoder only
    FeedForwardInput, ///< [n, d_model]
    FeedForwardGate, ///< [n, d_ff] activation of x·W_gate, where there is a gate
    FeedForwardHidden, ///< [n, d_ff] after the activation, times x·W_hidden where there is a gate
    FeedForwardOutput, ///< [n, d_model]
    Output, ///< [n, d_model]
};

/** "encoder.3.feed_forward.hidden"; for the decoder's parts, site DecoderSelf or DecoderCross alike. */
std::string layerTensor(AttentionSite site, int layer, LayerPart part);

/** What enters the first layer of the stack that attends here, and what its last layer and norm put out. */
const char* stackInputTensor(AttentionSite site);
const char* stackOutputTensor(AttentionSite site);

/** [buckets, H]: what the distance of a key adds to a score, where positions are relative. */
const char* relativeBiasTensor(AttentionSite site);

/** What the output projection of a model reads. */
const char* lastStateTensor(const ModelConfig& config);

} // namespace glassformer
