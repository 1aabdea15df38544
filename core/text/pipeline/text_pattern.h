#pragma once

#include "core/text/characters/aligned_text.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace glassformer {

/** A half-open range of characters. */
struct CharacterRange
{
    std::size_t begin = 0;
    std::size_t end = 0;

    bool operator==(const CharacterRange&) const = default;
};

/**
 * What a tokenizer.json looks for in a text: certain characters, or one of the regular expressions in use. There is no
 * engine for expressions, so that no file can make one run for ever: each known one is a scanner of its own.
 */
class TextPattern
{
public:
    /** \param text  not empty */
    static TextPattern literal(std::u32string text) { return TextPattern(std::move(text)); }
    /** Nothing for an expression that is not known; they are compared letter by letter. */
    static std::optional<TextPattern> expression(std::string_view regular_expression);

    /** All matches from left to right, none overlapping, none empty. */
    std::vector<CharacterRange> matches(AlignedView text) const;

private:
    /** Where the match that begins at a position ends; the position itself if there is none. */
    using Scanner = std::size_t (*)(AlignedView text, std::size_t position);

    explicit TextPattern(std::variant<std::u32string, Scanner> kind)
        : m_kind(std::move(kind))
    {
    }

    std::variant<std::u32string, Scanner> m_kind;
};

} // namespace glassformer
