#include "widgets/comparison/patch_view.h"

#include "widgets/comparison/patch_content.h"
#include "widgets/comparison/patch_map.h"
#include "widgets/comparison/record_content.h"
#include "widgets/paint/formula_painter.h"
#include "widgets/pictures/card.h"

#include <utility>

namespace glassformer {

PatchView::PatchView(QWidget* parent)
    : StepView(parent)
    , m_card(addCard(1))
    , m_map(new PatchMap(this))
{
    m_card->add(m_map, 1);
    m_map->setObjectName(QStringLiteral("patchMap"));
    connect(m_map, &Heatmap::cellChosen, this, [this](int row, int column) {
        emit cellChosen({column, row});
    });
}

void PatchView::setTable(const std::optional<PatchTable>& table, std::optional<QPoint> cell)
{
    const bool is_known = table && table->other;
    m_card->setVisible(is_known);
    if (!is_known)
        return;
    HeatmapContent content = patchContent(*table);
    if (cell && cell->y() < content.rows && cell->x() < content.columns) {
        content.row = cell->y();
        content.column = cell->x();
    }
    m_card->setRemark(formulaEscaped(patchQuestion(*table)));
    m_map->setAccessibleName(ComparisonText::tr("Layers and tokens: what one vector carried over changes"));
    m_map->setContent(std::move(content));
    m_map->setPath(table->strongest());
}

} // namespace glassformer
