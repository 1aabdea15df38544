#pragma once

#include "core/model/transformer.h"

#include <string>

namespace glassformer {

/** The shape of GPT-2 small ("gpt2"), BERT-base ("bert") or the base model of "Attention Is All You Need" ("base"). */
ModelConfig shapeOf(const std::string& name);

/** Random weights of a shape: what they are worth does not matter for time. */
Transformer<float> randomModel(const ModelConfig& config);

} // namespace glassformer
