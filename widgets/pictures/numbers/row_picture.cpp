#include "widgets/pictures/numbers/row_picture.h"

#include "widgets/look/line_text.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace glassformer {

RowPicture::RowPicture(QWidget* parent)
    : Picture(parent)
{
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QRectF RowPicture::rowIn(const QRectF& area, int row, const FigureStyle& style) const
{
    const double height = rowHeight(style);
    return {area.left(), area.top() + headHeight(style) + row * height, area.width(), height};
}

int RowPicture::heightFor(int) const
{
    const FigureStyle style = figureStyle();
    return int(std::ceil(headHeight(style) + rows() * rowHeight(style)));
}

QSize RowPicture::sizeHint() const
{
    return {int(figureStyle().em() * 16), heightFor(0)};
}

QSize RowPicture::minimumSizeHint() const
{
    return {int(figureStyle().em() * 9), heightFor(0)};
}

void RowPicture::rowsChanged()
{
    m_current = std::clamp(m_current, 0, std::max(0, rows() - 1));
    QStringList lines;
    for (int row = 0; row < rows(); ++row)
        lines.append(rowText(row));
    setAccessibleDescription(lines.join(QStringLiteral("; ")));
    fitHeight();
    updateGeometry();
    update();
}

std::optional<int> RowPicture::rowAt(const QPointF& position) const
{
    const double below = position.y() - rowRect(0).top();
    const int row = int(std::floor(below / rowHeight(figureStyle())));
    return below >= 0 && row < rows() ? std::optional<int>(row) : std::nullopt;
}

void RowPicture::paintEvent(QPaintEvent* event)
{
    Picture::paintEvent(event);
    if (!hasFocus() || rows() == 0)
        return;
    QPainter painter(this);
    painter.setPen(QPen(figureStyle().palette.selected, 1, Qt::DotLine));
    painter.drawRect(rowRect(m_current).adjusted(0.5, 0.5, -0.5, -0.5));
}

void RowPicture::mousePressEvent(QMouseEvent* event)
{
    const std::optional<int> row = rowAt(event->position());
    if (!row)
        return Picture::mousePressEvent(event);
    m_current = *row;
    emit rowChosen(*row);
}

void RowPicture::mouseMoveEvent(QMouseEvent* event)
{
    const std::optional<int> row = rowAt(event->position());
    row ? setCursor(Qt::PointingHandCursor) : unsetCursor();
    if (row)
        QToolTip::showText(event->globalPosition().toPoint() + QPoint(8, 8), tipText(rowText(*row)), this);
    else
        QToolTip::hideText();
}

void RowPicture::keyPressEvent(QKeyEvent* event)
{
    if (rows() == 0 || event->modifiers() & ~Qt::KeypadModifier)
        return Picture::keyPressEvent(event);
    switch (event->key()) {
    case Qt::Key_Up:
        m_current = std::max(0, m_current - 1);
        break;
    case Qt::Key_Down:
        m_current = std::min(rows() - 1, m_current + 1);
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        emit rowChosen(m_current);
        return;
    default:
        return Picture::keyPressEvent(event);
    }
    update();
}

} // namespace glassformer
