#include "core/experiment/explanation/weighted_sum.h"

#include "core/experiment/explanation/explanation.h"
#include "core/experiment/explanation/model_weights.h"
#include "core/experiment/explanation/norm_rows.h"
#include "core/tensor/activation.h"
#include "core/trace/record/tensor_slice.h"

#include <algorithm>
#include <cmath>

namespace glassformer {
namespace {

/** Row of a tensor [n, d], or of [H, n, d] all heads side by side; empty if the run has none. */
std::vector<float> rowOf(const Trace& trace, const std::string& name, int row)
{
    std::vector<float> values;
    const std::shared_ptr<const Tensor> tensor = trace.find(name);
    if (!tensor || row < 0)
        return values;
    const int parts = tensor->shape.size() == 3 ? static_cast<int>(tensor->shape[0]) : 1;
    for (int part = 0; part < parts; ++part) {
        const MatrixSlice matrix =
            tensor->shape.size() == 3 ? headOf(trace, name, part) : matrixOf(trace, name);
        if (row >= matrix.rows)
            return {};
        values.insert(values.end(), matrix.row(row).begin(), matrix.row(row).end());
    }
    return values;
}

/** The number itself, or nothing. */
std::optional<double> numberAt(const Trace& trace, const NumberPlace& place)
{
    const MatrixSlice matrix =
        place.head == every ? matrixOf(trace, place.tensor) : headOf(trace, place.tensor, place.head);
    if (place.row < 0 || place.row >= matrix.rows || place.column < 0 || place.column >= matrix.columns)
        return std::nullopt;
    return static_cast<double>(matrix(place.row, place.column));
}

Changes changesOn(const Trace& trace, const NumberPlace& place)
{
    return changesAt(trace.changes, place.tensor, place.head, place.row, place.column);
}

/** Adds up; `weights` is a column of W. */
void addUp(WeightedSum& sum)
{
    for (std::size_t i = 0; i < sum.input.size(); ++i)
        sum.sum += static_cast<double>(sum.input[i]) * static_cast<double>(sum.weights[i]);
    sum.sum = sum.sum * sum.scale + sum.bias;
}

/** The sum of one output of a linear map; nothing if sizes do not fit. */
std::optional<WeightedSum> sumOf(const LinearWeights<float>& weights, int output, std::vector<float> input)
{
    if (weights.isEmpty() || output < 0 || output >= outputsOf(weights)
        || std::ssize(input) != inputsOf(weights))
        return std::nullopt;
    WeightedSum sum;
    sum.input = std::move(input);
    sum.weights = columnOf(weights, output);
    sum.has_bias = weights.bias.size() > 0;
    sum.bias = sum.has_bias ? static_cast<double>(weights.bias(output)) : 0;
    addUp(sum);
    return sum;
}

void compare(WeightedSum& sum, const Trace& trace)
{
    sum.changes = changesOn(trace, sum.place);
    const std::optional<double> found = numberAt(trace, sum.place);
    sum.result = found.value_or(sum.sum);
    sum.largest_error = sum.changes.empty() ? std::abs(sum.sum - sum.result) : 0;
}

/** What W_Q, W_K and W_V read. */
std::string inputOfHeads(const RecordPlace& place, bool is_query)
{
    if (place.site != AttentionSite::DecoderCross)
        return layerTensor(place.site, place.layer, LayerPart::AttentionInput);
    return is_query ? layerTensor(place.site, place.layer, LayerPart::CrossAttentionInput)
                    : encoder_output_tensor;
}

/** The map that a part of attention comes from; null for one that is no linear map. */
const LinearWeights<float>* mapOf(const AttentionWeights<float>& weights, AttentionPart part)
{
    switch (part) {
    case AttentionPart::Query:
    case AttentionPart::ProjectedQuery:
        return &weights.query;
    case AttentionPart::Key:
    case AttentionPart::ProjectedKey:
        return &weights.key;
    case AttentionPart::Value:
        return &weights.value;
    case AttentionPart::Output:
        return &weights.output;
    default:
        return nullptr;
    }
}

std::optional<WeightedSum> explainInAttention(
    const Trace& trace, const Transformer<float>& model, const RecordPlace& at, NumberPlace place)
{
    const ModelConfig& config = model.config;
    const LayerWeights<float>& layer = layerWeights(model, at.site, at.layer);
    const LinearWeights<float>* const weights = mapOf(
        at.site == AttentionSite::DecoderCross ? layer.cross_attention : layer.attention, at.attention_part);
    if (!weights)
        return std::nullopt;
    const bool is_query =
        at.attention_part == AttentionPart::Query || at.attention_part == AttentionPart::ProjectedQuery;
    std::string input = at.attention_part == AttentionPart::Output
        ? attentionTensor(at.site, at.layer, AttentionPart::Mixed)
        : inputOfHeads(at, is_query);
    int output = place.column;
    if (at.hasHeads()) {
        if (place.head < 0 || place.head >= config.n_heads || place.column < 0
            || place.column >= config.headSize())
            return std::nullopt;
        const int group = config.n_heads * config.headSize() / std::max(1, outputsOf(*weights));
        output += place.head / std::max(1, group) * config.headSize();
    }
    std::optional<WeightedSum> sum = sumOf(*weights, output, rowOf(trace, input, place.row));
    if (!sum)
        return std::nullopt;
    // Norm and turn come behind the projection, which the run has kept where there are any.
    const bool is_key = at.attention_part == AttentionPart::Key;
    const std::string projected = attentionTensor(
        at.site, at.layer, is_key ? AttentionPart::ProjectedKey : AttentionPart::ProjectedQuery);
    if ((is_key || at.attention_part == AttentionPart::Query) && trace.has(projected))
        place.tensor = projected;
    sum->place = place;
    sum->input_tensor = input;
    compare(*sum, trace);
    return sum;
}

std::optional<WeightedSum> explainLogit(
    const Trace& trace, const Transformer<float>& model, const NumberPlace& place)
{
    const ModelConfig& config = model.config;
    const WordScores scores = wordScoresAt(trace, place.row);
    if (place.column < 0 || place.column >= std::ssize(scores.logits))
        return std::nullopt;
    WeightedSum sum;
    sum.place = place;
    sum.input_tensor = lastStateTensor(config);
    sum.input = rowOf(trace, sum.input_tensor, place.row);
    if (sum.input.empty() && config.output_transform) {
        sum.input = transformedRow(trace, model, place.row); // of long runs only the vector before it is kept
        sum.input_tensor.clear();
    }
    const LinearWeights<float>& output = model.weights.output;
    if (!output.isEmpty())
        sum.weights = columnOf(output, place.column);
    else {
        const RowVector<float> vector = tokenVector(model.weights, place.column);
        sum.weights.assign(vector.data(), vector.data() + vector.size());
    }
    if (sum.input.size() != sum.weights.size())
        return std::nullopt;
    sum.has_bias = output.bias.size() > 0;
    sum.bias = sum.has_bias ? static_cast<double>(output.bias(place.column)) : 0;
    sum.scale = config.scale_output ? 1 / std::sqrt(static_cast<double>(config.d_model)) : 1;
    addUp(sum);
    sum.changes = changesOn(trace, place);
    sum.result = static_cast<double>(scores.logits[static_cast<std::size_t>(place.column)]);
    sum.largest_error = sum.changes.empty() ? std::abs(sum.sum - sum.result) : 0;
    return sum;
}

std::optional<WeightedSum> explainEntry(
    const Trace& trace, const Transformer<float>& model, const NumberPlace& place)
{
    std::optional<WeightedSum> sum = sumOf(model.weights.embedding_projection, place.column,
        embeddedRow(trace, model, place.tensor == decoder_input_tensor, place.row));
    if (!sum)
        return std::nullopt;
    sum->place = place;
    compare(*sum, trace);
    return sum;
}

} // namespace

std::vector<WeightedInput> WeightedSum::largest(int count) const
{
    std::vector<WeightedInput> shares;
    for (std::size_t i = 0; i < input.size(); ++i) {
        const auto x = static_cast<double>(input[i]), w = static_cast<double>(weights[i]);
        shares.push_back({static_cast<int>(i), x, w, x * w * scale});
    }
    std::stable_sort(shares.begin(), shares.end(), [](const WeightedInput& a, const WeightedInput& b) {
        return std::abs(a.product) > std::abs(b.product);
    });
    shares.resize(std::min(shares.size(), static_cast<std::size_t>(std::max(count, 0))));
    return shares;
}

std::optional<WeightedSum> explainWeightedSum(
    const Trace& trace, const Transformer<float>& model, const NumberPlace& place)
{
    const std::optional<RecordPlace> at = recordPlace(place.tensor);
    if (!at || place.row < 0 || place.column < 0)
        return std::nullopt;
    if (place.tensor == logits_tensor)
        return explainLogit(trace, model, place);
    if (place.tensor == encoder_input_tensor || place.tensor == decoder_input_tensor)
        return explainEntry(trace, model, place);
    const int layers =
        at->site == AttentionSite::Encoder ? model.config.encoder_layers : model.config.decoder_layers;
    if (at->layer == every || at->layer >= layers)
        return std::nullopt;
    if (at->kind == RecordPlace::Kind::Attention)
        return explainInAttention(trace, model, *at, place);
    if (at->kind != RecordPlace::Kind::Layer || at->layer_part != LayerPart::FeedForwardOutput)
        return std::nullopt;
    const std::string hidden = layerTensor(at->site, at->layer, LayerPart::FeedForwardHidden);
    std::optional<WeightedSum> sum = sumOf(layerWeights(model, at->site, at->layer).feed_forward.output,
        place.column, rowOf(trace, hidden, place.row));
    if (!sum)
        return std::nullopt;
    sum->place = place;
    sum->input_tensor = hidden;
    compare(*sum, trace);
    return sum;
}

std::optional<HiddenExplanation> explainHidden(
    const Trace& trace, const Transformer<float>& model, AttentionSite site, int layer, int token, int unit)
{
    const int layers =
        site == AttentionSite::Encoder ? model.config.encoder_layers : model.config.decoder_layers;
    if (layer < 0 || layer >= layers)
        return std::nullopt;
    const FeedForwardWeights<float>& weights = layerWeights(model, site, layer).feed_forward;
    const std::string input = layerTensor(site, layer, LayerPart::FeedForwardInput);
    const NumberPlace place{layerTensor(site, layer, LayerPart::FeedForwardHidden), every, token, unit};
    const std::vector<float> x = rowOf(trace, input, token);
    const bool is_gated = !weights.gate.isEmpty();
    const auto sum = [&](const LinearWeights<float>& map) {
        std::optional<WeightedSum> result = sumOf(map, unit, x);
        if (result) {
            result->place = place;
            result->input_tensor = input;
            result->result = result->sum; // the run keeps what the activation makes of it
        }
        return result;
    };
    const std::optional<WeightedSum> before = sum(is_gated ? weights.gate : weights.hidden);
    const std::optional<double> found = numberAt(trace, place);
    if (!before || !found)
        return std::nullopt;
    HiddenExplanation result;
    result.before = *before;
    result.activation = model.config.activation;
    Matrix<double> number = Matrix<double>::Constant(1, 1, before->sum);
    activate<double>(model.config.activation, number);
    result.activated = result.hidden = number(0, 0);
    if (is_gated) {
        result.linear = sum(weights.hidden);
        result.hidden *= result.linear->sum;
    }
    result.result = *found;
    result.changes = changesOn(trace, place);
    if (is_gated) {
        const Changes of_gate =
            changesOn(trace, {layerTensor(site, layer, LayerPart::FeedForwardGate), every, token, unit});
        result.changes.insert(result.changes.end(), of_gate.begin(), of_gate.end());
    }
    result.largest_error = result.changes.empty() ? std::abs(result.hidden - result.result) : 0;
    return result;
}

double sumOfFirst(std::span<const float> terms, std::size_t count)
{
    double sum = 0;
    for (const float term : terms.first(std::min(count, terms.size())))
        sum += double(term);
    return sum;
}

} // namespace glassformer
