#pragma once

#include "core/model/changes/change.h"
#include "core/model/config/config.h"

namespace glassformer {

/** @throws Error if no model could carry this out: a record without heads whose head is named, a cut outside a mask. */
void requireSense(const Change& change);

/**
 * The same, and if this model could not: a layer, head, dimension or record that it lacks, a row of another width.
 * Rows are not looked at: a text may be shorter, and a decoder's may be written yet.
 */
void requireFits(const Change& change, const ModelConfig& config);

/** Numbers in one row of the record (of one head, where it has heads); 0 for maps, whose rows are as long as the text. */
int rowWidth(const RecordPlace& place, const std::string& tensor, const ModelConfig& config);

} // namespace glassformer
