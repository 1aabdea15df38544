#pragma once

#include <QPointF>

#include <optional>

class QEvent;
class QWidget;

namespace glassformer {

/** How many times larger a picture is to be, around which of its points. */
struct ZoomGesture
{
    double factor = 1;
    QPointF at; ///< of the widget
};

/** What an event asks for if it is a pinch, on a pad or by two fingers; the widget must grab Qt::PinchGesture. */
std::optional<ZoomGesture> zoomGesture(QEvent* event, const QWidget& picture);

} // namespace glassformer
