#include "app/models/model_card.h"

#include "core/file/byte_file.h"
#include "core/file/path_inside.h"
#include "core/file/strict_json.h"

namespace glassformer {
namespace {

constexpr std::uint64_t largest_card = 1u << 20;

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

ModelCard readModelCard(const std::filesystem::path& folder, const ModelConfig& config)
{
    const std::filesystem::path path = pathInside(folder, "card.json");
    ModelCard card;
    if (!isFile(path))
        return card;
    const Json json = parseJson(readFile(path, largest_card), pathText(path));
    const JsonField file(json, pathText(path));
    file.requireOnly({"example", "examples", "pointing_head", "swaps"});
    if (const auto example = file.find("example"))
        card.example = example->text();
    if (const auto examples = file.find("examples"))
        for (const JsonMember& member : examples->members())
            card.examples[member.key] = (*examples)[member.key].text();
    if (const auto head = file.find("pointing_head"))
        card.pointing_head = headFromText(head->text(), config);
    if (const auto swaps = file.find("swaps"))
        for (std::size_t i = 0; i < swaps->size(); ++i) {
            const JsonField pair = swaps->at(i);
            if (pair.size() != 2)
                pair.refuse(Message::tr("two words"));
            card.swaps.emplace_back(pair.at(0).text(), pair.at(1).text());
        }
    return card;
}

} // namespace glassformer
