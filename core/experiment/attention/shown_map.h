#pragma once

#include "core/experiment/attention/attention_sink.h"
#include "core/trace/look/attention_look.h"

#include <memory>
#include <optional>

namespace glassformer {

/**
 * What a selection shows of a place of attention: the aggregate, without its sink where that is to be hidden and there is
 * one; see sinkOf().
 */
struct ShownMap
{
    AttentionMap map;
    MapAggregate aggregate = MapAggregate::OneHead;
    std::optional<AttentionSink> sink; ///< of the map as it was
    bool is_rescaled = false; ///< the sink's tokens were left out, and rows scaled to what they were
};

ShownMap shownMap(const Trace& trace, const HeadName& head, const AttentionLook& look);

/** Remembers the map that was asked for last, for those who ask again when something else has changed. */
class LastShownMap
{
public:
    const ShownMap& of(
        const std::shared_ptr<const Trace>& trace, const HeadName& head, const AttentionLook& look);

private:
    std::weak_ptr<const Trace> m_trace; ///< the map refers to it, and keeps no run in memory
    HeadName m_head;
    AttentionLook m_look;
    ShownMap m_shown;
};

} // namespace glassformer
