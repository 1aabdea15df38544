#include "core/experiment/reading/step_record.h"

#include "core/experiment/explanation/norm_place.h"
#include "core/model/tensor_name.h"
#include "core/trace/look/place.h"

#include <utility>

namespace glassformer {
namespace {

/** Where the selection looks, and what of the run is there. */
struct Looked
{
    const Trace& trace;
    const Selection& selection;
    AttentionSite site;

    int layer() const { return selection.layerOf(site); }
    StepRecord ofHead(RecordKind kind, AttentionPart part) const
    {
        return {kind, headOf(trace, attentionTensor(site, layer(), part), selection.head)};
    }
    StepRecord named(const std::string& tensor) const
    {
        return {RecordKind::Vectors, matrixOf(trace, tensor)};
    }
    StepRecord norm(NormPlace place) const
    {
        return named(normOutputTensor(trace.config, site, layer(), place));
    }
    StepRecord sum(NormPlace place) const
    {
        return {RecordKind::Vectors, blockSum(trace, site, layer(), place).sum};
    }
    StepRecord hidden() const
    {
        return {RecordKind::HiddenUnits,
            matrixOf(trace, layerTensor(site, layer(), LayerPart::FeedForwardHidden))};
    }
};

std::vector<StepRecord> allOf(const Looked& at)
{
    switch (at.selection.step) {
    case StepKind::Embedding:
        return {at.named(source_embedding_tensor)};
    case StepKind::Position:
        return {at.named(source_position_tensor)};
    case StepKind::EncoderInput:
    case StepKind::DecoderInput:
        return {at.named(stackInputTensor(at.site))};
    case StepKind::AttentionNorm:
    case StepKind::DecoderNorm:
        return {at.norm(NormPlace::Attention)};
    case StepKind::CrossNorm:
        return {at.norm(NormPlace::CrossAttention)};
    case StepKind::FeedForwardNorm:
    case StepKind::DecoderFeedForwardNorm:
        return {at.norm(NormPlace::FeedForward)};
    case StepKind::QueryKeyValue:
        return {at.ofHead(RecordKind::Query, AttentionPart::Query),
            at.ofHead(RecordKind::Key, AttentionPart::Key),
            at.ofHead(RecordKind::Value, AttentionPart::Value)};
    case StepKind::Scores:
        return {at.ofHead(RecordKind::Scores, AttentionPart::Scores)};
    case StepKind::MaskedScores:
        return {at.ofHead(RecordKind::Scores, AttentionPart::Masked)};
    case StepKind::Softmax:
    case StepKind::MaskedAttention:
    case StepKind::CrossAttention:
        return {at.ofHead(RecordKind::Weights, AttentionPart::Weights)};
    case StepKind::WeightedSum:
        return {at.ofHead(RecordKind::Vectors, AttentionPart::Mixed)};
    case StepKind::HeadsJoined:
        return {at.named(attentionTensor(at.site, at.layer(), AttentionPart::Output))};
    case StepKind::AttentionResidual:
    case StepKind::DecoderResidual:
        return {at.sum(NormPlace::Attention)};
    case StepKind::CrossResidual:
        return {at.sum(NormPlace::CrossAttention)};
    case StepKind::FeedForward:
    case StepKind::DecoderFeedForward:
        return {at.hidden(), at.named(layerTensor(at.site, at.layer(), LayerPart::FeedForwardOutput))};
    case StepKind::LayerOutput:
    case StepKind::DecoderLayerOutput:
        return {at.sum(NormPlace::FeedForward)};
    case StepKind::EncoderOutput:
    case StepKind::DecoderOutput:
        return {at.named(stackOutputTensor(at.site))};
    case StepKind::Sentence:
    case StepKind::Tokens:
    case StepKind::TargetTokens:
    case StepKind::Logits:
    case StepKind::NextWord:
    case StepKind::Answer:
        return {};
    }
    return {};
}

} // namespace

std::vector<StepRecord> recordsOf(const Trace& trace, const Selection& selection)
{
    std::vector<StepRecord> records;
    for (StepRecord& record : allOf({trace, selection, siteOf(selection.step, trace.config)}))
        if (!record.numbers.isEmpty())
            records.push_back(std::move(record));
    return records;
}

} // namespace glassformer
