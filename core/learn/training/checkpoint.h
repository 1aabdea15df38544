#pragma once

#include "core/file/bytes/files.h"
#include "core/learn/training/trainer.h"

namespace glassformer {

/**
 * Saves a training run such that loading it and going on gives exactly the weights that an uninterrupted
 * run would have given: model (config.json, model.safetensors, tokenizer.json: which can be opened as they
 * are) and training.safetensors with the optimiser's memory, the gates and the counters.
 */
void saveCheckpoint(
    FileStore& store, const TrainingState& state, const Recipe& recipe, const Tokenizer& tokenizer);

/** Whether there is a checkpoint. */
bool hasCheckpoint(const Files& files);

/** @throws Error if there is no checkpoint of this recipe, or a damaged one. */
TrainingState loadCheckpoint(const Files& files, const Recipe& recipe, const Tokenizer& tokenizer);

/**
 * The state in which a model that saveModel() wrote begins to learn by another recipe.
 * \throws Error if it isn't the model of the recipe, up to its name and the size of the vocabulary
 */
TrainingState stateOfModel(const Files& model, const Recipe& recipe);

/** Only the three files that are needed to open the model, its weights as F32 or F16. */
void saveModel(FileStore& store, const Transformer<float>& model, const Tokenizer& tokenizer,
    TensorType stored = TensorType::F32);

} // namespace glassformer
