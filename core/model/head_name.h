#pragma once

#include "core/model/config/config.h"

#include <string>
#include <string_view>

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

} // namespace glassformer
