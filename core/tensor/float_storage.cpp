#include "core/tensor/float_storage.h"

#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <new>

namespace glassformer {
namespace {

constexpr std::size_t alignment = 64;

} // namespace

void* allocateZeroed(std::size_t bytes)
{
    // The pointer that calloc gave stands before the aligned memory.
    constexpr std::size_t extra = alignment + sizeof(void*);
    if (bytes > static_cast<std::size_t>(-1) - extra)
        throw std::bad_alloc();
    char* const whole = static_cast<char*>(std::calloc(bytes + extra, 1));
    if (!whole)
        throw std::bad_alloc();
    const auto start = reinterpret_cast<std::uintptr_t>(whole) + extra;
    char* const aligned = whole + extra - start % alignment;
    std::memcpy(aligned - sizeof(void*), &whole, sizeof(void*));
    return aligned;
}

void freeZeroed(void* memory) noexcept
{
    void* whole = nullptr;
    std::memcpy(&whole, static_cast<char*>(memory) - sizeof(void*), sizeof(void*));
    std::free(whole);
}

} // namespace glassformer
