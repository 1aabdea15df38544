#pragma once

#include "core/error.h"
#include "core/file/bytes/files.h"

#include <map>
#include <string>
#include <vector>

namespace glassformer {

std::vector<std::string> splitCell(const std::string& text, char separator);

/** One line of a lexicon's table, its cells by the names of their columns; "-" stands for nothing. */
class LexiconRow
{
public:
    /** @throws Error if there are more cells than columns, or fewer. */
    LexiconRow(const std::vector<std::string>& columns, const std::string& line, std::string where);

    /** @throws Error if the table has no such column. */
    const std::string& operator[](const std::string& column) const;
    /** @throws Error if the cell says nothing. */
    const std::string& required(const std::string& column) const;
    std::vector<std::string> list(const std::string& column, char separator = ',') const;
    /** The value that a cell's text stands for. @throws Error for another text. */
    template <typename Value>
    Value choice(const std::string& column, const std::map<std::string, Value>& choices) const
    {
        const auto found = choices.find((*this)[column]);
        if (found == choices.end())
            refuseChoice(column);
        return found->second;
    }
    [[noreturn]] void refuse(const Message& found, const Message& expected) const;

private:
    [[noreturn]] void refuseChoice(const std::string& column) const;

    std::map<std::string, std::string> m_cells;
    std::string m_where;
};

/** A table of tab-separated cells, whose first line names the columns. @throws Error naming file and line. */
std::vector<LexiconRow> readLexiconTable(const Files& files, const std::string& name);

} // namespace glassformer
