#include "core/text/sentence_piece/sentence_piece_file.h"

#include "core/error.h"
#include "core/file/printable.h"
#include "core/file/protobuf.h"
#include "core/text/characters/unicode.h"

#include <array>
#include <cmath>
#include <unordered_set>

namespace glassformer {
namespace {

// Numbers of the fields in sentencepiece_model.proto.
namespace model_field {
constexpr std::uint32_t piece = 1;
constexpr std::uint32_t trainer = 2;
constexpr std::uint32_t normalizer = 3;
constexpr std::uint32_t denormalizer = 5;
} // namespace model_field
namespace piece_field {
constexpr std::uint32_t text = 1;
constexpr std::uint32_t score = 2;
constexpr std::uint32_t kind = 3;
} // namespace piece_field
namespace trainer_field {
constexpr std::uint32_t algorithm = 3;
constexpr std::uint32_t space_suffixes = 24;
constexpr std::uint32_t byte_fallback = 35;
constexpr std::uint32_t unknown_surface = 44;
constexpr std::uint32_t start_piece = 46;
constexpr std::uint32_t end_piece = 47;
constexpr std::uint32_t padding_piece = 48;
} // namespace trainer_field
namespace normalizer_field {
constexpr std::uint32_t name = 1;
constexpr std::uint32_t charsmap = 2;
constexpr std::uint32_t dummy_prefix = 3;
constexpr std::uint32_t extra_whitespaces = 4;
constexpr std::uint32_t escape_whitespaces = 5;
} // namespace normalizer_field

constexpr std::string_view hex_digits = "0123456789ABCDEF";

/** How the model calls the pieces that begin, end and fill up a text. */
struct SpecialNames
{
    std::string start = "<s>";
    std::string end = "</s>";
    std::string padding = "<pad>";
};

bool isSpecial(SentencePieceKind kind)
{
    return kind == SentencePieceKind::Unknown || kind == SentencePieceKind::Control
        || kind == SentencePieceKind::Byte;
}

SentencePiece readPiece(std::string_view bytes, const Place& where)
{
    SentencePiece piece;
    ProtobufReader reader(bytes, where);
    while (const std::optional<ProtobufField> field = reader.next()) {
        if (field->number == piece_field::text) {
            const std::string_view text = reader.bytes(*field);
            if (text.size() > max_sentence_piece_bytes) {
                reader.refuse(*field, Message::tr("a piece of %1 bytes", text.size()),
                    Message::tr("at most %1", max_sentence_piece_bytes));
            }
            piece.text = text;
        } else if (field->number == piece_field::score) {
            piece.score = reader.number(*field);
            if (!std::isfinite(piece.score))
                reader.refuse(
                    *field, Message::tr("a score that is no finite number"), Message::tr("a finite number"));
        } else if (field->number == piece_field::kind) {
            const std::int32_t kind = reader.integer(*field);
            if (kind < 1 || kind > 6)
                reader.refuse(*field, Message::tr("piece type %1", kind), Message::tr("1 to 6"));
            piece.kind = static_cast<SentencePieceKind>(kind);
        }
    }
    if (piece.text.empty())
        throw Error({Message::tr("an empty piece"), where, Message::tr("at least one character"), {}});
    if (piece.text.find('\0') != std::string::npos)
        throw Error({Message::tr("a zero byte in a piece"), where, Message::tr("text"), {}});
    requireValidUtf8(piece.text, where);
    return piece;
}

void readTrainer(
    std::string_view bytes, const std::string& where, SentencePieceFile& file, SpecialNames& names)
{
    ProtobufReader reader(bytes, where);
    while (const std::optional<ProtobufField> field = reader.next()) {
        switch (field->number) {
        case trainer_field::algorithm: {
            const std::int32_t algorithm = reader.integer(*field);
            if (algorithm < 1 || algorithm > 4)
                reader.refuse(*field, Message::tr("model type %1", algorithm), Message::tr("1 to 4"));
            file.algorithm = static_cast<SentencePieceAlgorithm>(algorithm);
            break;
        }
        case trainer_field::space_suffixes:
            file.has_space_suffixes = reader.boolean(*field);
            break;
        case trainer_field::byte_fallback:
            file.has_byte_fallback = reader.boolean(*field);
            break;
        case trainer_field::unknown_surface:
            file.unknown_surface = reader.bytes(*field);
            requireValidUtf8(file.unknown_surface, where);
            break;
        case trainer_field::start_piece:
            names.start = reader.bytes(*field);
            break;
        case trainer_field::end_piece:
            names.end = reader.bytes(*field);
            break;
        case trainer_field::padding_piece:
            names.padding = reader.bytes(*field);
            break;
        default:
            break;
        }
    }
}

void readNormalizer(std::string_view bytes, const std::string& where, SentencePieceNormalizer& normalizer)
{
    ProtobufReader reader(bytes, where);
    while (const std::optional<ProtobufField> field = reader.next()) {
        switch (field->number) {
        case normalizer_field::name:
            normalizer.name = reader.bytes(*field);
            break;
        case normalizer_field::charsmap:
            normalizer.charsmap = reader.bytes(*field);
            break;
        case normalizer_field::dummy_prefix:
            normalizer.add_dummy_prefix = reader.boolean(*field);
            break;
        case normalizer_field::extra_whitespaces:
            normalizer.remove_extra_whitespaces = reader.boolean(*field);
            break;
        case normalizer_field::escape_whitespaces:
            normalizer.escape_whitespaces = reader.boolean(*field);
            break;
        default:
            break;
        }
    }
}

SpecialNames readModel(std::string_view bytes, const std::string& name, SentencePieceFile& file)
{
    SpecialNames names;
    ProtobufReader reader(bytes, name);
    while (const std::optional<ProtobufField> field = reader.next()) {
        switch (field->number) {
        case model_field::piece:
            if (file.pieces.size() == max_sentence_piece_count)
                reader.refuse(*field, Message::tr("too many pieces"),
                    Message::tr("at most %1", max_sentence_piece_count));
            file.pieces.push_back(
                readPiece(reader.bytes(*field), Message::tr("%1, piece %2", name, file.pieces.size())));
            break;
        case model_field::trainer:
            readTrainer(reader.bytes(*field), name + ", trainer", file, names);
            break;
        case model_field::normalizer:
            readNormalizer(reader.bytes(*field), name + ", normalizer", file.normalizer);
            break;
        case model_field::denormalizer:
            readNormalizer(reader.bytes(*field), name + ", denormalizer", file.denormalizer);
            break;
        default:
            break;
        }
    }
    return names;
}

/** What only all pieces together can get wrong. */
class PieceCheck
{
public:
    PieceCheck(const SentencePieceFile& file, const std::string& name)
        : m_file(file)
        , m_name(name)
    {
    }

    /** The id of the unknown piece. */
    int run()
    {
        std::optional<int> unknown;
        for (std::size_t i = 0; i < m_file.pieces.size(); ++i) {
            const SentencePiece& piece = m_file.pieces[i];
            requireNew(piece, i);
            if (piece.kind == SentencePieceKind::Byte)
                countByte(piece, i);
            if (piece.kind != SentencePieceKind::Unknown)
                continue;
            if (unknown)
                throw Error({Message::tr("a second unknown piece"), where(i), Message::tr("one"), {}});
            unknown = static_cast<int>(i);
        }
        if (!unknown) {
            throw Error({m_file.pieces.empty() ? Message::tr("no pieces") : Message::tr("no unknown piece"),
                m_name, Message::tr("a SentencePiece model with a piece of type unknown"), {}});
        }
        // Bytes are counted once each, because equal pieces have been refused.
        if (m_file.has_byte_fallback && m_byte_count != 256)
            throw Error({Message::tr("%1 byte pieces", m_byte_count), m_name,
                Message::tr("256 for byte_fallback"), {}});
        return *unknown;
    }

private:
    Place where(std::size_t id) const { return Message::tr("%1, piece %2", m_name, id); }

    void requireNew(const SentencePiece& piece, std::size_t id)
    {
        if (!m_seen[isSpecial(piece.kind) ? 1 : 0].insert(piece.text).second)
            throw Error({Message::tr("a second piece %1", printable(piece.text)), where(id),
                Message::tr("each piece once"), {}});
    }

    void countByte(const SentencePiece& piece, std::size_t id)
    {
        if (!m_file.has_byte_fallback)
            throw Error({Message::tr("a byte piece without byte_fallback"), where(id), {}, {}});
        if (!byteOfPiece(piece.text)) {
            throw Error({Message::tr("the byte piece %1", printable(piece.text)), where(id),
                Message::tr("<0x00> to <0xFF>"), {}});
        }
        ++m_byte_count;
    }

    const SentencePieceFile& m_file;
    const std::string& m_name;
    std::array<std::unordered_set<std::string_view>, 2> m_seen; ///< pieces of text, special pieces
    int m_byte_count = 0;
};

std::optional<int> controlId(const SentencePieceFile& file, const std::string& text)
{
    for (std::size_t i = 0; i < file.pieces.size(); ++i) {
        if (file.pieces[i].kind == SentencePieceKind::Control && file.pieces[i].text == text)
            return static_cast<int>(i);
    }
    return std::nullopt;
}

} // namespace

SentencePieceFile readSentencePieceFile(std::string_view bytes, const std::string& file)
{
    SentencePieceFile model;
    const SpecialNames names = readModel(bytes, file, model);
    model.unknown_id = PieceCheck(model, file).run();
    model.start_id = controlId(model, names.start);
    model.end_id = controlId(model, names.end);
    model.padding_id = controlId(model, names.padding);
    return model;
}

std::optional<unsigned char> byteOfPiece(std::string_view text)
{
    if (text.size() != 6 || text.substr(0, 3) != "<0x" || text[5] != '>')
        return std::nullopt;
    const std::size_t high = hex_digits.find(text[3]);
    const std::size_t low = hex_digits.find(text[4]);
    if (high == std::string_view::npos || low == std::string_view::npos)
        return std::nullopt;
    return static_cast<unsigned char>(high * 16 + low);
}

std::string bytePiece(unsigned char byte)
{
    return {'<', '0', 'x', hex_digits[byte / 16], hex_digits[byte % 16], '>'};
}

} // namespace glassformer
