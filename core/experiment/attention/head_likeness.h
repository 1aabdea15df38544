#pragma once

#include "core/job.h"
#include "core/model/head_name.h"
#include "core/trace/record/tensor_slice.h"

#include <memory>
#include <optional>
#include <vector>

namespace glassformer {

/**
 * How differently two heads look at the same text: the root of the mean over all rows of the Jensen-Shannon divergence
 * (in bits) of both rows. 0: the same map; 1: no row gives weight to a token that the other's gives weight to. The root
 * of the divergence is a metric (Endres & Schindelin 2003); Clark et al. 2019, section 6, sum the divergence over rows.
 * Nothing for maps of different sizes or without rows.
 */
std::optional<double> headDistance(const MatrixSlice& one, const MatrixSlice& other);

/** How far every head of the place is from one of them; [layers · heads], nothing where the run has no map. */
struct HeadDistances
{
    HeadName from;
    int heads = 0; ///< in a layer
    std::vector<std::optional<double>> distances;
};

/** A layer in each piece, and nothing published before the last. */
std::unique_ptr<JobOf<HeadDistances>> headDistancesJob(std::shared_ptr<const Trace> trace, HeadName from);

} // namespace glassformer
