#include "core/text/characters/normal_parts.h"

#include "core/text/characters/unicode.h"

#include <algorithm>
#include <utility>

namespace glassformer {
namespace {

/** How SentencePiece writes a space, which is no change that anybody wants to read. */
constexpr char32_t space_mark = 0x2581;

} // namespace

NormalParts::NormalParts(std::string_view original)
    : m_original(original)
{
}

void NormalParts::add(char32_t code, TextSpan origin)
{
    if (m_is_full)
        return;
    const bool goes_on = m_is_open && !origin.isEmpty() && origin.begin < m_open.span.end;
    if (!goes_on) {
        close();
        if (!origin.isEmpty())
            leaveOutUpTo(origin.begin);
        m_open = {origin.isEmpty() ? TextSpan{m_end, m_end} : origin, {}, false};
        m_is_open = true;
    }
    m_open.span.end = std::max(m_open.span.end, origin.isEmpty() ? m_open.span.end : origin.end);
    appendUtf8(m_open.text, code == space_mark ? U' ' : code);
    m_end = std::max(m_end, m_open.span.end);
}

void NormalParts::add(AlignedView text)
{
    for (const AlignedCharacter& character : text)
        add(character.code, character.origin);
}

void NormalParts::add(const MappedText& text)
{
    for (std::size_t position = 0; position < text.text.size();) {
        const Character character = characterAt(text.text, position);
        add(character.code, text.originOf({position, position + character.size}));
        position += character.size;
    }
}

std::vector<NormalPart> NormalParts::finish()
{
    close();
    leaveOutUpTo(m_original.size());
    return std::exchange(m_parts, {});
}

void NormalParts::close()
{
    if (!std::exchange(m_is_open, false))
        return;
    m_open.is_changed =
        m_open.text != m_original.substr(m_open.span.begin, m_open.span.end - m_open.span.begin);
    put(std::move(m_open));
}

void NormalParts::leaveOutUpTo(std::size_t place)
{
    if (place > m_end)
        put({{m_end, place}, {}, true});
    m_end = std::max(m_end, place);
}

/** Where something was added or left out is to be seen: such a part stays alone. */
void NormalParts::put(NormalPart part)
{
    const auto is_replaced = [](const NormalPart& one) { return !one.span.isEmpty() && !one.text.empty(); };
    if (!m_parts.empty() && is_replaced(m_parts.back()) && is_replaced(part)
        && m_parts.back().is_changed == part.is_changed && m_parts.back().span.end == part.span.begin) {
        m_parts.back().text += part.text;
        m_parts.back().span.end = part.span.end;
        return;
    }
    m_is_full = m_parts.size() >= max_normal_parts;
    if (!m_is_full)
        m_parts.push_back(std::move(part));
}

} // namespace glassformer
