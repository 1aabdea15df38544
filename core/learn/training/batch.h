#pragma once

#include "core/learn/corpus/encoded_corpus.h"
#include "core/learn/training/loss.h"
#include "core/learn/training/recipe.h"
#include "core/model/blocks/attention.h"
#include "core/tensor/random.h"

#include <algorithm>
#include <span>
#include <vector>

namespace glassformer {

/** A sentence drawn for training, and the direction in which it is to be translated. */
struct DrawnSentence
{
    std::uint32_t sentence = 0;
    Direction direction;
};

/** Where a decoder row should look while it writes a word: source tokens begin to end. */
struct GuidedRow
{
    int segment = 0;
    int row = 0; ///< inside the segment
    TokenRange source;
};

/** A row of the encoder, of a pronoun, and its two candidates; all inside the segment. */
struct ReferringRow
{
    int segment = 0;
    int row = 0;
    TokenRange antecedent, rival;
};

/** One forward pass's worth of sentences, ready for the model. */
struct TrainingBatch
{
    std::vector<int> source, target_in;
    std::vector<int> target_out; ///< of every decoder row, without decoder of every encoder row; or no_target
    Segments source_segments, target_segments;

    /** Rows with a target. */
    std::size_t toldRows() const
    {
        return target_out.size()
            - static_cast<std::size_t>(std::count(target_out.begin(), target_out.end(), no_target));
    }

    std::vector<GuidedRow> guided; ///< filled if the stage asks for guidance
    std::vector<ReferringRow> referring; ///< filled if the stage asks for a sharp reference
    std::vector<AttentionControl<float>::Cut> cuts; ///< of every cross-attention layer
    std::vector<AttentionControl<float>::Cut>
        early_cuts; ///< of every encoder head but the first of the last layer
    std::vector<AttentionControl<float>::Cut> encoder_cuts; ///< of every encoder head
    std::vector<AttentionControl<float>::Cut> written_cuts; ///< of every head of the decoder's self-attention
};

/** Builds a batch for a translator, with the stage's word dropping, guidance and masking drawn from `random`. */
TrainingBatch makeBatch(std::span<const DrawnSentence> drawn, const std::vector<EncodedSentence>& corpus,
    const SpecialTokens& special, const Stage& stage, Random& random);

/**
 * A chunk of drawn sentences cut into batches of similar lengths, so that short and long sentences don't wait for each
 * other. A function of its arguments alone: training can resume at any batch.
 */
std::vector<std::vector<DrawnSentence>> drawChunk(
    const std::vector<EncodedSentence>& corpus, const Stage& stage, Random& random);

} // namespace glassformer
