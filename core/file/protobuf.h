#pragma once

#include "core/error.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace glassformer {

/** How the value of a field is stored; groups, which nothing here uses, are refused. */
enum class WireType
{
    Varint = 0,
    Fixed64 = 1,
    Bytes = 2, ///< a length and so many bytes: a text, a blob or a message inside the message
    Fixed32 = 5
};

/** One field of a message, not yet interpreted. */
struct ProtobufField
{
    std::uint32_t number = 0; ///< at least 1, below 2^29
    WireType type = WireType::Varint;
    std::uint64_t value = 0; ///< of a varint or a fixed number
    std::string_view bytes; ///< of a Bytes field; part of the text that the reader was made from
};

/**
 * Reads the fields of one protobuf message, one after the other, without copying and without recursion: a
 * message inside is Bytes, for which the caller makes another reader.
 *
 * Checked: every read stays inside the bytes; a varint has at most ten bytes, none too many, and fits its type;
 * a length is at most what is left. A field whose type is not the expected one is refused, never reinterpreted.
 * The bytes must outlive the reader.
 * Source: the page "Encoding" of the Protocol Buffers documentation.
 */
class ProtobufReader
{
public:
    /** \param where  names the message in errors: "t5.model, normalizer" */
    ProtobufReader(std::string_view bytes, Place where);

    /** The next field; nothing at the end of the message. @throws Error naming the byte */
    std::optional<ProtobufField> next();

    /** Values of a field that next() returned. @throws Error naming the field if it is of another type */
    std::string_view bytes(const ProtobufField& field) const;
    bool boolean(const ProtobufField& field) const;
    std::int32_t integer(const ProtobufField& field) const; ///< negative ones are varints of 64 bits
    float number(const ProtobufField& field) const;

    /** For checks that only the caller knows. */
    [[noreturn]] void refuse(const ProtobufField& field, Message found, Message expected) const;

private:
    std::uint64_t readVarint();
    std::uint64_t readFixed(std::size_t size);
    std::string_view readBytes(std::uint64_t size);
    void require(const ProtobufField& field, WireType type, const Message& expected) const;
    [[noreturn]] void refuseAt(std::size_t position, Message found, Message expected) const;

    std::string_view m_bytes;
    std::size_t m_position = 0;
    Place m_where;
};

} // namespace glassformer
