#include "core/text/vocabulary.h"

#include "core/error.h"
#include "core/file/printable.h"

namespace glassformer {
namespace {

[[noreturn]] void refuse(std::string found, const std::string& where, std::string expected)
{
    throw Error({.found = std::move(found),
        .where = where,
        .expected = std::move(expected),
        .remedy = "Use the tokenizer files that belong to the model."});
}

std::string quoted(std::string_view entry)
{
    return '"' + printable(entry) + '"';
}

} // namespace

void Vocabulary::requireId(int id, const std::string& entry, const std::string& where)
{
    if (id < 0 || id >= max_vocabulary_size) {
        refuse("the id " + std::to_string(id) + " of " + quoted(entry), where,
            "an id from 0 to " + std::to_string(max_vocabulary_size - 1));
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
    requireId(id, entry, where);
    if (id >= size())
        m_entries.resize(static_cast<std::size_t>(id) + 1);
    std::string& place = m_entries[static_cast<std::size_t>(id)];
    const auto [known, is_new] = m_ids.emplace(entry, id);
    if (!is_new && known->second != id) {
        refuse("the entry " + quoted(entry) + " with the ids " + std::to_string(known->second) + " and "
                + std::to_string(id),
            where, "every entry once");
    }
    if (is_new && !place.empty()) {
        refuse("the id " + std::to_string(id) + " for " + quoted(place) + " and for " + quoted(entry), where,
            "every id once");
    }
    place = entry;
}

std::optional<int> Vocabulary::find(std::string_view entry) const
{
    const auto known = m_ids.find(entry);
    return known == m_ids.end() ? std::nullopt : std::optional<int>(known->second);
}

const std::string& Vocabulary::entry(int id) const
{
    if (id < 0 || id >= size()) {
        throw Error({.found = "the token id " + std::to_string(id),
            .where = {},
            .expected = "an id from 0 to " + std::to_string(size() - 1),
            .remedy = "Use the model together with its own tokenizer files."});
    }
    return m_entries[static_cast<std::size_t>(id)];
}

} // namespace glassformer
