#include "widgets/paint/attention/heatmap_painter.h"
#include "widgets/pictures/attention/heatmap.h"

#include <QPaintEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

// How a heatmap is painted on the screen: once, and after that only what has changed.

namespace glassformer {

void Heatmap::repaintAll()
{
    m_painted = {};
    m_stale_rows.clear();
    update();
}

/** Takes a content that differs from the present one in nothing but the chosen cell; only that is painted again. */
bool Heatmap::chooseOther(const HeatmapContent& content)
{
    const std::optional<int> row = m_content.row, column = m_content.column;
    m_content.row = content.row;
    m_content.column = content.column;
    if (m_content != content || m_content.isEmpty() || m_cover.open != Cover::Open::All) {
        m_content.row = row;
        m_content.column = column;
        return false;
    }
    if (row == content.row && column == content.column)
        return true;
    std::vector<int> rows;
    for (const std::optional<int>& changed : {row, content.row})
        if (changed && *changed < m_content.rows)
            rows.push_back(*changed);
    const QRegion region = choiceRegion(geometryNow(), rows);
    if (region.isEmpty()) {
        repaintAll();
        return true;
    }
    m_stale_rows.insert(m_stale_rows.end(), rows.begin(), rows.end());
    update(region);
    return true;
}

void Heatmap::bringUpToDate()
{
    // Another screen may have other pixels.
    if (m_painted.isNull() || m_painted.devicePixelRatio() != devicePixelRatioF()) {
        m_painted = QPixmap(size() * devicePixelRatioF());
        m_painted.setDevicePixelRatio(devicePixelRatioF());
        m_painted.fill(Qt::transparent);
        QPainter once(&m_painted);
        paintHeatmap(once, geometryNow(), m_content, figureStyle());
    } else if (!m_stale_rows.empty()) {
        QPainter again(&m_painted);
        repaintChoice(again, geometryNow(), m_content, figureStyle(), m_stale_rows);
    }
    m_stale_rows.clear();
}

void Heatmap::paintEvent(QPaintEvent*)
{
    if (m_content.isEmpty())
        return;
    QPainter painter(this);
    // Seen through a glass, it is painted in that size: no letter is made of larger pixels.
    if (std::abs(painter.deviceTransform().m11() - devicePixelRatioF()) > 0.01) {
        painter.setRenderHint(QPainter::Antialiasing);
        return paintHeatmap(painter, geometryNow(), m_content, figureStyle());
    }
    bringUpToDate();
    painter.drawPixmap(QPointF(), m_painted);
    if (m_hovered && *m_hovered < m_content.rows) {
        const QRectF row = geometryNow().rowRect(*m_hovered).intersected(m_geometry.frame);
        painter.setPen(QPen(figureStyle().palette.query, 1, Qt::DashLine));
        painter.drawRect(row.adjusted(0.5, 0.5, -1.5, -1.5));
    }
    if (hasFocus())
        paintFocus(painter);
}

/** Around all cells: the chosen one has a frame of its own. */
void Heatmap::paintFocus(QPainter& painter) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(
        QPen(mixed(figureStyle().palette.card, figureStyle().palette.selected, 0.45), 1, Qt::DotLine));
    painter.drawRect(m_geometry.frame.adjusted(-3.5, -3.5, 3.5, 3.5)
                         .intersected(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5)));
}

} // namespace glassformer
