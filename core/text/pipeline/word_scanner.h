#pragma once

#include "core/text/characters/aligned_text.h"
#include "core/text/characters/unicode_class.h"

#include <cstddef>
#include <string_view>

namespace glassformer {

/** Looks at characters of a text from given positions on. */
class WordScanner
{
public:
    explicit WordScanner(AlignedView text)
        : m_text(text)
    {
    }

    /** The character, or 0 behind the end: no class holds it and no text is asked for it. */
    char32_t at(std::size_t position) const { return position < m_text.size() ? m_text[position].code : 0; }
    bool isEnd(std::size_t position) const { return position >= m_text.size(); }

    /** The end of the run of at most `most` characters of a class. */
    template <typename Class>
    std::size_t run(
        std::size_t position, Class belongs, std::size_t most = static_cast<std::size_t>(-1)) const
    {
        std::size_t length = 0;
        while (!isEnd(position) && length < most && belongs(m_text[position].code)) {
            ++position;
            ++length;
        }
        return position;
    }

private:
    AlignedView m_text;
};

// The words of GPT-2 and its successors: each function says where the word that begins at a position ends. Every text
// is cut without a rest. The names are those of the vocabularies; text_pattern.cpp has the expressions.

std::size_t scanGpt2(AlignedView text, std::size_t position);
std::size_t scanCl100k(
    AlignedView text, std::size_t position); ///< numbers by three digits, capital contractions
std::size_t scanQwen2(AlignedView text, std::size_t position); ///< the same with every digit alone
std::size_t scanO200k(AlignedView text, std::size_t position); ///< a new word where small letters end
std::size_t scanTekken(
    AlignedView text, std::size_t position); ///< the same, no contractions, every digit alone

} // namespace glassformer
