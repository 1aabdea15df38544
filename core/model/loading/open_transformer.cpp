#include "core/model/loading/open_transformer.h"

#include "core/file/json/strict_json.h"
#include "core/file/model_folder.h"
#include "core/file/printable.h"
#include "core/file/weights/weight_estimate.h"
#include "core/memory.h"
#include "core/model/families/generation_settings.h"
#include "core/model/loading/weight_loader.h"
#include "core/model/weight_finder.h"
#include "core/model/writing/task_prefix.h"

#include <optional>
#include <utility>

namespace glassformer {
namespace {

constexpr std::uint64_t largest_settings = 4ull << 20;
constexpr const char* generation_file_name = "generation_config.json";

/** How words are chosen: from generation_config.json, or, where there is none, from config.json. */
void readGeneration(const Files& files, const std::string& config_json, OpenedTransformer& opened)
{
    const std::optional<std::string> own = files.find(generation_file_name, largest_settings);
    const bool has_file = own.has_value();
    const std::string json = own.value_or(config_json);
    const std::string where = files.where(has_file ? generation_file_name : config_file_name);
    if (has_file)
        readGenerationTokens(json, where, opened.generation);
    const ModelConfig& config = opened.transformer.config;
    if (config.hasDecoder() && config.has_output)
        opened.notices = readGenerationRules(
            json, where, has_file ? generation_file_name : config_file_name, opened.generation);
}

/** What a person should know of a model that opens all the same. */
void addNotices(OpenedTransformer& opened, const std::vector<std::string>& not_finite)
{
    if (!not_finite.empty())
        opened.notices.push_back(Message::tr(
            "Tensors with weights that are no numbers (NaN or infinite): %1, first %2. What is computed "
            "from them is no number either.",
            not_finite.size(), printable(not_finite.front())));
    const ModelConfig& config = opened.transformer.config;
    if (!config.has_output && config.hasDecoder())
        opened.notices.push_back(Message::tr(
            "The files hold no output to words: the model gives vectors and maps, and no next word."));
    if (!opened.unread.empty())
        opened.notices.push_back(Message::tr("Tensors of the files that are not used: %1, first %2.",
            opened.unread.size(), printable(opened.unread.front())));
}

} // namespace

struct TransformerOpening::Work
{
    const Files& files;
    std::optional<WeightSource> source;
    CheckpointConfig read;
    OpenedTransformer opened;
    std::unique_ptr<WeightLoading> loading; ///< null before the settings were read

    /** Settings and tables; the weights are to follow. */
    void readSettings(const JobWatch& watch);
};

void TransformerOpening::Work::readSettings(const JobWatch& watch)
{
    const std::string where = files.where(config_file_name);
    const std::string settings = files.bytes(config_file_name, largest_settings);
    const Json root = parseJson(settings, where);
    const bool is_checkpoint = JsonField(root, where).find("model_type").has_value();

    source.emplace(files, watch);
    if (is_checkpoint)
        read = configFromCheckpoint(
            settings, where, [this](std::string_view name) { return holdsTensor(*source, name); });
    else
        read.config = configFromJson(settings, where);
    opened.is_own = !is_checkpoint;
    opened.transformer.config = read.config;
    if (is_checkpoint) {
        opened.transformer.config.name = files.title();
        if (read.family->start < read.config.vocabulary)
            opened.generation.start = read.family->start;
        readGenerationTokens(settings, where, opened.generation);
        if (opened.transformer.config.hasCrossAttention())
            opened.task_prefixes = taskPrefixes(settings, where);
        readGeneration(files, settings, opened);
    }
    opened.weights_digest = source->digest();
    requireMemory(estimateWeights(*source).bytes_in_memory, MemoryLimits{}, files.where());
    loading =
        std::make_unique<WeightLoading>(opened.transformer.config, read.family, *source, read.sizes_left_out);
}

TransformerOpening::TransformerOpening(const Files& files)
    : m_work(std::make_unique<Work>(Work{files, {}, {}, {}, {}}))
{
}

TransformerOpening::~TransformerOpening() = default;

bool TransformerOpening::advance(const JobWatch& watch)
{
    if (m_work->loading)
        return m_work->loading->advance();
    m_work->readSettings(watch);
    return true;
}

OpenedTransformer TransformerOpening::take()
{
    LoadedWeights loaded = m_work->loading->take();
    OpenedTransformer& opened = m_work->opened;
    opened.transformer.weights = std::move(loaded.weights);
    opened.unread = std::move(loaded.unread);
    addNotices(opened, loaded.not_finite);
    return std::move(opened);
}

OpenedTransformer openTransformer(const Files& files, const JobWatch& watch)
{
    TransformerOpening opening(files);
    while (opening.advance(watch)) { }
    return opening.take();
}

std::uint64_t memoryNeeded(const Files& files)
{
    return estimateWeights(WeightSource(files)).bytes_in_memory;
}

} // namespace glassformer
