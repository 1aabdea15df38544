#include "core/experiment/attention/shown_map.h"

#include "core/experiment/attention/attention_aggregate.h"

namespace glassformer {

ShownMap shownMap(const Trace& trace, const HeadName& head, const AttentionLook& look)
{
    ShownMap shown;
    shown.aggregate = shownAggregate(trace, head.site, look.aggregate);
    shown.map = mapWith(trace, head.site, aggregateOf(trace, head, shown.aggregate));
    shown.sink = sinkOf(shown.map);
    shown.is_rescaled = shown.sink && look.hides_sink;
    if (shown.is_rescaled)
        shown.map.weights = withoutKeys(shown.map.weights, shown.sink->keys());
    return shown;
}

const ShownMap& LastShownMap::of(
    const std::shared_ptr<const Trace>& trace, const HeadName& head, const AttentionLook& look)
{
    const bool is_same = m_trace.lock() == trace && m_head == head && m_look.aggregate == look.aggregate
        && m_look.hides_sink == look.hides_sink;
    if (!is_same) {
        m_shown = shownMap(*trace, head, look);
        m_trace = trace;
        m_head = head;
        m_look = look;
    }
    return m_shown;
}

} // namespace glassformer
