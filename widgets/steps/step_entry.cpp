#include "widgets/steps/step_entry.h"

#include "core/experiment/attention/attention_aggregate.h"
#include "core/trace/step/step_list.h"
#include "widgets/explanation/attention_look_text.h"
#include "widgets/look/line_text.h"
#include "widgets/look/palette.h"

#include <algorithm>

namespace glassformer {
namespace {

/** "Encoder layer 3 of 4 · Softmax"; without the stack's name where there is but one. */
QString layerTitle(const StepContext& context)
{
    const QString form = !context.config().hasCrossAttention() ? StepText::tr("Layer %1 of %2 · %3")
        : context.site() == AttentionSite::Encoder             ? StepText::tr("Encoder layer %1 of %2 · %3")
                                                               : StepText::tr("Decoder layer %1 of %2 · %3");
    return form.arg(QString::number(context.layer() + 1), QString::number(context.layers()),
        entryOf(context.selection.step).title(context.config()));
}

} // namespace

QString headTitle(const StepContext& context)
{
    const MapAggregate aggregate = showsWeights(context.selection.step)
        ? shownAggregate(context.trace, context.site(), context.selection.attention.aggregate)
        : MapAggregate::OneHead;
    const QString head = StepText::tr("Head %1").arg(context.selection.head + 1);
    return aggregate == MapAggregate::OneHead ? head
        : aggregate == MapAggregate::ValueLengths
        ? QStringLiteral("%1 · %2").arg(head, aggregateName(aggregate))
        : aggregateName(aggregate);
}

StepKind firstStepOfLayer(StepKind kind, const ModelConfig& config)
{
    const std::vector<StepKind> steps = stepsOf(config);
    const StepPart part = partOf(kind, config);
    return *std::find_if(
        steps.begin(), steps.end(), [&](StepKind step) { return partOf(step, config) == part; });
}

bool isLastStepOfLayer(StepKind kind, const ModelConfig& config)
{
    const std::vector<StepKind> steps = stepsOf(config);
    const StepPart part = partOf(kind, config);
    return *std::find_if(steps.rbegin(), steps.rend(), [&](StepKind step) {
        return partOf(step, config) == part;
    }) == kind;
}

QString readingOf(const StepContext& context)
{
    const StepKind kind = context.selection.step;
    const ModelConfig& config = context.config();
    const QString reading = entryOf(kind).reading(context);
    if (!showsLayer(kind, config) || firstStepOfLayer(kind, config) != kind || context.layers() < 2)
        return reading;
    const QString layers = config.layer_groups > 0
        ? StepText::tr("All %1 layers do the same, one after the other; some or all share their weights. "
                       "This is layer %2.")
        : StepText::tr("All %1 layers do the same, one after the other, each with weights of its own. This "
                       "is layer %2.");
    return sentencesText({reading, layers.arg(context.layers()).arg(context.layer() + 1)});
}

ExplanationContent explanationOf(const StepContext& context)
{
    const StepEntry& entry = entryOf(context.selection.step);
    ExplanationContent content = context.trace.source.empty() ? ExplanationContent{} : entry.explain(context);
    content.notice = entry.notice(context);
    return content;
}

QString stageTitle(const StepContext& context, const Palette& colours)
{
    const StepKind kind = context.selection.step;
    const StepEntry& entry = entryOf(kind);
    QString title = showsLayer(kind, context.config()) ? layerTitle(context) : entry.title(context.config());
    if (showsHead(kind))
        title = QStringLiteral("%1 · %2").arg(title, headTitle(context));
    return entry.question ? title + entry.question(context, colours) : title;
}

QString shapeText(std::size_t rows, int columns)
{
    return columns <= 0 ? QString() : QStringLiteral("%1×%2").arg(rows).arg(columns);
}

QString vectorsText(const StepContext& context, StepKind kind)
{
    const ModelConfig& config = context.config();
    return shapeText(queriesOf(context.trace, siteOf(kind, config)).size(), config.d_model);
}

QString colouredToken(const std::vector<Token>& tokens, std::optional<int> index, const QColor& colour)
{
    if (!index || *index < 0 || *index >= int(tokens.size()))
        return {};
    return colouredText(textOf(tokens[std::size_t(*index)]), colour);
}

QString colouredText(const QString& text, const QColor& colour)
{
    return QStringLiteral("<span style=\"color:%1\">%2</span>").arg(colour.name(), text.toHtmlEscaped());
}

} // namespace glassformer
