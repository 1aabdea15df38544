#include "app/cli/asked.h"
#include "app/cli/report.h"

#include "core/experiment/effect/asked_word.h"
#include "core/experiment/reading/logit_lens.h"

#include <cstdio>

namespace glassformer::cli {
namespace {

/** What is read at each row of the output. */
const std::vector<Token>& readTokens(const Trace& trace)
{
    return trace.config.hasDecoder() ? trace.target : trace.source;
}

std::string shortText(const Model& model, const LensWord& word)
{
    char number[16];
    std::snprintf(number, sizeof number, " %.2f", word.probability);
    return tokenText(model.tokenizer.token(word.id)) + number;
}

/** A line for each place and its likeliest word at each height, as people read it. */
Report pictureOf(const LogitLens& lens, const Model& model, const Trace& trace)
{
    Report report;
    report.headline = lens.applies_norm
        ? "the likeliest word of each layer: last norm and output matrix applied to what it passes on"
        : "the likeliest word of each layer: output matrix applied to what it passes on";
    report.columns = {"row", "read"};
    report.columns.insert(report.columns.end(), lens.tensors.begin(), lens.tensors.end());
    for (std::size_t row = 0; row < lens.cells.front().size(); ++row) {
        std::vector<Json> line{row, tokenText(readTokens(trace)[row])};
        for (const auto& cells : lens.cells)
            line.emplace_back(shortText(model, cells[row].likeliest.front()));
        report.rows.push_back(std::move(line));
    }
    return report;
}

/** A line for each word of each cell, as programs read it. */
Report listOf(const LogitLens& lens, const Model& model, const Trace& trace)
{
    Report report;
    report.facts = {{"applies_norm", lens.applies_norm}};
    report.name = "words";
    report.columns = {"row", "read", "tensor", "rank", "id", "word", "probability", "asked",
        "asked_probability", "asked_rank"};
    for (std::size_t row = 0; row < lens.cells.front().size(); ++row)
        for (std::size_t height = 0; height < lens.cells.size(); ++height) {
            const LensCell& cell = lens.cells[height][row];
            for (std::size_t i = 0; i < cell.likeliest.size(); ++i)
                report.rows.push_back(
                    {row, tokenText(readTokens(trace)[row]), lens.tensors[height], i, cell.likeliest[i].id,
                        tokenText(model.tokenizer.token(cell.likeliest[i].id)), cell.likeliest[i].probability,
                        tokenText(model.tokenizer.token(cell.asked.id)), cell.asked.probability, cell.rank});
        }
    return report;
}

} // namespace

/** What each layer would say, everywhere. */
int lensCommand(const std::vector<std::string>& words)
{
    const Arguments arguments(words, runOptions({"--word", "--top"}), {"--json", "--csv"});
    Asked asked = modelAndView(arguments);
    const auto model = std::make_shared<const Model>(std::move(asked.model));
    LensTask task{model, std::make_shared<const Trace>(runLean(model, asked.view.request))};
    task.likeliest = static_cast<int>(arguments.whole("--top", 1, 1000, 3));
    if (const auto word = otherWord(arguments, "--word", *model))
        task.asked = word->id;
    const LogitLens lens = finish(*logitLensJob(task));
    const bool is_for_machines = arguments.asJson() || arguments.has("--csv");
    print((is_for_machines ? listOf : pictureOf)(lens, *model, *task.trace), arguments);
    return 0;
}

} // namespace glassformer::cli
