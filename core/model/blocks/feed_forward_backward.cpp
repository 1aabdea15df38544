#include "core/model/blocks/feed_forward.h"

#include "core/model/blocks/linear.h"

namespace glassformer {

template <typename Scalar>
void feedForwardBackward(const Matrix<Scalar>& x, const FeedForwardWeights<Scalar>& weights,
    Activation activation, const FeedForwardRecord<Scalar>& record, const Matrix<Scalar>& d_output,
    FeedForwardWeights<Scalar>& gradients, Matrix<Scalar>& d_x)
{
    Matrix<Scalar> d_hidden(record.hidden.rows(), record.hidden.cols());
    linearBackward(record.hidden, weights.output, d_output, gradients.output, d_hidden, Write::Replace);
    activateBackward<Scalar>(activation, record.before, d_hidden);
    linearBackward(x, weights.hidden, d_hidden, gradients.hidden, d_x, Write::Add);
}

template void feedForwardBackward(const Matrix<float>&, const FeedForwardWeights<float>&, Activation,
    const FeedForwardRecord<float>&, const Matrix<float>&, FeedForwardWeights<float>&, Matrix<float>&);
template void feedForwardBackward(const Matrix<double>&, const FeedForwardWeights<double>&, Activation,
    const FeedForwardRecord<double>&, const Matrix<double>&, FeedForwardWeights<double>&, Matrix<double>&);

} // namespace glassformer
