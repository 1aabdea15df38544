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
    std::string text; ///< as people read it, without marks: "animal", "l'", "."; "<2fr>" if special
    TextSpan span; ///< where it stands in the text; empty for tokens that the tokenizer added
    bool is_special = false; ///< start, end, padding or target-language token
    bool is_piece = false; ///< part of a word that the vocabulary does not know as a whole
    int segment = 0; ///< row of the model's segment table: for most 0, and 1 in the second of two sentences
    /** What `text` does not say: the character that this is a part of, or what an unknown token covers. */
    std::string stands_for{};
    int part = 0; ///< of a character that several tokens make up: which one, from 1; 0: this is no part
    int parts = 0; ///< how many they are
};

/** One attempt made while a word was cut: the longest piece of the vocabulary that matched at this place. */
struct CutStep
{
    TextSpan span; ///< the part that was still to be cut when this step began
    std::string piece; ///< vocabulary entry that was taken
    std::vector<std::string> tried; ///< longer candidates that the vocabulary does not hold, longest first

    bool operator==(const CutStep&) const = default;
};

/** Two neighbouring pieces that became one (byte-pair encoding). The merge with the lowest rank comes first. */
struct MergeStep
{
    std::string left; ///< vocabulary entries, spaces as "␣"
    std::string right;
    std::string merged;
    int rank = 0; ///< place in the list of merges, from 0; SentencePiece: so many pieces have a better score
    std::size_t place = 0; ///< of the left piece's first symbol among the symbols of the word
    TextSpan span; ///< of the merged piece

    bool operator==(const MergeStep&) const = default;
};

/** One piece of the likeliest way to cut a word (unigram model). */
struct PieceChoice
{
    TextSpan span;
    std::string piece; ///< what it covers, spaces as "␣"
    double score = 0.0; ///< logarithm of its probability; the sum over the word is as large as it can be

    bool operator==(const PieceChoice&) const = default;
};

/** How one word of the text became tokens; the steps are of the kind that the tokenizer works with. */
struct WordCut
{
    TextSpan span; ///< the word in the text, with the space that belongs to it
    std::size_t first_token = 0;
    std::size_t token_count = 0;
    std::vector<CutStep> steps{}; ///< longest match first: one per token of the word
    std::vector<std::string>
        symbols{}; ///< byte pairs: what the word is before the first merge, spaces as "␣"
    std::vector<MergeStep> merges{}; ///< byte pairs: in the order in which they were done
    std::vector<PieceChoice> choices{}; ///< unigram: from left to right

    bool operator==(const WordCut&) const = default;
};

/** A stretch of a text, and what the tokenizer makes of it before it cuts. */
struct NormalPart
{
    TextSpan span; ///< in the text; empty for what was added
    std::string text; ///< what is cut, the mark of a space as " "; empty for what was left out
    bool is_changed = false; ///< else it is what stands in the text

    bool operator==(const NormalPart&) const = default;
};

/** Stretches that an encoding keeps; what stands behind them is in none. */
inline constexpr std::size_t max_normal_parts = 1024;

/** Steps that a WordCut keeps of each kind: no word of a language needs more, a line of a million letters does. */
inline constexpr std::size_t max_word_steps = 256;

/** A text as the model reads it, together with how it came about: there is no second "show your work" path. */
struct Encoding
{
    std::vector<Token> tokens;
    std::vector<WordCut> words;
    std::vector<NormalPart>
        normal{}; ///< all of the text in order: stretches that changed, and those that did not

    std::vector<int> ids() const;
    std::vector<int> segments() const;
};

} // namespace glassformer
