#include "core/experiment/attention/head_pattern.h"

#include "core/trace/look/place.h"

#include <cmath>
#include <cstdlib>
#include <utility>

namespace glassformer {
namespace {

/** Whether a key is what the trait asks about, seen from a row; for those traits that are shares. */
bool isAsked(const AttentionMap& map, HeadTrait trait, int row, int key)
{
    const Token& seen = map.keys[std::size_t(key)];
    switch (trait) {
    case HeadTrait::Itself:
        return key == row;
    case HeadTrait::Previous:
        return key == row - 1;
    case HeadTrait::Next:
        return key == row + 1;
    case HeadTrait::First:
        return key == 0;
    case HeadTrait::Punctuation:
        return isPunctuation(seen);
    case HeadTrait::Special:
        return seen.is_special;
    case HeadTrait::SameWord:
        return seen.id != no_id && seen.id == map.queries[std::size_t(row)].id
            && !(map.is_self && key == row);
    default:
        return false;
    }
}

bool needsOneText(HeadTrait trait)
{
    return trait == HeadTrait::Itself || trait == HeadTrait::Previous || trait == HeadTrait::Next
        || trait == HeadTrait::Distance;
}

/** Nothing if the row has no such token in sight. */
std::optional<double> shareIn(const AttentionMap& map, HeadTrait trait, int row)
{
    std::optional<double> share;
    for (int key = 0; key < map.keysInSight(row); ++key)
        if (isAsked(map, trait, row, key))
            share = share.value_or(0) + double(map.weights(row, key));
    return share;
}

double distanceIn(const AttentionMap& map, int row)
{
    double distance = 0;
    for (int key = 0; key < map.keysInSight(row); ++key)
        distance += double(map.weights(row, key)) * std::abs(row - key);
    return distance;
}

double spreadIn(const AttentionMap& map, int row)
{
    double entropy = 0;
    for (const float weight : map.weights.row(row))
        if (weight > 0)
            entropy -= double(weight) * std::log(double(weight));
    return std::exp(entropy);
}

std::optional<double> valueIn(const AttentionMap& map, HeadTrait trait, int row)
{
    if (trait == HeadTrait::Distance)
        return distanceIn(map, row);
    return trait == HeadTrait::Spread ? spreadIn(map, row) : shareIn(map, trait, row);
}

class HeadPatternsJob final : public JobOf<HeadPatterns>
{
public:
    HeadPatternsJob(std::shared_ptr<const Trace> trace, AttentionSite site)
        : m_trace(std::move(trace))
        , m_layers(layersOf(m_trace->config, site))
    {
        m_found.site = site;
        m_found.heads = m_trace->config.n_heads;
    }

    bool advance(const JobWatch& watch) override
    {
        if (m_layer < m_layers) {
            const auto held =
                m_trace->late ? m_trace->late->hold(m_found.site, m_layer, LayerInside::Attention) : nullptr;
            for (int head = 0; head < m_found.heads; ++head) {
                watch.cancel.check();
                m_found.patterns.push_back(patternOf(mapOf(*m_trace, {m_found.site, m_layer, head})));
            }
            ++m_layer;
        }
        if (m_layer < m_layers)
            return true;
        publish(std::move(m_found));
        return false;
    }

private:
    std::shared_ptr<const Trace> m_trace;
    int m_layers = 0;
    int m_layer = 0;
    HeadPatterns m_found;
};

} // namespace

std::optional<double> traitOf(const AttentionMap& map, HeadTrait trait)
{
    if (needsOneText(trait) && !map.is_self)
        return std::nullopt;
    double sum = 0;
    int rows = 0;
    for (int row = 0; row < map.weights.rows; ++row) {
        const std::optional<double> value =
            map.chooses(row) ? valueIn(map, trait, row) : std::optional<double>();
        sum += value.value_or(0);
        rows += value ? 1 : 0;
    }
    return rows > 0 ? std::optional<double>(sum / rows) : std::nullopt;
}

HeadPattern patternOf(const AttentionMap& map)
{
    HeadPattern pattern;
    for (const HeadTrait trait : all_head_traits)
        pattern[static_cast<std::size_t>(trait)] = traitOf(map, trait);
    return pattern;
}

std::unique_ptr<JobOf<HeadPatterns>> headPatternsJob(std::shared_ptr<const Trace> trace, AttentionSite site)
{
    return std::make_unique<HeadPatternsJob>(std::move(trace), site);
}

} // namespace glassformer
