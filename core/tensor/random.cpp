#include "core/tensor/random.h"

#include "core/error.h"

#include <cassert>
#include <charconv>
#include <cmath>
#include <numbers>

namespace glassformer {

namespace {

constexpr const char* state_name = "mt19937";

/**
 * The natural logarithm from IEEE operations alone: library logarithms differ in the last bit from machine to
 * machine. x = m 2^e with m near 1, and ln m = 2 atanh((m - 1) / (m + 1)) as a series.
 */
double logarithm(double x)
{
    int exponent = 0;
    double mantissa = std::frexp(x, &exponent);
    if (mantissa < 1 / std::numbers::sqrt2) {
        mantissa *= 2;
        --exponent;
    }
    const double t = (mantissa - 1) / (mantissa + 1);
    const double square = t * t;
    double sum = 0;
    for (int divisor = 21; divisor >= 1; divisor -= 2)
        sum = sum * square + 1.0 / divisor;
    return exponent * std::numbers::ln2 + 2 * t * sum;
}

/** The cosine of `turn` full turns, 0 <= turn < 1, by its series; from IEEE operations alone as well. */
double cosineOfTurn(double turn)
{
    const double from_top = turn > 0.5 ? 1 - turn : turn;
    const bool lower_half = from_top > 0.25;
    const double angle = 2 * std::numbers::pi * (lower_half ? 0.5 - from_top : from_top);
    const double square = angle * angle;
    double sum = 1;
    for (int factor = 24; factor >= 2; factor -= 2)
        sum = 1 - sum * square / (factor * (factor - 1));
    return lower_half ? -sum : sum;
}

[[noreturn]] void rejectState(const Message& found)
{
    throw Error({found, Message::tr("state of the random numbers"),
        Message::tr("\"mt19937\", a position and 624 words"), {}});
}

/** Takes the next number off the text; `last` is where the text ends. */
std::uint32_t takeNumber(const char*& from, const char* last)
{
    std::uint32_t number = 0;
    if (from == last || *from != ' ')
        rejectState(Message::tr("the text ends early or has no blank between numbers"));
    const std::from_chars_result result = std::from_chars(from + 1, last, number);
    if (result.ec != std::errc())
        rejectState(Message::tr("something that is not a 32-bit number"));
    from = result.ptr;
    return number;
}

} // namespace

Random::Random(std::uint32_t seed)
{
    m_words[0] = seed;
    for (std::uint32_t i = 1; i < word_count; ++i)
        m_words[i] = 1812433253U * (m_words[i - 1] ^ (m_words[i - 1] >> 30)) + i;
}

void Random::mix()
{
    constexpr std::size_t shift = 397;
    for (std::size_t i = 0; i < word_count; ++i) {
        const std::uint32_t joined =
            (m_words[i] & 0x80000000U) | (m_words[(i + 1) % word_count] & 0x7fffffffU);
        m_words[i] = m_words[(i + shift) % word_count] ^ (joined >> 1) ^ ((joined & 1U) ? 0x9908b0dfU : 0U);
    }
    m_position = 0;
}

std::uint32_t Random::next()
{
    if (m_position == word_count)
        mix();
    std::uint32_t bits = m_words[m_position++];
    bits ^= bits >> 11;
    bits ^= (bits << 7) & 0x9d2c5680U;
    bits ^= (bits << 15) & 0xefc60000U;
    return bits ^ (bits >> 18);
}

double Random::uniform()
{
    const std::uint32_t high = next() >> 5;
    const std::uint32_t low = next() >> 6;
    return (high * 0x1p26 + low) * 0x1p-53;
}

std::uint32_t Random::below(std::uint32_t limit)
{
    assert(limit >= 1);
    // The last, incomplete run of numbers is drawn again: with it the small results would be likelier.
    const std::uint32_t incomplete = (0U - limit) % limit;
    std::uint32_t drawn = next();
    while (drawn > 0xffffffffU - incomplete)
        drawn = next();
    return drawn % limit;
}

double Random::normal()
{
    const double radius = std::sqrt(-2 * logarithm(1 - uniform()));
    return radius * cosineOfTurn(uniform());
}

std::string Random::state() const
{
    std::string text = state_name;
    text += ' ' + std::to_string(m_position);
    for (const std::uint32_t word : m_words)
        text += ' ' + std::to_string(word);
    return text;
}

Random Random::fromState(const std::string& text)
{
    const std::string name = state_name;
    if (text.compare(0, name.size(), name) != 0)
        rejectState(Message::tr("a text that does not begin with \"%1\"", name));
    const char* from = text.data() + name.size();
    const char* last = text.data() + text.size();
    Random random(0);
    random.m_position = takeNumber(from, last);
    if (random.m_position > word_count)
        rejectState(Message::tr("the position %1", random.m_position));
    for (std::uint32_t& word : random.m_words)
        word = takeNumber(from, last);
    if (from != last)
        rejectState(Message::tr("more than 624 words"));
    return random;
}

} // namespace glassformer
