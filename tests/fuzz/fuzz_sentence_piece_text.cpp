// Any bytes go through SentencePiece models of both kinds: every id is known, and what is decoded is valid UTF-8.
#include "core/file/bytes/byte_file.h"
#include "core/text/sentence_piece/sentence_piece_tokenizer.h"
#include "tests/fuzz/fuzz.h"

#include <array>

using namespace glassformer;

namespace {

SentencePieceTokenizer tokenizerOf(const char* path)
{
    return SentencePieceTokenizer::fromBytes(readFile(path, 1u << 20), path);
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const std::array tokenizers{tokenizerOf(GLASSFORMER_TEST_DATA "/models/t5/spiece.model"),
        tokenizerOf(GLASSFORMER_TEST_DATA "/models/llama/tokenizer.model")};
    for (const SentencePieceTokenizer& tokenizer : tokenizers) {
        std::vector<int> ids;
        for (const SentencePieceToken& token : tokenizer.encode(fuzz::textOf(data, size)).tokens) {
            fuzz::require(
                static_cast<std::size_t>(token.id) < tokenizer.file().pieces.size(), "every id is known");
            ids.push_back(token.id);
        }
        fuzz::require(!firstInvalidByte(tokenizer.decode(ids)), "decoded text is valid UTF-8");
    }
    return 0;
}
