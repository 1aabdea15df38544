#pragma once

#include "core/learn/trainer.h"

#include <filesystem>

namespace glassformer {

/**
 * Saves a training run in a folder such that loading it and going on gives exactly the weights that an uninterrupted
 * run would have given: model (config.json, model.safetensors, tokenizer.json: a folder that can be opened as it
 * is) and training.safetensors with the optimiser's memory, the gates and the counters.
 */
void saveCheckpoint(const std::filesystem::path& folder, const TrainingState& state, const Recipe& recipe,
    const Tokenizer& tokenizer);

/** Whether a folder holds a checkpoint. */
bool hasCheckpoint(const std::filesystem::path& folder);

/** @throws Error if the folder holds no checkpoint of this recipe, or a damaged one. */
TrainingState loadCheckpoint(
    const std::filesystem::path& folder, const Recipe& recipe, const Tokenizer& tokenizer);

/** Only the three files that are needed to open the model. */
void saveModel(
    const std::filesystem::path& folder, const Transformer<float>& model, const Tokenizer& tokenizer);

} // namespace glassformer
