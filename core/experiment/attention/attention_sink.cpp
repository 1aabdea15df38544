#include "core/experiment/attention/attention_sink.h"

#include <algorithm>
#include <numeric>

namespace glassformer {

std::vector<int> AttentionSink::keys() const
{
    std::vector<int> keys;
    for (const SinkToken& token : tokens)
        keys.push_back(token.key);
    return keys;
}

std::optional<AttentionSink> sinkOf(const AttentionMap& map, double threshold)
{
    AttentionSink sink;
    for (int key = 0; key < map.weights.columns; ++key) {
        const Token& token = map.keys[std::size_t(key)];
        if (key != 0 && !token.is_special && !isPunctuation(token))
            continue;
        sink.tokens.push_back({key, 0});
    }
    int rows = 0;
    for (int row = 0; row < map.weights.rows; ++row) {
        if (!map.chooses(row))
            continue;
        ++rows;
        for (SinkToken& token : sink.tokens)
            token.share += double(map.weights(row, token.key));
    }
    // Where there is nothing else to look at, it does not mean anything that weight rests there.
    if (rows == 0 || sink.tokens.size() == std::size_t(map.weights.columns))
        return std::nullopt;
    for (SinkToken& token : sink.tokens) {
        token.share /= rows;
        sink.share += token.share;
    }
    std::stable_sort(sink.tokens.begin(), sink.tokens.end(),
        [](const SinkToken& a, const SinkToken& b) { return a.share > b.share; });
    return sink.share >= threshold ? std::optional<AttentionSink>(std::move(sink)) : std::nullopt;
}

MatrixSlice withoutKeys(const MatrixSlice& weights, std::span<const int> keys)
{
    if (weights.isEmpty())
        return {};
    auto tensor = std::make_shared<Tensor>();
    tensor->shape = {weights.rows, weights.columns};
    for (int row = 0; row < weights.rows; ++row) {
        std::vector<float> kept(weights.row(row).begin(), weights.row(row).end());
        const double before = std::accumulate(kept.begin(), kept.end(), 0.0);
        for (const int key : keys)
            if (key >= 0 && key < weights.columns)
                kept[std::size_t(key)] = 0;
        const double left = std::accumulate(kept.begin(), kept.end(), 0.0);
        for (float& weight : kept)
            weight = left > 0 ? float(double(weight) * (before / left)) : 0;
        tensor->values.insert(tensor->values.end(), kept.begin(), kept.end());
    }
    return {tensor->values.data(), weights.rows, weights.columns, tensor};
}

} // namespace glassformer
