#include "core/text/sentence_piece/sentence_piece_tokenizer.h"

#include "core/error.h"
#include "core/text/characters/unicode.h"
#include "core/text/sentence_piece/sentence_piece_decoder.h"

#include <algorithm>
#include <utility>

namespace glassformer {

SentencePieceTokenizer SentencePieceTokenizer::fromBytes(std::string_view bytes, const std::string& file)
{
    return SentencePieceTokenizer(readSentencePieceFile(bytes, file), file);
}

SentencePieceTokenizer::SentencePieceTokenizer(SentencePieceFile file, const std::string& name)
    : m_file(std::move(file))
    , m_ids(m_file)
    , m_charsmap(Charsmap::fromBytes(m_file.normalizer.charsmap, name + ", normalizer, charsmap"))
    , m_denormalizer(Charsmap::fromBytes(m_file.denormalizer.charsmap, name + ", denormalizer, charsmap"))
{
    if (m_file.algorithm == SentencePieceAlgorithm::Unigram)
        m_cutter = Unigram::fromSentencePieces(m_file);
    else if (m_file.algorithm == SentencePieceAlgorithm::Bpe)
        m_cutter = SentencePieceBpe(m_file);
}

MappedText SentencePieceTokenizer::normalize(std::string_view text, PieceStart start) const
{
    return normalizeForPieces(
        text, m_file.normalizer, m_charsmap, m_ids.userDefined(), m_file.has_space_suffixes, start);
}

SentencePieceEncoding SentencePieceTokenizer::encode(std::string_view text, PieceStart start) const
{
    SentencePieceEncoding encoding;
    encoding.normalized = normalize(text, start);
    addTokens(encoding, cut(encoding));
    return encoding;
}

/** The pieces of the normalised text, unknown characters each by itself. */
std::vector<TextPiece> SentencePieceTokenizer::cut(SentencePieceEncoding& encoding) const
{
    const std::string_view text = encoding.normalized.text;
    if (const Unigram* unigram = std::get_if<Unigram>(&m_cutter)) {
        encoding.path = unigram->bestPath(text);
        std::vector<TextPiece> pieces;
        for (const UnigramChoice& choice : encoding.path.pieces)
            pieces.push_back({choice.id, choice.span});
        return pieces;
    }
    if (const SentencePieceBpe* bpe = std::get_if<SentencePieceBpe>(&m_cutter)) {
        SentencePieceMerging merging = bpe->cut(text);
        encoding.symbols = std::move(merging.symbols);
        encoding.merges = std::move(merging.merges);
        return std::move(merging.pieces);
    }
    return m_file.algorithm == SentencePieceAlgorithm::Word ? cutWords(text) : cutCharacters(text);
}

std::vector<TextPiece> SentencePieceTokenizer::cutCharacters(std::string_view text) const
{
    std::vector<TextPiece> pieces;
    for (std::size_t begin = 0; begin < text.size();) {
        std::size_t size = m_ids.userDefined().longestPrefix(text.substr(begin));
        if (size == 0)
            size = characterAt(text, begin).size;
        pieces.push_back({m_ids.idOf(text.substr(begin, size)), {begin, begin + size}});
        begin += size;
    }
    return pieces;
}

/** A word begins with a space. */
std::vector<TextPiece> SentencePieceTokenizer::cutWords(std::string_view text) const
{
    std::vector<TextPiece> pieces;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find(space_symbol, begin + 1), text.size());
        pieces.push_back({m_ids.idOf(text.substr(begin, end - begin)), {begin, end}});
        begin = end;
    }
    return pieces;
}

/** Joins neighbouring unknown characters to one token or, with byte fallback, spells each in bytes. */
void SentencePieceTokenizer::addTokens(
    SentencePieceEncoding& encoding, const std::vector<TextPiece>& pieces) const
{
    const auto add = [&encoding](int id, std::string text, TextSpan part) {
        const TextSpan span = encoding.normalized.originOf(part);
        encoding.tokens.push_back({id, std::move(text), part, span});
    };
    for (std::size_t i = 0; i < pieces.size();) {
        const int id = pieces[i].id;
        TextSpan part = pieces[i++].span;
        const bool is_unknown = id == m_file.unknown_id;
        while (is_unknown && !m_file.has_byte_fallback && i < pieces.size() && pieces[i].id == id)
            part.end = pieces[i++].span.end;
        const std::string text = encoding.normalized.text.substr(part.begin, part.end - part.begin);
        if (!is_unknown || !m_file.has_byte_fallback) {
            add(id, text, part);
            continue;
        }
        for (const char byte : text) {
            std::string spelt = bytePiece(static_cast<unsigned char>(byte));
            const int byte_id = m_ids.idOf(spelt);
            add(byte_id, std::move(spelt), part);
        }
    }
}

std::string SentencePieceTokenizer::decode(std::span<const int> ids) const
{
    std::vector<SentencePiece> pieces;
    for (const int id : ids) {
        if (id < 0 || static_cast<std::size_t>(id) >= m_file.pieces.size())
            throw Error(
                {Message::tr("id %1", id), {}, Message::tr("an id below %1", m_file.pieces.size()), {}});
        pieces.push_back(m_file.pieces[static_cast<std::size_t>(id)]);
    }
    return decode(pieces);
}

std::string SentencePieceTokenizer::decode(const std::vector<SentencePiece>& pieces) const
{
    std::string text = joinPieces(m_file, pieces);
    if (m_denormalizer.isEmpty())
        return text;
    return normalizeForPieces(text, m_file.denormalizer, m_denormalizer, PieceTrie(), false).text;
}

} // namespace glassformer
