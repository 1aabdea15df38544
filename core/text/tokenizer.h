#pragma once

#include "core/text/encoding.h"

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace glassformer {

/** Ids of the tokens that are not text. */
struct SpecialTokens
{
    int padding = 0;
    int start = 1;                         ///< first input of the decoder
    int end = 2;                           ///< last token of source and target
    int unknown = 3;                       ///< stands for a dropped word in training; text never produces it
    std::map<std::string, int> targets;    ///< "en" -> id of <2en>, first token of the source
};

/**
 * Cuts text into the pieces of a vocabulary, longest match first, and puts pieces together again.
 *
 * Whole words of the corpus are entries; any other word is cut into smaller entries, in the last resort into single
 * bytes, so that every text has an encoding and decode(encode(text)) == text for every valid UTF-8 text.
 * Spaces are not tokens of their own: one space is implied between two tokens unless one of them carries a joiner
 * mark on that side ("￭." joins to the left, "l'￭" to the right) or is a Chinese character. (Joiner annotation as
 * in the documentation of the OpenNMT tokenizer.)
 */
class Tokenizer
{
public:
    /** From the bytes of tokenizer.json. @throws Error naming the field. */
    static Tokenizer fromJson(std::string_view json, const std::string& where);
    std::string toJson() const;

    /**
     * The pieces of a text, ended by the end token; begun with the target token if `target_language` is not empty.
     * @throws Error if the text is not valid UTF-8 or the language is unknown.
     */
    Encoding encode(std::string_view text, const std::string& target_language = {}) const;

    /** Text of ids; special tokens give nothing. @throws Error for an id outside the vocabulary. */
    std::string decode(std::span<const int> ids) const;

    /** One token as people read it, and whether it is special; for tokens that the decoder wrote. */
    Token token(int id) const;

    int size() const;
    const SpecialTokens& specialTokens() const;
    /** Vocabulary entry as stored, with joiner marks. */
    const std::string& entry(int id) const;
};

} // namespace glassformer
