#include "widgets/explanation/explanation_content.h"

#include "core/experiment/explanation/explanation.h"
#include "widgets/explanation/change_sentence.h"
#include "widgets/explanation/number_link.h"
#include "widgets/explanation/product_section.h"
#include "widgets/look/number_text.h"
#include "widgets/paint/formula_painter.h"

#include <algorithm>

namespace glassformer {

namespace {

/** "−0.985" as a summand: negative ones in brackets. */
QString summand(double value)
{
    return value < 0 ? QStringLiteral("(%1)").arg(numberText(value)) : numberText(value);
}

ExplanationContent placeholder(const QString& text)
{
    return saidContent(ExplanationContent::tr("How this number is made"), text);
}

/** What the norm does; the number that comes out may be missing. */
QString normText(const ModelConfig& config, const QString& result)
{
    const QString text = config.norm_kind == NormKind::Rms
        ? ExplanationContent::tr("The whole vector is divided by its root mean square, then multiplied "
                                 "by learned gains")
        : ExplanationContent::tr("The whole vector is brought to mean 0 and variance 1, then "
                                 "multiplied by learned gains, and learned biases are added");
    return result.isEmpty() ? text : text + QStringLiteral(": *`%1`*").arg(result);
}

ExplanationSection lookUp(const InputExplanation& e)
{
    ExplanationSection section;
    section.heading = ExplanationContent::tr("1 · Look up the embedding");
    section.text = QStringLiteral("`E[ %1 ][%2] = %3`")
                       .arg(e.id == no_id ? ExplanationContent::tr("not recorded") : QString::number(e.id),
                           QString::number(e.dimension), numberText(e.table_value));
    if (e.scale != 1)
        section.text += QStringLiteral("\n`× √%1 = %2`")
                            .arg(QString::number(qRound(e.scale * e.scale)), numberText(e.embedding));
    return section;
}

ExplanationSection place(const InputExplanation& e, int d_model)
{
    ExplanationSection section;
    section.heading = ExplanationContent::tr("2 · Position");
    if (e.are_places_off) {
        section.text = QStringLiteral("`0`");
        return section;
    }
    if (!e.is_sinusoidal) {
        section.text =
            QStringLiteral("`P[ %1 ][%2] = %3`")
                .arg(QString::number(e.position_row), QString::number(e.dimension), numberText(e.position));
        return section;
    }
    const QString wave = e.is_sine ? QStringLiteral("sin") : QStringLiteral("cos");
    section.text =
        QStringLiteral("`PE(%1, %2) = %3( %1 ÷ 10000`^{%4/%5}` )`\n`= %3(%6) = %7`")
            .arg(QString::number(e.place), QString::number(e.dimension), wave, QString::number(e.exponent),
                QString::number(d_model), numberText(e.angle), numberText(e.position));
    return section;
}

QString numbered(std::size_t number, const QString& heading)
{
    return QStringLiteral("%1 · %2").arg(QString::number(number), heading);
}

ExplanationSection segment(const InputExplanation& e, std::size_t number)
{
    ExplanationSection section;
    section.heading = numbered(number, ExplanationContent::tr("Segment"));
    section.text =
        QStringLiteral("`S[ %1 ][%2] = %3`\n")
            .arg(QString::number(e.segment_row), QString::number(e.dimension), numberText(e.segment))
        + ExplanationContent::tr("The row says which of two sentences the token belongs to.");
    return section;
}

/** The sum of all that is added; without the segment, that of embedding and position. */
ExplanationSection addition(const StepContext& context, const InputExplanation& e, bool is_target,
    bool adds_segment, std::size_t number)
{
    ExplanationSection section;
    section.heading = numbered(number, ExplanationContent::tr("Add"));
    const auto linkOf = [&](const char* source, const char* target, const QString& shown) {
        return numberLink(
            section, context, {is_target ? target : source, every, e.token, e.dimension}, shown);
    };
    QString summands = linkOf(source_embedding_tensor, target_embedding_tensor, numberText(e.embedding));
    if (e.has_position)
        summands += QStringLiteral(" + ")
            + linkOf(source_position_tensor, target_position_tensor, summand(e.position));
    if (adds_segment)
        summands += QStringLiteral(" + ") + summand(e.segment);
    section.text = QStringLiteral("`%1 =` *`%2`*")
                       .arg(summands, numberText(adds_segment ? e.sum : e.embedding + e.position));
    return section;
}

/** What some models do with the sum before the first layer reads it. */
void addWhatFollows(std::vector<ExplanationSection>& sections, const InputExplanation& e, const Trace& trace)
{
    const auto add = [&sections](const QString& heading, const QString& text) {
        sections.push_back({numbered(sections.size() + 1, heading), text, {}, -1, {}, {}});
    };
    if (e.is_normed)
        add(ExplanationContent::tr("Norm"),
            normText(trace.config, e.is_projected ? QString() : numberText(e.entered)));
    if (e.is_projected)
        add(ExplanationContent::tr("Widen"),
            ExplanationContent::tr(
                "A matrix makes %1 numbers of these %2: the layers are wider than the table.")
                .arg(trace.config.d_model)
                .arg(trace.config.embeddingWidth()));
}

/** A component that only the first layer's input has: the table is narrower. */
ExplanationContent widenedContent(const Trace& trace, int token, int dimension)
{
    const MatrixSlice input = matrixOf(trace, stackInputTensor(firstSiteOf(trace.config)));
    if (token < 0 || token >= input.rows || dimension < 0 || dimension >= input.columns)
        return placeholder(
            ExplanationContent::tr("Click a token or a cell: its number is then worked out here."));
    ExplanationContent content = placeholder(
        ExplanationContent::tr("A matrix makes %1 numbers of these %2: the layers are wider than the table.")
            .arg(trace.config.d_model)
            .arg(trace.config.embeddingWidth()));
    content.sections.front().text +=
        QStringLiteral("\n`x[%1] =` *`%2`*")
            .arg(QString::number(dimension), numberText(double(input(token, dimension))));
    return content;
}

QString nameOf(const std::vector<Token>& tokens, int index)
{
    const bool is_inside = index >= 0 && index < int(tokens.size());
    return is_inside ? formulaEscaped(textOf(tokens[std::size_t(index)])) : QString();
}

} // namespace

ExplanationContent inputExplanationContent(const StepContext& context, InputStage stage, bool is_target)
{
    const Trace& trace = context.trace;
    const Selection& selection = context.selection;
    const int token = is_target ? selection.position : selection.token;
    const std::optional<InputExplanation> explanation =
        explainInput(trace, is_target, token, selection.dimension);
    if (!explanation)
        return widenedContent(trace, token, selection.dimension);
    const InputExplanation& e = *explanation;
    ExplanationContent content;
    content.title = ExplanationContent::tr("How this number is made");
    content.subject = ExplanationContent::tr("token {q:%1}, position %2, dimension %3")
                          .arg(nameOf(is_target ? trace.target : trace.source, token), QString::number(token),
                              QString::number(e.dimension));
    content.sections.push_back(lookUp(e));
    if (stage == InputStage::Embedding) {
        tellChanges(content, e.changes);
        return content;
    }
    if (e.has_position)
        content.sections.push_back(place(e, trace.config.d_model));
    const bool adds_segment = e.has_segment && stage != InputStage::Position;
    if (adds_segment)
        content.sections.push_back(segment(e, content.sections.size() + 1));
    if (e.has_position || adds_segment)
        content.sections.push_back(
            addition(context, e, is_target, adds_segment, content.sections.size() + 1));
    if (stage != InputStage::Position)
        addWhatFollows(content.sections, e, trace);
    tellChanges(content, e.changes);
    return content;
}

namespace {

/** What a block put out, for the sum behind it. */
struct AddedBlock
{
    QString heading;
    std::string tensor;
    QString input, matrix; ///< in formulas
    std::optional<SumExplanation> sum;
};

AddedBlock addedBlock(const StepContext& context, NormPlace place)
{
    const Trace& trace = context.trace;
    const AttentionSite site = context.site();
    const int layer = context.layer(), row = context.row(), dimension = context.selection.dimension;
    if (place == NormPlace::FeedForward)
        return {ExplanationContent::tr("2 · The output of the feed-forward network"),
            layerTensor(site, layer, LayerPart::FeedForwardOutput), QStringLiteral("hidden"),
            QStringLiteral("W_2"), explainFeedForwardSum(trace, site, layer, row, dimension)};
    const bool is_cross = place == NormPlace::CrossAttention;
    const AttentionSite attends = is_cross ? AttentionSite::DecoderCross : site;
    return {is_cross ? ExplanationContent::tr("2 · The output of cross-attention")
                     : ExplanationContent::tr("2 · The output of attention"),
        attentionTensor(attends, layer, AttentionPart::Output), QStringLiteral("z"), QStringLiteral("W_O"),
        explainAttentionSum(trace, attends, layer, row, dimension)};
}

/** What goes past a block: what the one before it passes on. */
std::string streamTensor(const StepContext& context, NormPlace place)
{
    const AttentionSite site = context.site();
    if (place == NormPlace::Attention)
        return layerInputTensor(site, context.layer());
    const bool follows_cross = place == NormPlace::FeedForward && isSecondStack(context.config(), site);
    return layerTensor(site, context.layer(),
        follows_cross ? LayerPart::CrossAttentionResidual : LayerPart::AttentionResidual);
}

} // namespace

ExplanationContent sumExplanationContent(const StepContext& context, NormPlace place)
{
    const Trace& trace = context.trace;
    const AddedBlock block = addedBlock(context, place);
    if (!block.sum)
        return placeholder(ExplanationContent::tr("Click a cell: its number is then worked out here."));
    const SumExplanation& e = *block.sum;
    ExplanationContent content;
    content.title = ExplanationContent::tr("How this number is made");
    content.subject =
        ExplanationContent::tr("token {q:%1}, dimension %2")
            .arg(nameOf(queriesOf(trace, context.site()), e.token), QString::number(e.dimension));
    const QString at = QString::number(e.dimension);
    ExplanationSection stream{
        ExplanationContent::tr("1 · What came in, unchanged (the residual path)"), {}, {}, -1, {}, {}};
    stream.text =
        QStringLiteral("`x[%1] = %2`")
            .arg(at,
                numberLink(stream, context, {streamTensor(context, place), every, e.token, e.dimension},
                    numberText(e.stream)));
    content.sections.push_back(std::move(stream));
    std::optional<WeightedSum> product;
    if (context.model)
        product = explainWeightedSum(
            trace, context.model->transformer, {block.tensor, every, e.token, e.dimension});
    if (product)
        content.sections.push_back(productSection(context, block.heading,
            {QStringLiteral("f(x)[%1]").arg(at), block.input, block.matrix, e.dimension}, *product));
    else
        content.sections.push_back(
            {block.heading, QStringLiteral("`f(x)[%1] = %2`").arg(at, numberText(e.added)), {}, -1, {}, {}});
    ExplanationSection add{ExplanationContent::tr("3 · Add"), {}, {}, -1, {}, {}};
    add.text =
        QStringLiteral("`%1 + %2 =` *`%3`*")
            .arg(numberText(e.stream),
                numberLink(add, context, {block.tensor, every, e.token, e.dimension}, summand(e.added)),
                numberText(e.sum));
    content.sections.push_back(std::move(add));
    if (e.is_normed && !trace.recorded.norms)
        content.sections.back().text += u'\n'
            + ExplanationContent::tr("The run goes on with `%1`; whether a norm made it of the sum was not "
                                     "recorded.")
                  .arg(numberText(e.result));
    tellChanges(content, e.changes);
    return content;
}

} // namespace glassformer
