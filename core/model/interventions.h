#pragma once

#include "core/model/config.h"

#include <string>
#include <string_view>
#include <vector>

namespace glassformer {

/** The three places where a Transformer attends. */
enum class AttentionSite
{
    Encoder,
    DecoderSelf,
    DecoderCross
};

/** One attention head; layers and heads count from 0. */
struct HeadName
{
    AttentionSite site = AttentionSite::Encoder;
    int layer = 0;
    int head = 0;

    bool operator==(const HeadName&) const = default;
};

/** "encoder.3.head.0", "decoder.1.head.2" (masked self-attention), "decoder.1.cross.head.2". */
std::string headText(const HeadName& head);
/** @throws Error if the text is not such a name or the model has no such head. */
HeadName headFromText(std::string_view text, const ModelConfig& config);

/** A connection that is not allowed: in one head, or in every head of the layer if head is -1. */
struct EdgeCut
{
    AttentionSite site = AttentionSite::Encoder;
    int layer = 0;
    int head = -1;
    int query = 0;
    int key = 0;

    bool operator==(const EdgeCut&) const = default;
};

/** What an experiment changes in a run. A plain value: the same model runs with any of them. */
struct Interventions
{
    std::vector<HeadName> heads_off; ///< their mixed values are zero before W_O
    std::vector<EdgeCut> cuts; ///< their masked scores are -inf

    bool isEmpty() const { return heads_off.empty() && cuts.empty(); }
    bool operator==(const Interventions&) const = default;
};

} // namespace glassformer
