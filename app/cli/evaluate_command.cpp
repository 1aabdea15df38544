#include "app/cli/learned_world.h"

#include "core/file/json/strict_json.h"
#include "core/learn/evaluation/evaluation.h"
#include "core/learn/evaluation/language_evaluation.h"

#include <cstdio>
#include <iostream>

namespace glassformer::cli {
namespace {

Json twinJson(const TwinScore& score)
{
    return Json::object({{"single", score.single}, {"both", score.both}, {"n", score.n}});
}

Json evaluationJson(const Evaluation& evaluation)
{
    std::vector<JsonMember> exact;
    for (const auto& [direction, share] : evaluation.exact)
        exact.push_back({direction, share});
    std::vector<Json> heads, interventions;
    for (const HeadScore& head : evaluation.heads)
        heads.push_back(Json::object({{"name", headText(head.name)}, {"from_it_single", head.from_it_single},
            {"from_it_both", head.from_it_both}, {"weight_right", head.weight_right},
            {"weight_wrong", head.weight_wrong}, {"pair_both_without", head.pair_both_without},
            {"clause_first_both_without", head.clause_first_both_without}, {"removed", head.is_removed}}));
    for (const InterventionScore& score : evaluation.interventions)
        interventions.push_back(Json::object({{"name", score.name}, {"pair_both", score.pair_both},
            {"clause_first_both", score.clause_first_both}}));
    return Json::object(
        {{"twins",
             Json::object({{"pair", twinJson(evaluation.pair)}, {"frame", twinJson(evaluation.frame)},
                 {"role", twinJson(evaluation.role)}, {"clause_first", twinJson(evaluation.clause_first)},
                 {"pair_zh_fr", twinJson(evaluation.pair_of_chinese)},
                 {"person", twinJson(evaluation.person)},
                 {"person_zh_en", twinJson(evaluation.person_of_chinese)}})},
            {"exact", Json::object(exact)}, {"heads", Json::array(heads)},
            {"interventions", Json::array(interventions)}});
}

void printTwins(const char* name, const TwinScore& score)
{
    std::printf(
        "%-14s one sentence %.3f   both of a twin %.3f   n %d\n", name, score.single, score.both, score.n);
}

void print(const Evaluation& evaluation)
{
    std::printf("French pronoun, held-out twins\n");
    printTwins("  noun pairs", evaluation.pair);
    printTwins("  verb frames", evaluation.frame);
    printTwins("  roles", evaluation.role);
    printTwins("  clause first", evaluation.clause_first);
    printTwins("  from Chinese", evaluation.pair_of_chinese);
    printTwins("  he and she", evaluation.person);
    std::printf("English pronoun, from Chinese\n");
    printTwins("  he and she", evaluation.person_of_chinese);
    std::printf("whole sentence right\n");
    for (const auto& [direction, share] : evaluation.exact)
        std::printf("  %s %.3f\n", direction.c_str(), share);
    std::printf("head               from it: single  both  right wrong | both right without it: noun first, "
                "clause first\n");
    for (const HeadScore& head : evaluation.heads)
        std::printf("  %-18s %.3f  %.3f  %.2f  %.2f  |  %.3f  %.3f%s\n", headText(head.name).c_str(),
            head.from_it_single, head.from_it_both, head.weight_right, head.weight_wrong,
            head.pair_both_without, head.clause_first_both_without, head.is_removed ? "  removed" : "");
    std::printf("interventions: both right, noun first and clause first\n");
    for (const InterventionScore& score : evaluation.interventions)
        std::printf("  %-48s %.3f  %.3f\n", score.name.c_str(), score.pair_both, score.clause_first_both);
}

Json languageJson(const LanguageEvaluation& evaluation)
{
    std::vector<Json> figures, heads;
    for (const Figure& figure : evaluation.figures)
        figures.push_back(Json::object({{"name", figure.name}, {"value", figure.value}, {"n", figure.n}}));
    for (const PointingScore& head : evaluation.heads)
        heads.push_back(Json::object({{"name", headText(head.name)}, {"single", head.single},
            {"both", head.both}, {"weight_right", head.weight_right}, {"weight_wrong", head.weight_wrong},
            {"adjectives_without", head.adjectives_without}}));
    return Json::object({{"figures", Json::array(figures)}, {"heads", Json::array(heads)}});
}

void print(const LanguageEvaluation& evaluation)
{
    for (const Figure& figure : evaluation.figures)
        std::printf("%-68s %7.3f   n %d\n", figure.name.c_str(), figure.value, figure.n);
    std::printf("head             from it: single  both  right wrong | adjectives by number, both right "
                "without it\n");
    for (const PointingScore& head : evaluation.heads)
        std::printf("  %-18s     %.3f  %.3f  %.2f  %.2f  |  %.3f\n", headText(head.name).c_str(), head.single,
            head.both, head.weight_right, head.weight_wrong, head.adjectives_without);
}

template <typename Result> void show(const Result& result, Json (*json)(const Result&), bool as_json)
{
    if (as_json)
        std::cout << jsonText(json(result), 2) << "\n";
    else
        print(result);
}

} // namespace

int evaluateCommand(const std::vector<std::string>& words)
{
    const Arguments arguments(words, {"--model", "--lexicons", "--twins", "--sentences"}, {"--json"});
    const Model model = Model::load(modelFolderNamed(arguments.value("--model", "translator")));
    EvaluationOptions options;
    options.twins = static_cast<int>(arguments.whole("--twins", 1, 100000, options.twins));
    options.sentences = static_cast<int>(arguments.whole("--sentences", 1, 100000, options.sentences));
    const Corpus corpus = learnedWorld(arguments, model);
    if (model.transformer.config.hasCrossAttention())
        show(evaluate(model, corpus, options), evaluationJson, arguments.asJson());
    else
        show(evaluateLanguage(model, corpus, options), languageJson, arguments.asJson());
    return 0;
}

} // namespace glassformer::cli
