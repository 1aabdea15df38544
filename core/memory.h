#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string>

namespace glassformer {

/** Bytes that a program can get now without pushing others out of memory; nothing where the platform does not tell. */
std::optional<std::uint64_t> availableMemory();

/** How much may be asked for. */
struct MemoryLimits
{
    std::optional<std::uint64_t> available = availableMemory();
    /** Never more than this, whatever the machine has; by default what an address can reach. */
    std::uint64_t cap = std::numeric_limits<std::size_t>::max() / 2;
};

enum class MemoryVerdict
{
    Fits,
    Ask, ///< more than half of what is available: ask the person first
    TooLarge ///< more than is available, or than the cap
};

MemoryVerdict judgeMemory(std::uint64_t bytes, const MemoryLimits& limits);

/**
 * \param where  what needs the memory: the model's folder
 * \throws Error "needs about 280 GB of memory; 7.9 GB are free" if the verdict is TooLarge
 */
void requireMemory(std::uint64_t bytes, const MemoryLimits& limits, const std::string& where);

/** Two digits with their unit, for people: "7.9 GB", "280 GB", "12 kB" (1 kB is 1000 bytes). */
std::string sizeText(std::uint64_t bytes);

/** Sum and product of sizes that stop at the largest number instead of wrapping around. */
std::uint64_t saturatedSum(std::uint64_t a, std::uint64_t b);
std::uint64_t saturatedProduct(std::uint64_t a, std::uint64_t b);

} // namespace glassformer
