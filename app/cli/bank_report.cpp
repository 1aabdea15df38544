#include "app/cli/bank_report.h"

#include "app/cli/asked.h"
#include "app/cli/learned_world.h"
#include "core/experiment/effect/bank_evidence.h"
#include "core/experiment/effect/sentence_evidence.h"
#include "core/learn/corpus/pronoun_bank.h"
#include "core/trace/run/target_language.h"

namespace glassformer::cli {
namespace {

void addShare(std::vector<Json>& row, const std::optional<int>& count, int n)
{
    const ShareInterval share = shareOf(count.value_or(0), n);
    for (const double number : {share.share, share.low, share.high})
        if (count && n > 0)
            row.emplace_back(number);
        else
            row.emplace_back(nullptr);
}

/** Over the sentences of a file, of which only what they do to the word is known. */
Report sentencesReport(const Arguments& arguments)
{
    const auto model = std::make_shared<const Model>(
        Model::load(modelFolderNamed(arguments.value("--model", "translator"))));
    RunRequest request;
    request.target_language = targetLanguageFor(*model, arguments.value("--to", ""));
    request.source_language = arguments.value("--from", "");
    if (!model->transformer.config.hasEncoder())
        request.decoding.max_new_tokens = 1;
    std::vector<RunRequest> requests;
    for (std::string& text : sentencesIn(arguments.text(), arguments.required("--file"))) {
        request.text = std::move(text);
        requests.push_back(request);
    }
    const SentenceEvidence found = finish(*sentenceEvidenceJob(model, std::move(requests)));
    Report report;
    report.facts = {{"sentences", found.sentences}};
    report.headline = std::to_string(found.sentences)
        + " sentences\nmoved: how far ln p of the word that is asked about moves when the head alone is off, "
          "on average\n"
          "changes: share of sentences in which another word becomes the likeliest, with its 95 % interval";
    report.name = "heads";
    report.columns = {"head", "moved", "changes", "changes_low", "changes_high", "removed"};
    for (const HeadOverSentences& head : found.heads) {
        std::vector<Json> row;
        row.emplace_back(headText(head.head));
        row.emplace_back(head.moved);
        addShare(row, head.changed, found.sentences);
        row.emplace_back(head.is_removed);
        report.rows.push_back(std::move(row));
    }
    return report;
}

Report twinsReport(const Arguments& arguments)
{
    const auto model = std::make_shared<const Model>(
        Model::load(modelFolderNamed(arguments.value("--model", "translator"))));
    const Corpus corpus = learnedWorld(arguments, *model);
    const auto twins = static_cast<std::size_t>(arguments.whole("--twins", 1, 100'000, 300));
    const auto seed = static_cast<std::uint32_t>(arguments.whole("--seed", 0, 0x7fffffff, 20260101));
    const BankEvidence found = finish(
        *bankEvidenceJob(model, pronounBank(*model, corpus, twins, seed, arguments.has("--clause-first"))));
    Report report;
    report.facts = {{"twins", found.twins}, {"right", found.right}};
    report.headline = std::to_string(found.twins) + " twins, " + std::to_string(found.right)
        + " with both pronouns right\nlooks: share of twins in which \"it\" looks more at its noun than at "
          "the "
          "rival, in both sentences\nloses: share of the right twins that are lost when the head alone is "
          "off; "
          "both with their 95 % interval\nmoved: how far the logit of the right pronoun moves against the "
          "other one without the head, on average";
    report.name = "heads";
    report.columns = {
        "head", "looks", "looks_low", "looks_high", "loses", "loses_low", "loses_high", "moved", "removed"};
    for (const HeadEvidence& head : found.heads) {
        std::vector<Json> row;
        row.emplace_back(headText(head.head));
        addShare(row, head.looks, found.twins);
        addShare(row, head.lost, found.right);
        row.emplace_back(head.moved());
        row.emplace_back(head.is_removed);
        report.rows.push_back(std::move(row));
    }
    return report;
}

} // namespace

Report bankReport(const Arguments& arguments)
{
    return arguments.has("--file") ? sentencesReport(arguments) : twinsReport(arguments);
}

} // namespace glassformer::cli
