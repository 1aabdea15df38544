#pragma once

#include "core/job.h"
#include "core/trace/model.h"

#include <memory>

namespace glassformer {

/**
 * runLean() in pieces of a layer: what the changes need of a run without them, the text up to its first word, the words
 * behind it. The numbers are the same. All parameters as for runLean().
 */
std::unique_ptr<JobOf<std::shared_ptr<const Trace>>> runJob(std::shared_ptr<const Model> model,
    RunRequest request, double most_bytes = most_bytes_kept, std::shared_ptr<const Trace> before = {});

} // namespace glassformer
