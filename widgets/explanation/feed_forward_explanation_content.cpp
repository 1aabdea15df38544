#include "widgets/explanation/explanation_content.h"

#include "widgets/explanation/change_sentence.h"
#include "widgets/explanation/product_section.h"
#include "widgets/look/number_text.h"
#include "widgets/paint/formula_painter.h"

#include <algorithm>

namespace glassformer {
namespace {

constexpr int digits = 4; // so that the lines can be worked out again to 0.0001

QString biasName(const ModelConfig& config, const QString& name)
{
    return config.feed_forward_bias ? QStringLiteral(" + b_") + name : QString();
}

QString formula(const ModelConfig& config)
{
    const QString x = blockInputName(config);
    return config.gated_feed_forward
        ? QStringLiteral("hidden = activation( %1 · W_{gate}%2 ) × ( %1 · W_1%3 )")
              .arg(x, biasName(config, QStringLiteral("{gate}")), biasName(config, QStringLiteral("1")))
        : QStringLiteral("hidden = activation( %1 · W_1%2 )").arg(x, biasName(config, QStringLiteral("1")));
}

void addHidden(std::vector<ExplanationSection>& sections, const StepContext& context,
    const HiddenExplanation& e, int unit)
{
    const ModelConfig& config = context.config();
    const QString x = blockInputName(config);
    const QString at = QString::number(unit);
    if (e.linear)
        sections.push_back(productSection(context, ExplanationContent::tr("The gate of unit %1").arg(unit),
            {QStringLiteral("g[%1]").arg(at), x, QStringLiteral("W_{gate}"), unit}, e.before));
    ExplanationSection linear = productSection(context, ExplanationContent::tr("Unit %1").arg(unit),
        {QStringLiteral("u[%1]").arg(at), x, QStringLiteral("W_1"), unit}, e.linear ? *e.linear : e.before);
    linear.text += u'\n'
        + (e.linear ? QStringLiteral("hidden[%1] = activation( g ) × u\n`= %2 × %3 =` *`%4`*")
                          .arg(at, numberText(e.activated, digits), summandText(e.linear->sum),
                              numberText(e.hidden, digits))
                    : QStringLiteral("hidden[%1] = activation( u ) `=` *`%2`*")
                          .arg(at, numberText(e.hidden, digits)));
    if (!e.changes.empty())
        linear.text += u'\n'
            + ExplanationContent::tr("An experiment set this number: the run goes on with `%1`.")
                  .arg(numberText(e.result, digits));
    sections.push_back(std::move(linear));
}

} // namespace

ExplanationContent feedForwardExplanationContent(const StepContext& context)
{
    const Trace& trace = context.trace;
    const Selection& selection = context.selection;
    const ModelConfig& config = context.config();
    const AttentionSite site = context.site();
    const int layer = context.layer();
    const int token = context.row();
    const int dimension = selection.dimension;
    const MatrixSlice hidden = matrixOf(trace, layerTensor(site, layer, LayerPart::FeedForwardHidden));
    const std::vector<Token>& tokens = queriesOf(trace, site);
    if (token >= hidden.rows || token >= int(tokens.size()))
        return saidContent(ExplanationContent::tr("What happens here"),
            ExplanationContent::tr("Click a cell: its number is then worked out here."));
    ExplanationContent content;
    content.title = ExplanationContent::tr("What this token activates");
    content.subject =
        ExplanationContent::tr("token {q:%1}").arg(formulaEscaped(textOf(tokens[std::size_t(token)])));
    ExplanationSection units;
    units.heading = ExplanationContent::tr("1 · Widen");
    units.text = formula(config) + u'\n'
        + (trace.recorded.width
                ? ExplanationContent::tr("%1 numbers → %2 units").arg(config.d_model).arg(hidden.columns)
                : ExplanationContent::tr("%1 units").arg(hidden.columns));
    units.bars.assign(hidden.row(token).begin(), hidden.row(token).end());
    units.marked_bar = dimension < hidden.columns ? dimension : -1;
    const auto strongest = std::max_element(units.bars.begin(), units.bars.end());
    units.bars_remark =
        ExplanationContent::tr("unit %1 is the largest: %2")
            .arg(QString::number(strongest - units.bars.begin()), numberText(double(*strongest)));
    content.sections.push_back(std::move(units));
    const Transformer<float>* model = context.model ? &context.model->transformer : nullptr;
    if (const auto e = model && dimension < hidden.columns
            ? explainHidden(trace, *model, site, layer, token, dimension)
            : std::nullopt)
        addHidden(content.sections, context, *e, dimension);
    const QString narrow = ExplanationContent::tr("2 · Narrow");
    const std::optional<WeightedSum> output = model
        ? explainWeightedSum(
            trace, *model, {layerTensor(site, layer, LayerPart::FeedForwardOutput), every, token, dimension})
        : std::nullopt;
    if (output)
        content.sections.push_back(productSection(context, narrow,
            {QStringLiteral("output[%1]").arg(dimension), QStringLiteral("hidden"), QStringLiteral("W_2"),
                dimension},
            *output));
    else
        content.sections.push_back({narrow,
            QStringLiteral("output = hidden · W_2%1\n").arg(biasName(config, QStringLiteral("2")))
                + (trace.recorded.width ? ExplanationContent::tr("%1 units → %2 numbers")
                                              .arg(hidden.columns)
                                              .arg(config.d_model)
                                        : ExplanationContent::tr("%1 units").arg(hidden.columns)),
            {}, -1, {}, {}});
    const auto name = [&](LayerPart part) { return layerTensor(site, layer, part); };
    tellChanges(content,
        changesAtAny(trace.changes,
            {name(LayerPart::FeedForwardInput), name(LayerPart::FeedForwardHidden),
                name(LayerPart::FeedForwardOutput)},
            every, token));
    return content;
}

} // namespace glassformer
