#pragma once

#include "app/cli/report.h"

namespace glassformer::cli {

/** rank --bank: what every head does over many twins, or over the sentences of --file. @throws Error, UsageError */
Report bankReport(const Arguments& arguments);

} // namespace glassformer::cli
