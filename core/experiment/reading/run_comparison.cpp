#include "core/experiment/reading/run_comparison.h"

#include "core/error.h"
#include "core/experiment/reading/token_alignment.h"
#include "core/model/tensor_name.h"
#include "core/trace/record/tensor_slice.h"

#include <cmath>
#include <span>

namespace glassformer {
namespace {

/** Two passes may round differently. */
constexpr double rounding = 1e-5;

std::vector<int> idsOf(const std::vector<Token>& tokens)
{
    std::vector<int> ids;
    for (const Token& token : tokens)
        ids.push_back(token.id);
    return ids;
}

VectorDifference differenceOf(std::span<const float> one, std::span<const float> other)
{
    double squares = 0, length = 0, other_length = 0;
    for (std::size_t i = 0; i < one.size(); ++i) {
        const auto x = static_cast<double>(one[i]), y = static_cast<double>(other[i]);
        squares += (x - y) * (x - y);
        length += x * x;
        other_length += y * y;
    }
    const double mean = (std::sqrt(length) + std::sqrt(other_length)) / 2;
    return {std::sqrt(squares), mean > 0 ? std::sqrt(squares) / mean : 0};
}

MatrixSlice streamOf(const Trace& trace, const std::string& tensor)
{
    MatrixSlice matrix = matrixOf(trace, tensor);
    if (matrix.isEmpty())
        throw Error({Message::tr("a run without %1", tensor), {}, Message::tr("two runs that have it"), {}});
    return matrix;
}

} // namespace

std::optional<int> StreamComparison::firstDifference(int token) const
{
    for (std::size_t height = 0; height < cells.size(); ++height)
        if (const auto& cell = cells[height].at(static_cast<std::size_t>(token));
            cell && cell->relative > rounding)
            return static_cast<int>(height);
    return std::nullopt;
}

StreamComparison compareStreams(const Trace& one, const Trace& other, AttentionSite stack, bool aligns)
{
    const bool is_encoder = stack == AttentionSite::Encoder;
    const int layers = is_encoder ? one.config.encoder_layers : one.config.decoder_layers;
    const int other_layers = is_encoder ? other.config.encoder_layers : other.config.decoder_layers;
    if (layers == 0 || layers != other_layers || one.config.d_model != other.config.d_model)
        throw Error({Message::tr("%1 layers of %2 numbers", other_layers, other.config.d_model), {},
            Message::tr("%1 layers of %2 numbers, as in the first run", layers, one.config.d_model), {}});
    const auto& tokens = is_encoder ? one.source : one.target;
    const auto& others = is_encoder ? other.source : other.target;
    if (tokens.size() != others.size() && !aligns)
        throw Error({Message::tr("a second run of %1 tokens", others.size()), {},
            Message::tr("%1 tokens, as the first one has", tokens.size()),
            Message::tr("Choose a twin that is as long, or have the words aligned.")});
    StreamComparison result;
    result.counterparts = alignedTokens(idsOf(tokens), idsOf(others));
    result.tensors.emplace_back(stackInputTensor(stack));
    for (int layer = 0; layer < layers; ++layer)
        result.tensors.push_back(layerTensor(stack, layer, LayerPart::Output));
    for (const std::string& tensor : result.tensors) {
        const MatrixSlice rows = streamOf(one, tensor), other_rows = streamOf(other, tensor);
        std::vector<std::optional<VectorDifference>> cells(tokens.size());
        for (std::size_t t = 0; t < tokens.size(); ++t)
            if (result.counterparts[t] != no_counterpart)
                cells[t] =
                    differenceOf(rows.row(static_cast<int>(t)), other_rows.row(result.counterparts[t]));
        result.cells.push_back(std::move(cells));
    }
    return result;
}

Tensor tensorDifference(const Trace& one, const Trace& other, const std::string& tensor)
{
    Tensor difference = *other.tensor(tensor);
    const std::shared_ptr<const Tensor> first = one.tensor(tensor);
    if (first->shape != difference.shape)
        throw Error({Message::tr("%1 in two shapes", tensor), {}, Message::tr("runs with as many tokens"),
            Message::tr("Choose a twin that is as long.")});
    for (std::size_t i = 0; i < difference.values.size(); ++i)
        difference.values[i] -= first->values[i];
    return difference;
}

} // namespace glassformer
