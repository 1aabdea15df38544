#pragma once

#include "core/cancel.h"
#include "core/learn/corpus/corpus.h"
#include "core/learn/corpus/encoded_corpus.h"
#include "core/trace/model.h"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace glassformer {

/** Right pronouns in a set of twins, written greedily. */
struct TwinScore
{
    double single = 0; ///< share of sentences
    double both = 0; ///< share of twins with both right
    int n = 0; ///< twins
};

/** What one encoder head does with "it", and what happens without it. */
struct HeadScore
{
    HeadName name;
    double from_it_single = 0; ///< share of sentences in which "it" looks more at its noun than at the rival
    double from_it_both = 0; ///< share of twins in which that holds for both
    double weight_right = 0; ///< mean attention from "it" to its noun
    double weight_wrong = 0; ///< mean attention from "it" to the rival
    double pair_both_without = 0; ///< noun-first twins with both right, this head switched off
    double clause_first_both_without = 0; ///< the same in clause-first twins
    bool is_removed = false; ///< training took it out: it attends, but to no effect
};

/** What an intervention on several heads or on connections does to the pronoun. */
struct InterventionScore
{
    std::string name;
    double pair_both = 0;
    double clause_first_both = 0;
};

struct Evaluation
{
    TwinScore pair, frame, role, clause_first; ///< il or elle for "it", from English
    TwinScore pair_of_chinese; ///< the pairs again, il or elle for 它
    TwinScore person; ///< a man and a woman: il or elle for "he" or "she"
    TwinScore person_of_chinese; ///< the same: he or she for 他 or 她
    std::map<std::string, double>
        exact; ///< "en-fr" to the share of sentences whose answer is one of the right ones
    std::vector<HeadScore> heads; ///< encoder, then decoder self, then cross-attention
    std::vector<InterventionScore> interventions;
};

struct EvaluationOptions
{
    int twins = 300; ///< of each set
    int sentences = 300; ///< of each direction
    std::uint32_t seed = 20260101;
};

/** Puts a translator through the held-out twins and fresh sentences of the generated world. */
Evaluation evaluate(const Model& model, const Corpus& corpus, const EvaluationOptions& options,
    const CancelFlag& cancel = {});

} // namespace glassformer
