#include "app/places/place_book.h"

#include "core/trace/look/session_file.h"

#include <QString>

#include <algorithm>
#include <utility>

namespace glassformer {
namespace {

constexpr qsizetype longest_name = 200, longest_note = 20'000; ///< in UTF-16, safely below those of the file

} // namespace

PlaceBook::PlaceBook(QObject* parent)
    : QObject(parent)
    , m_list(std::make_shared<const KeptPlaces>())
{
}

std::size_t PlaceBook::size() const
{
    return m_list->size();
}

bool PlaceBook::canAdd() const
{
    return size() < most_places;
}

void PlaceBook::take(KeptPlaces list, std::optional<std::size_t> current, bool is_noting)
{
    m_list = std::make_shared<const KeptPlaces>(std::move(list));
    m_current = current;
    m_is_noting = is_noting;
    emit changed();
}

void PlaceBook::add(KeptPlace place)
{
    KeptPlaces list = *m_list;
    const std::size_t at = m_current ? *m_current + 1 : list.size();
    list.insert(list.begin() + std::ptrdiff_t(at), std::move(place));
    take(std::move(list), at);
}

void PlaceBook::rename(std::size_t index, const QString& name)
{
    const std::string text = name.simplified().left(longest_name).toStdString();
    if (text.empty() || text == (*m_list)[index].name)
        return;
    KeptPlaces list = *m_list;
    list[index].name = text;
    take(std::move(list), m_current);
}

void PlaceBook::setNote(std::size_t index, const QString& note)
{
    const std::string text = note.left(longest_note).toStdString();
    if (text == (*m_list)[index].note)
        return;
    KeptPlaces list = *m_list;
    list[index].note = text;
    take(std::move(list), m_current, true);
}

void PlaceBook::move(std::size_t from, std::size_t to)
{
    if (from == to)
        return;
    KeptPlaces list = *m_list;
    const auto at = [&list](std::size_t index) { return list.begin() + std::ptrdiff_t(index); };
    if (from < to)
        std::rotate(at(from), at(from + 1), at(to + 1));
    else
        std::rotate(at(to), at(from), at(from + 1));
    std::optional<std::size_t> current = m_current;
    if (current == from)
        current = to;
    else if (current && from < *current && *current <= to)
        --*current;
    else if (current && to <= *current && *current < from)
        ++*current;
    take(std::move(list), current);
}

void PlaceBook::remove(std::size_t index)
{
    KeptPlaces list = *m_list;
    list.erase(list.begin() + std::ptrdiff_t(index));
    std::optional<std::size_t> current = m_current;
    if (list.empty())
        current.reset();
    else if (current && (*current > index || *current == list.size()))
        --*current;
    take(std::move(list), current);
}

void PlaceBook::setCurrent(std::optional<std::size_t> index)
{
    if (index == m_current)
        return;
    m_current = index;
    emit changed();
}

void PlaceBook::setList(SharedPlaces list, std::optional<std::size_t> current)
{
    m_list = std::move(list);
    m_current = current && *current < m_list->size() ? current : std::nullopt;
    m_is_noting = false;
    emit changed();
}

} // namespace glassformer
