// Prints the GFLOP/s of products with packed weights beside those of multiply(), which packs at every call, and of
// Eigen as this program is compiled, for the maps of GPT-2 small and every instruction set. Medians of interleaved
// runs by processor time, which other programs disturb little; "x2": the best run of two threads by the clock. The
// last line says what the machine could do at best.
// Usage: bench_packed [instruction set]

#include "core/tensor/instruction_set.h"
#include "core/tensor/packed_matrix.h"
#include "core/tensor/parallel.h"
#include "tests/bench/machine.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <functional>
#include <string>
#include <vector>

using namespace glassformer;

namespace {

struct Map
{
    int inputs, outputs;
};

/** One kind of product and what it took, once in every round. */
struct Candidate
{
    std::function<void()> product;
    std::vector<double> wall{}, processor{};
};

void measure(Candidate& candidate, int repeats)
{
    const std::clock_t processor = std::clock();
    const auto wall = std::chrono::steady_clock::now();
    for (int i = 0; i < repeats; ++i)
        candidate.product();
    candidate.wall.push_back(std::chrono::duration<double>(std::chrono::steady_clock::now() - wall).count());
    candidate.processor.push_back(static_cast<double>(std::clock() - processor) / CLOCKS_PER_SEC);
}

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

/** Enough copies of the weights that no cache holds them, as in a model: one after the other is used. */
void printLine(int rows, Map map)
{
    const std::size_t copies =
        std::max<std::size_t>(1, 100'000'000 / (4 * std::size_t(map.inputs) * map.outputs));
    const Matrix<float> x = Matrix<float>::Random(rows, map.inputs);
    const Matrix<float> w = Matrix<float>::Random(map.inputs, map.outputs);
    const std::vector<PackedMatrix> packed(copies, PackedMatrix(w));
    const std::vector<Matrix<float>> plain(copies, w);
    Matrix<float> out(rows, map.outputs);
    std::size_t next = 0;
    const auto packedProduct = [&](int threads) {
        return [&, threads] {
            setThreadCount(threads);
            multiply(x, packed[next++ % copies], out);
        };
    };
    const double operations = 2.0 * rows * map.inputs * map.outputs;
    const int repeats = std::max(1, static_cast<int>(2e8 / operations));
    std::vector<Candidate> candidates{{packedProduct(1)}, {[&] { multiply(x, plain[next++ % copies], out); }},
        {[&] { out.noalias() = x * plain[next++ % copies]; }}, {packedProduct(2)}};
    for (int round = 0; round < 7; ++round)
        for (Candidate& candidate : candidates)
            measure(candidate, repeats);
    std::printf("%5d x %4d x %5d", rows, map.inputs, map.outputs);
    for (const Candidate& candidate : candidates)
        std::printf("%10.1f", operations * repeats / median(candidate.processor) / 1e9);
    std::printf("%10.1f\n",
        operations * repeats / *std::min_element(candidates.back().wall.begin(), candidates.back().wall.end())
            / 1e9);
}

} // namespace

int main(int argc, char** argv)
{
    const std::vector<Map> maps{{768, 768}, {768, 2304}, {768, 3072}, {3072, 768}, {768, 50257}};
    for (const InstructionSet set : availableInstructionSets()) {
        if (argc > 1 && instructionSetName(set) != argv[1])
            continue;
        useInstructionSet(set);
        std::printf("\n%-7s GFLOP/s %18s%10s%10s%10s%10s\n", instructionSetName(set).c_str(), "packed x1",
            "multiply", "Eigen", "x2 each", "x2");
        for (const Map map : maps)
            for (const int rows : {1, 4, 16, 64, 256})
                if (map.outputs < 10'000 || rows <= 64)
                    printLine(rows, map);
        std::printf("peak %.0f and %.0f GFLOP/s, memory %.1f and %.1f GB/s with 1 and 2 threads\n",
            peakGigaflops(1), peakGigaflops(2), readGigabytes(1), readGigabytes(2));
    }
}
