#include "core/text/sentence_piece/sentence_piece_normalizer.h"

#include "core/text/characters/unicode.h"

#include <optional>

namespace glassformer {
namespace {

constexpr std::string_view replacement_character = "\uFFFD";

bool startsWith(std::string_view text, std::string_view start)
{
    return text.substr(0, start.size()) == start;
}

bool endsWith(std::string_view text, std::string_view end)
{
    return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

/** What the start of a text that is not empty becomes, and how many of its bytes that takes. */
Charsmap::Match replaceStart(std::string_view text, const Charsmap& charsmap)
{
    if (const std::optional<Charsmap::Match> match = charsmap.longestMatch(text))
        return *match;
    if (const std::optional<Character> character = firstCharacter(text))
        return {character->size, text.substr(0, character->size)};
    return {1, replacement_character};
}

class Normalization
{
public:
    Normalization(std::string_view text, const SentencePieceNormalizer& options, const Charsmap& charsmap,
        const PieceTrie& kept, PieceStart start)
        : m_text(text)
        , m_options(options)
        , m_charsmap(charsmap)
        , m_kept(kept)
        , m_space(options.escape_whitespaces ? space_symbol : std::string_view(" "))
        , m_start(start)
        , m_after_space(options.remove_extra_whitespaces && start == PieceStart::Text)
    {
    }

    MappedText run(bool has_space_suffixes)
    {
        if (m_start == PieceStart::Text)
            skipLeadingSpaces();
        if (m_position == m_text.size())
            return {};
        const bool adds_space = m_options.add_dummy_prefix && m_start == PieceStart::Text;
        if (adds_space && !has_space_suffixes)
            m_result.append(m_space, {m_position, m_position});
        while (m_position < m_text.size())
            addNext();
        std::size_t end = m_text.size();
        if (m_options.remove_extra_whitespaces)
            end = dropTrailingSpaces(end);
        if (adds_space && has_space_suffixes)
            m_result.append(m_space, {end, end});
        return std::move(m_result);
    }

private:
    Charsmap::Match next() const
    {
        const std::string_view rest = m_text.substr(m_position);
        if (const std::size_t size = m_kept.longestPrefix(rest))
            return {size, rest.substr(0, size)};
        return replaceStart(rest, m_charsmap);
    }

    void skipLeadingSpaces()
    {
        while (m_options.remove_extra_whitespaces && m_position < m_text.size()) {
            const Charsmap::Match match = next();
            if (match.replacement != " ")
                return;
            m_position += match.size;
        }
    }

    void addNext()
    {
        const Charsmap::Match match = next();
        const TextSpan origin{m_position, m_position + match.size};
        m_position = origin.end;
        std::string_view bytes = match.replacement;
        if (m_after_space) {
            while (startsWith(bytes, " "))
                bytes.remove_prefix(1);
        }
        if (bytes.empty()) {
            if (!match.replacement.empty())
                widenLastSpace(origin.end);
            return;
        }
        for (const char byte : bytes)
            m_result.append(byte == ' ' ? m_space : std::string_view(&byte, 1), origin);
        m_after_space = m_options.remove_extra_whitespaces && endsWith(bytes, " ");
    }

    /** A space that is left out belongs to the one before it, unless that was added. */
    void widenLastSpace(std::size_t end)
    {
        if (!endsWith(m_result.text, m_space) || m_result.origins.back().isEmpty())
            return;
        for (std::size_t i = m_result.text.size() - m_space.size(); i < m_result.text.size(); ++i)
            m_result.origins[i].end = end;
    }

    /** Returns where the kept part of the original ends. */
    std::size_t dropTrailingSpaces(std::size_t end)
    {
        while (endsWith(m_result.text, m_space)) {
            const std::size_t size = m_result.text.size() - m_space.size();
            end = m_result.origins[size].begin;
            m_result.text.resize(size);
            m_result.origins.resize(size);
        }
        return end;
    }

    std::string_view m_text;
    const SentencePieceNormalizer& m_options;
    const Charsmap& m_charsmap;
    const PieceTrie& m_kept;
    std::string_view m_space;
    PieceStart m_start;
    std::size_t m_position = 0; ///< in m_text
    bool m_after_space; ///< further spaces are left out
    MappedText m_result;
};

} // namespace

MappedText normalizeForPieces(std::string_view text, const SentencePieceNormalizer& options,
    const Charsmap& charsmap, const PieceTrie& kept, bool has_space_suffixes, PieceStart start)
{
    return Normalization(text, options, charsmap, kept, start).run(has_space_suffixes);
}

} // namespace glassformer
