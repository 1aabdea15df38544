#include "core/tensor/multiply.h"

#include "core/tensor/kernel/active_kernel.h"

#include <cassert>
#include <cstdint>

namespace glassformer {

namespace {

/** This thread's working memory for packed panels; kept, since products follow each other by the thousand. */
float* scratch(std::size_t floats)
{
    constexpr std::size_t alignment = 64;
    thread_local std::vector<float> memory;
    if (memory.size() < floats + alignment / sizeof(float))
        memory.resize(floats + alignment / sizeof(float));
    const auto address = reinterpret_cast<std::uintptr_t>(memory.data());
    return memory.data() + (alignment - address % alignment) % alignment / sizeof(float);
}

void run(kernel::Product product, const ConstMatrixView<float>& a, const ConstMatrixView<float>& b,
    MatrixView<float>& out, Write write)
{
    assert(out.rows() == product.m && out.cols() == product.n);
    product.k = product.a_transposed ? a.rows() : a.cols();
    assert(product.k == (product.b_transposed ? b.cols() : b.rows()));
    if (product.m == 0 || product.n == 0)
        return;
    if (product.k == 0) {
        if (write == Write::Replace)
            out.setZero();
        return;
    }
    product.a = a.data();
    product.b = b.data();
    product.out = out.data();
    product.a_stride = a.outerStride();
    product.b_stride = b.outerStride();
    product.out_stride = out.outerStride();
    product.add = write == Write::Add;
    const kernel::Table& table = kernel::activeTable();
    product.scratch = scratch(table.scratch_floats);
    table.multiply(product);
}

template <typename Left, typename Right>
void runDouble(const Left& a, const Right& b, MatrixView<double>& out, Write write)
{
    assert(out.rows() == a.rows() && out.cols() == b.cols() && a.cols() == b.rows());
    if (write == Write::Replace)
        out.noalias() = a * b;
    else
        out.noalias() += a * b;
}

} // namespace

void multiply(ConstMatrixView<float> a, ConstMatrixView<float> b, MatrixView<float> out, Write write)
{
    kernel::Product product;
    product.m = a.rows();
    product.n = b.cols();
    run(product, a, b, out, write);
}

void multiply(ConstMatrixView<double> a, ConstMatrixView<double> b, MatrixView<double> out, Write write)
{
    runDouble(a, b, out, write);
}

void multiplyByTransposed(
    ConstMatrixView<float> a, ConstMatrixView<float> b, MatrixView<float> out, Write write)
{
    kernel::Product product;
    product.m = a.rows();
    product.n = b.rows();
    product.b_transposed = true;
    run(product, a, b, out, write);
}

void multiplyByTransposed(
    ConstMatrixView<double> a, ConstMatrixView<double> b, MatrixView<double> out, Write write)
{
    runDouble(a, b.transpose(), out, write);
}

void multiplyTransposedBy(
    ConstMatrixView<float> a, ConstMatrixView<float> b, MatrixView<float> out, Write write)
{
    kernel::Product product;
    product.m = a.cols();
    product.n = b.cols();
    product.a_transposed = true;
    run(product, a, b, out, write);
}

void multiplyTransposedBy(
    ConstMatrixView<double> a, ConstMatrixView<double> b, MatrixView<double> out, Write write)
{
    runDouble(a.transpose(), b, out, write);
}

} // namespace glassformer
