#pragma once

#include "core/text/characters/mapped_text.h"
#include "core/text/sentence_piece/charsmap.h"
#include "core/text/sentence_piece/sentence_piece_file.h"
#include "core/text/unigram/piece_trie.h"

#include <string_view>

namespace glassformer {

/** What a text stands behind. */
enum class PieceStart
{
    Text, ///< nothing: the space that the options want is added, and those at the beginning go as they want
    Inside ///< a token that was found in the text: no space is added, one at the beginning stays
};

/**
 * A text as SentencePiece cuts it: the longest keys of the table are replaced, bytes that are no UTF-8 become
 * U+FFFD, then white space follows the options. A run of spaces that becomes one U+2581 is its origin as a whole.
 * \param kept                what stays as it is: user-defined pieces
 * \param has_space_suffixes  the space that is added comes behind the last word
 */
MappedText normalizeForPieces(std::string_view text, const SentencePieceNormalizer& options,
    const Charsmap& charsmap, const PieceTrie& kept, bool has_space_suffixes,
    PieceStart start = PieceStart::Text);

} // namespace glassformer
