#pragma once

#include "core/job.h"
#include "core/trace/model.h"

#include <array>
#include <memory>
#include <optional>
#include <vector>

namespace glassformer {

/** Tokens begin to end. */
struct TokenSpan
{
    int begin = 0, end = 0;
};

/** A sentence of which it is known what a head should look at, and which of two words the model should write. */
struct BankSentence
{
    RunRequest request; ///< with the words before the one that is asked about
    int row = 0; ///< of the output
    int word = 0, rival = 0; ///< ids: the right one and the twin's
    AttentionSite site = AttentionSite::Encoder; ///< whose heads can look
    int query = 0; ///< that looks
    TokenSpan right, wrong; ///< keys: what is meant, and what is not
};

/** Two sentences that differ in one word, and so in what is right. */
using BankTwin = std::array<BankSentence, 2>;

/** A share and where the true one lies with 95 % certainty, by Wilson's score interval (1927). */
struct ShareInterval
{
    double share = 0, low = 0, high = 1;
};
ShareInterval shareOf(int count, int n);

/** What one head did in one twin. */
struct HeadInTwin
{
    /** Weight on what is meant minus that on the rival, the smaller of both sentences; nothing: it can't look there. */
    std::optional<float> lead{};
    /** How far the logit of the right word moves away from the twin's without the head, on average over both sentences. */
    float moved = 0;
};

/** What one head does over a bank of twins. */
struct HeadEvidence
{
    HeadName head;
    bool is_removed = false; ///< training took it out for good
    /** Twins in which it looks more at what is meant than at the rival, in both sentences; nothing: it can't look there. */
    std::optional<int> looks{};
    int right_without = 0; ///< twins with both words right, the head switched off alone
    int lost = 0; ///< of the twins that the whole model has right, those that it then has not
    std::vector<HeadInTwin> in_twins{}; ///< one for each that is done

    /** HeadInTwin::moved on average; 0 if nothing is done. */
    double moved() const;
};

struct BankEvidence
{
    int twins = 0, of = 0; ///< done, of so many
    int right = 0; ///< twins in which the whole model finds the right word likelier than the rival, in both
    std::vector<HeadEvidence> heads;
    std::shared_ptr<const std::vector<BankTwin>> bank; ///< all of them, done or not
};

/**
 * The twins of the bank in which a head leads most, or where it can't look, is needed most: the largest first.
 * \param strongest  false: least, the smallest first
 */
std::vector<int> exampleTwins(const HeadEvidence& head, int count, bool strongest);

/** Publishes after every twin. @throws Error for a bank without twins, or a sentence that the model cannot take */
std::unique_ptr<JobOf<BankEvidence>> bankEvidenceJob(
    std::shared_ptr<const Model> model, std::vector<BankTwin> bank);

} // namespace glassformer
