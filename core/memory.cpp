#include "core/memory.h"

#include "core/error.h"

#include <algorithm>
#include <cmath>
#include <fstream>

namespace glassformer {
namespace {

constexpr std::uint64_t largest = std::numeric_limits<std::uint64_t>::max();

} // namespace

std::optional<std::uint64_t> availableMemory()
{
    // Lines such as "MemAvailable:    6291456 kB" (Linux, proc(5)); other platforms have no such file.
    std::ifstream stream("/proc/meminfo");
    std::string key, unit;
    std::uint64_t value = 0;
    while (stream >> key >> value) {
        std::getline(stream, unit);
        if (key == "MemAvailable:")
            return saturatedProduct(value, 1024);
    }
    return std::nullopt;
}

MemoryVerdict judgeMemory(std::uint64_t bytes, const MemoryLimits& limits)
{
    if (bytes > limits.cap || (limits.available && bytes > *limits.available))
        return MemoryVerdict::TooLarge;
    return limits.available && bytes > *limits.available / 2 ? MemoryVerdict::Ask : MemoryVerdict::Fits;
}

void requireMemory(std::uint64_t bytes, const MemoryLimits& limits, const std::string& where)
{
    if (judgeMemory(bytes, limits) != MemoryVerdict::TooLarge)
        return;
    throw Error({bytes <= limits.cap ? Message::tr("needs about %1 of memory, and %2 are free",
                     sizeText(bytes), sizeText(*limits.available))
                                     : Message::tr("needs about %1 of memory, and the limit is %2",
                                         sizeText(bytes), sizeText(limits.cap)),
        where, {}, Message::tr("Close other programs, or open a smaller model.")});
}

std::string sizeText(std::uint64_t bytes)
{
    const char* const units[] = {"bytes", "kB", "MB", "GB", "TB", "PB", "EB"};
    double size = static_cast<double>(bytes);
    std::size_t unit = 0;
    // What would be rounded to 1000 is 1.0 of the next unit.
    for (; unit + 1 < std::size(units) && size >= (unit == 0 ? 1000.0 : 999.5); ++unit)
        size /= 1000;
    if (unit == 0 || size >= 9.95)
        return std::to_string(std::llround(size)) + ' ' + units[unit];
    const auto tenths = std::llround(size * 10);
    return std::to_string(tenths / 10) + '.' + std::to_string(tenths % 10) + ' ' + units[unit];
}

std::uint64_t saturatedSum(std::uint64_t a, std::uint64_t b)
{
    return a > largest - b ? largest : a + b;
}

std::uint64_t saturatedProduct(std::uint64_t a, std::uint64_t b)
{
    return b != 0 && a > largest / b ? largest : a * b;
}

} // namespace glassformer
