#include "core/tensor/instruction_set.h"

#include "core/tensor/kernel/active_kernel.h"

#include <algorithm>
#include <atomic>
#include <cassert>
#include <cstdlib>
#include <optional>

#ifdef GLASSFORMER_X86_KERNELS
#include <cpuid.h>
#endif

#ifdef GLASSFORMER_AMX_KERNEL
#include <sys/syscall.h>
#include <unistd.h>
#endif

namespace glassformer {

namespace {

std::optional<InstructionSet> limitFromEnvironment()
{
    const char* text = std::getenv("GLASSFORMER_ISA");
    if (!text)
        return std::nullopt;
    for (const InstructionSet set :
        {InstructionSet::Baseline, InstructionSet::Avx2, InstructionSet::Avx512, InstructionSet::Amx})
        if (instructionSetName(set) == text)
            return set;
    return std::nullopt;
}

#ifdef GLASSFORMER_X86_KERNELS

/** Widens numbers of 16 bits; every processor with AVX2 that was made has it. Not all compilers know its name. */
bool hasHalfConversion()
{
    unsigned eax = 0, ebx = 0, ecx = 0, edx = 0;
    constexpr unsigned converts_halves = 1u << 29;
    return __get_cpuid(1, &eax, &ebx, &ecx, &edx) && (ecx & converts_halves);
}

#endif

#ifdef GLASSFORMER_AMX_KERNEL

/** Its registers are large, so the system gives them only to programs that ask (Linux: Documentation/x86/xstate.rst). */
bool hasTileUnit()
{
    unsigned eax = 0, ebx = 0, ecx = 0, edx = 0;
    constexpr unsigned multiplies_bfloat16 = 1u << 22, has_tiles = 1u << 24;
    if (!__get_cpuid_count(7, 0, &eax, &ebx, &ecx, &edx) || !(edx & multiplies_bfloat16)
        || !(edx & has_tiles))
        return false;
    constexpr long request_permission = 0x1023, tile_data = 18; // ARCH_REQ_XCOMP_PERM, XFEATURE_XTILEDATA
    return syscall(SYS_arch_prctl, request_permission, tile_data) == 0;
}

#endif

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
#ifdef GLASSFORMER_AMX_KERNEL
    if (set == InstructionSet::Amx)
        return kernel::amxTable();
#endif
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
    case InstructionSet::Amx:
        return "amx";
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
    const bool avx2 = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma") && hasHalfConversion();
    if (avx2)
        sets.push_back(InstructionSet::Avx2);
    const bool avx512 = avx2 && __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw")
        && __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl");
    if (avx512)
        sets.push_back(InstructionSet::Avx512);
#ifdef GLASSFORMER_AMX_KERNEL
    static const bool amx = avx512 && hasTileUnit();
    if (amx)
        sets.push_back(InstructionSet::Amx);
#endif
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
