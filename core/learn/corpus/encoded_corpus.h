#pragma once

#include "core/learn/corpus/corpus.h"
#include "core/text/tokenizer.h"

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace glassformer {

/** "en", "fr", "zh": as in target tokens and directions. */
const std::string& languageCode(Language language);

/** @throws Error if the text is no code of a language. */
Language languageFromCode(const std::string& code);

/** From one language to another; "en-fr". */
struct Direction
{
    Language from = Language::English;
    Language to = Language::French;

    bool operator==(const Direction&) const = default;
};

std::string directionText(const Direction& direction);
/** @throws Error if the text names no direction. */
Direction directionFromText(const std::string& text);

/** A range of token indices in the ids of one language; empty where nothing corresponds. */
struct TokenRange
{
    std::uint16_t begin = 0;
    std::uint16_t end = 0;

    bool isEmpty() const { return begin == end; }
};

using LinkedTokens = std::array<TokenRange, language_count>;

/** A sentence of the corpus in token ids, its spans turned into token ranges. */
struct EncodedSentence
{
    std::array<std::vector<int>, language_count> ids; ///< ended by the end token, without target token
    std::vector<LinkedTokens> links;
    LinkedTokens pronoun{}, antecedent{}, rival{}, cue{};
    std::array<bool, language_count> is_usual{true, true, true}; ///< as in Sentence
    bool clause_first = false; ///< the pronoun comes before both nouns
    bool numbers_differ = false; ///< of the two candidates
    bool boosted =
        false; ///< two singular candidates of different gender: the ones that teach what "it" means
};

/** The tokens of a whole sentence, ended by the end token and without start token, whatever the layout. */
Encoding encodeWhole(std::string_view text, const Tokenizer& tokenizer);
EncodedSentence encodeSentence(const Sentence& sentence, const Tokenizer& tokenizer);
std::vector<EncodedSentence> encodeSentences(std::span<const Sentence> sentences, const Tokenizer& tokenizer);

} // namespace glassformer
