#pragma once

#include "core/text/sentence_piece/sentence_piece_file.h"

#include <span>
#include <string>

namespace glassformer {

/**
 * The text of ids as SentencePiece puts it together, before any replacement: control pieces are nothing, U+2581 is a
 * space, the one that was added before the first word is dropped, bytes that make no character become U+FFFD.
 * @throws Error for an id outside the model
 */
std::string joinPieces(const SentencePieceFile& file, std::span<const int> ids);

} // namespace glassformer
