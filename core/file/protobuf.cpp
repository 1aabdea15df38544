#include "core/file/protobuf.h"

#include "core/error.h"

#include <cstring>
#include <limits>
#include <utility>

namespace glassformer {
namespace {

constexpr int max_varint_bytes = 10;
constexpr std::uint64_t max_field_number = (1u << 29) - 1;

Message fieldText(std::uint32_t number)
{
    return Message::tr("field %1", number);
}

Message typeText(WireType type)
{
    switch (type) {
    case WireType::Varint:
        return Message::tr("a whole number");
    case WireType::Fixed64:
        return Message::tr("%1 bytes", 8);
    case WireType::Bytes:
        return Message::tr("a text or message");
    case WireType::Fixed32:
        return Message::tr("%1 bytes", 4);
    }
    return Message::tr("nothing known");
}

} // namespace

ProtobufReader::ProtobufReader(std::string_view bytes, Place where)
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
        refuseAt(begin, Message::tr("field number %1", number), Message::tr("1 to 536870911"));

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
    refuseAt(begin, Message::tr("wire type %1 of %2", tag & 7, fieldText(field.number)),
        Message::tr("0, 1, 2 or 5"));
}

std::string_view ProtobufReader::bytes(const ProtobufField& field) const
{
    require(field, WireType::Bytes, Message::tr("a text or message"));
    return field.bytes;
}

bool ProtobufReader::boolean(const ProtobufField& field) const
{
    require(field, WireType::Varint, Message::tr("0 or 1"));
    if (field.value > 1)
        refuse(field, Message(std::to_string(field.value)), Message::tr("0 or 1"));
    return field.value == 1;
}

std::int32_t ProtobufReader::integer(const ProtobufField& field) const
{
    require(field, WireType::Varint, Message::tr("a whole number"));
    const auto value = static_cast<std::int64_t>(field.value);
    if (value < std::numeric_limits<std::int32_t>::min() || value > std::numeric_limits<std::int32_t>::max())
        refuse(field, Message(std::to_string(value)), Message::tr("a number of 32 bits"));
    return static_cast<std::int32_t>(value);
}

float ProtobufReader::number(const ProtobufField& field) const
{
    require(field, WireType::Fixed32, Message::tr("a number of 4 bytes"));
    const auto bits = static_cast<std::uint32_t>(field.value);
    float value = 0;
    static_assert(sizeof value == sizeof bits);
    std::memcpy(&value, &bits, sizeof value);
    return value;
}

void ProtobufReader::refuse(const ProtobufField& field, Message found, Message expected) const
{
    throw Error(
        {std::move(found), Message::tr("%1, %2", m_where, fieldText(field.number)), std::move(expected), {}});
}

std::uint64_t ProtobufReader::readVarint()
{
    const std::size_t begin = m_position;
    std::uint64_t value = 0;
    for (int i = 0; i < max_varint_bytes; ++i) {
        if (m_position == m_bytes.size())
            refuseAt(begin, Message::tr("a number cut off by the end"), Message::tr("the rest of it"));
        const auto byte = static_cast<unsigned char>(m_bytes[m_position++]);
        if (i == max_varint_bytes - 1 && byte > 1)
            refuseAt(begin, Message::tr("a number of more than 64 bits"),
                Message::tr("at most ten bytes of a number"));
        value |= std::uint64_t{byte & 0x7Fu} << (7 * i);
        if (byte < 0x80) {
            if (byte == 0 && i > 0)
                refuseAt(begin, Message::tr("a number spelt with more bytes than it needs"),
                    Message::tr("the shortest spelling"));
            return value;
        }
    }
    refuseAt(
        begin, Message::tr("a number of more than ten bytes"), Message::tr("at most ten bytes of a number"));
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
        refuseAt(
            m_position, Message::tr("a length of %1", size), Message::tr("at most the %1 bytes left", left));
    const std::string_view bytes = m_bytes.substr(m_position, static_cast<std::size_t>(size));
    m_position += bytes.size();
    return bytes;
}

void ProtobufReader::require(const ProtobufField& field, WireType type, const Message& expected) const
{
    if (field.type != type)
        refuse(field, typeText(field.type), expected);
}

void ProtobufReader::refuseAt(std::size_t position, Message found, Message expected) const
{
    throw Error({std::move(found), Message::tr("%1, byte %2", m_where, position), std::move(expected), {}});
}

} // namespace glassformer
