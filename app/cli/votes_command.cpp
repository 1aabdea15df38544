#include "app/cli/asked.h"
#include "app/cli/report.h"

#include "core/experiment/reading/word_votes.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace glassformer::cli {

/** Who voted for a word: its logit as a sum over embedding, heads, networks and biases. */
int votesCommand(const std::vector<std::string>& words)
{
    const Arguments arguments(words, wordOptions({"--rival"}), {"--json", "--csv"});
    const WordTrials trials(runAndWord(arguments));
    const WordQuestion& question = trials.question();
    WordVotes found = wordVotes(
        *question.model, *question.trace, question.asked, otherWord(arguments, "--rival", *question.model));
    std::stable_sort(found.votes.begin(), found.votes.end(),
        [](const Vote& one, const Vote& other) { return std::abs(one.logit) > std::abs(other.logit); });
    Report report;
    report.facts = {{"word", wordJson(trials)}, {"logit", found.logit}, {"sum", found.sum},
        {"holds_activation", found.holds_activation}};
    if (found.rival)
        report.facts.push_back({"rival", tokenText(*found.rival)});
    char numbers[96];
    std::snprintf(numbers, sizeof numbers, " is %.4f; the votes add up to %.4f", found.logit, found.sum);
    report.headline = "logit of " + wordText(trials)
        + (found.rival ? " minus that of “" + tokenText(*found.rival) + "”" : "") + numbers
        + (found.holds_activation ? " (norms and the transform's activation held)" : " (norms held)");
    report.name = "votes";
    report.columns = {"voter", "logit"};
    for (const Vote& vote : found.votes)
        report.rows.push_back({voterText(vote), vote.logit});
    print(report, arguments);
    return 0;
}

} // namespace glassformer::cli
