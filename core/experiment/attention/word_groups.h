#pragma once

#include "core/trace/look/attention_look.h"
#include "core/trace/record/tensor_slice.h"

#include <set>
#include <span>
#include <string>
#include <vector>

namespace glassformer {

/** Tokens that make up one word: `count` neighbours from `first` on. */
struct WordGroup
{
    int first = 0;
    int count = 1;
    std::string text; ///< as people read the word

    bool operator==(const WordGroup&) const = default;
};

/**
 * The words that tokens make up: pieces of one word that touch in the text, bytes of one character, and Chinese
 * characters where they make up one of the given words, the longest that fits. Special tokens and punctuation stay alone.
 *
 * \param known_words  Chinese words; without any, every character is a word
 */
std::vector<WordGroup> wordGroups(
    std::span<const Token> tokens, const std::set<std::string>& known_words = {});

/** The words to which rows of pieces belong, each once. rows: sorted */
std::vector<int> wordsOfRows(std::span<const int> rows, std::span<const WordGroup> words);

/** Whether a look merges pieces into words: a running text shows every piece where it stands. */
bool showsWholeWords(const AttentionLook& look);

/** Whether any of the tokens is Chinese: then words can only be found by such a list. */
bool hasChinese(std::span<const Token> tokens);

/**
 * A map between words: weights on a word's pieces are summed, those from its pieces averaged, so that rows still sum to
 * 1 (Clark et al. 2019, section 4.1). The groups are of the map's rows and columns.
 */
MatrixSlice mergedWords(
    const MatrixSlice& map, std::span<const WordGroup> queries, std::span<const WordGroup> keys);

} // namespace glassformer
