#pragma once

#include <map>
#include <string>

namespace glassformer {

/** Ids of the tokens that are not text; -1 where the vocabulary has none. */
struct SpecialTokens
{
    int padding = -1;
    int start = -1; ///< begins a text: first input of a decoder, "<|endoftext|>" of GPT-2, "<s>"
    int end = -1; ///< ends a text: last token of source and target
    int unknown = -1; ///< stands for what the vocabulary cannot write
    int mask = -1; ///< the gap that a masked model fills
    int classifier = -1; ///< "[CLS]": begins the input of an encoder
    int separator = -1; ///< "[SEP]": ends a sentence of the input of an encoder
    std::map<std::string, int> targets{}; ///< language -> id of the token that asks for it: "en" -> <2en>
    bool target_is_first_word = false; ///< an answer begins with the token that asks for its language

    bool operator==(const SpecialTokens&) const = default;
};

} // namespace glassformer
