#include "core/experiment/explanation/aggregate_explanation.h"

#include "core/experiment/attention/attention_aggregate.h"
#include "core/model/tensor_name.h"
#include "core/trace/look/place.h"

#include <algorithm>
#include <cmath>

namespace glassformer {
namespace {

struct Cell
{
    int query = 0, key = 0;
};

double weightAt(const Trace& trace, const HeadName& head, Cell cell)
{
    return double(headOf(trace, attentionTensor(head.site, head.layer, AttentionPart::Weights), head.head)(
        cell.query, cell.key));
}

void addHeads(AggregateExplanation& e, const Trace& trace, const HeadName& head, Cell cell)
{
    const bool is_layer =
        e.aggregate == MapAggregate::MeanOfHeads || e.aggregate == MapAggregate::LargestOfHeads;
    const int first = is_layer ? head.layer : 0;
    const int end = is_layer ? head.layer + 1 : layersOf(trace.config, head.site);
    for (int layer = first; layer < end; ++layer)
        for (int index = 0; index < trace.config.n_heads; ++index) {
            const HeadName name{head.site, layer, index};
            e.heads.push_back({name, weightAt(trace, name, cell)});
            e.sum += e.heads.back().weight;
        }
    std::stable_sort(e.heads.begin(), e.heads.end(),
        [](const HeadShare& a, const HeadShare& b) { return a.weight > b.weight; });
    const bool is_mean =
        e.aggregate == MapAggregate::MeanOfHeads || e.aggregate == MapAggregate::MeanOfLayers;
    e.made = is_mean ? e.sum / double(e.heads.size()) : e.heads.front().weight;
}

double lengthOf(std::span<const float> values)
{
    double square = 0;
    for (const float value : values)
        square += double(value) * double(value);
    return std::sqrt(square);
}

void addLengths(AggregateExplanation& e, const Trace& trace, const HeadName& head, Cell cell)
{
    const MatrixSlice values = valuesOf(trace, head);
    const MatrixSlice weights =
        headOf(trace, attentionTensor(head.site, head.layer, AttentionPart::Weights), head.head);
    for (int key = 0; key < values.rows; ++key)
        e.row_total += double(weights(cell.query, key)) * lengthOf(values.row(key));
    e.weight = double(weights(cell.query, cell.key));
    e.length = lengthOf(values.row(cell.key));
    e.made = e.row_total > 0 ? e.weight * e.length / e.row_total : 0;
}

void addRollout(AggregateExplanation& e, const Trace& trace, const HeadName& head, Cell cell)
{
    const MatrixSlice mean = aggregateOf(trace, head, MapAggregate::MeanOfHeads);
    const MatrixSlice before = head.layer > 0
        ? aggregateOf(trace, {head.site, head.layer - 1, head.head}, MapAggregate::Rollout)
        : MatrixSlice{};
    const auto arrived = [&](int token) {
        return before.isEmpty() ? double(token == cell.key) : double(before(token, cell.key));
    };
    e.passed_by = arrived(cell.query) / 2;
    e.made = e.passed_by;
    for (int token = 0; token < mean.columns; ++token) {
        const RolloutPart part{token, double(mean(cell.query, token)), arrived(token)};
        e.made += part.weight * part.arrived / 2;
        if (part.weight * part.arrived > 0)
            e.parts.push_back(part);
    }
    std::stable_sort(e.parts.begin(), e.parts.end(), [](const RolloutPart& a, const RolloutPart& b) {
        return a.weight * a.arrived > b.weight * b.arrived;
    });
}

void addSource(AggregateExplanation& e, const Trace& trace, const HeadName& head, Cell cell)
{
    switch (e.aggregate) {
    case MapAggregate::OneHead:
        e.made = weightAt(trace, head, cell);
        return;
    case MapAggregate::ValueLengths:
        return addLengths(e, trace, head, cell);
    case MapAggregate::Rollout:
        return addRollout(e, trace, head, cell);
    default:
        return addHeads(e, trace, head, cell);
    }
}

} // namespace

std::optional<AggregateExplanation> explainAggregate(
    const Trace& trace, const HeadName& head, const AttentionLook& look, int query, int key)
{
    const ShownMap shown = shownMap(trace, head, look);
    const MatrixSlice& map = shown.map.weights;
    const bool is_heads_own = shown.aggregate == MapAggregate::OneHead && !shown.is_rescaled;
    if (is_heads_own || query < 0 || key < 0 || query >= map.rows || key >= map.columns)
        return std::nullopt;
    AggregateExplanation e;
    e.aggregate = shown.aggregate;
    addSource(e, trace, head, {query, key});
    e.result = double(map(query, key));
    double expected = e.made;
    if (shown.is_rescaled) {
        const MatrixSlice whole = aggregateOf(trace, head, shown.aggregate);
        double total = 0, hidden = 0;
        for (const float weight : whole.row(query))
            total += double(weight);
        for (const SinkToken& token : shown.sink->tokens) {
            hidden += double(whole(query, token.key));
            e.is_hidden = e.is_hidden || token.key == key;
        }
        e.hidden = total > 0 ? hidden / total : 0;
        expected = e.is_hidden || e.hidden >= 1 ? 0 : e.made / (1 - e.hidden);
    }
    e.largest_error = std::abs(expected - e.result);
    return e;
}

} // namespace glassformer
