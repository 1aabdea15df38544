#include "core/file/safetensors_file.h"

#include "core/error.h"
#include "core/file/float_bytes.h"
#include "core/file/printable.h"

namespace glassformer {
namespace {

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
        refuse(name, Message::tr("no tensor of this name"), Message::tr("one"));
    return m_header.entries[place->second];
}

Tensor SafetensorsFile::tensor(std::string_view name) const
{
    const TensorEntry& found = entry(name);
    if (!isFloatType(found.type))
        refuse(name, Message::tr("numbers of type %1", typeText(found.type)),
            Message::tr("F32, F16, BF16 or F64"));
    Tensor result{found.shape, std::vector<float>(static_cast<std::size_t>(found.count()))};
    floatsFromBytes(found.type, data(found), result.values, where(name));
    return result;
}

Tensor SafetensorsFile::finiteTensor(std::string_view name) const
{
    Tensor result = tensor(name);
    requireFinite(result.values, where(name));
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
        refuse(name, Message::tr("numbers of type %1", typeText(found.type)),
            Message::tr("whole numbers such as I64 or I32"));
    }
}

std::string_view SafetensorsFile::data(const TensorEntry& entry) const
{
    return std::string_view(m_bytes).substr(static_cast<std::size_t>(m_header.data_begin + entry.begin),
        static_cast<std::size_t>(entry.end - entry.begin));
}

void SafetensorsFile::refuse(std::string_view name, Message found, Message expected) const
{
    throw Error({std::move(found), where(name), std::move(expected), {}});
}

std::string SafetensorsFile::where(std::string_view name) const
{
    return m_file + ", " + printable(name);
}

} // namespace glassformer
