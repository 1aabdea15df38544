// Part of source.h: softmax and activations. They handle NaN as the plain formulas do, so that a
// training that diverges is seen: comparisons are written such that NaN takes the branch that keeps it.

namespace glassformer::kernel {
namespace {

typedef int IntRegister __attribute__((vector_size(lanes * 4)));

/** The power 2^n as a float, for -126 <= n <= 127: n is written into the exponent's bits. */
inline Register powerOfTwo(IntRegister n)
{
    return reinterpret_cast<Register>((n + 127) << 23);
}

/**
 * e^x within 2 units in the last place, gradually to 0 and to infinity at the ends: x = n ln 2 + r with |r|
 * below half of ln 2, the polynomial of the Cephes library for e^r, and 2^n in two steps because n may leave
 * the range of one float.
 */
inline Register exponential(Register x)
{
    const Register lowest = broadcast(-104.0F);
    const Register highest = broadcast(89.0F);
    x = x < lowest ? lowest : x;
    x = x > highest ? highest : x;
    const Register rounder = broadcast(12582912.0F); // 1.5 * 2^23: adding it rounds to an integer
    const Register n = (x * 1.44269504F + rounder) - rounder;
    const Register r = (x - n * 0.693359375F) + n * 2.12194440e-4F;
    Register sum = broadcast(1.9875691500e-4F);
    sum = sum * r + 1.3981999507e-3F;
    sum = sum * r + 8.3334519073e-3F;
    sum = sum * r + 4.1665795894e-2F;
    sum = sum * r + 1.6666665459e-1F;
    sum = sum * r + 5.0000001201e-1F;
    sum = sum * (r * r) + r + 1.0F;
    const IntRegister power = __builtin_convertvector(n, IntRegister);
    const IntRegister half = power >> 1;
    return sum * powerOfTwo(half) * powerOfTwo(power - half);
}

/** erf x as a quotient of polynomials, within 4 units in the last place; beyond 4 it is 1 in float. */
inline Register errorFunction(Register x)
{
    x = x < -4.0F ? broadcast(-4.0F) : x;
    x = x > 4.0F ? broadcast(4.0F) : x;
    const Register square = x * x;
    Register above = broadcast(-2.72614225801306e-10F);
    above = above * square + 2.77068142495902e-08F;
    above = above * square - 2.10102402082508e-06F;
    above = above * square - 5.69250639462346e-05F;
    above = above * square - 7.34990630326855e-04F;
    above = above * square - 2.95459980854025e-03F;
    above = above * square - 1.60960333262415e-02F;
    Register below = broadcast(-1.45660718464996e-05F);
    below = below * square - 2.13374055278905e-04F;
    below = below * square - 1.68282697438203e-03F;
    below = below * square - 7.37332916720468e-03F;
    below = below * square - 1.42647390514189e-02F;
    return x * above / below;
}

inline float largestLane(Register value)
{
    float largest = value[0];
    for (Index i = 1; i < lanes; ++i)
        largest = value[i] > largest ? value[i] : largest;
    return largest;
}

inline float sumOfLanes(Register value)
{
    float sum = 0;
    for (Index i = 0; i < lanes; ++i)
        sum += value[i];
    return sum;
}

constexpr float hidden_score = -__builtin_inff();

/** How many scores are left without the hidden ones at the end, whole registers of them: those after a causal query. */
inline Index withoutHiddenEnd(const float* row, Index count)
{
    while (count >= lanes) {
        const IntRegister seen = load(row + count - lanes) != hidden_score; // NaN is seen
        int any = 0;
        for (Index i = 0; i < lanes; ++i)
            any |= seen[i];
        if (any)
            break;
        count -= lanes;
    }
    return count;
}

inline void fillAll(float* to, Index count, float value)
{
    const Index whole = count / lanes * lanes;
    for (Index j = 0; j < whole; j += lanes)
        store(to + j, broadcast(value));
    for (Index j = whole; j < count; ++j)
        to[j] = value;
}

void softmaxRow(float* row, Index all)
{
    const Index count = withoutHiddenEnd(row, all);
    const Index whole = count / lanes * lanes;
    const bool has_rest = whole < count;
    const Register rest =
        has_rest ? loadPart(row + whole, count - whole, hidden_score) : broadcast(hidden_score);
    Register largest = rest;
    for (Index j = 0; j < whole; j += lanes) {
        const Register value = load(row + j);
        largest = value > largest ? value : largest;
    }
    const float top = largestLane(largest);
    const float shift = top == hidden_score ? 0 : top;
    const Register rest_weights = has_rest ? exponential(rest - shift) : Register{};
    Register sums = rest_weights;
    for (Index j = 0; j < whole; j += lanes) {
        const Register weights = exponential(load(row + j) - shift);
        store(row + j, weights);
        sums += weights;
    }
    const float sum = sumOfLanes(sums);
    const float scale = sum == 0 ? 0 : 1 / sum; // everything hidden: zeros
    for (Index j = 0; j < whole; j += lanes)
        store(row + j, load(row + j) * scale);
    if (has_rest)
        storePart(row + whole, rest_weights * scale, count - whole);
    fillAll(row + count, all - count, 0 * scale); // NaN if there is one in the row
}

void softmax(float* scores, Index rows, Index columns, Index stride)
{
    for (Index i = 0; i < rows; ++i)
        softmaxRow(scores + i * stride, columns);
}

inline Register sigmoid(Register x)
{
    return 1.0F / (1.0F + exponential(-x));
}

/** The slope of the sigmoid, s (1 - s); written so, the small numbers far from 0 would be lost in the
 * difference. */
inline Register sigmoidSlope(Register x)
{
    const Register e = exponential(x < 0.0F ? x : -x);
    return e / ((1.0F + e) * (1.0F + e));
}

constexpr float gelu_scale =
    1.59576912F; ///< 2 sqrt(2 / pi): tanh is written as a sigmoid of twice its argument
constexpr float gelu_cube = 0.044715F;
constexpr float inverse_root_two = 0.70710678F;
constexpr float inverse_root_two_pi = 0.39894228F;

template <Activation activation> inline Register curve(Register x)
{
    if constexpr (activation == Activation::ReLU)
        return x < 0.0F ? Register{} : x;
    if constexpr (activation == Activation::GeluErf)
        return 0.5F * x * (1.0F + errorFunction(x * inverse_root_two));
    if constexpr (activation == Activation::GeluTanh)
        return x * sigmoid(gelu_scale * (x + gelu_cube * x * x * x));
    return x * sigmoid(x);
}

template <Activation activation> inline Register slope(Register x)
{
    if constexpr (activation == Activation::ReLU)
        return x > 0.0F ? broadcast(1.0F) : Register{};
    if constexpr (activation == Activation::GeluErf)
        return 0.5F * (1.0F + errorFunction(x * inverse_root_two))
            + x * inverse_root_two_pi * exponential(-0.5F * x * x);
    if constexpr (activation == Activation::GeluTanh) {
        const Register inner = gelu_scale * (x + gelu_cube * x * x * x);
        return sigmoid(inner) + x * sigmoidSlope(inner) * gelu_scale * (1.0F + 3 * gelu_cube * x * x);
    }
    return sigmoid(x) + x * sigmoidSlope(x);
}

template <Activation activation> void curveOfAll(const float* input, float* output, Index count)
{
    const Index whole = count / lanes * lanes;
    for (Index j = 0; j < whole; j += lanes)
        store(output + j, curve<activation>(load(input + j)));
    const Index rest = count - whole;
    if (rest == 0)
        return;
    storePart(output + whole, curve<activation>(loadPart(input + whole, rest, 0)), rest);
}

template <Activation activation>
void slopeOfAll(const float* input, const float* d_output, float* d_input, Index count)
{
    const Index whole = count / lanes * lanes;
    for (Index j = 0; j < whole; j += lanes)
        store(d_input + j, load(d_output + j) * slope<activation>(load(input + j)));
    const Index rest = count - whole;
    const Register d_rest = loadPart(d_output + whole, rest, 0);
    storePart(d_input + whole, d_rest * slope<activation>(loadPart(input + whole, rest, 0)), rest);
}

void activate(Activation activation, const float* input, float* output, Index count)
{
    switch (activation) {
    case Activation::ReLU:
        return curveOfAll<Activation::ReLU>(input, output, count);
    case Activation::GeluErf:
        return curveOfAll<Activation::GeluErf>(input, output, count);
    case Activation::GeluTanh:
        return curveOfAll<Activation::GeluTanh>(input, output, count);
    case Activation::SiLU:
        return curveOfAll<Activation::SiLU>(input, output, count);
    }
}

void activateBackward(
    Activation activation, const float* input, const float* d_output, float* d_input, Index count)
{
    switch (activation) {
    case Activation::ReLU:
        return slopeOfAll<Activation::ReLU>(input, d_output, d_input, count);
    case Activation::GeluErf:
        return slopeOfAll<Activation::GeluErf>(input, d_output, d_input, count);
    case Activation::GeluTanh:
        return slopeOfAll<Activation::GeluTanh>(input, d_output, d_input, count);
    case Activation::SiLU:
        return slopeOfAll<Activation::SiLU>(input, d_output, d_input, count);
    }
}

} // namespace
} // namespace glassformer::kernel
