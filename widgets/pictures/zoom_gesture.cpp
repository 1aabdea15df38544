#include "widgets/pictures/zoom_gesture.h"

#include <QGestureEvent>
#include <QNativeGestureEvent>
#include <QPinchGesture>
#include <QWidget>

#include <algorithm>

namespace glassformer {

std::optional<ZoomGesture> zoomGesture(QEvent* event, const QWidget& picture)
{
    if (event->type() == QEvent::NativeGesture) {
        const auto* gesture = static_cast<QNativeGestureEvent*>(event);
        constexpr double least = 0.1; // some pads send leaps of more than all there is
        if (gesture->gestureType() == Qt::ZoomNativeGesture)
            return ZoomGesture{std::max(least, 1 + gesture->value()), gesture->position()};
    } else if (event->type() == QEvent::Gesture) {
        auto* gesture = static_cast<QGestureEvent*>(event)->gesture(Qt::PinchGesture);
        if (const auto* pinch = static_cast<QPinchGesture*>(gesture))
            return ZoomGesture{pinch->scaleFactor(), picture.mapFromGlobal(pinch->centerPoint())};
    }
    return std::nullopt;
}

} // namespace glassformer
