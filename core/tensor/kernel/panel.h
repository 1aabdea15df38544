// Part of source.h: weights brought into the order of a panel, and read back.

namespace glassformer::kernel {
namespace {

constexpr Index strip_terms = 128; ///< turned at a time

template <typename Weights> typename Weights::Number* numbers(const PanelPlace& place)
{
    return static_cast<typename Weights::Number*>(place.panel);
}

template <typename Weights> std::size_t panelBytes(Index k, Index width)
{
    const Index steps = (k + Weights::terms - 1) / Weights::terms;
    return static_cast<std::size_t>(steps * Weights::terms * width) * sizeof(typename Weights::Number);
}

/** Rows of two terms each as pairs, column by column; without a second row, zeros are its numbers. */
void storePairs(const char* first, const char* second, Index columns, unsigned short* to)
{
    Index j = 0;
    for (; j + lanes <= columns; j += lanes) {
        const BitRegister low = __builtin_convertvector(loadHalves(first + 2 * j), BitRegister);
        const BitRegister high =
            second ? __builtin_convertvector(loadHalves(second + 2 * j), BitRegister) : BitRegister{};
        *reinterpret_cast<BitVector*>(to + 2 * j) = low | high << 16;
    }
    for (; j < columns; ++j) {
        __builtin_memcpy(to + 2 * j, first + 2 * j, 2);
        if (second)
            __builtin_memcpy(to + 2 * j + 1, second + 2 * j, 2);
        else
            to[2 * j + 1] = 0;
    }
}

/** Numbers of a file at any address, stored [terms, columns]. */
template <typename Weights>
void packRows(const void* from, Index stride, Index terms, Index columns, const PanelPlace& place)
{
    constexpr Index bytes = sizeof(typename Weights::Number);
    const char* row = static_cast<const char*>(from);
    typename Weights::Number* const panel = numbers<Weights>(place);
    for (Index p = 0; p < terms; p += Weights::in_pairs ? 2 : 1) {
        typename Weights::Number* const to = panel + Weights::place(place.row + p, place.column, place.width);
        if constexpr (Weights::in_pairs)
            storePairs(row + p * stride * bytes, p + 1 < terms ? row + (p + 1) * stride * bytes : nullptr,
                columns, to);
        else
            __builtin_memcpy(to, row + p * stride * bytes, static_cast<std::size_t>(columns * bytes));
    }
}

/** `columns` rows of a strip, each `terms` long, as columns of the panel. */
void turn(const float* strip, Index terms, Index columns, const PanelPlace& place, FloatWeights)
{
    packColumns(strip, strip_terms, terms, columns, place.width,
        numbers<FloatWeights>(place) + FloatWeights::place(place.row, place.column, place.width));
}

/** Pairs of terms are turned like floats: they are as large. */
void turn(const unsigned short* strip, Index terms, Index columns, const PanelPlace& place, BFloatWeights)
{
    packColumns(reinterpret_cast<const Word*>(strip), strip_terms / 2, (terms + 1) / 2, columns, place.width,
        reinterpret_cast<Word*>(
            numbers<BFloatWeights>(place) + BFloatWeights::place(place.row, place.column, place.width)));
}

/** Turned in pairs too, which are then split into two rows. */
void turn(const unsigned short* strip, Index terms, Index columns, const PanelPlace& place, HalfWeights)
{
    unsigned short pairs[strip_terms * most_panel_columns];
    turn(strip, terms, columns, {pairs, most_panel_columns, 0, 0}, BFloatWeights{});
    unsigned short* to =
        numbers<HalfWeights>(place) + HalfWeights::place(place.row, place.column, place.width);
    for (Index p = 0; p < terms; ++p, to += place.width) {
        const unsigned short* const from = pairs + p / 2 * 2 * most_panel_columns + p % 2;
        for (Index j = 0; j < columns; ++j)
            to[j] = from[2 * j];
    }
}

/** Numbers of a file at any address, stored [columns, terms]. */
template <typename Weights>
void packColumnsOf(const void* from, Index stride, Index terms, Index columns, const PanelPlace& place)
{
    constexpr Index bytes = sizeof(typename Weights::Number);
    alignas(64) typename Weights::Number strip[most_panel_columns * strip_terms];
    for (Index p = 0; p < terms; p += strip_terms) {
        const Index some = terms - p < strip_terms ? terms - p : strip_terms;
        for (Index j = 0; j < columns; ++j) {
            typename Weights::Number* const to = strip + j * strip_terms;
            __builtin_memcpy(to, static_cast<const char*>(from) + (j * stride + p) * bytes,
                static_cast<std::size_t>(some * bytes));
            if (some % Weights::terms != 0)
                to[some] = 0;
        }
        turn(strip, some, columns, {place.panel, place.width, place.row + p, place.column}, Weights{});
    }
}

/** Numbers that stand side by side in a row. */
template <typename Weights>
Register readRegister(const typename Weights::Number* panel, Index row, Index column, Index width)
{
    if constexpr (Weights::in_pairs) {
        const BitRegister pairs = loadBits(panel + Weights::place(row / 2 * 2, column, width));
        return reinterpret_cast<Register>(row % 2 ? pairs & 0xFFFF0000u : pairs << 16);
    } else
        return Weights::widen(panel + Weights::place(row, column, width));
}

/** Numbers that do not, one by one, up to a register of them. */
template <typename Weights> void readSingly(const PanelPlace& place, Index rows, Index columns, float* to)
{
    const typename Weights::Number* const panel = numbers<Weights>(place);
    typename Weights::Number some[lanes] = {};
    Index filled = 0;
    for (Index i = 0; i < rows; ++i)
        for (Index j = 0; j < columns; ++j) {
            some[filled++] = panel[Weights::place(place.row + i, place.column + j, place.width)];
            if (filled == lanes) {
                store(to, Weights::widen(some));
                to += lanes;
                filled = 0;
            }
        }
    storePart(to, Weights::widen(some), filled);
}

/** Some numbers of a panel as floats, [rows, columns]. */
template <typename Weights> void readPanel(const PanelPlace& place, Index rows, Index columns, float* to)
{
    if (columns < lanes)
        return readSingly<Weights>(place, rows, columns, to);
    const Index whole = columns / lanes * lanes;
    for (Index i = 0; i < rows; ++i, to += columns) {
        for (Index j = 0; j < whole; j += lanes)
            store(to + j,
                readRegister<Weights>(numbers<Weights>(place), place.row + i, place.column + j, place.width));
        readSingly<Weights>(
            {place.panel, place.width, place.row + i, place.column + whole}, 1, columns - whole, to + whole);
    }
}

/** Rows of a panel as floats: `vectors` registers of each of `rows` rows. */
template <typename Weights>
void widenRows(const typename Weights::Number* from, Index width, Index rows, Index vectors, float* to)
{
    for (Index p = 0; p < rows; p += Weights::terms, from += Weights::terms * width)
        for (Index v = 0; v < vectors; ++v)
#pragma GCC unroll 2
            for (int t = 0; t < Weights::terms; ++t) {
                Register right[1];
                Weights::template read<1>(from + (Weights::in_pairs ? 2 : 1) * v * lanes, width, t, right);
                store(to + ((p + t) * vectors + v) * lanes, right[0]);
            }
}

/** Whether all numbers, of a file at any address, are finite and below 2^127. */
template <typename Weights> bool canBeCut(const void* from, Index count)
{
    typename Weights::Bits greatest = 0;
    for (Index i = 0; i < count; ++i) {
        typename Weights::Bits bits;
        __builtin_memcpy(
            &bits, static_cast<const char*>(from) + i * static_cast<Index>(sizeof bits), sizeof bits);
        bits &= static_cast<typename Weights::Bits>(~typename Weights::Bits{} >> 1);
        greatest = bits > greatest ? bits : greatest;
    }
    return greatest < Weights::beyond_parts;
}

} // namespace
} // namespace glassformer::kernel
