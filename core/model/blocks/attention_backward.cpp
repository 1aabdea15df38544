#include "core/model/blocks/attention.h"

#include "core/model/blocks/attention_projection.h"
#include "core/model/blocks/attention_rows.h"
#include "core/model/blocks/linear.h"
#include "core/model/changes/change_backward.h"
#include "core/tensor/softmax.h"

namespace glassformer {
namespace {

/** No gradient passes where numbers of a head's map are set. */
template <typename Scalar>
void stopAt(AttentionPart part, int head, const AttentionInput<Scalar>& input, Matrix<Scalar>& d_map)
{
    if (const RecordChanges<Scalar>* const changes = input.control ? input.control->at(part) : nullptr)
        for (const RecordChange<Scalar>& change : zeroed(*changes))
            if (change.head == every || change.head == head)
                applyChange<Scalar>(change, d_map, input.first_query);
}

/** Attention of one head in one sentence, backwards. */
template <typename Scalar> class HeadBackward
{
public:
    HeadBackward(const ModelConfig& config, const AttentionInput<Scalar>& input,
        const AttentionRecord<Scalar>& record, int segment, int head)
        : m_config(config)
        , m_input(input)
        , m_record(record)
        , m_segment(segment)
        , m_head(head)
        , m_map(static_cast<std::size_t>(segment) * config.n_heads + head)
        , m_width(config.headSize())
        , m_column(head * m_width)
        , m_shared_column(head / (config.n_heads / config.keyValueHeads()) * m_width)
        , m_first_query(input.query_segments.begin(segment))
        , m_queries(input.query_segments.length(segment))
        , m_first_key(input.key_segments.begin(segment))
        , m_keys(input.key_segments.length(segment))
    {
    }

    /** From d_mixed, of all heads. */
    void run(Matrix<Scalar>& d_mixed, AttentionGradients<Scalar>& gradients, HeadGradients<Scalar>& d_heads)
    {
        auto d_mix = d_mixed.block(m_first_query, m_column, m_queries, m_width);
        ungate(d_mix, gradients.gates);
        multiplyTransposedBy(m_record.weights[m_map], d_mix, keysOf(d_heads.value), Write::Add);
        Matrix<Scalar> d_weights(m_queries, m_keys);
        multiplyByTransposed(d_mix, keysOf(m_record.value.own()), d_weights);
        if (gradients.d_weights && m_map < gradients.d_weights->size()
            && (*gradients.d_weights)[m_map].size() > 0)
            d_weights += (*gradients.d_weights)[m_map];
        const Matrix<Scalar> d_scores = scoresBackward(d_weights);
        multiply(d_scores, keysOf(m_record.key.own()), queriesOf(d_heads.query));
        multiplyTransposedBy(d_scores, queriesOf(m_record.query.own()), keysOf(d_heads.key), Write::Add);
    }

private:
    template <typename Rows> auto queriesOf(Rows& rows) const
    {
        return rows.block(m_first_query, m_column, m_queries, m_width);
    }
    template <typename Rows> auto keysOf(Rows& rows) const
    {
        return rows.block(m_first_key, m_shared_column, m_keys, m_width);
    }

    void ungate(MatrixView<Scalar> d_mix, RowVector<Scalar>* d_gates) const
    {
        if (!m_input.control || m_input.control->gates.size() == 0)
            return;
        if (d_gates) {
            Matrix<Scalar> ungated(m_queries, m_width);
            multiply(m_record.weights[m_map], keysOf(m_record.value.own()), ungated);
            (*d_gates)(m_head) += d_mix.cwiseProduct(ungated).sum();
        }
        d_mix *= m_input.control->gates(m_head);
    }

    /** The gradient of q·k, from that of the weights. */
    Matrix<Scalar> scoresBackward(Matrix<Scalar>& d_weights) const
    {
        Matrix<Scalar> d_scores(m_queries, m_keys);
        if (m_input.control && m_input.control->at(AttentionPart::Weights)) {
            stopAt(AttentionPart::Weights, m_head, m_input, d_weights);
            softmaxRowsBackward<Scalar>(unchangedWeights(), d_weights, d_scores);
        } else
            softmaxRowsBackward<Scalar>(m_record.weights[m_map], d_weights, d_scores);
        stopAt(AttentionPart::Masked, m_head, m_input, d_scores);
        stopAt(AttentionPart::Scores, m_head, m_input, d_scores);
        d_scores *= scoreScale<Scalar>(m_config);
        return d_scores;
    }

    /** The record has them changed. */
    Matrix<Scalar> unchangedWeights() const
    {
        Matrix<Scalar> weights(m_queries, m_keys), mixed(m_queries, m_width);
        AttentionRows<Scalar> rows{queriesOf(m_record.query.own()), keysOf(m_record.key.own()),
            keysOf(m_record.value.own()), weights, mixed, m_segment, m_head, 0, m_map, m_keys};
        AttentionRecord<Scalar> unused;
        weighKeys(rows, m_config, m_input, unused);
        return weights;
    }

    const ModelConfig& m_config;
    const AttentionInput<Scalar>& m_input;
    const AttentionRecord<Scalar>& m_record;
    const int m_segment, m_head;
    const std::size_t m_map;
    const Eigen::Index m_width, m_column;
    const Eigen::Index m_shared_column; ///< of the keys and values, which groups of heads may share
    const Eigen::Index m_first_query, m_queries, m_first_key, m_keys;
};

template <typename Scalar> Matrix<Scalar> zerosLike(const Matrix<Scalar>& matrix)
{
    return Matrix<Scalar>::Zero(matrix.rows(), matrix.cols());
}

} // namespace

template <typename Scalar>
void attentionBackward(const ModelConfig& config, const AttentionWeights<Scalar>& weights,
    const AttentionInput<Scalar>& input, const AttentionRecord<Scalar>& record,
    const Matrix<Scalar>& d_output, AttentionGradients<Scalar> gradients)
{
    Matrix<Scalar> d_sum = d_output, d_mixed(record.mixed.rows(), record.mixed.cols());
    if (input.control)
        applyChangesBackward<Scalar>(input.control->at(AttentionPart::Output), d_sum, input.first_query);
    linearBackward(record.mixed, weights.output, d_sum, gradients.weights.output, d_mixed, Write::Replace);
    if (input.control)
        applyChangesBackward<Scalar>(
            input.control->at(AttentionPart::Mixed), d_mixed, input.first_query, config.headSize());
    HeadGradients<Scalar> d_heads{
        zerosLike(record.query.own()), zerosLike(record.key.own()), zerosLike(record.value.own())};
    for (int s = 0; s < input.query_segments.count(); ++s)
        for (int h = 0; h < config.n_heads; ++h)
            HeadBackward<Scalar>(config, input, record, s, h).run(d_mixed, gradients, d_heads);
    projectHeadsBackward<Scalar>(config, weights, input, std::move(d_heads), gradients);
}

template void attentionBackward(const ModelConfig&, const AttentionWeights<float>&,
    const AttentionInput<float>&, const AttentionRecord<float>&, const Matrix<float>&,
    AttentionGradients<float>);
template void attentionBackward(const ModelConfig&, const AttentionWeights<double>&,
    const AttentionInput<double>&, const AttentionRecord<double>&, const Matrix<double>&,
    AttentionGradients<double>);

} // namespace glassformer
