// The kernels, once for every instruction set: kernel_baseline.cpp, kernel_avx2.cpp and kernel_avx512.cpp set
// GLASSFORMER_KERNEL_TABLE (the function to define), GLASSFORMER_KERNEL_LANES (floats in a register) and
// GLASSFORMER_KERNEL_ROWS and GLASSFORMER_KERNEL_VECTORS (the tile), include this file and are compiled with
// the flags of their set. Everything is in an unnamed namespace and nothing else is included; see kernel.h
// for the reason.

#include "core/tensor/kernel.h"

#include "core/tensor/kernel_vector.h"

#include "core/tensor/kernel_elementwise.h"
#include "core/tensor/kernel_multiply.h"
#include "core/tensor/kernel_packed.h"

namespace glassformer::kernel {

const Table& GLASSFORMER_KERNEL_TABLE()
{
    static constexpr Table table{depth * tile_columns, lanes, tile_columns, multiply, multiplyPackedPanel,
        packColumns, widenHalf, widenBFloat, softmax, activate, activateBackward};
    return table;
}

} // namespace glassformer::kernel
