// Part of source.h and amx.cpp: numbers as packed weights hold them, and how a step of a sum reads them. All widen to
// float without loss, so that a product never depends on the type in which its weights are kept.

namespace glassformer::kernel {
namespace {

typedef unsigned int BitRegister __attribute__((vector_size(lanes * 4)));
typedef unsigned int BitVector __attribute__((vector_size(lanes * 4), aligned(1), may_alias));
typedef unsigned short HalfVector __attribute__((vector_size(lanes * 2), aligned(1), may_alias));
typedef unsigned short HalfRegister __attribute__((vector_size(lanes * 2)));

/** The plainest processors compare whole numbers with signs only. */
typedef int SignedRegister __attribute__((vector_size(lanes * 4)));

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
    // Little-endian: behind a zero, a number is the upper half of 32 bits. With exponent and fraction moved to their places,
    // a product with 2^112 takes the bias from 15 to 127, of subnormal numbers too, and exactly. What has all bits of the
    // exponent set gets them all.
    static_assert(lanes == 4, "written for the plainest processors");
    constexpr int moved = 0x0FFFFFFF, sign = static_cast<int>(0x80000000u);
    constexpr int all_exponent = 0x1F << 23, infinite = 0xFF << 23;
    const SignedRegister raised = reinterpret_cast<SignedRegister>(
        __builtin_shufflevector(HalfRegister{}, halves, 0, 4, 1, 5, 2, 6, 3, 7));
    const SignedRegister bits = raised >> 3;
    const SignedRegister is_special = (bits & moved) >= all_exponent;
    const Register number = reinterpret_cast<Register>(bits & (moved | sign)) * 0x1p112F;
    return reinterpret_cast<Register>(reinterpret_cast<SignedRegister>(number) | (is_special & infinite));
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

    /** The weights of one of the terms of a step. */
    template <int Vectors> static void read(const Number* from, Index, int, Register (&right)[Vectors])
    {
#pragma GCC unroll 8
        for (int v = 0; v < Vectors; ++v)
            right[v] = load(from + v * lanes);
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
    static void read(const Number* from, Index width, int term, Register (&right)[Vectors])
    {
#pragma GCC unroll 8
        for (int v = 0; v < Vectors; ++v)
            right[v] = widen(from + term * width + v * lanes);
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

    template <int Vectors> static void read(const Number* from, Index, int term, Register (&right)[Vectors])
    {
#pragma GCC unroll 8
        for (int v = 0; v < Vectors; ++v) {
            const BitRegister pairs = loadBits(from + 2 * v * lanes);
            right[v] = reinterpret_cast<Register>(term == 0 ? pairs << 16 : pairs & 0xFFFF0000u);
        }
    }

    static Register widen(const Number* from)
    {
        return reinterpret_cast<Register>(__builtin_convertvector(loadHalves(from), BitRegister) << 16);
    }
};

} // namespace
} // namespace glassformer::kernel
