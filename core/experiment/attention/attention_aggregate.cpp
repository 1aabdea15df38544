#include "core/experiment/attention/attention_aggregate.h"

#include "core/model/tensor_name.h"
#include "core/trace/look/place.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace glassformer {
namespace {

using Values = std::vector<float>;

MatrixSlice owned(int rows, int columns, Values values)
{
    auto tensor = std::make_shared<Tensor>(Tensor{{rows, columns}, std::move(values)});
    return {tensor->values.data(), rows, columns, tensor};
}

bool areAlike(std::span<const MatrixSlice> maps)
{
    return !maps.empty() && std::all_of(maps.begin(), maps.end(), [&](const MatrixSlice& map) {
        return !map.isEmpty() && map.rows == maps[0].rows && map.columns == maps[0].columns;
    });
}

std::vector<MatrixSlice> headsOf(const Trace& trace, AttentionSite site, int layer)
{
    std::vector<MatrixSlice> heads;
    for (int head = 0; head < trace.config.n_heads; ++head)
        heads.push_back(headOf(trace, attentionTensor(site, layer, AttentionPart::Weights), head));
    return heads;
}

std::vector<MatrixSlice> headsOfLayers(const Trace& trace, AttentionSite site)
{
    std::vector<MatrixSlice> all;
    for (int layer = 0; layer < layersOf(trace.config, site); ++layer)
        for (MatrixSlice& head : headsOf(trace, site, layer))
            all.push_back(std::move(head));
    return all;
}

MatrixSlice rolloutUpTo(const Trace& trace, AttentionSite site, int last)
{
    std::vector<MatrixSlice> layers;
    for (int layer = 0; layer <= last; ++layer)
        layers.push_back(meanOf(headsOf(trace, site, layer)));
    return rollout(layers);
}

bool needsAllLayers(MapAggregate aggregate)
{
    return aggregate == MapAggregate::MeanOfLayers || aggregate == MapAggregate::LargestOfLayers
        || aggregate == MapAggregate::Rollout;
}

} // namespace

bool hasAggregate(const Trace& trace, AttentionSite site, MapAggregate aggregate)
{
    // What is made when somebody looks is made a layer at a time: all of them would take too long.
    if (trace.late && needsAllLayers(aggregate))
        return false;
    return aggregate != MapAggregate::Rollout || site != AttentionSite::DecoderCross;
}

MatrixSlice aggregateOf(const Trace& trace, const HeadName& head, MapAggregate aggregate)
{
    if (!hasAggregate(trace, head.site, aggregate))
        return {};
    switch (aggregate) {
    case MapAggregate::MeanOfHeads:
        return meanOf(headsOf(trace, head.site, head.layer));
    case MapAggregate::LargestOfHeads:
        return largestOf(headsOf(trace, head.site, head.layer));
    case MapAggregate::MeanOfLayers:
        return meanOf(headsOfLayers(trace, head.site));
    case MapAggregate::LargestOfLayers:
        return largestOf(headsOfLayers(trace, head.site));
    case MapAggregate::Rollout:
        return rolloutUpTo(trace, head.site, head.layer);
    case MapAggregate::ValueLengths:
        return weightedByValues(
            headOf(trace, attentionTensor(head.site, head.layer, AttentionPart::Weights), head.head),
            valuesOf(trace, head));
    case MapAggregate::OneHead:
        break;
    }
    return headOf(trace, attentionTensor(head.site, head.layer, AttentionPart::Weights), head.head);
}

MapAggregate shownAggregate(const Trace& trace, AttentionSite site, MapAggregate wanted)
{
    return hasAggregate(trace, site, wanted) ? wanted : MapAggregate::OneHead;
}

bool showsOneHead(const Trace& trace, const Selection& selection)
{
    if (!showsHead(selection.step) || !showsWeights(selection.step))
        return showsHead(selection.step);
    const MapAggregate shown =
        shownAggregate(trace, siteOf(selection.step, trace.config), selection.attention.aggregate);
    return shown == MapAggregate::OneHead || shown == MapAggregate::ValueLengths;
}

Selection withHead(Selection selection, const Trace& trace, int head)
{
    if (showsHead(selection.step) && !showsOneHead(trace, selection))
        selection.attention.aggregate = MapAggregate::OneHead;
    selection.head = head;
    return selection;
}

MatrixSlice valuesOf(const Trace& trace, const HeadName& head)
{
    const std::string name = attentionTensor(head.site, head.layer, AttentionPart::Value);
    const auto values = trace.find(name);
    if (!values || values->shape.size() != 3 || values->shape[0] < 1)
        return {};
    // Where heads share values, a run has those of every head or of every group.
    const int group = std::max(1, trace.config.n_heads / int(values->shape[0]));
    return headOf(trace, name, head.head / group);
}

MatrixSlice meanOf(std::span<const MatrixSlice> maps)
{
    if (!areAlike(maps))
        return {};
    std::vector<double> sum(maps[0].values().size());
    for (const MatrixSlice& map : maps)
        for (std::size_t i = 0; i < sum.size(); ++i)
            sum[i] += double(map.values()[i]);
    Values mean;
    mean.reserve(sum.size());
    for (const double value : sum)
        mean.push_back(float(value / double(maps.size())));
    return owned(maps[0].rows, maps[0].columns, std::move(mean));
}

MatrixSlice largestOf(std::span<const MatrixSlice> maps)
{
    if (!areAlike(maps))
        return {};
    Values largest(maps[0].values().begin(), maps[0].values().end());
    for (const MatrixSlice& map : maps)
        for (std::size_t i = 0; i < largest.size(); ++i)
            largest[i] = std::max(largest[i], map.values()[i]);
    return owned(maps[0].rows, maps[0].columns, std::move(largest));
}

MatrixSlice rollout(std::span<const MatrixSlice> layers, double residual)
{
    if (!areAlike(layers) || layers[0].rows != layers[0].columns)
        return {};
    const int n = layers[0].rows;
    const auto kept = float(residual);
    Matrix<float> flow = Matrix<float>::Identity(n, n);
    for (const MatrixSlice& layer : layers) {
        const Eigen::Map<const Matrix<float>> weights(layer.data, n, n);
        flow = (kept * flow + (1 - kept) * (weights * flow)).eval();
    }
    return owned(n, n, Values(flow.data(), flow.data() + flow.size()));
}

MatrixSlice weightedByValues(const MatrixSlice& weights, const MatrixSlice& values)
{
    if (weights.isEmpty() || values.rows != weights.columns)
        return {};
    std::vector<double> lengths;
    for (int key = 0; key < values.rows; ++key) {
        double square = 0;
        for (const float x : values.row(key))
            square += double(x) * double(x);
        lengths.push_back(std::sqrt(square));
    }
    Values shares(weights.values().size());
    for (int row = 0; row < weights.rows; ++row) {
        double total = 0;
        for (int key = 0; key < weights.columns; ++key)
            total += double(weights(row, key)) * lengths[std::size_t(key)];
        for (int key = 0; key < weights.columns && total > 0; ++key)
            shares[std::size_t(row) * std::size_t(weights.columns) + std::size_t(key)] =
                float(double(weights(row, key)) * lengths[std::size_t(key)] / total);
    }
    return owned(weights.rows, weights.columns, std::move(shares));
}

std::vector<double> summedRows(const MatrixSlice& map, std::span<const int> rows)
{
    std::vector<double> sum(std::size_t(std::max(0, map.columns)));
    for (const int row : rows)
        for (std::size_t key = 0; row >= 0 && row < map.rows && key < sum.size(); ++key)
            sum[key] += double(map.row(row)[key]);
    return sum;
}

} // namespace glassformer
