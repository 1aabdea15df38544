#pragma once

#include "core/cancel.h"
#include "core/model/transformer.h"
#include "core/model/writing/generation_tokens.h"
#include "core/model/writing/sampling.h"

#include <memory>
#include <span>
#include <vector>

namespace glassformer {

/** What the decoder wrote behind its prompt, the end token included if it came. */
struct Written
{
    std::vector<int> ids;
    bool ended = false;
};

/** A word that a beam search considered. */
struct BeamNode
{
    int token = 0;
    int parent = -1; ///< the word before it; -1: what the search began with
    double log_probability = 0; ///< of all words of the search up to this one
    bool is_kept = false; ///< whether the search went on from here, or ended here
    bool ended = false;

    bool operator==(const BeamNode&) const = default;
};

/** All words that a beam search considered, parents first. */
struct BeamNodes
{
    std::vector<BeamNode> nodes;
    int best = -1; ///< the last word of what it wrote; -1: nothing

    bool operator==(const BeamNodes&) const = default;
};

/** What a generation starts from. */
struct GenerationInput
{
    std::span<const int> source; ///< in the vocabulary; empty for a model without encoder
    std::vector<int>
        prompt; ///< what the decoder has read before it writes: a start token, or a text; not empty
    GenerationTokens tokens; ///< what ends it, and the rules of what may be written
    std::span<const int> forced; ///< tokens that are written whatever the model thinks of them
    const Controls<float>* controls = nullptr;
    /** The encoder's output, if it has read the source before [source rows, d_model]. */
    const Matrix<float>* memory = nullptr;
    /** What the decoder remembers of a beginning of the prompt and the forced tokens, without the last of them. */
    DecoderCache<float> read{};
    /** Layers that need not run over what is read first: the prompt and the forced tokens behind what is remembered. */
    BegunStack<float> begun{};
};

/** Tokens that can be written behind a prompt: as many as asked for, as far as the model reads. */
int mostNewTokens(const ModelConfig& config, std::size_t prompt_tokens, const Decoding& decoding);

/**
 * Writes in pieces: a layer of what is read for the next token; in a beam, one token behind each hypothesis. generate() is
 * all pieces at once. What the parameters refer to must live as long as the generation.
 */
class Generation
{
public:
    Generation(const Transformer<float>& model, GenerationInput input, const Decoding& decoding,
        const CancelFlag& cancel = {});
    ~Generation();

    /** The next piece. Whether anything is left. @throws Cancelled */
    bool advance();
    /** What was written, once nothing is left. */
    Written take();
    /** Of a beam, before it is taken: what was considered so far; empty without one. */
    const BeamNodes& considered() const;

private:
    class Work;
    std::unique_ptr<Work> m_work;
};

/**
 * Writes token after token until an end token, `max_new_tokens` or the longest text that the model reads. Controls that name a
 * decoder row which is not written yet wait for it. @throws Cancelled.
 */
Written generate(const Transformer<float>& model, const GenerationInput& input, const Decoding& decoding,
    const CancelFlag& cancel = {});

} // namespace glassformer
