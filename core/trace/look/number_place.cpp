#include "core/trace/look/number_place.h"

#include "core/trace/look/place.h"
#include "core/trace/step/step_facts.h"

#include <algorithm>

namespace glassformer {
namespace {

std::string inLayer(const std::string& tensor, int layer)
{
    const std::optional<RecordPlace> place = recordPlace(tensor);
    if (place && place->kind == RecordPlace::Kind::Attention)
        return attentionTensor(place->site, layer, place->attention_part);
    if (place && place->kind == RecordPlace::Kind::Layer)
        return layerTensor(place->site, layer, place->layer_part);
    return tensor;
}

/** The sum before a norm that comes after it is no record: the record is what the norm makes of it. */
bool isSumBeforeNorm(StepKind kind, const ModelConfig& config)
{
    if (config.norm_placement != NormPlacement::After)
        return false;
    return kind == StepKind::AttentionResidual || kind == StepKind::LayerOutput
        || kind == StepKind::DecoderResidual || kind == StepKind::CrossResidual
        || kind == StepKind::DecoderLayerOutput;
}

/** The tensors of a step in a layer. */
std::vector<std::string> recordsOf(StepKind kind, int layer, const ModelConfig& config)
{
    const AttentionSite site = siteOf(kind, config);
    const auto part = [&](AttentionPart which) { return attentionTensor(site, layer, which); };
    if (isSumBeforeNorm(kind, config))
        return {};
    if (kind == StepKind::QueryKeyValue)
        return {part(AttentionPart::Query), part(AttentionPart::Key), part(AttentionPart::Value)};
    if (kind == StepKind::HeadsJoined)
        return {part(AttentionPart::Output)};
    if (kind == StepKind::FeedForward || kind == StepKind::DecoderFeedForward)
        return {layerTensor(site, layer, LayerPart::FeedForwardHidden),
            layerTensor(site, layer, LayerPart::FeedForwardOutput)};
    if (kind == StepKind::Logits || kind == StepKind::NextWord)
        return {logits_tensor};
    for (const StepFacts& facts : allSteps())
        if (facts.kind == kind && facts.tensor && (!facts.applies || facts.applies(config)))
            return {inLayer(facts.tensor(site), layer)};
    return {};
}

/** The entry of the vocabulary that is chosen, or was written. */
std::optional<int> wordOf(const Selection& selection, const Trace& trace)
{
    const auto row = static_cast<std::size_t>(selection.position);
    if (selection.word || row >= trace.written.size())
        return selection.word;
    return trace.written[row].id == no_id ? std::nullopt : std::optional<int>(trace.written[row].id);
}

std::optional<NumberPlace> numberOf(const std::string& tensor, const Selection& selection, const Trace& trace)
{
    const ModelConfig& config = trace.config;
    const AttentionSite site = siteOf(selection.step, config);
    const RecordPlace place = recordPlace(tensor).value_or(RecordPlace{});
    NumberPlace number{tensor};
    if (place.hasHeads())
        number.head = selection.head;
    if (tensor == logits_tensor) {
        const std::optional<int> word = wordOf(selection, trace);
        number.row = selection.position;
        number.column = word.value_or(every);
        return word ? std::optional(number) : std::nullopt;
    }
    if (place.isMap()) {
        const std::optional<int> query = chosenQuery(selection, config, site);
        const std::optional<int> key = chosenKey(selection, config, site);
        number.row = query.value_or(every);
        number.column = key.value_or(every);
        return query && key ? std::optional(number) : std::nullopt;
    }
    number.row = isSecondStack(config, site) ? selection.position : selection.token;
    number.column = selection.dimension;
    return number;
}

/** The record, and where norms come after those in which the same numbers stand: a block reads what came before it. */
std::vector<std::string> sameRecords(const std::string& tensor, const ModelConfig& config)
{
    const RecordPlace place = recordPlace(tensor).value_or(RecordPlace{});
    std::vector<std::string> records{tensor};
    if (place.kind != RecordPlace::Kind::Layer || config.norm_placement != NormPlacement::After)
        return records;
    const int layer = std::max(0, place.layer);
    const LayerPart part = place.layer_part;
    if (part == LayerPart::FeedForwardInput && isSecondStack(config, place.site))
        records.push_back(layerTensor(place.site, layer, LayerPart::CrossAttentionResidual));
    else if (part == LayerPart::FeedForwardInput || part == LayerPart::CrossAttentionInput)
        records.push_back(layerTensor(place.site, layer, LayerPart::AttentionResidual));
    if (part == LayerPart::AttentionInput)
        records.push_back(layer > 0 ? layerTensor(place.site, layer - 1, LayerPart::Output)
                                    : std::string(stackInputTensor(place.site)));
    return records;
}

/** Where what such a record does is nearest to be seen. */
std::vector<std::string> nearRecords(const std::string& tensor, const ModelConfig& config)
{
    const RecordPlace place = recordPlace(tensor).value_or(RecordPlace{});
    std::vector<std::string> records;
    const auto add = [&](const std::string& name) {
        records.push_back(place.layer == every && !inEveryLayer(name).empty() ? inEveryLayer(name) : name);
    };
    const auto attention = [&](AttentionPart part) {
        add(attentionTensor(place.site, std::max(0, place.layer), part));
    };
    switch (place.kind) {
    case RecordPlace::Kind::Places:
        if (!isSecondStack(config, place.site))
            records.push_back(source_position_tensor);
        records.push_back(stackInputTensor(place.site));
        break;
    case RecordPlace::Kind::Attention:
        if (place.attention_part == AttentionPart::ProjectedQuery)
            attention(AttentionPart::Query);
        if (place.attention_part == AttentionPart::ProjectedKey)
            attention(AttentionPart::Key);
        attention(AttentionPart::Weights);
        break;
    case RecordPlace::Kind::Layer:
        add(layerTensor(place.site, std::max(0, place.layer), LayerPart::FeedForwardHidden));
        break;
    case RecordPlace::Kind::Stack:
        records.push_back(tensor == target_embedding_tensor || tensor == target_position_tensor
                ? decoder_input_tensor
                : stackOutputTensor(firstSiteOf(config)));
        break;
    }
    return records;
}

Selection withPlace(
    Selection selection, const NumberPlace& place, const RecordPlace& record, const Trace& trace)
{
    const AttentionSite site = siteOf(selection.step, trace.config);
    if (place.head != every)
        selection.head = place.head;
    if (place.row == every)
        return selection;
    const std::optional<int> column = place.column == every ? std::nullopt : std::optional(place.column);
    if (record.isMap())
        return withCell(selection, trace.config, site, place.row, column);
    if (place.tensor != logits_tensor)
        return withToken(selection, trace.config, site, place.row, column);
    selection.position = place.row;
    selection.word = column;
    return selection;
}

/** At the step that shows a record, in its layer; nothing if no step does. */
std::optional<Selection> withStepOf(const std::string& tensor, const Selection& from, const Trace& trace)
{
    const RecordPlace record = recordPlace(tensor).value_or(RecordPlace{});
    for (const StepKind step : stepsOf(trace)) {
        Selection look = from;
        look.step = step;
        look.attention.aggregate = MapAggregate::OneHead;
        const AttentionSite site = siteOf(step, trace.config);
        if (record.layer != every)
            look = withLayer(look, site, record.layer);
        const std::vector<std::string> shown = recordsOf(step, look.layerOf(site), trace.config);
        const std::string wanted = record.layer == every ? inLayer(tensor, look.layerOf(site)) : tensor;
        if (std::find(shown.begin(), shown.end(), wanted) != shown.end())
            return look;
    }
    return std::nullopt;
}

} // namespace

std::vector<NumberPlace> numbersAt(const Selection& selection, const Trace& trace)
{
    std::vector<NumberPlace> numbers;
    const bool is_of_several =
        showsWeights(selection.step) && selection.attention.aggregate != MapAggregate::OneHead;
    if (is_of_several)
        return numbers;
    const int layer = selection.layerOf(siteOf(selection.step, trace.config));
    for (const std::string& tensor : recordsOf(selection.step, layer, trace.config))
        if (const std::optional<NumberPlace> number = numberOf(tensor, selection, trace))
            if (numberIn(trace, *number))
                numbers.push_back(*number);
    return numbers;
}

std::optional<float> numberIn(const Trace& trace, const NumberPlace& place)
{
    if (place.row == every || place.column == every)
        return std::nullopt;
    std::shared_ptr<const Tensor> tensor;
    int row = place.row;
    if (place.tensor == logits_tensor && trace.late) {
        tensor = trace.late->wordScoresIfMade(place.row);
        row = 0;
    } else {
        tensor = trace.find(place.tensor);
    }
    if (!tensor || tensor->shape.size() < 2)
        return std::nullopt;
    const std::size_t axes = tensor->shape.size();
    const auto rows = static_cast<int>(tensor->shape[axes - 2]);
    const auto columns = static_cast<int>(tensor->shape[axes - 1]);
    const int heads = axes == 3 ? static_cast<int>(tensor->shape[0]) : 1;
    const int head = axes == 3 ? place.head : 0;
    if (head < 0 || head >= heads || row < 0 || row >= rows || place.column < 0 || place.column >= columns)
        return std::nullopt;
    return tensor->values[(static_cast<std::size_t>(head) * static_cast<std::size_t>(rows)
                              + static_cast<std::size_t>(row))
            * static_cast<std::size_t>(columns)
        + static_cast<std::size_t>(place.column)];
}

std::optional<Selection> lookAt(const NumberPlace& place, const Selection& from, const Trace& trace)
{
    for (const std::string& tensor : sameRecords(place.tensor, trace.config))
        if (const std::optional<Selection> look = withStepOf(tensor, from, trace))
            return clampedTo(
                withPlace(*look, place, recordPlace(tensor).value_or(RecordPlace{}), trace), trace);
    return std::nullopt;
}

std::optional<Selection> lookNear(const NumberPlace& place, const Selection& from, const Trace& trace)
{
    if (const std::optional<Selection> look = lookAt(place, from, trace))
        return look;
    const RecordPlace record = recordPlace(place.tensor).value_or(RecordPlace{});
    for (const std::string& tensor : nearRecords(place.tensor, trace.config)) {
        std::optional<Selection> look = withStepOf(tensor, from, trace);
        if (!look)
            continue;
        if (place.head != every)
            look->head = place.head;
        if (record.isMap() && recordPlace(tensor)->isMap()) // a masked score is seen as a weight
            look = withPlace(*look, place, record, trace);
        return clampedTo(*look, trace);
    }
    return std::nullopt;
}

} // namespace glassformer
