#pragma once

#include "core/text/encoding.h"
#include "core/text/piece_trie.h"
#include "core/text/sentence_piece_file.h"

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace glassformer {

/** Two neighbours that became one piece. */
struct SentencePieceMerge
{
    TextSpan left; ///< in the text that was cut
    TextSpan right; ///< begins where left ends
    int id = 0; ///< of the merged piece
    float score = 0; ///< of the merged piece
};

struct SentencePiecePart
{
    int id = 0; ///< the unknown id where no piece matches
    TextSpan span; ///< in the text that was cut

    bool operator==(const SentencePiecePart&) const = default;
};

/** A text cut by merging. */
struct SentencePieceMerging
{
    std::vector<SentencePiecePart> parts;
    std::vector<SentencePieceMerge> merges; ///< in the order in which they were made
};

/**
 * Byte-pair encoding as SentencePiece does it: the text begins as characters (user-defined pieces stay whole); of
 * all neighbours whose joined text is a piece, those whose piece has the best score are merged, the leftmost of
 * equals first, until no neighbours make a piece. An unused piece is taken apart again at the end. A heap keeps the
 * candidates, so that the time grows as n log n; nothing recurses.
 * Neighbouring unknown parts are left as they are (SentencePieceTokenizer joins them).
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

    struct Piece
    {
        int id = 0;
        float score = 0;
        bool is_unused = false;
    };

    std::unordered_map<std::string, Piece> m_pieces; ///< those that text can be merged into
    std::unordered_map<std::string, int> m_special_ids; ///< the others, which win over them in the end
    PieceTrie m_user_defined;
    int m_unknown_id = 0;
};

} // namespace glassformer
