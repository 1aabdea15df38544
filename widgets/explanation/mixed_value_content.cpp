#include "core/experiment/effect/removed_heads.h"
#include "core/experiment/explanation/explanation.h"
#include "widgets/explanation/explanation_content.h"
#include "widgets/explanation/number_link.h"
#include "widgets/explanation/product_section.h"
#include "widgets/look/number_text.h"
#include "widgets/paint/formula_painter.h"

#include <algorithm>

namespace glassformer {
namespace {

constexpr int digits = 4; // so that the lines can be worked out again to 0.0001
constexpr std::size_t most_parts = 4;
constexpr int most_heads = 16; // as lines of text

QString chosenName(const StepContext& context)
{
    return formulaEscaped(
        textOf(queriesOf(context.trace, context.site())[std::size_t(context.selection.token)]));
}

bool hasToken(const StepContext& context)
{
    return context.selection.token < int(queriesOf(context.trace, context.site()).size());
}

ExplanationContent chooseACell()
{
    return saidContent(ExplanationContent::tr("How this number is made"),
        ExplanationContent::tr("Click a cell: its number is then worked out here."));
}

/** z[d] of the chosen token in the chosen head: weights times values. */
std::optional<ExplanationSection> mixedSection(const StepContext& context, int dimension)
{
    const AttentionSite site = context.site();
    const Selection& selection = context.selection;
    const std::optional<AttentionExplanation> e =
        explainAttention(context.trace, {site, context.layer(), selection.head, selection.token, 0});
    if (!e || dimension < 0 || dimension >= int(e->mixed.size()))
        return std::nullopt;
    const std::vector<Token>& keys = keysOf(context.trace, site);
    ExplanationSection section;
    section.bars_add_up = true;
    section.heading =
        ExplanationContent::tr("1 · Weights times {v:values}, in head %1").arg(selection.head + 1);
    const auto at = std::size_t(dimension);
    const auto linkOf = [&](AttentionPart which, int row, int column, const QString& number) {
        return numberLink(section, context,
            {attentionTensor(site, context.layer(), which), selection.head, row, column}, number);
    };
    double rest = 0;
    QStringList lines;
    for (std::size_t i = 0; i < e->parts.size(); ++i) {
        const ValuePart& part = e->parts[i];
        const double product = part.weight * double(part.value[at]);
        section.bars.push_back(float(product));
        const bool is_chosen = part.key == chosenKey(selection, context.config(), site);
        if (!is_chosen && i >= most_parts && e->parts.size() > most_parts + 1) {
            rest += product;
            continue;
        }
        lines << QStringLiteral("{v:%1}: `%2 × %3 = %4`")
                     .arg(formulaEscaped(textOf(keys[std::size_t(part.key)])),
                         linkOf(AttentionPart::Weights, selection.token, part.key,
                             numberText(part.weight, digits)),
                         linkOf(
                             AttentionPart::Value, part.key, dimension, summandText(double(part.value[at]))),
                         numberText(product, digits));
    }
    if (e->parts.size() > most_parts + 1)
        lines << ExplanationContent::tr("all others: `%1`").arg(numberText(rest, digits));
    section.text = lines.join(u'\n')
        + QStringLiteral("\nz_{%1}[%2] = *`%3`*")
              .arg(chosenName(context), QString::number(dimension), numberText(double(e->mixed[at]), digits));
    section.bars_remark =
        ExplanationContent::tr("what each of the %1 tokens adds, heaviest first").arg(e->parts.size());
    if (e->head_is_off)
        section.text +=
            u'\n' + ExplanationContent::tr("This head is switched off: zeros go on in place of z.");
    return section;
}

/** What each head adds to a component of the output. */
QString headShares(const StepContext& context, const WeightedSum& product)
{
    const std::vector<float> products = productsOf(product);
    const int heads = context.config().n_heads;
    const int d_head = context.config().headSize();
    QStringList shares;
    for (int head = 0; head < heads; ++head) {
        double sum = 0;
        for (int i = head * d_head; i < (head + 1) * d_head && i < int(products.size()); ++i)
            sum += double(products[std::size_t(i)]);
        const bool is_removed =
            context.model && isRemoved(context.model->transformer, {context.site(), context.layer(), head});
        shares << (is_removed ? ExplanationContent::tr("head %1, taken out by training: `0`").arg(head + 1)
                              : ExplanationContent::tr("head %1: `%2`")
                                    .arg(QString::number(head + 1), numberText(sum, digits)));
    }
    return shares.join(u'\n');
}

} // namespace

ExplanationContent mixedValueExplanationContent(const StepContext& context)
{
    if (!hasToken(context))
        return chooseACell();
    const std::optional<ExplanationSection> mixed = mixedSection(context, context.selection.dimension);
    if (!mixed)
        return attentionExplanationContent(context, AttentionPart::Weights);
    ExplanationContent content;
    content.title = ExplanationContent::tr("How this number is made");
    content.subject = ExplanationContent::tr("token {q:%1}, dimension %2 of head %3")
                          .arg(chosenName(context), QString::number(context.selection.dimension),
                              QString::number(context.selection.head + 1));
    content.sections.push_back(*mixed);
    return content;
}

ExplanationContent joinedHeadsExplanationContent(const StepContext& context)
{
    if (!hasToken(context))
        return chooseACell();
    const ModelConfig& config = context.config();
    const Selection& selection = context.selection;
    ExplanationContent content;
    content.title = ExplanationContent::tr("How these numbers are made");
    content.subject = ExplanationContent::tr("token {q:%1}, dimension %2")
                          .arg(chosenName(context), QString::number(selection.dimension));
    if (const auto mixed = mixedSection(context, selection.dimension % std::max(1, config.headSize())))
        content.sections.push_back(*mixed);
    std::optional<WeightedSum> product;
    if (context.model)
        product = explainWeightedSum(context.trace, context.model->transformer,
            {attentionTensor(context.site(), context.layer(), AttentionPart::Output), every, selection.token,
                selection.dimension});
    const QString heading = ExplanationContent::tr("2 · All heads times W_O");
    if (product) {
        ExplanationSection section = productSection(context, heading,
            {QStringLiteral("output[%1]").arg(selection.dimension), QStringLiteral("z"),
                QStringLiteral("W_O"), selection.dimension},
            *product);
        if (config.n_heads <= most_heads)
            section.text += u'\n' + headShares(context, *product);
        content.sections.push_back(std::move(section));
    } else {
        content.sections.push_back({heading,
            ExplanationContent::tr(
                "The %1 heads of the layer each hand over %2 numbers per token. Side by side "
                "they are %3 numbers, and one more matrix, W_O, mixes them.")
                .arg(config.n_heads)
                .arg(config.headSize())
                .arg(config.headsWidth()),
            {}, -1, {}, {}});
    }
    return content;
}

} // namespace glassformer
