#include "app/cli/asked.h"
#include "app/cli/report.h"

#include "core/experiment/effect/attribution.h"
#include "core/experiment/effect/rank_correlation.h"

#include <cstdio>
#include <map>

namespace glassformer::cli {
namespace {

const std::map<std::string, AttributionMethod> methods{{"removed", AttributionMethod::Removed},
    {"masked", AttributionMethod::Masked}, {"blanked", AttributionMethod::Blanked},
    {"gradient", AttributionMethod::GradientTimesInput},
    {"integrated", AttributionMethod::IntegratedGradients}};

/** What is said of the method, behind "the part of each token: ". */
const char* methodText(AttributionMethod method)
{
    switch (method) {
    case AttributionMethod::Removed:
        return "ln p minus ln p of the text without the token";
    case AttributionMethod::Masked:
        return "ln p minus ln p with the mask in the token's place";
    case AttributionMethod::Blanked:
        return "ln p minus ln p with zeros for the token's vector";
    case AttributionMethod::GradientTimesInput:
        return "slope of ln p along the token's vector, times the vector";
    case AttributionMethod::IntegratedGradients:
        return "mean slope of ln p on the way from zero vectors, times the vector";
    }
    return "";
}

/** Of the tokens whose part is known. */
std::optional<double> correlation(const Attribution& found, const std::vector<double>& attention)
{
    std::vector<double> parts, weights;
    for (std::size_t t = 0; t < found.parts.size(); ++t)
        if (found.parts[t]) {
            parts.push_back(*found.parts[t]);
            weights.push_back(attention[t]);
        }
    return rankCorrelation(parts, weights);
}

} // namespace

/** What each token that was read did for a word, beside the attention that the word pays to it. */
int attributeCommand(const std::vector<std::string>& words)
{
    const Arguments arguments(
        words, wordOptions({"--by", "--steps", "--layer", "--head"}), {"--json", "--csv"});
    const std::string name = arguments.value("--by", "removed");
    const auto method = methods.find(name);
    if (method == methods.end())
        throw UsageError("--by takes removed, masked, blanked, gradient or integrated, not \"" + name + "\"");
    const WordTrials trials(runAndWord(arguments));
    const ModelConfig& config = trials.config();
    const int layers = config.hasDecoder() ? config.decoder_layers : config.encoder_layers;
    const int layer = static_cast<int>(arguments.whole("--layer", 0, layers - 1, layers - 1));
    const int head = static_cast<int>(arguments.whole("--head", 0, config.n_heads - 1, every));
    const Attribution found = finish(*attributionJob(
        trials.question(), {method->second, static_cast<int>(arguments.whole("--steps", 1, 10000, 512))}));
    const std::vector<double> attention = attentionOf(found, trials.trace(), layer, head);
    const std::optional<double> rank = correlation(found, attention);

    Report report;
    report.facts = {{"word", wordJson(trials)}, {"method", name}, {"log_probability", found.value}};
    report.headline = wordText(trials) + ": " + methodText(found.method);
    if (found.method == AttributionMethod::IntegratedGradients) {
        report.facts.push_back({"blank_log_probability", found.blank_value});
        report.facts.push_back({"missing", found.missing});
        char numbers[128];
        std::snprintf(numbers, sizeof numbers,
            "\nln p %.4f, with zero vectors %.4f; the parts lack %.4f of the difference", found.value,
            found.blank_value, found.missing);
        report.headline += numbers;
    }
    report.facts.push_back({"layer", layer});
    report.facts.push_back({"head", head == every ? Json(nullptr) : Json(head)});
    report.facts.push_back({"rank_correlation", rank ? Json(*rank) : Json(nullptr)});
    if (rank) {
        char number[64];
        std::snprintf(number, sizeof number, "\nrank correlation with the attention: %.3f", *rank);
        report.headline += number;
    }
    report.name = "tokens";
    report.columns = {"token", "text", "part", "attention"};
    for (std::size_t t = 0; t < found.tokens.size(); ++t)
        report.rows.push_back({t, tokenText(found.tokens[t]),
            found.parts[t] ? Json(*found.parts[t]) : Json(nullptr), attention[t]});
    print(report, arguments);
    return 0;
}

} // namespace glassformer::cli
