// Products with packed weights on the tile unit of newer Xeons (AMX). It multiplies numbers of 16 bits (bfloat16) and
// sums in float, sixteen times as fast as the vector unit multiplies floats. A float is the exact sum of three such
// numbers, high + middle + low, each of 8 bits of the 24; of the nine products of two floats' parts the six largest are
// summed; a bfloat16 weight is one part, and all three of its products are. What the others would add is at most four roundings of a float (2^-22 of the product), mostly less than one,
// and of either sign. Numbers below about 1e-33 lose their lower parts, since the unit takes what is below 1e-38 for
// zero.
// Intel, "Architecture Instruction Set Extensions Programming Reference", chapter on AMX: TDPBF16PS.
//
// Compiled with the flags of its set, like source.h, and for the same reason it includes only intrinsics.

#define GLASSFORMER_KERNEL_LANES 16
#include "core/tensor/kernel/kernel.h"

#include <immintrin.h>

#include "core/tensor/kernel/vector.h"

#include "core/tensor/kernel/stored.h"

#include "core/tensor/kernel/parts.h"

namespace glassformer::kernel {
namespace {

constexpr Index tile_sums = tile_rows * lanes; ///< numbers in a tile of sums, 1 KB
constexpr Index panel_columns = panel_tiles * lanes;
static_assert(panel_columns <= most_panel_columns);
constexpr Index most_piece_blocks = 2;
constexpr Index cache_line = 64; ///< bytes

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
    const Part* weights; ///< tiles [32 terms][part][column / 16]
    Index weights_step; ///< from 32 terms to the next
    Index tile_step; ///< from one of their tiles to the next
    Index pair_bytes; ///< from one row of a tile to the next
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
        _tile_loadd(7, weights + 2 * part_step + (tile)*block.tile_step, block.pair_bytes);                  \
        _tile_dpbf16ps(tile, 4, 7);                                                                          \
    }
#define GLASSFORMER_MIDDLE(tile)                                                                             \
    {                                                                                                        \
        block.fetch.some();                                                                                  \
        _tile_loadd(7, weights + part_step + (tile)*block.tile_step, block.pair_bytes);                      \
        _tile_dpbf16ps(tile, 5, 7);                                                                          \
        _tile_dpbf16ps(tile, 4, 7);                                                                          \
    }
#define GLASSFORMER_HIGH(tile)                                                                               \
    {                                                                                                        \
        block.fetch.some();                                                                                  \
        _tile_loadd(7, weights + (tile)*block.tile_step, block.pair_bytes);                                  \
        _tile_dpbf16ps(tile, 6, 7);                                                                          \
        _tile_dpbf16ps(tile, 5, 7);                                                                          \
        _tile_dpbf16ps(tile, 4, 7);                                                                          \
    }
#define GLASSFORMER_WRITE(tile) _tile_stored(tile, block.sums + (tile)*tile_sums, cache_line)

/** Parts: of a weight, 3 or 1. */
template <int Parts, int Tiles> void multiplyBlock(Block block)
{
    constexpr Index part_step = panel_tiles * tile_parts;
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
        if constexpr (Parts > 1) {
            GLASSFORMER_EACH_TILE(GLASSFORMER_LOW);
            GLASSFORMER_EACH_TILE(GLASSFORMER_MIDDLE);
        }
        GLASSFORMER_EACH_TILE(GLASSFORMER_HIGH);
        rows += block.rows_step;
        weights += block.weights_step;
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

template <int Parts> void multiplyBlock(Index tiles, const Block& block)
{
    switch (tiles) {
    case 1:
        return multiplyBlock<Parts, 1>(block);
    case 2:
        return multiplyBlock<Parts, 2>(block);
    case 3:
        return multiplyBlock<Parts, 3>(block);
    default:
        return multiplyBlock<Parts, 4>(block);
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

/** Terms of a panel that are used by all rows while they are near. */
struct Piece
{
    Index first = 0;
    Index terms = 0;
    bool is_last = false;
    alignas(64) Part weights[most_piece_blocks * part_count * panel_tiles * tile_parts];
};

/** Weights that are kept in float or binary16 are cut into three parts. */
template <typename Weights> struct CutWeights
{
    static constexpr int parts = part_count;

    static void take(const PanelProduct& product, Index tiles, Piece& piece, Block& block)
    {
        Part* to = piece.weights;
        for (Index p = 0; p < piece.terms; p += tile_terms, to += part_count * panel_tiles * tile_parts) {
            const Index terms = piece.terms - p < tile_terms ? piece.terms - p : tile_terms;
            cutTerms(product, piece.first + p, terms, tiles, to);
        }
        block.weights = piece.weights;
        block.weights_step = part_count * panel_tiles * tile_parts;
        block.tile_step = tile_parts;
        block.pair_bytes = cache_line;
    }

private:
    static void cutTerms(const PanelProduct& product, Index first, Index terms, Index tiles, Part* to)
    {
        const auto* const from = static_cast<const typename Weights::Number*>(product.panel)
            + Weights::place(first, product.first_column, product.width);
        if constexpr (sizeof(typename Weights::Number) == sizeof(float)) {
            cutWeights(from, product.width, terms, tiles, to);
        } else {
            alignas(64) float widened[tile_terms * panel_columns];
            for (Index p = 0; p < terms; ++p)
                for (Index tile = 0; tile < tiles; ++tile)
                    store(widened + p * panel_columns + tile * lanes,
                        Weights::widen(from + p * product.width + tile * lanes));
            cutWeights(widened, panel_columns, terms, tiles, to);
        }
    }
};

/** Pairs of bfloat16 are what the unit reads: they are taken from where they are, but for a last block that is shorter. */
struct WholeWeights
{
    static constexpr int parts = 1;

    static void take(const PanelProduct& product, Index, Piece& piece, Block& block)
    {
        const Part* from = static_cast<const Part*>(product.panel)
            + BFloatWeights::place(piece.first, product.first_column, product.width);
        const Index pair_parts = 2 * product.width;
        if (piece.terms % tile_terms != 0) {
            const Index pairs = (piece.terms + 1) / 2, all_pairs = blocksOf(piece.terms) * tile_terms / 2;
            const Index columns = (product.columns + lanes - 1) / lanes * lanes;
            for (Index p = 0; p < all_pairs; ++p)
                if (p < pairs)
                    __builtin_memcpy(piece.weights + p * pair_parts, from + p * pair_parts,
                        static_cast<std::size_t>(2 * columns) * sizeof(Part));
                else
                    __builtin_memset(piece.weights + p * pair_parts, 0,
                        static_cast<std::size_t>(pair_parts) * sizeof(Part));
            from = piece.weights;
        }
        block.weights = from;
        block.weights_step = tile_terms / 2 * pair_parts;
        block.tile_step = 2 * lanes;
        block.pair_bytes = pair_parts * static_cast<Index>(sizeof(Part));
    }
};

/** All rows by the piece; meanwhile the weights behind it are fetched. */
template <int Parts>
void multiplyPiece(
    const PanelProduct& product, Index tiles, const Piece& piece, Block block, Index piece_bytes)
{
    const Index row_blocks = (product.m + tile_rows - 1) / tile_rows;
    const Index row_block_parts = part_count * tile_parts;
    const Index blocks = blocksOf(piece.terms);
    const Index chances = blocks * Parts * tiles; // for each block of rows
    Index lines = piece_bytes / cache_line;
    const Index lines_each = (lines + chances * row_blocks - 1) / (chances * row_blocks);
    block.rows = product.row_parts + piece.first / tile_terms * product.row_parts_step;
    block.rows_step = product.row_parts_step;
    block.blocks = blocks;
    block.begin = piece.first == 0;
    block.resume = piece.first > 0 && row_blocks > 1;
    block.write = piece.is_last || row_blocks > 1;
    for (Index i = 0; i < product.m; i += tile_rows) {
        const Index rows = product.m - i < tile_rows ? product.m - i : tile_rows;
        const bool is_shorter = rows < tile_rows && row_blocks > 1;
        if (is_shorter)
            shapeTiles(rows);
        block.fetch.lines_each = lines > 0 ? lines_each : 0;
        multiplyBlock<Parts>(tiles, block);
        if (piece.is_last)
            writeRows(product, block.sums, i, rows);
        if (is_shorter)
            shapeTiles(tile_rows);
        block.rows += row_block_parts;
        block.sums += panel_tiles * tile_sums;
        block.fetch.next += chances * lines_each * cache_line;
        lines -= chances * lines_each;
    }
}

template <typename Weights, typename Taken> void multiplyInTiles(const PanelProduct& product)
{
    alignas(64) float sums[most_panel_rows * panel_columns];
    const Index tiles = (product.columns + lanes - 1) / lanes;
    const Index most_terms = (hasFewRows(product) ? 1 : most_piece_blocks) * tile_terms;
    const Index row_bytes = product.width * static_cast<Index>(sizeof(typename Weights::Number));
    shapeTiles(product.m < tile_rows ? product.m : tile_rows);
    Piece piece;
    for (piece.first = 0; piece.first < product.k; piece.first += most_terms) {
        const Index left = product.k - piece.first;
        piece.terms = left < most_terms ? left : most_terms;
        piece.is_last = left <= most_terms;
        Block block{};
        block.sums = sums;
        block.fetch.next = static_cast<const char*>(product.panel) + (piece.first + piece.terms) * row_bytes;
        block.fetch.to_first_cache = hasFewRows(product);
        Taken::take(product, tiles, piece, block);
        multiplyPiece<Taken::parts>(product, tiles, piece, block, piece.terms * row_bytes);
    }
    _tile_release();
    if (product.is_out_large)
        _mm_sfence();
}

/** Of the vector unit, whose panels are narrower. */
template <int Type> void multiplyInVectors(PanelProduct product)
{
    const Table& vectors = avx512Table();
    const Index all = product.columns;
    for (Index j = 0; j < all; j += vectors.panel_columns) {
        product.columns = all - j < vectors.panel_columns ? all - j : vectors.panel_columns;
        vectors.stored[Type].multiplyPanel(product);
        product.first_column += product.columns;
        product.out += product.columns;
        if (product.bias)
            product.bias += product.columns;
    }
}

/** \tparam Type  of the table's stored ones */
template <int Type, typename Weights, typename Taken> void multiplyPanel(const PanelProduct& product)
{
    if (!product.row_parts)
        return multiplyInVectors<Type>(product);
    multiplyInTiles<Weights, Taken>(product);
    for (Index i = 0; i < product.m; ++i)
        if (!product.is_cut[i]) {
            PanelProduct row = product;
            row.a += i * row.a_stride;
            row.out += i * row.out_stride;
            row.m = 1;
            multiplyInVectors<Type>(row);
        }
}

} // namespace

const Table& amxTable()
{
    static const Table table = [] {
        Table own = avx512Table();
        own.panel_columns = panel_columns;
        own.stored[0].multiplyPanel = multiplyPanel<0, FloatWeights, CutWeights<FloatWeights>>;
        own.stored[1].multiplyPanel = multiplyPanel<1, HalfWeights, CutWeights<HalfWeights>>;
        own.stored[2].multiplyPanel = multiplyPanel<2, BFloatWeights, WholeWeights>;
        own.cut = {rowParts, cutRows};
        return own;
    }();
    return table;
}

} // namespace glassformer::kernel
