#include "widgets/explanation/explanation_content.h"

#include "core/experiment/explanation/head_vector.h"
#include "widgets/explanation/change_sentence.h"
#include "widgets/explanation/head_vector_content.h"
#include "widgets/explanation/product_section.h"
#include "widgets/look/number_text.h"
#include "widgets/paint/formula_painter.h"

#include <algorithm>
#include <array>

namespace glassformer {

namespace {

/** Query, key and value of one token in one head. */
struct Projections
{
    MatrixSlice input, query, key, value;
    HeadVector query_way, key_way;

    bool has(int token, int dimension) const
    {
        return token >= 0 && token < std::min({input.rows, query.rows, key.rows, value.rows})
            && dimension >= 0 && dimension < std::min({query.columns, key.columns, value.columns});
    }
};

Projections projectionsOf(const Trace& trace, const AttentionCell& cell)
{
    const auto part = [&](AttentionPart which) {
        return headOf(trace, attentionTensor(cell.site, cell.layer, which), cell.head);
    };
    return {matrixOf(trace, layerTensor(cell.site, cell.layer, LayerPart::AttentionInput)),
        part(AttentionPart::Query), part(AttentionPart::Key), part(AttentionPart::Value),
        headVectorOf(trace, cell, AttentionPart::Query), headVectorOf(trace, cell, AttentionPart::Key)};
}

/** As the matrix gives it, where norm and turn come after that. */
double projectedNumber(const HeadVector& way, const MatrixSlice& finished, int token, int dimension)
{
    const bool is_kept = std::size_t(dimension) < way.projected.size();
    return double(is_kept ? way.projected[std::size_t(dimension)] : finished(token, dimension));
}

/** Without weights: what the run has. */
ExplanationSection threeMatrices(const Projections& made, int token, int dimension, const ModelConfig& config)
{
    const QString bias = config.attention_bias ? QStringLiteral(" + b") : QString();
    const auto line = [&](const QString& role, const QString& matrix, double number) {
        return QStringLiteral("{%1:%1}[%2] = %3 · W_%4[%2]%5 `= %6`")
            .arg(role, QString::number(dimension), blockInputName(config), matrix, bias, numberText(number));
    };
    ExplanationSection section;
    section.heading = ExplanationContent::tr("2 · Three matrices");
    section.text = line(QStringLiteral("q"), QStringLiteral("Q"),
                       projectedNumber(made.query_way, made.query, token, dimension))
        + u'\n'
        + line(QStringLiteral("k"), QStringLiteral("K"),
            projectedNumber(made.key_way, made.key, token, dimension))
        + u'\n' + line(QStringLiteral("v"), QStringLiteral("V"), double(made.value(token, dimension)));
    return section;
}

/** One section for each of query, key and value, with the weights. */
std::vector<ExplanationSection> weighedSections(const StepContext& context, int token, int dimension)
{
    struct Role
    {
        AttentionPart part;
        QString heading, name, matrix;
    };
    const std::array<Role, 3> roles{{
        {AttentionPart::Query, ExplanationContent::tr("2 · {q:Query}"), QStringLiteral("{q:q}"),
            QStringLiteral("W_Q")},
        {AttentionPart::Key, ExplanationContent::tr("3 · {k:Key}"), QStringLiteral("{k:k}"),
            QStringLiteral("W_K")},
        {AttentionPart::Value, ExplanationContent::tr("4 · {v:Value}"), QStringLiteral("{v:v}"),
            QStringLiteral("W_V")},
    }};
    std::vector<ExplanationSection> sections;
    for (const Role& role : roles) {
        const auto product = context.model ? explainWeightedSum(context.trace, context.model->transformer,
                                 {attentionTensor(context.site(), context.layer(), role.part),
                                     context.selection.head, token, dimension})
                                           : std::nullopt;
        if (product)
            sections.push_back(productSection(context, role.heading,
                {QStringLiteral("%1[%2]").arg(role.name).arg(dimension), blockInputName(context.config()),
                    role.matrix, dimension},
                *product));
    }
    return sections;
}

} // namespace

ExplanationContent projectionExplanationContent(const StepContext& context)
{
    const Trace& trace = context.trace;
    const Selection& selection = context.selection;
    ExplanationContent content;
    content.title = ExplanationContent::tr("How this number is made");
    const AttentionSite site = context.site();
    const int token = selection.token, dimension = selection.dimension;
    const Projections made =
        projectionsOf(trace, {site, selection.layerOf(site), selection.head, token, token});
    if (!made.has(token, dimension)) {
        content.sections.push_back(
            {{}, ExplanationContent::tr("Click a cell to see how its number is made."), {}, -1, {}, {}});
        return content;
    }
    const QString name = formulaEscaped(textOf(queriesOf(trace, site)[std::size_t(token)]));
    content.subject = ExplanationContent::tr("token {q:%1}, dimension %2 of head %3")
                          .arg(name, QString::number(dimension), QString::number(selection.head + 1));
    ExplanationSection in;
    in.heading = ExplanationContent::tr("1 · What goes in");
    in.text = trace.config.norm_placement == NormPlacement::Before
        ? ExplanationContent::tr(
            "norm(x)_{%1}: the %2 numbers of the token behind the norm, not the stream itself")
              .arg(name, QString::number(made.input.columns))
        : ExplanationContent::tr("x_{%1}: the %2 numbers of the token")
              .arg(name, QString::number(made.input.columns));
    in.bars.assign(made.input.row(token).begin(), made.input.row(token).end());
    content.sections.push_back(std::move(in));
    std::vector<ExplanationSection> weighed = weighedSections(context, token, dimension);
    if (weighed.empty())
        weighed.push_back(threeMatrices(made, token, dimension, trace.config));
    for (ExplanationSection& section : weighed)
        content.sections.push_back(std::move(section));
    int number = int(content.sections.size()) + 1;
    for (ExplanationSection& section : headVectorSections({u'q', made.query_way, made.query.row(token)},
             {u'k', made.key_way, made.key.row(token)}, dimension, number))
        content.sections.push_back(std::move(section));
    const auto part = [&](AttentionPart which) {
        return attentionTensor(site, selection.layerOf(site), which);
    };
    Changes changes = changesAtAny(trace.changes,
        {part(AttentionPart::Query), part(AttentionPart::Key), part(AttentionPart::Value),
            part(AttentionPart::ProjectedQuery), part(AttentionPart::ProjectedKey)},
        selection.head, token, dimension);
    const Changes entering = changesAt(
        trace.changes, layerTensor(site, selection.layerOf(site), LayerPart::AttentionInput), every, token);
    changes.insert(changes.end(), entering.begin(), entering.end());
    tellChanges(content, changes);
    return content;
}

} // namespace glassformer
