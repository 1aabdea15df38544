#pragma once

#include "core/experiment/attention/shown_map.h"
#include "core/model/head_name.h"

#include <optional>
#include <vector>

namespace glassformer {

/** One head's weight in a cell. */
struct HeadShare
{
    HeadName head;
    double weight = 0;
};

/** What reaches a token through another one of the layer: its weight there times what had arrived at that one. */
struct RolloutPart
{
    int token = 0;
    double weight = 0;
    double arrived = 0;
};

/** How a cell of a map that is no head's own came about, from the run's weights and values. */
struct AggregateExplanation
{
    MapAggregate aggregate = MapAggregate::OneHead;
    std::vector<HeadShare> heads{}; ///< of means and largest weights, heaviest first
    double sum = 0; ///< of all of them
    double weight = 0, length = 0; ///< of ValueLengths: both factors of this cell
    double row_total = 0; ///< the sum of all products of the row
    double passed_by = 0; ///< of a rollout: half of what had arrived here from the key before
    std::vector<RolloutPart>
        parts{}; ///< the other half, heaviest first; those that bring nothing are left out
    double made = 0; ///< the cell, computed from these
    double hidden = 0; ///< share of the row on the sink's tokens, which are left out; 0: none are
    bool is_hidden = false; ///< the key is one of these
    double result = 0; ///< what the map shows
    double largest_error = 0;
};

/** Nothing if there is no such cell, or if it is simply that of the head; see explainAttention(). */
std::optional<AggregateExplanation> explainAggregate(
    const Trace& trace, const HeadName& head, const AttentionLook& look, int query, int key);

} // namespace glassformer
