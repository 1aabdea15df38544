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

/** Only the three files that are needed to open the model, its weights as F32 or F16. */
void saveModel(FileStore& store, const Transformer<float>& model, const Tokenizer& tokenizer,
    TensorType stored = TensorType::F32);

} // namespace glassformer
