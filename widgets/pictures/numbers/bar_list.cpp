#include "widgets/pictures/numbers/bar_list.h"

#include "widgets/look/line_text.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace glassformer {

BarList::BarList(QWidget* parent)
    : Picture(parent)
{
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void BarList::setBars(std::vector<Bar> bars)
{
    m_bars = std::move(bars);
    m_current = std::clamp(m_current, 0, std::max(0, int(m_bars.size()) - 1));
    QStringList lines;
    for (const Bar& bar : m_bars)
        lines.append(bar.label + u' ' + bar.number);
    setAccessibleDescription(lines.join(QStringLiteral(", ")));
    updateGeometry();
    update();
}

BarsGeometry BarList::geometryNow() const
{
    return layoutBars(rect(), m_bars, figureStyle());
}

QSize BarList::sizeHint() const
{
    const double em = figureStyle().em();
    return QSizeF(em * 24, em * (m_is_dense ? 1.9 : 2.4) * double(m_bars.size())).toSize();
}

QSize BarList::minimumSizeHint() const
{
    const double em = figureStyle().em();
    const double smallest_pitch = m_bars.size() > 10 ? 0.82 : 1.3;
    return QSizeF(em * 14, em * std::min(smallest_pitch * double(m_bars.size()), 26.0)).toSize();
}

void BarList::setCover(const Cover& cover)
{
    m_cover = cover;
    update();
}

void BarList::paintPicture(QPainter& painter, const QRectF& area, const FigureStyle& style) const
{
    std::vector<Bar> shown = m_bars;
    for (std::size_t i = 0; i < shown.size(); ++i) {
        const bool is_told = m_cover.open == Cover::Open::All
            || (m_cover.open != Cover::Open::Nothing && shown[i].is_selected)
            || (m_cover.open == Cover::Open::Rows && double(i) < m_cover.share * double(shown.size()));
        if (is_told)
            continue;
        shown[i].share = 0;
        shown[i].number.clear();
    }
    // Where bars lie follows from all of them, told or not.
    paintBars(painter, layoutBars(area, m_bars, style), shown, style);
}

void BarList::paintEvent(QPaintEvent* event)
{
    Picture::paintEvent(event);
    if (!hasFocus() || m_bars.empty())
        return;
    QPainter painter(this);
    painter.setPen(QPen(figureStyle().palette.selected, 1, Qt::DotLine));
    painter.drawRect(geometryNow().lineRect(m_current).adjusted(0.5, 1.5, -0.5, -1.5));
}

void BarList::mousePressEvent(QMouseEvent* event)
{
    const std::optional<int> bar = geometryNow().barAt(event->position());
    if (!bar || event->button() != Qt::LeftButton) // the right button asks for a menu: it chooses no word
        return Picture::mousePressEvent(event);
    m_current = *bar;
    emit barChosen(*bar);
}

void BarList::mouseMoveEvent(QMouseEvent* event)
{
    const std::optional<int> bar = geometryNow().barAt(event->position());
    bar ? setCursor(Qt::PointingHandCursor) : unsetCursor();
    if (!bar)
        return QToolTip::hideText();
    const Bar& shown = m_bars[std::size_t(*bar)];
    QToolTip::showText(event->globalPosition().toPoint() + QPoint(8, 8),
        tipText(namedText(shown.label, shown.number)), this);
}

void BarList::keyPressEvent(QKeyEvent* event)
{
    if (m_bars.empty() || event->modifiers() & ~Qt::KeypadModifier)
        return Picture::keyPressEvent(event);
    switch (event->key()) {
    case Qt::Key_Up:
        m_current = std::max(0, m_current - 1);
        break;
    case Qt::Key_Down:
        m_current = std::min(int(m_bars.size()) - 1, m_current + 1);
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        emit barChosen(m_current);
        return;
    default:
        return Picture::keyPressEvent(event);
    }
    update();
}

} // namespace glassformer
