#include "app/presentation/magnifier.h"

#include "widgets/pictures/zoom_gesture.h"

#include <QApplication>
#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace glassformer {
namespace {

constexpr double largest = 6, one_turn = 1.25;

} // namespace

Magnifier::Magnifier(QWidget& seen)
    : QWidget(seen.parentWidget())
    , m_seen(seen)
{
    setObjectName(QStringLiteral("magnifier"));
    setAutoFillBackground(true);
    grabGesture(Qt::PinchGesture);
    seen.installEventFilter(this);
    hide();
}

void Magnifier::enlarge(double factor, const QPointF& at)
{
    const double wanted = std::clamp(m_factor * factor, 1.0, largest);
    if (wanted < 1.02)
        return end();
    setGeometry(m_seen.geometry());
    const QPointF fixed = m_corner + at / m_factor;
    m_factor = wanted;
    moveTo(fixed - at / m_factor);
    if (isVisible())
        return;
    show();
    raise();
}

void Magnifier::end()
{
    m_factor = 1;
    m_corner = {};
    m_pressed.reset();
    hide();
}

void Magnifier::moveTo(const QPointF& corner)
{
    m_corner = {std::clamp(corner.x(), 0.0, width() * (1 - 1 / m_factor)),
        std::clamp(corner.y(), 0.0, height() * (1 - 1 / m_factor))};
    update();
}

void Magnifier::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.scale(m_factor, m_factor);
    painter.translate(-m_corner);
    const QRectF part(m_corner, QSizeF(size()) / m_factor);
    const QRect whole = part.toAlignedRect() & m_seen.rect();
    m_seen.render(&painter, whole.topLeft(), QRegion(whole), QWidget::DrawChildren);
}

bool Magnifier::eventFilter(QObject* watched, QEvent* event)
{
    if (isOpen() && (event->type() == QEvent::Resize || event->type() == QEvent::Hide))
        end();
    return QWidget::eventFilter(watched, event);
}

bool Magnifier::event(QEvent* event)
{
    if (const auto zoom = zoomGesture(event, *this)) {
        enlarge(zoom->factor, zoom->at);
        return true;
    }
    return QWidget::event(event);
}

void Magnifier::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_pressed = event->position();
    m_corner_pressed = m_corner;
    m_is_dragged = false;
}

void Magnifier::mouseMoveEvent(QMouseEvent* event)
{
    if (!m_pressed)
        return;
    const QPointF way = event->position() - *m_pressed;
    m_is_dragged = m_is_dragged || way.manhattanLength() >= QApplication::startDragDistance();
    if (m_is_dragged)
        moveTo(m_corner_pressed - way / m_factor);
}

void Magnifier::mouseReleaseEvent(QMouseEvent* event)
{
    const bool is_click = m_pressed && !m_is_dragged;
    m_pressed.reset();
    if (is_click)
        passClick(event->position());
}

/** To the widget that is seen at a point of this one. */
void Magnifier::passClick(const QPointF& at)
{
    const QPointF place = m_corner + at / m_factor;
    QWidget* target = m_seen.childAt(place.toPoint());
    if (!target)
        return;
    const QPointF local = target->mapFrom(&m_seen, place.toPoint());
    for (const QEvent::Type type : {QEvent::MouseButtonPress, QEvent::MouseButtonRelease}) {
        const bool is_press = type == QEvent::MouseButtonPress;
        QMouseEvent click(type, local, target->mapToGlobal(local), Qt::LeftButton,
            is_press ? Qt::LeftButton : Qt::NoButton, Qt::NoModifier);
        QApplication::sendEvent(target, &click);
    }
    update();
}

void Magnifier::mouseDoubleClickEvent(QMouseEvent*)
{
    end();
}

void Magnifier::wheelEvent(QWheelEvent* event)
{
    enlarge(std::pow(one_turn, event->angleDelta().y() / 120.0), event->position());
    event->accept();
}

} // namespace glassformer
