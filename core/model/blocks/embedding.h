#pragma once

#include "core/model/blocks/normalize.h"
#include "core/model/blocks/segments.h"
#include "core/model/changes/controls.h"
#include "core/model/weights.h"

#include <span>

namespace glassformer {

/** How tokens enter a stack. Matrices [rows, d_embedding], which is d_model unless the table is projected. */
template <typename Scalar> struct EmbeddingRecord
{
    Matrix<Scalar>
        embedding; ///< table rows, times sqrt(d_model) where the model scales them (paper, section 3.4)
    Matrix<Scalar> position; ///< empty for a model that adds no positions
    Matrix<Scalar> segment; ///< empty for a model without segments
    Matrix<Scalar> sum; ///< of these
    NormRecord<Scalar> norm; ///< only if the sum is normed
    Matrix<Scalar> entered; ///< normed and projected [rows, d_model]; empty if neither is done

    /** What the first layer reads. */
    const Matrix<Scalar>& output() const { return entered.size() > 0 ? entered : sum; }
};

/** What is embedded: ids below each other by segments, and the place of every segment's first token. */
struct EmbeddingInput
{
    std::span<const int> ids;
    const Segments& segments;
    int first_position = 0;
    std::span<const int> segment_rows{}; ///< of the segment table, as in TokenBatch
};

/** \param control  what is changed where tokens enter the stack; null: nothing */
template <typename Scalar>
EmbeddingRecord<Scalar> embed(const ModelConfig& config, const TransformerWeights<Scalar>& weights,
    const StackWeights<Scalar>& stack, const EmbeddingInput& input,
    const StackControl<Scalar>* control = nullptr);

/** Adds to the gradients of the tables, for configurations that are trainable. */
template <typename Scalar>
void embedBackward(const ModelConfig& config, const EmbeddingInput& input, const Matrix<Scalar>& d_sum,
    TransformerWeights<Scalar>& gradients, StackWeights<Scalar>& stack_gradients);

} // namespace glassformer
