#include "core/file/json/strict_json.h"

#include "core/error.h"
#include "core/file/foreign_file.h"
#include "core/file/printable.h"

#include <nlohmann/json.hpp>
#include <utf8proc.h>

#include <algorithm>
#include <stdexcept>

namespace glassformer {
namespace {

constexpr std::size_t max_depth = 64;
constexpr std::size_t max_values = 4'000'000;

/** The place of the first byte that is not part of a UTF-8 character, or the size. */
std::size_t firstInvalidByte(std::string_view bytes)
{
    std::size_t at = 0;
    while (at < bytes.size()) {
        if (static_cast<unsigned char>(bytes[at]) < 0x80) {
            ++at;
            continue;
        }
        utf8proc_int32_t character = 0;
        const auto* start = reinterpret_cast<const utf8proc_uint8_t*>(bytes.data()) + at;
        const auto left = static_cast<utf8proc_ssize_t>(bytes.size() - at);
        const utf8proc_ssize_t length = utf8proc_iterate(start, left, &character);
        if (length < 1)
            return at;
        at += static_cast<std::size_t>(length);
    }
    return at;
}

/** Builds the value while nlohmann's parser reports what it reads. The parser itself does not recurse. */
class TreeBuilder : public nlohmann::json_sax<nlohmann::json>
{
public:
    TreeBuilder(std::string_view bytes, const std::string& file, WideIntegers wide)
        : m_bytes(bytes)
        , m_file(file)
        , m_rounds_wide(wide == WideIntegers::Round)
    {
    }

    bool null() override { return add(nullptr); }
    bool boolean(bool value) override { return add(value); }
    bool number_integer(number_integer_t value) override { return add(value); }
    bool number_unsigned(number_unsigned_t value) override
    {
        if (std::in_range<std::int64_t>(value))
            return add(value);
        if (!m_rounds_wide)
            refuseWide(std::to_string(value));
        return add(static_cast<double>(value));
    }
    bool number_float(number_float_t value, const string_t& literal) override
    {
        // A whole number too wide for 64 bits arrives here, already rounded.
        if (!m_rounds_wide && literal.find_first_not_of("-0123456789") == std::string::npos)
            refuseWide(literal);
        return add(value);
    }
    bool string(string_t& value) override { return add(std::move(value)); }
    bool binary(binary_t&) override { return false; }

    bool start_object(std::size_t) override { return open(true); }
    bool start_array(std::size_t) override { return open(false); }
    bool key(string_t& value) override
    {
        m_open.back().key = std::move(value);
        return true;
    }
    bool end_array() override
    {
        Level level = close();
        return add(Json::array(std::move(level.items)));
    }
    bool end_object() override
    {
        Level level = close();
        try {
            return add(Json::object(std::move(level.members)));
        } catch (const std::invalid_argument& twin) {
            refuse(Message(std::string(twin.what())), Message::tr("every field once"));
        }
    }

    bool parse_error(
        std::size_t position, const std::string&, const nlohmann::json::exception& error) override
    {
        if (error.id == 406)
            refuse(Message::tr("a number that is too large"), Message::tr("a number below 1.8e308"));
        if (position > m_bytes.size())
            refuse(Message::tr("a text that ends too early, at byte %1", m_bytes.size()), Message("JSON"));
        const std::size_t at = position == 0 ? 0 : position - 1;
        const auto line =
            1 + std::count(m_bytes.begin(), m_bytes.begin() + static_cast<std::ptrdiff_t>(at), '\n');
        refuse(Message::tr("a mistake at byte %1 (line %2)", at, line), Message("JSON"));
    }

    Json take() { return std::move(m_root); }

private:
    struct Level
    {
        bool is_object;
        std::string key; ///< of the member that is being read
        std::vector<JsonMember> members;
        std::vector<Json> items;
    };

    bool add(Json value)
    {
        if (++m_count > max_values)
            refuse(Message::tr("more than %1 values", max_values), Message::tr("fewer"));
        if (m_open.empty())
            m_root = std::move(value);
        else if (m_open.back().is_object)
            m_open.back().members.push_back({std::move(m_open.back().key), std::move(value)});
        else
            m_open.back().items.push_back(std::move(value));
        return true;
    }

    bool open(bool is_object)
    {
        if (m_open.size() == max_depth)
            refuse(Message::tr("lists or objects nested too deeply"),
                Message::tr("at most %1 levels", max_depth));
        m_open.push_back({is_object, {}, {}, {}});
        return true;
    }

    Level close()
    {
        Level level = std::move(m_open.back());
        m_open.pop_back();
        return level;
    }

    std::string where() const
    {
        std::string path;
        for (const Level& level : m_open) {
            if (level.is_object)
                path += (path.empty() ? "" : ".") + printable(level.key);
            else
                path += '[' + std::to_string(level.items.size()) + ']';
        }
        return path.empty() ? m_file : m_file + ", " + path;
    }

    [[noreturn]] void refuse(Message found, Message expected) const
    {
        throw Error({std::move(found), where(), std::move(expected), {}});
    }
    [[noreturn]] void refuseWide(const std::string& literal) const
    {
        refuse(
            Message::tr("the whole number %1", printable(literal)), Message::tr("at most 64 bits with sign"));
    }

    std::string_view m_bytes;
    const std::string& m_file;
    bool m_rounds_wide;
    std::vector<Level> m_open;
    Json m_root = nullptr;
    std::size_t m_count = 0;
};

} // namespace

Json parseJson(std::string_view bytes, const std::string& file, WideIntegers wide)
{
    if (const std::optional<ForeignFile> foreign = recogniseForeign(bytes))
        throw Error({foreign->found, file, Message("JSON"), foreign->remedy});
    // nlohmann takes a NUL byte for the end of the text and would not look at what follows.
    const std::size_t nul = bytes.find('\0');
    if (nul != std::string_view::npos)
        throw Error({Message::tr("a NUL byte at byte %1", nul), file, Message("JSON"), {}});
    const std::size_t invalid = firstInvalidByte(bytes);
    if (invalid < bytes.size())
        throw Error(
            {Message::tr("bytes that are not UTF-8, at byte %1", invalid), file, Message("UTF-8"), {}});

    TreeBuilder builder(bytes, file, wide);
    nlohmann::json::sax_parse(bytes.begin(), bytes.end(), &builder);
    return builder.take();
}

} // namespace glassformer
