#pragma once

#include "core/model/head_name.h"
#include "core/model/transformer.h"

#include <vector>

namespace glassformer {

/** Whether training took the head out for good: it attends, but what it mixes goes nowhere. */
bool isRemoved(const Transformer<float>& model, const HeadName& head);

/** Those of a layer, counted from 0. */
std::vector<int> removedHeads(const Transformer<float>& model, AttentionSite site, int layer);

} // namespace glassformer
