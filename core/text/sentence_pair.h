#pragma once

#include "core/text/encoding.h"

#include <cstddef>
#include <vector>

namespace glassformer {

/** How a model reads two sentences as one text: "[CLS] A [SEP] B [SEP]", "<s>A</s></s>B</s>". */
struct SentencePair
{
    std::vector<int> between{}; ///< ids between the two; empty: the model reads no pairs
    int second_segment = 0; ///< Token::segment of all behind them

    bool operator==(const SentencePair&) const = default;
};

/**
 * Gives the tokens behind the first place where a text has the ids between two sentences their segment. The ids that
 * were put around the text, so many before and after it, separate nothing.
 */
void numberSegments(Encoding& encoding, const SentencePair& pair, std::size_t before, std::size_t after);

} // namespace glassformer
