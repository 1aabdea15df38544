#include "widgets/steps/attention_view.h"

#include "widgets/attention_lines.h"
#include "widgets/card.h"
#include "widgets/head_gallery.h"
#include "widgets/heatmap.h"
#include "widgets/paint/formula_painter.h"

#include <QVBoxLayout>

#include <algorithm>

namespace glassformer {

AttentionView::AttentionView(AttentionSite site, AttentionPart part, QWidget* parent)
    : StepView(parent)
    , m_site(site)
    , m_part(part)
    , m_row(new CardRow(this))
    , m_heatmap_card(new Card(this))
    , m_heatmap(new Heatmap(this))
{
    page()->addWidget(m_row, 5);
    m_row->add(m_heatmap_card, 11);
    m_heatmap_card->add(m_heatmap, 1);
    connect(m_heatmap, &Heatmap::cellChosen, this,
        [this](int row, int column) { emit selectionWanted(withCell(selection(), m_site, row, column)); });
    if (m_part == AttentionPart::Weights)
        buildWeights();
}

void AttentionView::buildWeights()
{
    m_lines_card = new Card(this);
    m_lines = new AttentionLines(this);
    m_lines_card->add(m_lines, 1);
    m_row->add(m_lines_card, 10);
    m_gallery_card = addCard(2);
    m_gallery = new HeadGallery(this);
    m_gallery_card->add(m_gallery, 1);
    connect(m_lines, &AttentionLines::queryChosen, this,
        [this](int query) { emit selectionWanted(withCell(selection(), m_site, query, std::nullopt)); });
    connect(m_lines, &AttentionLines::keyChosen, this, [this](int key) {
        const std::optional<int> query = chosenQuery(selection(), m_site);
        emit selectionWanted(withCell(selection(), m_site, query.value_or(0), key));
    });
    connect(m_gallery, &HeadGallery::headChosen, this, [this](int layer, int head) {
        Selection wanted = selection();
        (m_site == AttentionSite::Encoder ? wanted.encoder_layer : wanted.decoder_layer) = layer;
        wanted.head = head;
        emit selectionWanted(wanted);
    });
}

QString AttentionView::heading() const
{
    const QString place =
        tr("Layer %1 · Head %2").arg(selection().layerOf(m_site) + 1).arg(selection().head + 1);
    switch (m_part) {
    case AttentionPart::Weights:
        return tr("%1 · attention weights").arg(place);
    case AttentionPart::Masked:
        return tr("%1 · scores after the mask").arg(place);
    default:
        return tr("%1 · scores").arg(place);
    }
}

QString AttentionView::remark() const
{
    switch (m_part) {
    case AttentionPart::Weights:
        return tr("Row: the word that asks ({q:query}). Column: the word that answers ({k:key}). Each row "
                  "sums to 1.");
    case AttentionPart::Masked:
        return tr("Struck cells lie in the future: no word may look at words that come after it.");
    default:
        return tr("{q:query} · {k:key} ÷ √d_k for every pair of words. Blue is negative, red is positive. No "
                  "row sums to anything yet.");
    }
}

void AttentionView::refresh()
{
    const HeatmapContent content =
        attentionContent(trace(), selection(), m_site, selection().layerOf(m_site), selection().head, m_part);
    m_heatmap_card->setHeading(heading());
    m_heatmap_card->setRemark(remark());
    m_heatmap->setAccessibleName(heading());
    m_heatmap->setContent(content);
    if (m_part == AttentionPart::Weights)
        refreshWeights(content);
}

void AttentionView::refreshWeights(const HeatmapContent& content)
{
    AttentionLinesContent lines = linesContent(content);
    lines.query_title = tr("asks (query)");
    lines.key_title = tr("answers (key)");
    m_lines_card->setHeading(content.row && *content.row < content.rows
            ? tr("Where {q:%1} looks").arg(formulaEscaped(content.row_labels[std::size_t(*content.row)].text))
            : tr("Where every word looks"));
    m_lines_card->setRemark(tr("Hover a word on the left to see where it looks; click to keep it."));
    m_lines->setAccessibleName(tr("Attention as lines between words"));
    m_lines->setContent(std::move(lines));
    refreshGallery();
}

void AttentionView::refreshGallery()
{
    const ModelConfig& config = trace().config;
    const int layers = m_site == AttentionSite::Encoder ? config.encoder_layers : config.decoder_layers;
    std::vector<HeatmapContent> contents;
    std::vector<bool> is_off;
    for (int layer = 0; layer < layers; ++layer) {
        for (int head = 0; head < config.n_heads; ++head) {
            contents.push_back(attentionContent(trace(), selection(), m_site, layer, head, m_part));
            const std::vector<HeadName>& off = trace().interventions.heads_off;
            is_off.push_back(std::find(off.begin(), off.end(), HeadName{m_site, layer, head}) != off.end());
        }
    }
    m_gallery_card->setHeading(tr("All heads"));
    m_gallery_card->setRemark(tr("Rows are layers, columns are heads. Click one to open it."));
    m_gallery->setHeads(layers, config.n_heads, std::move(contents), std::move(is_off));
    m_gallery->setChosen(selection().layerOf(m_site), selection().head);
}

} // namespace glassformer
