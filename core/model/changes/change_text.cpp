#include "core/model/changes/change_text.h"

#include "core/error.h"
#include "core/file/json/strict_json.h"
#include "core/model/changes/change_check.h"

#include <array>
#include <charconv>
#include <cmath>
#include <iomanip>
#include <limits>
#include <locale>
#include <optional>
#include <sstream>

namespace glassformer {
namespace {

constexpr std::array<std::pair<const char*, ChangeKind>, 4> words{{{"mean", ChangeKind::Mean},
    {"cut", ChangeKind::Cut}, {"lifted", ChangeKind::Lifted}, {"off", ChangeKind::Off}}};

/** As short as it can be read back to the same float, in no language's own way of writing numbers. */
std::string numberText(float value)
{
    std::string text;
    for (int digits = 6; digits <= std::numeric_limits<float>::max_digits10; ++digits) {
        std::ostringstream out;
        out.imbue(std::locale::classic());
        out << std::setprecision(digits) << value;
        text = out.str();
        if (!std::isfinite(value) || static_cast<float>(parseJson(text, "").number()) == value)
            break;
    }
    return text;
}

std::string valueText(const Change& change)
{
    for (const auto& [word, kind] : words)
        if (change.kind == kind)
            return word;
    const std::optional<RecordPlace> place = recordPlace(change.tensor);
    const bool is_list = change.values.size() != 1 || (place && place->kind == RecordPlace::Kind::Places);
    if (!is_list)
        return numberText(change.values.front());
    std::string text = "[";
    for (const float value : change.values)
        text += (text.size() > 1 ? ", " : "") + numberText(value);
    return text + "]";
}

/** What is left of the text to read. */
class Reader
{
public:
    explicit Reader(std::string_view text)
        : m_whole(text)
        , m_left(text)
    {
    }

    [[noreturn]] void refuse(const Message& found, const Message& expected) const
    {
        throw Error({found, Place(Message::tr("the change \"%1\"", m_whole)), expected, {}});
    }

    void skipBlanks() { m_left.remove_prefix(std::min(m_left.size(), m_left.find_first_not_of(' '))); }

    bool take(char wanted)
    {
        skipBlanks();
        if (m_left.empty() || m_left.front() != wanted)
            return false;
        m_left.remove_prefix(1);
        return true;
    }

    std::string_view takeWhile(std::string_view allowed)
    {
        skipBlanks();
        const std::string_view taken =
            m_left.substr(0, std::min(m_left.size(), m_left.find_first_not_of(allowed)));
        m_left.remove_prefix(taken.size());
        return taken;
    }

    std::string_view rest()
    {
        skipBlanks();
        std::string_view left = m_left;
        left.remove_suffix(left.size() - (left.find_last_not_of(' ') + 1));
        return left;
    }

private:
    std::string_view m_whole, m_left;
};

constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyz_";
constexpr std::string_view digits = "0123456789";
constexpr std::string_view name_characters = "abcdefghijklmnopqrstuvwxyz_.0123456789";

/** The names of row and column, and where they are kept. */
struct Coordinate
{
    const char* name;
    int Change::*member;
};

std::array<Coordinate, 3> coordinatesOf(const RecordPlace& place)
{
    return {{{"head", &Change::head}, {place.isMap() ? "query" : "token", &Change::row},
        {place.isMap() ? "key" : "dimension", &Change::column}}};
}

int indexIn(Reader& reader, std::string_view name)
{
    const std::string_view text = reader.takeWhile(digits);
    int index = -1;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), index);
    if (text.empty() || error != std::errc() || end != text.data() + text.size())
        reader.refuse(Message::tr("no number behind \"%1\"", name), Message::tr("a whole number from 0 on"));
    return index;
}

/** "[head 1, query 4, key 7]" */
void readCoordinates(Reader& reader, const RecordPlace& place, Change& change)
{
    const auto coordinates = coordinatesOf(place);
    std::size_t next = 0;
    do {
        const std::string_view name = reader.takeWhile(letters);
        while (next < coordinates.size() && coordinates[next].name != name)
            ++next;
        if (next == coordinates.size())
            reader.refuse(Message::tr("\"%1\" in the brackets", name),
                place.isMap()
                    ? Message::tr("head, query and key, in this order, those that are needed")
                    : Message::tr("head, token and dimension, in this order, those that are needed"));
        change.*coordinates[next].member = indexIn(reader, name);
        ++next;
    } while (reader.take(','));
    if (!reader.take(']'))
        reader.refuse(Message::tr("brackets that do not end"), Message::tr("a ] behind the last number"));
}

float numberOf(const Json& json, const Reader& reader)
{
    const bool is_number = json.kind() == Json::Kind::Integer || json.kind() == Json::Kind::Number;
    if (!is_number || std::abs(json.number()) > double(std::numeric_limits<float>::max()))
        reader.refuse(Message::tr("a value that is no number"),
            Message::tr("a number, a list of numbers, mean, cut, lifted or off"));
    return static_cast<float>(json.number());
}

void readValue(Reader& reader, Change& change)
{
    const std::string_view text = reader.rest();
    for (const auto& [word, kind] : words)
        if (text == word) {
            change.kind = kind;
            return;
        }
    std::optional<Json> json;
    try {
        json = parseJson(text, "", WideIntegers::Round);
    } catch (const Error&) {
        reader.refuse(Message::tr("the value \"%1\"", text),
            Message::tr("a number, a list of numbers, mean, cut, lifted or off"));
    }
    change.kind = ChangeKind::Set;
    if (json->kind() != Json::Kind::Array) {
        change.values = {numberOf(*json, reader)};
        return;
    }
    for (const Json& item : json->items())
        change.values.push_back(numberOf(item, reader));
}

} // namespace

std::string changeText(const Change& change)
{
    std::string text = change.tensor;
    const std::optional<RecordPlace> place = recordPlace(change.tensor);
    std::string inside;
    for (const Coordinate& coordinate : coordinatesOf(place.value_or(RecordPlace{})))
        if (change.*coordinate.member != every)
            inside += (inside.empty() ? "" : ", ") + std::string(coordinate.name) + " "
                + std::to_string(change.*coordinate.member);
    if (!inside.empty())
        text += "[" + inside + "]";
    return text + " = " + valueText(change);
}

Change changeFromText(std::string_view text)
{
    Reader reader(text);
    Change change;
    change.tensor = reader.takeWhile(name_characters);
    const std::optional<RecordPlace> place = recordPlace(change.tensor);
    if (!place)
        reader.refuse(Message::tr("\"%1\" is no record that can be changed", change.tensor),
            Message::tr("a name such as encoder.3.self_attention.mixed"));
    if (reader.take('['))
        readCoordinates(reader, *place, change);
    if (!reader.take('='))
        reader.refuse(Message::tr("no = behind the place"), Message::tr("PLACE = VALUE"));
    readValue(reader, change);
    requireSense(change);
    return change;
}

} // namespace glassformer
