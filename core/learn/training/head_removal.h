#pragma once

#include "core/cancel.h"
#include "core/learn/corpus/encoded_corpus.h"
#include "core/model/head_name.h"
#include "core/model/transformer.h"

#include <vector>

namespace glassformer {

/** What a model is judged by while heads are taken away. */
struct RemovalData
{
    std::vector<EncodedSentence> sentences; ///< fresh ones, judged in every direction of `directions`
    std::vector<Direction> directions;
    std::vector<std::vector<EncodedSentence>>
        twins; ///< sets of English-French twins, one sentence after the other
};

/** Takes a head out for good: its rows of W_O become zero. */
void removeHead(Transformer<float>& model, const HeadName& head);
/** The heads whose rows of W_O are zero. */
std::vector<HeadName> removedHeads(const Transformer<float>& model);

struct RemovalResult
{
    std::vector<HeadName> removed; ///< in the order in which they went
    double loss_before = 0, loss_after = 0; ///< mean -log p of a target token
};

/**
 * Removes every head that the model does without, the least needed first (Michel, Levy & Neubig 2019, "Are Sixteen
 * Heads Really Better than One?"): its rows of W_O become zero. A head goes if, with those that went before it, the
 * mean loss rises by no more than `tolerance` and at least 99 in 100 of every set of twins stay right in both
 * sentences. @throws Cancelled, with the model as it was.
 */
RemovalResult removeIdleHeads(Transformer<float>& model, const SpecialTokens& special,
    const RemovalData& data, double tolerance, const CancelFlag& cancel = {});

} // namespace glassformer
