#include "widgets/steps/layer/attention_view.h"

#include "widgets/paint/formula_painter.h"
#include "widgets/pictures/attention_lines.h"
#include "widgets/pictures/card.h"
#include "widgets/pictures/head_gallery.h"
#include "widgets/pictures/heatmap.h"

#include <QVBoxLayout>

namespace glassformer {

AttentionView::AttentionView(AttentionPart part, QWidget* parent)
    : StepView(parent)
    , m_part(part)
    , m_row(new CardRow(this))
    , m_heatmap_card(new Card(this))
    , m_heatmap(new Heatmap(this))
{
    page()->addWidget(m_row, 5);
    m_row->add(m_heatmap_card, 11);
    m_heatmap_card->add(m_heatmap, 1);
    connect(m_heatmap, &Heatmap::cellChosen, this, [this](int row, int column) { chooseCell(row, column); });
    if (m_part == AttentionPart::Weights)
        buildWeights();
}

void AttentionView::buildWeights()
{
    m_lines_card = new Card(this);
    m_lines = new AttentionLines(this);
    m_lines_card->add(m_lines, 1);
    m_row->add(m_lines_card, 10);
    m_gallery_card = addCard();
    m_gallery = new HeadGallery(this);
    m_gallery_card->add(m_gallery);
    connect(
        m_lines, &AttentionLines::queryChosen, this, [this](int query) { chooseCell(query, std::nullopt); });
    connect(m_lines, &AttentionLines::keyChosen, this,
        [this](int key) { chooseCell(chosenQuery(selection(), trace().config, site()).value_or(0), key); });
    connect(m_gallery, &HeadGallery::headChosen, this, [this](int layer, int head) {
        Selection wanted = withLayer(selection(), site(), layer);
        wanted.head = head;
        emit selectionWanted(wanted);
    });
}

QString AttentionView::heading() const
{
    const QString place =
        tr("Layer %1 · Head %2").arg(selection().layerOf(site()) + 1).arg(selection().head + 1);
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
    const int window = trace().config.windowOf(selection().layerOf(site()));
    switch (m_part) {
    case AttentionPart::Weights:
        return {};
    case AttentionPart::Masked:
        if (isMaskLifted(trace().changes, site(), selection().layerOf(site())))
            return tr("An experiment has lifted the mask: no cell is struck.");
        return window > 0
            ? tr("Struck cells lie in the future, or farther back than the %1 tokens that this layer "
                 "sees: no token may look there.")
                  .arg(window)
            : tr("Struck cells lie in the future: no token may look at those that come after it.");
    default:
        return scoresRemark();
    }
}

QString AttentionView::scoresRemark() const
{
    const ModelConfig& config = trace().config;
    const bool has_bias = config.position_kind == PositionKind::Relative;
    const QString made = config.scale_scores ? has_bias
            ? tr("{q:query} · {k:key} ÷ √d_k for every pair of tokens; a bias for their distance is added.")
            : tr("{q:query} · {k:key} ÷ √d_k for every pair of tokens.")
        : has_bias
        ? tr("{q:query} · {k:key} for every pair of tokens, without ÷ √d_k; a bias for their distance is "
             "added.")
        : tr("{q:query} · {k:key} for every pair of tokens, without ÷ √d_k.");
    return made + u' ' + tr("Blue is negative, red is positive. Rows do not add up to 1 yet.");
}

void AttentionView::refresh()
{
    const HeatmapContent content =
        attentionContent(trace(), selection(), site(), selection().layerOf(site()), selection().head, m_part);
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
    lines.query_title = site() == AttentionSite::DecoderCross ? tr("read → written") : tr("asks (query)");
    lines.key_title = tr("answers (key)");
    m_lines_card->setHeading(content.row && *content.row < content.rows
            ? (site() == AttentionSite::DecoderCross ? tr("Where the decoder looks: {q:%1}")
                                                     : tr("Where {q:%1} looks"))
                  .arg(formulaEscaped(content.row_labels[std::size_t(*content.row)].text))
            : tr("Where every token looks"));
    m_lines_card->setRemark(tr("Point at a token on the left; click to keep it."));
    m_lines->setAccessibleName(tr("Attention as lines between words"));
    m_lines->setContent(std::move(lines));
    refreshGallery();
}

void AttentionView::refreshGallery()
{
    const ModelConfig& config = trace().config;
    const int layers = layersOf(config, site());
    if (isNewTrace(m_gallery_of))
        m_gallery->setHeads(layers, config.n_heads,
            ThumbnailAtlas(layers, config.n_heads,
                [this](int layer, int head) { return thumbnailOf(trace(), site(), layer, head); }));
    std::vector<bool> is_off(std::size_t(layers * config.n_heads));
    for (int i = 0; i < layers * config.n_heads; ++i)
        is_off[std::size_t(i)] = isHeadOff(trace().changes, {site(), i / config.n_heads, i % config.n_heads});
    m_gallery_card->setRemark(tr("All heads: rows are layers, columns are heads. Click one to open it."));
    m_gallery->setHeadsOff(std::move(is_off));
    std::vector<bool> is_removed;
    for (int layer = 0; layer < layers; ++layer)
        for (int head = 0; head < config.n_heads; ++head)
            is_removed.push_back(isRemoved({site(), layer, head}));
    m_gallery->setHeadsRemoved(std::move(is_removed));
    m_gallery->setChosen(selection().layerOf(site()), selection().head);
}

} // namespace glassformer
