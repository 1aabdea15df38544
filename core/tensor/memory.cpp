#include "core/tensor/memory.h"

#include <cstdlib> // defines __GLIBC__

#ifdef __GLIBC__
#include <malloc.h>
#ifdef __linux__
#define GLASSFORMER_HUGE_PAGES
#include <cstdint>
#include <sys/mman.h>
#endif
#endif

namespace glassformer {

#ifdef GLASSFORMER_HUGE_PAGES
namespace {

/**
 * Asks for huge pages where the heap will grow; it takes them when something is written there. A trace is spread over so
 * many small pages that finding them takes longer than writing to them.
 */
void askForHugePages(std::size_t bytes)
{
    constexpr std::size_t page = 64 * 1024; // whole pages everywhere
    void* const room = std::malloc(bytes);
    if (!room)
        return;
    const std::size_t before = (page - reinterpret_cast<std::uintptr_t>(room) % page) % page;
    madvise(static_cast<char*>(room) + before, (bytes - before) / page * page, MADV_HUGEPAGE);
    std::free(room);
}

} // namespace
#endif

void keepFreedMemory()
{
#ifdef __GLIBC__
    // All threads share one heap, so that what one run leaves is there for the next run's thread.
    mallopt(M_ARENA_MAX, 1);
    mallopt(M_MMAP_MAX, 0);
    mallopt(M_TRIM_THRESHOLD, 512 * 1024 * 1024);
    mallopt(M_TOP_PAD, 16 * 1024 * 1024);
#ifdef GLASSFORMER_HUGE_PAGES
    askForHugePages(std::size_t{256} * 1024 * 1024);
#endif
#endif
}

} // namespace glassformer
