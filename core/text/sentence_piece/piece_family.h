#pragma once

#include "core/text/files/older_tokenizer.h"
#include "core/text/files/tokenizer_files.h"
#include "core/text/sentence_piece/piece_tokenizer.h"

namespace glassformer {

// The tokenizers that stand on SentencePiece models: which ids pieces have and what is put around a text.

/** One model for both ways: LLaMA and Mistral, T5, ALBERT, XLM-RoBERTa, mBART and mBART-50. @throws Error */
Tokenizer readPieces(const OlderTokenizer& older, std::string_view model, const std::string& file);

/** source.spm cuts, target.spm puts together, and vocab.json says which ids their pieces have. @throws Error */
Tokenizer readMarianTokenizer(const OlderTokenizer& older, const Files& files);

} // namespace glassformer
