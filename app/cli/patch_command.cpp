#include "app/cli/asked.h"
#include "app/cli/report.h"

#include "core/experiment/effect/patch_table.h"
#include "core/experiment/reading/token_alignment.h"
#include "core/trace/look/view.h"

#include <cstdio>

namespace glassformer::cli {
namespace {

PatchedRecord recordNamed(const std::string& name)
{
    if (name == "stream")
        return PatchedRecord::Stream;
    if (name == "attention")
        return PatchedRecord::Attention;
    if (name == "cross_attention")
        return PatchedRecord::CrossAttention;
    if (name == "feed_forward")
        return PatchedRecord::FeedForward;
    throw UsageError("--what takes stream, attention, cross_attention or feed_forward, not \"" + name + "\"");
}

AttentionSite stackNamed(const std::string& name)
{
    if (name == "encoder")
        return AttentionSite::Encoder;
    if (name == "decoder")
        return AttentionSite::DecoderSelf;
    throw UsageError("--stack takes encoder or decoder, not \"" + name + "\"");
}

std::vector<std::vector<Json>> rowsOf(const PatchTable& table)
{
    std::vector<std::vector<Json>> rows;
    for (std::size_t t = 0; t < table.tokens.size(); ++t) {
        const int counterpart = table.counterparts[t];
        const auto& others =
            table.tensors.front().starts_with("decoder.") ? table.other->target : table.other->source;
        std::vector<Json> row;
        row.emplace_back(t);
        row.emplace_back(tokenText(table.tokens[t]));
        row.emplace_back(nullptr);
        if (counterpart != no_counterpart)
            row.back() = tokenText(others[static_cast<std::size_t>(counterpart)]);
        for (const auto& cells : table.cells) {
            row.emplace_back(nullptr);
            if (cells[t])
                row.back() = cells[t]->share;
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

} // namespace

/** Layers x tokens: the share of the word's change that one vector of the other sentence's run brings. */
int patchCommand(const std::vector<std::string>& words)
{
    const Arguments arguments(
        words, wordOptions({"--with", "--stack", "--what", "--rival"}), {"--json", "--csv", "--align"});
    const std::string other = arguments.required("--with");
    PatchTask task;
    task.record = recordNamed(arguments.value("--what", "stream"));
    const WordTrials trials(runAndWord(arguments));
    const bool is_cross = task.record == PatchedRecord::CrossAttention;
    task.stack = stackNamed(
        arguments.value("--stack", trials.config().hasEncoder() && !is_cross ? "encoder" : "decoder"));
    task.other = requestOf(trials.trace());
    task.other.text = other;
    task.rival = otherWord(arguments, "--rival", *trials.question().model);
    task.aligns = arguments.has("--align");
    const PatchTable table = finish(*patchTableJob(trials.question(), task));

    Report report;
    report.facts = {{"word", wordJson(trials)},
        {"measure", table.rival ? "logit_difference" : "log_probability"}, {"value", table.value},
        {"other_value", table.other_value}};
    if (table.rival)
        report.facts.push_back({"rival", tokenText(*table.rival)});
    char numbers[64];
    std::snprintf(numbers, sizeof numbers, ": %.4f here, %.4f there", table.value, table.other_value);
    report.headline =
        (table.rival ? "logit of " + wordText(trials) + " minus that of “" + tokenText(*table.rival) + "”"
                     : "ln p of " + wordText(trials))
        + numbers + "; the share of that way that one vector from there brings";
    report.name = "tokens";
    report.columns = {"token", "text", "with"};
    report.columns.insert(report.columns.end(), table.tensors.begin(), table.tensors.end());
    report.rows = rowsOf(table);
    print(report, arguments);
    return 0;
}

} // namespace glassformer::cli
