#include "app/presentation/presentation_events.h"

#include "app/experiments/pages.h"
#include "app/presentation/ink_layer.h"
#include "app/presentation/magnifier.h"
#include "widgets/pictures/attention/heatmap.h"
#include "widgets/pictures/curtain.h"
#include "widgets/pictures/words/word_map.h"
#include "widgets/pictures/zoom_gesture.h"

#include <QAbstractButton>
#include <QAbstractSlider>
#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QMainWindow>
#include <QTabletEvent>
#include <QToolTip>
#include <QWheelEvent>
#include <QWindow>

#include <algorithm>
#include <cmath>

namespace glassformer {
namespace {

constexpr double double_click_zoom = 2, one_turn = 1.25;
constexpr double shortest_swipe = 0.12; ///< of the width of the window

bool isControl(const QWidget& widget)
{
    return qobject_cast<const QAbstractButton*>(&widget) || qobject_cast<const QComboBox*>(&widget)
        || qobject_cast<const QLineEdit*>(&widget) || qobject_cast<const QAbstractSlider*>(&widget);
}

/** Pictures that come closer by themselves, with their letters as large as before. */
bool enlargesItself(const QWidget& widget)
{
    return qobject_cast<const Heatmap*>(&widget) || qobject_cast<const WordMap*>(&widget);
}

bool isFinger(const QMouseEvent& event)
{
    return event.source() != Qt::MouseEventNotSynthesized
        || (event.pointingDevice()
            && event.pointingDevice()->type() == QInputDevice::DeviceType::TouchScreen);
}

} // namespace

PresentationEvents::PresentationEvents(const PresentedParts& parts, QObject* parent)
    : QObject(parent)
    , m_parts(parts)
    , m_grabbing(&parts.pages)
{
    QToolTip::hideText();
    m_parts.pages.grabGesture(Qt::PinchGesture);
    qApp->installEventFilter(this);
}

PresentationEvents::~PresentationEvents()
{
    if (m_grabbing)
        m_grabbing->ungrabGesture(Qt::PinchGesture);
    // The label of tips is used again where it was never shown.
    for (QWidget* widget : QApplication::topLevelWidgets())
        if (widget->inherits("QTipLabel"))
            widget->deleteLater();
}

bool PresentationEvents::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_parts.window.windowHandle()) {
        if (auto* mouse = dynamic_cast<QMouseEvent*>(event))
            return follow(*mouse);
        return false;
    }
    if (!watched->isWidgetType())
        return false;
    auto& widget = *static_cast<QWidget*>(watched);
    switch (event->type()) {
    case QEvent::Resize:
        if (&widget == &m_parts.window)
            emit resized();
        return false;
    case QEvent::Polish:
    case QEvent::Show:
        if (widget.inherits("QTipLabel"))
            widget.setAttribute(Qt::WA_DontShowOnScreen);
        return false;
    case QEvent::ShortcutOverride: // a picture that was pressed would keep the arrow keys
        event->ignore();
        return qobject_cast<Picture*>(&widget) != nullptr;
    case QEvent::TabletPress:
    case QEvent::TabletMove:
    case QEvent::TabletRelease:
        return widget.window() == &m_parts.window && draw(static_cast<QTabletEvent&>(*event));
    case QEvent::MouseButtonDblClick:
    case QEvent::Wheel:
    case QEvent::Gesture:
    case QEvent::NativeGesture:
        return (&widget == &m_parts.pages || m_parts.pages.isAncestorOf(&widget)) && enlarge(widget, *event);
    default:
        return false;
    }
}

void PresentationEvents::followPointer(const QMouseEvent& event)
{
    if (m_parts.has_pointer)
        m_parts.ink.setPointer(QPointF(m_parts.ink.mapFromGlobal(event.globalPosition())));
}

/** Of the window as a whole: where the pointer is, and whether a finger was drawn across. */
bool PresentationEvents::follow(QMouseEvent& event)
{
    const QPointF at = event.globalPosition();
    if (event.type() == QEvent::MouseMove)
        followPointer(event);
    if (!isFinger(event) || m_parts.ink.isDrawing() || m_parts.magnifier.isOpen())
        return false;
    if (event.type() == QEvent::MouseButtonPress)
        m_touched = at;
    if (event.type() != QEvent::MouseButtonRelease || !m_touched)
        return false;
    const QPointF way = at - *m_touched;
    m_touched.reset();
    if (std::abs(way.x()) > m_parts.window.width() * shortest_swipe
        && std::abs(way.x()) > 2 * std::abs(way.y()))
        emit swiped(way.x() < 0 ? 1 : -1);
    return false;
}

/** A pen draws without being asked to. */
bool PresentationEvents::draw(const QTabletEvent& event)
{
    const QPointF at = m_parts.ink.mapFromGlobal(event.globalPosition());
    if (event.type() == QEvent::TabletPress)
        m_parts.ink.begin(at);
    else if (event.type() == QEvent::TabletMove)
        m_parts.ink.goOn(at);
    else
        m_parts.ink.end();
    return true;
}

bool PresentationEvents::enlarge(QWidget& widget, QEvent& event)
{
    const auto inPages = [&](const QPointF& at) { return QPointF(widget.mapTo(&m_parts.pages, at)); };
    if (event.type() == QEvent::MouseButtonDblClick) {
        const auto& mouse = static_cast<QMouseEvent&>(event);
        if (mouse.button() != Qt::LeftButton || isControl(widget) || qobject_cast<Curtain*>(&widget))
            return false;
        m_parts.magnifier.enlarge(double_click_zoom, inPages(mouse.position()));
        return true;
    }
    if (enlargesItself(widget))
        return false;
    if (event.type() == QEvent::Wheel) {
        const auto& wheel = static_cast<QWheelEvent&>(event);
        if (!(wheel.modifiers() & Qt::ControlModifier) || wheel.angleDelta().y() == 0)
            return false;
        m_parts.magnifier.enlarge(
            std::pow(one_turn, wheel.angleDelta().y() / 120.0), inPages(wheel.position()));
        return true;
    }
    const auto zoom = zoomGesture(&event, widget);
    if (zoom)
        m_parts.magnifier.enlarge(zoom->factor, inPages(zoom->at));
    return zoom.has_value();
}

} // namespace glassformer
