#pragma once

#include "core/job.h"
#include "core/trace/model.h"

#include <memory>

namespace glassformer {

/** Model::load() in pieces: a layer at a time. */
std::unique_ptr<JobOf<std::shared_ptr<const Model>>> loadJob(std::shared_ptr<const Files> files);

} // namespace glassformer
