// Part of source.h: the three products.

namespace glassformer::kernel {
namespace {

constexpr int tile_rows = GLASSFORMER_KERNEL_ROWS; ///< rows of the result held in registers
constexpr int tile_vectors = GLASSFORMER_KERNEL_VECTORS; ///< registers in each of these rows
constexpr Index tile_columns = tile_vectors * lanes;
constexpr Index cache_line = 64; ///< bytes
/** Terms of the sum done at once: so many that a tile's rows of a stay in the first cache. */
constexpr Index depth = 768;
/** The same of a product with packed weights: at most. */
constexpr Index most_piece_depth = 384;
/** For Lines of multiplyTile: a part of a line with each step. */
constexpr int part_of_line = -1;
/** Up to so many rows of a, copying b costs more than reading it with its stride. */
constexpr Index direct_rows = 2 * tile_rows;

/** One tile's work: `columns` results in each row, sums over k terms. */
struct Tile
{
    const float* a;
    Index a_stride; ///< between the rows of a as it is stored
    const void* b; ///< numbers of the type in which the weights are kept
    Index
        b_stride; ///< numbers between the terms, `columns` rounded up to whole registers are readable at each
    float* out;
    Index out_stride;
    Index columns;
    Index k;
    bool add;
    const float* bias; ///< one for each column, added at last; null: none
    const char* soon; ///< memory to bring near on the way; only functions with Lines do
    Index soon_step; ///< bytes of it with each step of a sum, where that is a part of a line
};

/** What the sums begin with: nothing, or what earlier terms have come to, so that cutting k changes no result. */
template <int Rows, int Vectors> inline void beginSums(const Tile& tile, Register (&sum)[Rows][Vectors])
{
#pragma GCC unroll 8
    for (int i = 0; i < Rows; ++i)
#pragma GCC unroll 8
        for (int v = 0; v < Vectors; ++v)
            sum[i][v] = tile.add ? load(tile.out + i * tile.out_stride + v * lanes) : Register{};
}

template <int Rows, int Vectors> inline void writeSums(const Tile& tile, const Register (&sum)[Rows][Vectors])
{
#pragma GCC unroll 8
    for (int i = 0; i < Rows; ++i) {
        float* out = tile.out + i * tile.out_stride;
#pragma GCC unroll 8
        for (int v = 0; v < Vectors; ++v)
            store(out + v * lanes, tile.bias ? sum[i][v] + load(tile.bias + v * lanes) : sum[i][v]);
    }
}

using TileFunction = void (*)(const Tile&);

/** A tile whose columns do not fill its registers is done beside, so that whole ones never go through memory. */
template <int Rows, int Vectors> __attribute__((noinline)) void multiplyBeside(Tile tile, TileFunction whole)
{
    float results[Rows * Vectors * lanes] = {};
    float* const out = tile.out;
    const float* const bias = tile.bias;
    const Index columns = tile.columns, out_stride = tile.out_stride;
    tile.out = results;
    tile.out_stride = tile.columns = Vectors * lanes;
    tile.bias = nullptr;
    if (tile.add)
        for (Index i = 0; i < Rows; ++i)
            for (Index j = 0; j < columns; ++j)
                results[i * tile.out_stride + j] = out[i * out_stride + j];
    whole(tile);
    for (Index i = 0; i < Rows; ++i)
        for (Index j = 0; j < columns; ++j)
            out[i * out_stride + j] = results[i * tile.out_stride + j] + (bias ? bias[j] : 0);
}

/**
 * Rows of a at one place of the sums. Three rows share a pointer, from which one register for their distance reaches the
 * other two; left to itself, the compiler keeps a place of its own for every row and runs out of registers.
 */
template <int Rows, bool ATransposed> struct LeftRows
{
    static constexpr int rows_of_pointer = 3;
    static constexpr int pointers = ATransposed ? 1 : (Rows + rows_of_pointer - 1) / rows_of_pointer;

    const float* from[pointers];
    Index stride;

    LeftRows(const float* a, Index a_stride)
        : stride(a_stride)
    {
#pragma GCC unroll 8
        for (int i = 0; i < pointers; ++i)
            from[i] = a + rows_of_pointer * i * a_stride;
    }

    Register at(int row, int term) const
    {
        if constexpr (ATransposed)
            return broadcast(from[0][term * stride + row]);
        return broadcast(from[row / rows_of_pointer][row % rows_of_pointer * stride + term]);
    }

    void advance(int terms)
    {
#pragma GCC unroll 8
        for (int i = 0; i < pointers; ++i) {
            from[i] += ATransposed ? terms * stride : terms;
            asm("" : "+r"(from[i])); // or it finds out that they keep their distance
        }
    }
};

/** Some terms more, one after the other, from as many rows of the weights. */
template <typename Weights, int Terms, int Rows, int Vectors, bool ATransposed>
inline void addTerms(const LeftRows<Rows, ATransposed>& a, const typename Weights::Number* b, Index b_stride,
    Register (&sum)[Rows][Vectors])
{
#pragma GCC unroll 2
    for (int t = 0; t < Terms; ++t) {
        Register right[Vectors];
        Weights::template read<Vectors>(b, b_stride, t, right);
#pragma GCC unroll 8
        for (int i = 0; i < Rows; ++i) {
            const Register left = a.at(i, t);
#pragma GCC unroll 8
            for (int v = 0; v < Vectors; ++v)
                sum[i][v] += left * right[v];
        }
    }
}

/**
 * Rows x Vectors sums in registers. ATransposed: a's rows are the terms. Lines: cache lines of tile.soon that are fetched
 * with each step into the first cache, so that memory works while the processor computes; or a part of a line, into the
 * second.
 */
template <typename Weights, int Rows, int Vectors, bool ATransposed, int Lines = 0>
void multiplyTile(const Tile& tile)
{
    if (tile.columns != Vectors * lanes)
        return multiplyBeside<Rows, Vectors>(tile, multiplyTile<Weights, Rows, Vectors, ATransposed, Lines>);
    Register sum[Rows][Vectors];
    beginSums<Rows, Vectors>(tile, sum);
    LeftRows<Rows, ATransposed> a(tile.a, tile.a_stride);
    const auto* b = static_cast<const typename Weights::Number*>(tile.b);
    const Index b_stride = tile.b_stride;
    const char* soon = tile.soon;
    constexpr int terms = Weights::terms;
    for (Index p = terms; p <= tile.k; p += terms) {
        if constexpr (Lines == part_of_line) {
            __builtin_prefetch(soon, 0, 2);
            soon += tile.soon_step;
        }
#pragma GCC unroll 8
        for (int line = 0; line < Lines; ++line, soon += cache_line)
            __builtin_prefetch(soon, 0, 3);
        addTerms<Weights, terms>(a, b, b_stride, sum);
        a.advance(terms);
        b += terms * b_stride;
    }
    if (tile.k % terms != 0)
        addTerms<Weights, 1>(a, b, b_stride, sum);
    writeSums<Rows, Vectors>(tile, sum);
}

template <typename Weights, int Vectors, bool ATransposed, int Lines = 0, int Rows = tile_rows>
TileFunction functionForRows(Index rows)
{
    if constexpr (Rows > 1) {
        if (rows < Rows)
            return functionForRows<Weights, Vectors, ATransposed, Lines, Rows - 1>(rows);
    }
    return multiplyTile<Weights, Rows, Vectors, ATransposed, Lines>;
}

template <typename Weights, bool ATransposed, int Vectors = tile_vectors>
TileFunction functionFor(Index rows, Index vectors)
{
    if constexpr (Vectors > 1) {
        if (vectors < Vectors)
            return functionFor<Weights, ATransposed, Vectors - 1>(rows, vectors);
    }
    return functionForRows<Weights, Vectors, ATransposed>(rows);
}

/** Copies `columns` columns of k rows of b side by side, each row filled with zeros up to `width`. */
void packPanel(const float* b, Index b_stride, Index k, Index columns, Index width, float* panel)
{
    const Index whole = columns / lanes * lanes;
    for (Index p = 0; p < k; ++p, b += b_stride, panel += width) {
        for (Index j = 0; j < whole; j += lanes)
            store(panel + j, load(b + j));
        if (whole == width)
            continue;
        store(panel + whole, Register{});
        Index j = whole;
        for (; j + 4 <= columns; j += 4)
            storeQuad(panel + j, loadQuad(b + j));
        for (; j < columns; ++j)
            panel[j] = b[j];
    }
}

/** Writes four rows of b as four columns of the panel. */
void packFourColumns(const Word* b, Index b_stride, Index k, Index width, Word* panel)
{
    Index p = 0;
    for (; p + 4 <= k; p += 4) {
        const Quad r0 = loadQuad(b + p);
        const Quad r1 = loadQuad(b + b_stride + p);
        const Quad r2 = loadQuad(b + 2 * b_stride + p);
        const Quad r3 = loadQuad(b + 3 * b_stride + p);
        const Quad low01 = __builtin_shufflevector(r0, r1, 0, 4, 1, 5);
        const Quad low23 = __builtin_shufflevector(r2, r3, 0, 4, 1, 5);
        const Quad high01 = __builtin_shufflevector(r0, r1, 2, 6, 3, 7);
        const Quad high23 = __builtin_shufflevector(r2, r3, 2, 6, 3, 7);
        float* to = panel + p * width;
        storeQuad(to, __builtin_shufflevector(low01, low23, 0, 1, 4, 5));
        storeQuad(to + width, __builtin_shufflevector(low01, low23, 2, 3, 6, 7));
        storeQuad(to + 2 * width, __builtin_shufflevector(high01, high23, 0, 1, 4, 5));
        storeQuad(to + 3 * width, __builtin_shufflevector(high01, high23, 2, 3, 6, 7));
    }
    for (; p < k; ++p)
        for (Index j = 0; j < 4; ++j)
            panel[p * width + j] = b[j * b_stride + p];
}

/** Writes `columns` rows of b as columns of the panel. rows_ahead: so far in front rows are fetched from memory; 0: none. */
void packColumns(
    const Word* b, Index b_stride, Index k, Index columns, Index width, Word* panel, Index rows_ahead = 0)
{
    Index j = 0;
    for (; j + 4 <= columns; j += 4) {
        for (Index i = 0; rows_ahead > 0 && i < 4; ++i)
            for (Index p = 0; p < k; p += cache_line / static_cast<Index>(sizeof(Word)))
                __builtin_prefetch(b + (j + i + rows_ahead) * b_stride + p, 0, 3);
        packFourColumns(b + j * b_stride, b_stride, k, width, panel + j);
    }
    for (; j < columns; ++j)
        for (Index p = 0; p < k; ++p)
            panel[p * width + j] = b[j * b_stride + p];
}

/** The same panel as packPanel makes from b stored [n, k]: rows become columns. */
void packTransposedPanel(const float* b, Index b_stride, Index k, Index columns, Index width, float* panel)
{
    // Keys that are remembered lie far apart: parts of long rows, which the processor does not fetch by itself.
    constexpr Index rows_ahead = 16;
    packColumns(b, b_stride, k, columns, width, panel, rows_ahead);
    for (Index j = columns; j < width; ++j)
        for (Index p = 0; p < k; ++p)
            panel[p * width + j] = 0;
}

void multiplyPanel(const Product& product, Tile tile, Index vectors)
{
    const float* a = tile.a;
    float* out = tile.out;
    for (Index i = 0; i < product.m; i += tile_rows) {
        const Index rows = product.m - i < tile_rows ? product.m - i : tile_rows;
        tile.a = product.a_transposed ? a + i : a + i * product.a_stride;
        tile.out = out + i * product.out_stride;
        const TileFunction function = product.a_transposed ? functionFor<FloatWeights, true>(rows, vectors)
                                                           : functionFor<FloatWeights, false>(rows, vectors);
        function(tile);
    }
}

void multiply(const Product& product)
{
    for (Index j = 0; j < product.n; j += tile_columns) {
        const Index columns = product.n - j < tile_columns ? product.n - j : tile_columns;
        const Index vectors = (columns + lanes - 1) / lanes;
        const Index width = vectors * lanes;
        const bool direct = !product.b_transposed && width == columns && product.m <= direct_rows;
        for (Index p = 0; p < product.k; p += depth) {
            const Index k = product.k - p < depth ? product.k - p : depth;
            const float* b = product.b_transposed ? product.b + j * product.b_stride + p
                                                  : product.b + p * product.b_stride + j;
            if (product.b_transposed)
                packTransposedPanel(b, product.b_stride, k, columns, width, product.scratch);
            else if (!direct)
                packPanel(b, product.b_stride, k, columns, width, product.scratch);
            Tile tile;
            tile.a = product.a_transposed ? product.a + p * product.a_stride : product.a + p;
            tile.a_stride = product.a_stride;
            tile.b = direct ? b : product.scratch;
            tile.b_stride = direct ? product.b_stride : width;
            tile.out = product.out + j;
            tile.out_stride = product.out_stride;
            tile.columns = columns;
            tile.k = k;
            tile.add = product.add || p > 0;
            tile.bias = nullptr;
            multiplyPanel(product, tile, vectors);
        }
    }
}

} // namespace
} // namespace glassformer::kernel
