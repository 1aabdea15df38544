#pragma once

#include "core/text/pipeline/text_pattern.h"

#include <variant>
#include <vector>

namespace glassformer {

/** How a text becomes words before the vocabulary is asked; the names are those of tokenizer.json. */
namespace pre_tokenize {

/** What becomes of the characters that cut. */
enum class Delimiter
{
    Removed,
    Isolated, ///< a word each
    MergedWithPrevious,
    MergedWithNext,
    Contiguous ///< neighbours form one word
};

/** GPT-2: words by its expression, bytes as visible characters. */
struct ByteLevel
{
    bool add_prefix_space = true;
    bool use_regex = true;
};

/** Words and runs of symbols; white space is left out. */
struct Whitespace
{
};

/** Whatever stands between white space. */
struct WhitespaceSplit
{
};

/** White space left out, every punctuation character alone. */
struct Bert
{
};

enum class PrependScheme
{
    First, ///< the mark is put before what begins the text
    Never,
    Always ///< and before what follows an added token
};

/** Blanks become a mark, which begins a word. */
struct Metaspace
{
    char32_t replacement = U'\u2581';
    PrependScheme prepend_scheme = PrependScheme::Always;
    bool split = true;
};

struct Split
{
    TextPattern pattern;
    Delimiter behavior = Delimiter::Isolated;
    bool invert = false; ///< the pattern says what words are, not what cuts
};

struct Punctuation
{
    Delimiter behavior = Delimiter::Isolated;
};

struct Digits
{
    bool individual_digits = false;
};

} // namespace pre_tokenize

using PreTokenizerStep = std::variant<pre_tokenize::ByteLevel, pre_tokenize::Whitespace,
    pre_tokenize::WhitespaceSplit, pre_tokenize::Bert, pre_tokenize::Metaspace, pre_tokenize::Split,
    pre_tokenize::Punctuation, pre_tokenize::Digits>;

/**
 * The words of a text, none of them empty.
 *
 * \param original  the text that the origins point into
 */
std::vector<AlignedText> splitIntoWords(
    AlignedText text, const std::vector<PreTokenizerStep>& steps, std::string_view original);

} // namespace glassformer
