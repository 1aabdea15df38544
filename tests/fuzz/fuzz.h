#pragma once

#include "core/error.h"
#include "core/text/characters/unicode.h"

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>

/** What libFuzzer calls with each input; returns 0. */
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace glassformer::fuzz {

/** The property of a target: when it does not hold, the input is a finding. */
inline void require(bool holds, const char* property)
{
    if (holds)
        return;
    std::fprintf(stderr, "Does not hold: %s\n", property);
    std::abort();
}

inline std::string_view textOf(const std::uint8_t* data, std::size_t size)
{
    return {reinterpret_cast<const char*>(data), size};
}

/** Whether act ends; the only other way out is an Error that can be shown to a person. */
template <typename Act> bool accepted(Act act)
{
    try {
        act();
        return true;
    } catch (const Error& error) {
        const std::string_view message = error.what();
        require(!error.text().found.english().empty(), "an Error says what was found");
        require(message.size() < 2000, "an Error is short, however large the input");
        require(!firstInvalidByte(message), "an Error is valid UTF-8");
        return false;
    }
}

} // namespace glassformer::fuzz
