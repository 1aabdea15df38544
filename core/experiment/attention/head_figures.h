#pragma once

#include "core/experiment/attention/head_likeness.h"
#include "core/experiment/attention/head_pattern.h"

#include <memory>
#include <optional>
#include <vector>

namespace glassformer {

/** One number for every head of a place of attention, by which they can be told apart at a glance. */
struct HeadFigures
{
    AttentionSite site = AttentionSite::Encoder;
    HeadTrait trait = HeadTrait::Itself;
    std::optional<HeadName> from{}; ///< of likeness: to which head
    int heads = 0; ///< in a layer
    std::vector<std::optional<double>> values{}; ///< [layers · heads]

    /** What a full bar stands for: 1 for shares and likeness, else the largest number; 1 if there is none. */
    double limit() const;
    const std::optional<double>& of(int layer, int head) const
    {
        return values[static_cast<std::size_t>(layer * heads + head)];
    }
    /** The `count` heads with the largest numbers, largest first; of likeness without the head itself. */
    std::vector<HeadName> largest(int count) const;
};

HeadFigures figuresOf(const HeadPatterns& patterns, HeadTrait trait);
HeadFigures figuresOf(const HeadDistances& distances);

} // namespace glassformer
