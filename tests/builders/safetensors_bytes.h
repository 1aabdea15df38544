#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace glassformer {

/** A safetensors file from its JSON and its data, with a header length that may lie. */
inline std::string fileBytes(std::string_view json, std::string_view data, std::uint64_t claimed_length)
{
    std::string bytes;
    for (int i = 0; i < 8; ++i)
        bytes += static_cast<char>(claimed_length >> (8 * i) & 0xFF);
    return bytes.append(json).append(data);
}

/** The same with the true length. */
inline std::string fileBytes(std::string_view json, std::string_view data)
{
    return fileBytes(json, data, json.size());
}

/** The header of one tensor "a" of the given type, shape and offsets, each spelt as JSON. */
inline std::string oneTensor(const std::string& type, const std::string& shape, const std::string& offsets)
{
    return R"({"a":{"dtype":")" + type + R"(","shape":)" + shape + R"(,"data_offsets":)" + offsets + "}}";
}

} // namespace glassformer
