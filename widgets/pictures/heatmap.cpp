#include "widgets/pictures/heatmap.h"

#include "widgets/look/line_text.h"
#include "widgets/look/number_text.h"
#include "widgets/paint/colour_bar_painter.h"
#include "widgets/paint/heatmap_painter.h"
#include "widgets/paint/token_axis_painter.h"
#include "widgets/pictures/plot.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace glassformer {

Heatmap::Heatmap(QWidget* parent)
    : Picture(parent)
    , m_plot(new Plot(this))
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void Heatmap::setContent(HeatmapContent content)
{
    const bool has_other_shape = content.rows != m_content.rows || content.columns != m_content.columns;
    const bool is_laid_out = content.isLaidOutAs(m_content);
    m_content = std::move(content);
    m_plot->setCells(m_content.columns, m_content.rows, [this](QPainter& painter, const QRectF&) {
        paintHeatmap(painter, geometryNow(), m_content, figureStyle());
    });
    if (has_other_shape)
        updateGeometry();
    if (is_laid_out)
        placePlot();
    else
        layOut();
    describe();
    update();
}

QString Heatmap::cellText(int row, int column) const
{
    if (m_cell_text)
        return m_cell_text(row, column);
    const auto name = [](const std::vector<AxisLabel>& labels, int index) {
        return index < int(labels.size()) ? labels[std::size_t(index)].text : QString::number(index);
    };
    const bool has_tokens = m_content.column_kind == ColumnKind::Tokens;
    const QString column_name =
        has_tokens ? name(m_content.column_labels, column) : QStringLiteral("[%1]").arg(column);
    const QString between = has_tokens ? QStringLiteral(" → ") : QStringLiteral(" ");
    const float value = m_content.at(row, column);
    const QString number = std::isinf(value) ? tr("masked") : numberText(value, 4);
    return name(m_content.row_labels, row) + between + column_name + QStringLiteral(" = ") + number;
}

HeatmapGeometry Heatmap::geometryNow() const
{
    HeatmapGeometry geometry = m_geometry;
    if (m_plot->isZoomed())
        geometry.cells = m_plot->cellsRect();
    return geometry;
}

QSize Heatmap::sizeHint() const
{
    const QSizeF size = naturalHeatmap(m_content, figureStyle());
    return size.toSize();
}

QSize Heatmap::minimumSizeHint() const
{
    const QSizeF size = smallestHeatmap(m_content, figureStyle());
    return size.toSize();
}

void Heatmap::paintPicture(QPainter& painter, const QRectF& area, const FigureStyle& style) const
{
    paintHeatmap(painter, layoutHeatmap(area, m_content, style), m_content, style);
}

// On the screen the plot draws; the widget itself adds only the sign that it has the keyboard.
void Heatmap::paintEvent(QPaintEvent*)
{
    if (!hasFocus() || m_content.isEmpty())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(
        QPen(mixed(figureStyle().palette.card, figureStyle().palette.selected, 0.45), 1, Qt::DotLine));
    painter.drawRect(QRectF(geometryNow().cells)
                         .adjusted(-3.5, -3.5, 3.5, 3.5)
                         .intersected(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5)));
}

void Heatmap::layOut()
{
    m_geometry = layoutHeatmap(rect(), m_content, figureStyle());
    placePlot();
}

void Heatmap::placePlot()
{
    m_plot->setGeometry(rect());
    m_plot->setFrame(m_geometry.cells);
    m_plot->replot();
}

void Heatmap::resizeEvent(QResizeEvent* event)
{
    layOut();
    Picture::resizeEvent(event);
}

std::optional<QPoint> Heatmap::cellAt(const QPointF& position) const
{
    if (!m_geometry.cells.contains(position))
        return std::nullopt;
    return geometryNow().cellAt(position);
}

void Heatmap::mousePressEvent(QMouseEvent* event)
{
    const std::optional<QPoint> cell = cellAt(event->position());
    if (event->button() != Qt::LeftButton || !cell)
        return Picture::mousePressEvent(event);
    emit cellChosen(cell->y(), cell->x());
}

void Heatmap::mouseMoveEvent(QMouseEvent* event)
{
    if (const std::optional<QPoint> cell = cellAt(event->position())) {
        setCursor(Qt::PointingHandCursor);
        QToolTip::showText(
            event->globalPosition().toPoint() + QPoint(8, 8), tipText(cellText(cell->y(), cell->x())), this);
    } else {
        unsetCursor();
        QToolTip::hideText();
    }
}

void Heatmap::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (!m_plot->isZoomed())
        return mousePressEvent(event);
    m_plot->resetZoom();
    m_plot->replot();
}

void Heatmap::wheelEvent(QWheelEvent* event)
{
    if (!(event->modifiers() & Qt::ControlModifier) || event->angleDelta().y() == 0) {
        event->ignore();
        return;
    }
    m_plot->zoom(event->angleDelta().y() > 0 ? 1.25 : 0.8, event->position());
    m_plot->replot();
}

void Heatmap::keyPressEvent(QKeyEvent* event)
{
    const QPoint step = event->key() == Qt::Key_Left ? QPoint(-1, 0)
        : event->key() == Qt::Key_Right              ? QPoint(1, 0)
        : event->key() == Qt::Key_Up                 ? QPoint(0, -1)
        : event->key() == Qt::Key_Down               ? QPoint(0, 1)
                                                     : QPoint();
    if (step.isNull() || m_content.isEmpty() || event->modifiers() & ~Qt::KeypadModifier)
        return Picture::keyPressEvent(event);
    const bool had_cell = m_content.row && m_content.column;
    const QPoint from = had_cell ? QPoint(*m_content.column, *m_content.row) + step
                                 : QPoint(m_content.column.value_or(0), m_content.row.value_or(0));
    emit cellChosen(
        std::clamp(from.y(), 0, m_content.rows - 1), std::clamp(from.x(), 0, m_content.columns - 1));
}

void Heatmap::focusInEvent(QFocusEvent* event)
{
    update();
    Picture::focusInEvent(event);
}

void Heatmap::focusOutEvent(QFocusEvent* event)
{
    update();
    Picture::focusOutEvent(event);
}

void Heatmap::restyle()
{
    layOut();
    Picture::restyle();
}

void Heatmap::describe()
{
    const QString shape = tr("%1 rows, %2 columns.").arg(m_content.rows).arg(m_content.columns);
    const bool has_cell = m_content.row && m_content.column && *m_content.row < m_content.rows
        && *m_content.column < m_content.columns;
    setAccessibleDescription(
        has_cell ? tr("%1 Chosen: %2").arg(shape, cellText(*m_content.row, *m_content.column)) : shape);
}

} // namespace glassformer
