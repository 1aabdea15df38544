#pragma once

#include "core/text/characters/aligned_text.h"

#include <optional>

namespace glassformer {

/**
 * GPT-2's alphabet: 256 visible characters, one for each byte, so that merges can be written in a text file. The
 * printable bytes of Latin-1 stand for themselves, the other 68 for U+0100 and on in their order: a space is "Ġ".
 */
char32_t byteCharacter(unsigned char byte);
/** The byte that a character of the alphabet stands for. */
std::optional<unsigned char> characterByte(char32_t code);

/** Every byte of the text as a character of the alphabet, with the origin of that byte where the text is unchanged. */
AlignedText byteLevel(AlignedView text, std::string_view original);

/** "Ġthe" -> " the"; nothing if a character is not of the alphabet. May be no valid UTF-8. */
std::optional<std::string> bytesOfByteLevel(std::string_view entry);

} // namespace glassformer
