#pragma once

#include "core/model/changes/change.h"
#include "core/model/config/config.h"

#include <limits>

namespace glassformer {

/**
 * What of a stack a change can make different: the rows from `row` on, in the layers from `layer` on. All else is as it
 * was without it. Layer L of a stack of L layers is what comes behind the last one. By default everything.
 */
struct Reach
{
    int layer = 0;
    int row = 0; ///< of the rows that the stack reads; an encoder's rows depend on each other: 0

    static constexpr int nowhere = std::numeric_limits<int>::max();
    bool isNowhere() const { return layer == nowhere; }

    bool operator==(const Reach&) const = default;
};

/** Of a change that fits the model. */
Reach reachInEncoder(const Change& change, const ModelConfig& config);
Reach reachInDecoder(const Change& change, const ModelConfig& config);

/** What either of two can make different. */
Reach firstOf(const Reach& one, const Reach& other);

/** The changes that only one of two lists has; all of both if what they share stands in another order. */
Changes differences(const Changes& one, const Changes& other);

} // namespace glassformer
