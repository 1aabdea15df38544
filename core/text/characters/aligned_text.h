#pragma once

#include "core/text/encoding.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace glassformer {

/** A character of a text that is being changed, and the bytes of the original text that it stands for. */
struct AlignedCharacter
{
    char32_t code = 0;
    TextSpan origin;
};

/**
 * A text on its way from what was typed to what the vocabulary knows: every change keeps the origins. A character
 * that was added has an empty origin at its place.
 */
using AlignedText = std::vector<AlignedCharacter>;
using AlignedView = std::span<const AlignedCharacter>;

/** Every character with its own bytes, the first at byte `offset`. The text must be valid UTF-8. */
AlignedText alignedText(std::string_view text, std::size_t offset = 0);

std::string utf8(AlignedView text);
void appendUtf8(std::string& text, char32_t code);
std::u32string codes(std::string_view utf8_text);

/** From the first origin to the last; the origins of an empty text are nowhere: {0, 0}. */
TextSpan originOf(AlignedView text);

/** The characters before the text, with empty origins at its begin. */
AlignedText prepended(std::u32string_view characters, AlignedView text);

} // namespace glassformer
