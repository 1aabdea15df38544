#include "core/model/blocks/attention.h"

#include "core/model/blocks/attention_projection.h"
#include "core/model/blocks/attention_rows.h"
#include "core/model/blocks/linear.h"
#include "core/tensor/softmax.h"

namespace glassformer {
namespace {

/** softmax(Q·Kᵀ / sqrt(d_k)) · V: "Attention Is All You Need", equation 1, for some queries Q of one head. */
template <typename Scalar>
void scaledDotProductAttention(AttentionRows<Scalar>& rows, const ModelConfig& config,
    const AttentionInput<Scalar>& input, AttentionRecord<Scalar>& record)
{
    weighKeys(rows, config, input, record);
    keepMap(rows, AttentionPart::Weights, input, record);
    multiply(rows.weights.leftCols(rows.seen), rows.value.topRows(rows.seen), rows.mixed);
}

/** A head's share of the mixed values, and what is changed in them. */
template <typename Scalar>
void changeMixed(
    const ModelConfig& config, const AttentionInput<Scalar>& input, AttentionRecord<Scalar>& record)
{
    if (!input.control)
        return;
    const Eigen::Index d_head = config.headSize();
    for (Eigen::Index h = 0; h < input.control->gates.size(); ++h)
        record.mixed.middleCols(h * d_head, d_head) *= input.control->gates(h);
    applyChanges<Scalar>(input.control->at(AttentionPart::Mixed), record.mixed, input.firstPlace(), d_head);
}

} // namespace

template <typename Scalar>
void weighKeys(AttentionRows<Scalar>& rows, const ModelConfig& config, const AttentionInput<Scalar>& input,
    AttentionRecord<Scalar>& record)
{
    multiplyByTransposed(rows.query, rows.key, rows.weights);
    rows.weights *= scoreScale<Scalar>(config);
    addBias(rows, config, input);
    keepMap(rows, AttentionPart::Scores, input, record);
    hideKeys(rows, input);
    keepMap(rows, AttentionPart::Masked, input, record);
    softmaxRows<Scalar>(rows.weights);
}

template <typename Scalar>
AttentionRecord<Scalar> attention(
    const ModelConfig& config, const AttentionWeights<Scalar>& weights, const AttentionInput<Scalar>& input)
{
    AttentionRecord<Scalar> record;
    if (input.mixed)
        record.mixed = *input.mixed;
    else {
        projectHeads(config, weights, input, record);
        makeRoom(config, input, record);
        forEachHead<Scalar>(config, input, record,
            [&](AttentionRows<Scalar>& rows) { scaledDotProductAttention(rows, config, input, record); });
    }
    changeMixed(config, input, record);
    const Eigen::Index n_new = input.queries_from.rows();
    record.output = n_new < record.mixed.rows()
        ? linear(Matrix<Scalar>(record.mixed.bottomRows(n_new)), weights.output)
        : linear(record.mixed, weights.output);
    if (input.control)
        applyChanges<Scalar>(input.control->at(AttentionPart::Output), record.output, input.first_query);
    return record;
}

template void weighKeys(
    AttentionRows<float>&, const ModelConfig&, const AttentionInput<float>&, AttentionRecord<float>&);
template void weighKeys(
    AttentionRows<double>&, const ModelConfig&, const AttentionInput<double>&, AttentionRecord<double>&);
template AttentionRecord<float> attention(
    const ModelConfig&, const AttentionWeights<float>&, const AttentionInput<float>&);
template AttentionRecord<double> attention(
    const ModelConfig&, const AttentionWeights<double>&, const AttentionInput<double>&);

} // namespace glassformer
