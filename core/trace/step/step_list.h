#pragma once

#include "core/trace/step/step.h"
#include "core/trace/trace.h"

#include <optional>
#include <string_view>
#include <vector>

namespace glassformer {

/** Where in the machine a step belongs. */
enum class StepPart
{
    Input,
    EncoderLayer,
    EncoderEnd,
    DecoderInput,
    DecoderLayer,
    Output
};

/** Two ways through one list of steps. */
enum class WalkPath
{
    Full,
    Short ///< about a dozen: what a first visitor needs to follow a sentence to the word that is written
};

/** The walk through a model of this configuration: a model without decoder has no steps of one, and so on. */
std::vector<StepKind> stepsOf(const ModelConfig& config);

/** Those of them for which the run has what they show: a run that was recorded elsewhere may hold only some tensors. */
std::vector<StepKind> stepsOf(const Trace& trace);

/** The path through those of a run; a step that is open beside the short path has its place in it as long. */
std::vector<StepKind> stepsOf(const Trace& trace, WalkPath path, StepKind open);

/** What a decoder alone does belongs to the layer that every model has. */
StepPart partOf(StepKind kind, const ModelConfig& config);

/** Whether tokens and rows of this step are those that a decoder reads besides an encoder. */
bool isDecoderStep(StepKind kind, const ModelConfig& config);

/** Whether the selection's position says which row writes (or, in an encoder alone, is guessed). */
bool hasPosition(StepKind kind, const ModelConfig& config);

/** Whether the picture shows one head, so that choosing another one changes it. */
bool showsHead(StepKind kind);

/** Whether the picture is a map of attention weights, with all heads beside it. */
bool showsWeights(StepKind kind);

/** Whether the picture shows one layer, so that choosing another one changes it. */
bool showsLayer(StepKind kind, const ModelConfig& config);

/** What of the chosen layer the picture needs. */
LayerInside insideOf(StepKind kind);

/** Length of the longest vectors that the step shows. */
int widthOf(StepKind kind, const ModelConfig& config);

/** The step itself if the run has it, else the last one before it that the run has. */
StepKind nearestStep(StepKind wanted, const Trace& trace);

/** "softmax", "next-word": for the command line and for names of files. */
std::string_view stepId(StepKind kind);
std::optional<StepKind> stepFromId(std::string_view id);

} // namespace glassformer
