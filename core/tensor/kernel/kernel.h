#pragma once

// What the kernels are told and how they are reached: raw pointers and plain types only, because
// source.h is compiled for several instruction sets. Whatever it shared with the rest of the program
// (an Eigen template, a standard inline function) could be emitted with AVX-512 code and then be the copy the
// linker keeps for everybody.

#include "core/tensor/activation_kind.h"

#include <cstddef>

namespace glassformer::kernel {

/** As many rows as a panel is multiplied by at once: so many that they stay in the second cache. */
constexpr std::ptrdiff_t most_panel_rows = 256;
/** The widest panel of any instruction set. */
constexpr std::ptrdiff_t most_panel_columns = 64;

/** out [m, n] = or += a·b, where either factor may be read transposed. Strides are counted in floats. */
struct Product
{
    const float* a = nullptr;
    const float* b = nullptr;
    float* out = nullptr;
    std::ptrdiff_t a_stride = 0;
    std::ptrdiff_t b_stride = 0;
    std::ptrdiff_t out_stride = 0;
    std::ptrdiff_t m = 0;
    std::ptrdiff_t n = 0;
    std::ptrdiff_t k = 0;
    bool a_transposed = false; ///< a is stored [k, m]
    bool b_transposed = false; ///< b is stored [n, k]
    bool add = false;
    float* scratch = nullptr; ///< scratch_floats of the table, aligned to 64 bytes
};

/** For processors that multiply numbers of 16 bits: how floats are cut into parts of such. Empty for others. */
struct Cutting
{
    /** Numbers that cutRows writes for so many rows, a multiple of 16 but for the last ones, of k floats. */
    std::size_t (*rowParts)(std::ptrdiff_t rows, std::ptrdiff_t k) = nullptr;
    /** Up to 16 rows. is_cut: one for each row; false if it holds a number that is not finite or not below 2^127, and
     * zeros stand for it. */
    void (*cutRows)(const float* a, std::ptrdiff_t a_stride, std::ptrdiff_t rows, std::ptrdiff_t k,
        unsigned short* parts, std::ptrdiff_t step, bool* is_cut) = nullptr;
};

/**
 * out [m, columns] = a·b + bias with columns of one panel of packed weights, k rows of `width` numbers, whole
 * registers, with m up to most_panel_rows. Up to one register beyond the last wanted column is read, and not used.
 */
struct PanelProduct
{
    const float* a = nullptr;
    const void* panel = nullptr;
    const float* bias = nullptr; ///< of the wanted columns; null: none
    float* out = nullptr;
    std::ptrdiff_t a_stride = 0;
    std::ptrdiff_t out_stride = 0;
    std::ptrdiff_t m = 0;
    std::ptrdiff_t k = 0;
    std::ptrdiff_t width = 0;
    std::ptrdiff_t first_column = 0; ///< of the panel that is wanted
    std::ptrdiff_t columns = 0; ///< wanted
    bool is_out_large = false; ///< the whole result does not stay in the second cache; a hint
    const unsigned short* row_parts = nullptr; ///< the rows of a, as cutRows wrote them; null: not cut
    std::ptrdiff_t row_parts_step = 0;
    const bool* is_cut = nullptr; ///< for each row of a
};

/** A weight of a panel. */
struct PanelPlace
{
    void* panel = nullptr; ///< its beginning
    std::ptrdiff_t width = 0;
    std::ptrdiff_t row = 0; ///< even where the panel is written
    std::ptrdiff_t column = 0;
};

/**
 * A type of number that packed weights may have in memory: that of the file, which widens to float without loss. Who
 * packs, reads and multiplies knows a panel only by these functions, so that a type of another kind, such as blocks of
 * numbers with one scale, is one more entry. Numbers of a file may lie at any address, little-endian.
 */
struct StoredType
{
    std::size_t (*panelBytes)(std::ptrdiff_t k, std::ptrdiff_t width);
    /** Writes weights stored [terms, columns]. */
    void (*packRows)(const void* from, std::ptrdiff_t stride, std::ptrdiff_t terms, std::ptrdiff_t columns,
        const PanelPlace& to);
    /** Writes weights stored [columns, terms]. */
    void (*packColumns)(const void* from, std::ptrdiff_t stride, std::ptrdiff_t terms, std::ptrdiff_t columns,
        const PanelPlace& to);
    /** Weights as floats [rows, columns]. */
    void (*read)(const PanelPlace& from, std::ptrdiff_t rows, std::ptrdiff_t columns, float* to);
    /** Numbers of a file as floats. */
    void (*widen)(const void* from, float* to, std::ptrdiff_t count);
    /** Whether all numbers of a file are finite and below 2^127, as cutting wants them. */
    bool (*canBeCut)(const void* from, std::ptrdiff_t count);
    void (*multiplyPanel)(const PanelProduct& product);
};

/** The functions of one instruction set. Counts and strides are in floats. */
struct Table
{
    std::size_t scratch_floats; ///< working memory of multiply
    std::ptrdiff_t lanes; ///< floats in a register
    std::ptrdiff_t panel_columns; ///< numbers in a row of a whole panel
    void (*multiply)(const Product& product);
    StoredType stored[3]; ///< in the order of NumberFormat
    void (*softmax)(float* scores, std::ptrdiff_t rows, std::ptrdiff_t columns, std::ptrdiff_t stride);
    void (*activate)(Activation activation, const float* input, float* output, std::ptrdiff_t count);
    void (*activateBackward)(Activation activation, const float* input, const float* d_output, float* d_input,
        std::ptrdiff_t count);
    Cutting cut{};
};

const Table& baselineTable();
#ifdef GLASSFORMER_X86_KERNELS
const Table& avx2Table();
const Table& avx512Table();
#ifdef GLASSFORMER_AMX_KERNEL
const Table& amxTable();
#endif
#endif

} // namespace glassformer::kernel
