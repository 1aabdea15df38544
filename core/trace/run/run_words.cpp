#include "core/trace/run/run_words.h"

#include "core/error.h"
#include "core/memory.h"
#include "core/model/config/model_name.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <utility>

namespace glassformer {
namespace {

/** No language has words so long: what is longer is refused before the tokenizer makes a multiple of it. */
constexpr std::size_t most_bytes_per_token = 256;

/** Where no table ends, memory does: the maps of a layer's heads, of two attentions, are there at once. */
int longestText(const ModelConfig& config)
{
    if (config.hasLongestText())
        return config.max_length;
    const double free = static_cast<double>(availableMemory().value_or(std::uint64_t{1} << 32));
    const double tokens = std::sqrt(free / (2.0 * sizeof(float) * config.n_heads));
    return std::max(config.max_length, static_cast<int>(std::min(tokens, 1e6)));
}

/** found: how long the text is. */
[[noreturn]] void refuseLength(const Model& model, const Message& found, int longest)
{
    const ModelConfig& config = model.transformer.config;
    const Message more = config.hasLongestText()
        ? Message::tr("%1, more than the %2 tokens that %3 reads", found, longest, modelName(config.name))
        : Message::tr("%1, more than the %2 tokens for which there is memory", found, longest);
    throw Error({more, {}, {}, Message::tr("Shorten the text.")});
}

/** A tokenizer may know tokens for which the model has no vector. */
void requireVectors(const Model& model, const Encoding& encoding)
{
    const int rows = model.transformer.config.vocabulary;
    for (const Token& token : encoding.tokens)
        if (token.id >= rows)
            throw Error({Message::tr("the token %1 with the number %2", token.text, token.id), {},
                Message::tr("tokens below %1: for others %2 has no vector", rows,
                    modelName(model.transformer.config.name)),
                Message::tr("Leave it out of the text.")});
}

bool isTargetLanguage(const Model& model, int id)
{
    const auto& targets = model.tokenizer.specialTokens().targets;
    return std::any_of(
        targets.begin(), targets.end(), [id](const auto& known) { return known.second == id; });
}

/** The token itself; where it stands for the language to write, that of the language that is asked for (mBART). */
int inLanguage(const Model& model, int id, const std::string& language)
{
    const auto& targets = model.tokenizer.specialTokens().targets;
    const auto asked = targets.find(language);
    return asked != targets.end() && isTargetLanguage(model, id) ? asked->second : id;
}

/** The word that an answer is to begin with; -1: it is free. */
int firstWord(const Model& model, const std::string& language)
{
    const SpecialTokens& special = model.tokenizer.specialTokens();
    const auto asked = special.targets.find(language);
    if (special.target_is_first_word && asked != special.targets.end())
        return asked->second;
    return model.generation.first < 0 ? -1 : inLanguage(model, model.generation.first, language);
}

bool choosesAlike(Decoding one, const Decoding& other)
{
    one.max_new_tokens = other.max_new_tokens;
    return one.kind != DecodingKind::Beam && one == other;
}

bool beginsWith(const std::vector<int>& ids, const std::vector<int>& beginning)
{
    return ids.size() >= beginning.size() && std::equal(beginning.begin(), beginning.end(), ids.begin());
}

/** Whether the words end here, or nothing more is asked for. */
bool isComplete(const RunTask& task, const std::vector<int>& words)
{
    return static_cast<int>(words.size()) >= task.mostWords()
        || std::any_of(
            words.begin(), words.end(), [&task](int id) { return task.model.generation.isEnd(id); });
}

/** What is written whole: cut at the first end, and where no more is asked for. */
Written cutOff(const RunTask& task, std::vector<int> words)
{
    words.resize(std::min(words.size(), static_cast<std::size_t>(task.mostWords())));
    const auto end =
        std::find_if(words.begin(), words.end(), [&task](int id) { return task.model.generation.isEnd(id); });
    Written written{{words.begin(), end}, end != words.end()};
    if (written.ended)
        written.ids.push_back(*end);
    return written;
}

/** Tells the encoder what language the text is in. @throws Error for one that the model cannot be told. */
void tellSourceLanguage(const Model& model, const std::string& language, Encoding& encoding)
{
    if (language.empty())
        return;
    const std::vector<std::string> languages = model.sourceLanguages();
    if (std::find(languages.begin(), languages.end(), language) == languages.end())
        throw Error({Message::tr("“%1” as the language of the text", language), {},
            languages.empty()
                ? Message::tr("none: %1 is not told what it reads", modelName(model.transformer.config.name))
                : Message::tr("a language that %1 reads", modelName(model.transformer.config.name)),
            {}});
    for (Token& token : encoding.tokens)
        if (token.is_special && isTargetLanguage(model, token.id))
            token = model.tokenizer.token(model.tokenizer.specialTokens().targets.at(language));
}

} // namespace

int RunTask::mostWords() const
{
    return mostNewTokens(model.transformer.config, prompt.size(), request.decoding);
}

namespace {

/** Rows that begin alike. */
int sharedRows(const std::vector<int>& one, const std::vector<int>& other)
{
    return static_cast<int>(
        std::mismatch(one.begin(), one.end(), other.begin(), other.end()).first - one.begin());
}

} // namespace

int RunTask::knownRows(const std::vector<int>& target) const
{
    if (!held.state || held.state->cache.layers.empty())
        return 0;
    // One row at least is computed: its logits are what a run is for.
    return std::min(
        {sharedRows(target, held.state->target), held.decoder.row, static_cast<int>(std::ssize(target)) - 1});
}

int RunTask::begunLayers(const std::vector<int>& target) const
{
    if (!held.state || held.state->cache.layers.empty()
        || sharedRows(target, held.state->target) < std::ssize(target))
        return 0;
    return std::min(held.decoder.layer, model.transformer.config.decoder_layers);
}

BegunStack<float> RunTask::begun(const std::vector<int>& target) const
{
    const int layers = begunLayers(target);
    return layers > 0 ? BegunStack<float>{held.state->decoder.get(), layers} : BegunStack<float>{};
}

DecoderCache<float> RunTask::cacheFor(const std::vector<int>& target) const
{
    return heldRows(held, knownRows(target), begunLayers(target), static_cast<int>(target.size()));
}

Encoding encodeRequest(const Model& model, const RunRequest& request)
{
    const int longest = longestText(model.transformer.config);
    if (request.text.size() / most_bytes_per_token > static_cast<std::size_t>(longest))
        refuseLength(model, Message::tr("a text of %1 bytes", request.text.size()), longest);
    Encoding encoding = model.tokenizer.encode(request.text, request.target_language);
    tellSourceLanguage(model, request.source_language, encoding);
    if (encoding.words.empty())
        throw Error({Message::tr("an empty sentence"), {}, {}, Message::tr("Type some words.")});
    if (static_cast<int>(encoding.tokens.size()) > longest)
        refuseLength(model, Message::tr("a text of %1 tokens", encoding.tokens.size()), longest);
    requireVectors(model, encoding);
    return encoding;
}

RunTask runTask(const Model& model, const RunRequest& request, const Encoding& text, Changes changes)
{
    const ModelConfig& config = model.transformer.config;
    RunTask task{model, request, {}, {}, {}, request.forced_target, std::move(changes), {}, {}, {}};
    task.controls = controlsFor<float>(config, task.changes);
    if (config.hasEncoder()) {
        task.source = text.ids();
        task.segments = text.segments();
    }
    if (config.hasDecoder())
        task.prompt = config.hasEncoder()
            ? std::vector<int>{inLanguage(model, model.generation.start, request.target_language)}
            : text.ids();
    // A decoder that gives no words reads the source too, one place later, as transformers' classifiers do.
    if (config.hasCrossAttention() && !config.has_output)
        task.prompt.insert(task.prompt.end(), task.source.begin(), task.source.end() - 1);
    const int first = firstWord(model, request.target_language);
    if (task.asked_words.empty() && first >= 0 && task.prompt.size() == 1)
        task.asked_words.push_back(first);
    return task;
}

std::vector<int> knownWords(const RunTask& task)
{
    const RunState* const before = task.held.state.get();
    if (!before || !task.held.is_same || !beginsWith(before->words, task.asked_words)
        || static_cast<int>(task.asked_words.size()) < before->asked_words
        || !choosesAlike(before->decoding, task.request.decoding))
        return task.asked_words;
    const std::size_t prompt_before = before->target.size() + 1 - before->words.size();
    const bool same_prompt = prompt_before == task.prompt.size() && beginsWith(before->target, task.prompt);
    return same_prompt ? before->words : task.asked_words;
}

namespace {

/** known_words: must live as long as the input. */
GenerationInput generationInput(const RunTask& task, const std::vector<int>& known_words)
{
    GenerationInput input{task.source, task.prompt, task.model.generation, known_words, &task.controls};
    std::vector<int> known = task.prompt;
    known.insert(known.end(), known_words.begin(), known_words.end());
    if (!task.controls.reads_ahead) {
        input.read = task.cacheFor(known);
        input.begun = task.begun(known);
    }
    if (task.held.hasEncoder())
        input.memory = &task.held.state->encoder->output;
    return input;
}

} // namespace

Written write(const RunTask& task, const std::vector<int>& known_words)
{
    return generate(
        task.model.transformer, generationInput(task, known_words), task.request.decoding, task.cancel);
}

Writing::Writing(const RunTask& task)
    : m_task(task)
{
    const ModelConfig& config = task.model.transformer.config;
    if (!config.hasDecoder() || !config.has_output)
        return;
    m_known = knownWords(task);
    const bool is_complete = isComplete(task, m_known);
    m_lacks_one = !is_complete && task.request.decoding.kind != DecodingKind::Beam
        && static_cast<int>(m_known.size()) + 1 == task.mostWords();
    if (is_complete)
        m_written = cutOff(task, m_known);
    else if (m_lacks_one)
        m_written = Written{m_known, false};
    else
        m_generation = std::make_unique<Generation>(
            task.model.transformer, generationInput(task, m_known), task.request.decoding, task.cancel);
}

bool Writing::advance()
{
    if (!m_generation)
        return false;
    if (m_generation->advance())
        return true;
    m_considered = m_generation->considered();
    m_written = m_generation->take();
    m_generation.reset();
    return false;
}

Sequences Writing::take()
{
    const ModelConfig& config = m_task.model.transformer.config;
    Sequences sequences;
    sequences.source = m_task.source;
    if (!config.hasDecoder())
        return sequences;
    sequences.target = m_task.prompt;
    sequences.given = static_cast<int>(m_task.prompt.size());
    if (!m_written)
        return sequences;
    sequences.asked_words = static_cast<int>(m_task.asked_words.size());
    sequences.ended = m_written->ended;
    sequences.target.insert(sequences.target.end(), m_written->ids.begin(), m_written->ids.end());
    // Row t of the decoder chose the token behind it; for those that were given, that is what the text goes on with.
    sequences.written.assign(sequences.target.begin() + 1, sequences.target.end());
    if (!m_lacks_one)
        sequences.target.pop_back();
    return sequences;
}

} // namespace glassformer
