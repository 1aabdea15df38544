// Prints the GFLOP/s of the float products for every instruction set of this machine and the shapes that
// training and inference use: the median of several runs on one core.

#include "core/tensor/instruction_set.h"
#include "core/tensor/multiply.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <vector>

using namespace glassformer;

namespace {

enum class Kind
{
    Plain,
    ByTransposed,
    TransposedBy
};

struct Shape
{
    Kind kind;
    int m, n, k;
    int stride; ///< of every matrix; 0: no more than its columns
};

Matrix<float> storage(int rows, int columns, int stride)
{
    return Matrix<float>::Random(rows, std::max(columns, stride));
}

void runOnce(const Shape& shape, const Matrix<float>& a, const Matrix<float>& b, Matrix<float>& out)
{
    MatrixView<float> result = out.leftCols(shape.n);
    if (shape.kind == Kind::Plain)
        multiply(a.leftCols(shape.k), b.leftCols(shape.n), result);
    else if (shape.kind == Kind::ByTransposed)
        multiplyByTransposed(a.leftCols(shape.k), b.leftCols(shape.k), result);
    else
        multiplyTransposedBy(a.leftCols(shape.m), b.leftCols(shape.n), result);
}

double gigaflops(const Shape& shape)
{
    const bool ta = shape.kind == Kind::TransposedBy;
    const bool tb = shape.kind == Kind::ByTransposed;
    const Matrix<float> a = storage(ta ? shape.k : shape.m, ta ? shape.m : shape.k, shape.stride);
    const Matrix<float> b = storage(tb ? shape.n : shape.k, tb ? shape.k : shape.n, shape.stride);
    Matrix<float> out = storage(shape.m, shape.n, shape.stride);
    const double operations = 2.0 * shape.m * shape.n * shape.k;
    const int repeats = std::max(1, static_cast<int>(1e8 / operations));
    std::vector<double> rates;
    for (int run = 0; run < 9; ++run) {
        const auto start = std::chrono::steady_clock::now();
        for (int i = 0; i < repeats; ++i)
            runOnce(shape, a, b, out);
        const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
        rates.push_back(operations * repeats / seconds.count() / 1e9);
    }
    std::sort(rates.begin(), rates.end());
    return rates[rates.size() / 2];
}

} // namespace

int main()
{
    const std::vector<Shape> shapes{{Kind::Plain, 1500, 128, 128, 0}, {Kind::Plain, 1500, 384, 128, 0},
        {Kind::Plain, 1500, 512, 128, 0}, {Kind::Plain, 1500, 128, 512, 0}, {Kind::Plain, 1500, 2500, 128, 0},
        {Kind::ByTransposed, 1500, 128, 128, 0}, {Kind::ByTransposed, 1500, 128, 512, 0},
        {Kind::ByTransposed, 1500, 2500, 128, 0}, {Kind::ByTransposed, 1500, 128, 2500, 0},
        {Kind::TransposedBy, 128, 128, 1500, 0}, {Kind::TransposedBy, 128, 512, 1500, 0},
        {Kind::TransposedBy, 128, 2500, 1500, 0}, {Kind::TransposedBy, 2500, 128, 1500, 0},
        {Kind::Plain, 1, 768, 768, 0}, {Kind::ByTransposed, 1, 768, 768, 0},
        {Kind::ByTransposed, 16, 2500, 128, 0}, {Kind::Plain, 16, 2304, 768, 0},
        {Kind::Plain, 256, 2304, 768, 0}, {Kind::ByTransposed, 14, 14, 32, 128},
        {Kind::Plain, 14, 32, 14, 128}, {Kind::TransposedBy, 14, 32, 14, 128},
        {Kind::Plain, 14, 14, 32, 128}};
    const std::vector<InstructionSet> sets = availableInstructionSets();
    std::printf("%-24s", "GFLOP/s  m x n x k");
    for (const InstructionSet set : sets)
        std::printf("%9s", instructionSetName(set).c_str());
    std::printf("\n");
    for (const Shape& shape : shapes) {
        const char* kind = shape.kind == Kind::Plain ? "ab"
            : shape.kind == Kind::ByTransposed       ? "abT"
                                                     : "aTb";
        char label[64];
        std::snprintf(label, sizeof label, "%-3s %d x %d x %d", kind, shape.m, shape.n, shape.k);
        std::printf("%-24s", label);
        for (const InstructionSet set : sets) {
            useInstructionSet(set);
            std::printf("%9.1f", gigaflops(shape));
        }
        std::printf("\n");
    }
}
