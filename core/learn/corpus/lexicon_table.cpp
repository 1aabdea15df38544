#include "core/learn/corpus/lexicon_table.h"

namespace glassformer {
namespace {

constexpr std::uint64_t largest_lexicon_file = 16u << 20;

} // namespace

std::vector<std::string> splitCell(const std::string& text, char separator)
{
    std::vector<std::string> parts(1);
    for (const char c : text)
        if (c == separator)
            parts.emplace_back();
        else
            parts.back() += c;
    return parts;
}

LexiconRow::LexiconRow(const std::vector<std::string>& columns, const std::string& line, std::string where)
    : m_where(std::move(where))
{
    const std::vector<std::string> cells = splitCell(line, '\t');
    if (cells.size() != columns.size())
        refuse(Message::tr("%1 cells", cells.size()), Message::tr("%1 cells", columns.size()));
    for (std::size_t i = 0; i < cells.size(); ++i)
        m_cells[columns[i]] = cells[i] == "-" ? "" : cells[i];
}

const std::string& LexiconRow::operator[](const std::string& column) const
{
    const auto found = m_cells.find(column);
    if (found == m_cells.end())
        refuse(
            Message::tr("no column \"%1\"", column), Message::tr("the columns that the other lexicons have"));
    return found->second;
}

const std::string& LexiconRow::required(const std::string& column) const
{
    const std::string& text = (*this)[column];
    if (text.empty())
        refuse(Message::tr("nothing in the column \"%1\"", column), Message::tr("a text"));
    return text;
}

std::vector<std::string> LexiconRow::list(const std::string& column, char separator) const
{
    const std::string& text = (*this)[column];
    return text.empty() ? std::vector<std::string>{} : splitCell(text, separator);
}

void LexiconRow::refuse(const Message& found, const Message& expected) const
{
    throw Error({found, m_where, expected, {}});
}

void LexiconRow::refuseChoice(const std::string& column) const
{
    refuse(Message::tr("\"%1\" in the column \"%2\"", (*this)[column], column), Message::tr("a known value"));
}

std::vector<LexiconRow> readLexiconTable(const Files& files, const std::string& name)
{
    std::vector<LexiconRow> rows;
    std::vector<std::string> columns;
    int number = 0;
    for (const std::string& line : splitCell(files.bytes(name, largest_lexicon_file), '\n')) {
        ++number;
        if (line.empty())
            continue;
        if (columns.empty())
            columns = splitCell(line, '\t');
        else
            rows.emplace_back(columns, line, files.where(name) + ", line " + std::to_string(number));
    }
    return rows;
}

} // namespace glassformer
