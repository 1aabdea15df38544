#pragma once

#include "core/text/encoding.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace glassformer {

/** U+2581, which stands for a space in the pieces of SentencePiece. */
inline constexpr std::string_view space_symbol = "\u2581";

/** A text made from another one, and where each of its bytes comes from. */
struct MappedText
{
    std::string text;
    /**
     * Per byte of text: the bytes of the original that it stands for; all bytes that came of one replacement have
     * the same span. Empty for what was added, such as the space before the first word. Begins never decrease.
     */
    std::vector<TextSpan> origins;

    /** Adds bytes that all come from one span of the original. */
    void append(std::string_view bytes, TextSpan origin);

    /** The part of the original that the bytes [begin, end) of text stand for. */
    TextSpan originOf(TextSpan part) const;
};

} // namespace glassformer
