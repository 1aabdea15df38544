#include "core/trace/step/schematic.h"

#include "core/trace/look/place.h"

#include <algorithm>
#include <deque>
#include <utility>

namespace glassformer {
namespace {

/** Wires are drawn from the last step that was added. */
class Drawing
{
public:
    explicit Drawing(StepKind first)
        : m_last(first)
    {
    }

    void to(StepKind step, WireKind kind = WireKind::Flow)
    {
        m_wires.push_back({m_last, step, kind});
        m_last = step;
    }
    void from(StepKind step) { m_last = step; }
    void wire(StepKind from, StepKind to, WireKind kind) { m_wires.push_back({from, to, kind}); }
    StepKind last() const { return m_last; }
    std::vector<Wire> take() { return std::move(m_wires); }

private:
    StepKind m_last;
    std::vector<Wire> m_wires;
};

/** A block of a layer between its norm and its sum. */
struct Block
{
    StepKind norm, sum;
    std::vector<StepKind> inside;
};

void addBlock(Drawing& drawing, const Block& block, NormPlacement norms)
{
    const StepKind stream = drawing.last();
    if (norms == NormPlacement::Before)
        drawing.to(block.norm);
    for (const StepKind step : block.inside)
        drawing.to(step);
    drawing.to(block.sum);
    drawing.wire(stream, block.sum, WireKind::Residual);
    if (norms == NormPlacement::After)
        drawing.to(block.norm);
}

/** The layer that every model has: an encoder's, or that of a decoder alone. */
void addFirstStack(Drawing& drawing, const ModelConfig& config)
{
    std::vector<StepKind> attention{StepKind::QueryKeyValue, StepKind::Scores};
    if (!config.hasEncoder())
        attention.push_back(StepKind::MaskedScores);
    for (const StepKind step : {StepKind::Softmax, StepKind::WeightedSum, StepKind::HeadsJoined})
        attention.push_back(step);
    addBlock(
        drawing, {StepKind::AttentionNorm, StepKind::AttentionResidual, attention}, config.norm_placement);
    drawing.wire(StepKind::QueryKeyValue, StepKind::WeightedSum, WireKind::Values);
    addBlock(drawing, {StepKind::FeedForwardNorm, StepKind::LayerOutput, {StepKind::FeedForward}},
        config.norm_placement);
}

void addDecoder(Drawing& drawing, const ModelConfig& config)
{
    drawing.from(StepKind::TargetTokens);
    drawing.to(StepKind::DecoderInput);
    const NormPlacement norms = config.norm_placement;
    addBlock(drawing,
        {StepKind::DecoderNorm, StepKind::DecoderResidual,
            {StepKind::MaskedScores, StepKind::MaskedAttention}},
        norms);
    addBlock(drawing, {StepKind::CrossNorm, StepKind::CrossResidual, {StepKind::CrossAttention}}, norms);
    drawing.wire(StepKind::EncoderOutput, StepKind::CrossAttention, WireKind::Memory);
    addBlock(drawing,
        {StepKind::DecoderFeedForwardNorm, StepKind::DecoderLayerOutput, {StepKind::DecoderFeedForward}},
        norms);
}

bool isFlow(WireKind kind)
{
    return kind == WireKind::Flow || kind == WireKind::Added;
}

/** What two wires one after the other are, if nothing stands between them. */
WireKind bothTogether(WireKind first, WireKind second)
{
    for (const WireKind far : {WireKind::Memory, WireKind::Written})
        if (first == far || second == far)
            return far;
    return isFlow(first) && isFlow(second) ? WireKind::Flow : WireKind::Residual;
}

/** Between two steps there is one wire; where something flows, that. */
void addOnce(std::vector<Wire>& wires, const Wire& wire)
{
    const auto same = std::find_if(wires.begin(), wires.end(),
        [&wire](const Wire& known) { return known.from == wire.from && known.to == wire.to; });
    if (same == wires.end())
        wires.push_back(wire);
    else if (isFlow(wire.kind))
        same->kind = WireKind::Flow;
}

/** The step that wires lead over is taken out. */
void bridge(std::vector<Wire>& wires, StepKind step)
{
    std::vector<Wire> kept;
    for (const Wire& wire : wires)
        if (wire.from != step && wire.to != step)
            kept.push_back(wire);
    for (const Wire& in : wires)
        for (const Wire& out : wires)
            if (in.to == step && out.from == step && in.from != out.to)
                addOnce(kept, {in.from, out.to, bothTogether(in.kind, out.kind)});
    wires = std::move(kept);
}

} // namespace

std::vector<Wire> wiresOf(const ModelConfig& config)
{
    Drawing drawing(StepKind::Sentence);
    drawing.to(StepKind::Tokens);
    drawing.to(StepKind::Embedding);
    drawing.to(StepKind::EncoderInput, addsPositions(config) ? WireKind::Added : WireKind::Flow);
    if (addsPositions(config))
        drawing.wire(StepKind::Position, StepKind::EncoderInput, WireKind::Added);
    addFirstStack(drawing, config);
    if (config.hasEncoder())
        drawing.to(StepKind::EncoderOutput);
    if (config.hasCrossAttention())
        addDecoder(drawing, config);
    if (config.hasDecoder())
        drawing.to(StepKind::DecoderOutput);
    if (!config.has_output)
        return drawing.take();
    for (const StepKind step : {StepKind::Logits, StepKind::NextWord, StepKind::Answer})
        drawing.to(step);
    if (config.hasDecoder())
        drawing.wire(StepKind::NextWord,
            config.hasCrossAttention() ? StepKind::TargetTokens : StepKind::Tokens, WireKind::Written);
    return drawing.take();
}

std::vector<Wire> wiresBetween(const std::vector<StepKind>& steps, const ModelConfig& config)
{
    std::vector<Wire> wires = wiresOf(config);
    for (const StepKind step : stepsOf(config))
        if (std::find(steps.begin(), steps.end(), step) == steps.end())
            bridge(wires, step);
    return wires;
}

std::vector<Wire> wayAlong(const std::vector<Wire>& wires, StepKind from, StepKind to)
{
    std::vector<Wire> reached; // the wire by which a step was reached first
    std::deque<StepKind> open{from};
    const auto wire_to = [&reached](StepKind step) {
        return std::find_if(
            reached.begin(), reached.end(), [step](const Wire& wire) { return wire.to == step; });
    };
    while (!open.empty() && wire_to(to) == reached.end()) {
        const StepKind here = open.front();
        open.pop_front();
        for (const Wire& wire : wires) {
            if (wire.from != here || wire.to == from || wire_to(wire.to) != reached.end())
                continue;
            reached.push_back(wire);
            open.push_back(wire.to);
        }
    }
    std::vector<Wire> way;
    for (StepKind here = to; here != from; here = way.back().from) {
        const auto wire = wire_to(here);
        if (wire == reached.end())
            return {};
        way.push_back(*wire);
    }
    std::reverse(way.begin(), way.end());
    return way;
}

} // namespace glassformer
