#pragma once

#include "core/text/sentence_piece/sentence_piece_file.h"
#include "core/text/unigram/piece_trie.h"

#include <optional>
#include <string_view>

namespace glassformer {

/**
 * Ids of a SentencePiece model's pieces by their text. Pieces that are not made from text (unknown, control,
 * byte) are looked up first, as SentencePiece does: a text can equal both.
 */
class SentencePieceIds
{
public:
    explicit SentencePieceIds(const SentencePieceFile& file);

    /** The id of exactly this piece, or the unknown id. */
    int idOf(std::string_view text) const;
    /** Normal, user-defined and unused pieces only. */
    std::optional<int> ordinaryId(std::string_view text) const { return m_ordinary.find(text); }
    const PieceTrie& userDefined() const { return m_user_defined; }

private:
    PieceTrie m_special;
    PieceTrie m_ordinary;
    PieceTrie m_user_defined;
    int m_unknown_id;
};

} // namespace glassformer
