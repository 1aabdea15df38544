#pragma once

#include "app/cli/report.h"

namespace glassformer::cli {

/** rank --bank: what every head does over many twins. @throws Error, UsageError */
Report bankReport(const Arguments& arguments);

} // namespace glassformer::cli
