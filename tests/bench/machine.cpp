#include "tests/bench/machine.h"

#include "core/tensor/float_storage.h"
#include "core/tensor/instruction_set.h"
#include "core/tensor/matrix.h"

#include <algorithm>
#include <chrono>
#include <thread>

namespace glassformer {
namespace {

template <int Lanes> struct VectorOf
{
    typedef float Type __attribute__((vector_size(Lanes * 4)));
};

/** Chains of x = x * a + b, more than the processor has in flight. Returns something that needs all of them. */
template <int Lanes> inline __attribute__((always_inline)) float chains(long rounds)
{
    using Vector = typename VectorOf<Lanes>::Type;
    constexpr int count = 12;
    Vector x[count];
    for (int i = 0; i < count; ++i)
        x[i] = Vector{} + static_cast<float>(i);
    const Vector a = Vector{} + 0.5F, b = Vector{} + 1.0F;
    for (long r = 0; r < rounds; ++r) {
#pragma GCC unroll 12
        for (int i = 0; i < count; ++i)
            x[i] = x[i] * a + b;
        asm volatile("");
    }
    float sum = 0;
    for (int i = 0; i < count; ++i)
        sum += x[i][0];
    return sum;
}

#ifdef __x86_64__
__attribute__((target("avx512f"))) float chains512(long rounds)
{
    return chains<16>(rounds);
}

__attribute__((target("avx2,fma"))) float chains256(long rounds)
{
    return chains<8>(rounds);
}
#endif

float chainsOfActiveSet(long rounds, double& operations)
{
    constexpr int count = 12;
    int lanes = 4;
    float result = 0;
#ifdef __x86_64__
    if (activeInstructionSet() >= InstructionSet::Avx512) {
        lanes = 16;
        result = chains512(rounds);
    } else if (activeInstructionSet() == InstructionSet::Avx2) {
        lanes = 8;
        result = chains256(rounds);
    } else
#endif
        result = chains<4>(rounds);
    operations = 2.0 * lanes * count * static_cast<double>(rounds);
    return result;
}

/** The best of some runs of work() on all threads at once, in seconds. */
template <typename Work> double bestSeconds(int threads, const Work& work)
{
    double best = 1e9;
    for (int run = 0; run < 7; ++run) {
        const auto start = std::chrono::steady_clock::now();
        std::vector<std::thread> others;
        for (int t = 1; t < threads; ++t)
            others.emplace_back([&, t] { work(t); });
        work(0);
        for (std::thread& other : others)
            other.join();
        best =
            std::min(best, std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
    }
    return best;
}

} // namespace

double peakGigaflops(int threads)
{
    double operations = 0;
    std::vector<float> results(static_cast<std::size_t>(threads));
    const double seconds = bestSeconds(threads, [&](int t) {
        double own = 0;
        results[static_cast<std::size_t>(t)] = chainsOfActiveSet(10'000'000, own);
        if (t == 0)
            operations = own;
    });
    return operations * threads / seconds / 1e9;
}

double readGigabytes(int threads)
{
    constexpr std::size_t count = 128 * 1024 * 1024; // 512 MB: more than the caches of most machines
    const FloatStorage memory(count, 1.0F);
    std::vector<float> results(static_cast<std::size_t>(threads));
    const std::size_t share = count / static_cast<std::size_t>(threads);
    const double seconds = bestSeconds(threads, [&](int t) {
        using Vector = VectorOf<4>::Type;
        Vector sums[8] = {};
        const auto* from =
            reinterpret_cast<const Vector*>(memory.data() + share * static_cast<std::size_t>(t));
        for (std::size_t i = 0; i + 8 <= share / 4; i += 8)
            for (int v = 0; v < 8; ++v)
                sums[v] += from[i + v];
        float& result = results[static_cast<std::size_t>(t)];
        for (const Vector& sum : sums)
            result += sum[0];
    });
    return static_cast<double>(count) * sizeof(float) / seconds / 1e9;
}

} // namespace glassformer
