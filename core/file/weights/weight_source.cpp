#include "core/file/weights/weight_source.h"

#include "core/error.h"
#include "core/file/printable.h"
#include "core/file/weights/float_bytes.h"
#include "core/memory.h"

#include <algorithm>
#include <bit>
#include <cassert>
#include <new>
#include <stdexcept>
#include <utility>

namespace glassformer {
namespace {

constexpr std::size_t most_files = 500; ///< all are held open; the largest models have about 200
constexpr std::size_t block_size = std::size_t{4} << 20; ///< read in a few milliseconds: Cancel is heard soon

/** Asks for memory; says so when there is none. */
template <typename Make> auto allocated(std::uint64_t bytes, const std::string& where, Make make)
{
    try {
        return make();
    } catch (const std::bad_alloc&) {
    } catch (const std::length_error&) {
    }
    throw Error({Message::tr("no memory for a tensor of %1 bytes", bytes), where, {},
        Message::tr("Close other programs, or open a smaller model.")});
}

template <typename Stored> std::vector<std::int64_t> wholeNumbers(std::string_view bytes)
{
    std::vector<std::int64_t> values(bytes.size() / sizeof(Stored));
    for (std::size_t i = 0; i < values.size(); ++i)
        values[i] = littleEndian<Stored>(bytes.data() + i * sizeof(Stored));
    return values;
}

} // namespace

WeightSource::WeightSource(JobWatch watch)
    : m_watch(std::move(watch))
    , m_told(std::make_unique<Told>())
{
}

WeightSource::WeightSource(const Files& files, JobWatch watch)
    : WeightSource(std::move(watch))
{
    const WeightFormat& format = weightFormatOf(files);
    const WeightLayout layout = format.layout(files);
    if (layout.files.size() > most_files) {
        throw Error({Message::tr("%1 files of weights", layout.files.size()), files.where(layout.index),
            Message::tr("at most %1", most_files), {}});
    }
    if (!layout.file_of.empty()) {
        addShards(files, format, layout);
        return;
    }
    for (const std::string& name : layout.files)
        addFile(files.open(name), format, [](const std::string&) { return true; });
}

WeightSource WeightSource::ofFile(std::unique_ptr<ByteSource> file, JobWatch watch)
{
    WeightSource source(std::move(watch));
    source.addFile(std::move(file), weightFormats().front(), [](const std::string&) { return true; });
    return source;
}

template <typename Wanted>
void WeightSource::addFile(std::unique_ptr<ByteSource> file, const WeightFormat& format, Wanted wanted)
{
    m_watch.cancel.check();
    TensorTable table = format.table(*file);
    m_digest.add(table.entries);
    for (TensorEntry& entry : table.entries) {
        if (!wanted(entry.name))
            continue;
        m_total_bytes = saturatedSum(m_total_bytes, entry.end - entry.begin);
        std::string name = entry.name;
        const std::uint64_t begin = table.data_begin + entry.begin;
        m_by_name.emplace(std::move(name), Place{m_files.size(), begin, std::move(entry)});
    }
    m_metadata.merge(table.metadata);
    m_files.push_back(std::move(file));
}

void WeightSource::addShards(const Files& files, const WeightFormat& format, const WeightLayout& layout)
{
    for (const std::string& file : layout.files) {
        addFile(files.open(file), format, [&](const std::string& name) {
            const auto listed = layout.file_of.find(name);
            if (listed != layout.file_of.end() && listed->second != file) {
                throw Error({Message::tr("a tensor that stands in %1 too", printable(listed->second)),
                    files.where(file) + ", " + printable(name), Message::tr("every tensor in one file"), {}});
            }
            return listed != layout.file_of.end();
        });
    }
    for (const auto& [name, file] : layout.file_of) {
        if (!contains(name))
            m_absent.emplace(name, file);
    }
}

std::vector<std::string> WeightSource::names() const
{
    std::vector<std::string> names;
    names.reserve(m_by_name.size());
    for (const auto& place : m_by_name)
        names.push_back(place.first);
    return names;
}

const WeightSource::Place& WeightSource::place(std::string_view name) const
{
    const auto found = m_by_name.find(name);
    if (found == m_by_name.end()) {
        throw Error({Message::tr("no tensor of this name"), where() + ", " + printable(name),
            Message::tr("one"), {}});
    }
    return found->second;
}

const TensorEntry& WeightSource::entry(std::string_view name) const
{
    return place(name).entry;
}

std::string WeightSource::where(std::string_view name) const
{
    return m_files[place(name).file]->where() + ", " + printable(name);
}

RowRange WeightSource::allRows(std::string_view name) const
{
    const std::vector<std::int64_t>& shape = entry(name).shape;
    return {0, shape.empty() ? 1 : shape.front()};
}

std::uint64_t WeightSource::bitsPerRow(std::string_view name) const
{
    const TensorEntry& found = entry(name);
    const std::int64_t n_rows = allRows(name).count;
    return n_rows == 0 ? 0 : (found.end - found.begin) * 8 / static_cast<std::uint64_t>(n_rows);
}

WeightSource::Bytes WeightSource::bytesOf(std::string_view name, RowRange range) const
{
    const std::int64_t n_rows = allRows(name).count;
    if (range.first < 0 || range.count < 0 || range.first > n_rows || range.count > n_rows - range.first) {
        refuse(name, Message::tr("%1 rows from row %2", range.count, range.first),
            Message::tr("rows of the %1 that are there", n_rows));
    }
    const std::uint64_t begin = bitsPerRow(name) * static_cast<std::uint64_t>(range.first);
    const std::uint64_t size = bitsPerRow(name) * static_cast<std::uint64_t>(range.count);
    if (begin % 8 != 0 || size % 8 != 0)
        refuse(name, Message::tr("rows of %1 that end inside a byte", typeText(entry(name).type)),
            Message::tr("whole bytes"));
    return {begin / 8, size / 8};
}

std::vector<std::int64_t> WeightSource::shapeOf(std::string_view name, RowRange range) const
{
    std::vector<std::int64_t> shape = entry(name).shape;
    if (!shape.empty())
        shape.front() = range.count;
    return shape;
}

void WeightSource::read(const Place& place, std::uint64_t begin, std::span<char> out) const
{
    for (std::size_t done = 0; done < out.size();) {
        m_watch.cancel.check();
        const std::span<char> block = out.subspan(done, std::min(block_size, out.size() - done));
        m_files[place.file]->read(place.begin + begin + done, block);
        done += block.size();
        const std::lock_guard lock(m_told->mutex);
        m_told->bytes += block.size();
        if (m_watch.progress)
            m_watch.progress(std::min(m_told->bytes, m_total_bytes), m_total_bytes);
    }
}

void WeightSource::readBytes(std::string_view name, RowRange range, std::span<char> out) const
{
    const Bytes bytes = bytesOf(name, range);
    assert(out.size() == bytes.size);
    read(place(name), bytes.begin, out);
}

void WeightSource::readFloats(std::string_view name, RowRange range, std::span<float> out) const
{
    const TensorEntry& found = entry(name);
    if (!isFloatType(found.type))
        refuse(name, Message::tr("numbers of type %1", typeText(found.type)),
            Message::tr("F32, F16, BF16 or F64"));
    const Bytes bytes = bytesOf(name, range);
    const std::uint64_t width = typeBits(found.type) / 8;
    assert(out.size() == bytes.size / width);

    if (found.type == TensorType::F32 && std::endian::native == std::endian::little) {
        read(place(name), bytes.begin, {reinterpret_cast<char*>(out.data()), out.size_bytes()});
        return;
    }
    std::string block(static_cast<std::size_t>(std::min<std::uint64_t>(block_size, bytes.size)), '\0');
    for (std::size_t done = 0; done < out.size();) {
        const std::size_t count = std::min(block.size() / width, out.size() - done);
        const std::span<char> raw(block.data(), count * width);
        read(place(name), bytes.begin + done * width, raw);
        floatsFromBytes(found.type, {raw.data(), raw.size()}, out.subspan(done, count), where(name));
        done += count;
    }
}

Tensor WeightSource::tensor(std::string_view name) const
{
    return rows(name, allRows(name));
}

Tensor WeightSource::rows(std::string_view name, RowRange range) const
{
    const std::uint64_t count = bytesOf(name, range).size * 8 / typeBits(entry(name).type);
    Tensor result{shapeOf(name, range), allocated(count * sizeof(float), where(name), [count] {
                      return std::vector<float>(static_cast<std::size_t>(count));
                  })};
    readFloats(name, range, result.values);
    return result;
}

Tensor WeightSource::finiteTensor(std::string_view name) const
{
    Tensor result = tensor(name);
    requireFinite(result.values, where(name));
    return result;
}

std::vector<std::int64_t> WeightSource::integers(std::string_view name) const
{
    const StoredTensor found = stored(name);
    switch (found.type) {
    case TensorType::I8:
        return wholeNumbers<std::int8_t>(found.bytes);
    case TensorType::I16:
        return wholeNumbers<std::int16_t>(found.bytes);
    case TensorType::I32:
        return wholeNumbers<std::int32_t>(found.bytes);
    case TensorType::I64:
        return wholeNumbers<std::int64_t>(found.bytes);
    case TensorType::U8:
        return wholeNumbers<std::uint8_t>(found.bytes);
    case TensorType::U16:
        return wholeNumbers<std::uint16_t>(found.bytes);
    case TensorType::U32:
        return wholeNumbers<std::uint32_t>(found.bytes);
    default:
        refuse(name, Message::tr("numbers of type %1", typeText(found.type)),
            Message::tr("whole numbers such as I64 or I32"));
    }
}

Matrix<float> WeightSource::matrix(std::string_view name) const
{
    return matrixRows(name, allRows(name));
}

Matrix<float> WeightSource::matrixRows(std::string_view name, RowRange range) const
{
    const std::uint64_t count = bytesOf(name, range).size * 8 / typeBits(entry(name).type);
    std::vector<std::int64_t> shape = shapeOf(name, range);
    if (shape.size() == 1)
        shape.insert(shape.begin(), 1);
    if (shape.size() != 2)
        refuse(name, Message::tr("the shape %1", printable(shapeText(entry(name).shape))),
            Message::tr("a vector or a matrix"));
    Matrix<float> result = allocated(count * sizeof(float), where(name), [&shape] {
        return Matrix<float>(static_cast<Eigen::Index>(shape[0]), static_cast<Eigen::Index>(shape[1]));
    });
    readFloats(name, range, {result.data(), static_cast<std::size_t>(result.size())});
    return result;
}

StoredTensor WeightSource::stored(std::string_view name) const
{
    return storedRows(name, allRows(name));
}

StoredTensor WeightSource::storedRows(std::string_view name, RowRange range) const
{
    const Bytes bytes = bytesOf(name, range);
    StoredTensor result{entry(name).type, shapeOf(name, range), allocated(bytes.size, where(name), [&bytes] {
                            return std::string(static_cast<std::size_t>(bytes.size), '\0');
                        })};
    readBytes(name, range, result.bytes);
    return result;
}

void WeightSource::refuse(std::string_view name, Message found, Message expected) const
{
    throw Error({std::move(found), where(name), std::move(expected), {}});
}

} // namespace glassformer
