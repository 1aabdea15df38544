#include "core/trace/run/change_means.h"

#include <algorithm>

namespace glassformer {
namespace {

/** Mean over the rows of [n, d], or of the matrix of one head of [H, n, d]. */
std::vector<float> meanRow(const Tensor& tensor, int head)
{
    const std::size_t axis = tensor.shape.size() - 2;
    const auto rows = static_cast<std::size_t>(tensor.shape[axis]);
    const auto width = static_cast<std::size_t>(tensor.shape[axis + 1]);
    const std::size_t first = axis == 0 ? 0 : static_cast<std::size_t>(head) * rows * width;
    std::vector<double> sums(width);
    for (std::size_t row = 0; row < rows; ++row)
        for (std::size_t column = 0; column < width; ++column)
            sums[column] += static_cast<double>(tensor.values[first + row * width + column]);
    std::vector<float> mean;
    for (const double sum : sums)
        mean.push_back(static_cast<float>(sum / static_cast<double>(std::max<std::size_t>(rows, 1))));
    return mean;
}

void addMeans(const Change& change, const Tensor& tensor, Changes& changes)
{
    const bool has_heads = tensor.shape.size() == 3;
    const int heads = has_heads ? static_cast<int>(tensor.shape[0]) : 1;
    for (int head = 0; head < heads; ++head) {
        if (change.head != every && change.head != head)
            continue;
        Change set = change;
        set.kind = ChangeKind::Set;
        set.head = has_heads ? head : every;
        set.values = meanRow(tensor, head);
        if (set.column != every)
            set.values = {set.values.at(static_cast<std::size_t>(set.column))};
        changes.push_back(std::move(set));
    }
}

} // namespace

bool haveMeans(const Changes& changes)
{
    return std::any_of(
        changes.begin(), changes.end(), [](const Change& change) { return change.kind == ChangeKind::Mean; });
}

Changes withMeans(const Changes& changes, const Trace& trace)
{
    const std::vector<std::string> names = trace.names();
    Changes result;
    for (const Change& change : changes) {
        if (change.kind != ChangeKind::Mean) {
            result.push_back(change);
            continue;
        }
        for (const std::string& name : names) {
            if (!isAt(change, name))
                continue;
            Change here = change;
            here.tensor = name;
            addMeans(here, *trace.tensor(name), result);
        }
    }
    return result;
}

} // namespace glassformer
