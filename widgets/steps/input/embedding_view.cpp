#include "widgets/steps/input/embedding_view.h"

#include "core/experiment/nearest_rows.h"
#include "widgets/look/number_text.h"
#include "widgets/paint/formula_painter.h"
#include "widgets/pictures/bar_list.h"
#include "widgets/pictures/card.h"
#include "widgets/pictures/heatmap.h"
#include "widgets/pictures/token_row.h"
#include "widgets/pictures/vector_strips.h"

#include <QVBoxLayout>

namespace glassformer {

EmbeddingView::EmbeddingView(QWidget* parent)
    : StepView(parent)
    , m_tokens(new TokenRow(this))
    , m_heatmap(new Heatmap(this))
    , m_row(new VectorStrips(this))
    , m_nearest(new BarList(this))
{
    addCard()->add(m_tokens);
    m_heatmap_card = addCard(3);
    m_heatmap_card->add(m_heatmap, 1);
    auto* row = new CardRow(this);
    page()->addWidget(row, 1);
    m_row_card = new Card(row);
    m_row_card->add(m_row);
    m_row_card->body()->addStretch(1);
    m_nearest_card = new Card(row);
    m_nearest_card->add(m_nearest, 1);
    row->add(m_row_card, 3);
    row->add(m_nearest_card, 2);
    m_tokens->setLongest(longest_row);
    connect(m_tokens, &TokenRow::chipChosen, this, [this](int token) { chooseToken(token); });
    connect(m_heatmap, &Heatmap::cellChosen, this,
        [this](int token, int dimension) { chooseToken(token, dimension); });
    connect(m_row, &VectorStrips::dimensionChosen, this,
        [this](int dimension) { chooseToken(chosenToken(), dimension); });
    connect(m_nearest, &BarList::barChosen, this,
        [this](int bar) { chooseToken(m_nearest_tokens[std::size_t(bar)]); });
}

void EmbeddingView::refresh()
{
    const MatrixSlice rows = matrixOf(trace(), source_embedding_tensor);
    if (rows.isEmpty())
        return;
    const int token = std::clamp(selection().token, 0, rows.rows - 1);
    m_tokens->setAccessibleName(tr("Tokens"));
    m_tokens->setChips(chipsOf(trace().source, ChipKind::Plain, true), token);

    HeatmapContent content = vectorsContent(rows, trace().source, HeatmapColours::Signed);
    content.row = token;
    content.column = selection().dimension;
    m_heatmap_card->setHeading(
        trace().config.scale_embedding ? tr("Embedding × √d_{model}") : tr("Embedding"));
    m_heatmap_card->setRemark(
        tr("One row of %1 numbers for each token. The same token has the same row, wherever it stands.")
            .arg(rows.columns));
    m_heatmap->setAccessibleName(tr("Embedding of all tokens"));
    m_heatmap->setContent(std::move(content));

    const QString name = formulaEscaped(textOf(trace().source[std::size_t(token)]));
    m_row_card->setHeading(tr("The row of {q:%1}").arg(name));
    m_row->setAccessibleName(tr("Embedding of the chosen token"));
    VectorStrip strip;
    strip.label = QStringLiteral("{q:%1}").arg(name);
    strip.values.assign(rows.row(token).begin(), rows.row(token).end());
    m_row->setStrips({std::move(strip)}, selection().dimension);
    refreshNearest(rows, token);
}

void EmbeddingView::refreshNearest(const MatrixSlice& rows, int token)
{
    m_nearest_card->setHeading(tr("Nearest in this sentence"));
    m_nearest_card->setRemark(
        tr("Cosine between two rows: 1 is the same direction, 0 a right angle, −1 the opposite."));
    m_nearest->setAccessibleName(tr("Tokens of this sentence, by nearness"));
    std::vector<Bar> bars;
    m_nearest_tokens.clear();
    for (const NearRow& near : nearestRows(rows, rows.row(token), rows.rows)) {
        if (near.row == token || trace().source[std::size_t(near.row)].is_special || bars.size() == 5)
            continue;
        const Token& other = trace().source[std::size_t(near.row)];
        bars.push_back({textOf(other), numberText(near.cosine, 2), near.cosine, false, bars.empty(), false});
        m_nearest_tokens.push_back(near.row);
    }
    m_nearest->setBars(std::move(bars));
}

} // namespace glassformer
