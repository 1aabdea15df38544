#pragma once

#include "core/trace/step/step_list.h"

namespace glassformer {

/** What a class is asked to guess before it is shown. */
struct Covered
{
    bool answer = false;
    bool attention = false;
    bool effect = false; ///< what becomes of the answer without a head

    bool operator==(const Covered&) const = default;
};

/** Whether the picture of a step gives away what the model answers, or where its words look. */
bool tellsAnswer(StepKind kind, const ModelConfig& config);
bool tellsAttention(StepKind kind);

/** Whether something that is covered stands on the page of a step. */
bool isCovered(StepKind kind, const ModelConfig& config, const Covered& covered);

} // namespace glassformer
