// A SentencePiece model is refused, or it cuts any text into ids of its own and gives back valid UTF-8.
#include "core/text/sentence_piece/sentence_piece_tokenizer.h"
#include "tests/fuzz/fuzz.h"

using namespace glassformer;

namespace {

void checkTokenizer(const SentencePieceTokenizer& tokenizer, std::string_view text)
{
    std::vector<int> ids;
    for (const SentencePieceToken& token : tokenizer.encode(text).tokens) {
        fuzz::require(token.id >= 0 && static_cast<std::size_t>(token.id) < tokenizer.file().pieces.size(),
            "every id is in the vocabulary");
        ids.push_back(token.id);
    }
    fuzz::require(!firstInvalidByte(tokenizer.decode(ids)), "decoded text is valid UTF-8");
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    fuzz::accepted([bytes = fuzz::textOf(data, size)] {
        const SentencePieceTokenizer tokenizer = SentencePieceTokenizer::fromBytes(bytes, "spiece.model");
        for (const char* text :
            {"", " It's 12 o'clock.\n", "caf\xC3\xA9 e\xCC\x81 \xE4\xBD\xA0\xE5\xA5\xBD\xEF\xBC\x81",
                "\xFF\xEF\xBC\xA1\xF0\x9F\x92\xBB </s> <0x41> \t\xC2\xA0 aaaaaaaaaaaaaaaa"})
            fuzz::accepted([&] { checkTokenizer(tokenizer, text); });
    });
    return 0;
}
