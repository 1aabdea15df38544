#include "core/text/joiner/joiner_tokenizer.h"

#include "core/error.h"
#include "core/text/characters/unicode.h"
#include "core/text/entry_style.h"
#include "core/text/joiner/joiner_words.h"

#include <algorithm>
#include <utility>

namespace glassformer {
namespace {

const Message remedy_other_file = Message::tr("Use the tokenizer.json that belongs to the model.");

std::string inQuotes(const std::string& entry)
{
    return '"' + entry + '"';
}

std::string entryPlace(const std::string& where, int id)
{
    return where + ", entries[" + std::to_string(id) + "]";
}

std::unordered_map<std::string, int> idsByEntry(
    const std::vector<std::string>& entries, const std::string& where)
{
    std::unordered_map<std::string, int> ids;
    ids.reserve(entries.size());
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const int id = static_cast<int>(i);
        const auto [known, is_new] = ids.emplace(entries[i], id);
        if (!is_new) {
            throw Error({.found = Message::tr("the entry %1 a second time", inQuotes(entries[i])),
                .where = entryPlace(where, id),
                .expected = Message::tr("every entry once (it is entry %1 already)", known->second),
                .remedy = remedy_other_file});
        }
    }
    return ids;
}

} // namespace

std::string byteEntry(unsigned char byte)
{
    constexpr std::string_view digits = "0123456789ABCDEF";
    return std::string("<0x") + digits[byte / 16] + digits[byte % 16] + ">";
}

std::string targetEntry(const std::string& language)
{
    return "<2" + language + ">";
}

JoinerTokenizer JoinerTokenizer::fromEntries(std::vector<std::string> entries, SpecialTokens special,
    const std::string& where, TextLayout layout, JoinerNormalizer normalizer)
{
    if (entries.size() > max_entry_count) {
        throw Error({.found = Message::tr("%1 entries", entries.size()),
            .where = where,
            .expected = Message::tr("at most %1", max_entry_count),
            .remedy = remedy_other_file});
    }
    const std::unordered_map<std::string, int> ids = idsByEntry(entries, where);

    JoinerTokenizer tokenizer;
    tokenizer.m_entries = std::move(entries);
    tokenizer.m_special = std::move(special);
    tokenizer.m_layout = layout;
    tokenizer.m_normalizer = normalizer;
    tokenizer.m_pieces.resize(tokenizer.m_entries.size());
    tokenizer.readAllSpecial(where);
    tokenizer.readBytes(ids, where);
    for (int id = 0; id < tokenizer.size(); ++id) {
        if (tokenizer.piece(id).kind == PieceKind::Text)
            tokenizer.readText(id, where);
    }
    return tokenizer;
}

void JoinerTokenizer::readAllSpecial(const std::string& where)
{
    readSpecial(m_special.padding, "<pad>", where + ", special.padding");
    readSpecial(m_special.start, "<s>", where + ", special.start");
    readSpecial(m_special.end, "</s>", where + ", special.end");
    readSpecial(m_special.unknown, "<unk>", where + ", special.unknown");
    if (m_special.mask != -1)
        readSpecial(m_special.mask, std::string(mask_entry), where + ", special.mask");
    for (const auto& [language, id] : m_special.targets)
        readSpecial(id, targetEntry(language), where + ", special.targets." + language);
}

void JoinerTokenizer::readSpecial(int id, const std::string& expected_entry, const std::string& where)
{
    if (id < 0 || id >= size()) {
        throw Error({.found = Message::tr("the id %1", id),
            .where = where,
            .expected = Message::tr("an id from 0 to %1", size() - 1),
            .remedy = remedy_other_file});
    }
    if (entry(id) != expected_entry) {
        throw Error({.found = Message::tr("the id %1 of the entry %2", id, inQuotes(entry(id))),
            .where = where,
            .expected = Message::tr("the id of %1", inQuotes(expected_entry)),
            .remedy = remedy_other_file});
    }
    m_pieces[static_cast<std::size_t>(id)].kind = PieceKind::Special;
}

void JoinerTokenizer::readBytes(const std::unordered_map<std::string, int>& ids, const std::string& where)
{
    for (unsigned value = 0; value < m_byte_ids.size(); ++value) {
        const unsigned char byte = static_cast<unsigned char>(value);
        const auto known = ids.find(byteEntry(byte));
        if (known == ids.end()) {
            throw Error({.found = Message::tr("no entry %1", inQuotes(byteEntry(byte))),
                .where = where + ", entries",
                .expected =
                    Message::tr("an entry for each of the 256 bytes, so that every text can be encoded"),
                .remedy = remedy_other_file});
        }
        m_byte_ids[value] = known->second;
        m_pieces[static_cast<std::size_t>(known->second)] = {
            PieceKind::Byte, std::string(1, static_cast<char>(byte)), true, true};
    }
}

void JoinerTokenizer::readText(int id, const std::string& where)
{
    std::string_view text = entry(id);
    if (text.size() > max_entry_bytes) {
        throw Error({.found = Message::tr("an entry of %1 bytes", text.size()),
            .where = entryPlace(where, id),
            .expected = Message::tr("at most %1 bytes", max_entry_bytes),
            .remedy = remedy_other_file});
    }
    requireValidUtf8(text, entryPlace(where, id));

    Piece piece;
    piece.joins_left = text.substr(0, joiner_mark.size()) == joiner_mark;
    if (piece.joins_left)
        text.remove_prefix(joiner_mark.size());
    piece.joins_right =
        text.size() >= joiner_mark.size() && text.substr(text.size() - joiner_mark.size()) == joiner_mark;
    if (piece.joins_right)
        text.remove_suffix(joiner_mark.size());
    if (text.empty() || text.find(joiner_mark) != std::string_view::npos) {
        throw Error({.found = Message::tr("the entry %1", inQuotes(entry(id))),
            .where = entryPlace(where, id),
            .expected = Message::tr("text with at most one joiner mark at its begin and one at its end"),
            .remedy = remedy_other_file});
    }
    std::size_t last = text.size() - 1;
    while ((static_cast<unsigned char>(text[last]) & 0xC0) == 0x80)
        --last;
    piece.joins_left = piece.joins_left || isUnspaced(characterAt(text, 0).code);
    piece.joins_right = piece.joins_right || isUnspaced(characterAt(text, last).code);
    piece.text = text;

    m_longest_text = std::max(m_longest_text, text.size());
    m_text_ids.emplace(entry(id), id);
    m_pieces[static_cast<std::size_t>(id)] = std::move(piece);
}

std::string JoinerTokenizer::decode(std::span<const int> ids) const
{
    std::string text;
    const Piece* previous = nullptr;
    for (const int id : ids) {
        const Piece& current = piece(id);
        if (current.kind == PieceKind::Special)
            continue;
        if (previous && !previous->joins_right && !current.joins_left)
            text += ' ';
        text += current.text;
        previous = &current;
    }
    return replaceInvalidUtf8(text);
}

Token JoinerTokenizer::token(int id) const
{
    const Piece& meaning = piece(id);
    Token token;
    token.id = id;
    token.is_special = meaning.kind == PieceKind::Special;
    token.text = token.is_special         ? entry(id)
        : meaning.kind == PieceKind::Byte ? readableByte(static_cast<unsigned char>(meaning.text.front()))
                                          : meaning.text;
    return token;
}

int JoinerTokenizer::size() const
{
    return static_cast<int>(m_entries.size());
}

const SpecialTokens& JoinerTokenizer::specialTokens() const
{
    return m_special;
}

const JoinerTokenizer::Piece& JoinerTokenizer::piece(int id) const
{
    if (id < 0 || id >= size()) {
        throw Error({.found = Message::tr("the token id %1", id),
            .where = {},
            .expected = Message::tr("an id from 0 to %1", size() - 1),
            .remedy = Message::tr("Use the model together with its own tokenizer.json.")});
    }
    return m_pieces[static_cast<std::size_t>(id)];
}

const std::string& JoinerTokenizer::entry(int id) const
{
    piece(id); // for its check
    return m_entries[static_cast<std::size_t>(id)];
}

} // namespace glassformer
