#pragma once

#include "core/file/bytes/files.h"
#include "core/job.h"
#include "core/trace/trace.h"

#include <memory>
#include <string>

namespace glassformer {

/** readTrace() in pieces: some tensors at a time. */
std::unique_ptr<JobOf<std::shared_ptr<const Trace>>> traceJob(
    std::shared_ptr<const Files> files, const std::string& name);

} // namespace glassformer
