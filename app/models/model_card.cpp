#include "app/models/model_card.h"

#include "app/models/head_roles_file.h"
#include "core/file/json/strict_json.h"

#include <algorithm>

namespace glassformer {
namespace {

constexpr std::uint64_t largest_card = 1u << 20;
constexpr const char* card_name = "card.json";

TrainedLanguages readLanguages(const JsonField& file)
{
    TrainedLanguages languages;
    if (const auto directions = file.find("directions"))
        for (std::size_t i = 0; i < directions->size(); ++i) {
            const std::string& text = directions->at(i).text();
            const std::size_t dash = std::min(text.find('-'), text.size());
            if (dash == 0 || dash + 1 == text.size())
                directions->at(i).refuse(Message::tr("a language, or two such as \"en-fr\""));
            languages.directions.emplace_back(
                text.substr(0, dash), dash < text.size() ? text.substr(dash + 1) : std::string());
        }
    if (const auto telling = file.find("telling_words"))
        for (const JsonMember& member : telling->members()) {
            const JsonField words = (*telling)[member.key];
            for (std::size_t i = 0; i < words.size(); ++i)
                languages.telling_words[member.key].push_back(words.at(i).text());
        }
    return languages;
}

} // namespace

std::string exampleFor(const ModelCard& card, const std::string& language)
{
    const auto found = card.examples.find(language);
    return found == card.examples.end() ? card.example : found->second;
}

std::optional<std::string> languageOfExample(const ModelCard& card, const std::string& text)
{
    for (const auto& [language, example] : card.examples)
        if (text == example)
            return language;
    return text == card.example ? std::optional<std::string>(std::in_place) : std::nullopt;
}

ModelCard readModelCard(const Files& files, const ModelConfig& config)
{
    ModelCard card;
    card.roles = readMeasuredRoles(files, config);
    const std::optional<std::string> bytes = files.find(card_name, largest_card);
    if (!bytes)
        return card;
    const Json json = parseJson(*bytes, files.where(card_name));
    const JsonField file(json, files.where(card_name));
    file.requireOnly(
        {"directions", "example", "examples", "lexicons", "pointing_head", "swaps", "telling_words"});
    if (const auto example = file.find("example"))
        card.example = example->text();
    if (const auto examples = file.find("examples"))
        for (const JsonMember& member : examples->members())
            card.examples[member.key] = (*examples)[member.key].text();
    if (const auto lexicons = file.find("lexicons")) {
        card.lexicons = lexicons->text();
        if (!isPlainFileName(card.lexicons))
            lexicons->refuse(Message::tr("the name of a folder of the resources"));
    }
    if (const auto head = file.find("pointing_head"))
        card.pointing_head = headFromText(head->text(), config);
    if (const auto swaps = file.find("swaps"))
        for (std::size_t i = 0; i < swaps->size(); ++i) {
            const JsonField pair = swaps->at(i);
            if (pair.size() != 2)
                pair.refuse(Message::tr("two words"));
            card.swaps.emplace_back(pair.at(0).text(), pair.at(1).text());
        }
    card.languages = readLanguages(file);
    return card;
}

} // namespace glassformer
