#pragma once

#include "core/text/sentence_piece/sentence_piece_file.h"
#include "core/text/sentence_piece/sentence_piece_ids.h"
#include "core/text/text_piece.h"

#include <string_view>
#include <vector>

namespace glassformer {

/** Two neighbours that became one piece. */
struct SentencePieceMerge
{
    TextSpan left; ///< in the text that was cut
    TextSpan right; ///< begins where left ends
    int id = 0; ///< of the merged piece
    float score = 0; ///< of the merged piece
    int rank = 0; ///< so many pieces have a better score
};

/** A text cut by merging. */
struct SentencePieceMerging
{
    std::vector<TextPiece> pieces; ///< with the unknown id where no piece matches
    std::vector<TextSpan> symbols; ///< what the text was before the first merge
    std::vector<SentencePieceMerge> merges; ///< in the order in which they were made
};

/**
 * Byte-pair encoding as SentencePiece does it: the text begins as characters (user-defined pieces stay whole); of
 * all neighbours whose joined text is a piece, those whose piece has the best score are merged, the leftmost of
 * equals first, until no neighbours make a piece. An unused piece is taken apart again at the end. A heap keeps the
 * candidates, so that the time grows as n log n; nothing recurses.
 * Neighbouring unknown characters are not joined (SentencePieceTokenizer does that).
 * Source: Sennrich et al. (2016), "Neural Machine Translation of Rare Words with Subword Units"; SentencePiece.
 */
class SentencePieceBpe
{
public:
    explicit SentencePieceBpe(const SentencePieceFile& file);

    /** \param text  valid UTF-8, normalised */
    SentencePieceMerging cut(std::string_view text) const;

private:
    class Merger;

    int rankOf(float score) const;

    SentencePieceIds m_ids;
    std::vector<float> m_scores; ///< by id
    std::vector<float> m_ordered_scores; ///< of the pieces that merging can make, best first
    std::vector<bool> m_is_unused; ///< by id
};

} // namespace glassformer
