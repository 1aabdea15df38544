// Products with packed weights on the tile unit of newer Xeons (AMX). It multiplies numbers of 16 bits (bfloat16) and
// sums in float, sixteen times as fast as the vector unit multiplies floats. A float is the exact sum of three such
// numbers, high + middle + low, each of 8 bits of the 24; of the nine products of two floats' parts the six largest are
// summed. What the others would add is at most four roundings of a float (2^-22 of the product), mostly less than one,
// and of either sign. Numbers below about 1e-33 lose their lower parts, since the unit takes what is below 1e-38 for
// zero.
// Intel, "Architecture Instruction Set Extensions Programming Reference", chapter on AMX: TDPBF16PS.
//
// Compiled with the flags of its set, like kernel_source.h, and for the same reason it includes only intrinsics.

#define GLASSFORMER_KERNEL_LANES 16
#include "core/tensor/kernel.h"

#include "core/tensor/kernel_vector.h"

#include <immintrin.h>

namespace glassformer::kernel {
namespace {

using Part = unsigned short; ///< a bfloat16

constexpr Index tile_rows = 16; ///< of the results
constexpr Index tile_terms = 32; ///< that one instruction multiplies and sums
constexpr Index tile_parts = tile_rows * tile_terms; ///< numbers in a tile of parts, 1 KB
constexpr Index tile_sums = tile_rows * lanes; ///< numbers in a tile of sums, 1 KB
constexpr Index panel_tiles = 4; ///< tiles of sums that are kept in registers
constexpr Index panel_columns = panel_tiles * lanes;
constexpr Index part_count = 3;
constexpr Index most_piece_blocks = 2;
constexpr Index cache_line = 64; ///< bytes
constexpr unsigned upper_half = 0xFFFF0000;
/** Bits of 2^127: greater numbers, infinite ones and NaN cannot be cut into parts. */
constexpr unsigned beyond_parts = 0x7F000000;

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

Register firstOf(const float* from, Index count)
{
    if (count >= lanes)
        return load(from);
    Register some{};
    if (count > 0)
        __builtin_memcpy(&some, from, static_cast<std::size_t>(count) * sizeof(float));
    return some;
}

/** Ones in the lanes that cannot be cut. */
inline Bits beyondParts(Register x)
{
    return (Bits)((bitsOf(x) & ~0x80000000u) >= beyond_parts);
}

bool isZero(Bits bits)
{
    unsigned any = 0;
    for (Index i = 0; i < lanes; ++i)
        any |= bits[i];
    return any == 0;
}

bool canBeCut(const float* values, Index stride, Index rows, Index columns)
{
    Bits found{};
    const Index whole = columns / lanes * lanes;
    for (Index i = 0; i < rows; ++i, values += stride) {
        for (Index j = 0; j < whole; j += lanes)
            found |= beyondParts(load(values + j));
        if (whole < columns)
            found |= beyondParts(firstOf(values + whole, columns - whole));
    }
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
        is_cut[i] = canBeCut(a, 0, 1, k);
        if (!is_cut[i]) {
            for (Index p = 0; p < k; p += tile_terms)
                cut(Register{}, Register{}, parts + p / tile_terms * step, tile_parts, storeInOrder);
            continue;
        }
        Part* to = parts;
        for (Index p = 0; p < whole; p += tile_terms, to += step)
            cut(load(a + p), load(a + p + lanes), to, tile_parts, storeInOrder);
        if (whole < k)
            cut(firstOf(a + whole, k - whole), firstOf(a + whole + lanes, k - whole - lanes), to, tile_parts,
                storeInOrder);
    }
}

/** How the unit's eight registers are laid out; the bytes are those of LDTILECFG. */
struct alignas(64) TileShapes
{
    unsigned char palette = 1;
    unsigned char start_row = 0;
    unsigned char reserved[14] = {};
    unsigned short row_bytes[16] = {};
    unsigned char rows[16] = {};
};

/** Registers 0 to 3 are sums, 4 to 6 the parts of the rows, 7 a part of the weights. */
void shapeTiles(Index rows)
{
    TileShapes shapes;
    for (int i = 0; i < 8; ++i) {
        shapes.row_bytes[i] = cache_line;
        shapes.rows[i] = static_cast<unsigned char>(i < 7 ? rows : tile_terms / 2);
    }
    _tile_loadconfig(&shapes);
}

/** Memory to bring near on the way, some lines with each tile of weights. */
struct Fetch
{
    const char* next;
    Index lines_each;
    bool to_first_cache; ///< else to the second

    inline void some()
    {
        for (Index i = 0; i < lines_each; ++i, next += cache_line)
            if (to_first_cache)
                _mm_prefetch(next, _MM_HINT_T0);
            else
                _mm_prefetch(next, _MM_HINT_T1);
    }
};

/** One block of up to 16 rows with some terms of a panel. */
struct Block
{
    const Part* rows;
    Index rows_step; ///< from 32 terms of the rows to the next
    const Part* weights;
    Index blocks; ///< of 32 terms
    float* sums; ///< tiles [column / 16][row][column % 16]
    bool begin; ///< with sums of zero
    bool resume; ///< with the sums that were written; neither: with those in the registers
    bool write;
    Fetch fetch;
};

// The unit's registers can only be named by literals.
#define GLASSFORMER_EACH_TILE(DO)                                                                            \
    DO(0);                                                                                                   \
    if constexpr (Tiles > 1)                                                                                 \
        DO(1);                                                                                               \
    if constexpr (Tiles > 2)                                                                                 \
        DO(2);                                                                                               \
    if constexpr (Tiles > 3)                                                                                 \
    DO(3)
#define GLASSFORMER_BEGIN(tile) _tile_zero(tile)
#define GLASSFORMER_RESUME(tile) _tile_loadd(tile, block.sums + (tile)*tile_sums, cache_line)
#define GLASSFORMER_LOW(tile)                                                                                \
    {                                                                                                        \
        block.fetch.some();                                                                                  \
        _tile_loadd(7, weights + (2 * panel_tiles + (tile)) * tile_parts, cache_line);                       \
        _tile_dpbf16ps(tile, 4, 7);                                                                          \
    }
#define GLASSFORMER_MIDDLE(tile)                                                                             \
    {                                                                                                        \
        block.fetch.some();                                                                                  \
        _tile_loadd(7, weights + (panel_tiles + (tile)) * tile_parts, cache_line);                           \
        _tile_dpbf16ps(tile, 5, 7);                                                                          \
        _tile_dpbf16ps(tile, 4, 7);                                                                          \
    }
#define GLASSFORMER_HIGH(tile)                                                                               \
    {                                                                                                        \
        block.fetch.some();                                                                                  \
        _tile_loadd(7, weights + (tile)*tile_parts, cache_line);                                             \
        _tile_dpbf16ps(tile, 6, 7);                                                                          \
        _tile_dpbf16ps(tile, 5, 7);                                                                          \
        _tile_dpbf16ps(tile, 4, 7);                                                                          \
    }
#define GLASSFORMER_WRITE(tile) _tile_stored(tile, block.sums + (tile)*tile_sums, cache_line)

template <int Tiles> void multiplyBlock(Block block)
{
    if (block.begin) {
        GLASSFORMER_EACH_TILE(GLASSFORMER_BEGIN);
    }
    if (block.resume) {
        GLASSFORMER_EACH_TILE(GLASSFORMER_RESUME);
    }
    const Part* rows = block.rows;
    const Part* weights = block.weights;
    for (Index i = 0; i < block.blocks; ++i) {
        _tile_loadd(4, rows, cache_line);
        _tile_loadd(5, rows + tile_parts, cache_line);
        _tile_loadd(6, rows + 2 * tile_parts, cache_line);
        GLASSFORMER_EACH_TILE(GLASSFORMER_LOW);
        GLASSFORMER_EACH_TILE(GLASSFORMER_MIDDLE);
        GLASSFORMER_EACH_TILE(GLASSFORMER_HIGH);
        rows += block.rows_step;
        weights += part_count * panel_tiles * tile_parts;
    }
    if (block.write) {
        GLASSFORMER_EACH_TILE(GLASSFORMER_WRITE);
    }
}

#undef GLASSFORMER_EACH_TILE
#undef GLASSFORMER_BEGIN
#undef GLASSFORMER_RESUME
#undef GLASSFORMER_LOW
#undef GLASSFORMER_MIDDLE
#undef GLASSFORMER_HIGH
#undef GLASSFORMER_WRITE

void multiplyBlock(Index tiles, const Block& block)
{
    switch (tiles) {
    case 1:
        return multiplyBlock<1>(block);
    case 2:
        return multiplyBlock<2>(block);
    case 3:
        return multiplyBlock<3>(block);
    default:
        return multiplyBlock<4>(block);
    }
}

/** Past the caches: fetching places that are only written, far from each other, would hold up the weights. */
void streamRow(float* out, const float* values, Index columns)
{
    const Index to_line =
        static_cast<Index>(-reinterpret_cast<std::size_t>(out) % cache_line / sizeof(float));
    const Index begin = to_line < columns ? to_line : columns;
    __builtin_memcpy(out, values, static_cast<std::size_t>(begin) * sizeof(float));
    Index j = begin;
    for (; j + lanes <= columns; j += lanes)
        _mm512_stream_ps(out + j, load(values + j));
    __builtin_memcpy(out + j, values + j, static_cast<std::size_t>(columns - j) * sizeof(float));
}

/** Brings finished sums of a block of rows to their place, with the bias. */
void writeRows(const PanelProduct& product, const float* sums, Index first, Index rows)
{
    float bias[panel_columns] = {};
    if (product.bias)
        __builtin_memcpy(bias, product.bias, static_cast<std::size_t>(product.columns) * sizeof(float));
    float* out = product.out + first * product.out_stride;
    for (Index i = 0; i < rows; ++i, out += product.out_stride) {
        float values[panel_columns];
        for (Index j = 0; j < product.columns; j += lanes) {
            const Register sum = load(sums + j * tile_rows + i * lanes);
            store(values + j, product.bias ? sum + load(bias + j) : sum);
        }
        if (product.is_out_large)
            streamRow(out, values, product.columns);
        else
            __builtin_memcpy(out, values, static_cast<std::size_t>(product.columns) * sizeof(float));
    }
}

/** Few rows wait for the weights: short pieces spread the fetching evenly. */
bool hasFewRows(const PanelProduct& product)
{
    return product.m <= 2 * tile_rows;
}

/** Terms of a panel that are cut into parts and used by all rows while they are near. */
struct Piece
{
    Index first = 0;
    Index terms = 0;
    bool is_last = false;
    alignas(64) Part weights[most_piece_blocks * part_count * panel_tiles * tile_parts];
};

void cutPiece(const PanelProduct& product, Index tiles, Piece& piece)
{
    const float* from = product.panel + piece.first * product.width;
    Part* to = piece.weights;
    for (Index p = 0; p < piece.terms; p += tile_terms, to += part_count * panel_tiles * tile_parts)
        cutWeights(from + p * product.width, product.width, piece.terms - p, tiles, to);
}

/** All rows by the piece; meanwhile the weights behind it are fetched. */
void multiplyPiece(const PanelProduct& product, Index tiles, const Piece& piece, float* sums)
{
    const Index row_blocks = (product.m + tile_rows - 1) / tile_rows;
    const Index row_block_parts = part_count * tile_parts;
    const Index blocks = blocksOf(piece.terms);
    const Index chances = blocks * part_count * tiles; // for each block of rows
    Index lines = piece.terms * product.width * static_cast<Index>(sizeof(float)) / cache_line;
    const Index lines_each = (lines + chances * row_blocks - 1) / (chances * row_blocks);
    Block block;
    block.rows = product.row_parts + piece.first / tile_terms * product.row_parts_step;
    block.rows_step = product.row_parts_step;
    block.weights = piece.weights;
    block.blocks = blocks;
    block.sums = sums;
    block.begin = piece.first == 0;
    block.resume = piece.first > 0 && row_blocks > 1;
    block.write = piece.is_last || row_blocks > 1;
    block.fetch.next =
        reinterpret_cast<const char*>(product.panel + (piece.first + piece.terms) * product.width);
    block.fetch.to_first_cache = hasFewRows(product);
    for (Index i = 0; i < product.m; i += tile_rows) {
        const Index rows = product.m - i < tile_rows ? product.m - i : tile_rows;
        if (rows < tile_rows && row_blocks > 1)
            shapeTiles(rows);
        block.fetch.lines_each = lines > 0 ? lines_each : 0;
        multiplyBlock(tiles, block);
        if (piece.is_last)
            writeRows(product, block.sums, i, rows);
        if (rows < tile_rows && row_blocks > 1)
            shapeTiles(tile_rows);
        block.rows += row_block_parts;
        block.sums += panel_tiles * tile_sums;
        block.fetch.next += chances * lines_each * cache_line;
        lines -= chances * lines_each;
    }
}

void multiplyInTiles(const PanelProduct& product)
{
    alignas(64) float sums[most_panel_rows * panel_columns];
    const Index tiles = (product.columns + lanes - 1) / lanes;
    const Index most_terms = (hasFewRows(product) ? 1 : most_piece_blocks) * tile_terms;
    shapeTiles(product.m < tile_rows ? product.m : tile_rows);
    Piece piece;
    for (piece.first = 0; piece.first < product.k; piece.first += most_terms) {
        const Index left = product.k - piece.first;
        piece.terms = left < most_terms ? left : most_terms;
        piece.is_last = left <= most_terms;
        cutPiece(product, tiles, piece);
        multiplyPiece(product, tiles, piece, sums);
    }
    _tile_release();
    if (product.is_out_large)
        _mm_sfence();
}

/** By the vector unit, whose panels are narrower. */
void multiplyInVectors(PanelProduct product)
{
    const Table& vectors = avx512Table();
    const Index all = product.columns;
    for (Index j = 0; j < all; j += vectors.panel_columns) {
        product.columns = all - j < vectors.panel_columns ? all - j : vectors.panel_columns;
        vectors.multiplyPanel(product);
        product.panel += product.columns;
        product.out += product.columns;
        if (product.bias)
            product.bias += product.columns;
    }
}

void multiplyPanel(const PanelProduct& product)
{
    if (!product.row_parts)
        return multiplyInVectors(product);
    multiplyInTiles(product);
    for (Index i = 0; i < product.m; ++i)
        if (!product.is_cut[i]) {
            PanelProduct row = product;
            row.a += i * row.a_stride;
            row.out += i * row.out_stride;
            row.m = 1;
            multiplyInVectors(row);
        }
}

} // namespace

const Table& amxTable()
{
    static const Table table = [] {
        Table own = avx512Table();
        own.panel_columns = panel_columns;
        own.multiplyPanel = multiplyPanel;
        own.cut = {rowParts, cutRows, canBeCut};
        return own;
    }();
    return table;
}

} // namespace glassformer::kernel
