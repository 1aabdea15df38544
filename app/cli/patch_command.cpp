#include "app/cli/asked.h"
#include "app/cli/report.h"

#include "core/experiment/effect/patch_table.h"
#include "core/experiment/reading/token_alignment.h"
#include "core/trace/look/view.h"

#include <cmath>
#include <cstdio>

namespace glassformer::cli {
namespace {

PatchedRecord recordNamed(const std::string& name)
{
    if (name == "stream")
        return PatchedRecord::Stream;
    if (name == "attention")
        return PatchedRecord::Attention;
    if (name == "head")
        return PatchedRecord::Head;
    if (name == "cross_attention")
        return PatchedRecord::CrossAttention;
    if (name == "feed_forward")
        return PatchedRecord::FeedForward;
    throw UsageError(
        "--what takes stream, attention, head, cross_attention or feed_forward, not \"" + name + "\"");
}

AttentionSite stackNamed(const std::string& name)
{
    if (name == "encoder")
        return AttentionSite::Encoder;
    if (name == "decoder")
        return AttentionSite::DecoderSelf;
    throw UsageError("--stack takes encoder or decoder, not \"" + name + "\"");
}

/** The place of a token in the text, its text, and the text of what stands for it in the other sentence, if anything does. */
std::vector<Json> tokenFields(const PatchTable& table, std::size_t token)
{
    const int counterpart = table.counterparts[token];
    const auto& others =
        table.tensors.front().starts_with("decoder.") ? table.other->target : table.other->source;
    std::vector<Json> fields{token, tokenText(table.tokens[token]), nullptr};
    if (counterpart != no_counterpart)
        fields.back() = tokenText(others[static_cast<std::size_t>(counterpart)]);
    return fields;
}

bool changesWord(const PatchTable& table, const PatchCell& cell)
{
    return cell.said.likeliest != table.said.likeliest;
}

/** The share, and both effects: the probability of the word, and the word that takes its place. */
std::string shortText(const PatchTable& table, const PatchCell& cell, const Tokenizer& tokenizer)
{
    const double share = std::abs(cell.share) < 0.005 ? 0 : cell.share; // no "-0.00"
    char numbers[64];
    std::snprintf(numbers, sizeof numbers, "%.2f p %.4f", share, cell.said.probability);
    return numbers
        + (changesWord(table, cell) ? " > " + tokenText(tokenizer.token(cell.said.likeliest))
                                    : std::string());
}

/** A line for each token, as people read it. */
void addPicture(const PatchTable& table, const Tokenizer& tokenizer, Report& report)
{
    report.columns = {"token", "text", "with"};
    report.columns.insert(report.columns.end(), table.tensors.begin(), table.tensors.end());
    for (std::size_t t = 0; t < table.tokens.size(); ++t) {
        std::vector<Json> line = tokenFields(table, t);
        for (const auto& cells : table.cells) {
            line.emplace_back(nullptr);
            if (cells[t])
                line.back() = shortText(table, *cells[t], tokenizer);
        }
        report.rows.push_back(std::move(line));
    }
}

/** A line for each cell, as programs read it. */
void addList(const PatchTable& table, const Tokenizer& tokenizer, Report& report)
{
    report.name = "cells";
    report.columns = {
        "token", "text", "with", "tensor", "share", "value", "probability", "changes_word", "likeliest"};
    for (std::size_t row = 0; row < table.tensors.size(); ++row)
        for (std::size_t t = 0; t < table.tokens.size(); ++t) {
            const std::optional<PatchCell>& cell = table.cells[row][t];
            if (!cell)
                continue;
            std::vector<Json> line = tokenFields(table, t);
            for (Json value :
                std::vector<Json>{table.tensors[row], cell->share, cell->value, cell->said.probability,
                    changesWord(table, *cell), tokenText(tokenizer.token(cell->said.likeliest))})
                line.push_back(std::move(value));
            report.rows.push_back(std::move(line));
        }
}

} // namespace

/** Layers x tokens: the share of the word's change that one vector of the other sentence's run brings. */
int patchCommand(const std::vector<std::string>& words)
{
    const Arguments arguments(words, wordOptions({"--with", "--stack", "--what", "--head", "--rival"}),
        {"--json", "--csv", "--align"});
    PatchTask task;
    task.record = recordNamed(arguments.value("--what", "stream"));
    const WordTrials trials(runAndWord(arguments));
    task.head = static_cast<int>(arguments.whole("--head", 0, trials.config().n_heads - 1, 0));
    if (arguments.has("--head") && task.record != PatchedRecord::Head)
        throw UsageError("--head belongs to --what head");
    const bool is_cross = task.record == PatchedRecord::CrossAttention;
    task.stack = stackNamed(
        arguments.value("--stack", trials.config().hasEncoder() && !is_cross ? "encoder" : "decoder"));
    task.other = requestOf(trials.trace());
    task.other.text = secondText(arguments);
    task.rival = otherWord(arguments, "--rival", *trials.question().model);
    task.aligns = arguments.has("--align");
    const PatchTable table = finish(*patchTableJob(trials.question(), task));

    Report report;
    const Tokenizer& tokenizer = trials.question().model->tokenizer;
    const std::string likeliest = tokenText(tokenizer.token(table.said.likeliest)),
                      other_likeliest = tokenText(tokenizer.token(table.other_said.likeliest));
    report.facts = {{"word", wordJson(trials)},
        {"measure", table.rival ? "logit_difference" : "log_probability"}, {"value", table.value},
        {"other_value", table.other_value}, {"likeliest", likeliest},
        {"other_probability", table.other_said.probability}, {"other_likeliest", other_likeliest}};
    if (table.rival)
        report.facts.push_back({"rival", tokenText(*table.rival)});
    char numbers[160];
    std::snprintf(numbers, sizeof numbers, ": %.4f here, %.4f there; p %.4f here, %.4f there", table.value,
        table.other_value, table.said.probability, table.other_said.probability);
    report.headline =
        (table.rival ? "logit of " + wordText(trials) + " minus that of “" + tokenText(*table.rival) + "”"
                     : "ln p of " + wordText(trials))
        + numbers + "\nlikeliest: “" + likeliest + "” here, “" + other_likeliest
        + "” there\neach cell: the share of that way that one vector from there brings, p of the word then, "
          "and > the word that becomes the likeliest";
    (arguments.asJson() || arguments.has("--csv") ? addList : addPicture)(table, tokenizer, report);
    print(report, arguments);
    return 0;
}

} // namespace glassformer::cli
