#include "app/cli/asked.h"
#include "app/cli/report.h"

#include "core/error.h"
#include "core/experiment/reading/run_comparison.h"
#include "core/experiment/reading/token_alignment.h"

namespace glassformer::cli {
namespace {

/** A line for each number of a tensor: its places, first the head where there is one. */
Report numbersOf(const Tensor& tensor, const std::string& name)
{
    Report report;
    report.facts = {{"tensor", name}};
    report.headline = name + ", there minus here";
    report.name = "numbers";
    const bool has_heads = tensor.shape.size() == 3;
    report.columns = has_heads ? std::vector<std::string>{"head", "row", "column", "difference"}
                               : std::vector<std::string>{"row", "column", "difference"};
    const auto columns = tensor.shape.back();
    const auto rows = tensor.shape.size() > 1 ? tensor.shape[tensor.shape.size() - 2] : 1;
    for (std::size_t i = 0; i < tensor.values.size(); ++i) {
        const auto at = static_cast<std::int64_t>(i);
        std::vector<Json> line;
        if (has_heads)
            line.emplace_back(at / columns / rows);
        line.emplace_back(at / columns % rows);
        line.emplace_back(at % columns);
        line.emplace_back(tensor.values[i]);
        report.rows.push_back(std::move(line));
    }
    return report;
}

Report streamsOf(const StreamComparison& found, const Trace& one, const Trace& other, bool is_encoder)
{
    const auto& tokens = is_encoder ? one.source : one.target;
    const auto& others = is_encoder ? other.source : other.target;
    Report report;
    report.facts = {{"answer", one.answer}, {"other_answer", other.answer}};
    report.headline = one.answer + "\n" + other.answer
        + "\ndistance of each token's vectors, divided by their mean length, and where it first is one";
    report.name = "tokens";
    report.columns = {"token", "text", "with", "first"};
    report.columns.insert(report.columns.end(), found.tensors.begin(), found.tensors.end());
    for (std::size_t t = 0; t < tokens.size(); ++t) {
        const int place = found.counterparts[t];
        const auto first = found.firstDifference(static_cast<int>(t));
        std::vector<Json> line;
        line.emplace_back(t);
        line.emplace_back(tokenText(tokens[t]));
        line.emplace_back(nullptr);
        if (place != no_counterpart)
            line.back() = tokenText(others[static_cast<std::size_t>(place)]);
        line.emplace_back(nullptr);
        if (first)
            line.back() = found.tensors[static_cast<std::size_t>(*first)];
        for (const auto& cells : found.cells) {
            line.emplace_back(nullptr);
            if (cells[t])
                line.back() = cells[t]->relative;
        }
        report.rows.push_back(std::move(line));
    }
    return report;
}

} // namespace

/** Two sentences side by side: where their vectors first differ and how much, or the difference of one tensor. */
int compareCommand(const std::vector<std::string>& words)
{
    const Arguments arguments(
        words, runOptions({"--with", "--stack", "--tensor"}), {"--json", "--csv", "--align"});
    Asked asked = modelAndView(arguments);
    if (!asked.model.transformer.config.hasEncoder())
        asked.view.request.decoding.max_new_tokens = 1; // what either goes on with has no counterpart
    const Trace one = run(asked.model, asked.view.request);
    RunRequest request = asked.view.request;
    request.text = secondText(arguments);
    const Trace other = run(asked.model, request);
    if (arguments.has("--tensor")) {
        const std::string name = arguments.required("--tensor");
        print(numbersOf(tensorDifference(one, other, name), name), arguments);
        return 0;
    }
    const std::string stack = arguments.value("--stack", one.config.hasEncoder() ? "encoder" : "decoder");
    if (stack != "encoder" && stack != "decoder")
        throw UsageError("--stack takes encoder or decoder, not \"" + stack + "\"");
    const bool is_encoder = stack == "encoder";
    const StreamComparison found = compareStreams(one, other,
        is_encoder ? AttentionSite::Encoder : AttentionSite::DecoderSelf, arguments.has("--align"));
    print(streamsOf(found, one, other, is_encoder), arguments);
    return 0;
}

} // namespace glassformer::cli
