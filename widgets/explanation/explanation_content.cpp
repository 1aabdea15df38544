#include "widgets/explanation/explanation_content.h"

#include "widgets/look/number_text.h"
#include "widgets/paint/formula_painter.h"

#include <algorithm>

namespace glassformer {

namespace {

/** For steps without a number of their own to take apart. */
ExplanationContent stepContent(const QString& text)
{
    ExplanationContent content;
    content.title = ExplanationContent::tr("What happens here");
    content.sections.push_back({{}, text, {}, -1, {}, {}});
    return content;
}

ExplanationContent tokenContent(const Trace& trace, const Selection& selection)
{
    ExplanationContent content;
    content.title = ExplanationContent::tr("How this token is made");
    const int index = std::clamp(selection.token, 0, int(trace.source.size()) - 1);
    const Token& token = trace.source[std::size_t(index)];
    content.subject =
        ExplanationContent::tr("token {q:%1}, place %2").arg(formulaEscaped(textOf(token))).arg(index);
    content.sections.push_back({ExplanationContent::tr("1 · Look it up"),
        ExplanationContent::tr("“%1” is entry number `%2` of %3 in the vocabulary.")
            .arg(formulaEscaped(textOf(token)))
            .arg(token.id)
            .arg(countText(trace.config.vocabulary)),
        {}, -1, {}, {}});
    content.sections.push_back({ExplanationContent::tr("2 · Hand on the number"),
        ExplanationContent::tr("From here on the letters are forgotten; the model works with `%1`.")
            .arg(token.id),
        {}, -1, {}, {}});
    return content;
}

ExplanationContent feedForwardContent(const Trace& trace, const Selection& selection, AttentionSite site)
{
    const int token = isSecondStack(trace.config, site) ? selection.position : selection.token;
    const MatrixSlice hidden =
        matrixOf(trace, layerTensor(site, selection.layerOf(site), LayerPart::FeedForwardHidden));
    const std::vector<Token>& tokens = queriesOf(trace, site);
    if (token >= hidden.rows || token >= int(tokens.size()))
        return stepContent(ExplanationContent::tr("Click a row to see which units answer to its token."));
    ExplanationContent content;
    content.title = ExplanationContent::tr("What this token sets off");
    content.subject =
        ExplanationContent::tr("token {q:%1}").arg(formulaEscaped(textOf(tokens[std::size_t(token)])));
    ExplanationSection units;
    units.heading = ExplanationContent::tr("1 · Widen");
    const bool has_bias = trace.config.feed_forward_bias;
    const auto bias = [has_bias](const char* name) {
        return has_bias ? QStringLiteral(" + b_") + QLatin1String(name) : QString();
    };
    const QString widened = trace.config.gated_feed_forward
        ? QStringLiteral("hidden = activation( x · W_{gate}%1 ) × ( x · W_1%2 )")
              .arg(bias("{gate}"), bias("1"))
        : QStringLiteral("hidden = activation( x · W_1%1 )").arg(bias("1"));
    units.text = widened + u'\n'
        + ExplanationContent::tr("%1 numbers → %2 units").arg(trace.config.d_model).arg(hidden.columns);
    units.bars.assign(hidden.row(token).begin(), hidden.row(token).end());
    const auto strongest = std::max_element(units.bars.begin(), units.bars.end());
    units.bars_remark = ExplanationContent::tr("unit %1 answers most: %2")
                            .arg(strongest - units.bars.begin())
                            .arg(numberText(double(*strongest)));
    content.sections.push_back(std::move(units));
    content.sections.push_back({ExplanationContent::tr("2 · Narrow"),
        QStringLiteral("output = hidden · W_2%1\n").arg(bias("2"))
            + ExplanationContent::tr("%1 units → %2 numbers").arg(hidden.columns).arg(trace.config.d_model),
        {}, -1, {}, {}});
    return content;
}

ExplanationContent outputContent(const Trace& trace, const Selection& selection, bool is_decoder)
{
    const MatrixSlice vectors = matrixOf(trace, is_decoder ? decoder_output_tensor : encoder_output_tensor);
    const int token = is_decoder ? selection.position : selection.token;
    const std::vector<Token>& tokens = is_decoder ? trace.target : trace.source;
    if (token >= vectors.rows || selection.dimension >= vectors.columns)
        return stepContent(ExplanationContent::tr("Click a cell to see its number."));
    ExplanationContent content;
    content.title = ExplanationContent::tr("What this vector is");
    content.subject = ExplanationContent::tr("token {q:%1}, dimension %2")
                          .arg(formulaEscaped(textOf(tokens[std::size_t(token)])))
                          .arg(selection.dimension);
    ExplanationSection section;
    section.heading = ExplanationContent::tr("The vector after the last layer");
    section.text = ExplanationContent::tr("h[%1] = `%2`")
                       .arg(selection.dimension)
                       .arg(numberText(double(vectors(token, selection.dimension))));
    section.bars.assign(vectors.row(token).begin(), vectors.row(token).end());
    section.marked_bar = selection.dimension;
    section.bars_remark = ExplanationContent::tr("all %1 numbers").arg(vectors.columns);
    content.sections.push_back(std::move(section));
    return content;
}

ExplanationContent contentOf(const Trace& trace, const Selection& selection, const TokenOf& token_of)
{
    switch (selection.step) {
    case StepKind::Sentence:
        return stepContent(
            ExplanationContent::tr("The text goes in as you typed it. Press Next to follow it through the "
                                   "machine, one step at a time."));
    case StepKind::Tokens:
        return tokenContent(trace, selection);
    case StepKind::Embedding:
    case StepKind::Position:
    case StepKind::EncoderInput:
        return inputExplanationContent(trace, selection, false);
    case StepKind::DecoderInput:
        return inputExplanationContent(trace, selection, true);
    case StepKind::QueryKeyValue:
        return projectionExplanationContent(trace, selection);
    case StepKind::Scores:
    case StepKind::Softmax:
    case StepKind::WeightedSum:
    case StepKind::MaskedScores:
    case StepKind::MaskedAttention:
    case StepKind::CrossAttention:
        return attentionExplanationContent(trace, selection, siteOf(selection.step, trace.config));
    case StepKind::HeadsJoined:
        return stepContent(ExplanationContent::tr(
            "The %1 heads of the layer each hand over %2 numbers per token. Side by side "
            "they are %3 numbers again, and one more matrix, W_O, mixes them.")
                               .arg(trace.config.n_heads)
                               .arg(trace.config.headSize())
                               .arg(trace.config.headsWidth()));
    case StepKind::AttentionResidual:
    case StepKind::LayerOutput:
        return sumExplanationContent(trace, selection);
    case StepKind::FeedForward:
    case StepKind::DecoderFeedForward:
        return feedForwardContent(trace, selection, siteOf(selection.step, trace.config));
    case StepKind::EncoderOutput:
        return outputContent(trace, selection, false);
    case StepKind::DecoderOutput:
        return outputContent(trace, selection, true);
    case StepKind::TargetTokens:
        return stepContent(ExplanationContent::tr(
            "The decoder reads the start token and what it has written, and predicts one word more."));
    case StepKind::Logits:
    case StepKind::NextWord:
        return nextWordExplanationContent(trace, selection, token_of);
    case StepKind::Answer:
        return stepContent(trace.config.hasCrossAttention()
                ? ExplanationContent::tr(
                    "Choose a written word to see which source words its step looked at.")
                : ExplanationContent::tr("Choose a word to see which words it looked at."));
    }
    return {};
}

} // namespace

ExplanationContent explanationContent(const Trace& trace, const Selection& selection, const TokenOf& token_of)
{
    ExplanationContent content =
        trace.source.empty() ? ExplanationContent{} : contentOf(trace, selection, token_of);
    content.notice = noticeText(selection.step, trace.config);
    return content;
}

} // namespace glassformer
