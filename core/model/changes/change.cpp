#include "core/model/changes/change.h"

#include <algorithm>

namespace glassformer {
namespace {

Change zeroAt(std::string tensor, int head = every)
{
    return {std::move(tensor), head, every, every, ChangeKind::Set, {0}};
}

std::string tensorAt(AttentionSite site, int layer, AttentionPart part)
{
    return layer == every ? inEveryLayer(attentionTensor(site, 0, part)) : attentionTensor(site, layer, part);
}

std::string tensorAt(AttentionSite site, int layer, LayerPart part)
{
    return layer == every ? inEveryLayer(layerTensor(site, 0, part)) : layerTensor(site, layer, part);
}

bool meets(int one, int other)
{
    return one == every || other == every || one == other;
}

} // namespace

Change headOff(const HeadName& head)
{
    return zeroAt(tensorAt(head.site, head.layer, AttentionPart::Mixed), head.head);
}

Change attentionOff(AttentionSite site, int layer)
{
    return zeroAt(tensorAt(site, layer, AttentionPart::Output));
}

Change feedForwardOff(AttentionSite site, int layer)
{
    return zeroAt(tensorAt(site, layer, LayerPart::FeedForwardOutput));
}

Change layerOff(AttentionSite site, int layer)
{
    return {layerTensor(site, layer, LayerPart::Output), every, every, every, ChangeKind::Off};
}

Change positionsOff(AttentionSite site)
{
    return {placesName(site), every, every, every, ChangeKind::Off};
}

Change maskLifted(int layer)
{
    return {tensorAt(AttentionSite::DecoderSelf, layer, AttentionPart::Masked), every, every, every,
        ChangeKind::Lifted};
}

Change edgeCut(AttentionSite site, int layer, int head, int query, int key)
{
    return {tensorAt(site, layer, AttentionPart::Masked), head, query, key, ChangeKind::Cut};
}

bool isAt(const Change& change, const std::string& tensor)
{
    return change.tensor == tensor || change.tensor == inEveryLayer(tensor);
}

Changes changesAt(const Changes& changes, const std::string& tensor, int head, int row, int column)
{
    Changes found;
    std::copy_if(changes.begin(), changes.end(), std::back_inserter(found), [&](const Change& change) {
        return isAt(change, tensor) && meets(change.head, head) && meets(change.row, row)
            && meets(change.column, column);
    });
    return found;
}

Changes changesAtAny(
    const Changes& changes, const std::vector<std::string>& tensors, int head, int row, int column)
{
    Changes found;
    for (const Change& change : changes)
        if (std::any_of(tensors.begin(), tensors.end(), [&](const std::string& tensor) {
                return !changesAt({change}, tensor, head, row, column).empty();
            }))
            found.push_back(change);
    return found;
}

bool isHeadOff(const Changes& changes, const HeadName& head)
{
    const std::string mixed = attentionTensor(head.site, head.layer, AttentionPart::Mixed);
    return std::any_of(changes.begin(), changes.end(), [&](const Change& change) {
        return isAt(change, mixed) && meets(change.head, head.head) && change.row == every
            && change.column == every && change.kind == ChangeKind::Set
            && std::all_of(
                change.values.begin(), change.values.end(), [](float value) { return value == 0; });
    });
}

bool arePositionsOff(const Changes& changes, AttentionSite site)
{
    return std::any_of(changes.begin(), changes.end(), [site](const Change& change) {
        return change.tensor == placesName(site) && change.kind == ChangeKind::Off;
    });
}

int placeOf(const Changes& changes, AttentionSite site, int token)
{
    int place = token;
    for (const Change& change : changes)
        if (change.tensor == placesName(site) && change.kind == ChangeKind::Set)
            place = token >= 0 && token < std::ssize(change.values)
                ? static_cast<int>(change.values[static_cast<std::size_t>(token)])
                : token;
    return place;
}

} // namespace glassformer
