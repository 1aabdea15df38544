#include "widgets/steps/layer/stream_view.h"
#include "widgets/steps/step_entry.h"

#include <array>

namespace glassformer {
namespace {

bool isNormed(const StepContext& context)
{
    return context.config().norm_placement == NormPlacement::Before;
}

QString oneVectorForEveryToken(const StepContext& context)
{
    return isNormed(context)
        ? StepText::tr("After the last layer and one more norm: one vector for every token.")
        : StepText::tr("After the last layer: one vector for every token.");
}

QString readingOfEncoder(const StepContext& context)
{
    return !context.config().hasDecoder() ? oneVectorForEveryToken(context)
        : isNormed(context)
        ? StepText::tr("After the last layer and one more norm: what the decoder reads of the sentence.")
        : StepText::tr("After the last layer: what the decoder reads of the sentence.");
}

QString readingOfDecoder(const StepContext& context)
{
    return !context.config().has_output ? oneVectorForEveryToken(context)
        : isNormed(context)
        ? StepText::tr("After the last layer and one more norm: one vector for every position, from which "
                       "the next word is predicted.")
        : StepText::tr("After the last layer: one vector for every position, from which the next word is "
                       "predicted.");
}

QString noticeOfEncoder(const StepContext& context)
{
    return context.config().hasDecoder()
        ? NoticeText::tr("There is no single vector for the sentence: the decoder can look at every token "
                         "for every word that it writes.")
        : NoticeText::tr("There is no single vector for the sentence: every token has kept one of its own, "
                         "and has taken in what the heads brought from the others.");
}

QString noticeOfDecoder(const StepContext& context)
{
    return context.config().has_output
        ? NoticeText::tr("One row of this matrix is all that the choice of the next word is made from.")
        : NoticeText::tr("Each vector knows what stands before its token; only the last one has seen the "
                         "whole text.");
}

StepView* streamView(QWidget* parent)
{
    return new StreamView(parent);
}

} // namespace

extern const std::array<StepEntry, 2> stack_output_steps{{
    {.kind = StepKind::EncoderOutput,
        .title =
            [](const ModelConfig& config) {
                return config.hasDecoder() ? StepText::tr("Output of the encoder")
                                           : StepText::tr("Last vectors");
            },
        .block =
            [](const ModelConfig& config) {
                return config.hasDecoder() ? StepText::tr("Encoder output") : StepText::tr("Last vectors");
            },
        .detail = [](const StepContext& context) { return vectorsText(context, StepKind::EncoderOutput); },
        .reading = readingOfEncoder,
        .view = streamView,
        .explain = stackOutputExplanationContent,
        .notice = noticeOfEncoder},
    {.kind = StepKind::DecoderOutput,
        .title =
            [](const ModelConfig& config) {
                return config.hasEncoder() ? StepText::tr("Output of the decoder")
                                           : StepText::tr("Last vectors");
            },
        .block =
            [](const ModelConfig& config) {
                return config.hasEncoder() ? StepText::tr("Decoder output") : StepText::tr("Last vectors");
            },
        .detail = [](const StepContext& context) { return vectorsText(context, StepKind::DecoderOutput); },
        .reading = readingOfDecoder,
        .view = streamView,
        .explain = stackOutputExplanationContent,
        .notice = noticeOfDecoder},
}};

} // namespace glassformer
