#include "core/model/blocks/embedding_backward.h"

#include "core/model/blocks/linear.h"
#include "core/model/changes/change_backward.h"

namespace glassformer {

template <typename Scalar>
Matrix<Scalar> enteredBackward(const ModelConfig& config, const TransformerWeights<Scalar>& weights,
    const StackWeights<Scalar>& stack, const EmbeddingRecord<Scalar>& record,
    const StackControl<Scalar>* control, Matrix<Scalar> d_entered, StackWeights<Scalar>& gradients)
{
    if (control)
        applyChangesBackward<Scalar>(&control->input, d_entered, 0);
    if (!weights.embedding_projection.isEmpty()) {
        Matrix<Scalar> d_narrow(d_entered.rows(), config.embeddingWidth());
        linearInputBackward(weights.embedding_projection, d_entered, d_narrow, Write::Replace);
        d_entered = std::move(d_narrow);
    }
    if (!config.embedding_norm)
        return d_entered;
    return normalizeBackward(config, stack.embedding_norm, record.norm, d_entered, gradients.embedding_norm);
}

template Matrix<float> enteredBackward(const ModelConfig&, const TransformerWeights<float>&,
    const StackWeights<float>&, const EmbeddingRecord<float>&, const StackControl<float>*, Matrix<float>,
    StackWeights<float>&);
template Matrix<double> enteredBackward(const ModelConfig&, const TransformerWeights<double>&,
    const StackWeights<double>&, const EmbeddingRecord<double>&, const StackControl<double>*, Matrix<double>,
    StackWeights<double>&);

} // namespace glassformer
