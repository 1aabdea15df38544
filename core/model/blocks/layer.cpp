#include "core/model/blocks/layer.h"

#include "core/tensor/parallel.h"

#include <utility>

namespace glassformer {
namespace {

/** The part of a sub-layer in front of its block. */
template <typename Scalar>
SublayerRecord<Scalar> enter(
    const ModelConfig& config, const Matrix<Scalar>& x, const NormWeights<Scalar>& norm)
{
    SublayerRecord<Scalar> record;
    if (config.norm_placement == NormPlacement::Before)
        record.input = normalize(config, x, norm, record.norm);
    else
        record.input = x;
    return record;
}

/** The part behind it: add, and norm where it comes after. */
template <typename Scalar>
void leave(const ModelConfig& config, const Matrix<Scalar>& x, const Matrix<Scalar>& block_output,
    const NormWeights<Scalar>& norm, SublayerRecord<Scalar>& record)
{
    Matrix<Scalar> sum(x.rows(), x.cols());
    parallelRows(x.rows(), x.cols(), [&](Eigen::Index first, Eigen::Index count) {
        sum.middleRows(first, count) = x.middleRows(first, count) + block_output.middleRows(first, count);
    });
    if (config.norm_placement == NormPlacement::After)
        record.residual = normalize(config, sum, norm, record.norm);
    else
        record.residual = std::move(sum);
}

/** Carries out what is changed in a record of the layer. */
template <typename Scalar>
void change(const LayerControl<Scalar>* control, LayerPart part, int first_row, Matrix<Scalar>& rows)
{
    if (control)
        applyChanges<Scalar>(control->at(part), rows, first_row);
}

/** Of each sequence the row that is wanted, of a matrix of all rows. */
template <typename Scalar>
Matrix<Scalar> wantedRows(const LayerInput<Scalar>& input, const Matrix<Scalar>& all)
{
    if (!input.only_row)
        return {};
    Matrix<Scalar> wanted(input.segments.count(), all.cols());
    for (int s = 0; s < input.segments.count(); ++s)
        wanted.row(s) = all.row(input.segments.begin(s) + *input.only_row);
    return wanted;
}

} // namespace

template <typename Scalar>
LayerRecord<Scalar> runAttention(
    const ModelConfig& config, const LayerWeights<Scalar>& weights, const LayerInput<Scalar>& input)
{
    LayerRecord<Scalar> record;
    record.attention_sublayer = enter(config, input.x, weights.attention_norm);
    change(input.control, LayerPart::AttentionInput, input.first_row, record.attention_sublayer.input);
    const Matrix<Scalar>& from = record.attention_sublayer.input;
    // Keys are read of all rows, whichever rows are wanted.
    const Matrix<Scalar> wanted_x = wantedRows(input, input.x), wanted_from = wantedRows(input, from);
    const Segments one_each(std::vector<int>(input.only_row ? std::size_t(input.segments.count()) : 0, 1));
    const Matrix<Scalar>& x = input.only_row ? wanted_x : input.x;
    const Segments& segments = input.only_row ? one_each : input.segments;
    const int first_row = input.only_row.value_or(input.first_row);
    record.attention = attention<Scalar>(config, weights.attention,
        {input.only_row ? wanted_from : from, from, segments, input.segments, input.kind, input.selfControl(),
            input.keep_scores, input.cache ? &input.cache->self : nullptr, input.all_rows, first_row,
            input.known ? &input.known->self : nullptr, input.window, input.relative_bias, input.places,
            input.first_row, input.mixed, input.rotation});
    leave(config, x, record.attention.output, weights.attention_norm, record.attention_sublayer);
    change(input.control, LayerPart::AttentionResidual, first_row, record.attention_sublayer.residual);

    if (input.memory) {
        const Matrix<Scalar>& stream = record.attention_sublayer.residual;
        record.cross_attention_sublayer = enter(config, stream, weights.cross_attention_norm);
        change(
            input.control, LayerPart::CrossAttentionInput, first_row, record.cross_attention_sublayer.input);
        record.cross_attention = attention<Scalar>(config, weights.cross_attention,
            {record.cross_attention_sublayer.input, *input.memory, segments, *input.memory_segments,
                AttentionKind::Cross, input.crossControl(), input.keep_scores,
                input.cache ? &input.cache->cross : nullptr, input.all_rows, first_row,
                input.known ? &input.known->cross : nullptr});
        leave(config, stream, record.cross_attention.output, weights.cross_attention_norm,
            record.cross_attention_sublayer);
        change(input.control, LayerPart::CrossAttentionResidual, first_row,
            record.cross_attention_sublayer.residual);
    }
    return record;
}

template <typename Scalar>
void runFeedForward(const ModelConfig& config, const LayerWeights<Scalar>& weights,
    const LayerControl<Scalar>* control, int first_row, LayerRecord<Scalar>& record)
{
    const Matrix<Scalar>& stream = record.attended();
    record.feed_forward_sublayer = enter(config, stream, weights.feed_forward_norm);
    change(control, LayerPart::FeedForwardInput, first_row, record.feed_forward_sublayer.input);
    record.feed_forward = feedForward(
        record.feed_forward_sublayer.input, weights.feed_forward, config.activation, control, first_row);
    leave(
        config, stream, record.feed_forward.output, weights.feed_forward_norm, record.feed_forward_sublayer);
}

template <typename Scalar>
LayerRecord<Scalar> runLayer(
    const ModelConfig& config, const LayerWeights<Scalar>& weights, const LayerInput<Scalar>& input)
{
    LayerRecord<Scalar> record = runAttention(config, weights, input);
    const int first_row = input.only_row.value_or(input.first_row);
    runFeedForward(config, weights, input.control, first_row, record);
    Matrix<Scalar>& output = record.feed_forward_sublayer.residual;
    if (input.control && input.control->is_off)
        output = input.only_row ? wantedRows(input, input.x) : input.x;
    change(input.control, LayerPart::Output, first_row, output);
    return record;
}

template LayerRecord<float> runAttention(
    const ModelConfig&, const LayerWeights<float>&, const LayerInput<float>&);
template LayerRecord<double> runAttention(
    const ModelConfig&, const LayerWeights<double>&, const LayerInput<double>&);
template void runFeedForward(
    const ModelConfig&, const LayerWeights<float>&, const LayerControl<float>*, int, LayerRecord<float>&);
template void runFeedForward(
    const ModelConfig&, const LayerWeights<double>&, const LayerControl<double>*, int, LayerRecord<double>&);
template LayerRecord<float> runLayer(
    const ModelConfig&, const LayerWeights<float>&, const LayerInput<float>&);
template LayerRecord<double> runLayer(
    const ModelConfig&, const LayerWeights<double>&, const LayerInput<double>&);

} // namespace glassformer
