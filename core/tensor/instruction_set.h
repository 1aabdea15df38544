#pragma once

#include <string>
#include <vector>

namespace glassformer {

/** For which processors the kernels are compiled. Baseline is SSE2 on x86 and portable vectors elsewhere. */
enum class InstructionSet
{
    Baseline,
    Avx2,
    Avx512,
    Amx ///< AVX-512 with the tile unit for products with packed weights
};

/** "sse2", "avx2", "avx512" or "amx", as in the environment variable GLASSFORMER_ISA. */
std::string instructionSetName(InstructionSet set);

/** The sets that this build has and this processor can run, the slowest first; never empty. */
std::vector<InstructionSet> availableInstructionSets();

/**
 * The set in use: the fastest available one. The environment variable GLASSFORMER_ISA=sse2, avx2, avx512 or
 * amx, read once, limits the choice to that set and slower ones; other values change nothing.
 */
InstructionSet activeInstructionSet();

/** Uses `set`, which must be available, from now on in all threads; for tests and measurements. */
void useInstructionSet(InstructionSet set);

} // namespace glassformer
