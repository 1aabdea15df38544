// The kernels, once for every instruction set: baseline.cpp, avx2.cpp and avx512.cpp set
// GLASSFORMER_KERNEL_TABLE (the function to define), GLASSFORMER_KERNEL_LANES (floats in a register) and
// GLASSFORMER_KERNEL_ROWS and GLASSFORMER_KERNEL_VECTORS (the tile), include this file and are compiled with
// the flags of their set. Everything is in an unnamed namespace and nothing but intrinsics is included; see kernel.h
// for the reason.

#include "core/tensor/kernel/kernel.h"

#if defined(__F16C__) || defined(__AVX512F__)
#include <immintrin.h>
#endif

#include "core/tensor/kernel/vector.h"

#include "core/tensor/kernel/stored.h"

#include "core/tensor/kernel/elementwise.h"
#include "core/tensor/kernel/multiply.h"

#include "core/tensor/kernel/panel.h"

#include "core/tensor/kernel/packed.h"

namespace glassformer::kernel {
namespace {

template <typename Weights> constexpr StoredType storedType()
{
    return {panelBytes<Weights>, packRows<Weights>, packColumnsOf<Weights>, readPanel<Weights>,
        widenAll<Weights>, canBeCut<Weights>, multiplyPackedPanel<Weights>};
}

} // namespace

const Table& GLASSFORMER_KERNEL_TABLE()
{
    static constexpr Table table{depth * tile_columns, lanes, tile_columns, multiply,
        {storedType<FloatWeights>(), storedType<HalfWeights>(), storedType<BFloatWeights>()}, softmax,
        activate, activateBackward};
    return table;
}

} // namespace glassformer::kernel
