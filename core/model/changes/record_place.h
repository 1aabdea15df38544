#pragma once

#include "core/model/tensor_name.h"

#include <optional>
#include <string>
#include <string_view>

namespace glassformer {

/** Stands for "all of them" where one layer, head, row or column could be named. */
inline constexpr int every = -1;

/** What the name of a tensor says about where the forward pass makes it. */
struct RecordPlace
{
    enum class Kind
    {
        Attention, ///< inside an attention block
        Layer, ///< in a layer, outside its attention blocks
        Stack, ///< before the first layer of a stack or behind its last
        Places ///< "encoder.position": the places of the tokens, in whatever way the stack takes them in
    };
    Kind kind = Kind::Stack;
    AttentionSite site =
        AttentionSite::Encoder; ///< of Kind::Stack meaningless: which stack reads the source is the model's
    int layer = every; ///< `every` in a name without its number: "encoder.feed_forward.output"
    AttentionPart attention_part = AttentionPart::Query;
    LayerPart layer_part = LayerPart::Output;

    /** [H, Q, K]: rows are queries, columns are keys; else rows are tokens, columns are dimensions. */
    bool isMap() const;
    /** Whether each head has its own. */
    bool hasHeads() const;
    /** Behind the last layer: nothing of either stack is computed from it but words. */
    bool isLayerOutput() const { return kind == Kind::Layer && layer_part == LayerPart::Output; }
};

/** Nothing for a name that is no record of the forward pass. */
std::optional<RecordPlace> recordPlace(std::string_view tensor);

/** The number in the name of any tensor of a layer; `every` where there is none. */
int layerIn(std::string_view tensor);

/** The name without the number of its layer; empty if there is no such name ("encoder.output" is the stack's). */
std::string inEveryLayer(std::string_view tensor);

/** "encoder.position": the places of a stack's tokens, added, turned or as a bias. */
const char* placesName(AttentionSite site);

} // namespace glassformer
