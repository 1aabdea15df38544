#include "widgets/steps/layer/query_key_value_view.h"
#include "widgets/steps/step_entry.h"

namespace glassformer {

extern const StepEntry query_key_value_step{
    .kind = StepKind::QueryKeyValue,
    .title = [](const ModelConfig&) { return StepText::tr("Query, key, value"); },
    .block =
        [](const ModelConfig& config) {
            return config.position_kind == PositionKind::Rotary ? StepText::tr("Q K V, turned")
                                                                : StepText::tr("Q K V");
        },
    .detail =
        [](const StepContext& context) {
            return QStringLiteral("3 · ")
                + shapeText(context.trace.source.size(), context.config().headSize());
        },
    .reading =
        [](const StepContext& context) {
            const bool is_turned = context.config().position_kind == PositionKind::Rotary;
            return is_turned && context.config().query_key_norm
                ? StepText::tr(
                    "Three learned matrices make three shorter vectors (projections) of every token; "
                    "queries and keys are then normed and turned by an angle that grows with the position.")
                : is_turned
                ? StepText::tr(
                    "Three learned matrices make three shorter vectors (projections) of every token; "
                    "queries and keys are then turned by an angle that grows with the position.")
                : StepText::tr(
                    "Three learned matrices make three shorter vectors (projections) of every token: "
                    "what it looks for, what it can be found by, what it passes on.");
        },
    .view = [](QWidget* parent) -> StepView* { return new QueryKeyValueView(parent); },
    .explain = projectionExplanationContent,
    .notice =
        [](const StepContext& context) {
            return context.config().keyValueHeads() == context.config().n_heads
                ? NoticeText::tr(
                    "All three come from the same vector of the same token, through three different "
                    "matrices. In every head a token has a {q:query}, a {k:key} and a {v:value} of "
                    "its own.")
                : NoticeText::tr(
                    "All three come from the same vector of the same token, through three different "
                    "matrices. Every head has a {q:query} of its own; several heads share a {k:key} "
                    "and a {v:value}.");
        },
};

} // namespace glassformer
