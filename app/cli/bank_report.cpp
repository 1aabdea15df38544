#include "app/cli/bank_report.h"

#include "core/file/bytes/folder_files.h"
#include "core/learn/corpus/pronoun_bank.h"

namespace glassformer::cli {
namespace {

void addShare(std::vector<Json>& row, const std::optional<int>& count, int n)
{
    const ShareInterval share = shareOf(count.value_or(0), n);
    for (const double number : {share.share, share.low, share.high})
        row.push_back(count && n > 0 ? Json(number) : Json(nullptr));
}

} // namespace

Report bankReport(const Arguments& arguments)
{
    const auto model = std::make_shared<const Model>(
        Model::load(modelFolderNamed(arguments.value("--model", "translator"))));
    const Corpus corpus = Corpus::read(FolderFiles(resource(arguments.value("--lexicons", "corpus"))));
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
          "both with their 95 % interval";
    report.name = "heads";
    report.columns = {
        "head", "looks", "looks_low", "looks_high", "loses", "loses_low", "loses_high", "removed"};
    for (const HeadEvidence& head : found.heads) {
        std::vector<Json> row{headText(head.head)};
        addShare(row, head.looks, found.twins);
        addShare(row, head.lost, found.right);
        row.emplace_back(head.is_removed);
        report.rows.push_back(std::move(row));
    }
    return report;
}

} // namespace glassformer::cli
