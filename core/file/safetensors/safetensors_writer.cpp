#include "core/file/safetensors/safetensors_writer.h"

#include "core/error.h"
#include "core/file/json/json.h"
#include "core/file/weights/same_bits.h"

#include <algorithm>
#include <cassert>
#include <type_traits>

namespace glassformer {
namespace {

template <typename Integer> void appendLittleEndian(std::string& bytes, Integer number)
{
    const auto value = static_cast<std::make_unsigned_t<Integer>>(number);
    for (std::size_t i = 0; i < sizeof(Integer); ++i)
        bytes += static_cast<char>(value >> (8 * i) & 0xFF);
}

[[maybe_unused]] bool fits(const std::vector<std::int64_t>& shape, std::size_t count)
{
    std::uint64_t product = 1;
    for (const std::int64_t extent : shape)
        product *= static_cast<std::uint64_t>(extent);
    return product == count;
}

template <typename Integer>
StoredTensor storedNumbers(
    TensorType type, const std::vector<std::int64_t>& shape, const std::vector<Integer>& values)
{
    assert(fits(shape, values.size()));
    StoredTensor stored{type, shape, {}};
    stored.bytes.reserve(values.size() * sizeof(Integer));
    for (const Integer value : values)
        appendLittleEndian(stored.bytes, value);
    return stored;
}

using NamedTensor = std::map<std::string, StoredTensor>::value_type;

std::string headerJson(
    const std::vector<const NamedTensor*>& order, const std::map<std::string, std::string>& metadata)
{
    std::vector<JsonMember> members;
    if (!metadata.empty()) {
        std::vector<JsonMember> texts;
        for (const auto& [key, text] : metadata)
            texts.push_back({key, text});
        members.push_back({"__metadata__", Json::object(std::move(texts))});
    }

    std::uint64_t begin = 0;
    for (const NamedTensor* named : order) {
        const StoredTensor& stored = named->second;
        const std::uint64_t end = begin + stored.bytes.size();
        members.push_back({named->first,
            Json::object({{"dtype", typeText(stored.type)},
                {"shape", Json::array(std::vector<Json>(stored.shape.begin(), stored.shape.end()))},
                {"data_offsets", Json::array({begin, end})}})});
        begin = end;
    }
    return jsonText(Json::object(std::move(members)));
}

} // namespace

StoredTensor storedFloats(const Tensor& tensor)
{
    assert(fits(tensor.shape, tensor.values.size()));
    StoredTensor stored{TensorType::F32, tensor.shape, {}};
    stored.bytes.reserve(tensor.values.size() * 4);
    for (const float value : tensor.values)
        appendLittleEndian(stored.bytes, sameBits<std::uint32_t>(value));
    return stored;
}

StoredTensor storedHalves(const Tensor& tensor, const std::string& where)
{
    assert(fits(tensor.shape, tensor.values.size()));
    StoredTensor stored{TensorType::F16, tensor.shape, {}};
    stored.bytes.reserve(tensor.values.size() * 2);
    for (const float value : tensor.values) {
        const Eigen::half half(value);
        if (!Eigen::numext::isfinite(half))
            throw Error({Message::tr("the number %1", std::to_string(value)), where,
                Message::tr("numbers that fit in F16"), Message::tr("Store the model as F32.")});
        appendLittleEndian(stored.bytes, half.x);
    }
    return stored;
}

StoredTensor storedIntegers(const std::vector<std::int64_t>& shape, const std::vector<std::int64_t>& values)
{
    return storedNumbers(TensorType::I64, shape, values);
}

StoredTensor storedIntegers(const std::vector<std::int64_t>& shape, const std::vector<std::int32_t>& values)
{
    return storedNumbers(TensorType::I32, shape, values);
}

std::string safetensorsBytes(
    const std::map<std::string, StoredTensor>& tensors, const std::map<std::string, std::string>& metadata)
{
    assert(!tensors.empty());
    assert(tensors.find("__metadata__") == tensors.end());
    std::vector<const NamedTensor*> order;
    std::size_t data_size = 0;
    for (const NamedTensor& named : tensors) {
        order.push_back(&named);
        data_size += named.second.bytes.size();
    }
    std::stable_sort(order.begin(), order.end(), [](const NamedTensor* a, const NamedTensor* b) {
        return typeBits(a->second.type) > typeBits(b->second.type);
    });

    std::string header = headerJson(order, metadata);
    header.append((8 - header.size() % 8) % 8, ' ');
    if (header.size() > max_safetensors_header) {
        throw Error({Message::tr("names and metadata of %1 bytes", header.size()), {},
            Message::tr("at most %1", max_safetensors_header), {}});
    }

    std::string bytes;
    bytes.reserve(8 + header.size() + data_size);
    appendLittleEndian(bytes, std::uint64_t{header.size()});
    bytes += header;
    for (const NamedTensor* named : order)
        bytes += named->second.bytes;
    return bytes;
}

std::string safetensorsBytes(
    const std::map<std::string, Tensor>& tensors, const std::map<std::string, std::string>& metadata)
{
    std::map<std::string, StoredTensor> stored;
    for (const auto& [name, tensor] : tensors)
        stored.emplace(name, storedFloats(tensor));
    return safetensorsBytes(stored, metadata);
}

} // namespace glassformer
