#pragma once

#include "core/model/transformer.h"

#include <vector>

namespace glassformer {

/** The weights of a layer of the stack that attends there. The layer is one of the model's. */
const LayerWeights<float>& layerWeights(const Transformer<float>& model, AttentionSite site, int layer);

/** What makes one output of x·W + b: column `index` of W, however it is kept. */
std::vector<float> columnOf(const LinearWeights<float>& weights, int index);

/** Inputs and outputs of W. */
int inputsOf(const LinearWeights<float>& weights);
int outputsOf(const LinearWeights<float>& weights);

} // namespace glassformer
