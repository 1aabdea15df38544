#include "core/experiment/explanation/norm_rows.h"

#include "core/model/blocks/linear.h"
#include "core/tensor/activation.h"
#include "core/trace/record/tensor_slice.h"

#include <cmath>

namespace glassformer {
namespace {

void addRow(const Trace& trace, const char* name, int row, std::vector<float>& sum)
{
    const MatrixSlice matrix = matrixOf(trace, name);
    if (row < matrix.rows && matrix.columns == static_cast<int>(sum.size()))
        for (std::size_t i = 0; i < sum.size(); ++i)
            sum[i] += matrix.row(row)[i];
}

std::vector<float> normed(
    const std::vector<float>& row, const ModelConfig& config, const NormWeights<float>& weights)
{
    const RowStatistics statistics = statisticsOf(row, config, config.norm_kind);
    std::vector<float> result(row.size());
    for (std::size_t i = 0; i < row.size() && static_cast<Eigen::Index>(i) < weights.gain.size(); ++i) {
        const auto at = static_cast<Eigen::Index>(i);
        const double normalized = (static_cast<double>(row[i]) - statistics.mean) / statistics.deviation;
        result[i] = static_cast<float>(normalized * static_cast<double>(weights.gain(at))
            + (weights.bias.size() > 0 ? static_cast<double>(weights.bias(at)) : 0));
    }
    return result;
}

} // namespace

RowStatistics statisticsOf(std::span<const float> row, const ModelConfig& config, NormKind kind)
{
    RowStatistics statistics;
    const auto n = static_cast<double>(row.size());
    if (kind == NormKind::Layer)
        for (const float number : row)
            statistics.mean += static_cast<double>(number) / n;
    for (const float number : row)
        statistics.variance += std::pow(static_cast<double>(number) - statistics.mean, 2) / n;
    statistics.deviation = std::sqrt(statistics.variance + config.norm_epsilon);
    return statistics;
}

std::vector<float> normalizedRow(std::span<const float> row, const RowStatistics& statistics)
{
    std::vector<float> normalized;
    normalized.reserve(row.size());
    for (const float value : row)
        normalized.push_back(
            static_cast<float>((static_cast<double>(value) - statistics.mean) / statistics.deviation));
    return normalized;
}

std::vector<float> embeddingSum(const Trace& trace, bool is_decoder, int token)
{
    const bool is_second = is_decoder && trace.config.hasEncoder();
    const MatrixSlice embedding =
        matrixOf(trace, is_second ? target_embedding_tensor : source_embedding_tensor);
    if (token < 0 || token >= embedding.rows)
        return {};
    std::vector<float> sum(embedding.row(token).begin(), embedding.row(token).end());
    addRow(trace, is_second ? target_position_tensor : source_position_tensor, token, sum);
    if (!is_second)
        addRow(trace, source_segment_tensor, token, sum);
    return sum;
}

std::vector<float> embeddedRow(
    const Trace& trace, const Transformer<float>& model, bool is_decoder, int token)
{
    const std::vector<float> sum = embeddingSum(trace, is_decoder, token);
    const StackWeights<float>& stack = is_decoder ? model.weights.decoder : model.weights.encoder;
    return model.config.embedding_norm ? normed(sum, model.config, stack.embedding_norm) : sum;
}

std::vector<float> activatedRow(const Trace& trace, const Transformer<float>& model, int row)
{
    const MatrixSlice last =
        matrixOf(trace, model.config.hasDecoder() ? decoder_output_tensor : encoder_output_tensor);
    if (!model.config.output_transform || row < 0 || row >= last.rows)
        return {};
    const Matrix<float> x = Eigen::Map<const Matrix<float>>(last.row(row).data(), 1, last.columns);
    Matrix<float> state = linear(x, model.weights.output_transform);
    activate<float>(model.config.activation, state);
    return {state.data(), state.data() + state.size()};
}

std::vector<float> transformedRow(const Trace& trace, const Transformer<float>& model, int row)
{
    return normed(activatedRow(trace, model, row), model.config, model.weights.output_norm);
}

} // namespace glassformer
