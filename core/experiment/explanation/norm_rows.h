#pragma once

#include "core/model/transformer.h"
#include "core/trace/trace.h"

#include <span>
#include <vector>

namespace glassformer {

// Rows that a run passes on but does not keep, computed again from those that it keeps and the weights. Empty where what
// they come from is missing.

/** Mean and deviation of a row as the model norms it. */
struct RowStatistics
{
    double mean = 0; ///< 0 for RMS norm
    double variance = 0; ///< of an RMS norm the mean of the squares
    double deviation = 0; ///< sqrt(variance + epsilon)
};

RowStatistics statisticsOf(std::span<const float> row, const ModelConfig& config, NormKind kind);

/** The row with its mean taken off, divided by its deviation: before gain and bias. */
std::vector<float> normalizedRow(std::span<const float> row, const RowStatistics& statistics);

/** The sum of embedding, position and segment of a token [d_embedding]. */
std::vector<float> embeddingSum(const Trace& trace, bool is_decoder, int token);

/** The same, normed where the model norms it. */
std::vector<float> embeddedRow(
    const Trace& trace, const Transformer<float>& model, bool is_decoder, int token);

/** activation(x·W + b) of the transform before the output, before its norm [d_embedding]. */
std::vector<float> activatedRow(const Trace& trace, const Transformer<float>& model, int row);

/** What the output projection reads of a model with a transform [d_embedding]. */
std::vector<float> transformedRow(const Trace& trace, const Transformer<float>& model, int row);

} // namespace glassformer
