// Every text is read as JSON or refused; what is read is the same after it was written and read again.
#include "core/file/json/strict_json.h"
#include "tests/fuzz/fuzz.h"

using namespace glassformer;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    fuzz::accepted([text = fuzz::textOf(data, size)] {
        const std::string once = jsonText(parseJson(text, "file.json"));
        fuzz::require(jsonText(parseJson(once, "file.json")) == once, "JSON survives writing and reading");
    });
    return 0;
}
