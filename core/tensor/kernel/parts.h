// Part of amx.cpp: floats as sums of three numbers of 16 bits, in the order in which the tile unit reads them.

namespace glassformer::kernel {
namespace {

using Part = unsigned short; ///< a bfloat16

constexpr Index tile_rows = 16; ///< of the results
constexpr Index tile_terms = 32; ///< that one instruction multiplies and sums
constexpr Index tile_parts = tile_rows * tile_terms; ///< numbers in a tile of parts, 1 KB
constexpr Index panel_tiles = 4; ///< tiles of sums that are kept in registers
constexpr Index part_count = 3;
constexpr unsigned upper_half = 0xFFFF0000;

typedef unsigned int Bits __attribute__((vector_size(lanes * 4)));
typedef unsigned int BitVector __attribute__((vector_size(lanes * 4), aligned(64), may_alias));
typedef Part PartRegister __attribute__((vector_size(lanes * 2)));
typedef Part PartVector __attribute__((vector_size(lanes * 2), aligned(32), may_alias));

inline Bits bitsOf(Register x)
{
    return reinterpret_cast<Bits>(x);
}

/** The eight highest bits of a float; the lower half is zero. */
inline Bits highPart(Register x, bool rounded)
{
    return (rounded ? bitsOf(x) + 0x8000u : bitsOf(x)) & upper_half;
}

inline Register withoutPart(Register x, Bits part)
{
    return x - reinterpret_cast<Register>(part);
}

/** The upper halves of both, pairwise: first[0], second[0], first[1], ... */
inline void storePairs(Bits first, Bits second, Part* to)
{
    constexpr __mmask32 of_second = 0xAAAAAAAA;
    *reinterpret_cast<BitVector*>(to) = reinterpret_cast<Bits>(_mm512_mask_blend_epi16(
        of_second, reinterpret_cast<__m512i>(first >> 16), reinterpret_cast<__m512i>(second)));
}

/** The upper halves of the one, then those of the other. */
inline void storeInOrder(Bits first, Bits second, Part* to)
{
    *reinterpret_cast<PartVector*>(to) = __builtin_convertvector(first >> 16, PartRegister);
    *reinterpret_cast<PartVector*>(to + lanes) = __builtin_convertvector(second >> 16, PartRegister);
}

/**
 * Two registers of floats as the three parts, each written `step` behind the one before. The first part is rounded, so
 * that what is left is small and has either sign.
 */
template <typename Store>
inline void cut(Register first, Register second, Part* to, Index step, Store store_part)
{
    for (Index part = 0; part + 1 < part_count; ++part, to += step) {
        const Bits high_first = highPart(first, part == 0), high_second = highPart(second, part == 0);
        store_part(high_first, high_second, to);
        first = withoutPart(first, high_first);
        second = withoutPart(second, high_second);
    }
    store_part(bitsOf(first), bitsOf(second), to);
}

/** `terms` (up to 32) rows of the panel, as tiles [part][tile][pair of terms][column][term of the pair]. */
void cutWeights(const float* weights, Index width, Index terms, Index tiles, Part* to)
{
    for (Index pair = 0; pair < tile_terms / 2; ++pair, weights += 2 * width)
        for (Index tile = 0; tile < tiles; ++tile) {
            const float* from = weights + tile * lanes;
            cut(2 * pair < terms ? load(from) : Register{},
                2 * pair + 1 < terms ? load(from + width) : Register{},
                to + tile * tile_parts + pair * 2 * lanes, panel_tiles * tile_parts, storePairs);
        }
}

/** Ones in the lanes that cannot be cut. */
inline Bits beyondParts(Register x)
{
    return (Bits)((bitsOf(x) & ~0x80000000u) >= FloatWeights::beyond_parts);
}

bool isZero(Bits bits)
{
    unsigned any = 0;
    for (Index i = 0; i < lanes; ++i)
        any |= bits[i];
    return any == 0;
}

/** Whether all numbers are finite and below 2^127. */
bool canBeCut(const float* values, Index count)
{
    Bits found{};
    const Index whole = count / lanes * lanes;
    for (Index j = 0; j < whole; j += lanes)
        found |= beyondParts(load(values + j));
    if (whole < count)
        found |= beyondParts(loadPart(values + whole, count - whole, 0));
    return isZero(found);
}

Index blocksOf(Index terms)
{
    return (terms + tile_terms - 1) / tile_terms;
}

std::size_t rowParts(Index rows, Index k)
{
    return static_cast<std::size_t>(
        (rows + tile_rows - 1) / tile_rows * blocksOf(k) * part_count * tile_parts);
}

/** Up to 16 rows of a as tiles [32 terms][part][row][term]; rows that cannot be cut become zeros and are named. */
void cutRows(const float* a, Index a_stride, Index rows, Index k, Part* parts, Index step, bool* is_cut)
{
    const Index whole = k / tile_terms * tile_terms;
    for (Index i = 0; i < rows; ++i, a += a_stride, parts += tile_terms) {
        is_cut[i] = canBeCut(a, k);
        if (!is_cut[i]) {
            for (Index p = 0; p < k; p += tile_terms)
                cut(Register{}, Register{}, parts + p / tile_terms * step, tile_parts, storeInOrder);
            continue;
        }
        Part* to = parts;
        for (Index p = 0; p < whole; p += tile_terms, to += step)
            cut(load(a + p), load(a + p + lanes), to, tile_parts, storeInOrder);
        if (whole < k)
            cut(loadPart(a + whole, k - whole, 0), loadPart(a + whole + lanes, k - whole - lanes, 0), to,
                tile_parts, storeInOrder);
    }
}

} // namespace
} // namespace glassformer::kernel
