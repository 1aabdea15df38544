#pragma once

#include "core/model/blocks/attention.h"

#include <functional>

namespace glassformer {

/** Some queries of one head: what their attention reads, and where it goes. */
template <typename Scalar> struct AttentionRows
{
    ConstMatrixView<Scalar> query; ///< Q [queries, d_head]
    ConstMatrixView<Scalar> key; ///< K [keys, d_head]
    ConstMatrixView<Scalar> value; ///< V [keys, d_head]
    MatrixView<Scalar> weights; ///< [queries, keys]: holds the scores first
    MatrixView<Scalar> mixed; ///< [queries, d_head]
    int segment = 0;
    int head = 0;
    Eigen::Index first = 0; ///< the first of these queries, counted in the segment
    std::size_t map = 0; ///< of the record's maps
    Eigen::Index seen = 0; ///< keys from here on are hidden from all of these queries
};

/** Room in the record for everything that attention to its queries and keys puts out. */
template <typename Scalar>
void makeRoom(
    const ModelConfig& config, const AttentionInput<Scalar>& input, AttentionRecord<Scalar>& record);

/** Calls `attend` for all queries of all heads, so many together as the second cache holds, on as many threads as pay. */
template <typename Scalar>
void forEachHead(const ModelConfig& config, const AttentionInput<Scalar>& input,
    AttentionRecord<Scalar>& record, const std::function<void(AttentionRows<Scalar>&)>& attend);

/** 1 / sqrt(d_k), or 1 for a model that does not scale. */
template <typename Scalar> Scalar scoreScale(const ModelConfig& config);

/** Adds the learned bias of every distance, where positions are relative. */
template <typename Scalar>
void addBias(AttentionRows<Scalar>& rows, const ModelConfig& config, const AttentionInput<Scalar>& input);

/** -inf where a query must not look: at what comes later, too far back, or over an edge that is cut. */
template <typename Scalar> void hideKeys(AttentionRows<Scalar>& rows, const AttentionInput<Scalar>& input);

/** Carries out the changes of a map and keeps it, where that is wanted. */
template <typename Scalar>
void keepMap(const AttentionRows<Scalar>& rows, AttentionPart part, const AttentionInput<Scalar>& input,
    AttentionRecord<Scalar>& record);

/** softmax(Q·Kᵀ / sqrt(d_k)) of what may be seen, before the weights themselves are changed; keeps the maps on the way. */
template <typename Scalar>
void weighKeys(AttentionRows<Scalar>& rows, const ModelConfig& config, const AttentionInput<Scalar>& input,
    AttentionRecord<Scalar>& record);

} // namespace glassformer
