#pragma once

#include "core/model/head_name.h"
#include "core/trace/record/tensor_slice.h"

#include <span>

namespace glassformer {

/** A map of attention weights, and the tokens between which they lie. Valid as long as the run is. */
struct AttentionMap
{
    MatrixSlice weights; ///< [Q, K], rows sum to 1
    std::span<const Token> queries, keys; ///< as many as rows and columns
    bool is_self = true; ///< queries and keys are the same tokens
    bool is_causal = false; ///< query i looks at keys 0..i only

    bool isEmpty() const { return weights.isEmpty(); }
    /** How many keys a row may look at, which are the first ones. */
    int keysInSight(int row) const
    {
        return is_causal && row + 1 < weights.columns ? row + 1 : weights.columns;
    }
    /** Whether a row can choose: what may look at one token only puts all its weight there, whatever the head does. */
    bool chooses(int row) const;
};

/** The map of a head; empty if the run does not have it. */
AttentionMap mapOf(const Trace& trace, const HeadName& head);

/** A map of the run's tokens at a place of attention; empty if it has not a row and a column for each of them. */
AttentionMap mapWith(const Trace& trace, AttentionSite site, MatrixSlice weights);

/** Whether all that a token says is punctuation: "." and "?!", but not "</s>" or "a.". */
bool isPunctuation(const Token& token);

} // namespace glassformer
