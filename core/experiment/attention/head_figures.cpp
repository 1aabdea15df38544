#include "core/experiment/attention/head_figures.h"

#include <algorithm>
#include <utility>

namespace glassformer {

double HeadFigures::limit() const
{
    if (trait != HeadTrait::Distance && trait != HeadTrait::Spread)
        return 1;
    double largest = 0;
    for (const std::optional<double>& value : values)
        largest = std::max(largest, value.value_or(0));
    return largest > 0 ? largest : 1;
}

std::vector<HeadName> HeadFigures::largest(int count) const
{
    std::vector<std::pair<double, HeadName>> found;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const HeadName head{site, int(i) / heads, int(i) % heads};
        if (values[i] && from != head)
            found.emplace_back(*values[i], head);
    }
    std::stable_sort(
        found.begin(), found.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    found.resize(std::min(found.size(), std::size_t(std::max(0, count))));
    std::vector<HeadName> names;
    for (const auto& [value, head] : found)
        names.push_back(head);
    return names;
}

HeadFigures figuresOf(const HeadPatterns& patterns, HeadTrait trait)
{
    HeadFigures figures{patterns.site, trait, {}, patterns.heads, {}};
    for (const HeadPattern& pattern : patterns.patterns)
        figures.values.push_back(traitIn(pattern, trait));
    return figures;
}

HeadFigures figuresOf(const HeadDistances& distances)
{
    HeadFigures figures{distances.from.site, HeadTrait::Likeness, distances.from, distances.heads, {}};
    for (const std::optional<double>& distance : distances.distances)
        figures.values.push_back(distance ? std::optional<double>(1 - *distance) : std::nullopt);
    return figures;
}

} // namespace glassformer
