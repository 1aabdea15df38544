#include "core/tensor/float_storage.h"

#include <cstdint>
#include <cstdlib>
#include <cstring>

#ifdef __linux__
#include <sys/mman.h>
#endif

namespace glassformer {
namespace {

constexpr std::size_t alignment = 64;

#ifdef __linux__

constexpr std::size_t huge_page = 2 * 1024 * 1024;

bool isLarge(std::size_t bytes)
{
    return bytes >= 2 * huge_page;
}

std::size_t inHugePages(std::size_t bytes)
{
    return (bytes + huge_page - 1) / huge_page * huge_page;
}

/** Whole huge pages: what is mapped too much at both ends is given back. */
void* allocatePages(std::size_t bytes)
{
    if (bytes > static_cast<std::size_t>(-1) - 2 * huge_page)
        throw std::bad_alloc();
    const std::size_t wanted = inHugePages(bytes);
    void* const mapped =
        mmap(nullptr, wanted + huge_page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (mapped == MAP_FAILED)
        throw std::bad_alloc();
    char* const begin = static_cast<char*>(mapped);
    const std::size_t before = huge_page - reinterpret_cast<std::uintptr_t>(mapped) % huge_page;
    munmap(begin, before);
    if (before < huge_page)
        munmap(begin + before + wanted, huge_page - before);
    madvise(begin + before, wanted, MADV_HUGEPAGE);
    return begin + before;
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
        return allocatePages(bytes);
#endif
    return allocateAligned(bytes);
}

void freeZeroed(void* memory, std::size_t bytes) noexcept
{
#ifdef __linux__
    if (isLarge(bytes)) {
        munmap(memory, inHugePages(bytes));
        return;
    }
#endif
    (void)bytes;
    freeAligned(memory);
}

} // namespace glassformer
