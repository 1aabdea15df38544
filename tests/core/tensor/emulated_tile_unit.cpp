// The instructions that core/tensor/kernel/amx.cpp uses, as Intel's "Architecture Instruction Set Extensions Programming
// Reference" defines them (chapter on AMX: LDTILECFG, TILELOADD, TDPBF16PS, TILESTORED), in front of that file itself.
// Compiled with AVX-512, so it includes nothing that the rest of the test shares.

#define GLASSFORMER_X86_KERNELS
#include "tests/core/tensor/emulated_tile_unit.h"

#include <immintrin.h>

namespace {

struct Tile
{
    long rows = 0;
    long row_bytes = 0;
    alignas(64) unsigned char bytes[16][64] = {};
};

thread_local Tile tiles[8];

void configure(const void* shapes)
{
    const auto* const bytes = static_cast<const unsigned char*>(shapes);
    for (int i = 0; i < 8; ++i) {
        unsigned short row_bytes = 0;
        __builtin_memcpy(&row_bytes, bytes + 16 + 2 * i, sizeof row_bytes);
        tiles[i] = Tile{};
        tiles[i].row_bytes = row_bytes;
        tiles[i].rows = bytes[48 + i];
    }
}

void zero(int tile)
{
    __builtin_memset(tiles[tile].bytes, 0, sizeof tiles[tile].bytes);
}

void load(int tile, const void* from, long stride)
{
    zero(tile);
    for (long i = 0; i < tiles[tile].rows; ++i)
        __builtin_memcpy(tiles[tile].bytes[i], static_cast<const char*>(from) + i * stride,
            static_cast<unsigned long>(tiles[tile].row_bytes));
}

void store(int tile, void* to, long stride)
{
    for (long i = 0; i < tiles[tile].rows; ++i)
        __builtin_memcpy(static_cast<char*>(to) + i * stride, tiles[tile].bytes[i],
            static_cast<unsigned long>(tiles[tile].row_bytes));
}

float floatAt(const Tile& tile, long row, long i)
{
    float value = 0;
    __builtin_memcpy(&value, tile.bytes[row] + 4 * i, sizeof value);
    return value;
}

/** The unit takes numbers below 2^-126 for zero, and makes zero of such results. */
float normal(float value)
{
    return __builtin_fabsf(value) < 0x1p-126F ? 0 : value;
}

float shortAt(const Tile& tile, long row, long i)
{
    unsigned short bits = 0;
    __builtin_memcpy(&bits, tile.bytes[row] + 2 * i, sizeof bits);
    const unsigned wide = static_cast<unsigned>(bits) << 16;
    float value = 0;
    __builtin_memcpy(&value, &wide, sizeof value);
    return normal(value);
}

/** Even and odd terms are summed by themselves, then together, and added. */
void multiplyAndAdd(int sums, int left, int right)
{
    for (long i = 0; i < tiles[sums].rows; ++i)
        for (long j = 0; j < tiles[sums].row_bytes / 4; ++j) {
            float even = 0, odd = 0;
            for (long k = 0; k < tiles[left].row_bytes / 4; ++k) {
                even = normal(
                    __builtin_fmaf(shortAt(tiles[left], i, 2 * k), shortAt(tiles[right], k, 2 * j), even));
                odd = normal(__builtin_fmaf(
                    shortAt(tiles[left], i, 2 * k + 1), shortAt(tiles[right], k, 2 * j + 1), odd));
            }
            const float sum = normal(floatAt(tiles[sums], i, j) + normal(even + odd));
            __builtin_memcpy(tiles[sums].bytes[i] + 4 * j, &sum, sizeof sum);
        }
}

} // namespace

#undef _tile_loadd
#undef _tile_stored
#undef _tile_zero
#undef _tile_dpbf16ps
#define _tile_loadconfig(shapes) configure(shapes)
#define _tile_release() static_cast<void>(0)
#define _tile_zero(tile) ::zero(tile)
#define _tile_loadd(tile, from, stride) ::load(tile, from, stride)
#define _tile_stored(tile, to, stride) ::store(tile, to, stride)
#define _tile_dpbf16ps(sums, left, right) ::multiplyAndAdd(sums, left, right)
#define amxTable emulatedAmxTable
#include "core/tensor/kernel/amx.cpp"
