#pragma once

#include "core/file/json/json.h"
#include "core/message.h"

#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace glassformer {

/**
 * A place in a JSON file: its value, and the way to it for messages. Every getter says what it expects and
 * throws an Error such as
 *
 *     config.json, encoder.layers: the text "six"; expected a whole number from 1 to 128
 *
 * The value that the first field was made from must outlive all fields.
 */
class JsonField
{
public:
    JsonField(const Json& json, std::string file);
    JsonField(Json&&, std::string) = delete;

    const Json& json() const { return *m_json; }
    std::string where() const; ///< "config.json, layers[2].width"

    /** A field of this object; an Error if this is no object or has no such field. */
    JsonField operator[](std::string_view key) const;
    /** The same for a field that may be left out. null counts as a value. */
    std::optional<JsonField> find(std::string_view key) const;
    /** Refuses an object with fields outside the list: a misspelt setting must not be ignored silently. */
    void requireOnly(std::initializer_list<std::string_view> keys) const;

    /** The fields with their names; an Error if this is no object. */
    const std::vector<JsonMember>& members() const;
    /** The number of entries; an Error if this is no list. */
    std::size_t size() const;
    /** An entry of this list, which must exist. */
    JsonField at(std::size_t index) const;

    bool boolean() const;
    std::int64_t integer(std::int64_t least, std::int64_t most) const;
    /** Both bounds belong to the range; whole numbers are accepted as numbers. */
    double number(double least, double most) const;
    const std::string& text() const;
    /** One of the texts in the list. */
    const std::string& oneOf(std::initializer_list<std::string_view> choices) const;

    /** For checks that only the caller knows; found defaults to a description of the value. */
    [[noreturn]] void refuse(Message expected, Message found = {}, Message remedy = {}) const;

private:
    JsonField(const Json& json, std::string file, std::string path);

    const Json& require(Json::Kind kind, const Message& expected) const;

    const Json* m_json;
    std::string m_file;
    std::string m_path; ///< "layers[2].width"; long keys are cut, so that its size stays small
};

} // namespace glassformer
