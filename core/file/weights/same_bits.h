#pragma once

#include <cstring>
#include <type_traits>

namespace glassformer {

/** The value whose bytes are those of another one. (The standard one, of C++20, is too new for some of the libraries we build with.) */
template <typename To, typename From> To sameBits(const From& from)
{
    static_assert(sizeof(To) == sizeof(From));
    static_assert(std::is_trivially_copyable_v<To> && std::is_trivially_copyable_v<From>);
    To to;
    std::memcpy(&to, &from, sizeof to);
    return to;
}

} // namespace glassformer
