// Part of source.h and amx.cpp: numbers as packed weights hold them, and how a step of a sum reads them. All widen to
// float without loss, so that a product never depends on the type in which its weights are kept.

namespace glassformer::kernel {
namespace {

typedef unsigned int BitRegister __attribute__((vector_size(lanes * 4)));
typedef unsigned int BitVector __attribute__((vector_size(lanes * 4), aligned(1), may_alias));
typedef unsigned short HalfVector __attribute__((vector_size(lanes * 2), aligned(1), may_alias));
typedef unsigned short HalfRegister __attribute__((vector_size(lanes * 2)));

inline HalfRegister loadHalves(const void* from)
{
    return *reinterpret_cast<const HalfVector*>(from);
}

inline BitRegister loadBits(const void* from)
{
    return *reinterpret_cast<const BitVector*>(from);
}

/** IEEE 754 binary16 as float, every pattern exactly. */
inline Register widenHalf(HalfRegister halves)
{
#if defined(__AVX512F__)
    // GCC 12 warns of the one without a mask, which is the same instruction.
    return _mm512_maskz_cvtph_ps(0xFFFF, reinterpret_cast<__m256i>(halves));
#elif defined(__F16C__)
    return _mm256_cvtph_ps(reinterpret_cast<__m128i>(halves));
#else
    // The exponent's bias grows from 15 to 127; what has all bits of the exponent set keeps them set. Of a subnormal
    // number the fraction is put behind 2^-14, which is taken away again, exactly.
    constexpr unsigned moved_bias = 112u << 23, all_exponent = 0x1Fu << 23, one = 1u << 23;
    const BitRegister bits = __builtin_convertvector(halves, BitRegister);
    const BitRegister magnitude = (bits & 0x7FFFu) << 13;
    const BitRegister exponent = magnitude & all_exponent;
    const BitRegister is_special = (BitRegister)(exponent == all_exponent);
    const BitRegister is_small = (BitRegister)(exponent == 0);
    const BitRegister number = magnitude + moved_bias + (is_special & moved_bias);
    const Register small = reinterpret_cast<Register>(number + one) - 0x1p-14F;
    return reinterpret_cast<Register>(
        (number & ~is_small) | (reinterpret_cast<BitRegister>(small) & is_small) | (bits & 0x8000u) << 16);
#endif
}

/** A row of a panel is `width` numbers. */
struct FloatWeights
{
    using Number = float;
    using Bits = unsigned;
    /** Bits of 2^127: greater numbers, infinite ones and NaN cannot be cut into parts. */
    static constexpr Bits beyond_parts = 0x7F000000;
    static constexpr Index terms =
        1; ///< of a sum that a step reads; k is filled up with zeros to whole steps
    static constexpr bool in_pairs = false;

    static Index place(Index row, Index column, Index width) { return row * width + column; }

    template <int Vectors> static void read(const Number* from, Index, Register (&right)[terms][Vectors])
    {
#pragma GCC unroll 8
        for (int v = 0; v < Vectors; ++v)
            right[0][v] = load(from + v * lanes);
    }

    static Register widen(const Number* from)
    {
        return load(from);
    }
};

/** IEEE 754 binary16, row by row. */
struct HalfWeights
{
    using Number = unsigned short;
    using Bits = unsigned short;
    static constexpr Bits beyond_parts = 0x7C00; ///< infinity
    static constexpr Index terms = 2;
    static constexpr bool in_pairs = false;

    static Index place(Index row, Index column, Index width) { return row * width + column; }

    template <int Vectors>
    static void read(const Number* from, Index width, Register (&right)[terms][Vectors])
    {
#pragma GCC unroll 2
        for (int t = 0; t < terms; ++t)
#pragma GCC unroll 8
            for (int v = 0; v < Vectors; ++v)
                right[t][v] = widen(from + t * width + v * lanes);
    }

    static Register widen(const Number* from)
    {
        return widenHalf(loadHalves(from));
    }
};

/**
 * bfloat16, the upper half of a float, in pairs: two terms of a column stand side by side. A vector unit widens a
 * register of pairs by a shift and a mask, and the tile unit multiplies pairs.
 */
struct BFloatWeights
{
    using Number = unsigned short;
    using Bits = unsigned short;
    static constexpr Bits beyond_parts = 0x7F00; ///< 2^127
    static constexpr Index terms = 2;
    static constexpr bool in_pairs = true;

    static Index place(Index row, Index column, Index width)
    {
        return row / 2 * 2 * width + 2 * column + row % 2;
    }

    template <int Vectors> static void read(const Number* from, Index, Register (&right)[terms][Vectors])
    {
#pragma GCC unroll 8
        for (int v = 0; v < Vectors; ++v) {
            const BitRegister pairs = loadBits(from + 2 * v * lanes);
            right[0][v] = reinterpret_cast<Register>(pairs << 16);
            right[1][v] = reinterpret_cast<Register>(pairs & 0xFFFF0000u);
        }
    }

    static Register widen(const Number* from)
    {
        return reinterpret_cast<Register>(__builtin_convertvector(loadHalves(from), BitRegister) << 16);
    }
};

} // namespace
} // namespace glassformer::kernel
