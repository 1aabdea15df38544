#include "core/trace/model.h"

#include "core/error.h"
#include "core/file/byte_file.h"
#include "core/file/model_folder.h"
#include "core/model/open_transformer.h"

#include <utility>

namespace glassformer {
namespace {

constexpr std::uint64_t largest_text_file = 64ull << 20;

/** Our own files belong together exactly; a checkpoint's table may have more rows than its vocabulary has entries. */
void requireFit(const ModelConfig& config, const Tokenizer& tokenizer, bool is_own, const std::string& where)
{
    if (is_own ? tokenizer.size() != config.vocabulary : tokenizer.size() > config.vocabulary)
        throw Error({"a vocabulary of " + std::to_string(tokenizer.size()) + " entries", where,
            std::to_string(config.vocabulary) + " entries, as config.json says",
            "The files may be of two models."});
}

} // namespace

Model Model::load(const std::filesystem::path& folder, const JobWatch& watch)
{
    const std::filesystem::path tokenizer_path = folder / tokenizer_file_name;
    Tokenizer tokenizer =
        Tokenizer::fromJson(readFile(tokenizer_path, largest_text_file), pathText(tokenizer_path));
    OpenedTransformer opened = openTransformer(folder, watch);
    requireFit(opened.transformer.config, tokenizer, opened.is_own, pathText(folder));
    const SpecialTokens& special = tokenizer.specialTokens();
    if (opened.generation.start < 0)
        opened.generation.start = special.start;
    if (opened.generation.ends.empty() && special.end >= 0)
        opened.generation.ends = {special.end};
    return {std::move(opened.transformer), std::move(tokenizer), std::move(opened.generation), folder,
        std::move(opened.unread)};
}

std::vector<std::string> Model::targetLanguages() const
{
    std::vector<std::string> languages;
    for (const auto& [language, id] : tokenizer.specialTokens().targets)
        languages.push_back(language);
    return languages;
}

} // namespace glassformer
