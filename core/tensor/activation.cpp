#include "core/tensor/activation.h"

#include <cmath>
#include <numbers>

namespace glassformer {
namespace {

template <typename Scalar>
Scalar normalCdf(Scalar x)
{
    return Scalar(0.5) * (1 + std::erf(x / std::numbers::sqrt2_v<Scalar>));
}

template <typename Scalar>
Scalar sigmoid(Scalar x)
{
    return 1 / (1 + std::exp(-x));
}

/** The argument of tanh in the approximation of GELU, and its derivative. */
template <typename Scalar>
constexpr Scalar gelu_cubic = Scalar(0.044715);

template <typename Scalar>
Scalar geluInner(Scalar x)
{
    return std::sqrt(2 * std::numbers::inv_pi_v<Scalar>) * (x + gelu_cubic<Scalar> * x * x * x);
}

template <typename Scalar>
Scalar geluTanhDerivative(Scalar x)
{
    const Scalar t = std::tanh(geluInner(x));
    const Scalar inner = std::sqrt(2 * std::numbers::inv_pi_v<Scalar>) * (1 + 3 * gelu_cubic<Scalar> * x * x);
    return Scalar(0.5) * (1 + t) + Scalar(0.5) * x * (1 - t * t) * inner;
}

} // namespace

template <typename Scalar>
void activate(Activation activation, Matrix<Scalar>& x)
{
    switch (activation) {
    case Activation::ReLU:
        x = x.cwiseMax(Scalar(0));
        break;
    case Activation::GeluErf:
        x = x.unaryExpr([](Scalar v) { return v * normalCdf(v); });
        break;
    case Activation::GeluTanh:
        x = x.unaryExpr([](Scalar v) { return Scalar(0.5) * v * (1 + std::tanh(geluInner(v))); });
        break;
    case Activation::SiLU:
        x = x.unaryExpr([](Scalar v) { return v * sigmoid(v); });
        break;
    }
}

template <typename Scalar>
void activateBackward(Activation activation, const Matrix<Scalar>& x, Matrix<Scalar>& d_y)
{
    const auto times = [&x, &d_y](auto derivative) { d_y.array() *= x.unaryExpr(derivative).array(); };
    switch (activation) {
    case Activation::ReLU:
        d_y = (x.array() > Scalar(0)).select(d_y, Scalar(0));
        break;
    case Activation::GeluErf:
        times([](Scalar v) {
            const Scalar density = std::exp(-v * v / 2) * std::sqrt(std::numbers::inv_pi_v<Scalar> / 2);
            return normalCdf(v) + v * density;
        });
        break;
    case Activation::GeluTanh:
        times([](Scalar v) { return geluTanhDerivative(v); });
        break;
    case Activation::SiLU:
        times([](Scalar v) {
            const Scalar s = sigmoid(v);
            return s * (1 + v * (1 - s));
        });
        break;
    }
}

template void activate(Activation, Matrix<float>&);
template void activate(Activation, Matrix<double>&);
template void activateBackward(Activation, const Matrix<float>&, Matrix<float>&);
template void activateBackward(Activation, const Matrix<double>&, Matrix<double>&);

} // namespace glassformer
