#pragma once

#include <cstddef>
#include <new>
#include <vector>

namespace glassformer {

/**
 * Zeroed memory at a multiple of 64 bytes; from 128 KB on in huge pages where the system has them, because reading
 * weights in small pages costs a third more time. Any thread may call it. \throws std::bad_alloc
 */
void* allocateZeroed(std::size_t bytes);
/** \param bytes  as they were asked for */
void freeZeroed(void* memory, std::size_t bytes) noexcept;

/**
 * Makes a std::vector start with zeros that nobody wrote: fresh pages from the system are zero already, and weights of
 * half a gigabyte should be written once, by the one who fills them.
 */
template <typename T> struct ZeroedAllocator
{
    using value_type = T;

    ZeroedAllocator() = default;
    template <typename Other> ZeroedAllocator(const ZeroedAllocator<Other>&) { }

    T* allocate(std::size_t count)
    {
        if (count > static_cast<std::size_t>(-1) / sizeof(T))
            throw std::bad_alloc();
        return static_cast<T*>(allocateZeroed(count * sizeof(T)));
    }
    void deallocate(T* memory, std::size_t count) noexcept { freeZeroed(memory, count * sizeof(T)); }
    /** A new element is the zero that is there. */
    void construct(T*) { }
    template <typename Value> void construct(T* place, const Value& value) { *place = value; }

    bool operator==(const ZeroedAllocator&) const { return true; }
};

/** Floats that begin as zeros, aligned to 64 bytes. Fixed in size: memory that was given back once is not zero. */
using FloatStorage = std::vector<float, ZeroedAllocator<float>>;

} // namespace glassformer
