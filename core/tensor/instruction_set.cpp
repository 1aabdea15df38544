#include "core/tensor/instruction_set.h"

#include "core/tensor/active_kernel.h"

#include <algorithm>
#include <atomic>
#include <cassert>
#include <cstdlib>
#include <optional>

namespace glassformer {

namespace {

std::optional<InstructionSet> limitFromEnvironment()
{
    const char* text = std::getenv("GLASSFORMER_ISA");
    if (!text)
        return std::nullopt;
    for (const InstructionSet set : {InstructionSet::Baseline, InstructionSet::Avx2, InstructionSet::Avx512})
        if (instructionSetName(set) == text)
            return set;
    return std::nullopt;
}

InstructionSet fastestAllowed()
{
    const std::vector<InstructionSet> available = availableInstructionSets();
    const std::optional<InstructionSet> limit = limitFromEnvironment();
    InstructionSet chosen = available.front();
    for (const InstructionSet set : available)
        if (!limit || set <= *limit)
            chosen = set;
    return chosen;
}

std::atomic<InstructionSet>& active()
{
    static std::atomic<InstructionSet> set{fastestAllowed()};
    return set;
}

const kernel::Table& tableOf(InstructionSet set)
{
#ifdef GLASSFORMER_X86_KERNELS
    if (set == InstructionSet::Avx512)
        return kernel::avx512Table();
    if (set == InstructionSet::Avx2)
        return kernel::avx2Table();
#else
    (void)set;
#endif
    return kernel::baselineTable();
}

} // namespace

std::string instructionSetName(InstructionSet set)
{
    switch (set) {
    case InstructionSet::Avx512:
        return "avx512";
    case InstructionSet::Avx2:
        return "avx2";
    case InstructionSet::Baseline:
        break;
    }
    return "sse2";
}

std::vector<InstructionSet> availableInstructionSets()
{
    std::vector<InstructionSet> sets{InstructionSet::Baseline};
#ifdef GLASSFORMER_X86_KERNELS
    const bool avx2 = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
    if (avx2)
        sets.push_back(InstructionSet::Avx2);
    if (avx2 && __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw")
        && __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl"))
        sets.push_back(InstructionSet::Avx512);
#endif
    return sets;
}

InstructionSet activeInstructionSet()
{
    return active().load(std::memory_order_relaxed);
}

void useInstructionSet(InstructionSet set)
{
    const std::vector<InstructionSet> available = availableInstructionSets();
    assert(std::find(available.begin(), available.end(), set) != available.end());
    active().store(set, std::memory_order_relaxed);
}

const kernel::Table& kernel::activeTable()
{
    return tableOf(activeInstructionSet());
}

} // namespace glassformer
