#pragma once

#include <string>
#include <string_view>

namespace glassformer {

/** How a vocabulary writes spaces and bytes, so that its entries can be shown as people read them. */
struct EntryStyle
{
    bool is_byte_level = false; ///< "Ġthe"
    bool has_byte_entries = false; ///< "<0xE4>" is a byte
    std::string space_mark{}; ///< "▁": a space
    std::string inner_prefix{}; ///< "##": inside a word
    std::string end_suffix{}; ///< "</w>": ends a word
};

/**
 * An entry without its marks and the spaces around it: "Ġthe" -> "the", "##ing" -> "ing". Nothing but white space is
 * shown by symbols: "␣", "⏎". Bytes that are no whole character are shown as "<0xE4>", control characters by name.
 */
std::string readableEntry(std::string_view entry, const EntryStyle& style);

/**
 * An entry with all that tells it from others, for showing how a word is put together: "Ġthe" -> "␣the",
 * "▁the" -> "␣the"; "##ing" and "the</w>" as they are.
 */
std::string markedEntry(std::string_view entry, const EntryStyle& style);

/** A byte as people read it: "A", "␣", "<BEL>"; one that is no character of its own as "<0xE4>". */
std::string readableByte(unsigned char byte);

/**
 * Control characters by their names, "<BEL>", "<RLO>", as they have no look of their own; what joins or cuts letters
 * ("<ZWJ>") only where nothing else is there.
 */
std::string withNamedControls(std::string_view text);

} // namespace glassformer
