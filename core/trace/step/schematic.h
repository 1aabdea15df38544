#pragma once

#include "core/trace/step/step_list.h"

#include <vector>

namespace glassformer {

/** What goes along a wire of the machine. */
enum class WireKind
{
    Flow, ///< what a step puts out is what the next one reads
    Added, ///< the same, where something is added to it that came another way: embedding and position
    Residual, ///< what goes past a block, to be added to what the block puts out
    Values, ///< values, past the weights that they are summed with
    Memory, ///< the encoder's output, to the keys and values of cross-attention
    Written ///< the chosen word, which is read next
};

/** From the step that puts something out to the one that reads it. */
struct Wire
{
    StepKind from, to;
    WireKind kind = WireKind::Flow;

    bool operator==(const Wire&) const = default;
};

/**
 * How the steps of a model hang together: what the machine draws. Of layers that stand on each other there is one; what
 * enters it is the input of the stack (or the layer before), what leaves it goes on behind the stack (or to the layer after).
 * What stands in stepsOf(config), and nothing else, is at the ends of wires.
 */
std::vector<Wire> wiresOf(const ModelConfig& config);

/** The same between some of the steps: what led over another one leads past it. */
std::vector<Wire> wiresBetween(const std::vector<StepKind>& steps, const ModelConfig& config);

/** The shortest way along wires from one step to another, both among them; empty if none leads there. */
std::vector<Wire> wayAlong(const std::vector<Wire>& wires, StepKind from, StepKind to);

} // namespace glassformer
