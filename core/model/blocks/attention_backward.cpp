#include "core/model/blocks/attention.h"

#include "core/model/blocks/linear.h"
#include "core/tensor/softmax.h"

#include <cmath>

namespace glassformer {

template <typename Scalar>
void attentionBackward(const ModelConfig& config, const AttentionWeights<Scalar>& weights,
    const AttentionInput<Scalar>& input, const AttentionRecord<Scalar>& record,
    const Matrix<Scalar>& d_output, AttentionGradients<Scalar> gradients)
{
    const int n_heads = config.n_heads;
    Matrix<Scalar> d_mixed(record.mixed.rows(), record.mixed.cols());
    linearBackward(record.mixed, weights.output, d_output, gradients.weights.output, d_mixed, Write::Replace);

    Matrix<Scalar> d_query(record.query.rows(), record.query.cols());
    Matrix<Scalar> d_key(record.key.rows(), record.key.cols());
    Matrix<Scalar> d_value(record.value.rows(), record.value.cols());
    const Eigen::Index d_k = record.query.cols() / n_heads;
    const Scalar scale = Scalar(1) / std::sqrt(static_cast<Scalar>(d_k));
    const bool gated = input.control && input.control->gates.size() > 0;

    Matrix<Scalar> d_weights, d_scores;
    for (int s = 0; s < input.query_segments.count(); ++s) {
        const int q0 = input.query_segments.begin(s), n_queries = input.query_segments.length(s);
        const int k0 = input.key_segments.begin(s), n_keys = input.key_segments.length(s);
        for (int h = 0; h < n_heads; ++h) {
            const std::size_t index = static_cast<std::size_t>(s) * n_heads + h;
            const Matrix<Scalar>& a = record.weights[index];
            const auto v = record.value.block(k0, h * d_k, n_keys, d_k);
            auto d_mix = d_mixed.block(q0, h * d_k, n_queries, d_k);
            if (gated) {
                const Scalar gate = input.control->gates(h);
                if (gradients.gates) {
                    Matrix<Scalar> ungated(n_queries, d_k);
                    multiply(a, v, ungated);
                    (*gradients.gates)(h) += d_mix.cwiseProduct(ungated).sum();
                }
                d_mix *= gate;
            }
            multiplyTransposedBy(a, d_mix, d_value.block(k0, h * d_k, n_keys, d_k));
            d_weights.resize(n_queries, n_keys);
            multiplyByTransposed(d_mix, v, d_weights);
            if (gradients.d_weights && index < gradients.d_weights->size()
                && (*gradients.d_weights)[index].size() > 0)
                d_weights += (*gradients.d_weights)[index];

            d_scores.resize(n_queries, n_keys);
            softmaxRowsBackward<Scalar>(a, d_weights, d_scores);
            d_scores *= scale;
            multiply(d_scores, record.key.block(k0, h * d_k, n_keys, d_k),
                d_query.block(q0, h * d_k, n_queries, d_k));
            multiplyTransposedBy(d_scores, record.query.block(q0, h * d_k, n_queries, d_k),
                d_key.block(k0, h * d_k, n_keys, d_k));
        }
    }
    linearBackward(input.queries_from, weights.query, d_query, gradients.weights.query,
        gradients.queries_from, Write::Add);
    linearBackward(
        input.keys_from, weights.key, d_key, gradients.weights.key, gradients.keys_from, Write::Add);
    linearBackward(
        input.keys_from, weights.value, d_value, gradients.weights.value, gradients.keys_from, Write::Add);
}

template void attentionBackward(const ModelConfig&, const AttentionWeights<float>&,
    const AttentionInput<float>&, const AttentionRecord<float>&, const Matrix<float>&,
    AttentionGradients<float>);
template void attentionBackward(const ModelConfig&, const AttentionWeights<double>&,
    const AttentionInput<double>&, const AttentionRecord<double>&, const Matrix<double>&,
    AttentionGradients<double>);

} // namespace glassformer
