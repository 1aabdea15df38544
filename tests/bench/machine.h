#pragma once

namespace glassformer {

/** Fused or separate multiplications and additions of floats per second in registers, in GFLOP/s, for the instruction
 * set in use, with `threads` threads at once. */
double peakGigaflops(int threads);

/** Bytes per second at which `threads` threads together read memory that no cache holds, in GB/s. */
double readGigabytes(int threads);

} // namespace glassformer
