// Part of kernel_source.h: products with packed weights, and reading weights of 16 bits.

namespace glassformer::kernel {
namespace {

constexpr Index panel_lines = (tile_columns * 4 + cache_line - 1) / cache_line; ///< in a row of a whole panel

TileFunction functionForPanel(Index rows, Index vectors, Index lines)
{
    if (vectors < tile_vectors || lines <= 0)
        return functionFor<false>(rows, vectors);
    if (lines == 1)
        return functionForRows<tile_vectors, false, 1>(rows);
    if (lines == 2)
        return functionForRows<tile_vectors, false, 2>(rows);
    return functionForRows<tile_vectors, false, 3>(rows);
}

/**
 * How many terms are done for all rows before the next terms. With few rows the panel comes from memory, and short
 * pieces let fetching and computing overlap more evenly; with many the sums are carried through memory less often.
 * Measured; the results do not depend on it.
 */
Index pieceDepth(Index rows)
{
    return rows <= 32 ? 48 : rows <= 128 ? 192 : 384;
}

/**
 * All rows by one panel. While a piece of the panel is used, the piece behind it is fetched, each tile of rows its
 * share: with few rows memory is slower than the sums, and alone the processor would not look across the end of a page.
 */
void multiplyPackedPanel(const PanelProduct& product)
{
    const Index vectors = (product.columns + lanes - 1) / lanes;
    const Index tiles = (product.m + tile_rows - 1) / tile_rows;
    Tile tile;
    tile.a_stride = product.a_stride;
    tile.b_stride = product.width;
    tile.out_stride = product.out_stride;
    tile.columns = product.columns;
    const Index depth_of_piece = pieceDepth(product.m);
    for (Index p = 0; p < product.k; p += depth_of_piece) {
        tile.k = product.k - p < depth_of_piece ? product.k - p : depth_of_piece;
        tile.b = product.panel + p * product.width;
        tile.add = p > 0;
        tile.bias = p + depth_of_piece < product.k ? nullptr : product.bias;
        tile.soon = reinterpret_cast<const char*>(tile.b + tile.k * product.width);
        Index lines_left = panel_lines;
        for (Index t = 0; t < tiles; ++t) {
            const Index i = t * tile_rows;
            const Index rows = product.m - i < tile_rows ? product.m - i : tile_rows;
            const Index lines = (lines_left + tiles - t - 1) / (tiles - t);
            tile.a = product.a + i * product.a_stride + p;
            tile.out = product.out + i * product.out_stride;
            functionForPanel(rows, vectors, lines)(tile);
            tile.soon += lines * tile.k * cache_line;
            lines_left -= lines;
        }
    }
}

typedef unsigned short HalfVector __attribute__((vector_size(lanes * 2), aligned(1), may_alias));
typedef unsigned short HalfRegister __attribute__((vector_size(lanes * 2)));
typedef unsigned int BitRegister __attribute__((vector_size(lanes * 4)));

/**
 * The bits without the sign, moved to where a float has them, are the number times 2^-112, subnormal ones
 * included; the product with 2^112 is exact. Infinity and NaN would become numbers; they get the float's exponent.
 */
struct WidenHalf
{
    Register operator()(BitRegister bits) const
    {
        const BitRegister sign = (bits & 0x8000u) << 16;
        const BitRegister moved = (bits & 0x7FFFu) << 13;
        const Register number = reinterpret_cast<Register>(moved) * 0x1p112F;
        const BitRegister special = (BitRegister)((bits & 0x7C00u) == 0x7C00u) & 0x7F800000u;
        return reinterpret_cast<Register>(reinterpret_cast<BitRegister>(number) | special | sign);
    }
};

struct WidenBFloat
{
    Register operator()(BitRegister bits) const { return reinterpret_cast<Register>(bits << 16); }
};

template <typename Widen> void widenAll(const void* from, float* to, Index count, Widen widen)
{
    const char* bytes = static_cast<const char*>(from);
    const Index whole = count / lanes * lanes;
    for (Index j = 0; j < whole; j += lanes) {
        const HalfRegister halves = *reinterpret_cast<const HalfVector*>(bytes + 2 * j);
        store(to + j, widen(__builtin_convertvector(halves, BitRegister)));
    }
    HalfRegister rest{};
    __builtin_memcpy(&rest, bytes + 2 * whole, static_cast<std::size_t>(2 * (count - whole)));
    storePart(to + whole, widen(__builtin_convertvector(rest, BitRegister)), count - whole);
}

void widenHalf(const void* from, float* to, Index count)
{
    widenAll(from, to, count, WidenHalf{});
}

void widenBFloat(const void* from, float* to, Index count)
{
    widenAll(from, to, count, WidenBFloat{});
}

} // namespace
} // namespace glassformer::kernel
