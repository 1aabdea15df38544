#include "widgets/steps/layer/query_key_value_view.h"

#include "widgets/pictures/card.h"
#include "widgets/pictures/heatmap.h"

#include <QVBoxLayout>

#include <algorithm>

namespace glassformer {

QueryKeyValueView::QueryKeyValueView(QWidget* parent)
    : StepView(parent)
{
    auto* row = new CardRow(this);
    row->setNarrowest(44);
    row->setAligned(true);
    page()->addWidget(row, 1);
    for (std::size_t i = 0; i < m_cards.size(); ++i) {
        m_cards[i] = new Card(row);
        m_heatmaps[i] = new Heatmap(m_cards[i]);
        m_cards[i]->add(m_heatmaps[i], 1);
        row->add(m_cards[i], 1);
        connect(m_heatmaps[i], &Heatmap::cellChosen, this,
            [this](int token, int dimension) { chooseToken(token, dimension); });
    }
    tieScales(m_heatmaps);
}

void QueryKeyValueView::refresh()
{
    struct Role
    {
        AttentionPart part;
        HeatmapColours colours;
        QString heading;
        QString remark;
    };
    // Where norms come before, the stream itself enters nothing.
    const QString x =
        trace().config.norm_placement == NormPlacement::Before ? tr("norm(x)") : QStringLiteral("x");
    const std::array<Role, 3> roles{{
        {AttentionPart::Query, HeatmapColours::QueryRole, tr("{q:Query} = %1 · W_Q").arg(x),
            tr("what each token looks for")},
        {AttentionPart::Key, HeatmapColours::KeyRole, tr("{k:Key} = %1 · W_K").arg(x),
            tr("what each token can be found by")},
        {AttentionPart::Value, HeatmapColours::ValueRole, tr("{v:Value} = %1 · W_V").arg(x),
            tr("what each token passes on when it is looked at")},
    }};
    const int layer = selection().layerOf(site());
    std::array<HeatmapContent, 3> contents;
    double largest = 0;
    for (std::size_t i = 0; i < roles.size(); ++i) {
        const std::string name = attentionTensor(site(), layer, roles[i].part);
        contents[i] = vectorsContent(headOf(trace(), name, selection().head), tokens(), roles[i].colours);
        largest = contents[i].isEmpty() ? largest : std::max(largest, contents[i].limit);
    }
    for (std::size_t i = 0; i < roles.size(); ++i) {
        HeatmapContent& content = contents[i];
        content.shared_limit = largest;
        content.row = chosenToken();
        content.column = selection().dimension;
        m_cards[i]->setHeading(roles[i].heading);
        m_cards[i]->setRemark(roles[i].remark);
        m_heatmaps[i]->setAccessibleName(roles[i].remark);
        m_heatmaps[i]->setContent(std::move(content));
    }
}

} // namespace glassformer
