#pragma once

#include "core/model/head_name.h"
#include "core/trace/look/attention_look.h"
#include "core/trace/look/selection.h"
#include "core/trace/record/tensor_slice.h"

#include <span>
#include <vector>

namespace glassformer {

/**
 * The map [Q, K] that is shown for a head; an aggregate may need its layer only, or not even that. Empty if the run does
 * not have it, if rows and columns are not the same tokens in a rollout, and for all layers of a run that keeps none.
 */
MatrixSlice aggregateOf(const Trace& trace, const HeadName& head, MapAggregate aggregate);

/** Whether aggregateOf() has anything to give, without making it. */
bool hasAggregate(const Trace& trace, AttentionSite site, MapAggregate aggregate);

/** The wanted one where the run has it, else one head. */
MapAggregate shownAggregate(const Trace& trace, AttentionSite site, MapAggregate wanted);

/** Whether what the selection looks at is one head's: neither a whole layer nor a map that is made of several heads. */
bool showsOneHead(const Trace& trace, const Selection& selection);

/** Looks at that head: a map that is made of several gives way to its own. */
Selection withHead(Selection selection, const Trace& trace, int head);

/** The values [K, d_head] that a head reads, which groups of heads may share; empty if the run does not have them. */
MatrixSlice valuesOf(const Trace& trace, const HeadName& head);

// What it is made with. Maps are of one size; without any the result is empty.

MatrixSlice meanOf(std::span<const MatrixSlice> maps);
MatrixSlice largestOf(std::span<const MatrixSlice> maps);

/**
 * Abnar and Zuidema 2020, "Quantifying Attention Flow in Transformers": how much of each input token arrives at each
 * token of the last layer, if a layer passes on `residual` of what came in and the rest of what it attends to:
 * A_L ... A_2 · A_1 with A = residual · I + (1 - residual) · W.
 *
 * \param layers  [n, n] each, from the first one on; of several heads the mean
 */
MatrixSlice rollout(std::span<const MatrixSlice> layers, double residual = 0.5);

/**
 * Every weight times the length of the value that it brings along, as shares of the row: large weight on a short value
 * moves little (Kobayashi et al. 2020, "Attention is Not Only a Weight"; they measure the value behind W_O, which takes
 * the model). A row that brings nothing stays zero.
 *
 * \param values  [K, d_head]
 */
MatrixSlice weightedByValues(const MatrixSlice& weights, const MatrixSlice& values);

/** The sum of several rows [K]: where a phrase looks. Rows that are not there are left out. */
std::vector<double> summedRows(const MatrixSlice& map, std::span<const int> rows);

} // namespace glassformer
