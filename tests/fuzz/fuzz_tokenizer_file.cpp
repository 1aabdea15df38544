// A tokenizer.json is refused, or it cuts any text into ids of its vocabulary and gives back valid UTF-8.
#include "core/text/tokenizer.h"
#include "tests/fuzz/fuzz.h"

using namespace glassformer;

namespace {

void checkTokenizer(const Tokenizer& tokenizer, const std::string& text)
{
    const std::vector<int> ids = tokenizer.encode(text).ids();
    for (const int id : ids)
        fuzz::require(id >= 0 && id < tokenizer.size(), "every id is in the vocabulary");
    fuzz::require(!firstInvalidByte(tokenizer.decode(ids)), "decoded text is valid UTF-8");
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    fuzz::accepted([json = fuzz::textOf(data, size)] {
        const Tokenizer tokenizer = Tokenizer::fromJson(json, "tokenizer.json");
        for (const char* text :
            {"", " It's 12 o'clock.\n", "caf\xC3\xA9 e\xCC\x81 \xE4\xBD\xA0\xE5\xA5\xBD\xEF\xBC\x81",
                "\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x92\xBB </s> <0x41> \t\xC2\xA0 "
                "aaaaaaaaaaaaaaaaaaaaaaaa"})
            fuzz::accepted([&] { checkTokenizer(tokenizer, text); });
    });
    return 0;
}
