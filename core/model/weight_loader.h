#pragma once

#include "core/file/weight_source.h"
#include "core/model/families/family.h"
#include "core/model/weights.h"

#include <string>
#include <vector>

namespace glassformer {

/** Weights ready to compute with, and what the files hold besides. */
struct LoadedWeights
{
    TransformerWeights<float> weights; ///< large matrices are packed
    std::vector<std::string> unread; ///< names of tensors that this model has no use for
};

/**
 * Reads every weight that the configuration asks for, converts it to float32 once and packs large matrices as it reads
 * them, so that the model is never in memory twice. Values are taken as they are, NaN included.
 *
 * \param family  whose names the files use; null: our own
 * \throws Error naming a tensor that is missing or misshapen, or (in files of our own) one that is unknown; Cancelled
 */
LoadedWeights loadWeights(const ModelConfig& config, const Family* family, const WeightSource& source);

} // namespace glassformer
