#include "core/learn/training/recipe.h"

#include "core/file/bytes/files.h"
#include "core/file/json/strict_json.h"

#include <algorithm>

namespace glassformer {
namespace {

constexpr std::uint64_t largest_recipe = 1u << 20;

double numberOr(const JsonField& object, std::string_view key, double least, double most, double otherwise)
{
    const auto field = object.find(key);
    return field ? field->number(least, most) : otherwise;
}

std::int64_t wholeOr(const JsonField& object, std::string_view key, std::int64_t least, std::int64_t most,
    std::int64_t otherwise)
{
    const auto field = object.find(key);
    return field ? field->integer(least, most) : otherwise;
}

std::vector<DirectionShare> directionsFrom(const JsonField& json)
{
    std::vector<DirectionShare> directions;
    double sum = 0;
    for (const JsonMember& member : json.members()) {
        const double share = json[member.key].number(0, 1);
        directions.push_back({directionFromText(member.key), share});
        sum += share;
    }
    if (!(sum > 0))
        json.refuse(Message::tr("shares above 0"));
    return directions;
}

/** A task on one language at a time reads and writes the same. */
std::vector<DirectionShare> languagesFrom(const JsonField& json)
{
    std::vector<DirectionShare> directions;
    double sum = 0;
    for (const JsonMember& member : json.members()) {
        const Language language = languageFromCode(member.key);
        const double share = json[member.key].number(0, 1);
        directions.push_back({{language, language}, share});
        sum += share;
    }
    if (!(sum > 0))
        json.refuse(Message::tr("shares above 0"));
    return directions;
}

Stage stageFrom(const JsonField& json, LearningTask task)
{
    if (task == LearningTask::Translate)
        json.requireOnly({"name", "steps", "target_tokens", "learning_rate", "schedule", "warm_up",
            "directions", "boost", "clause_first_boost", "drop_sentences", "drop_words", "guidance",
            "pronoun_mask", "late_reference", "late_reference_from", "apart", "sharpen", "hint",
            "gate_penalty", "remove_heads", "add_encoder_layers", "until_both"});
    else
        json.requireOnly(
            {"name", "steps", "target_tokens", "learning_rate", "schedule", "warm_up", "languages", "boost",
                "clause_first_boost", "number_boost", "hide", "hide_word", "hide_cue", "until_both"});
    Stage stage;
    stage.name = json["name"].text();
    stage.steps = json["steps"].integer(1, 10'000'000);
    stage.target_tokens = static_cast<int>(json["target_tokens"].integer(64, 1'000'000));
    stage.learning_rate = json["learning_rate"].number(0, 1);
    stage.schedule =
        json["schedule"].oneOf({"constant", "cosine"}) == "cosine" ? Schedule::Cosine : Schedule::Constant;
    stage.warm_up = wholeOr(json, "warm_up", 0, stage.steps, 0);
    stage.directions = task == LearningTask::Translate ? directionsFrom(json["directions"])
                                                       : languagesFrom(json["languages"]);
    stage.hide = numberOr(json, "hide", 0, 1, 0);
    stage.hide_word = numberOr(json, "hide_word", 0, 1, 0);
    stage.hide_cue = numberOr(json, "hide_cue", 0, 1, 0);
    if (task == LearningTask::FillGaps && stage.hide == 0 && stage.hide_word == 0)
        json.refuse(Message::tr("hide or hide_word above 0: what is not hidden is not learned"));
    stage.boost = numberOr(json, "boost", 0, 1000, 1);
    stage.clause_first_boost = numberOr(json, "clause_first_boost", 0, 1000, 1);
    stage.number_boost = numberOr(json, "number_boost", 0, 1000, 1);
    stage.drop_sentences = numberOr(json, "drop_sentences", 0, 1, 0);
    stage.drop_words = numberOr(json, "drop_words", 0, 1, 0);
    stage.guidance = numberOr(json, "guidance", 0, 100, 0);
    stage.pronoun_mask = numberOr(json, "pronoun_mask", 0, 1, 0);
    stage.late_reference = numberOr(json, "late_reference", 0, 1, 0);
    stage.hint = numberOr(json, "hint", 0, 1, 0);
    stage.apart = numberOr(json, "apart", 0, 1, 0);
    stage.late_reference_from = wholeOr(json, "late_reference_from", 0, stage.steps, 0);
    stage.sharpen = numberOr(json, "sharpen", 0, 1000, 0);
    stage.gate_penalty = numberOr(json, "gate_penalty", 0, 1, 0);
    stage.remove_heads = numberOr(json, "remove_heads", 0, 10, 0);
    stage.add_encoder_layers = static_cast<int>(wholeOr(json, "add_encoder_layers", 0, 64, 0));
    stage.until_both = numberOr(json, "until_both", 0, 1, 0);
    return stage;
}

LearningTask taskFrom(const JsonField& json)
{
    const std::string& name = json.oneOf({"translate", "next-word", "gap"});
    return name == "translate" ? LearningTask::Translate
        : name == "next-word"  ? LearningTask::NextWord
                               : LearningTask::FillGaps;
}

} // namespace

std::vector<Language> languagesOf(const Recipe& recipe)
{
    std::vector<Language> languages;
    for (const Language language : {Language::English, Language::French, Language::Chinese})
        if (std::any_of(recipe.stages.begin(), recipe.stages.end(), [language](const Stage& stage) {
                return std::any_of(stage.directions.begin(), stage.directions.end(),
                    [language](const DirectionShare& entry) {
                        return entry.direction.from == language || entry.direction.to == language;
                    });
            }))
            languages.push_back(language);
    return languages;
}

Recipe readRecipe(const Files& files, const std::string& name)
{
    const std::string where = files.where(name);
    const Json root = parseJson(files.bytes(name, largest_recipe), where);
    const JsonField file(root, where);
    file.requireOnly(
        {"name", "task", "seed", "lexicons", "sentences", "stories", "mixed_numbers", "corpus_seed",
            "vocabulary_min_count", "vocabulary_pieces", "model", "label_smoothing", "beta1", "beta2",
            "epsilon", "clip", "gate_threshold", "evaluate_every", "development_twins", "stored", "stages"});
    Recipe recipe;
    recipe.name = file["name"].text();
    recipe.task = file.find("task") ? taskFrom(file["task"]) : LearningTask::Translate;
    recipe.seed = static_cast<std::uint32_t>(file["seed"].integer(0, 0xffffffff));
    recipe.sentences = static_cast<std::size_t>(file["sentences"].integer(1, 10'000'000));
    if (const auto stories = file.find("stories"))
        recipe.stories = static_cast<std::size_t>(stories->integer(0, 10'000'000));
    if (const auto mixed = file.find("mixed_numbers"))
        recipe.mixed_numbers = static_cast<std::size_t>(mixed->integer(0, 10'000'000));
    if (const auto lexicons = file.find("lexicons")) {
        recipe.lexicons = lexicons->text();
        if (!isPlainFileName(recipe.lexicons))
            lexicons->refuse(Message::tr("the name of a folder of the resources"));
    }
    recipe.corpus_seed = static_cast<std::uint32_t>(file["corpus_seed"].integer(0, 0xffffffff));
    recipe.vocabulary_min_count = static_cast<int>(file["vocabulary_min_count"].integer(1, 1'000'000));
    recipe.vocabulary_pieces = static_cast<int>(file["vocabulary_pieces"].integer(0, 100'000));
    recipe.model = configFromJson(jsonText(file["model"].json()), where + ", model");
    recipe.model.name = recipe.name;
    if (recipe.model.hasEncoder() != (recipe.task != LearningTask::NextWord)
        || recipe.model.hasDecoder() != (recipe.task != LearningTask::FillGaps))
        file["model"].refuse(Message::tr("the architecture of the task"));
    recipe.label_smoothing = file["label_smoothing"].number(0, 0.9);
    recipe.adam.beta1 = numberOr(file, "beta1", 0, 1, recipe.adam.beta1);
    recipe.adam.beta2 = numberOr(file, "beta2", 0, 1, recipe.adam.beta2);
    recipe.adam.epsilon = numberOr(file, "epsilon", 0, 1, recipe.adam.epsilon);
    recipe.adam.clip = numberOr(file, "clip", 0, 1e9, recipe.adam.clip);
    recipe.gate_threshold = numberOr(file, "gate_threshold", 0, 1, recipe.gate_threshold);
    recipe.evaluate_every = static_cast<int>(file["evaluate_every"].integer(1, 1'000'000));
    recipe.development_twins = static_cast<int>(file["development_twins"].integer(1, 100'000));
    if (const auto stored = file.find("stored")) {
        if (stored->text() != "F32" && stored->text() != "F16")
            stored->refuse(Message::tr("F32 or F16"));
        recipe.stored = stored->text() == "F16" ? TensorType::F16 : TensorType::F32;
    }
    const JsonField stages = file["stages"];
    for (std::size_t i = 0; i < stages.size(); ++i)
        recipe.stages.push_back(stageFrom(stages.at(i), recipe.task));
    if (recipe.stages.empty())
        stages.refuse(Message::tr("at least one stage"));
    return recipe;
}

} // namespace glassformer
