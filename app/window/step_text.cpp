#include "app/window/step_text.h"

#include "core/trace/step_list.h"
#include "widgets/look/palette.h"
#include "widgets/pictures/trace_content.h"

#include <QCoreApplication>

#include <map>

namespace glassformer {
namespace {

struct StepText
{
    const char *title, *reading;
};

const StepText& textOf(StepKind kind)
{
    static const std::map<StepKind, StepText> texts{
        {StepKind::Sentence,
            {QT_TRANSLATE_NOOP("Step", "The sentence"),
                QT_TRANSLATE_NOOP("Step",
                    "What goes in and what comes out. Everything in between is shown step by step.")}},
        {StepKind::Tokens,
            {QT_TRANSLATE_NOOP("Step", "Tokens"),
                QT_TRANSLATE_NOOP(
                    "Step", "The text is cut into pieces of the vocabulary; each has a number.")}},
        {StepKind::Embedding,
            {QT_TRANSLATE_NOOP("Step", "Embedding"),
                QT_TRANSLATE_NOOP(
                    "Step", "Each token's number picks one row of the embedding table, times √d_model.")}},
        {StepKind::Position,
            {QT_TRANSLATE_NOOP("Step", "Positional encoding"),
                QT_TRANSLATE_NOOP(
                    "Step", "Sines and cosines of many wavelengths tell each place from every other.")}},
        {StepKind::EncoderInput,
            {QT_TRANSLATE_NOOP("Step", "Sum"),
                QT_TRANSLATE_NOOP("Step", "Embedding plus position is what the first layer reads.")}},
        {StepKind::QueryKeyValue,
            {QT_TRANSLATE_NOOP("Step", "Query, key, value"),
                QT_TRANSLATE_NOOP("Step",
                    "Three projections of every token: what it asks, what it offers, what it passes on.")}},
        {StepKind::Scores,
            {QT_TRANSLATE_NOOP("Step", "Scores"),
                QT_TRANSLATE_NOOP("Step", "Each query times each key, divided by √d_k.")}},
        {StepKind::Softmax,
            {QT_TRANSLATE_NOOP("Step", "Softmax"),
                QT_TRANSLATE_NOOP("Step",
                    "Each row asks, each column answers; every row adds up to 1. Click a cell to see how its "
                    "number is made.")}},
        {StepKind::WeightedSum,
            {QT_TRANSLATE_NOOP("Step", "Weighted sum"),
                QT_TRANSLATE_NOOP("Step", "The values are mixed by the weights of a row.")}},
        {StepKind::HeadsJoined,
            {QT_TRANSLATE_NOOP("Step", "All heads joined"),
                QT_TRANSLATE_NOOP(
                    "Step", "What the heads have mixed stands side by side and goes through W_O.")}},
        {StepKind::AttentionResidual,
            {QT_TRANSLATE_NOOP("Step", "Add"),
                QT_TRANSLATE_NOOP("Step", "The result is added to what came in: the residual connection.")}},
        {StepKind::FeedForward,
            {QT_TRANSLATE_NOOP("Step", "Feed-forward"),
                QT_TRANSLATE_NOOP(
                    "Step", "Every token for itself: a wide hidden layer, then back to d_model.")}},
        {StepKind::LayerOutput,
            {QT_TRANSLATE_NOOP("Step", "Output of the layer"),
                QT_TRANSLATE_NOOP("Step", "What this layer passes on to the next.")}},
        {StepKind::EncoderOutput,
            {QT_TRANSLATE_NOOP("Step", "Output of the encoder"),
                QT_TRANSLATE_NOOP("Step", "After the last layer: what the decoder reads of the sentence.")}},
        {StepKind::TargetTokens,
            {QT_TRANSLATE_NOOP("Step", "Written so far"),
                QT_TRANSLATE_NOOP("Step",
                    "The decoder writes one token at a time. Choose the one that it is about to write.")}},
        {StepKind::DecoderInput,
            {QT_TRANSLATE_NOOP("Step", "Input of the decoder"),
                QT_TRANSLATE_NOOP("Step", "The written tokens, embedded, with their positions.")}},
        {StepKind::MaskedScores,
            {QT_TRANSLATE_NOOP("Step", "Scores and mask"),
                QT_TRANSLATE_NOOP("Step",
                    "A written token must not look at what comes after it: those scores become -∞.")}},
        {StepKind::MaskedAttention,
            {QT_TRANSLATE_NOOP("Step", "Masked attention"),
                QT_TRANSLATE_NOOP("Step", "How much each written token looks back at the others.")}},
        {StepKind::CrossAttention,
            {QT_TRANSLATE_NOOP("Step", "Cross-attention"),
                QT_TRANSLATE_NOOP(
                    "Step", "Where in the source the decoder looks while it writes each token.")}},
        {StepKind::DecoderFeedForward,
            {QT_TRANSLATE_NOOP("Step", "Feed-forward of the decoder"),
                QT_TRANSLATE_NOOP(
                    "Step", "Every written token for itself: a wide hidden layer, then back to d_model.")}},
        {StepKind::DecoderOutput,
            {QT_TRANSLATE_NOOP("Step", "Output of the decoder"),
                QT_TRANSLATE_NOOP("Step",
                    "After the last layer: one vector for every place, from which the next word is read.")}},
        {StepKind::Logits,
            {QT_TRANSLATE_NOOP("Step", "Linear"),
                QT_TRANSLATE_NOOP("Step", "One number for every entry of the vocabulary.")}},
        {StepKind::NextWord,
            {QT_TRANSLATE_NOOP("Step", "The next word"),
                QT_TRANSLATE_NOOP("Step",
                    "Softmax makes probabilities of the numbers. Click another word to make the model write "
                    "it.")}},
        {StepKind::Answer,
            {QT_TRANSLATE_NOOP("Step", "The answer"),
                QT_TRANSLATE_NOOP("Step", "The finished sentence, token by token.")}},
    };
    return texts.at(kind);
}

/** Where a family does it in another way than the model of the paper, another text; null elsewhere. */
const StepText* familyText(StepKind kind, const ModelConfig& config)
{
    static const StepText plain_embedding{QT_TRANSLATE_NOOP("Step", "Embedding"),
        QT_TRANSLATE_NOOP("Step", "Each token's number picks one row of the embedding table.")};
    static const StepText learned{QT_TRANSLATE_NOOP("Step", "Learned positions"),
        QT_TRANSLATE_NOOP("Step", "Each place has a row of its own in a second table, found by training.")};
    static const StepText no_sum{QT_TRANSLATE_NOOP("Step", "Input of the first layer"),
        QT_TRANSLATE_NOOP("Step", "Nothing is added here: places come into play inside of attention.")};
    static const StepText with_segment{QT_TRANSLATE_NOOP("Step", "Sum"),
        QT_TRANSLATE_NOOP("Step",
            "Embedding plus position plus segment, which tells two sentences apart, is what the first layer "
            "reads.")};
    static const StepText rotary{QT_TRANSLATE_NOOP("Step", "Query, key, value"),
        QT_TRANSLATE_NOOP("Step",
            "Three projections of every token; queries and keys are then turned by an angle that grows with "
            "the "
            "place.")};
    static const StepText relative{QT_TRANSLATE_NOOP("Step", "Scores"),
        QT_TRANSLATE_NOOP("Step", "Each query times each key, plus a learned number for their distance.")};
    static const StepText mask{QT_TRANSLATE_NOOP("Step", "Mask"),
        QT_TRANSLATE_NOOP("Step", "A token must not look at what comes after it: those scores become -∞.")};
    static const StepText gated{QT_TRANSLATE_NOOP("Step", "Gated feed-forward"),
        QT_TRANSLATE_NOOP("Step",
            "Every token for itself: two wide projections multiplied, one as a gate for the other, then back "
            "to "
            "d_model.")};
    static const StepText last{QT_TRANSLATE_NOOP("Step", "Last vectors"),
        QT_TRANSLATE_NOOP("Step", "After the last layer: one vector for every token.")};
    static const StepText gap{QT_TRANSLATE_NOOP("Step", "The word at a place"),
        QT_TRANSLATE_NOOP("Step", "Softmax makes probabilities of the numbers: what could stand here?")};
    static const StepText filled{QT_TRANSLATE_NOOP("Step", "The answer"),
        QT_TRANSLATE_NOOP("Step", "The sentence with its gaps filled.")};

    switch (kind) {
    case StepKind::Embedding:
        return config.scale_embedding ? nullptr : &plain_embedding;
    case StepKind::Position:
        return config.position_kind == PositionKind::Learned ? &learned : nullptr;
    case StepKind::EncoderInput:
        return config.segments > 0 ? &with_segment : addsPositions(config) ? nullptr : &no_sum;
    case StepKind::QueryKeyValue:
        return config.position_kind == PositionKind::Rotary ? &rotary : nullptr;
    case StepKind::Scores:
        return config.position_kind == PositionKind::Relative ? &relative : nullptr;
    case StepKind::MaskedScores:
        return config.hasEncoder() ? nullptr : &mask;
    case StepKind::FeedForward:
    case StepKind::DecoderFeedForward:
        return config.gated_feed_forward ? &gated : nullptr;
    case StepKind::EncoderOutput:
    case StepKind::DecoderOutput:
        return config.hasCrossAttention() ? nullptr : &last;
    case StepKind::NextWord:
        return config.hasDecoder() ? nullptr : &gap;
    case StepKind::Answer:
        return config.hasDecoder() ? nullptr : &filled;
    default:
        return nullptr;
    }
}

const StepText& textOf(StepKind kind, const ModelConfig& config)
{
    const StepText* own = familyText(kind, config);
    return own ? *own : textOf(kind);
}

/** "Encoder layer 3 · Softmax"; without the stack's name where there is but one. */
QString layerTitle(const Selection& selection, const ModelConfig& config)
{
    const AttentionSite site = siteOf(selection.step, config);
    const QString form = !config.hasCrossAttention() ? QCoreApplication::translate("Step", "Layer %1 · %2")
        : site == AttentionSite::Encoder ? QCoreApplication::translate("Step", "Encoder layer %1 · %2")
                                         : QCoreApplication::translate("Step", "Decoder layer %1 · %2");
    return form.arg(selection.layerOf(site) + 1).arg(stepTitle(selection.step, config));
}

} // namespace

QString stepTitle(StepKind kind, const ModelConfig& config)
{
    return QCoreApplication::translate("Step", textOf(kind, config).title);
}

QString stepReading(StepKind kind, const ModelConfig& config)
{
    return QCoreApplication::translate("Step", textOf(kind, config).reading);
}

QString stageTitle(const Trace& trace, const Selection& selection, const Palette& colours)
{
    const StepPart part = partOf(selection.step, trace.config);
    if (part != StepPart::EncoderLayer && part != StepPart::DecoderLayer)
        return stepTitle(selection.step, trace.config);
    const AttentionSite site = siteOf(selection.step, trace.config);
    QString title = layerTitle(selection, trace.config);
    if (!showsHead(selection.step))
        return title;
    title = QCoreApplication::translate("Step", "%1 · Head %2").arg(title).arg(selection.head + 1);
    const std::optional<int> query = chosenQuery(selection, trace.config, site);
    if (!query)
        return title;
    const auto row = static_cast<std::size_t>(*query);
    const auto coloured = [](const std::string& text, const QColor& colour) {
        return QStringLiteral("<span style=\"color:%1\">%2</span>")
            .arg(colour.name(), QString::fromStdString(text).toHtmlEscaped());
    };
    const auto text = [row](const std::vector<Token>& tokens) {
        return row < tokens.size() ? tokens[row].text : std::string();
    };
    switch (selection.step) {
    case StepKind::Softmax:
        return title
            + QCoreApplication::translate("Step", " — which words does %1 look at?")
                  .arg(coloured(text(queriesOf(trace, site)), colours.query));
    case StepKind::MaskedAttention:
        return title
            + QCoreApplication::translate("Step", " — which words before it does %1 look at?")
                  .arg(coloured(text(trace.target), colours.query));
    case StepKind::CrossAttention:
        return title
            + QCoreApplication::translate("Step", " — where does it look to write %1?")
                  .arg(coloured(text(trace.written), colours.value));
    default:
        return title;
    }
}

} // namespace glassformer
