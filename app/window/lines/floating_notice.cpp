#include "app/window/lines/floating_notice.h"

#include "widgets/look/palette.h"

#include <QEvent>
#include <QPainter>

namespace glassformer {

FloatingNotice::FloatingNotice(QWidget& ground)
    : QWidget(&ground)
{
    hide();
    ground.installEventFilter(this);
}

void FloatingNotice::place()
{
    const QWidget* const ground = parentWidget();
    const QSize size = sizeHint().boundedTo(ground->size());
    setGeometry(QRect({(ground->width() - size.width()) / 2, topFor(size.height())}, size));
}

void FloatingNotice::appear()
{
    place();
    show();
    raise();
}

void FloatingNotice::paintEvent(QPaintEvent*)
{
    const Palette& colours = paletteFor(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colours.selected, 1));
    painter.setBrush(colours.card);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
}

bool FloatingNotice::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize && isVisible())
        place();
    return QWidget::eventFilter(watched, event);
}

} // namespace glassformer
