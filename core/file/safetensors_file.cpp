#include "core/file/safetensors_file.h"

#include "core/error.h"
#include "core/file/half_float.h"
#include "core/file/printable.h"

#include <bit>
#include <cmath>
#include <type_traits>

namespace glassformer {
namespace {

/** The number at these bytes, lowest first on every machine, and at any address: a file may be unaligned. */
template <typename Integer> Integer littleEndian(const char* bytes)
{
    std::make_unsigned_t<Integer> value = 0;
    for (std::size_t i = 0; i < sizeof(Integer); ++i)
        value |= static_cast<decltype(value)>(
            static_cast<decltype(value)>(static_cast<unsigned char>(bytes[i])) << (8 * i));
    return static_cast<Integer>(value);
}

template <typename Stored, typename Convert> std::vector<float> floats(std::string_view data, Convert convert)
{
    std::vector<float> values(data.size() / sizeof(Stored));
    for (std::size_t i = 0; i < values.size(); ++i)
        values[i] = convert(littleEndian<Stored>(data.data() + i * sizeof(Stored)));
    return values;
}

template <typename Stored> std::vector<std::int64_t> wholeNumbers(std::string_view data)
{
    std::vector<std::int64_t> values(data.size() / sizeof(Stored));
    for (std::size_t i = 0; i < values.size(); ++i)
        values[i] = littleEndian<Stored>(data.data() + i * sizeof(Stored));
    return values;
}

} // namespace

SafetensorsFile::SafetensorsFile(std::string bytes, std::string file)
    : m_bytes(std::move(bytes))
    , m_file(std::move(file))
    , m_header(readSafetensorsHeader(m_bytes, m_bytes.size(), m_file))
{
    for (std::size_t i = 0; i < m_header.entries.size(); ++i)
        m_by_name.emplace(m_header.entries[i].name, i);
}

std::vector<std::string> SafetensorsFile::names() const
{
    std::vector<std::string> names;
    names.reserve(m_by_name.size());
    for (const auto& place : m_by_name)
        names.push_back(place.first);
    return names;
}

const TensorEntry& SafetensorsFile::entry(std::string_view name) const
{
    const auto place = m_by_name.find(name);
    if (place == m_by_name.end())
        refuse(name, "no tensor of this name", "one");
    return m_header.entries[place->second];
}

Tensor SafetensorsFile::tensor(std::string_view name) const
{
    const TensorEntry& found = entry(name);
    const std::string_view bytes = data(found);
    switch (found.type) {
    case TensorType::F32:
        return {found.shape,
            floats<std::uint32_t>(bytes, [](std::uint32_t bits) { return std::bit_cast<float>(bits); })};
    case TensorType::F16:
        return {found.shape, floats<std::uint16_t>(bytes, floatFromHalf)};
    case TensorType::BF16:
        return {found.shape, floats<std::uint16_t>(bytes, floatFromBFloat)};
    default:
        refuse(name, "numbers of type " + typeText(found.type), "F32, F16 or BF16");
    }
}

Tensor SafetensorsFile::finiteTensor(std::string_view name) const
{
    Tensor result = tensor(name);
    for (std::size_t i = 0; i < result.values.size(); ++i) {
        if (!std::isfinite(result.values[i])) {
            refuse(name,
                std::string(std::isnan(result.values[i]) ? "NaN" : "an infinite value") + " at place "
                    + std::to_string(i),
                "finite numbers");
        }
    }
    return result;
}

std::vector<std::int64_t> SafetensorsFile::integers(std::string_view name) const
{
    const TensorEntry& found = entry(name);
    const std::string_view bytes = data(found);
    switch (found.type) {
    case TensorType::I8:
        return wholeNumbers<std::int8_t>(bytes);
    case TensorType::I16:
        return wholeNumbers<std::int16_t>(bytes);
    case TensorType::I32:
        return wholeNumbers<std::int32_t>(bytes);
    case TensorType::I64:
        return wholeNumbers<std::int64_t>(bytes);
    case TensorType::U8:
        return wholeNumbers<std::uint8_t>(bytes);
    case TensorType::U16:
        return wholeNumbers<std::uint16_t>(bytes);
    case TensorType::U32:
        return wholeNumbers<std::uint32_t>(bytes);
    default:
        refuse(name, "numbers of type " + typeText(found.type), "whole numbers such as I64 or I32");
    }
}

std::string_view SafetensorsFile::data(const TensorEntry& entry) const
{
    return std::string_view(m_bytes).substr(static_cast<std::size_t>(m_header.data_begin + entry.begin),
        static_cast<std::size_t>(entry.end - entry.begin));
}

void SafetensorsFile::refuse(std::string_view name, std::string found, std::string expected) const
{
    throw Error({std::move(found), m_file + ", " + printable(name), std::move(expected), {}});
}

} // namespace glassformer
