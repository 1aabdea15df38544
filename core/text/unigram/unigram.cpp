#include "core/text/unigram/unigram.h"

#include "core/error.h"
#include "core/text/unigram/unigram_search.h"

#include <algorithm>
#include <cfloat>
#include <cmath>
#include <limits>

namespace glassformer {
namespace {

constexpr double unknown_penalty = 10;

} // namespace

Unigram Unigram::fromSentencePieces(const SentencePieceFile& file)
{
    Unigram unigram;
    unigram.m_is_sentence_piece = true;
    unigram.m_unknown_id = file.unknown_id;
    // The starting values are SentencePiece's. FLT_MIN is the smallest number above 0, so that user-defined
    // pieces count about -0.1 where all scores are negative.
    float worst = FLT_MAX;
    float best = FLT_MIN;
    std::vector<PieceTrie::Entry> entries;
    for (std::size_t i = 0; i < file.pieces.size(); ++i) {
        const SentencePiece& piece = file.pieces[i];
        const int id = static_cast<int>(i);
        unigram.m_scores.push_back(piece.score);
        unigram.m_is_user_defined.push_back(piece.kind == SentencePieceKind::UserDefined);
        if (piece.kind == SentencePieceKind::Normal) {
            worst = std::min(worst, piece.score);
            best = std::max(best, piece.score);
        }
        if (piece.kind == SentencePieceKind::Normal || piece.kind == SentencePieceKind::UserDefined)
            entries.emplace_back(piece.text, id);
    }
    unigram.m_trie = PieceTrie(std::move(entries));
    unigram.m_unknown_score = worst - static_cast<float>(unknown_penalty);
    unigram.m_best_score = best;
    return unigram;
}

Unigram Unigram::fromEntries(const std::vector<UnigramEntry>& entries, std::optional<int> unknown_id,
    bool has_byte_fallback, const std::string& where)
{
    if (entries.empty())
        throw Error({Message::tr("an empty list of pieces"), where, Message::tr("at least one"), {}});
    if (unknown_id && (*unknown_id < 0 || static_cast<std::size_t>(*unknown_id) >= entries.size())) {
        throw Error({Message::tr("unknown id %1", *unknown_id), where,
            Message::tr("an id below %1", entries.size()), {}});
    }
    Unigram unigram;
    unigram.m_unknown_id = unknown_id;
    unigram.m_has_byte_fallback = has_byte_fallback;
    unigram.m_byte_ids.fill(-1);
    double worst = std::numeric_limits<double>::infinity();
    std::vector<PieceTrie::Entry> pieces;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const auto& [text, score] = entries[i];
        if (text.size() > max_sentence_piece_bytes) {
            throw Error(
                {Message::tr("a piece of %1 bytes", text.size()), Message::tr("%1, piece %2", where, i),
                    Message::tr("at most %1", max_sentence_piece_bytes), {}});
        }
        if (std::isfinite(score))
            worst = std::min(worst, score);
        pieces.emplace_back(text, static_cast<int>(i));
        if (const std::optional<unsigned char> byte = byteOfPiece(text))
            unigram.m_byte_ids[*byte] = static_cast<int>(i);
    }
    unigram.m_unknown_score = (std::isfinite(worst) ? worst : 0) - unknown_penalty;
    for (const UnigramEntry& entry : entries)
        unigram.m_scores.push_back(std::isfinite(entry.second) ? entry.second : unigram.m_unknown_score);
    unigram.m_is_user_defined.assign(entries.size(), false);
    unigram.m_trie = PieceTrie(std::move(pieces));
    return unigram;
}

UnigramPath Unigram::bestPath(std::string_view text) const
{
    return bestPaths(text, 1).front();
}

std::vector<UnigramPath> Unigram::bestPaths(std::string_view text, std::size_t count) const
{
    return UnigramSearch(*this, text, std::max<std::size_t>(count, 1)).run();
}

double Unigram::scoreOf(int id, std::size_t size) const
{
    const auto index = static_cast<std::size_t>(id);
    if (!m_is_user_defined[index])
        return m_scores[index];
    return static_cast<double>(static_cast<float>(size) * static_cast<float>(m_best_score)) - 0.1;
}

std::vector<TextPiece> Unigram::finish(const UnigramPath& path, std::string_view text) const
{
    std::vector<TextPiece> pieces;
    for (std::size_t i = 0; i < path.pieces.size();) {
        const UnigramChoice& choice = path.pieces[i++];
        if (choice.id != m_unknown_id) {
            pieces.push_back({choice.id, choice.span});
            continue;
        }
        TextSpan unknown = choice.span;
        while (i < path.pieces.size() && path.pieces[i].id == m_unknown_id)
            unknown.end = path.pieces[i++].span.end;
        appendUnknown(text, unknown, pieces);
    }
    return pieces;
}

void Unigram::appendUnknown(std::string_view text, TextSpan span, std::vector<TextPiece>& pieces) const
{
    const std::string_view unknown = text.substr(span.begin, span.end - span.begin);
    // A list's own entry for the unknown can stand in the text: it keeps its id and is not spelt.
    const std::optional<int> entry = m_trie.find(unknown);
    const bool is_spelt = !entry && m_has_byte_fallback
        && std::all_of(unknown.begin(), unknown.end(),
            [this](char byte) { return m_byte_ids[static_cast<unsigned char>(byte)] >= 0; });
    if (!is_spelt) {
        pieces.push_back({entry.value_or(*m_unknown_id), span});
        return;
    }
    for (const char byte : unknown)
        pieces.push_back({m_byte_ids[static_cast<unsigned char>(byte)], span});
}

} // namespace glassformer
