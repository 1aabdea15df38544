#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace glassformer {

/**
 * Finds frequent pieces of words by byte-pair merging: the pair of neighbouring pieces that weighs most over all
 * words becomes one piece, again and again.
 */
class PieceMerger
{
public:
    /** A word as its smallest pieces in vocabulary form, such as "x", "￭y", "￭l". */
    void addWord(const std::vector<std::string>& pieces, std::int64_t weight);

    /** Vocabulary form of the piece made by the next best merge; empty if nothing is left to merge. */
    std::string mergeNext();

private:
    struct Word
    {
        std::vector<std::uint32_t> pieces;
        std::int64_t weight = 0;
    };

    struct Pair
    {
        std::int64_t weight = 0;
        std::vector<std::size_t> words; ///< every word that holds the pair, and some that held it once
    };

    using PairKey = std::uint64_t;

    static PairKey keyOf(std::uint32_t left, std::uint32_t right) { return PairKey{left} << 32 | right; }

    std::uint32_t numberOf(const std::string& form);
    PairKey heaviestPair() const;
    void replaceInWord(std::size_t index, std::uint32_t left, std::uint32_t right, std::uint32_t merged);
    void count(std::size_t index, std::int64_t sign);

    std::vector<Word> m_words;
    std::vector<std::string> m_forms; ///< by number of the piece
    std::unordered_map<std::string, std::uint32_t> m_numbers;
    std::unordered_map<PairKey, Pair> m_pairs;
};

} // namespace glassformer
