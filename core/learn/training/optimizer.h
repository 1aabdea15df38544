#pragma once

#include "core/model/weights.h"

#include <vector>

namespace glassformer {

/** Settings of Adam (Kingma & Ba 2015); the defaults are those of "Attention Is All You Need", section 5.3. */
struct AdamSettings
{
    double beta1 = 0.9;
    double beta2 = 0.98;
    double epsilon = 1e-9;
    double clip = 1.0; ///< gradients are scaled down to this norm if theirs is larger
};

/** The optimiser's memory: as many values as the weights have, in the order of weightSlots(). */
struct AdamState
{
    std::int64_t step = 0; ///< updates made since the moments were zero
    std::vector<float> first, second;
};

/** One array to be updated and its gradient. */
struct AdamSlot
{
    float* values;
    const float* gradient;
    std::int64_t size;
};

/** One update. Moments grow with zeros when there are more values than before (a layer was added). Returns the norm. */
double adamStep(
    const std::vector<AdamSlot>& slots, const AdamSettings& settings, double learning_rate, AdamState& state);

enum class Schedule
{
    Constant,
    Cosine
};

/** Linear warm-up over `warm_up` steps, then constant or a half cosine down to 0 at `steps`. step counts from 0. */
double learningRateAt(
    std::int64_t step, std::int64_t steps, std::int64_t warm_up, double peak, Schedule schedule);

} // namespace glassformer
