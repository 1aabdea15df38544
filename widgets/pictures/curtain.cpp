#include "widgets/pictures/curtain.h"

#include <QEvent>
#include <QMouseEvent>
#include <QPainter>

namespace glassformer {
namespace {

constexpr double frame = 1, corner = 6;

} // namespace

Curtain::Curtain(QWidget& covered)
    : Picture(&covered)
{
    setObjectName(QStringLiteral("curtain"));
    setMouseTracking(true); // what lies below is not to learn where the pointer is
    covered.installEventFilter(this);
    resize(covered.size());
    show();
    raise();
}

void Curtain::setHint(const QString& hint)
{
    m_hint = hint;
    setAccessibleName(hint);
    update();
}

void Curtain::paintPicture(QPainter& painter, const QRectF& area, const FigureStyle& style) const
{
    const QRectF inside = area.adjusted(frame, frame, -frame, -frame);
    painter.setPen(Qt::NoPen);
    painter.setBrush(mixed(style.palette.card, style.palette.selected, 0.07));
    painter.drawRoundedRect(inside, corner, corner);
    const double size = std::min({inside.height() * 0.5 / style.em(), 5.0});
    painter.setFont(style.scaledFont(std::max(1.0, size), true));
    painter.setPen(style.palette.selected);
    const double hint_height = style.em() * 1.6;
    painter.drawText(inside.adjusted(0, 0, 0, -hint_height), Qt::AlignCenter, QStringLiteral("?"));
    painter.setFont(style.scaledFont(1.0));
    painter.setPen(style.palette.faint_ink);
    painter.drawText(inside.adjusted(0, 0, 0, -style.em() * 0.4), Qt::AlignHCenter | Qt::AlignBottom, m_hint);
}

bool Curtain::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize)
        resize(static_cast<QWidget*>(watched)->size());
    else if (event->type() == QEvent::ChildAdded)
        raise();
    return Picture::eventFilter(watched, event);
}

void Curtain::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton)
        emit drawn();
}

} // namespace glassformer
