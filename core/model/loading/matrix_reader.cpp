#include "core/model/loading/matrix_reader.h"

#include "core/error.h"
#include "core/tensor/finite.h"
#include "core/tensor/parallel.h"

#include <algorithm>
#include <memory>
#include <utility>

namespace glassformer {
namespace {

/** So much is read at once: it stays in the second cache until it is packed. */
constexpr std::int64_t strip_bytes = 512 * 1024;

} // namespace

NumberFormat MatrixReader::formatOf(const std::string& name) const
{
    const TensorType type = m_source.entry(name).type;
    switch (type) {
    case TensorType::F32:
        return NumberFormat::Float32;
    case TensorType::F16:
        return NumberFormat::Float16;
    case TensorType::BF16:
        return NumberFormat::BFloat16;
    default:
        throw Error({Message::tr("numbers of the type %1", typeText(type)), m_source.where(name),
            Message::tr("F32, F16 or BF16"), Message::tr("Convert the model to one of these types.")});
    }
}

void MatrixReader::want(WantedOutputs outputs, bool outputs_first, PackedMatrix& matrix)
{
    if (outputs_first) {
        const RowRange rows{outputs.first, outputs.count};
        m_parts.push_back({outputs.name, rows, true, {{outputs, &matrix}}});
        return;
    }
    // Every row holds some outputs of all that stand in one tensor.
    const auto known = std::find_if(
        m_parts.begin(), m_parts.end(), [&](const Part& part) { return part.name == outputs.name; });
    if (known != m_parts.end())
        known->targets.push_back({std::move(outputs), &matrix});
    else
        m_parts.push_back({outputs.name, m_source.allRows(outputs.name), false, {{outputs, &matrix}}});
}

void MatrixReader::want(const std::string& name, RowRange rows, NumberTable& table)
{
    m_parts.push_back({name, rows, true, {}, &table});
}

std::int64_t MatrixReader::stripRows(const Part& part) const
{
    const auto row_bytes = static_cast<std::int64_t>(m_source.bytesOf(part.name, {0, 1}).size);
    const std::int64_t unit = part.table ? 1
        : part.outputs_first             ? part.targets.front().matrix->panelColumns()
                                         : 2;
    return std::max<std::int64_t>(strip_bytes / std::max<std::int64_t>(row_bytes, 1) / unit, 1) * unit;
}

std::vector<MatrixReader::Strip> MatrixReader::strips() const
{
    std::vector<Strip> strips;
    for (const Part& part : m_parts) {
        if (part.rows.count == 0)
            continue;
        const std::int64_t step = stripRows(part);
        for (std::int64_t first = 0; first < part.rows.count; first += step)
            strips.push_back({&part, {part.rows.first + first, std::min(step, part.rows.count - first)}});
    }
    return strips;
}

bool MatrixReader::read(const Strip& strip) const
{
    const Part& part = *strip.part;
    const NumberFormat format = formatOf(part.name);
    if (part.table) {
        const std::span<char> bytes = part.table->bytes(strip.rows.first, strip.rows.count);
        m_source.readBytes(part.name, strip.rows, bytes);
        return areFinite(format, {bytes.data(), bytes.size()});
    }
    const auto size = static_cast<std::size_t>(m_source.bytesOf(part.name, strip.rows).size);
    const std::unique_ptr<char[]> bytes(new char[size]); // not zeroed
    m_source.readBytes(part.name, strip.rows, {bytes.get(), size});
    const auto cols = static_cast<Eigen::Index>(size) / (strip.rows.count * bytesOf(format));
    for (const Part::Target& target : part.targets) {
        const WantedOutputs& outputs = target.outputs;
        if (part.outputs_first)
            target.matrix->fill(0, outputs.column + strip.rows.first - outputs.first,
                {bytes.get(), format, strip.rows.count, cols, 0, true});
        else
            target.matrix->fill(strip.rows.first, outputs.column,
                {bytes.get() + outputs.first * bytesOf(format), format, strip.rows.count, outputs.count,
                    cols});
    }
    return areFinite(format, {bytes.get(), size});
}

std::set<std::string> MatrixReader::readAll()
{
    const std::vector<Strip> all = strips();
    std::vector<char> are_finite(all.size()); // one of its own for every thread
    parallelFor(std::ssize(all), [&](std::ptrdiff_t i) {
        are_finite[static_cast<std::size_t>(i)] = read(all[static_cast<std::size_t>(i)]);
    });
    std::set<std::string> not_finite;
    for (std::size_t i = 0; i < all.size(); ++i)
        if (!are_finite[i])
            not_finite.insert(all[i].part->name);
    m_parts.clear();
    return not_finite;
}

} // namespace glassformer
