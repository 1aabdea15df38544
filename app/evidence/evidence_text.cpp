#include "app/evidence/evidence_text.h"

#include "widgets/look/number_text.h"
#include "widgets/look/probability_text.h"
#include "widgets/pictures/trace_content.h"

#include <cmath>

namespace glassformer {
namespace {

/** "Encoder layer 2"; of a model of one stack "Layer 2". */
QString layerName(AttentionSite site, int layer, const ModelConfig& config)
{
    const QString form = !config.hasCrossAttention() ? EvidenceText::tr("Layer %1")
        : site == AttentionSite::Encoder             ? EvidenceText::tr("Encoder layer %1")
        : site == AttentionSite::DecoderSelf         ? EvidenceText::tr("Decoder layer %1")
                                                     : EvidenceText::tr("Cross-attention layer %1");
    return form.arg(layer + 1);
}

QString headName(AttentionSite site, int layer, int head, const ModelConfig& config)
{
    return EvidenceText::tr("%1 · head %2").arg(layerName(site, layer, config)).arg(head + 1);
}

QString feedForwardName(AttentionSite site, int layer, const ModelConfig& config)
{
    return EvidenceText::tr("%1 · feed-forward").arg(layerName(site, layer, config));
}

QString wordOf(const Token& token)
{
    return textOf(token).trimmed();
}

QString edgeName(const ModelPart& part, const Trace& trace)
{
    const auto& queries = queriesOf(trace, part.site);
    const auto& keys = keysOf(trace, part.site);
    return EvidenceText::tr("“%1” looks at “%2”")
        .arg(wordOf(queries.at(std::size_t(part.query))), wordOf(keys.at(std::size_t(part.key))));
}

StepKind weightsStep(AttentionSite site, const Trace& trace)
{
    for (const StepKind kind : stepsOf(trace))
        if (showsWeights(kind) && siteOf(kind, trace.config) == site)
            return kind;
    return nearestStep(StepKind::Softmax, trace);
}

/** A step of the stack that attends there; another one has its own. */
StepKind stackStep(AttentionSite site, StepKind first, StepKind second, const Trace& trace)
{
    return nearestStep(isSecondStack(trace.config, site) ? second : first, trace);
}

Selection headPlace(AttentionSite site, int layer, int head, Selection from, const Trace& trace)
{
    from = withLayer(from, site, layer);
    from.step = weightsStep(site, trace);
    if (head != every)
        from.head = head;
    return from;
}

Selection feedForwardPlace(AttentionSite site, int layer, Selection from, const Trace& trace)
{
    from = withLayer(from, site, layer);
    from.step = stackStep(site, StepKind::FeedForward, StepKind::DecoderFeedForward, trace);
    return from;
}

} // namespace

QString partName(const ModelPart& part, const Trace& trace)
{
    const ModelConfig& config = trace.config;
    switch (part.kind) {
    case PartKind::Head:
        return headName(part.site, part.layer, part.head, config);
    case PartKind::Attention:
        return EvidenceText::tr("%1 · all heads").arg(layerName(part.site, part.layer, config));
    case PartKind::FeedForward:
        return feedForwardName(part.site, part.layer, config);
    case PartKind::Layer:
        return EvidenceText::tr("%1 · whole layer").arg(layerName(part.site, part.layer, config));
    case PartKind::Edge:
        break;
    }
    return edgeName(part, trace);
}

Selection placeOf(const ModelPart& part, const Selection& from, const Trace& trace)
{
    switch (part.kind) {
    case PartKind::Head:
    case PartKind::Attention:
        return headPlace(part.site, part.layer, part.head, from, trace);
    case PartKind::FeedForward:
        return feedForwardPlace(part.site, part.layer, from, trace);
    case PartKind::Layer: {
        Selection wanted = withLayer(from, part.site, part.layer);
        wanted.step = stackStep(part.site, StepKind::LayerOutput, StepKind::DecoderLayerOutput, trace);
        return wanted;
    }
    case PartKind::Edge:
        break;
    }
    Selection wanted = from;
    wanted.step = weightsStep(part.site, trace);
    wanted.query = part.query;
    wanted.key = part.key;
    return wanted;
}

QString voterName(const Vote& vote, const ModelConfig& config)
{
    switch (vote.kind) {
    case VoterKind::Embedding:
        return EvidenceText::tr("Embedding of the token that was read");
    case VoterKind::Position:
        return EvidenceText::tr("Its position");
    case VoterKind::Segment:
        return EvidenceText::tr("Its segment");
    case VoterKind::Head:
        return headName(vote.site, vote.layer, vote.head, config);
    case VoterKind::FeedForward:
        return feedForwardName(vote.site, vote.layer, config);
    case VoterKind::Biases:
        return EvidenceText::tr("All biases");
    case VoterKind::Altered:
        break;
    }
    return EvidenceText::tr("Your changes");
}

std::optional<Selection> placeOf(const Vote& vote, const Selection& from, const Trace& trace)
{
    if (vote.kind == VoterKind::Head)
        return headPlace(vote.site, vote.layer, vote.head, from, trace);
    if (vote.kind == VoterKind::FeedForward)
        return feedForwardPlace(vote.site, vote.layer, from, trace);
    if (vote.kind != VoterKind::Embedding)
        return std::nullopt;
    Selection wanted = from;
    wanted.step =
        nearestStep(trace.config.hasCrossAttention() ? StepKind::DecoderInput : StepKind::Embedding, trace);
    return wanted;
}

QString effectFacts(const WordEffect& effect, const Token& asked, const TokenOf& token_of)
{
    const auto nameOf = [&](int id) { return wordOf(token_of(id)); };
    const bool was_likeliest = effect.likeliest_before == asked.id;
    const QString word = !effect.changesWord()
        ? (was_likeliest ? EvidenceText::tr("“%1” stays") : EvidenceText::tr("“%1” stays the likeliest"))
              .arg(nameOf(effect.likeliest_before))
        : (was_likeliest ? EvidenceText::tr("“%1” takes its place")
                         : EvidenceText::tr("“%1” becomes the likeliest"))
              .arg(nameOf(effect.likeliest_after));
    const double before = std::exp(effect.before), after = std::exp(effect.after);
    const ProbabilityTexts texts = probabilityTexts(before, after);
    return texts.areSame() ? EvidenceText::tr("%1 · p stays at %2").arg(word, probabilityText(before))
                           : EvidenceText::tr("%1 · p %2 → %3").arg(word, texts.before, texts.after);
}

QString signedText(double value, int decimals)
{
    const QString text = fixedText(value, decimals);
    return value > 0 && text.toDouble() != 0 ? u'+' + text : text;
}

} // namespace glassformer
