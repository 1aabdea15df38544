#pragma once

#include "core/model/blocks/position.h"
#include "core/model/stack_pass.h"

namespace glassformer {

/**
 * One stack over its tokens in pieces: the embedding, then one layer after the other, then what comes behind the last.
 * encode() and decode() are all pieces at once. What the parameters refer to must live as long as the run.
 */
template <typename Scalar> class StackRun
{
public:
    /** memory: as for decode(). */
    StackRun(const Transformer<Scalar>& model, bool is_decoder, const Memory<Scalar>* memory,
        const TokenBatch& tokens, PassOptions<Scalar> options);
    StackRun(const StackRun&) = delete;
    StackRun& operator=(const StackRun&) = delete;

    /** The next piece. Whether anything is left; not called again after false. @throws Cancelled */
    bool advance();
    /** What was computed, once nothing is left. */
    StackRecord<Scalar> take() { return std::move(m_record); }

private:
    void embedTokens();
    void runNextLayer();
    void finish();

    const PassOptions<Scalar> m_options;
    const TokenBatch m_tokens;
    Rotation<Scalar> m_rotation; ///< of the rows' places; empty in models that do not turn heads
    const StackPass<Scalar> m_pass;
    int m_first_row = 0; ///< place of the first token, where a cache has earlier ones
    int m_layer = -1; ///< the next one; -1: before the embedding
    StackRecord<Scalar> m_record;
};

} // namespace glassformer
