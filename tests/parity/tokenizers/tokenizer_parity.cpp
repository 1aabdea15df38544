/**
 * \file
 * Answers of Glassformer's tokenizers, for comparison with other programs.
 *
 *     tokenizer_parity tokenizer.json texts.json > answers.json
 *     tokenizer_parity FOLDER texts.json > answers.json
 *
 * A folder is read as that of a model, with whichever files its tokenizer has.
 * texts.json is a list of texts; the answer to each is {"ids": [...], "decoded": "...", "decoded_rest": "..."}: the
 * ids (null for a text that is refused), their text, and the text of all but the first and the last.
 */
#include "core/error.h"
#include "core/file/bytes/byte_file.h"
#include "core/file/bytes/folder_files.h"
#include "core/file/json/strict_json.h"
#include "core/text/files/tokenizer_files.h"

#include <filesystem>
#include <iostream>

using namespace glassformer;

namespace {

constexpr std::uint64_t largest_file = 256ull << 20;

Json answer(const Tokenizer& tokenizer, const std::string& text)
{
    try {
        const std::vector<int> ids = tokenizer.encode(text).ids();
        const std::size_t middle = ids.size() > 2 ? ids.size() - 2 : 0;
        const std::span<const int> rest(ids.data() + (ids.empty() ? 0 : 1), middle);
        return Json::object({{"ids", Json::array({ids.begin(), ids.end()})},
            {"decoded", tokenizer.decode(ids)}, {"decoded_rest", tokenizer.decode(rest)}});
    } catch (const Error&) {
        return Json::object({{"ids", nullptr}});
    }
}

Tokenizer tokenizerAt(const std::filesystem::path& path)
{
    if (!std::filesystem::is_directory(path))
        return Tokenizer::fromJson(readFile(path, largest_file), path.string());
    const FolderFiles files(path);
    const Json config = parseJson(files.bytes("config.json"), "config.json");
    return readTokenizer(files, JsonField(config, "config.json")["model_type"].text());
}

} // namespace

int main(int count, char** arguments)
{
    if (count != 3) {
        std::cerr << "usage: tokenizer_parity tokenizer.json|FOLDER texts.json\n";
        return 2;
    }
    try {
        const Tokenizer tokenizer = tokenizerAt(arguments[1]);
        const Json texts = parseJson(readFile(arguments[2], largest_file), arguments[2]);
        std::vector<Json> answers;
        for (const Json& text : texts.items())
            answers.push_back(answer(tokenizer, text.text()));
        std::cout << jsonText(Json::array(std::move(answers))) << '\n';
    } catch (const Error& error) {
        std::cerr << error.what() << '\n';
        return 1;
    }
}
