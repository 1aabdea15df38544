#pragma once

#include <concepts>
#include <cstdint>
#include <initializer_list>
#include <limits>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace glassformer {

struct JsonMember;

/**
 * One JSON value. It never changes once made, so copies of lists and objects share their content.
 *
 * Whole numbers and other numbers stay apart: 1 is an integer, 1.0 is not. An object keeps its keys in the
 * order of the file and holds no key twice. Made by parseJson() or by hand:
 *
 *     Json::object({{"d_model", 64}, {"norm", "post"}, {"shape", Json::array({2, 3})}})
 *
 * Values that come from a file are read through JsonField, which explains what is wrong with them; the
 * accessors here are for values whose kind is known, and throw std::bad_variant_access for another kind.
 */
class Json
{
public:
    enum class Kind
    {
        Null,
        Boolean,
        Integer,
        Number,
        Text,
        Array,
        Object
    };

    Json(std::nullptr_t) { }
    template <std::same_as<bool> Boolean>
    Json(Boolean value)
        : m_value(value)
    {
    }
    /** The value must fit into 64 signed bits. */
    template <std::integral Integer>
    requires(!std::same_as<Integer, bool>) Json(Integer value)
        : m_value(checkedInteger(value))
    {
    }
    /** The value must be finite when it is written: JSON knows no other numbers. */
    template <std::floating_point Number>
    Json(Number value)
        : m_value(static_cast<double>(value))
    {
    }
    Json(const char* text)
        : m_value(std::string(text))
    {
    }
    Json(std::string_view text)
        : m_value(std::string(text))
    {
    }
    Json(std::string text)
        : m_value(std::move(text))
    {
    }

    static Json array(std::vector<Json> items);
    /** \throws std::invalid_argument for a key that stands there twice */
    static Json object(std::vector<JsonMember> members);

    Kind kind() const { return static_cast<Kind>(m_value.index()); }
    bool isNull() const { return kind() == Kind::Null; }

    bool boolean() const { return std::get<bool>(m_value); }
    std::int64_t integer() const { return std::get<std::int64_t>(m_value); }
    double number() const; ///< of an integer too
    const std::string& text() const { return std::get<std::string>(m_value); }
    const std::vector<Json>& items() const { return *std::get<ArrayPointer>(m_value); }
    const std::vector<JsonMember>& members() const;

    /** The value under a key of an object, or null pointer; takes logarithmic time. */
    const Json* find(std::string_view key) const;

private:
    struct Object;
    using ArrayPointer = std::shared_ptr<const std::vector<Json>>;
    using ObjectPointer = std::shared_ptr<const Object>;

    static void requireInteger(bool fits);

    template <std::integral Integer> static std::int64_t checkedInteger(Integer value)
    {
        requireInteger(std::in_range<std::int64_t>(value));
        return static_cast<std::int64_t>(value);
    }

    // The order of the alternatives is the order of Kind.
    std::variant<std::monostate, bool, std::int64_t, double, std::string, ArrayPointer, ObjectPointer>
        m_value;
};

struct JsonMember
{
    std::string key;
    Json value;
};

/**
 * The value as JSON text in UTF-8, numbers as short as they can be read back without loss.
 *
 * \param indent  spaces per level, lists of plain values on one line; 0 for all in one line without blanks
 * \throws Error for a text that is not UTF-8 and for a number that is not finite
 */
std::string jsonText(const Json& json, int indent = 0);

} // namespace glassformer
