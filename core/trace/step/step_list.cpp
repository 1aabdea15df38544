#include "core/trace/step/step_list.h"

#include "core/trace/step/step_facts.h"

#include <algorithm>

namespace glassformer {
namespace {

bool belongsTo(const StepFacts& step, const ModelConfig& config)
{
    return !step.applies || step.applies(config);
}

/** The row that applies; where none does, any of the step's rows. */
const StepFacts& factsOf(StepKind kind, const ModelConfig& config)
{
    const StepFacts* any = &allSteps().front();
    for (const StepFacts& step : allSteps()) {
        if (step.kind != kind)
            continue;
        if (belongsTo(step, config))
            return step;
        any = &step;
    }
    return *any;
}

/** For what is the same in all rows of a step. */
const StepFacts& factsOf(StepKind kind)
{
    return *std::find_if(
        allSteps().begin(), allSteps().end(), [kind](const StepFacts& step) { return step.kind == kind; });
}

/** Steps of a decoder beside an encoder; a decoder alone goes through the steps that every model has. */
bool isOfSecondStack(const StepFacts& step)
{
    return step.part == StepPart::DecoderInput || step.part == StepPart::DecoderLayer;
}

bool isShown(StepKind kind, const Trace& trace, const std::vector<std::string>& sorted_names)
{
    const StepFacts& step = factsOf(kind, trace.config);
    if (step.recorded && !step.recorded(trace))
        return false;
    return !step.tensor
        || std::binary_search(
            sorted_names.begin(), sorted_names.end(), step.tensor(attentionSiteOf(kind, trace.config)));
}

} // namespace

AttentionSite attentionSiteOf(StepKind kind, const ModelConfig& config)
{
    switch (factsOf(kind).site) {
    case StepFacts::Site::DecoderSelf:
        return AttentionSite::DecoderSelf;
    case StepFacts::Site::DecoderCross:
        return AttentionSite::DecoderCross;
    case StepFacts::Site::FirstStack:
        break;
    }
    return config.hasEncoder() ? AttentionSite::Encoder : AttentionSite::DecoderSelf;
}

std::vector<StepKind> stepsOf(const ModelConfig& config)
{
    std::vector<StepKind> kinds;
    for (const StepFacts& step : allSteps()) {
        if (belongsTo(step, config))
            kinds.push_back(step.kind);
    }
    return kinds;
}

std::vector<StepKind> stepsOf(const Trace& trace)
{
    const std::vector<std::string> names = trace.names();
    std::vector<StepKind> kinds = stepsOf(trace.config);
    kinds.erase(std::remove_if(
                    kinds.begin(), kinds.end(), [&](StepKind kind) { return !isShown(kind, trace, names); }),
        kinds.end());
    return kinds;
}

std::vector<StepKind> stepsOf(const Trace& trace, WalkPath path, StepKind open)
{
    std::vector<StepKind> kinds = stepsOf(trace);
    if (path == WalkPath::Full)
        return kinds;
    const auto is_beside = [&](StepKind kind) {
        const StepFacts& step = factsOf(kind, trace.config);
        return kind != open && !(step.is_short && step.is_short(trace.config));
    };
    kinds.erase(std::remove_if(kinds.begin(), kinds.end(), is_beside), kinds.end());
    return kinds;
}

StepKind nearestStep(StepKind wanted, const Trace& trace)
{
    const StepFacts* last = &factsOf(wanted, trace.config); // rows stand in the order of the walk
    StepKind nearest = StepKind::Sentence;
    for (const StepKind kind : stepsOf(trace)) {
        if (&factsOf(kind, trace.config) <= last)
            nearest = kind;
    }
    return nearest;
}

StepPart partOf(StepKind kind, const ModelConfig& config)
{
    return factsOf(kind, config).part;
}

bool isDecoderStep(StepKind kind, const ModelConfig& config)
{
    const StepFacts& step = factsOf(kind, config);
    return config.hasCrossAttention() && (isOfSecondStack(step) || step.part == StepPart::Output);
}

bool hasPosition(StepKind kind, const ModelConfig& config)
{
    return factsOf(kind, config).part == StepPart::Output || isDecoderStep(kind, config);
}

bool showsHead(StepKind kind)
{
    return factsOf(kind).shows_head;
}

bool showsWeights(StepKind kind)
{
    return factsOf(kind).shows_weights;
}

bool showsLayer(StepKind kind, const ModelConfig& config)
{
    const StepPart part = partOf(kind, config);
    return part == StepPart::EncoderLayer || part == StepPart::DecoderLayer;
}

LayerInside insideOf(StepKind kind)
{
    return factsOf(kind).inside;
}

int widthOf(StepKind kind, const ModelConfig& config)
{
    const StepFacts& step = factsOf(kind);
    return step.width ? step.width(config) : config.d_model;
}

std::string_view stepId(StepKind kind)
{
    return factsOf(kind).id;
}

std::optional<StepKind> stepFromId(std::string_view id)
{
    for (const StepFacts& step : allSteps()) {
        if (step.id == id)
            return step.kind;
    }
    return std::nullopt;
}

} // namespace glassformer
