#include "core/learn/training/head_removal.h"

#include "core/learn/evaluation/twin_shares.h"
#include "core/learn/training/gradient.h"
#include "core/learn/training/loss.h"
#include "core/trace/look/place.h"

#include <algorithm>

namespace glassformer {
namespace {

constexpr double least_both = 0.99;
constexpr std::size_t sentences_per_batch = 64;

std::vector<HeadName> allHeads(const ModelConfig& config)
{
    std::vector<HeadName> heads;
    for (const AttentionSite site :
        {AttentionSite::Encoder, AttentionSite::DecoderSelf, AttentionSite::DecoderCross})
        for (int layer = 0; layer < layersOf(config, site); ++layer)
            for (int head = 0; head < config.n_heads; ++head)
                heads.push_back({site, layer, head});
    return heads;
}

template <typename Weights> auto& blockOf(Weights& weights, const HeadName& head)
{
    const auto layer = static_cast<std::size_t>(head.layer);
    return head.site == AttentionSite::Encoder    ? weights.encoder.layers[layer].attention
        : head.site == AttentionSite::DecoderSelf ? weights.decoder.layers[layer].attention
                                                  : weights.decoder.layers[layer].cross_attention;
}

double meanLoss(const Transformer<float>& model, const std::vector<TrainingBatch>& batches)
{
    double loss = 0, rows = 0;
    for (const TrainingBatch& batch : batches) {
        const StackRecord<float> encoder = encode<float>(model, {batch.source, batch.source_segments});
        const StackRecord<float> decoder =
            decode<float>(model, encoder, batch.source_segments, {batch.target_in, batch.target_segments});
        Matrix<float> z = logits(model, decoder.output);
        loss += smoothedCrossEntropy(z, batch.target_out, 0, 1).log_likelihood;
        rows += static_cast<double>(batch.target_out.size());
    }
    return loss / std::max(1.0, rows);
}

std::vector<TrainingBatch> batchesOf(const RemovalData& data, const SpecialTokens& special)
{
    std::vector<TrainingBatch> batches;
    Random random(1); // a stage without dropping draws nothing from it that counts
    for (const Direction& direction : data.directions) {
        std::vector<DrawnSentence> drawn;
        for (std::size_t i = 0; i < data.sentences.size(); ++i) {
            drawn.push_back({static_cast<std::uint32_t>(i), direction});
            if (drawn.size() == sentences_per_batch || i + 1 == data.sentences.size()) {
                batches.push_back(makeBatch(drawn, data.sentences, special, {}, random));
                drawn.clear();
            }
        }
    }
    return batches;
}

bool twinsStayRight(const Transformer<float>& model, const RemovalData& data, const SpecialTokens& special)
{
    return std::all_of(data.twins.begin(), data.twins.end(), [&](const std::vector<EncodedSentence>& set) {
        return pronounShares(model, set, {Language::English, Language::French}, special).both >= least_both;
    });
}

} // namespace

void removeHead(Transformer<float>& model, const HeadName& head)
{
    const Eigen::Index d_k = model.config.headSize();
    blockOf(model.weights, head).output.weight.middleRows(head.head * d_k, d_k).setZero();
}

std::vector<HeadName> removedHeads(const Transformer<float>& model)
{
    std::vector<HeadName> removed;
    for (const HeadName& head : allHeads(model.config))
        if (isRemoved(blockOf(model.weights, head), head.head, model.config.n_heads))
            removed.push_back(head);
    return removed;
}

RemovalResult removeIdleHeads(Transformer<float>& model, const SpecialTokens& special,
    const RemovalData& data, double tolerance, const CancelFlag& cancel)
{
    const std::vector<TrainingBatch> batches = batchesOf(data, special);
    RemovalResult result;
    result.loss_before = result.loss_after = meanLoss(model, batches);

    std::vector<std::pair<double, HeadName>> by_need;
    for (const HeadName& head : allHeads(model.config)) {
        cancel.check();
        Transformer<float> without = model;
        removeHead(without, head);
        by_need.emplace_back(meanLoss(without, batches) - result.loss_before, head);
    }
    std::stable_sort(
        by_need.begin(), by_need.end(), [](const auto& a, const auto& b) { return a.first < b.first; });

    Transformer<float> lean = model;
    for (const auto& [rise, head] : by_need) {
        if (rise > tolerance)
            break;
        cancel.check();
        Transformer<float> without = lean;
        removeHead(without, head);
        const double loss = meanLoss(without, batches);
        if (loss - result.loss_before > tolerance || !twinsStayRight(without, data, special))
            continue;
        lean = std::move(without);
        result.loss_after = loss;
        result.removed.push_back(head);
    }
    model = std::move(lean);
    return result;
}

} // namespace glassformer
