#include "core/model/families/generation_settings.h"

#include "core/file/json/strict_json.h"
#include "core/file/printable.h"
#include "core/model/families/settings.h"

#include <algorithm>
#include <array>

namespace glassformer {
namespace {

constexpr std::int64_t largest_id = 100'000'000;
constexpr std::int64_t longest_text = 100'000'000;

/** One id, or a list of them. */
std::vector<int> idsOf(const JsonField& field)
{
    std::vector<int> ids;
    if (field.json().kind() != Json::Kind::Array)
        return {static_cast<int>(field.integer(0, largest_id))};
    for (std::size_t i = 0; i < field.size(); ++i)
        ids.push_back(static_cast<int>(field.at(i).integer(0, largest_id)));
    return ids;
}

std::vector<int> idsNamed(const Settings& settings, std::string_view key)
{
    const auto field = settings.find(key);
    return field ? idsOf(*field) : std::vector<int>();
}

int lengthNamed(const Settings& settings, std::string_view key)
{
    const auto field = settings.find(key);
    return field ? static_cast<int>(field->integer(0, longest_text)) : 0;
}

/** Whether a setting says anything: it is there, and neither null nor the value that switches it off. */
bool isOn(const JsonField& file, std::string_view key, const Json& off)
{
    const auto field = file.find(key);
    if (!field || field->json().kind() == Json::Kind::Null)
        return false;
    const std::string value = jsonText(field->json()), neutral = jsonText(off);
    return value != neutral && value != neutral + ".0" && value != "false" && value != "[]";
}

/** Settings that are on, with their values, for people: "num_beams 4, length_penalty 2.0". */
class Listing
{
public:
    explicit Listing(const JsonField& file)
        : m_file(file)
    {
    }
    void add(std::string_view key, const Json& off)
    {
        if (isOn(m_file, key, off))
            m_text += (m_text.empty() ? "" : ", ") + std::string(key) + " "
                + printable(jsonText(m_file[key].json()), 24);
    }
    bool empty() const { return m_text.empty(); }
    const std::string& text() const { return m_text; }

private:
    const JsonField& m_file;
    std::string m_text;
};

GenerationRules rulesOf(const Settings& settings)
{
    GenerationRules rules;
    rules.repetition_penalty = settings.number("repetition_penalty", 1e-6, 1e6, 1);
    rules.encoder_repetition_penalty = settings.number("encoder_repetition_penalty", 1e-6, 1e6, 1);
    rules.no_repeat_ngram = lengthNamed(settings, "no_repeat_ngram_size");
    rules.encoder_no_repeat_ngram = lengthNamed(settings, "encoder_no_repeat_ngram_size");
    rules.min_length = lengthNamed(settings, "min_length");
    rules.min_new_tokens = lengthNamed(settings, "min_new_tokens");
    rules.suppressed = idsNamed(settings, "suppress_tokens");
    rules.suppressed_first = idsNamed(settings, "begin_suppress_tokens");
    const auto bad = settings.find("bad_words_ids");
    for (std::size_t i = 0; bad && i < bad->size(); ++i)
        if (std::vector<int> word = idsOf(bad->at(i)); !word.empty())
            rules.bad_words.push_back(std::move(word));
    return rules;
}

/** BartConfig, for models older than forced_bos_token_id: "force_bos_token_to_be_generated" means bos_token_id. */
int forcedFirst(const Settings& settings)
{
    if (const auto field = settings.find("forced_bos_token_id"))
        return idsOf(*field).empty() ? -1 : idsOf(*field).front();
    if (settings.find("force_bos_token_to_be_generated")
        && settings.flag("force_bos_token_to_be_generated", false)) {
        const auto start = settings.find("bos_token_id");
        return start ? static_cast<int>(start->integer(0, largest_id)) : 0;
    }
    return -1;
}

} // namespace

void readGenerationTokens(std::string_view json, const std::string& where, GenerationTokens& tokens)
{
    const Json root = parseJson(json, where);
    const JsonField file(root, where);
    const Settings settings(file);
    if (const auto field = settings.find("decoder_start_token_id")) {
        const std::vector<int> ids = idsOf(*field);
        if (ids.empty())
            field->refuse(Message::tr("at least one token"));
        tokens.start = ids.front();
    }
    if (const auto field = settings.find("eos_token_id")) {
        tokens.ends = idsOf(*field);
        if (tokens.ends.empty())
            field->refuse(Message::tr("at least one token"));
    }
}

std::vector<Message> readGenerationRules(
    std::string_view json, const std::string& where, const std::string& file_name, GenerationTokens& tokens)
{
    const Json root = parseJson(json, where);
    const JsonField file(root, where);
    const Settings settings(file);
    tokens.rules = rulesOf(settings);
    tokens.first = forcedFirst(settings);

    Listing followed(file);
    for (const char* key : {"repetition_penalty", "encoder_repetition_penalty"})
        followed.add(key, 1);
    for (const char* key :
        {"no_repeat_ngram_size", "encoder_no_repeat_ngram_size", "min_length", "min_new_tokens"})
        followed.add(key, 0);
    for (const char* key :
        {"bad_words_ids", "suppress_tokens", "begin_suppress_tokens", "forced_bos_token_id"})
        followed.add(key, nullptr);

    // How the next word is taken from the probabilities is for whoever asks.
    Listing choice(file);
    if (isOn(file, "num_beams", 1)) {
        choice.add("num_beams", 1);
        for (const char* key : {"length_penalty", "num_beam_groups"})
            choice.add(key, 1);
        for (const char* key : {"early_stopping", "diversity_penalty", "renormalize_logits"})
            choice.add(key, 0);
    }
    if (isOn(file, "do_sample", false)) {
        choice.add("do_sample", false);
        for (const char* key : {"temperature", "top_p", "typical_p"})
            choice.add(key, 1);
        for (const char* key : {"top_k", "min_p", "epsilon_cutoff", "eta_cutoff", "top_h"})
            choice.add(key, 0);
    }

    Listing left_out(file);
    for (const char* key : {"penalty_alpha", "guidance_scale", "sequence_bias", "force_words_ids",
             "constraints", "forced_decoder_ids", "exponential_decay_length_penalty", "watermarking_config",
             "dola_layers", "stop_strings", "max_time", "token_healing"})
        left_out.add(key, key == std::string_view("guidance_scale") ? Json(1) : Json(0));

    std::vector<Message> notices;
    if (!followed.empty())
        notices.push_back(Message::tr("Rules of %1 that are followed: %2.", file_name, followed.text()));
    if (!choice.empty())
        notices.push_back(
            Message::tr("%1 asks for %2: here the likeliest word is taken, unless you choose another way.",
                file_name, choice.text()));
    if (!left_out.empty())
        notices.push_back(Message::tr("Rules of %1 that are not followed: %2.", file_name, left_out.text()));
    if (isOn(file, "forced_eos_token_id", nullptr))
        notices.push_back(Message::tr(
            "forced_eos_token_id of %1 is not followed: a text that was cut is shown as cut, without an end.",
            file_name));
    return notices;
}

} // namespace glassformer
