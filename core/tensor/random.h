#pragma once

#include <array>
#include <cstdint>
#include <string>

namespace glassformer {

/**
 * Seeded numbers that are equal on every machine: the generator MT19937, which the C++ standard fixes to the
 * bit, with distributions of our own, because the standard leaves those to each library. The generator is
 * written out here since libraries also disagree on its saved state, and a checkpoint must resume anywhere.
 */
class Random
{
public:
    explicit Random(std::uint32_t seed);

    /** The next 32 bits, those of std::mt19937 with the same seed. */
    std::uint32_t next();

    /** In [0, 1), with 53 random bits. */
    double uniform();

    /** In 0 to limit - 1, each equally likely; limit is at least 1. */
    std::uint32_t below(std::uint32_t limit);

    /** Mean 0, variance 1 (Box & Muller 1958). */
    double normal();

    /** Everything that decides the numbers to come, as one line of text. */
    std::string state() const;

    /** Continues where state() was taken; throws Error if the text is not such a state. */
    static Random fromState(const std::string& text);

    bool operator==(const Random&) const = default;

private:
    static constexpr std::size_t word_count = 624;

    void mix();

    std::array<std::uint32_t, word_count> m_words;
    std::size_t m_position =
        word_count; ///< of the next word to hand out; at the end the words are mixed anew
};

} // namespace glassformer
