#pragma once

#include "core/job.h"
#include "core/trace/model.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace glassformer {

/** One word that a layer would say. */
struct LensWord
{
    int id = 0;
    double probability = 0;
};

/** What the model would say at one place if the layers above did not exist. */
struct LensCell
{
    std::vector<LensWord> likeliest; ///< best first
    LensWord asked; ///< the word that was asked about, or the one that is written from this row
    int rank = 0; ///< of that word: 0 for the likeliest
};

/**
 * The last norm and the output matrix applied to the stream at every height, in the stack that makes words ("logit lens",
 * nostalgebraist 2020). The last row is what the run says. The output matrix was trained to read the last layer only, so
 * lower layers may know more than it can read.
 */
struct LogitLens
{
    std::vector<std::string> tensors; ///< from what enters the stack up to the last layer's output
    std::vector<std::vector<LensCell>>
        cells; ///< [tensors][rows of the output]; as many as are known, from below
    bool applies_norm = false; ///< whether the model norms behind the last layer
};

struct LensTask
{
    std::shared_ptr<const Model> model;
    std::shared_ptr<const Trace> trace; ///< by the model
    int likeliest = 3; ///< words of each cell
    std::optional<int> asked{}; ///< id; nothing: the word written from each row
};

/** Publishes one layer after the other. @throws Error for a run without words */
std::unique_ptr<JobOf<LogitLens>> logitLensJob(LensTask task);

} // namespace glassformer
