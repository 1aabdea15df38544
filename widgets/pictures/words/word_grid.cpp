#include "widgets/pictures/words/word_grid.h"

#include "widgets/look/line_text.h"
#include "widgets/look/number_text.h"

#include <QFontMetricsF>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>
#include <utility>

namespace glassformer {
namespace {

constexpr double narrowest = 3.6, widest = 8, high = 2.25, names = 4.6; ///< of a cell, in em

} // namespace

WordGrid::WordGrid(QWidget* parent)
    : Picture(parent)
{
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void WordGrid::setContent(WordGridContent content)
{
    m_content = std::move(content);
    m_current = {std::clamp(m_current.x(), 0, std::max(0, int(m_content.columns.size()) - 1)),
        std::clamp(m_current.y(), 0, std::max(0, int(m_content.rows.size()) - 1))};
    fitHeight();
    updateGeometry();
    update();
}

WordGrid::Grid WordGrid::gridIn(const QRectF& area, const FigureStyle& style) const
{
    const double em = style.em();
    Grid grid{area, em * names, em * 1.5, 0, em * high};
    grid.wide =
        std::clamp((area.width() - grid.names) / double(std::max<std::size_t>(1, m_content.columns.size())),
            em * narrowest, em * widest);
    return grid;
}

QRectF WordGrid::cellRect(int row, int column) const
{
    return gridIn(rect(), figureStyle()).cell(row, column);
}

int WordGrid::heightFor(int) const
{
    const double em = figureStyle().em();
    return int(std::ceil(em * (1.5 + high * double(m_content.rows.size()))));
}

QSize WordGrid::sizeHint() const
{
    return minimumSizeHint();
}

QSize WordGrid::minimumSizeHint() const
{
    const double em = figureStyle().em();
    return {int(em * (names + narrowest * double(m_content.columns.size()))), heightFor(0)};
}

void WordGrid::paintCell(
    QPainter& painter, const QRectF& rect, const WordCell& cell, const FigureStyle& style) const
{
    const ColourScale scale = ColourScale::sequential(style.colours, 1, style.palette);
    const QColor fill = scale.colour(cell.probability);
    const QRectF box = rect.adjusted(0.5, 0.5, -1.5, -1.5);
    painter.fillRect(box, fill);
    const QFont font = style.scaledFont(0.84, cell.is_right);
    const QRectF text = box.adjusted(3, 1, -3, -1);
    painter.setPen(readableOn(fill));
    painter.setFont(font);
    painter.drawText(text, Qt::AlignHCenter | Qt::AlignTop,
        QFontMetricsF(font).elidedText(cell.word, Qt::ElideRight, text.width()));
    painter.setFont(style.numberFont(0.72));
    painter.drawText(text, Qt::AlignHCenter | Qt::AlignBottom, weightText(cell.probability));
}

void WordGrid::paintPicture(QPainter& painter, const QRectF& area, const FigureStyle& style) const
{
    painter.save();
    const Grid grid = gridIn(area, style);
    const QFont small = style.smallFont();
    const QFontMetricsF metrics(small);
    painter.setFont(small);
    for (int column = 0; column < int(m_content.columns.size()); ++column) {
        painter.setPen(m_content.column == column ? style.palette.ink : style.palette.faint_ink);
        const QRectF head(grid.cell(0, column).left(), area.top(), grid.wide, grid.head);
        painter.drawText(head, Qt::AlignCenter,
            metrics.elidedText(m_content.columns[std::size_t(column)], Qt::ElideRight, grid.wide - 2));
    }
    for (int row = 0; row < int(m_content.rows.size()); ++row) {
        const QRectF first = grid.cell(row, 0);
        const QRectF name(area.left(), first.top(), grid.names - 6, grid.high);
        if (m_content.row == row)
            painter.fillRect(name.adjusted(0, 1, 6, -1), style.palette.chosen);
        painter.setFont(small);
        painter.setPen(style.palette.ink);
        painter.drawText(name, Qt::AlignRight | Qt::AlignVCenter,
            metrics.elidedText(m_content.rows[std::size_t(row)], Qt::ElideMiddle, name.width()));
    }
    for (std::size_t column = 0; column < m_content.cells.size(); ++column)
        for (std::size_t row = 0; row < m_content.cells[column].size(); ++row)
            paintCell(painter, grid.cell(int(row), int(column)), m_content.cells[column][row], style);
    if (m_content.row && m_content.column) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(style.palette.key, 2));
        painter.drawRect(grid.cell(*m_content.row, *m_content.column).adjusted(0.5, 0.5, -1.5, -1.5));
    }
    painter.restore();
}

void WordGrid::paintEvent(QPaintEvent* event)
{
    Picture::paintEvent(event);
    if (!hasFocus() || m_content.rows.empty())
        return;
    QPainter painter(this);
    painter.setPen(QPen(figureStyle().palette.selected, 1, Qt::DotLine));
    painter.drawRect(cellRect(m_current.y(), m_current.x()).adjusted(2.5, 2.5, -3.5, -3.5));
}

std::optional<QPoint> WordGrid::cellAt(const QPointF& position) const
{
    const Grid grid = gridIn(rect(), figureStyle());
    const QPointF inside = position - grid.cell(0, 0).topLeft();
    const QPoint cell(int(std::floor(inside.x() / grid.wide)), int(std::floor(inside.y() / grid.high)));
    const bool is_there = cell.x() >= 0 && cell.y() >= 0 && cell.x() < int(m_content.columns.size())
        && cell.y() < int(m_content.rows.size());
    return is_there ? std::optional<QPoint>(cell) : std::nullopt;
}

void WordGrid::mousePressEvent(QMouseEvent* event)
{
    const std::optional<QPoint> cell = cellAt(event->position());
    if (!cell)
        return Picture::mousePressEvent(event);
    m_current = *cell;
    emit cellChosen(cell->y(), cell->x());
}

void WordGrid::mouseMoveEvent(QMouseEvent* event)
{
    const std::optional<QPoint> cell = cellAt(event->position());
    cell ? setCursor(Qt::PointingHandCursor) : unsetCursor();
    if (cell && std::size_t(cell->x()) < m_content.cells.size())
        QToolTip::showText(event->globalPosition().toPoint() + QPoint(8, 8),
            tipText(m_content.cells[std::size_t(cell->x())][std::size_t(cell->y())].tip), this);
    else
        QToolTip::hideText();
}

void WordGrid::keyPressEvent(QKeyEvent* event)
{
    if (m_content.rows.empty() || event->modifiers() & ~Qt::KeypadModifier)
        return Picture::keyPressEvent(event);
    QPoint by;
    switch (event->key()) {
    case Qt::Key_Left:
        by = {-1, 0};
        break;
    case Qt::Key_Right:
        by = {1, 0};
        break;
    case Qt::Key_Up:
        by = {0, -1};
        break;
    case Qt::Key_Down:
        by = {0, 1};
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        emit cellChosen(m_current.y(), m_current.x());
        return;
    default:
        return Picture::keyPressEvent(event);
    }
    m_current = {std::clamp(m_current.x() + by.x(), 0, int(m_content.columns.size()) - 1),
        std::clamp(m_current.y() + by.y(), 0, int(m_content.rows.size()) - 1)};
    update();
}

} // namespace glassformer
