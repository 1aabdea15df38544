#include "core/text/sentence_piece/sentence_piece_ids.h"

namespace glassformer {
namespace {

enum class PieceSet
{
    Special,
    Ordinary,
    UserDefined
};

bool isIn(PieceSet set, SentencePieceKind kind)
{
    if (set == PieceSet::UserDefined)
        return kind == SentencePieceKind::UserDefined;
    const bool is_ordinary = kind == SentencePieceKind::Normal || kind == SentencePieceKind::UserDefined
        || kind == SentencePieceKind::Unused;
    return is_ordinary == (set == PieceSet::Ordinary);
}

PieceTrie trieOf(const SentencePieceFile& file, PieceSet set)
{
    std::vector<PieceTrie::Entry> entries;
    for (std::size_t i = 0; i < file.pieces.size(); ++i) {
        if (isIn(set, file.pieces[i].kind))
            entries.emplace_back(file.pieces[i].text, static_cast<int>(i));
    }
    return PieceTrie(std::move(entries));
}

} // namespace

SentencePieceIds::SentencePieceIds(const SentencePieceFile& file)
    : m_special(trieOf(file, PieceSet::Special))
    , m_ordinary(trieOf(file, PieceSet::Ordinary))
    , m_user_defined(trieOf(file, PieceSet::UserDefined))
    , m_unknown_id(file.unknown_id)
{
}

int SentencePieceIds::idOf(std::string_view text) const
{
    if (const std::optional<int> special = m_special.find(text))
        return *special;
    return m_ordinary.find(text).value_or(m_unknown_id);
}

} // namespace glassformer
