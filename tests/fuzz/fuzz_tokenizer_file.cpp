// A tokenizer.json is refused, or it cuts any text into ids of its vocabulary and gives back valid UTF-8.
#include "tests/fuzz/check_tokenizer.h"

using namespace glassformer;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    fuzz::accepted([json = fuzz::textOf(data, size)] {
        const Tokenizer tokenizer = Tokenizer::fromJson(json, "tokenizer.json");
        for (const char* text :
            {"", " It's 12 o'clock.\n", "caf\xC3\xA9 e\xCC\x81 \xE4\xBD\xA0\xE5\xA5\xBD\xEF\xBC\x81",
                "\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x92\xBB </s> <0x41> \t\xC2\xA0 "
                "aaaaaaaaaaaaaaaaaaaaaaaa"})
            fuzz::accepted([&] { fuzz::checkTokenizer(tokenizer, text); });
    });
    return 0;
}
