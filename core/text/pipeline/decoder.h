#pragma once

#include "core/text/pipeline/pre_tokenizer.h"
#include "core/text/pipeline/text_pattern.h"

#include <string>
#include <variant>
#include <vector>

namespace glassformer {

/** How entries become text again; the names are those of tokenizer.json. */
namespace decode_step {

/** Visible characters back to bytes. */
struct ByteLevel
{
};

/** A space between entries, unless one has the mark; spaces before punctuation go away. */
struct WordPiece
{
    std::string prefix = "##";
    bool cleanup = true;
};

/** The mark back to a space; none at the begin. */
struct Metaspace
{
    char32_t replacement = U'\u2581';
    bool keeps_first = false; ///< the tokenizer put no mark before the text
};

/** "<0xE4>" back to bytes. */
struct ByteFallback
{
};

/** All entries to one. */
struct Fuse
{
};

/** Leaves out a character at the ends of every entry. */
struct Strip
{
    char32_t content = U' ';
    std::size_t start = 0; ///< at most so many
    std::size_t stop = 0;
};

struct Replace
{
    TextPattern pattern;
    std::u32string content;
};

/** The suffix back to a space. */
struct Bpe
{
    std::string suffix = "</w>";
};

} // namespace decode_step

using DecoderStep = std::variant<decode_step::ByteLevel, decode_step::WordPiece, decode_step::Metaspace,
    decode_step::ByteFallback, decode_step::Fuse, decode_step::Strip, decode_step::Replace, decode_step::Bpe>;

/** The text of entries; without any step they are joined by spaces. Valid UTF-8 if the entries are. */
std::string decoded(std::vector<std::string> entries, const std::vector<DecoderStep>& steps);

} // namespace glassformer
