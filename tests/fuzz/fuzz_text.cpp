// Any valid UTF-8 text goes through the shipped translator's tokenizer and comes back unchanged; other bytes are refused.
#include "core/file/byte_file.h"
#include "core/text/tokenizer.h"
#include "tests/fuzz/fuzz.h"

using namespace glassformer;

namespace {

Tokenizer shippedTokenizer()
{
    const char* const path = GLASSFORMER_RESOURCES "/models/translator/tokenizer.json";
    return Tokenizer::fromJson(readFile(path, 64u << 20), path);
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const Tokenizer tokenizer = shippedTokenizer();
    const std::string text(fuzz::textOf(data, size));
    const bool is_read = fuzz::accepted([&text] {
        const Encoding encoding = tokenizer.encode(text);
        fuzz::require(tokenizer.decode(encoding.ids()) == text, "decode(encode(text)) is the text");
    });
    fuzz::require(is_read == !firstInvalidByte(text), "every valid text is read, and no other");
    return 0;
}
