// How long experiments take, beside what they may take. Wall time and, since other programs disturb that, processor time; what
// is long by its nature is counted too: in trials, and a ranking also in forward passes of the same model and text, timed
// in turn with it.
// Usage: bench_experiments [change|street|gpt2|patch|evidence]...   without any: all of them

#include "app/models/model_card.h"
#include "app/models/model_list.h"
#include "app/window/look/interface_language.h"
#include "app/window/look/theme.h"
#include "app/window/main_window.h"
#include "core/experiment/effect/asked_word.h"
#include "core/experiment/effect/bank_evidence.h"
#include "core/experiment/effect/part_ranking.h"
#include "core/experiment/effect/patch_table.h"
#include "core/learn/corpus/pronoun_bank.h"
#include "core/tensor/memory.h"
#include "core/trace/step/step_list.h"
#include "tests/bench/random_model.h"
#include "tests/bench/settled.h"

#include <QAction>
#include <QApplication>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <string_view>

using namespace glassformer;

namespace {

const std::string street = "The animal didn't cross the street because it was too tired.";
const std::string twin = "The animal didn't cross the street because it was too wide.";

/** Milliseconds. */
struct Took
{
    double wall = 0, processor = 0;
};

template <typename Work> Took took(const Work& work)
{
    const auto begin = std::chrono::steady_clock::now();
    const std::clock_t processor = std::clock();
    work();
    return {std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count(),
        1e3 * double(std::clock() - processor) / CLOCKS_PER_SEC};
}

Took median(std::vector<Took> all)
{
    const auto middle = [&all](double Took::*time) {
        std::nth_element(all.begin(), all.begin() + std::ptrdiff_t(all.size() / 2), all.end(),
            [time](const Took& one, const Took& other) { return one.*time < other.*time; });
        return all[all.size() / 2].*time;
    };
    return {middle(&Took::wall), middle(&Took::processor)};
}

std::shared_ptr<const Model> bundled(const char* name)
{
    return std::make_shared<const Model>(Model::load(modelFiles(name)));
}

WordQuestion questionOf(std::shared_ptr<const Model> model, const std::string& text)
{
    RunRequest request;
    request.text = text;
    if (model->transformer.config.hasCrossAttention())
        request.target_language = "fr";
    else
        request.decoding.max_new_tokens = 1;
    const auto trace = std::make_shared<const Trace>(runLean(model, request));
    return {model, trace, *firstAskedWord(*trace)};
}

/** From the wish to switch a head off, or on again, to the picture of the other run in the window. */
void measureChange()
{
    InterfaceLanguage language;
    language.choose(QStringLiteral("en"));
    Theme theme;
    const std::pair<const char*, const char*> models[]{{"translator", street.c_str()},
        {"next-word", "The animal didn't cross the street because"},
        {"gap", "The [MASK] didn't cross the street because it was too tired."}};
    for (const auto& [name, text] : models) {
        Session session(bundled(name));
        if (!session.runFirst(QString::fromUtf8(text), {}))
            continue;
        MainWindow window(session, language, theme);
        window.show();
        Selection look = session.selection();
        look.step = nearestStep(StepKind::Softmax, *session.trace());
        session.select(look);
        settled(session);
        auto* const head = window.findChild<QAction*>(QStringLiteral("toggle-head"));
        std::vector<Took> changes;
        for (int i = 0; i < 21; ++i)
            changes.push_back(took([&] {
                head->trigger();
                settled(session);
            }));
        const Took usual = median(changes);
        std::printf("one change and its picture, %s: %.0f ms, processor %.0f ms (at most 50)\n", name,
            usual.wall, usual.processor);
    }
}

RankingTask allParts(const WordQuestion& question)
{
    const ModelConfig& config = question.trace->config;
    RankingTask task{headsOf(config), Ablation::Zero, 3};
    for (const auto& more : {attentionsOf(config), feedForwardsOf(config), wholeLayersOf(config),
             edgesOf(config, int(question.trace->source.size()), question.asked.position)})
        task.parts.insert(task.parts.end(), more.begin(), more.end());
    return task;
}

/** Heads, blocks, networks, layers and edges, and groups of up to three heads. */
void measureStreet()
{
    const WordQuestion question = questionOf(bundled("translator"), street);
    PartRanking ranking;
    const Took time = took([&] { ranking = finish(*partRankingJob(question, allParts(question))); });
    std::printf("full ranking of the street sentence, %d trials: %.0f ms, processor %.0f ms (at most 2000)\n",
        ranking.trials, time.wall, time.processor);
}

void measureGpt2()
{
    constexpr int tokens = 32, rounds = 5;
    Model model = Model::load(modelFiles("next-word"));
    model.transformer = randomModel(shapeOf("gpt2"));
    const auto shared = std::make_shared<const Model>(std::move(model));
    std::string text = "cat";
    while (questionOf(shared, text).trace->given < tokens)
        text += " cat";
    const WordQuestion question = questionOf(shared, text);
    RunRequest request;
    request.text = text;
    request.decoding.max_new_tokens = 1;
    std::vector<Took> passes, rankings;
    for (int round = 0; round < rounds; ++round) {
        for (int i = 0; i < 4; ++i)
            passes.push_back(took([&] { run(*shared, request); }));
        rankings.push_back(took([&] { finish(*partRankingJob(question, {headsOf(shapeOf("gpt2"))})); }));
    }
    const Took pass = median(passes), ranking = median(rankings);
    std::printf("ranking of 144 heads of GPT-2 small's shape, %d tokens: %.0f ms, processor %.0f ms\n",
        tokens, ranking.wall, ranking.processor);
    std::printf("    in passes of %.0f ms, processor %.0f ms: %.1f, processor %.1f (at most 40)\n", pass.wall,
        pass.processor, ranking.wall / pass.wall, ranking.processor / pass.processor);
}

void measurePatch()
{
    const WordQuestion question = questionOf(bundled("translator"), street);
    PatchTask task;
    task.other.text = twin;
    task.other.target_language = "fr";
    PatchTable table;
    const Took time = took([&] { table = finish(*patchTableJob(question, task)); });
    std::printf("patch table of the street twins, %d cells: %.0f ms, processor %.0f ms (at most 1000)\n",
        table.trials, time.wall, time.processor);
}

void measureEvidence()
{
    const auto model = bundled("translator");
    const ModelCard card = readModelCard(*model->files, model->transformer.config);
    const auto bank = pronounBank(*model, Corpus::read(*worldFiles(card.lexicons)), 300, 20260101);
    const auto job = bankEvidenceJob(model, bank);
    const Took first = took([&] { job->advance({}); });
    const Took rest = took([&] { finish(*job); });
    std::printf("evidence over %zu twins for all %zu heads: first result after %.0f ms, all after %.0f ms, "
                "processor %.0f ms (at most 20000)\n",
        bank.size(), headsOf(model->transformer.config).size(), first.wall, first.wall + rest.wall,
        first.processor + rest.processor);
}

} // namespace

int main(int argc, char** argv)
{
    keepFreedMemory();
    const QApplication application(argc, argv);
    const std::pair<const char*, void (*)()> parts[]{{"change", measureChange}, {"street", measureStreet},
        {"gpt2", measureGpt2}, {"patch", measurePatch}, {"evidence", measureEvidence}};
    for (const auto& [name, measure] : parts)
        if (argc < 2 || std::find(argv + 1, argv + argc, std::string_view(name)) != argv + argc)
            measure();
    return 0;
}
