#pragma once

#include "core/experiment/attention/attention_map.h"
#include "core/job.h"
#include "core/trace/look/attention_look.h"

#include <array>
#include <memory>
#include <optional>
#include <vector>

namespace glassformer {

/** A number for every trait, in the order of all_head_traits; nothing where it has no meaning in this text. */
using HeadPattern = std::array<std::optional<double>, all_head_traits.size()>;

/** Nothing where no row has such a token in sight, or for places in two different texts. */
std::optional<double> traitOf(const AttentionMap& map, HeadTrait trait);
HeadPattern patternOf(const AttentionMap& map);

inline const std::optional<double>& traitIn(const HeadPattern& pattern, HeadTrait trait)
{
    return pattern[static_cast<std::size_t>(trait)];
}

/** Of every head where the run attends there, layer by layer; those that the run has not recorded have no numbers. */
struct HeadPatterns
{
    AttentionSite site = AttentionSite::Encoder;
    int heads = 0; ///< in a layer
    std::vector<HeadPattern> patterns; ///< [layers · heads]
};

/** A layer in each piece, and nothing published before the last. */
std::unique_ptr<JobOf<HeadPatterns>> headPatternsJob(std::shared_ptr<const Trace> trace, AttentionSite site);

} // namespace glassformer
