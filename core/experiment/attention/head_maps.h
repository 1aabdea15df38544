#pragma once

#include "core/job.h"
#include "core/model/head_name.h"
#include "core/trace/model.h"

#include <memory>
#include <vector>

namespace glassformer {

/** Where one head looks in one of several sentences. */
struct HeadMap
{
    RunRequest request;
    int queries = 0, keys = 0; ///< tokens
    int rows = 0, columns = 0; ///< of the weights: fewer where the run has kept them small
    std::vector<float> weights; ///< [rows, columns]
};

/** Runs every sentence and keeps the head's weights. Publishes after each. @throws Error for one that the model cannot take */
std::unique_ptr<JobOf<std::vector<HeadMap>>> headMapsJob(
    std::shared_ptr<const Model> model, std::vector<RunRequest> requests, HeadName head);

} // namespace glassformer
