#include "core/tensor/activation.h"

#include "core/tensor/kernel/active_kernel.h"
#include "core/tensor/parallel.h"

#include <cassert>
#include <cmath>
#include <numbers>

namespace glassformer {

namespace {

constexpr double gelu_scale = std::numbers::sqrt2 * std::numbers::inv_sqrtpi; ///< sqrt(2 / pi)
constexpr double gelu_cube = 0.044715;

double normalShare(double x)
{
    return 0.5 * std::erfc(-x / std::numbers::sqrt2);
}

double normalDensity(double x)
{
    return std::exp(-0.5 * x * x) * std::numbers::inv_sqrtpi / std::numbers::sqrt2;
}

double sigmoid(double x)
{
    return 1 / (1 + std::exp(-x));
}

double curve(Activation activation, double x)
{
    switch (activation) {
    case Activation::ReLU:
        return x < 0 ? 0 : x;
    case Activation::GeluErf:
        return x * normalShare(x);
    case Activation::GeluTanh:
        return 0.5 * x * (1 + std::tanh(gelu_scale * (x + gelu_cube * x * x * x)));
    case Activation::SiLU:
        break;
    }
    return x * sigmoid(x);
}

double slope(Activation activation, double x)
{
    switch (activation) {
    case Activation::ReLU:
        return x > 0 ? 1 : 0;
    case Activation::GeluErf:
        return normalShare(x) + x * normalDensity(x);
    case Activation::GeluTanh: {
        const double t = std::tanh(gelu_scale * (x + gelu_cube * x * x * x));
        return 0.5 * (1 + t) + 0.5 * x * (1 - t * t) * gelu_scale * (1 + 3 * gelu_cube * x * x);
    }
    case Activation::SiLU:
        break;
    }
    const double s = sigmoid(x);
    return s + x * s * (1 - s);
}

} // namespace

template <> void activateBlock<float>(Activation activation, ConstMatrixView<float> x, MatrixView<float> y)
{
    assert(x.rows() == y.rows() && x.cols() == y.cols());
    for (Eigen::Index i = 0; i < x.rows(); ++i)
        kernel::activeTable().activate(activation, x.row(i).data(), y.row(i).data(), x.cols());
}

template <> void activateBlock<double>(Activation activation, ConstMatrixView<double> x, MatrixView<double> y)
{
    y = x.unaryExpr([activation](double value) { return curve(activation, value); });
}

template <> void activate<float>(Activation activation, const Matrix<float>& x, Matrix<float>& y)
{
    y.resize(x.rows(), x.cols());
    parallelRows(x.rows(), x.cols(), [&](Eigen::Index first, Eigen::Index count) {
        activateBlock<float>(activation, x.middleRows(first, count), y.middleRows(first, count));
    });
}

template <> void activate<double>(Activation activation, const Matrix<double>& x, Matrix<double>& y)
{
    y = x.unaryExpr([activation](double value) { return curve(activation, value); });
}

template <> void activate<float>(Activation activation, Matrix<float>& x)
{
    activate<float>(activation, x, x);
}

template <> void activate<double>(Activation activation, Matrix<double>& x)
{
    activate<double>(activation, x, x);
}

template <> void activateBackward<float>(Activation activation, const Matrix<float>& x, Matrix<float>& d_y)
{
    assert(x.rows() == d_y.rows() && x.cols() == d_y.cols());
    kernel::activeTable().activateBackward(activation, x.data(), d_y.data(), d_y.data(), x.size());
}

template <> void activateBackward<double>(Activation activation, const Matrix<double>& x, Matrix<double>& d_y)
{
    assert(x.rows() == d_y.rows() && x.cols() == d_y.cols());
    d_y.array() *= x.array().unaryExpr([activation](double value) { return slope(activation, value); });
}

} // namespace glassformer
