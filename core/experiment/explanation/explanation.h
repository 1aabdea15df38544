#pragma once

#include "core/model/head_name.h"
#include "core/model/tensor_name.h"
#include "core/trace/trace.h"

#include <optional>
#include <vector>

namespace glassformer {

// How one number of a run came about: every step is computed again from the tensors that went into it, and the
// result is held against the tensor that the run itself left behind. `largest_error` is that difference.

/** One cell of an attention matrix. */
struct AttentionCell
{
    AttentionSite site = AttentionSite::Encoder;
    int layer = 0;
    int head = 0;
    int query = 0;
    int key = 0;

    bool operator==(const AttentionCell&) const = default;
};

/** One token's share in a mixed value. */
struct ValuePart
{
    int key = 0;
    double weight = 0;
    std::vector<float> value; ///< [d_head]
};

/** How a query or a key came from its projection, where the model norms or turns it; else all is empty. */
struct HeadVector
{
    std::vector<float> projected; ///< [d_head] x · W + b
    double root_mean_square = 0; ///< of that; the norm divides by it and multiplies by its gains. 0: no norm
    std::vector<float> normed; ///< [d_head] what is turned: `projected` where there is no norm
    std::vector<double>
        angles; ///< [d_head / 2] radians; pair i is the components i and i + d_head / 2. Empty: no turn
};

/** Why a query may not look at a key. */
enum class MaskReason
{
    None, ///< it may
    Future, ///< the key comes after the query, and the model is causal
    Window, ///< the key lies farther back than the layer sees
    Cut, ///< an experiment cut the connection
};

/** softmax(q·k / sqrt(d_k)) v, step by step, for one query and one key. */
struct AttentionExplanation
{
    AttentionCell cell;
    int key_value_head = 0; ///< whose keys and values the head reads
    int heads_per_key_value = 1; ///< so many heads read the same ones
    HeadVector query_way, key_way; ///< from the projections to `query` and `key`
    std::vector<float> query, key; ///< [d_head] what enters q·k
    std::vector<float> products; ///< query[i] * key[i]
    double dot = 0; ///< their sum
    double root = 1; ///< sqrt(d_head); 1 for a model that does not scale
    int bucket = -1; ///< of the distance, where positions are relative; else -1
    double bias = 0; ///< what that bucket adds
    double score = 0; ///< dot / root + bias
    bool is_masked = false;
    MaskReason mask_reason = MaskReason::None;
    int window = 0; ///< tokens that a query of the layer sees, itself included; 0: all before it
    std::vector<double> row; ///< scores of the query with every key, -infinity where masked
    double shift = 0; ///< subtracted before exp so that it stays a number that people can read
    double exponential = 0; ///< exp(score - shift), 0 if masked
    double total = 0; ///< sum of the row's exponentials
    double weight = 0; ///< exponential / total
    std::vector<ValuePart> parts; ///< all keys that are not masked, heaviest first
    std::vector<float> mixed; ///< sum of weight * value, before a switched-off head is zeroed
    bool head_is_off = false;
    /** Those that act on what is shown here: on this row of scores and weights, these queries, keys, values and mixed
     * values, or on the places. What they set is not computed again. */
    Changes changes;
    double largest_error = 0;
};

/** Nothing if the run has no such cell. */
std::optional<AttentionExplanation> explainAttention(const Trace& trace, const AttentionCell& cell);

/** One component of the vector that enters a stack: table row, scale, position, segment, sum. */
struct InputExplanation
{
    int id = 0;
    int token = 0;
    int dimension = 0;
    double table_value = 0; ///< as it stands in the embedding table
    double scale = 1; ///< sqrt(d_model), or 1
    double embedding = 0; ///< table_value * scale
    bool has_position = false;
    bool is_sinusoidal = false;
    bool is_sine = true; ///< else a cosine
    int exponent = 0; ///< 2i: the angle is place / 10000^(exponent / d_model)
    int place = 0; ///< of the token, which is its own unless a change moved it
    bool are_places_off = false; ///< a change took all places away: position is 0
    double angle = 0;
    double position = 0;
    int position_row = 0; ///< of a learned table
    bool has_segment = false;
    int segment_row = 0; ///< of the table of segments: which of two sentences the token belongs to
    double segment = 0;
    double sum = 0; ///< embedding + position + segment
    bool is_normed = false; ///< a norm follows
    bool is_projected = false; ///< a matrix follows that makes d_model numbers of fewer
    double entered = 0; ///< what the run has in the first layer's input; where a matrix follows, 0
    Changes changes; ///< those that act on one of these numbers, or on the places
    double largest_error = 0; ///< 0 where something follows on the sum: its weights are not in the run
};

std::optional<InputExplanation> explainInput(const Trace& trace, bool is_target, int token, int dimension);

/** softmax(logits / temperature) over the vocabulary for one word. */
struct NextWordExplanation
{
    int position = 0;
    int id = 0;
    double logit = 0;
    double temperature = 1;
    double shift = 0;
    double exponential = 0; ///< exp(logit / temperature - shift)
    double total = 0;
    double probability = 0;
    std::vector<float> state; ///< the decoder's vector that the logits were made from; may be empty
    Changes changes; ///< those that set this logit or a number of that vector
    double largest_error = 0; ///< 0 at other temperatures than 1: the run keeps the probabilities of that one
};

/** temperature: above 0. */
std::optional<NextWordExplanation> explainNextWord(
    const Trace& trace, int position, int id, double temperature = 1);

/** One component of "x + f(x)". */
struct SumExplanation
{
    int token = 0;
    int dimension = 0;
    double stream = 0; ///< what went past the block
    double added = 0; ///< what the block put out
    double sum = 0;
    double result = 0; ///< what the run has: equal to the sum unless a norm follows
    bool is_normed = false;
    Changes changes; ///< those that set one of these numbers
    double largest_error =
        0; ///< 0 where a norm follows, whose statistics are not in the run, or where a change set the result
};

/** After attention (encoder or decoder's own). */
std::optional<SumExplanation> explainAttentionSum(
    const Trace& trace, AttentionSite site, int layer, int token, int dimension);
/** After the feed-forward network. */
std::optional<SumExplanation> explainFeedForwardSum(
    const Trace& trace, AttentionSite site, int layer, int token, int dimension);

/** Name of the tensor that enters a layer: the layer's before it, or the stack's input. */
std::string layerInputTensor(AttentionSite site, int layer);

} // namespace glassformer
