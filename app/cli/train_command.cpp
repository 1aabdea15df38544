#include "app/cli/arguments.h"

#include "core/file/bytes/byte_file.h"
#include "core/file/bytes/folder_files.h"
#include "core/learn/training/checkpoint.h"
#include "core/learn/training/recipe.h"
#include "core/learn/training/trainer.h"
#include "core/model/config/parameter_count.h"

#include <csignal>
#include <cstdio>
#include <iostream>
#include <optional>

namespace glassformer::cli {
namespace {

volatile std::sig_atomic_t stop_asked = 0;

void askToStop(int)
{
    stop_asked = 1;
}

void print(const TrainingProgress& progress)
{
    std::printf("%-10s step %5lld/%lld  loss %.4f  nll %.4f  guide %.4f  %6.0f tok/s  left %4.0f s  "
                "twins: single %.3f both %.3f  seen %lld\n",
        progress.stage.c_str(), static_cast<long long>(progress.step), static_cast<long long>(progress.steps),
        progress.loss, progress.log_likelihood, progress.guidance_loss, progress.tokens_per_second,
        progress.seconds_left, progress.twin_single, progress.twin_both,
        static_cast<long long>(progress.presentations));
    std::fflush(stdout);
}

} // namespace

int trainCommand(const std::vector<std::string>& words)
{
    const Arguments arguments(words, {"--recipe", "--out", "--model", "--seed", "--threads"}, {});
    const NamedFile recipe_file = namedFile(arguments.required("--recipe"));
    FolderFiles out(pathFromText(arguments.required("--out")));
    Recipe recipe = readRecipe(*recipe_file.files, recipe_file.name);
    recipe.seed = static_cast<std::uint32_t>(arguments.whole("--seed", 0, 0x7fffffff, recipe.seed));
    const int threads = static_cast<int>(arguments.whole("--threads", 1, 2, 2));

    std::optional<TrainingState> state;
    std::optional<Tokenizer> vocabulary;
    if (const std::string named = arguments.value("--model", {}); !named.empty()) {
        const FolderFiles from(modelFolderNamed(named));
        vocabulary = Tokenizer::fromJson(from.bytes("tokenizer.json"), from.where("tokenizer.json"));
        state = stateOfModel(from, recipe);
    }
    const TrainingData data = makeTrainingData(
        recipe, Corpus::read(FolderFiles(resource(recipe.lexicons))), vocabulary ? &*vocabulary : nullptr);
    if (hasCheckpoint(out))
        state = loadCheckpoint(out, recipe, data.tokenizer);
    else if (!state)
        state = initialState(recipe, data);
    std::cout << (state->total_steps > 0
            ? "resumed after " + std::to_string(state->total_steps) + " updates; "
            : "")
              << data.sentences.size() << " sentences, vocabulary " << data.tokenizer.size() << ", "
              << countParameters(state->model.config).total() << " parameters" << std::endl;

    std::signal(SIGINT, askToStop);
    std::signal(SIGTERM, askToStop);
    TrainingJob job(recipe, data, *state, threads);
    for (bool is_unfinished = !job.isDone(); is_unfinished && !stop_asked;) {
        is_unfinished = job.advance({});
        if (const auto progress = job.takeNews()) {
            print(*progress);
            saveCheckpoint(out, *state, recipe, data.tokenizer);
        }
    }
    if (!job.isDone())
        std::cout << "stopped; the same command goes on from here" << std::endl;
    saveCheckpoint(out, *state, recipe, data.tokenizer);
    if (job.isDone())
        saveModel(out, state->model, data.tokenizer, recipe.stored);
    return 0;
}

} // namespace glassformer::cli
