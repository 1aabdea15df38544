#include "core/trace/record/recorded_rules.h"

#include "core/file/json/strict_json.h"

#include <array>
#include <optional>
#include <string_view>
#include <utility>

namespace glassformer {
namespace {

constexpr std::int64_t largest_id = 100'000'000, longest = 1'000'000'000;
constexpr double least_penalty = 1e-9, largest_penalty = 1e9;

/** Fields with one number, of what is written and read. */
template <typename Tokens> auto numbersOf(Tokens& tokens)
{
    return std::array{
        std::pair("decoder_start_token_id", &tokens.start), std::pair("forced_bos_token_id", &tokens.first)};
}

template <typename Rules> auto lengthsOf(Rules& rules)
{
    return std::array{std::pair("no_repeat_ngram_size", &rules.no_repeat_ngram),
        std::pair("encoder_no_repeat_ngram_size", &rules.encoder_no_repeat_ngram),
        std::pair("min_length", &rules.min_length), std::pair("min_new_tokens", &rules.min_new_tokens)};
}

template <typename Rules> auto penaltiesOf(Rules& rules)
{
    return std::array{std::pair("repetition_penalty", &rules.repetition_penalty),
        std::pair("encoder_repetition_penalty", &rules.encoder_repetition_penalty)};
}

template <typename Tokens> auto listsOf(Tokens& tokens)
{
    return std::array{std::pair("eos_token_id", &tokens.ends),
        std::pair("suppress_tokens", &tokens.rules.suppressed),
        std::pair("begin_suppress_tokens", &tokens.rules.suppressed_first)};
}

Json listOf(const std::vector<int>& ids)
{
    return Json::array({ids.begin(), ids.end()});
}

std::vector<int> idsOf(const JsonField& field)
{
    std::vector<int> ids;
    for (std::size_t i = 0; i < field.size(); ++i)
        ids.push_back(static_cast<int>(field.at(i).integer(0, largest_id)));
    return ids;
}

} // namespace

std::string generationText(const GenerationTokens& tokens)
{
    const GenerationTokens nothing;
    std::vector<JsonMember> members;
    for (const auto& [name, id] : numbersOf(tokens))
        if (*id >= 0)
            members.push_back({name, *id});
    for (const auto& [name, length] : lengthsOf(tokens.rules))
        if (*length != 0)
            members.push_back({name, *length});
    for (const auto& [name, penalty] : penaltiesOf(tokens.rules))
        if (*penalty != 1)
            members.push_back({name, *penalty});
    for (const auto& [name, ids] : listsOf(tokens))
        if (!ids->empty())
            members.push_back({name, listOf(*ids)});
    std::vector<Json> bad_words;
    for (const std::vector<int>& word : tokens.rules.bad_words)
        bad_words.push_back(listOf(word));
    if (!bad_words.empty())
        members.push_back({"bad_words_ids", Json::array(std::move(bad_words))});
    return jsonText(Json::object(std::move(members)));
}

GenerationTokens generationFromText(const std::string& json, const std::string& where)
{
    const Json root = parseJson(json, where);
    const JsonField field(root, where);
    field.requireOnly({"decoder_start_token_id", "forced_bos_token_id", "no_repeat_ngram_size",
        "encoder_no_repeat_ngram_size", "min_length", "min_new_tokens", "repetition_penalty",
        "encoder_repetition_penalty", "eos_token_id", "suppress_tokens", "begin_suppress_tokens",
        "bad_words_ids"});
    GenerationTokens tokens;
    for (const auto& [name, id] : numbersOf(tokens))
        if (const auto found = field.find(name))
            *id = static_cast<int>(found->integer(0, largest_id));
    for (const auto& [name, length] : lengthsOf(tokens.rules))
        if (const auto found = field.find(name))
            *length = static_cast<int>(found->integer(0, longest));
    for (const auto& [name, penalty] : penaltiesOf(tokens.rules))
        if (const auto found = field.find(name))
            *penalty = found->number(least_penalty, largest_penalty);
    for (const auto& [name, ids] : listsOf(tokens))
        if (const auto found = field.find(name))
            *ids = idsOf(*found);
    const auto bad_words = field.find("bad_words_ids");
    for (std::size_t i = 0; bad_words && i < bad_words->size(); ++i) {
        tokens.rules.bad_words.push_back(idsOf(bad_words->at(i)));
        if (tokens.rules.bad_words.back().empty())
            bad_words->at(i).refuse(Message::tr("at least one token"));
    }
    return tokens;
}

} // namespace glassformer
