#include "core/file/safetensors/safetensors_header.h"

#include "core/error.h"
#include "core/file/foreign_file.h"
#include "core/file/json/strict_json.h"
#include "core/file/printable.h"
#include "core/tensor/matrix.h"

#include <algorithm>
#include <limits>
#include <optional>

namespace glassformer {
namespace {

constexpr std::string_view white_space = " \t\r\n"; ///< of JSON
constexpr std::int64_t largest = std::numeric_limits<std::int64_t>::max();

std::optional<std::uint64_t> checkedProduct(std::uint64_t a, std::uint64_t b)
{
    if (b != 0 && a > std::numeric_limits<std::uint64_t>::max() / b)
        return std::nullopt;
    return a * b;
}

Message bytesText(std::uint64_t count)
{
    return count == 1 ? Message::tr("1 byte") : Message::tr("%1 bytes", count);
}

/** Called only once the bytes have failed as a header, so that no good file is mistaken for another kind. */
[[noreturn]] void refuseStart(std::string_view head, const std::string& file, Message found, Message expected)
{
    if (const std::optional<ForeignFile> foreign = recogniseForeign(head))
        throw Error({foreign->found, file, Message::tr("a safetensors file"), foreign->remedy});
    if (head.size() >= 8 && head.front() == '{' && head[7] != '\0') {
        throw Error(
            {Message::tr("JSON text without the 8 bytes before it"), file, Message::tr("a safetensors file"),
                Message::tr("Choose the weights, not their index or configuration.")});
    }
    throw Error({std::move(found), file, std::move(expected), {}});
}

/** The first 8 bytes as a number, the lowest first. */
std::uint64_t headerLength(std::string_view head)
{
    std::uint64_t length = 0;
    for (std::size_t i = 8; i-- > 0;)
        length = length << 8 | static_cast<unsigned char>(head[i]);
    return length;
}

/** The JSON text between the length and the data, without white space around it: writers fill it up. */
std::string_view headerText(std::string_view head, std::uint64_t file_size, const std::string& file)
{
    if (file_size < 8 || head.size() < 8)
        refuseStart(
            head, file, Message::tr("a file of %1", bytesText(head.size())), Message::tr("at least 8 bytes"));
    const std::uint64_t length = headerLength(head);
    const Message found = Message::tr("a header of %1", bytesText(length));
    if (length > max_safetensors_header)
        refuseStart(head, file, found, Message::tr("at most %1", bytesText(max_safetensors_header)));
    if (length > file_size - 8 || length > head.size() - 8)
        refuseStart(
            head, file, found, Message::tr("at most the %1 left in the file", bytesText(file_size - 8)));

    std::string_view text = head.substr(8, static_cast<std::size_t>(length));
    text.remove_prefix(std::min(text.find_first_not_of(white_space), text.size()));
    text = text.substr(0, text.find_last_not_of(white_space) + 1);
    if (text.empty() || text.front() != '{')
        refuseStart(head, file, Message::tr("a header that does not begin with a brace"),
            Message::tr("a JSON object"));
    if (text.back() != '}')
        throw Error(
            {Message::tr("a header that does not end with a brace"), file, Message::tr("a JSON object"), {}});
    return text;
}

std::map<std::string, std::string> readMetadata(const JsonField& field)
{
    std::map<std::string, std::string> metadata;
    for (const JsonMember& member : field.members())
        metadata.emplace(member.key, field[member.key].text());
    return metadata;
}

TensorType readType(const JsonField& field)
{
    const std::string& text = field.text();
    if (const std::optional<TensorType> type = typeFromText(text))
        return *type;
    field.refuse(Message::tr("a number type such as F32, F16 or BF16"));
}

/** The bytes that type and shape need. */
std::uint64_t neededBytes(const TensorEntry& entry, const JsonField& field)
{
    std::optional<std::uint64_t> bits = typeBits(entry.type);
    for (const std::int64_t extent : entry.shape) {
        bits = checkedProduct(*bits, static_cast<std::uint64_t>(extent));
        if (!bits)
            field.refuse(Message::tr("a size below 2^64 bits"),
                Message::tr("the shape %1", printable(shapeText(entry.shape))));
    }
    if (*bits % 8 != 0)
        field.refuse(Message::tr("whole bytes"), Message::tr("%1 bits", *bits));
    return *bits / 8;
}

TensorEntry readEntry(const std::string& name, const JsonField& field)
{
    field.requireOnly({"dtype", "shape", "data_offsets"});
    TensorEntry entry;
    entry.name = name;
    entry.type = readType(field["dtype"]);

    const JsonField shape = field["shape"];
    entry.shape.reserve(shape.size());
    for (std::size_t i = 0; i < shape.size(); ++i)
        entry.shape.push_back(shape.at(i).integer(0, largest));

    const JsonField offsets = field["data_offsets"];
    if (offsets.size() != 2)
        offsets.refuse(Message::tr("two offsets"), Message::tr("a list of %1", offsets.size()));
    const std::int64_t begin = offsets.at(0).integer(0, largest);
    const std::int64_t end = offsets.at(1).integer(begin, largest);
    entry.begin = static_cast<std::uint64_t>(begin);
    entry.end = static_cast<std::uint64_t>(end);

    const std::uint64_t needed = neededBytes(entry, field);
    if (entry.end - entry.begin != needed) {
        offsets.refuse(Message::tr("%1 for %2 %3", bytesText(needed), typeText(entry.type),
                           printable(shapeText(entry.shape))),
            bytesText(entry.end - entry.begin));
    }
    return entry;
}

/** The entries, in the order of their bytes, must cover the data exactly. */
void requireTiling(const std::vector<TensorEntry>& entries, std::uint64_t data_size, const std::string& file)
{
    std::uint64_t covered = 0;
    for (const TensorEntry& entry : entries) {
        if (entry.begin != covered) {
            throw Error({entry.begin < covered
                    ? Message::tr("bytes that overlap those of another tensor, from %1", entry.begin)
                    : Message::tr("a hole before its bytes, which begin at %1", entry.begin),
                file + ", " + printable(entry.name), Message::tr("to begin at %1", covered), {}});
        }
        covered = entry.end;
    }
    if (data_size < covered) {
        throw Error(
            {Message::tr("a file cut short: %1 of %2 are missing", bytesText(covered - data_size), covered),
                file, {}, Message::tr("Copy or download it again.")});
    }
    if (data_size > covered) {
        throw Error({Message::tr("%1 after the last tensor", bytesText(data_size - covered)), file,
            Message::tr("the file to end there"), {}});
    }
}

} // namespace

TensorTable readSafetensorsHeader(std::string_view head, std::uint64_t file_size, const std::string& file)
{
    const std::string_view text = headerText(head, file_size, file);
    const Json json = parseJson(text, file + ", header");
    const JsonField root(json, file);

    TensorTable header;
    for (const JsonMember& member : json.members()) {
        const JsonField field = root[member.key];
        if (member.key == "__metadata__")
            header.metadata = readMetadata(field);
        else
            header.entries.push_back(readEntry(member.key, field));
    }
    if (header.entries.empty())
        throw Error({Message::tr("no tensors"), file, Message::tr("at least one"), {}});

    header.data_begin = 8 + headerLength(head);
    // An empty tensor may share its place with the one that begins there, so the end decides between equals.
    std::sort(header.entries.begin(), header.entries.end(), [](const TensorEntry& a, const TensorEntry& b) {
        return a.begin != b.begin ? a.begin < b.begin : a.end < b.end;
    });
    requireTiling(header.entries, file_size - header.data_begin, file);
    return header;
}

TensorTable readSafetensorsHeader(const ByteSource& file)
{
    constexpr std::uint64_t enough_to_recognise = 512;
    const auto readStart = [&file](std::uint64_t size) {
        std::string head(static_cast<std::size_t>(std::min(size, file.size())), '\0');
        file.read(0, head);
        return head;
    };
    std::string head = readStart(8);
    const std::uint64_t length = head.size() < 8 ? 0 : headerLength(head);
    const bool is_plausible =
        head.size() == 8 && length <= max_safetensors_header && length <= file.size() - 8;
    head = readStart(is_plausible ? 8 + length : enough_to_recognise);
    return readSafetensorsHeader(head, file.size(), file.where());
}

} // namespace glassformer
