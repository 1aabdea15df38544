#include "tests/builders/onnx_tensor.h"

#include <bit>
#include <cstring>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace glassformer {

static_assert(std::endian::native == std::endian::little, "raw data is copied as it is");

namespace {

/** The wire format of protocol buffers, as far as a TensorProto needs it. */
class Wire
{
public:
    explicit Wire(std::string bytes)
        : m_bytes(std::move(bytes))
    {
    }

    bool atEnd() const { return m_at == m_bytes.size(); }

    std::uint64_t number()
    {
        std::uint64_t value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            const auto byte = static_cast<unsigned char>(take(1)[0]);
            value |= std::uint64_t(byte & 0x7f) << shift;
            if (byte < 0x80)
                return value;
        }
        throw std::runtime_error("protocol buffer: a number of more than 64 bits");
    }

    std::string bytes() { return take(number()); }

    std::string take(std::uint64_t count)
    {
        if (count > m_bytes.size() - m_at)
            throw std::runtime_error("protocol buffer: ends early");
        const std::string taken = m_bytes.substr(m_at, count);
        m_at += count;
        return taken;
    }

private:
    std::string m_bytes;
    std::size_t m_at = 0;
};

std::vector<float> floatsOf(const std::string& bytes)
{
    std::vector<float> values(bytes.size() / sizeof(float));
    std::memcpy(values.data(), bytes.data(), values.size() * sizeof(float));
    return values;
}

} // namespace

Tensor readOnnxTensor(const std::string& path)
{
    enum Field
    {
        Dimensions = 1,
        DataType = 2,
        FloatData = 4,
        RawData = 9
    };
    enum WireType
    {
        Varint = 0,
        Fixed64 = 1,
        Bytes = 2,
        Fixed32 = 5
    };
    std::ifstream file(path, std::ios::binary);
    if (!file)
        throw std::runtime_error("cannot open " + path + ": install the Debian package libonnx-testdata");
    Wire wire(std::string(std::istreambuf_iterator<char>(file), {}));
    Tensor tensor;
    std::size_t count = 1;
    while (!wire.atEnd()) {
        const std::uint64_t key = wire.number();
        const std::uint64_t field = key >> 3;
        const std::uint64_t type = key & 7;
        if (type == Varint) {
            const std::uint64_t value = wire.number();
            if (field == Dimensions) {
                tensor.shape.push_back(static_cast<std::int64_t>(value));
                count *= value;
            }
            if (field == DataType && value != 1)
                throw std::runtime_error(path + ": not float32");
        } else if (type == Bytes) {
            const std::string bytes = wire.bytes();
            if (field == FloatData || field == RawData)
                tensor.values = floatsOf(bytes);
        } else {
            wire.take(type == Fixed64 ? 8 : 4);
        }
    }
    if (tensor.values.size() != count)
        throw std::runtime_error(path + ": " + std::to_string(tensor.values.size()) + " values for shape "
            + shapeText(tensor.shape));
    return tensor;
}

} // namespace glassformer
