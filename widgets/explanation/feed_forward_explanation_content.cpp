#include "widgets/explanation/explanation_content.h"

#include "widgets/explanation/change_sentence.h"
#include "widgets/look/number_text.h"
#include "widgets/paint/formula_painter.h"

#include <algorithm>

namespace glassformer {

ExplanationContent feedForwardExplanationContent(const StepContext& context)
{
    const Trace& trace = context.trace;
    const Selection& selection = context.selection;
    const AttentionSite site = context.site();
    const int token = isSecondStack(trace.config, site) ? selection.position : selection.token;
    const MatrixSlice hidden =
        matrixOf(trace, layerTensor(site, selection.layerOf(site), LayerPart::FeedForwardHidden));
    const std::vector<Token>& tokens = queriesOf(trace, site);
    if (token >= hidden.rows || token >= int(tokens.size()))
        return saidContent(ExplanationContent::tr("What happens here"),
            ExplanationContent::tr("Click a row to see which units answer to its token."));
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
        + (trace.recorded.width ? ExplanationContent::tr("%1 numbers → %2 units")
                                      .arg(trace.config.d_model)
                                      .arg(hidden.columns)
                                : ExplanationContent::tr("%1 units").arg(hidden.columns));
    units.bars.assign(hidden.row(token).begin(), hidden.row(token).end());
    const auto strongest = std::max_element(units.bars.begin(), units.bars.end());
    units.bars_remark = ExplanationContent::tr("unit %1 answers most: %2")
                            .arg(strongest - units.bars.begin())
                            .arg(numberText(double(*strongest)));
    content.sections.push_back(std::move(units));
    content.sections.push_back({ExplanationContent::tr("2 · Narrow"),
        QStringLiteral("output = hidden · W_2%1\n").arg(bias("2"))
            + (trace.recorded.width ? ExplanationContent::tr("%1 units → %2 numbers")
                                          .arg(hidden.columns)
                                          .arg(trace.config.d_model)
                                    : ExplanationContent::tr("%1 units").arg(hidden.columns)),
        {}, -1, {}, {}});
    const auto name = [&](LayerPart part) { return layerTensor(site, selection.layerOf(site), part); };
    tellChanges(content,
        changesAtAny(trace.changes,
            {name(LayerPart::FeedForwardInput), name(LayerPart::FeedForwardHidden),
                name(LayerPart::FeedForwardOutput)},
            every, token));
    return content;
}

} // namespace glassformer
