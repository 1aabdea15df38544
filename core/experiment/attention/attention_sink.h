#pragma once

#include "core/experiment/attention/attention_map.h"

#include <optional>
#include <span>
#include <vector>

namespace glassformer {

/** A token on which weight rests though it says nothing of the text: the first one, a special one, punctuation. */
struct SinkToken
{
    int key = 0;
    double share = 0; ///< of all weight that could rest there, 0 .. 1
};

/**
 * An attention sink: heads that find nothing to look at put their weight where it does no harm (Clark et al. 2019,
 * section 3.2, of "[SEP]"; Xiao et al. 2024, "Efficient Streaming Language Models with Attention Sinks", of the first
 * token).
 */
struct AttentionSink
{
    std::vector<SinkToken> tokens; ///< heaviest first
    double share = 0; ///< of all weight, on all of them

    std::vector<int> keys() const;
};

/** From so much of all weight on we speak of a sink: more rests there than on all that has meaning. */
inline constexpr double sink_threshold = 0.5;

/** Means over all rows that can choose. Nothing if less than `threshold` rests on such tokens. */
std::optional<AttentionSink> sinkOf(const AttentionMap& map, double threshold = sink_threshold);

/**
 * The map as if the keys were not there: their weights are 0 and each row is made to sum to what it did. A row that has
 * no weight elsewhere becomes zeros.
 */
MatrixSlice withoutKeys(const MatrixSlice& weights, std::span<const int> keys);

} // namespace glassformer
