#pragma once

#include "core/experiment/reading/step_record.h"
#include "core/text/encoding.h"

#include <optional>
#include <vector>

namespace glassformer {

/** A token of one run and the one that stands for it in another. */
struct TokenPair
{
    int here = 0, there = 0;

    bool operator==(const TokenPair&) const = default;
};

/**
 * Tokens that stand for each other (token_alignment.h), known again by their texts: vocabularies may differ. Of two long
 * texts that are not of one length, what they begin with and end with alike.
 */
std::vector<TokenPair> tokenPairs(const std::vector<Token>& here, const std::vector<Token>& there);

/** What stands for a token on the other side, if anything does. */
std::optional<int> counterpartThere(const std::vector<TokenPair>& pairs, int here);
std::optional<int> counterpartHere(const std::vector<TokenPair>& pairs, int there);

/** There minus here, row by row of tokens that stand for each other. */
struct RecordDifference
{
    int rows = 0, columns = 0;
    std::vector<float> values{}; ///< row-major; -inf where a mask hides the cell in either run

    bool isEmpty() const { return rows == 0 || columns == 0; }
};

/**
 * \param keys  of maps, the pairs of their columns; vectors are subtracted component by component
 * Empty where the records are of two kinds or of vectors of two lengths, or a pair lies outside of them.
 */
RecordDifference recordDifference(const StepRecord& here, const StepRecord& there,
    const std::vector<TokenPair>& rows, const std::vector<TokenPair>& keys);

/** A word, and its probability in two runs. */
struct WordShift
{
    int id = 0;
    double here = 0, there = 0;

    double moved() const { return there - here; }
};

/** So many words at the most whose probabilities are furthest apart at a row of each run, the furthest first. */
std::vector<WordShift> wordShifts(
    const Trace& here, int row_here, const Trace& there, int row_there, int most);

} // namespace glassformer
