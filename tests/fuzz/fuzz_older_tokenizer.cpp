// The older files of a tokenizer are refused, or they cut any text into ids of the vocabulary and give back valid UTF-8.
//
// The first byte chooses the family; lines of "%%" separate the files: vocab.json, merges.txt, tokenizer_config.json,
// special_tokens_map.json, added_tokens.json. A single part is vocab.txt. The families of SentencePiece have the models
// of tests/data, and only the three files of settings come from the input.
#include "core/file/bytes/byte_file.h"
#include "core/file/bytes/memory_files.h"
#include "core/text/files/tokenizer_files.h"
#include "tests/fuzz/check_tokenizer.h"

#include <array>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

using namespace glassformer;

namespace {

std::vector<std::string> partsOf(std::string_view text)
{
    constexpr std::string_view separator = "\n%%\n";
    std::vector<std::string> parts;
    for (std::size_t end = 0; end != std::string_view::npos;) {
        end = text.find(separator);
        parts.emplace_back(text.substr(0, end));
        if (end != std::string_view::npos)
            text.remove_prefix(end + separator.size());
    }
    return parts;
}

using Files = std::map<std::string, std::string>;

constexpr std::array families{
    "gpt2", "roberta", "openai-gpt", "qwen2", "bert", "llama", "t5", "albert", "mbart", "marian"};
constexpr std::size_t first_of_pieces = 5;

/** The files of a family's tiny checkpoint, without weights. */
Files checkpoint(const std::string& family)
{
    Files files;
    const std::filesystem::path folder = GLASSFORMER_TEST_DATA "/models";
    for (const auto& file : std::filesystem::directory_iterator(folder / family))
        if (file.path().extension() != ".safetensors")
            files[file.path().filename().string()] = readFile(file.path(), 1u << 24);
    return files;
}

Files filesOf(std::string_view text, std::size_t family)
{
    const std::vector<std::string> parts = partsOf(text);
    if (family >= first_of_pieces) {
        static std::map<std::size_t, Files> known;
        Files files = known.try_emplace(family, checkpoint(families[family])).first->second;
        constexpr std::array settings{
            "tokenizer_config.json", "special_tokens_map.json", "added_tokens.json"};
        for (std::size_t i = 0; i < std::min(parts.size(), settings.size()); ++i)
            files[settings[i]] = parts[i];
        return files;
    }
    if (parts.size() == 1)
        return {{"vocab.txt", parts[0]}};
    constexpr std::array names{
        "vocab.json", "merges.txt", "tokenizer_config.json", "special_tokens_map.json", "added_tokens.json"};
    Files files;
    for (std::size_t i = 0; i < std::min(parts.size(), names.size()); ++i)
        files[names[i]] = parts[i];
    return files;
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (size == 0)
        return 0;
    const std::size_t family = data[0] % families.size();
    const MemoryFiles files(filesOf(fuzz::textOf(data + 1, size - 1), family));
    fuzz::accepted([&] {
        const Tokenizer tokenizer = readTokenizer(files, families[family]);
        for (const char* text : {"", " It's 12 o'clock.\n", "caf\xC3\xA9 e\xCC\x81 \xE4\xBD\xA0\xEF\xBC\x81",
                 "\xF0\x9F\x92\xBB </s> [MASK] <|endoftext|> <0x41> \t\xC2\xA0 aaaaaaaaaaaaaaaa"})
            fuzz::accepted([&] { fuzz::checkTokenizer(tokenizer, text); });
    });
    return 0;
}
