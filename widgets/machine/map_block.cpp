#include "widgets/machine/map_block.h"

#include "widgets/look/line_text.h"

#include <QKeyEvent>
#include <QPainter>

#include <cmath>

namespace glassformer {

MapBlock::MapBlock(QWidget* parent)
    : QAbstractButton(parent)
{
    setCheckable(true);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void MapBlock::setName(const QString& name)
{
    if (name == m_block.name)
        return;
    m_block.name = name;
    m_look.reset();
    setText(literalLabel(name));
}

void MapBlock::setDetail(const QString& detail)
{
    const QString tip =
        tipText(detail.isEmpty() ? m_block.name : m_block.name + QStringLiteral("  ·  ") + detail);
    if (detail == m_block.detail && tip == toolTip())
        return;
    m_block.detail = detail;
    m_look.reset();
    setAccessibleDescription(detail);
    setToolTip(tip);
    update();
}

void MapBlock::setKind(BlockKind kind)
{
    m_block.kind = kind;
    m_look.reset();
    update();
}

void MapBlock::setLit(bool is_lit)
{
    if (is_lit == m_block.is_lit)
        return;
    m_block.is_lit = is_lit;
    m_look.reset();
    update();
}

QSize MapBlock::sizeHint() const
{
    const QFontMetrics metrics(font());
    return {metrics.horizontalAdvance(m_block.name + m_block.detail) + 3 * metrics.averageCharWidth() + 20,
        metrics.height() + 6};
}

void MapBlock::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Up:
        return emit neighbourWanted(-1);
    case Qt::Key_Down:
        return emit neighbourWanted(1);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return click();
    case Qt::Key_Escape:
        return window()->setFocus();
    default:
        return QAbstractButton::keyPressEvent(event);
    }
}

void MapBlock::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const double pixels = devicePixelRatioF();
    if (std::abs(painter.deviceTransform().m11() - pixels) > 0.01) // seen through a glass
        return paintAll(painter);
    const Look look{isChecked(), hasFocus(), underMouse(), size(), pixels, font(), palette().cacheKey()};
    if (m_look != look) {
        m_look = look;
        m_painted = QPixmap(size() * pixels);
        m_painted.setDevicePixelRatio(pixels);
        m_painted.fill(Qt::transparent);
        QPainter once(&m_painted);
        paintAll(once);
    }
    painter.drawPixmap(QPointF(), m_painted);
}

void MapBlock::paintAll(QPainter& painter) const
{
    MachineBlock block = m_block;
    block.is_chosen = isChecked();
    block.is_focused = hasFocus();
    block.is_under_mouse = underMouse();
    painter.setRenderHint(QPainter::Antialiasing);
    paintMachineBlock(painter, rect(), block, font(), paletteFor(palette()));
}

} // namespace glassformer
