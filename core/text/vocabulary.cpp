#include "core/text/vocabulary.h"

#include "core/error.h"
#include "core/file/printable.h"

namespace glassformer {
namespace {

[[noreturn]] void refuse(Message found, const std::string& where, Message expected)
{
    throw Error({.found = std::move(found),
        .where = where,
        .expected = std::move(expected),
        .remedy = Message::tr("Use the tokenizer files that belong to the model.")});
}

std::string inQuotes(std::string_view entry)
{
    return '"' + printable(entry) + '"';
}

} // namespace

void Vocabulary::requireId(int id, const std::string& entry, const std::string& where)
{
    if (id < 0 || id >= max_vocabulary_size) {
        refuse(Message::tr("the id %1 of %2", id, inQuotes(entry)), where,
            Message::tr("an id from 0 to %1", max_vocabulary_size - 1));
    }
}

void Vocabulary::addLast(const std::string& entry, const std::string& where)
{
    requireId(size(), entry, where);
    m_ids.insert_or_assign(entry, size());
    m_entries.push_back(entry);
}

void Vocabulary::add(const std::string& entry, int id, const std::string& where)
{
    addTo(m_ids, entry, id, where);
}

void Vocabulary::addBeside(const std::string& token, int id, const std::string& where)
{
    addTo(m_ids.count(token) > 0 ? m_ids : m_ids_beside, token, id, where);
}

void Vocabulary::addTo(Ids& ids, const std::string& entry, int id, const std::string& where)
{
    requireId(id, entry, where);
    if (id >= size())
        m_entries.resize(static_cast<std::size_t>(id) + 1);
    std::string& place = m_entries[static_cast<std::size_t>(id)];
    const auto [known, is_new] = ids.emplace(entry, id);
    if (!is_new && known->second != id) {
        refuse(Message::tr("the entry %1 with the ids %2 and %3", inQuotes(entry), known->second, id), where,
            Message::tr("every entry once"));
    }
    if (is_new && !place.empty()) {
        refuse(Message::tr("the id %1 for %2 and for %3", id, inQuotes(place), inQuotes(entry)), where,
            Message::tr("every id once"));
    }
    place = entry;
}

std::optional<int> Vocabulary::find(std::string_view entry) const
{
    const auto known = m_ids.find(entry);
    return known == m_ids.end() ? std::nullopt : std::optional<int>(known->second);
}

std::optional<int> Vocabulary::idOf(std::string_view entry) const
{
    const auto known = m_ids_beside.find(entry);
    return known == m_ids_beside.end() ? find(entry) : std::optional<int>(known->second);
}

const std::string& Vocabulary::entry(int id) const
{
    if (id < 0 || id >= size()) {
        throw Error({.found = Message::tr("the token id %1", id),
            .where = {},
            .expected = Message::tr("an id from 0 to %1", size() - 1),
            .remedy = Message::tr("Use the model together with its own tokenizer files.")});
    }
    return m_entries[static_cast<std::size_t>(id)];
}

} // namespace glassformer
