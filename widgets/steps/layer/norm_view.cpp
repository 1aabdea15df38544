#include "widgets/steps/layer/norm_view.h"

#include "core/trace/model.h"
#include "widgets/look/number_text.h"
#include "widgets/paint/formula_painter.h"
#include "widgets/pictures/card.h"
#include "widgets/pictures/map_row.h"
#include "widgets/pictures/vector_strips.h"

#include <QVBoxLayout>

namespace glassformer {

NormView::NormView(NormPlace place, QWidget* parent)
    : StepView(parent)
    , m_place(place)
    , m_maps(new MapRow(2, this))
{
    m_maps->setNarrowest(40);
    page()->addWidget(m_maps, 4);
    connect(m_maps, &MapRow::cellChosen, this,
        [this](int token, int dimension) { chooseToken(token, dimension); });
    m_strips_card = addCard();
    m_strips = new VectorStrips(this);
    m_strips->setSizePolicy(
        QSizePolicy::Expanding, QSizePolicy::Preferred); // in a small window they give way
    m_strips_card->add(m_strips);
    connect(m_strips, &VectorStrips::dimensionChosen, this,
        [this](int dimension) { chooseToken(chosenToken(), dimension); });
}

void NormView::refresh()
{
    const int layer = selection().layerOf(site());
    const MatrixSlice before = normInput(trace(), site(), layer, m_place);
    const MatrixSlice after = matrixOf(trace(), normOutputTensor(trace().config, site(), layer, m_place));
    if (tokens().empty() || after.isEmpty())
        return;
    const int token = chosenToken();
    refreshMaps(before, after, token);
    refreshStrips(before, after, token);
}

void NormView::refreshMaps(const MatrixSlice& before, const MatrixSlice& after, int token)
{
    const bool is_before_block = trace().config.norm_placement == NormPlacement::Before;
    std::vector<NamedMap> maps;
    const auto add = [&](const QString& heading, const MatrixSlice& rows) {
        HeatmapContent content = vectorsContent(rows, tokens(), HeatmapColours::Signed);
        content.row = token;
        content.column = selection().dimension;
        maps.push_back({heading, {}, heading, std::move(content)});
    };
    add(is_before_block ? tr("Before: the residual stream") : tr("Before: the sum"), before);
    add(tr("After: every vector on one scale"), after);
    m_maps->setMaps(std::move(maps));
}

QString NormView::statistics(const RowStatistics& row) const
{
    const QString count = QString::number(trace().config.d_model);
    const bool is_rms = trace().config.norm_kind == NormKind::Rms;
    const QString text = is_rms
        ? tr("Its %1 numbers have a mean square of %2. Each is divided by the root of that, then multiplied "
             "by a learned gain.")
              .arg(count, numberText(row.variance))
        : tr("Its %1 numbers have mean %2 and variance %3. The mean is subtracted, the rest divided by the "
             "root of the variance, then multiplied by a learned gain; a learned bias is added.")
              .arg(count, numberText(row.mean), numberText(row.variance));
    return model() ? text
                   : text + u' '
            + (is_rms ? tr("The gain was not recorded with this run.")
                      : tr("Gain and bias were not recorded with this run."));
}

void NormView::refreshStrips(const MatrixSlice& before, const MatrixSlice& after, int token)
{
    const bool is_whole = token < before.rows && token < after.rows;
    m_strips_card->setVisible(is_whole);
    if (!is_whole)
        return;
    std::vector<VectorStrip> strips;
    const auto add = [&strips](const QString& label, const QString& sign, std::span<const float> values,
                         bool is_strong) {
        VectorStrip strip;
        strip.label = label;
        strip.sign = sign;
        strip.values.assign(values.begin(), values.end());
        strip.limit = largestSize(strip.values);
        strip.is_strong = is_strong;
        strips.push_back(std::move(strip));
    };
    const std::span<const float> x = before.row(token);
    add(tr("x"), {}, x, false);
    const RowStatistics row = statisticsOf(x, trace().config, trace().config.norm_kind);
    if (trace().recorded.norms) {
        std::vector<float> normalized;
        for (const float value : x)
            normalized.push_back(float((double(value) - row.mean) / row.deviation));
        add(tr("normed"), QStringLiteral("→"), normalized, false);
    }
    const std::shared_ptr<const Model> weights = model();
    if (weights) {
        const NormWeights<float>& learned =
            normWeights(weights->transformer, site(), selection().layerOf(site()), m_place);
        add(tr("gain"), QStringLiteral("×"), {learned.gain.data(), std::size_t(learned.gain.size())}, false);
        if (learned.bias.size() > 0)
            add(tr("bias"), QStringLiteral("+"), {learned.bias.data(), std::size_t(learned.bias.size())},
                false);
    }
    add(tr("norm(x)"), weights ? QStringLiteral("=") : QStringLiteral("→"), after.row(token), true);
    m_strips_card->setHeading(
        tr("The norm of {q:%1}").arg(formulaEscaped(textOf(tokens()[std::size_t(token)]))));
    m_strips_card->setRemark(trace().recorded.norms
            ? statistics(row)
            : tr("Of what kind the norm is, and its learned numbers, was not recorded."));
    m_strips->setAccessibleName(tr("The norm for the chosen token"));
    m_strips->setStrips(std::move(strips), selection().dimension);
}

} // namespace glassformer
