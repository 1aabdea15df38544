#include "core/model/open_transformer.h"

#include "core/file/byte_file.h"
#include "core/file/model_folder.h"
#include "core/file/path_inside.h"
#include "core/file/strict_json.h"
#include "core/file/weight_estimate.h"
#include "core/memory.h"
#include "core/model/task_prefix.h"
#include "core/model/weight_loader.h"

namespace glassformer {
namespace {

constexpr std::uint64_t largest_settings = 4ull << 20;
constexpr const char* generation_file_name = "generation_config.json";

} // namespace

OpenedTransformer openTransformer(const std::filesystem::path& folder, const JobWatch& watch)
{
    const std::filesystem::path config_path = pathInside(folder, config_file_name);
    const std::string where = pathText(config_path);
    const std::string settings = readFile(config_path, largest_settings);
    const Json root = parseJson(settings, where);
    const bool is_checkpoint = JsonField(root, where).find("model_type").has_value();

    const WeightSource source(folder, watch);
    const Family* family = nullptr;
    OpenedTransformer opened;
    opened.is_own = !is_checkpoint;
    opened.transformer.config = is_checkpoint
        ? configFromCheckpoint(
            settings, where, [&source](std::string_view name) { return source.contains(name); }, family)
        : configFromJson(settings, where);
    if (is_checkpoint) {
        opened.transformer.config.name = pathText(folder.filename());
        readGenerationTokens(settings, where, opened.generation);
        if (opened.transformer.config.hasCrossAttention())
            opened.task_prefixes = taskPrefixes(settings, where);
        if (const auto path = pathInside(folder, generation_file_name); isFile(path))
            readGenerationTokens(readFile(path, largest_settings), pathText(path), opened.generation);
    }
    requireMemory(estimateWeights(source).bytes_as_float, MemoryLimits{}, pathText(folder));
    LoadedWeights loaded = loadWeights(opened.transformer.config, family, source);
    opened.transformer.weights = std::move(loaded.weights);
    opened.unread = std::move(loaded.unread);
    return opened;
}

std::uint64_t memoryNeeded(const std::filesystem::path& folder)
{
    return estimateWeights(WeightSource(folder)).bytes_as_float;
}

} // namespace glassformer
