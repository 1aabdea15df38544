#include "core/file/weights/tensor_table.h"

#include <array>

namespace glassformer {
namespace {

struct TypeRow
{
    TensorType type;
    std::string_view text;
    std::uint64_t bits;
};

/** In the order of TensorType. */
constexpr std::array<TypeRow, 20> type_rows = {{
    {TensorType::Bool, "BOOL", 8},
    {TensorType::U8, "U8", 8},
    {TensorType::I8, "I8", 8},
    {TensorType::F8E5M2, "F8_E5M2", 8},
    {TensorType::F8E4M3, "F8_E4M3", 8},
    {TensorType::F8E8M0, "F8_E8M0", 8},
    {TensorType::I16, "I16", 16},
    {TensorType::U16, "U16", 16},
    {TensorType::F16, "F16", 16},
    {TensorType::BF16, "BF16", 16},
    {TensorType::I32, "I32", 32},
    {TensorType::U32, "U32", 32},
    {TensorType::F32, "F32", 32},
    {TensorType::F64, "F64", 64},
    {TensorType::I64, "I64", 64},
    {TensorType::U64, "U64", 64},
    {TensorType::C64, "C64", 64},
    {TensorType::F4, "F4", 4},
    {TensorType::F6E2M3, "F6_E2M3", 6},
    {TensorType::F6E3M2, "F6_E3M2", 6},
}};

} // namespace

std::string typeText(TensorType type)
{
    return std::string(type_rows[static_cast<std::size_t>(type)].text);
}

std::optional<TensorType> typeFromText(std::string_view text)
{
    for (const TypeRow& row : type_rows) {
        if (row.text == text)
            return row.type;
    }
    return std::nullopt;
}

std::uint64_t typeBits(TensorType type)
{
    return type_rows[static_cast<std::size_t>(type)].bits;
}

std::uint64_t TensorEntry::count() const
{
    std::uint64_t count = 1;
    for (const std::int64_t extent : shape)
        count *= static_cast<std::uint64_t>(extent);
    return count;
}

} // namespace glassformer
