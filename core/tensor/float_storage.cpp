#include "core/tensor/float_storage.h"

#include <cstdint>
#include <cstdlib>
#include <cstring>

#ifdef __linux__
#include <mutex>
#include <sys/mman.h>
#endif

namespace glassformer {
namespace {

constexpr std::size_t alignment = 64;

#ifdef __linux__

constexpr std::size_t huge_page = 2 * 1024 * 1024;
/** Small ones, in multiples that are whole pages everywhere. */
constexpr std::size_t small_page = 64 * 1024;
/** Pieces smaller than four huge pages share blocks of this size, which begin at multiples of it. */
constexpr std::size_t block_bytes = 16 * 1024 * 1024;
constexpr std::size_t least_shared = 128 * 1024;

bool isLarge(std::size_t bytes)
{
    return bytes >= 4 * huge_page;
}

bool isShared(std::size_t bytes)
{
    return bytes >= least_shared && !isLarge(bytes);
}

std::size_t roundedUp(std::size_t bytes, std::size_t step)
{
    return (bytes + step - 1) / step * step;
}

/** What a large piece takes: huge pages, and small ones for less than half of a huge one at its end. */
std::size_t pagesFor(std::size_t bytes)
{
    const std::size_t end = bytes % huge_page;
    return end < huge_page / 2 ? roundedUp(bytes, small_page) : roundedUp(bytes, huge_page);
}

/** Pages at a multiple of `step`, huge ones: what is mapped too much at both ends is given back. */
char* allocatePages(std::size_t bytes, std::size_t step)
{
    if (bytes > static_cast<std::size_t>(-1) - huge_page - step)
        throw std::bad_alloc();
    const std::size_t wanted = pagesFor(bytes);
    void* const mapped =
        mmap(nullptr, wanted + step, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (mapped == MAP_FAILED)
        throw std::bad_alloc();
    char* const begin = static_cast<char*>(mapped);
    const std::size_t before = step - reinterpret_cast<std::uintptr_t>(mapped) % step;
    munmap(begin, before);
    if (before < step)
        munmap(begin + before + wanted, step - before);
    madvise(begin + before, wanted, MADV_HUGEPAGE);
    return begin + before;
}

/** Stands at the beginning of a block. A piece that is freed is not given out again: it would not be zero. */
struct Block
{
    std::size_t taken = alignment; ///< bytes, this header and freed pieces included
    std::size_t pieces = 0; ///< in use
};
static_assert(sizeof(Block) <= alignment);

std::mutex blocks_mutex;
Block* open_block = nullptr; ///< the one that new pieces come from; guarded, as the blocks are, by the mutex

void* allocateShared(std::size_t bytes)
{
    const std::size_t wanted = roundedUp(bytes, alignment);
    const std::lock_guard lock(blocks_mutex);
    if (!open_block || block_bytes - open_block->taken < wanted)
        open_block = new (allocatePages(block_bytes, block_bytes)) Block;
    char* const piece = reinterpret_cast<char*>(open_block) + open_block->taken;
    open_block->taken += wanted;
    ++open_block->pieces;
    return piece;
}

/** The last piece takes the block with it. */
void freeShared(void* memory)
{
    const std::size_t inside = reinterpret_cast<std::uintptr_t>(memory) % block_bytes;
    auto* const block = reinterpret_cast<Block*>(static_cast<char*>(memory) - inside);
    const std::lock_guard lock(blocks_mutex);
    if (--block->pieces > 0)
        return;
    if (block == open_block)
        open_block = nullptr;
    munmap(block, block_bytes);
}

#endif

/** The pointer that calloc gave stands before the aligned memory. */
void* allocateAligned(std::size_t bytes)
{
    constexpr std::size_t extra = alignment + sizeof(void*);
    if (bytes > static_cast<std::size_t>(-1) - extra)
        throw std::bad_alloc();
    char* const whole = static_cast<char*>(std::calloc(bytes + extra, 1));
    if (!whole)
        throw std::bad_alloc();
    char* const aligned = whole + extra - (reinterpret_cast<std::uintptr_t>(whole) + extra) % alignment;
    std::memcpy(aligned - sizeof(void*), &whole, sizeof(void*));
    return aligned;
}

void freeAligned(void* memory)
{
    void* whole = nullptr;
    std::memcpy(&whole, static_cast<char*>(memory) - sizeof(void*), sizeof(void*));
    std::free(whole);
}

} // namespace

void* allocateZeroed(std::size_t bytes)
{
#ifdef __linux__
    if (isLarge(bytes))
        return allocatePages(bytes, huge_page);
    if (isShared(bytes))
        return allocateShared(bytes);
#endif
    return allocateAligned(bytes);
}

void freeZeroed(void* memory, std::size_t bytes) noexcept
{
#ifdef __linux__
    if (isLarge(bytes)) {
        munmap(memory, pagesFor(bytes));
        return;
    }
    if (isShared(bytes))
        return freeShared(memory);
#endif
    (void)bytes;
    freeAligned(memory);
}

} // namespace glassformer
