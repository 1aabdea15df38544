#include "core/trace/model.h"

#include "core/error.h"
#include "core/file/bytes/folder_files.h"
#include "core/model/loading/open_transformer.h"
#include "core/text/files/tokenizer_files.h"
#include "core/trace/run/load_job.h"

#include <algorithm>
#include <utility>

namespace glassformer {
namespace {

/**
 * Our own files belong together exactly. A checkpoint's table may have more rows than its vocabulary has entries, which
 * are then never read; or fewer, as long as no text has one of the tokens without a row.
 */
void requireFit(const ModelConfig& config, const Tokenizer& tokenizer, bool is_own, const std::string& where)
{
    if (is_own && tokenizer.size() != config.vocabulary)
        throw Error({Message::tr("a vocabulary of %1 entries", tokenizer.size()), where,
            Message::tr("%1 entries, as config.json says", config.vocabulary),
            Message::tr("The files may be of two models.")});
}

/** The tokens that a decoder is given have rows in its table; one behind an encoder has one to begin with. */
void requireFirstTokens(const GenerationTokens& tokens, const ModelConfig& config, const std::string& where)
{
    const int largest = std::max(config.hasCrossAttention() ? tokens.start : -1, tokens.first);
    if (largest >= config.vocabulary)
        throw Error({Message::tr("the token %1 to begin with", largest), where,
            Message::tr("tokens below %1, the size of the vocabulary", config.vocabulary),
            Message::tr("config.json or generation_config.json may be of another model.")});
    if (config.hasCrossAttention() && tokens.start < 0)
        throw Error({Message::tr("no decoder_start_token_id"), where,
            Message::tr("the token that the decoder begins with"), Message::tr("Add it to config.json.")});
}

/** What the transformer's files leave open is what the tokenizer's say. */
Model joined(OpenedTransformer opened, Tokenizer tokenizer, std::shared_ptr<const Files> files)
{
    requireFit(opened.transformer.config, tokenizer, opened.is_own, files->where());
    const SpecialTokens& special = tokenizer.specialTokens();
    if (opened.generation.start < 0)
        opened.generation.start = special.start;
    if (opened.generation.ends.empty() && special.end >= 0)
        opened.generation.ends = {special.end};
    requireFirstTokens(opened.generation, opened.transformer.config, files->where());
    if (const int rows = opened.transformer.config.vocabulary; tokenizer.size() > rows)
        opened.notices.push_back(
            Message::tr("The tokenizer knows %1 tokens, the model %2: a text with one of the "
                        "others cannot be read.",
                tokenizer.size(), rows));
    return {std::move(opened.transformer), std::move(tokenizer), std::move(opened.generation),
        std::move(files), std::move(opened.task_prefixes), std::move(opened.weights_digest),
        std::move(opened.unread), std::move(opened.notices)};
}

class LoadJob final : public JobOf<std::shared_ptr<const Model>>
{
public:
    explicit LoadJob(std::shared_ptr<const Files> files)
        : m_files(std::move(files))
        , m_opening(*m_files)
    {
    }

    bool advance(const JobWatch& watch) override
    {
        if (!m_is_read) {
            m_is_read = !m_opening.advance(watch);
            return true;
        }
        publish(std::make_shared<const Model>(takeModel()));
        return false;
    }

    /** Once the weights are read. */
    Model takeModel()
    {
        OpenedTransformer opened = m_opening.take();
        Tokenizer tokenizer =
            readTokenizer(*m_files, opened.is_own ? std::string() : opened.transformer.config.family);
        return joined(std::move(opened), std::move(tokenizer), m_files);
    }

    bool isRead() const { return m_is_read; }

    Message doing() const override { return Message::tr("Reading the model"); }

private:
    const std::shared_ptr<const Files> m_files;
    TransformerOpening m_opening;
    bool m_is_read = false; ///< all but the tokenizer
};

} // namespace

Model Model::load(const std::filesystem::path& folder, const JobWatch& watch)
{
    return load(std::make_shared<const FolderFiles>(folder), watch);
}

Model Model::load(std::shared_ptr<const Files> files, const JobWatch& watch)
{
    LoadJob job(std::move(files));
    while (!job.isRead())
        job.advance(watch);
    return job.takeModel();
}

std::unique_ptr<JobOf<std::shared_ptr<const Model>>> loadJob(std::shared_ptr<const Files> files)
{
    return std::make_unique<LoadJob>(std::move(files));
}

std::vector<std::string> Model::targetLanguages() const
{
    std::vector<std::string> languages;
    for (const auto& [language, id] : tokenizer.specialTokens().targets)
        languages.push_back(language);
    return languages;
}

std::vector<std::string> Model::sourceLanguages() const
{
    // Where the decoder is told the language to write, a token of the same kind beside the text says what it is in.
    const auto is_language = [this](int id) {
        const auto& targets = tokenizer.specialTokens().targets;
        return std::any_of(
            targets.begin(), targets.end(), [id](const auto& target) { return target.second == id; });
    };
    const bool tells_decoder = is_language(generation.start) || is_language(generation.first);
    return transformer.config.hasEncoder() && tells_decoder ? targetLanguages() : std::vector<std::string>();
}

std::string Model::pairSeparator() const
{
    return transformer.config.hasDecoder() ? std::string() : tokenizer.pairSeparator();
}

} // namespace glassformer
