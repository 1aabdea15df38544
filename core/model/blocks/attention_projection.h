#pragma once

#include "core/model/blocks/attention.h"

namespace glassformer {

/** W_Q or W_K, and what is done with its rows. */
template <typename Scalar> struct Projection
{
    const Matrix<Scalar>& x;
    const Segments& segments;
    const LinearWeights<Scalar>& weights;
    const NormWeights<Scalar>& norm; ///< of each head; empty where the model has none
    AttentionPart projected_part, part; ///< before norm and turn, and behind them
    int first_row; ///< place of x's first row
};

template <typename Scalar>
Projection<Scalar> queryProjection(
    const AttentionWeights<Scalar>& weights, const AttentionInput<Scalar>& input);
template <typename Scalar>
Projection<Scalar> keyProjection(
    const AttentionWeights<Scalar>& weights, const AttentionInput<Scalar>& input);

/** x·W + b with what is changed in it, before norm and turn. */
template <typename Scalar>
Matrix<Scalar> projectedRows(
    const Projection<Scalar>& projection, const ModelConfig& config, const AttentionInput<Scalar>& input);

/** Whether queries and keys are turned, as far as the places are there. */
template <typename Scalar> bool turnsHeads(const ModelConfig& config, const AttentionInput<Scalar>& input);

/** What is changed in queries, keys or values of so many columns: heads that share keys share that. */
template <typename Scalar>
RecordChanges<Scalar> headChanges(
    AttentionPart part, Eigen::Index columns, const ModelConfig& config, const AttentionInput<Scalar>& input);

/**
 * Queries, keys and values of all rows that may be looked at: W_Q, W_K and W_V, the norm and the turn of each head where
 * the model has them. What a cache remembers is not computed again.
 */
template <typename Scalar>
void projectHeads(const ModelConfig& config, const AttentionWeights<Scalar>& weights,
    const AttentionInput<Scalar>& input, AttentionRecord<Scalar>& record);

/** Gradients of queries, keys and values, as wide as these [rows, heads · d_head]. */
template <typename Scalar> struct HeadGradients
{
    Matrix<Scalar> query, key, value;
};

/**
 * The derivative of projectHeads(), without a cache: adds to the gradients of what was projected and of the matrices; not
 * to those of the norms of queries and keys.
 */
template <typename Scalar>
void projectHeadsBackward(const ModelConfig& config, const AttentionWeights<Scalar>& weights,
    const AttentionInput<Scalar>& input, HeadGradients<Scalar> d_heads,
    AttentionGradients<Scalar>& gradients);

} // namespace glassformer
