#pragma once

#include "core/model/head_name.h"
#include "core/trace/trace.h"

#include <vector>

namespace glassformer {

/** Attention weights of one layer, averaged over its heads: [Q, K], row-major; empty if the run has none. */
std::vector<float> averageWeights(const Trace& trace, AttentionSite site, int layer);

/** For every token the share of feed-forward units that answer (are above zero), 0 .. 1. */
std::vector<double> activeShares(const Trace& trace, AttentionSite site, int layer);

} // namespace glassformer
