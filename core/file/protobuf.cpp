#include "core/file/protobuf.h"

#include "core/error.h"

#include <cstring>
#include <limits>
#include <utility>

namespace glassformer {
namespace {

constexpr int max_varint_bytes = 10;
constexpr std::uint64_t max_field_number = (1u << 29) - 1;

std::string fieldText(std::uint32_t number)
{
    return "field " + std::to_string(number);
}

const char* typeText(WireType type)
{
    switch (type) {
    case WireType::Varint:
        return "a whole number";
    case WireType::Fixed64:
        return "8 bytes";
    case WireType::Bytes:
        return "a text or message";
    case WireType::Fixed32:
        return "4 bytes";
    }
    return "nothing known";
}

} // namespace

ProtobufReader::ProtobufReader(std::string_view bytes, std::string where)
    : m_bytes(bytes)
    , m_where(std::move(where))
{
}

std::optional<ProtobufField> ProtobufReader::next()
{
    if (m_position == m_bytes.size())
        return std::nullopt;
    const std::size_t begin = m_position;
    const std::uint64_t tag = readVarint();
    const std::uint64_t number = tag >> 3;
    if (number == 0 || number > max_field_number)
        refuseAt(begin, "field number " + std::to_string(number), "1 to 536870911");

    ProtobufField field;
    field.number = static_cast<std::uint32_t>(number);
    field.type = static_cast<WireType>(tag & 7);
    switch (field.type) {
    case WireType::Varint:
        field.value = readVarint();
        return field;
    case WireType::Fixed64:
        field.value = readFixed(8);
        return field;
    case WireType::Bytes:
        field.bytes = readBytes(readVarint());
        return field;
    case WireType::Fixed32:
        field.value = readFixed(4);
        return field;
    }
    refuseAt(
        begin, "wire type " + std::to_string(tag & 7) + " of " + fieldText(field.number), "0, 1, 2 or 5");
}

std::string_view ProtobufReader::bytes(const ProtobufField& field) const
{
    require(field, WireType::Bytes, "a text or message");
    return field.bytes;
}

bool ProtobufReader::boolean(const ProtobufField& field) const
{
    require(field, WireType::Varint, "0 or 1");
    if (field.value > 1)
        refuse(field, std::to_string(field.value), "0 or 1");
    return field.value == 1;
}

std::int32_t ProtobufReader::integer(const ProtobufField& field) const
{
    require(field, WireType::Varint, "a whole number");
    const auto value = static_cast<std::int64_t>(field.value);
    if (value < std::numeric_limits<std::int32_t>::min() || value > std::numeric_limits<std::int32_t>::max())
        refuse(field, std::to_string(value), "a number of 32 bits");
    return static_cast<std::int32_t>(value);
}

float ProtobufReader::number(const ProtobufField& field) const
{
    require(field, WireType::Fixed32, "a number of 4 bytes");
    const auto bits = static_cast<std::uint32_t>(field.value);
    float value = 0;
    static_assert(sizeof value == sizeof bits);
    std::memcpy(&value, &bits, sizeof value);
    return value;
}

void ProtobufReader::refuse(const ProtobufField& field, std::string found, std::string expected) const
{
    throw Error({std::move(found), m_where + ", " + fieldText(field.number), std::move(expected), {}});
}

std::uint64_t ProtobufReader::readVarint()
{
    const std::size_t begin = m_position;
    std::uint64_t value = 0;
    for (int i = 0; i < max_varint_bytes; ++i) {
        if (m_position == m_bytes.size())
            refuseAt(begin, "a number cut off by the end", "the rest of it");
        const auto byte = static_cast<unsigned char>(m_bytes[m_position++]);
        if (i == max_varint_bytes - 1 && byte > 1)
            refuseAt(begin, "a number of more than 64 bits", "at most ten bytes of a number");
        value |= std::uint64_t{byte & 0x7Fu} << (7 * i);
        if (byte < 0x80) {
            if (byte == 0 && i > 0)
                refuseAt(begin, "a number spelt with more bytes than it needs", "the shortest spelling");
            return value;
        }
    }
    refuseAt(begin, "a number of more than ten bytes", "at most ten bytes of a number");
}

std::uint64_t ProtobufReader::readFixed(std::size_t size)
{
    std::uint64_t value = 0;
    const std::string_view bytes = readBytes(size);
    for (std::size_t i = size; i-- > 0;)
        value = value << 8 | static_cast<unsigned char>(bytes[i]);
    return value;
}

std::string_view ProtobufReader::readBytes(std::uint64_t size)
{
    const std::size_t left = m_bytes.size() - m_position;
    if (size > left)
        refuseAt(m_position, "a length of " + std::to_string(size),
            "at most the " + std::to_string(left) + " bytes left");
    const std::string_view bytes = m_bytes.substr(m_position, static_cast<std::size_t>(size));
    m_position += bytes.size();
    return bytes;
}

void ProtobufReader::require(const ProtobufField& field, WireType type, const char* expected) const
{
    if (field.type != type)
        refuse(field, typeText(field.type), expected);
}

void ProtobufReader::refuseAt(std::size_t position, std::string found, std::string expected) const
{
    throw Error({std::move(found), m_where + ", byte " + std::to_string(position), std::move(expected), {}});
}

} // namespace glassformer
