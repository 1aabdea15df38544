#include "widgets/steps/layer/norm_view.h"

#include "core/trace/model.h"
#include "widgets/look/line_text.h"
#include "widgets/look/number_text.h"
#include "widgets/paint/formula_painter.h"
#include "widgets/pictures/attention/map_row.h"
#include "widgets/pictures/card.h"

#include <QVBoxLayout>

namespace glassformer {

NormView::NormView(NormPlace place, QWidget* parent)
    : MapsView(2, 46, parent)
    , m_place(place)
{
}

void NormView::refresh()
{
    const int layer = selection().layerOf(site());
    const MatrixSlice before = normInput(trace(), site(), layer, m_place);
    const MatrixSlice after = matrixOf(trace(), normOutputTensor(trace().config, site(), layer, m_place));
    if (tokens().empty() || after.isEmpty())
        return;
    refreshMaps(before, after);
    refreshStrips(before, after);
}

void NormView::refreshMaps(const MatrixSlice& before, const MatrixSlice& after)
{
    const bool is_before_block = trace().config.norm_placement == NormPlacement::Before;
    const QString first = is_before_block ? tr("Before: the residual stream") : tr("Before: the sum");
    const QString second = tr("After: every vector on one scale");
    maps()->setMaps({{first, {}, first, mapOf(before)}, {second, {}, second, mapOf(after)}});
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
    return sentencesText({text,
        model()      ? QString()
            : is_rms ? tr("The gain was not recorded with this run.")
                     : tr("Gain and bias were not recorded with this run.")});
}

void NormView::refreshStrips(const MatrixSlice& before, const MatrixSlice& after)
{
    const int token = chosenToken();
    const bool is_whole = token < before.rows && token < after.rows;
    stripsCard()->setVisible(is_whole);
    if (!is_whole)
        return;
    std::vector<VectorStrip> strips;
    const auto add = [&strips](const QString& label, const QString& sign, std::span<const float> values) {
        strips.push_back(stripOf(label, sign, values, false));
    };
    const std::span<const float> x = before.row(token);
    add(tr("x"), {}, x);
    const RowStatistics row = statisticsOf(x, trace().config, trace().config.norm_kind);
    if (trace().recorded.norms)
        add(tr("normed"), QStringLiteral("→"), normalizedRow(x, row));
    const std::shared_ptr<const Model> weights = model();
    if (weights) {
        const NormWeights<float>& learned =
            normWeights(weights->transformer, site(), selection().layerOf(site()), m_place);
        add(tr("gain"), QStringLiteral("×"), {learned.gain.data(), std::size_t(learned.gain.size())});
        if (learned.bias.size() > 0)
            add(tr("bias"), QStringLiteral("+"), {learned.bias.data(), std::size_t(learned.bias.size())});
    }
    strips.push_back(
        stripOf(tr("norm(x)"), weights ? QStringLiteral("=") : QStringLiteral("→"), after.row(token), true));
    stripsCard()->setHeading(
        tr("The norm of {q:%1}").arg(formulaEscaped(textOf(tokens()[std::size_t(token)]))));
    setStrips(std::move(strips), tr("The norm for the chosen token"),
        trace().recorded.norms ? statistics(row)
                               : tr("Of what kind the norm is, and its learned numbers, was not recorded."));
}

} // namespace glassformer
