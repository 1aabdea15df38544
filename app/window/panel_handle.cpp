#include "app/window/panel_handle.h"

#include "widgets/look/palette.h"

#include <QPainter>

namespace glassformer {
namespace {

constexpr int height_of_handle = 9, dots = 5, dot_pitch = 5;

} // namespace

PanelHandle::PanelHandle(QWidget* parent)
    : QWidget(parent)
{
    setCursor(Qt::OpenHandCursor);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
}

QSize PanelHandle::sizeHint() const
{
    return {dots * dot_pitch, height_of_handle};
}

void PanelHandle::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(paletteFor(palette()).border);
    const QPointF middle = QRectF(rect()).center();
    for (int i = 0; i < dots; ++i)
        painter.drawEllipse(middle + QPointF((i - dots / 2) * dot_pitch, 0), 1.4, 1.4);
}

} // namespace glassformer
