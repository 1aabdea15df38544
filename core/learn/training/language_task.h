#pragma once

#include "core/learn/training/batch.h"
#include "core/model/transformer.h"

namespace glassformer {

/**
 * The batch of a decoder-only model: it reads the start token and the sentence, and every row is to tell the token that
 * comes next, the last one the end token.
 */
TrainingBatch makeNextWordBatch(
    std::span<const DrawnSentence> drawn, const std::vector<EncodedSentence>& corpus, int start);

/**
 * The batch of an encoder-only model (Devlin et al. 2019, "BERT", section 3.1): of the tokens drawn for hiding eight in
 * ten become the mask, one a random token of the language and one stays; a word that is hidden whole becomes masks.
 * Only these rows have a target, the others no_target. At least one token of every sentence is hidden, never the end.
 */
TrainingBatch makeGapBatch(std::span<const DrawnSentence> drawn, const std::vector<EncodedSentence>& corpus,
    int mask, const Stage& stage, Random& random);

/** One sentence as the model reads it, up to a token (NextWord) or with these tokens hidden (FillGaps). */
std::vector<int> tokensBefore(const std::vector<int>& sentence, int token, int start);
std::vector<int> tokensWithGap(const std::vector<int>& sentence, const TokenRange& gap, int mask);

/** What a model without encoder says of the token behind these, what one without decoder says of token `row`. */
RowVector<float> nextWordLogits(const Transformer<float>& model, const std::vector<int>& tokens,
    const Controls<float>* controls = nullptr);
RowVector<float> gapLogits(const Transformer<float>& model, const std::vector<int>& tokens, int row,
    const Controls<float>* controls = nullptr);

} // namespace glassformer
