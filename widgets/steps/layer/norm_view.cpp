#include "widgets/steps/layer/norm_view.h"

#include "core/trace/model.h"
#include "widgets/look/number_text.h"
#include "widgets/paint/formula_painter.h"
#include "widgets/pictures/card.h"
#include "widgets/pictures/heatmap.h"
#include "widgets/pictures/vector_strips.h"

#include <QVBoxLayout>

namespace glassformer {

NormView::NormView(NormPlace place, QWidget* parent)
    : StepView(parent)
    , m_place(place)
{
    auto* row = new CardRow(this);
    row->setNarrowest(40);
    row->setAligned(true);
    page()->addWidget(row, 4);
    for (std::size_t i = 0; i < m_cards.size(); ++i) {
        m_cards[i] = new Card(row);
        m_heatmaps[i] = new Heatmap(m_cards[i]);
        m_cards[i]->add(m_heatmaps[i], 1);
        row->add(m_cards[i], 1);
        connect(m_heatmaps[i], &Heatmap::cellChosen, this,
            [this](int token, int dimension) { chooseToken(token, dimension); });
    }
    m_strips_card = addCard(1);
    m_strips = new VectorStrips(this);
    m_strips_card->add(m_strips);
    m_strips_card->body()->addStretch(1);
    connect(m_strips, &VectorStrips::dimensionChosen, this,
        [this](int dimension) { chooseToken(chosenToken(), dimension); });
}

void NormView::refresh()
{
    const int layer = selection().layerOf(site());
    const Matrix<float> before = normInput(trace(), site(), layer, m_place);
    const MatrixSlice after = matrixOf(trace(), normOutputTensor(trace().config, site(), layer, m_place));
    if (tokens().empty() || after.isEmpty())
        return;
    const int token = chosenToken();
    refreshMaps(before, after, token);
    refreshStrips(before, after, token);
}

void NormView::refreshMaps(const Matrix<float>& before, const MatrixSlice& after, int token)
{
    const bool is_before_block = trace().config.norm_placement == NormPlacement::Before;
    MatrixSlice stream;
    stream.data = before.data();
    stream.rows = int(before.rows());
    stream.columns = int(before.cols());
    std::array<HeatmapContent, 2> contents{vectorsContent(stream, tokens(), HeatmapColours::Signed),
        vectorsContent(after, tokens(), HeatmapColours::Signed)};
    const std::array headings{is_before_block ? tr("Before: the residual stream") : tr("Before: the sum"),
        tr("After: every vector on one scale")};
    for (std::size_t i = 0; i < contents.size(); ++i) {
        contents[i].row = token;
        contents[i].column = selection().dimension;
        m_cards[i]->setVisible(!contents[i].isEmpty());
        m_cards[i]->setHeading(headings[i]);
        m_cards[i]->setRemark(tr("Each map has a colour scale of its own."));
        m_heatmaps[i]->setAccessibleName(headings[i]);
        m_heatmaps[i]->setContent(std::move(contents[i]));
    }
}

QString NormView::statistics(const RowStatistics& row) const
{
    const QString count = QString::number(trace().config.d_model);
    if (trace().config.norm_kind == NormKind::Rms)
        return tr("Its %1 numbers have a mean square of %2. Each is divided by the root of that, then "
                  "multiplied by a "
                  "learned gain.")
            .arg(count, numberText(row.variance));
    return tr("Its %1 numbers have mean %2 and variance %3. The mean is taken off, the rest divided by the "
              "root of the "
              "variance, then multiplied by a learned gain; a learned bias is added.")
        .arg(count, numberText(row.mean), numberText(row.variance));
}

void NormView::refreshStrips(const Matrix<float>& before, const MatrixSlice& after, int token)
{
    const bool is_whole = token < before.rows() && token < after.rows;
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
    const std::span<const float> x{before.data() + token * before.cols(), std::size_t(before.cols())};
    const RowStatistics row = statisticsOf(x, trace().config, trace().config.norm_kind);
    std::vector<float> normalized;
    for (const float value : x)
        normalized.push_back(float((double(value) - row.mean) / row.deviation));
    add(tr("x"), {}, x, false);
    add(tr("normed"), QStringLiteral("→"), normalized, false);
    if (const std::shared_ptr<const Model> weights = model()) {
        const NormWeights<float>& learned =
            normWeights(weights->transformer, site(), selection().layerOf(site()), m_place);
        add(tr("gain"), QStringLiteral("×"), {learned.gain.data(), std::size_t(learned.gain.size())}, false);
        if (learned.bias.size() > 0)
            add(tr("bias"), QStringLiteral("+"), {learned.bias.data(), std::size_t(learned.bias.size())},
                false);
    }
    add(tr("norm(x)"), QStringLiteral("="), after.row(token), true);
    m_strips_card->setHeading(
        tr("The norm of {q:%1}").arg(formulaEscaped(textOf(tokens()[std::size_t(token)]))));
    m_strips_card->setRemark(statistics(row));
    m_strips->setAccessibleName(tr("The norm for the chosen token"));
    m_strips->setStrips(std::move(strips), selection().dimension);
}

} // namespace glassformer
