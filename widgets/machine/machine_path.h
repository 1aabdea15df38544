#pragma once

#include "core/model/head_name.h"
#include "core/trace/step/step.h"

#include <QString>

#include <optional>
#include <vector>

namespace glassformer {

/** What a layer does on a path through the machine. */
struct PathStop
{
    double share = 0; ///< how strongly it is lit: 0 .. 1
    QString text; ///< what the pointer reads
};

/** A path through the layers of one stack, to be lit in the machine. */
struct MachinePath
{
    AttentionSite site = AttentionSite::Encoder; ///< or DecoderSelf
    StepKind block = StepKind::LayerOutput; ///< that puts out what goes along it
    std::vector<std::optional<PathStop>> layers;
};

} // namespace glassformer
