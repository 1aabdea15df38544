#pragma once

#include "core/text/characters/normal_form.h"
#include "core/text/pipeline/text_pattern.h"
#include "core/text/sentence_piece/charsmap.h"

#include <memory>
#include <variant>
#include <vector>

namespace glassformer {

/** What is done to a text before it is cut; the names are those of tokenizer.json. */
namespace normalize {

struct Form
{
    NormalForm form = NormalForm::C;
};

struct Lowercase
{
};

/** Leaves out all marks; useful after a decomposition. */
struct StripAccents
{
};

/** Leaves out white space at the ends. */
struct Strip
{
    bool left = true;
    bool right = true;
};

struct Replace
{
    TextPattern pattern;
    std::u32string content;
};

/** Puts characters before a text that is not empty. */
struct Prepend
{
    std::u32string content;
};

/** What BERT does: controls away, white space to blanks, Chinese characters apart, accents and capitals away. */
struct Bert
{
    bool clean_text = true;
    bool space_chinese = true;
    bool strip_accents = true;
    bool lowercase = true;
};

/** Controls away and odd spaces to blanks, as translation systems did. */
struct Nmt
{
};

/** Replaces by the table of a SentencePiece model. */
struct Precompiled
{
    std::shared_ptr<const Charsmap> charsmap; ///< never null
};

/** Every byte as a visible character. */
struct ByteLevel
{
};

} // namespace normalize

using NormalizerStep = std::variant<normalize::Form, normalize::Lowercase, normalize::StripAccents,
    normalize::Strip, normalize::Replace, normalize::Prepend, normalize::Bert, normalize::Nmt,
    normalize::Precompiled, normalize::ByteLevel>;

/** \param original  the text that the origins point into */
AlignedText normalized(AlignedText text, const std::vector<NormalizerStep>& steps, std::string_view original);

} // namespace glassformer
