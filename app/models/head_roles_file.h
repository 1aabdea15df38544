#pragma once

#include "core/file/bytes/files.h"
#include "core/learn/evaluation/head_roles.h"

namespace glassformer {

/**
 * What was measured of a bundled model's heads: its roles.json, which is what `glassformer-cli roles --json` says.
 * Nothing if there is none. @throws Error naming file and field: a head that the model lacks, a share outside 0 ... 1
 */
MeasuredRoles readMeasuredRoles(const Files& files, const ModelConfig& config);

} // namespace glassformer
