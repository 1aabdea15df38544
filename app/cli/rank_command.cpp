#include "app/cli/asked.h"
#include "app/cli/bank_report.h"
#include "app/cli/report.h"

#include "core/experiment/effect/part_ranking.h"
#include "core/model/changes/change_text.h"

#include <cmath>

namespace glassformer::cli {
namespace {

const char* kindText(const PartEffect& effect)
{
    if (effect.parts.size() > 1)
        return "group";
    switch (effect.parts.front().kind) {
    case PartKind::Head:
        return "head";
    case PartKind::Attention:
        return "attention";
    case PartKind::FeedForward:
        return "feed_forward";
    case PartKind::Layer:
        return "layer";
    case PartKind::Edge:
        return "edge";
    }
    return "";
}

/** The two tokens of an edge; of other parts nothing. */
std::string edgeText(const ModelPart& part, const Trace& trace)
{
    if (part.kind != PartKind::Edge)
        return {};
    const bool is_of_decoder = part.site != AttentionSite::Encoder;
    const auto& queries = is_of_decoder ? trace.target : trace.source;
    const auto& keys = part.site == AttentionSite::DecoderSelf ? trace.target : trace.source;
    return tokenText(queries[static_cast<std::size_t>(part.query)]) + " > "
        + tokenText(keys[static_cast<std::size_t>(part.key)]);
}

std::vector<Json> rowOf(const PartEffect& found, const WordTrials& trials, Ablation ablation)
{
    std::string names, changes;
    for (const ModelPart& part : found.parts) {
        names += (names.empty() ? "" : " + ") + partText(part);
        changes += (changes.empty() ? "" : "; ") + changeText(partOff(part, ablation));
    }
    const WordEffect& effect = found.effect;
    return {kindText(found), names, edgeText(found.parts.front(), trials.trace()), effect.moved(),
        std::exp(effect.after), effect.changesWord(),
        tokenText(trials.question().model->tokenizer.token(effect.likeliest_after)), changes};
}

RankingTask taskOf(const Arguments& arguments, const WordTrials& trials)
{
    const ModelConfig& config = trials.config();
    RankingTask task;
    task.ablation = arguments.has("--mean") ? Ablation::Mean : Ablation::Zero;
    task.group_size = static_cast<int>(arguments.whole("--group", 0, 64, 0));
    task.parts = headsOf(config);
    for (const auto& more : {attentionsOf(config), feedForwardsOf(config), wholeLayersOf(config)})
        task.parts.insert(task.parts.end(), more.begin(), more.end());
    if (arguments.has("--edges")) {
        const auto edges =
            edgesOf(config, static_cast<int>(trials.trace().source.size()), trials.question().asked.position);
        task.parts.insert(task.parts.end(), edges.begin(), edges.end());
    }
    return task;
}

} // namespace

/** What one word of a run needs: every head, block, layer and edge taken out, by how much that moves the word. */
int rankCommand(const std::vector<std::string>& words)
{
    const Arguments arguments(words, wordOptions({"--group", "--twins", "--lexicons"}),
        {"--json", "--csv", "--mean", "--edges", "--bank", "--clause-first"});
    if (arguments.has("--bank")) {
        if (!arguments.has("--file") && arguments.textIfGiven())
            throw UsageError("--bank has its own sentences, or those of --file, and takes no other text");
        print(bankReport(arguments), arguments);
        return 0;
    }
    const WordTrials trials(runAndWord(arguments));
    const auto job = partRankingJob(trials.question(), taskOf(arguments, trials));
    const PartRanking ranking = finish(*job);
    const char* const ablation = ranking.ablation == Ablation::Mean ? "mean" : "zero";
    Report report;
    report.facts = {{"word", wordJson(trials)}, {"ablation", ablation}};
    report.headline = wordText(trials) + ", each part taken out (" + ablation
        + " ablation): how much ln p moves, p after it, whether another word becomes the likeliest";
    report.name = "parts";
    report.columns = {"kind", "part", "edge", "moved", "probability", "changes_word", "likeliest", "change"};
    for (const std::vector<PartEffect>* const effects : {&ranking.single, &ranking.groups})
        for (const PartEffect& effect : *effects)
            report.rows.push_back(rowOf(effect, trials, ranking.ablation));
    print(report, arguments);
    return 0;
}

} // namespace glassformer::cli
