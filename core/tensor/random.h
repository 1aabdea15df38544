#pragma once

#include <cstdint>
#include <random>

namespace glassformer {

/** Seeded random numbers, equal on every machine: mt19937 is fixed by the standard, its distributions are not. */
class Random
{
public:
    explicit Random(std::uint32_t seed)
        : m_engine(seed)
    {
    }

    /** In [0, 1), with 53 random bits. */
    double uniform();
    /** In 0 to limit - 1, each equally likely; limit is at least 1. */
    std::uint32_t below(std::uint32_t limit);
    /** Mean 0, variance 1 (Box & Muller 1958). */
    double normal();

private:
    std::mt19937 m_engine;
};

} // namespace glassformer
