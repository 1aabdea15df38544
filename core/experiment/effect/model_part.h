#pragma once

#include "core/model/changes/change.h"
#include "core/model/config/config.h"

#include <string>
#include <vector>

namespace glassformer {

/** What can be taken out of a run to see whether a word needs it. */
enum class PartKind
{
    Head,
    Attention, ///< all heads of an attention block, and the bias of its output
    FeedForward,
    Layer, ///< passes its input on as it is, whichever way parts are taken out
    Edge ///< one token looking at another, in all layers and heads
};

/** How it is taken out. */
enum class Ablation
{
    Zero,
    Mean ///< each row is the mean over all rows of the run; an edge is cut in either case
};

struct ModelPart
{
    PartKind kind = PartKind::Head;
    AttentionSite site = AttentionSite::Encoder; ///< of a feed-forward network: of its stack
    int layer = 0; ///< every: all of them
    int head = every;
    int query = every, key = every; ///< tokens of an edge

    bool operator==(const ModelPart&) const = default;
};

/** "encoder.3.head.0", "decoder.1.cross_attention", "encoder.0.feed_forward", "encoder.2", "encoder.self_attention.4>7". */
std::string partText(const ModelPart& part);

/** The change that takes it out. */
Change partOff(const ModelPart& part, Ablation ablation);

std::vector<ModelPart> headsOf(const ModelConfig& config);
std::vector<ModelPart> attentionsOf(const ModelConfig& config);
std::vector<ModelPart> feedForwardsOf(const ModelConfig& config);
std::vector<ModelPart> wholeLayersOf(const ModelConfig& config);

/** Edges on which a row of the output can depend: what comes behind it in a causal stack is no part of them. */
std::vector<ModelPart> edgesOf(const ModelConfig& config, int source_tokens, int output_row);

} // namespace glassformer
