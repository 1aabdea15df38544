// Any text goes through every kind of tokenizer: every id is known, and what is decoded is valid UTF-8. The shipped
// translator's gives back the text as it normalises it, and refuses what is not UTF-8. The first byte chooses the tokenizer.
#include "core/file/bytes/folder_files.h"
#include "core/text/files/tokenizer_files.h"
#include "tests/fuzz/fuzz.h"

#include <array>
#include <filesystem>

using namespace glassformer;

namespace {

Tokenizer tokenizerOf(const std::filesystem::path& folder, const char* family)
{
    return readTokenizer(FolderFiles(folder), family);
}

/** Words and joiners; byte-level pairs; word pieces; Unigram as tokenizer.json; SentencePiece pairs and unigram. */
const std::array<Tokenizer, 6>& tokenizers()
{
    const std::filesystem::path models = GLASSFORMER_TEST_DATA "/models";
    static const std::array all{tokenizerOf(GLASSFORMER_RESOURCES "/models/translator", ""),
        tokenizerOf(models / "gpt2", "gpt2"), tokenizerOf(models / "bert", "bert"),
        tokenizerOf(models / "flan-t5", "t5"), tokenizerOf(models / "llama", "llama"),
        tokenizerOf(models / "albert", "albert")};
    return all;
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (size == 0)
        return 0;
    const std::size_t kind = data[0] % tokenizers().size();
    const Tokenizer& tokenizer = tokenizers()[kind];
    const std::string text(fuzz::textOf(data + 1, size - 1));
    const bool is_read = fuzz::accepted([&] {
        const Encoding encoding = tokenizer.encode(text);
        for (const Token& token : encoding.tokens) {
            fuzz::require(token.id >= 0 && token.id < tokenizer.size(), "every id is in the vocabulary");
            fuzz::require(
                token.span.begin <= token.span.end && token.span.end <= text.size(), "spans lie in the text");
        }
        const std::string decoded = tokenizer.decode(encoding.ids());
        fuzz::require(!firstInvalidByte(decoded), "decoded text is valid UTF-8");
        // The shipped model's text is what its normalizer makes of it, once and for all.
        fuzz::require(kind != 0 || tokenizer.decode(tokenizer.encode(decoded).ids()) == decoded,
            "decode(encode(text)) is the normalised text");
    });
    fuzz::require(is_read || firstInvalidByte(text).has_value(), "every valid text is read");
    fuzz::require(kind != 0 || !is_read || !firstInvalidByte(text), "and no other");
    return 0;
}
