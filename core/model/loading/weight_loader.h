#pragma once

#include "core/file/weights/weight_source.h"
#include "core/model/families/family.h"
#include "core/model/weights.h"

#include <memory>
#include <string>
#include <vector>

namespace glassformer {

/** Weights ready to compute with, and what the files hold besides. */
struct LoadedWeights
{
    TransformerWeights<float> weights; ///< large matrices are packed, in the type of the files
    std::vector<std::string> unread; ///< names of tensors that this model has no use for
    std::vector<std::string> not_finite; ///< names of tensors that hold NaN or infinite values
};

/**
 * Reads weights in pieces: a layer, or some rows of a large table. loadWeights() is all pieces at once. What the parameters
 * refer to must live as long.
 */
class WeightLoading
{
public:
    WeightLoading(const ModelConfig& config, const Family* family, const WeightSource& source,
        const std::vector<std::string>& sizes_left_out);
    ~WeightLoading();

    /** The next piece. Whether anything is left. @throws as loadWeights() */
    bool advance();
    /** @throws Error for a tensor that files of our own should not have */
    LoadedWeights take();

private:
    class Work;
    std::unique_ptr<Work> m_work;
};

/**
 * Reads every weight that the configuration asks for. Large matrices are packed as they are read, in the type of the
 * files, so that the model is never in memory twice; all else becomes float32. Values are taken as they are, NaN included. A tied table is found
 * under every name that it may have: those of the embedding, that of the output, and those that the metadata of
 * safetensors' save_model() gives for what it left out.
 *
 * \param family  whose names the files use; null: our own
 * \param sizes_left_out  sizes that config.json leaves to defaults, to be named where the files have others
 * \throws Error naming a tensor that is missing or misshapen, or (in files of our own) one that is unknown; Cancelled
 */
LoadedWeights loadWeights(const ModelConfig& config, const Family* family, const WeightSource& source,
    const std::vector<std::string>& sizes_left_out = {});

} // namespace glassformer
