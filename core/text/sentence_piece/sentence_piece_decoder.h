#pragma once

#include "core/text/sentence_piece/sentence_piece_file.h"

#include <string>
#include <vector>

namespace glassformer {

/**
 * The text of pieces as SentencePiece puts it together, before any replacement: control pieces are nothing, U+2581 is a
 * space, the one that was added before the first word is dropped, bytes that make no character become U+FFFD.
 */
std::string joinPieces(const SentencePieceFile& file, const std::vector<SentencePiece>& pieces);

} // namespace glassformer
