#pragma once

#include "core/text/encoding.h"

#include <span>
#include <string>
#include <string_view>

namespace glassformer {

/**
 * Tells tokens that are bytes of one character ("<0xE9>", "<0x82>", "<0xA3>") which character it is, and which part of
 * it each of them is: Token::stands_for, part and parts. Tokens that make up no whole character stay as they are.
 *
 * \param tokens  neighbours, in order
 */
void tellParts(std::span<Token> tokens);

/** Tells tokens that stand for what the vocabulary cannot write what that is: the text of their spans. */
void tellUnknown(std::span<Token> tokens, int unknown_id, std::string_view text);

/**
 * A token as a label shows it: "那 1/3" for a part of a character, "[UNK] 饕" for what the vocabulary cannot write, and
 * its text for all others. White space alone is "␣".
 */
std::string shownText(const Token& token);

} // namespace glassformer
