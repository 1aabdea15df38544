#include "core/experiment/explanation/explanation.h"

#include "core/model/tensor_name.h"
#include "core/trace/record/tensor_slice.h"

#include <algorithm>
#include <cmath>

namespace glassformer {

namespace {

constexpr double readable_exponent = 12;

bool isInside(const MatrixSlice& slice, int row, int column)
{
    return row >= 0 && row < slice.rows && column >= 0 && column < slice.columns;
}

bool isSet(const Trace& trace, const std::string& name, int row, int column)
{
    return !changesAt(trace.changes, name, every, row, column).empty();
}

void explainPosition(
    InputExplanation& result, const Trace& trace, AttentionSite site, const std::string& name)
{
    const MatrixSlice positions = matrixOf(trace, name);
    result.has_position = isInside(positions, result.token, result.dimension);
    if (!result.has_position)
        return;
    result.position = double(positions(result.token, result.dimension));
    result.place = placeOf(trace.changes, site, result.token);
    result.are_places_off = arePositionsOff(trace.changes, site);
    result.position_row = result.place + trace.config.position_offset;
    const bool is_halved = trace.config.position_kind == PositionKind::SinusoidalHalves;
    result.is_sinusoidal = is_halved || trace.config.position_kind == PositionKind::Sinusoidal;
    if (!result.is_sinusoidal)
        return;
    const int sines = (positions.columns + 1) / 2;
    result.is_sine = is_halved ? result.dimension < sines : result.dimension % 2 == 0;
    result.exponent = is_halved ? 2 * (result.dimension % sines) : result.dimension - result.dimension % 2;
    result.angle = result.place / std::pow(10000.0, double(result.exponent) / positions.columns);
    if (result.are_places_off || isSet(trace, name, result.token, result.dimension))
        return;
    const double value = result.is_sine ? std::sin(result.angle) : std::cos(result.angle);
    result.largest_error = std::abs(value - result.position);
    result.position = value;
}

std::optional<SumExplanation> explainSum(const Trace& trace, const std::string& stream_name,
    const std::string& added_name, const std::string& result_name, int token, int dimension)
{
    const MatrixSlice stream = matrixOf(trace, stream_name);
    const MatrixSlice added = matrixOf(trace, added_name);
    const MatrixSlice after = matrixOf(trace, result_name);
    if (!isInside(stream, token, dimension) || !isInside(added, token, dimension)
        || !isInside(after, token, dimension))
        return std::nullopt;
    SumExplanation result;
    result.token = token;
    result.dimension = dimension;
    result.stream = double(stream(token, dimension));
    result.added = double(added(token, dimension));
    result.sum = result.stream + result.added;
    result.result = double(after(token, dimension));
    result.is_normed = trace.config.norm_placement == NormPlacement::After;
    result.changes =
        changesAtAny(trace.changes, {stream_name, added_name, result_name}, every, token, dimension);
    const bool is_set = isSet(trace, result_name, token, dimension);
    result.largest_error = result.is_normed || is_set ? 0 : std::abs(result.sum - result.result);
    return result;
}

} // namespace

std::optional<InputExplanation> explainInput(const Trace& trace, bool is_target, int token, int dimension)
{
    const MatrixSlice embedding =
        matrixOf(trace, is_target ? target_embedding_tensor : source_embedding_tensor);
    const bool is_decoder = is_target || !trace.config.hasEncoder();
    const MatrixSlice input = matrixOf(trace, is_decoder ? decoder_input_tensor : encoder_input_tensor);
    const std::vector<Token>& tokens = is_target ? trace.target : trace.source;
    if (!isInside(embedding, token, dimension) || token >= int(tokens.size()))
        return std::nullopt;
    InputExplanation result;
    result.id = tokens[std::size_t(token)].id;
    result.token = token;
    result.dimension = dimension;
    result.scale = trace.config.scale_embedding ? std::sqrt(double(embedding.columns)) : 1;
    result.embedding = double(embedding(token, dimension));
    result.table_value = result.embedding / result.scale;
    const AttentionSite site = is_decoder ? AttentionSite::DecoderSelf : AttentionSite::Encoder;
    const char* const position_name = is_target ? target_position_tensor : source_position_tensor;
    explainPosition(result, trace, site, position_name);
    const char* const input_name = stackInputTensor(site);
    const char* const embedding_name = is_target ? target_embedding_tensor : source_embedding_tensor;
    result.changes = changesAtAny(trace.changes,
        {embedding_name, position_name, source_segment_tensor, input_name}, every, token, dimension);
    for (const Change& change : trace.changes)
        if (change.tensor == placesName(site) && result.has_position)
            result.changes.push_back(change);
    const MatrixSlice segments = matrixOf(trace, source_segment_tensor);
    result.has_segment = !is_target && isInside(segments, token, dimension);
    if (result.has_segment) {
        result.segment_row = tokens[std::size_t(token)].segment;
        result.segment = double(segments(token, dimension));
    }
    result.sum = result.embedding + result.position + result.segment;
    result.is_normed = trace.config.embedding_norm;
    result.is_projected = !input.isEmpty() && input.columns != embedding.columns;
    if (result.is_projected || !isInside(input, token, dimension))
        return result;
    result.entered = double(input(token, dimension));
    if (!result.is_normed && !isSet(trace, input_name, token, dimension))
        result.largest_error = std::max(result.largest_error, std::abs(result.sum - result.entered));
    return result;
}

std::optional<NextWordExplanation> explainNextWord(
    const Trace& trace, int position, int id, double temperature)
{
    const WordScores scores = wordScoresAt(trace, position);
    const std::span<const float> row = scores.logits;
    if (id < 0 || std::size_t(id) >= row.size())
        return std::nullopt;
    NextWordExplanation result;
    result.position = position;
    result.id = id;
    result.logit = double(row[std::size_t(id)]);
    result.temperature = temperature;
    const double largest = double(*std::max_element(row.begin(), row.end())) / temperature;
    result.shift = std::abs(largest) > readable_exponent ? largest : 0;
    for (const float logit : row)
        result.total += std::exp(double(logit) / temperature - result.shift);
    result.exponential = std::exp(result.logit / temperature - result.shift);
    result.probability = result.exponential / result.total;
    const MatrixSlice states = matrixOf(trace, lastStateTensor(trace.config));
    if (position < states.rows)
        result.state.assign(states.row(position).begin(), states.row(position).end());
    result.changes = changesAtAny(trace.changes, {lastStateTensor(trace.config)}, every, position);
    const Changes on_logit = changesAt(trace.changes, logits_tensor, every, position, id);
    result.changes.insert(result.changes.end(), on_logit.begin(), on_logit.end());
    if (temperature == 1)
        result.largest_error = std::abs(result.probability - double(scores.probabilities[std::size_t(id)]));
    return result;
}

std::string layerInputTensor(AttentionSite site, int layer)
{
    if (layer > 0)
        return layerTensor(site, layer - 1, LayerPart::Output);
    return stackInputTensor(site);
}

std::optional<SumExplanation> explainAttentionSum(
    const Trace& trace, AttentionSite site, int layer, int token, int dimension)
{
    const bool is_cross = site == AttentionSite::DecoderCross;
    return explainSum(trace,
        is_cross ? layerTensor(site, layer, LayerPart::AttentionResidual) : layerInputTensor(site, layer),
        attentionTensor(site, layer, AttentionPart::Output),
        layerTensor(site, layer, is_cross ? LayerPart::CrossAttentionResidual : LayerPart::AttentionResidual),
        token, dimension);
}

std::optional<SumExplanation> explainFeedForwardSum(
    const Trace& trace, AttentionSite site, int layer, int token, int dimension)
{
    const LayerPart before = site == AttentionSite::Encoder || !trace.config.hasEncoder()
        ? LayerPart::AttentionResidual
        : LayerPart::CrossAttentionResidual;
    return explainSum(trace, layerTensor(site, layer, before),
        layerTensor(site, layer, LayerPart::FeedForwardOutput), layerTensor(site, layer, LayerPart::Output),
        token, dimension);
}

} // namespace glassformer
