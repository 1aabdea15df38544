#include "core/tensor/random.h"

#include <cmath>
#include <numbers>

namespace glassformer {

double Random::uniform()
{
    const std::uint32_t high = static_cast<std::uint32_t>(m_engine()) >> 5;
    const std::uint32_t low = static_cast<std::uint32_t>(m_engine()) >> 6;
    return (high * 67108864.0 + low) / 9007199254740992.0;
}

std::uint32_t Random::below(std::uint32_t limit)
{
    // Numbers at the top that would make small results likelier are drawn again.
    const std::uint32_t excess = (0xffffffffu % limit + 1) % limit;
    for (;;) {
        const auto drawn = static_cast<std::uint32_t>(m_engine());
        if (drawn <= 0xffffffffu - excess)
            return drawn % limit;
    }
}

double Random::normal()
{
    const double radius = std::sqrt(-2 * std::log(1 - uniform()));
    return radius * std::cos(2 * std::numbers::pi * uniform());
}

} // namespace glassformer
