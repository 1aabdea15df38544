#pragma once

#include "core/message.h"
#include "core/model/changes/change.h"
#include "core/model/config/config.h"
#include "core/model/writing/generation_tokens.h"
#include "core/model/writing/sampling.h"
#include "core/tensor/matrix.h"
#include "core/text/encoding.h"

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace glassformer {

/** What of a layer is to be at hand. */
enum class LayerInside
{
    Attention,
    FeedForward ///< and what passes it by
};

/**
 * Tensors of a run that were too large to keep, made a layer at a time when somebody looks. Any thread may ask;
 * nobody waits for a layer that another thread makes.
 */
class LateTensors
{
public:
    virtual ~LateTensors() = default;
    virtual std::vector<std::string> names() const = 0;
    /** Null if it has no such tensor. */
    virtual std::shared_ptr<const Tensor> make(const std::string& name) const = 0;
    /** One head of a tensor of scores or weights [Q, K], without the others; null if that is no quicker than make(). */
    virtual std::shared_ptr<const Tensor> makeMap(const std::string& name, int head) const = 0;
    /**
     * Makes the inside of a layer of the stack that attends at `site`. As long as somebody has what is returned, the
     * layer's tensors are at hand: make() has nothing to compute for them. Null if the run has no such layer.
     */
    virtual std::shared_ptr<const void> hold(AttentionSite site, int layer, LayerInside inside) const = 0;
    /** The same if the layer is at hand; null if it would have to be computed. */
    virtual std::shared_ptr<const void> holdIfMade(
        AttentionSite site, int layer, LayerInside inside) const = 0;
    /**
     * Row 0: logits, row 1: probabilities of one row of the output, [2, vocabulary]; null if it has none. As long as
     * somebody has what is returned, they are at hand.
     */
    virtual std::shared_ptr<const Tensor> wordScores(int row) const = 0;
    /** The same if they are at hand; null if they would have to be computed. */
    virtual std::shared_ptr<const Tensor> wordScoresIfMade(int row) const = 0;
};

struct RunState;

/** What a run says of itself. One that was made here says all; one from a file says only what was recorded. */
struct Recorded
{
    bool is_file = false; ///< the run was read from a file: nothing can be run again
    bool kinds = true; ///< which tokens are special, and which are pieces of words
    bool spans = true; ///< where tokens stand in the text
    bool normal = true; ///< what the text was before it was cut
    bool cuts = true; ///< how words were cut
    bool rules = true; ///< by which rules words were chosen
    bool width = true; ///< how long vectors are: d_model
    bool vocabulary = true; ///< how many entries it has
    bool norms = true; ///< of what kind the norms are; where they come after, also that they do
    bool end = true; ///< whether the model wrote the end
};

/** The id of a token of a recorded run that tells none. */
inline constexpr int no_id = -1;

/**
 * A finished run: every tensor under the name that tensor_name.h gives it, filled by the very forward pass that
 * computed the answer. Immutable once made; shared between the session and whoever shows it.
 *
 * S is the number of source tokens, T the number of decoder inputs. A decoder is causal, so row t of every decoder
 * tensor is the decoder's state when it had read target[0..t] and was about to write written[t].
 *
 * A decoder-only model reads one text: source and target are the same T tokens, those that were given first. An
 * encoder-only model has no target; written[s] is then what it takes source[s] for, or empty if it gives no words.
 */
struct Trace
{
    ModelConfig config;
    std::string source_text;
    std::string weights_digest; ///< of the model that was run (weights_digest.h); empty if it isn't known
    std::string target_language; ///< "fr"; empty for a model without target languages
    std::string source_language{}; ///< as asked; empty: what the model's files say
    std::vector<Token> source; ///< S tokens: <2fr>, pieces, </s>
    std::vector<NormalPart> source_normal{}; ///< the text as it was cut, beside what was typed
    std::vector<WordCut> source_words;
    std::vector<Token> target; ///< T tokens: <s>, then what was written except the last
    std::vector<Token> written; ///< one for every row of probabilities: written[t] was chosen from row t
    std::map<int, Token>
        entries{}; ///< of a recorded run: what it tells of the vocabulary beyond its own tokens
    Recorded recorded{};
    std::vector<Message> remarks{}; ///< of a recorded run: what its numbers cannot be
    int given = 0; ///< so many of a decoder-only model's tokens were given, the others it wrote
    std::string
        answer; ///< the written tokens as text; with the text before, or filled in, if there is one stack
    bool ended = false; ///< the model wrote the end token (and was not cut off at the longest length)
    Changes changes; ///< made where the pass makes a record; what follows from them is in the tensors
    GenerationTokens generation; ///< the rules by which words were chosen
    Decoding decoding{}; ///< how words were chosen
    std::vector<int> forced_target{}; ///< tokens that were written first because they were asked for
    std::map<std::string, Tensor> tensors; ///< those that were kept
    std::shared_ptr<const LateTensors> late; ///< the others; may be null
    std::shared_ptr<const RunState> state; ///< what another run can go on from; may be null

    bool has(const std::string& name) const;
    std::vector<std::string> names() const; ///< sorted
    /** Null if the run has no such tensor. A kept one lives as long as the run. */
    std::shared_ptr<const Tensor> find(const std::string& name) const;
    /** @throws Error if the run has no such tensor. */
    std::shared_ptr<const Tensor> tensor(const std::string& name) const;
    /** Rows of logits: the decoder's, or those of an encoder alone. */
    int rows() const { return static_cast<int>(config.hasDecoder() ? target.size() : source.size()); }
};

} // namespace glassformer
