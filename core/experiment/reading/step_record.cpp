#include "core/experiment/reading/step_record.h"

#include "core/experiment/attention/attention_aggregate.h"
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
    MatrixSlice ofHead(AttentionPart part) const
    {
        return headOf(trace, attentionTensor(site, layer(), part), selection.head);
    }
    MatrixSlice norm(NormPlace place) const
    {
        return matrixOf(trace, normOutputTensor(trace.config, site, layer(), place));
    }
    MatrixSlice sum(NormPlace place) const { return blockSum(trace, site, layer(), place).sum; }
    MatrixSlice ofLayer(LayerPart part) const { return matrixOf(trace, layerTensor(site, layer(), part)); }
};

/** A record that a step is about, and where its numbers are. */
struct RecordSource
{
    RecordKind kind;
    MatrixSlice (*numbers)(const Looked& at);
};

using Sources = std::vector<RecordSource>;

template <AttentionPart part> RecordSource ofHead(RecordKind kind)
{
    return {kind, [](const Looked& at) { return at.ofHead(part); }};
}

template <NormPlace place> RecordSource norm()
{
    return {RecordKind::Vectors, [](const Looked& at) { return at.norm(place); }};
}

template <NormPlace place> RecordSource sum()
{
    return {RecordKind::Vectors, [](const Looked& at) { return at.sum(place); }};
}

Sources sourcesOf(StepKind step)
{
    switch (step) {
    case StepKind::Embedding:
        return {{RecordKind::Vectors,
            [](const Looked& at) { return matrixOf(at.trace, source_embedding_tensor); }}};
    case StepKind::Position:
        return {{RecordKind::Vectors,
            [](const Looked& at) { return matrixOf(at.trace, source_position_tensor); }}};
    case StepKind::EncoderInput:
    case StepKind::DecoderInput:
        return {{RecordKind::Vectors,
            [](const Looked& at) { return matrixOf(at.trace, stackInputTensor(at.site)); }}};
    case StepKind::AttentionNorm:
    case StepKind::DecoderNorm:
        return {norm<NormPlace::Attention>()};
    case StepKind::CrossNorm:
        return {norm<NormPlace::CrossAttention>()};
    case StepKind::FeedForwardNorm:
    case StepKind::DecoderFeedForwardNorm:
        return {norm<NormPlace::FeedForward>()};
    case StepKind::QueryKeyValue:
        return {ofHead<AttentionPart::Query>(RecordKind::Query), ofHead<AttentionPart::Key>(RecordKind::Key),
            ofHead<AttentionPart::Value>(RecordKind::Value)};
    case StepKind::Scores:
        return {ofHead<AttentionPart::Scores>(RecordKind::Scores)};
    case StepKind::MaskedScores:
        return {ofHead<AttentionPart::Masked>(RecordKind::Scores)};
    case StepKind::Softmax:
    case StepKind::MaskedAttention:
    case StepKind::CrossAttention:
        return {{RecordKind::Weights, [](const Looked& at) {
                     const MapAggregate shown =
                         shownAggregate(at.trace, at.site, at.selection.attention.aggregate);
                     return aggregateOf(at.trace, {at.site, at.layer(), at.selection.head}, shown);
                 }}};
    case StepKind::WeightedSum:
        return {ofHead<AttentionPart::Mixed>(RecordKind::Vectors)};
    case StepKind::HeadsJoined:
        return {{RecordKind::Vectors, [](const Looked& at) {
                     return matrixOf(at.trace, attentionTensor(at.site, at.layer(), AttentionPart::Output));
                 }}};
    case StepKind::AttentionResidual:
    case StepKind::DecoderResidual:
        return {sum<NormPlace::Attention>()};
    case StepKind::CrossResidual:
        return {sum<NormPlace::CrossAttention>()};
    case StepKind::FeedForward:
    case StepKind::DecoderFeedForward:
        return {{RecordKind::HiddenUnits,
                    [](const Looked& at) { return at.ofLayer(LayerPart::FeedForwardHidden); }},
            {RecordKind::Vectors, [](const Looked& at) { return at.ofLayer(LayerPart::FeedForwardOutput); }}};
    case StepKind::LayerOutput:
    case StepKind::DecoderLayerOutput:
        return {sum<NormPlace::FeedForward>()};
    case StepKind::EncoderOutput:
    case StepKind::DecoderOutput:
        return {{RecordKind::Vectors,
            [](const Looked& at) { return matrixOf(at.trace, stackOutputTensor(at.site)); }}};
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

std::vector<RecordKind> recordKindsOf(StepKind step)
{
    std::vector<RecordKind> kinds;
    for (const RecordSource& source : sourcesOf(step))
        kinds.push_back(source.kind);
    return kinds;
}

std::vector<StepRecord> recordsOf(const Trace& trace, const Selection& selection)
{
    const Looked looked{trace, selection, siteOf(selection.step, trace.config)};
    std::vector<StepRecord> records;
    for (const RecordSource& source : sourcesOf(selection.step))
        if (StepRecord record{source.kind, source.numbers(looked)}; !record.numbers.isEmpty())
            records.push_back(std::move(record));
    return records;
}

} // namespace glassformer
