#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace glassformer {

/** A half-open range of bytes in a UTF-8 text; begin == end where nothing in the text corresponds. */
struct TextSpan
{
    std::size_t begin = 0;
    std::size_t end = 0;

    bool isEmpty() const { return begin == end; }
    bool operator==(const TextSpan&) const = default;
};

/** One token of an encoded text. */
struct Token
{
    int id = 0;
    std::string text; ///< as people read it, without joiner marks: "animal", "l'", "."; "<2fr>" if special
    TextSpan span; ///< where it stands in the text; empty for tokens that the tokenizer added
    bool is_special = false; ///< start, end, padding or target-language token
    bool is_piece = false; ///< part of a word that the vocabulary does not know as a whole
};

/** One attempt made while a word was cut: the longest piece of the vocabulary that matched at this place. */
struct CutStep
{
    TextSpan span; ///< the part that was still to be cut when this step began
    std::string piece; ///< vocabulary entry that was taken
    std::vector<std::string> tried; ///< longer candidates that the vocabulary does not hold, longest first
};

/** How one word of the text became tokens. */
struct WordCut
{
    TextSpan span; ///< the word in the text
    std::size_t first_token = 0;
    std::size_t token_count = 0;
    std::vector<CutStep> steps; ///< one per token of the word
};

/** A text as the model reads it, together with how it came about: there is no second "show your work" path. */
struct Encoding
{
    std::vector<Token> tokens;
    std::vector<WordCut> words;

    std::vector<int> ids() const;
};

} // namespace glassformer
