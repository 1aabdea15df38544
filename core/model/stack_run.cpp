#include "core/model/stack_run.h"

#include <utility>

namespace glassformer {
namespace {

/** The rows of a pass in a matrix of all rows; empty where nothing was kept. */
template <typename Scalar> Matrix<Scalar> rowsOf(const Matrix<Scalar>& all, int first_row, Eigen::Index rows)
{
    return all.size() > 0 ? Matrix<Scalar>(all.middleRows(first_row, rows)) : Matrix<Scalar>();
}

/** What the layers that need not run have passed on. */
template <typename Scalar>
void takeBegun(const BegunStack<Scalar>& begun, int first_row, StackRecord<Scalar>& record)
{
    const Eigen::Index rows = record.embedding.output().rows();
    record.begun = static_cast<std::size_t>(begun.layers);
    for (std::size_t l = 0; l < record.begun; ++l) {
        record.stream.push_back(rowsOf(begun.record->stream[l], first_row, rows));
        record.attended.push_back(rowsOf(begun.record->attended[l], first_row, rows));
    }
}

} // namespace

template <typename Scalar>
StackRun<Scalar>::StackRun(const Transformer<Scalar>& model, bool is_decoder, const Memory<Scalar>* memory,
    const TokenBatch& tokens, PassOptions<Scalar> options)
    : m_options(std::move(options))
    , m_tokens(tokens)
    , m_pass{model, is_decoder, m_tokens.segments, memory, m_options, &m_rotation}
{
    if (!is_decoder || !m_options.cache)
        return;
    m_options.cache->layers.resize(static_cast<std::size_t>(model.config.decoder_layers));
    m_first_row = m_options.cache->rows;
}

template <typename Scalar> bool StackRun<Scalar>::advance()
{
    m_options.cancel.check();
    if (m_layer < 0)
        embedTokens();
    else if (m_layer < m_pass.layers())
        runNextLayer();
    else {
        finish();
        return false;
    }
    return true;
}

template <typename Scalar> void StackRun<Scalar>::embedTokens()
{
    const ModelConfig& config = m_pass.model.config;
    if (config.position_kind == PositionKind::Rotary)
        m_rotation = rotation<Scalar>(
            rotaryFrequencies(config.rotary, config.headSize()), m_first_row, m_tokens.segments.longest());
    m_record.embedding = embed(m_pass.model.config, m_pass.model.weights, m_pass.weights(),
        {m_tokens.ids, m_tokens.segments, m_first_row, m_tokens.segment_rows}, m_pass.control());
    takeBegun(m_options.begun, m_first_row, m_record);
    m_record.layers.reserve(static_cast<std::size_t>(m_pass.layers()));
    m_layer = m_options.begun.layers;
}

template <typename Scalar> void StackRun<Scalar>::runNextLayer()
{
    LayerInput<Scalar> input =
        layerInput(m_pass, m_layer, m_record.inputOf(static_cast<std::size_t>(m_layer)), m_first_row);
    if (m_layer + 1 == m_pass.layers())
        input.only_row = m_options.only_row;
    else if (m_layer == m_options.begun.layers)
        input.mixed = m_options.begun.mixed;
    LayerRecord<Scalar> layer = runLayer<Scalar>(m_pass.model.config, m_pass.layerWeights(m_layer), input);
    if (m_options.see_layer)
        m_options.see_layer(m_layer, layer);
    if (m_options.keep_layers)
        m_record.layers.push_back(std::move(layer));
    else {
        m_record.attended.push_back(std::move(layer.attended()));
        m_record.stream.push_back(std::move(layer.feed_forward_sublayer.residual));
    }
    ++m_layer;
}

template <typename Scalar> void StackRun<Scalar>::finish()
{
    const ModelConfig& config = m_pass.model.config;
    const Matrix<Scalar>& last = m_record.inputOf(static_cast<std::size_t>(m_pass.layers()));
    if (config.norm_placement == NormPlacement::Before)
        m_record.output = normalize(config, last, m_pass.weights().norm, m_record.norm);
    else
        m_record.output = last;
    if (const StackControl<Scalar>* control = m_pass.control())
        applyChanges<Scalar>(&control->output, m_record.output, m_options.only_row.value_or(m_first_row));
    if (m_pass.is_decoder && m_options.cache)
        m_options.cache->rows += static_cast<int>(m_tokens.ids.size());
}

template class StackRun<float>;
template class StackRun<double>;

} // namespace glassformer
