#include "widgets/look/line_text.h"
#include "widgets/paint/words/token_axis_painter.h"
#include "widgets/pictures/attention/heatmap.h"
#include "widgets/pictures/picture_keys.h"
#include "widgets/pictures/zoom_gesture.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

// What mouse, wheel and keys do with a heatmap.

namespace glassformer {

bool Heatmap::event(QEvent* event)
{
    if (const auto zoom = zoomGesture(event, *this)) {
        enlarge(zoom->factor, zoom->at);
        return true;
    }
    return Picture::event(event);
}

void Heatmap::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::RightButton) {
        // A menu follows: it is about the cell under the pointer.
        if (const std::optional<QPoint> cell = geometryNow().cellAt(event->position()))
            emit cellChosen(cell->y(), cell->x());
    }
    if (event->button() != Qt::LeftButton)
        return Picture::mousePressEvent(event);
    if (m_geometry.scale_name.contains(event->position()) && m_content.shared_limit > 0) {
        emit scaleChosen(!m_content.shares_limit);
        return;
    }
    const HeatmapGeometry geometry = geometryNow();
    const std::optional<QPoint> cell = geometry.cellAt(event->position());
    const std::optional<int> name = geometry.rowLabelAt(event->position());
    if (m_sums_rows && event->modifiers() & Qt::ControlModifier && (cell || name))
        return emit rowAdded(cell ? cell->y() : *name);
    if (!cell)
        return Picture::mousePressEvent(event);
    if (!isEnlarged()) {
        emit cellChosen(cell->y(), cell->x());
        return;
    }
    m_pressed = event->position();
    m_corner_pressed = m_seen.topLeft();
    m_is_dragged = false;
}

void Heatmap::mouseMoveEvent(QMouseEvent* event)
{
    if (m_pressed) {
        const QPointF way = event->position() - *m_pressed;
        m_is_dragged = m_is_dragged || way.manhattanLength() >= QApplication::startDragDistance();
        if (!m_is_dragged)
            return;
        setCursor(Qt::ClosedHandCursor);
        const HeatmapGeometry geometry = geometryNow();
        return moveTo(
            m_corner_pressed - QPointF(way.x() / geometry.cellWidth(), way.y() / geometry.cellHeight()));
    }
    const std::optional<QPoint> cell = geometryNow().cellAt(event->position());
    const std::optional<int> row = cell ? cell->y() : geometryNow().rowLabelAt(event->position());
    if (row != m_hovered)
        emit rowHovered(row);
    setHovered(row);
    const QString tip = tipAt(event->position());
    const bool is_choice =
        cell || (m_content.shared_limit > 0 && m_geometry.scale_name.contains(event->position()));
    is_choice ? setCursor(Qt::PointingHandCursor) : unsetCursor();
    if (tip.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(event->globalPosition().toPoint() + QPoint(8, 8), tipText(tip), this);
}

void Heatmap::mouseReleaseEvent(QMouseEvent* event)
{
    if (!m_pressed)
        return Picture::mouseReleaseEvent(event);
    m_pressed.reset();
    unsetCursor();
    const std::optional<QPoint> cell = geometryNow().cellAt(event->position());
    if (!m_is_dragged && cell)
        emit cellChosen(cell->y(), cell->x());
}

void Heatmap::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (!isEnlarged())
        return mousePressEvent(event);
    showAll();
}

/** The wheel is the page's, unless there is more to see in the map than it shows. */
void Heatmap::wheelEvent(QWheelEvent* event)
{
    const int turn = event->angleDelta().y();
    const bool is_wanted = event->modifiers() & Qt::ControlModifier || isEnlarged()
        || (hasThinnedLabels() && turn > 0 && geometryNow().cellAt(event->position()));
    if (turn == 0 || !is_wanted)
        return event->ignore();
    enlarge(std::pow(1.25, turn / 120.0), event->position());
    event->accept();
}

void Heatmap::leaveEvent(QEvent* event)
{
    setHovered(std::nullopt);
    emit rowHovered(std::nullopt);
    Picture::leaveEvent(event);
}

void Heatmap::addNeighbour(int direction)
{
    std::vector<int> rows = m_content.summed_rows;
    if (m_content.row)
        rows.push_back(*m_content.row);
    if (rows.empty())
        return;
    const auto [first, last] = std::minmax_element(rows.begin(), rows.end());
    const int wanted = direction < 0 ? *first - 1 : *last + 1;
    if (wanted >= 0 && wanted < m_content.rows - (m_content.ends_with_sum ? 1 : 0))
        emit rowAdded(wanted);
}

void Heatmap::keyPressEvent(QKeyEvent* event)
{
    const std::optional<PictureDoing> doing = doingOf(*event);
    if (m_sums_rows && (doing == PictureDoing::AddAbove || doing == PictureDoing::AddBelow))
        return addNeighbour(doing == PictureDoing::AddAbove ? -1 : 1);
    const QPoint step = doing == PictureDoing::Left ? QPoint(-1, 0)
        : doing == PictureDoing::Right              ? QPoint(1, 0)
        : doing == PictureDoing::Up                 ? QPoint(0, -1)
        : doing == PictureDoing::Down               ? QPoint(0, 1)
                                                    : QPoint();
    if (step.isNull() || m_content.isEmpty())
        return Picture::keyPressEvent(event);
    const bool had_cell = m_content.row && m_content.column;
    const QPoint from = had_cell ? QPoint(*m_content.column, *m_content.row) + step
                                 : QPoint(m_content.column.value_or(0), m_content.row.value_or(0));
    const QPoint to(
        std::clamp(from.x(), 0, m_content.columns - 1), std::clamp(from.y(), 0, m_content.rows - 1));
    showCell(to.y(), to.x());
    emit cellChosen(to.y(), to.x());
}

QString Heatmap::tipAt(const QPointF& position) const
{
    if (m_cover.open != Cover::Open::All)
        return {}; // it would tell what is to be told
    const HeatmapGeometry geometry = geometryNow();
    if (const std::optional<QPoint> cell = geometry.cellAt(position))
        return cellText(cell->y(), cell->x());
    if (m_content.shared_limit > 0 && geometry.scale_name.contains(position))
        return m_content.shares_limit
            ? tr("The colours of all maps on this page end at the same number. Click for a scale of its own "
                 "for "
                 "each.")
            : tr(
                "The colours end at the largest number of this map. Click for one scale for all maps on this "
                "page, so that they can be compared.");
    if (const std::optional<int> row = geometry.rowLabelAt(position); row && !m_content.row_labels.empty())
        return rowText(*row) + thinningText(rowLabelStride(geometry, m_content, figureStyle()));
    const std::optional<int> column = geometry.columnLabelAt(position);
    if (column && m_content.column_kind == ColumnKind::Tokens)
        return columnText(*column) + thinningText(columnLabelStride(geometry, figureStyle()));
    return {};
}

} // namespace glassformer
