// Part of source.h: products with packed weights, and reading numbers of a file.

namespace glassformer::kernel {
namespace {

template <typename Weights, int Lines> TileFunction wholePanel(Index rows)
{
    return functionForRows<Weights, tile_vectors, false, Lines>(rows);
}

template <typename Weights> TileFunction functionForPanel(Index rows, Index vectors, Index lines)
{
    if (vectors < tile_vectors || lines == 0)
        return functionFor<Weights, false>(rows, vectors);
    if (lines == part_of_line)
        return wholePanel<Weights, part_of_line>(rows);
    if (lines == 1)
        return wholePanel<Weights, 1>(rows);
    if (lines == 2)
        return wholePanel<Weights, 2>(rows);
    return wholePanel<Weights, 3>(rows);
}

/** Up to so many rows fetching the weights takes about as long as the sums. */
constexpr Index few_rows = 32;

/**
 * How many terms are done for all rows before the next terms. With few rows the panel comes from memory, and short
 * pieces let fetching and computing overlap more evenly: of as many bytes whatever the type, where the sums take longer
 * than fetching. With many rows the sums are carried through memory less often. Measured; the results do not depend on it.
 */
template <typename Weights> Index pieceDepth(Index rows)
{
    constexpr Index shortest = 96;
    if (rows <= tile_rows)
        return shortest;
    return rows <= few_rows ? shortest * sizeof(float) / sizeof(typename Weights::Number) : most_piece_depth;
}

/** Rows from which on a piece is widened once, beside, rather than by every tile of rows: where there are registers enough
 * to widen on the way, two tiles of rows do it. Measured. */
constexpr Index widened_rows = (lanes >= 16 ? 2 : 1) * tile_rows + 1;

/**
 * All rows by some terms of a panel, of which `tile` tells the weights. Meanwhile the piece behind it is fetched, each
 * tile of rows its share: with few rows memory is slower than the sums, and alone the processor would not look across the
 * end of a page. With many rows a share is less than a line for each step, and fetched at once it would hold up the sums.
 * \param lines  cache lines to fetch for each step of a sum of one tile
 */
template <typename Weights>
void multiplyPiece(const PanelProduct& product, Index first_term, Tile tile, Index lines)
{
    const Index vectors = (product.columns + lanes - 1) / lanes;
    const Index tiles = (product.m + tile_rows - 1) / tile_rows;
    const Index steps = tile.k / Weights::terms;
    const bool is_spread = product.m > few_rows;
    tile.soon_step = (lines * cache_line + tiles - 1) / tiles;
    for (Index t = 0; t < tiles; ++t) {
        const Index i = t * tile_rows;
        const Index rows = product.m - i < tile_rows ? product.m - i : tile_rows;
        const Index some = is_spread ? part_of_line : (lines + tiles - t - 1) / (tiles - t);
        tile.a = product.a + i * product.a_stride + first_term;
        tile.out = product.out + i * product.out_stride;
        functionForPanel<Weights>(rows, vectors, some)(tile);
        if (is_spread)
            tile.soon += tile.soon_step * steps;
        else {
            tile.soon += some * steps * cache_line;
            lines -= some;
        }
    }
}

/** Cache lines of a whole panel that a step of a sum takes, where the steps are `terms` long. */
template <typename Weights> constexpr Index linesOf(Index terms)
{
    constexpr Index bytes = sizeof(typename Weights::Number);
    return (terms * tile_columns * bytes + cache_line - 1) / cache_line;
}

template <typename Weights> void multiplyPackedPanel(const PanelProduct& product)
{
    constexpr bool is_narrow = sizeof(typename Weights::Number) < sizeof(float);
    using Number = typename Weights::Number;
    Tile tile;
    tile.a_stride = product.a_stride;
    tile.out_stride = product.out_stride;
    tile.columns = product.columns;
    const Number* const panel = static_cast<const Number*>(product.panel);
    const Index depth_of_piece = pieceDepth<Weights>(product.m);
    const Index vectors = (product.columns + lanes - 1) / lanes;
    for (Index p = 0; p < product.k; p += depth_of_piece) {
        tile.k = product.k - p < depth_of_piece ? product.k - p : depth_of_piece;
        tile.add = p > 0;
        tile.bias = p + depth_of_piece < product.k ? nullptr : product.bias;
        tile.soon = reinterpret_cast<const char*>(panel + (p + tile.k) * product.width);
        const Number* const weights = panel + Weights::place(p, product.first_column, product.width);
        if constexpr (is_narrow) {
            if (product.m >= widened_rows) {
                alignas(64) float widened[most_piece_depth * tile_columns];
                widenRows<Weights>(weights, product.width, tile.k, vectors, widened);
                tile.b = widened;
                tile.b_stride = vectors * lanes;
                multiplyPiece<FloatWeights>(product, p, tile, linesOf<Weights>(1));
                continue;
            }
        }
        tile.b = weights;
        tile.b_stride = product.width;
        multiplyPiece<Weights>(product, p, tile, linesOf<Weights>(Weights::terms));
    }
}

template <typename Weights> void widenAll(const void* from, float* to, Index count)
{
    using Number = typename Weights::Number;
    const char* bytes = static_cast<const char*>(from);
    Number some[lanes] = {};
    for (Index j = 0; j < count; j += lanes) {
        const Index n = count - j < lanes ? count - j : lanes;
        __builtin_memcpy(some, bytes + j * static_cast<Index>(sizeof(Number)),
            static_cast<std::size_t>(n) * sizeof(Number));
        if (n == lanes)
            store(to + j, Weights::widen(some));
        else
            storePart(to + j, Weights::widen(some), n);
    }
}

} // namespace
} // namespace glassformer::kernel
