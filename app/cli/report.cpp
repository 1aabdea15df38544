#include "app/cli/report.h"

#include "core/text/characters/unicode.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <iostream>

namespace glassformer::cli {
namespace {

std::string cellText(const Json& value)
{
    switch (value.kind()) {
    case Json::Kind::Null:
        return {};
    case Json::Kind::Text:
        return value.text();
    default:
        return jsonText(value);
    }
}

std::string quoted(const std::string& text)
{
    if (text.find_first_of(",\"\r\n") == std::string::npos)
        return text;
    std::string result = "\"";
    for (const char c : text) {
        if (c == '"')
            result += '"';
        result += c;
    }
    return result + '"';
}

void printCsv(const Report& report)
{
    const auto line = [](const std::vector<std::string>& cells) {
        for (std::size_t i = 0; i < cells.size(); ++i)
            std::cout << (i > 0 ? "," : "") << quoted(cells[i]);
        std::cout << "\r\n";
    };
    line(report.columns);
    for (const std::vector<Json>& row : report.rows) {
        std::vector<std::string> cells;
        std::transform(row.begin(), row.end(), std::back_inserter(cells), cellText);
        line(cells);
    }
}

void printJson(const Report& report)
{
    std::vector<Json> rows;
    for (const std::vector<Json>& row : report.rows) {
        std::vector<JsonMember> members;
        for (std::size_t i = 0; i < row.size(); ++i)
            if (!row[i].isNull())
                members.push_back({report.columns[i], row[i]});
        rows.push_back(Json::object(std::move(members)));
    }
    std::vector<JsonMember> members = report.facts;
    members.push_back({report.name, Json::array(std::move(rows))});
    std::cout << jsonText(Json::object(std::move(members)), 2) << "\n";
}

/** Numbers with as many places as people read. */
std::string readable(const Json& value)
{
    if (value.kind() != Json::Kind::Number)
        return cellText(value);
    char text[32];
    std::snprintf(text, sizeof text, "%.4f", value.number());
    return text;
}

std::size_t widthOf(const std::string& text)
{
    std::size_t characters = 0;
    for (std::size_t at = 0; at < text.size(); at += characterAt(text, at).size)
        ++characters;
    return characters;
}

void printText(const Report& report)
{
    std::cout << report.headline << "\n";
    std::vector<std::vector<std::string>> lines{report.columns};
    for (const std::vector<Json>& row : report.rows) {
        lines.emplace_back();
        std::transform(row.begin(), row.end(), std::back_inserter(lines.back()), readable);
    }
    std::vector<std::size_t> widths(report.columns.size());
    for (const auto& line : lines)
        for (std::size_t i = 0; i < line.size(); ++i)
            widths[i] = std::max(widths[i], widthOf(line[i]));
    for (const auto& line : lines) {
        std::string text;
        for (std::size_t i = 0; i < line.size(); ++i)
            text += line[i] + std::string(widths[i] - widthOf(line[i]) + 2, ' ');
        text.erase(text.find_last_not_of(' ') + 1);
        std::cout << text << "\n";
    }
}

} // namespace

void print(const Report& report, const Arguments& arguments)
{
    if (arguments.asJson() && arguments.has("--csv"))
        throw UsageError("--json and --csv exclude each other");
    if (arguments.asJson())
        printJson(report);
    else if (arguments.has("--csv"))
        printCsv(report);
    else
        printText(report);
}

} // namespace glassformer::cli
