#include "widgets/pictures/attention/map_multiples.h"

#include "widgets/look/line_text.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>
#include <utility>

namespace glassformer {
namespace {

constexpr int columns = 3; ///< as many as fit beside each other in a panel
constexpr double gap = 8, highest = 7, name_line = 1.5; ///< pixels; em; em

} // namespace

MapMultiples::MapMultiples(QWidget* parent)
    : Picture(parent)
{
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void MapMultiples::setMaps(std::vector<SmallMap> maps)
{
    m_maps = std::move(maps);
    m_current = std::clamp(m_current, 0, std::max(0, int(m_maps.size()) - 1));
    QStringList lines;
    for (const SmallMap& map : m_maps)
        lines << namedText(map.name, map.text);
    setAccessibleDescription(lines.join(QStringLiteral("; ")));
    fitHeight();
    updateGeometry();
    update();
}

QRectF MapMultiples::mapIn(const QRectF& area, int index, const FigureStyle& style) const
{
    const double room = (area.width() - gap * (columns - 1)) / columns;
    const double wide = std::min(room, highest * style.em());
    return {area.left() + index * (room + gap), area.top(), wide, wide};
}

QRectF MapMultiples::mapRect(int index) const
{
    return mapIn(rect(), index, figureStyle());
}

int MapMultiples::heightFor(int width) const
{
    const FigureStyle style = figureStyle();
    return m_maps.empty()
        ? 0
        : int(std::ceil(mapIn(QRectF(0, 0, width, 0), 0, style).height() + name_line * style.em()));
}

QSize MapMultiples::sizeHint() const
{
    const int wide = int(figureStyle().em() * 16);
    return {wide, heightFor(wide)};
}

QSize MapMultiples::minimumSizeHint() const
{
    const int wide = int(figureStyle().em() * 9);
    return {wide, heightFor(wide)};
}

void MapMultiples::paintPicture(QPainter& painter, const QRectF& area, const FigureStyle& style) const
{
    painter.save();
    for (int i = 0; i < int(m_maps.size()); ++i) {
        const QRectF map = mapIn(area, i, style);
        painter.setRenderHint(QPainter::Antialiasing, false);
        m_maps[std::size_t(i)].weights.paint(painter, map, 0, 0, style);
        painter.setPen(QPen(style.palette.border, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(map);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setFont(style.numberFont(0.88));
        painter.setPen(style.palette.faint_ink);
        painter.drawText(QRectF(map.left(), map.bottom(), map.width(), name_line * style.em()),
            Qt::AlignHCenter | Qt::AlignVCenter, m_maps[std::size_t(i)].name);
    }
    painter.restore();
}

void MapMultiples::paintEvent(QPaintEvent* event)
{
    Picture::paintEvent(event);
    if (!hasFocus() || m_maps.empty())
        return;
    QPainter painter(this);
    painter.setPen(QPen(figureStyle().palette.selected, 2));
    painter.drawRect(mapRect(m_current).adjusted(1, 1, -1, -1));
}

std::optional<int> MapMultiples::mapAt(const QPointF& position) const
{
    for (int i = 0; i < int(m_maps.size()); ++i)
        if (mapRect(i).contains(position))
            return i;
    return std::nullopt;
}

void MapMultiples::mousePressEvent(QMouseEvent* event)
{
    const std::optional<int> map = mapAt(event->position());
    if (!map)
        return Picture::mousePressEvent(event);
    m_current = *map;
    emit mapChosen(*map);
}

void MapMultiples::mouseMoveEvent(QMouseEvent* event)
{
    const std::optional<int> map = mapAt(event->position());
    map ? setCursor(Qt::PointingHandCursor) : unsetCursor();
    if (map)
        QToolTip::showText(
            event->globalPosition().toPoint() + QPoint(8, 8), tipText(m_maps[std::size_t(*map)].text), this);
    else
        QToolTip::hideText();
}

void MapMultiples::keyPressEvent(QKeyEvent* event)
{
    if (m_maps.empty() || event->modifiers() & ~Qt::KeypadModifier)
        return Picture::keyPressEvent(event);
    switch (event->key()) {
    case Qt::Key_Left:
        m_current = std::max(0, m_current - 1);
        break;
    case Qt::Key_Right:
        m_current = std::min(int(m_maps.size()) - 1, m_current + 1);
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        emit mapChosen(m_current);
        return;
    default:
        return Picture::keyPressEvent(event);
    }
    update();
}

} // namespace glassformer
