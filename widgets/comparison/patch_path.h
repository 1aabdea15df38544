#pragma once

#include "core/experiment/effect/patch_table.h"
#include "widgets/machine/machine_path.h"

namespace glassformer {

/** The strongest cell of each layer of the table. */
MachinePath patchPath(const PatchTable& table, PatchedRecord record, const ModelConfig& config);

} // namespace glassformer
