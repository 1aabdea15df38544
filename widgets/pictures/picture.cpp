#include "widgets/pictures/picture.h"

#include <QEvent>
#include <QPainter>
#include <QResizeEvent>

namespace glassformer {

FigureStyle Picture::figureStyle() const
{
    FigureStyle style;
    style.palette = paletteFor(palette());
    style.font = font();
    style.weights_map = m_colour_map;
    return style;
}

void Picture::setColourMap(ColourMapKind map)
{
    if (map == m_colour_map)
        return;
    m_colour_map = map;
    restyle();
}

void Picture::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintPicture(painter, rect(), figureStyle());
}

void Picture::changeEvent(QEvent* event)
{
    switch (event->type()) {
    case QEvent::PaletteChange:
    case QEvent::FontChange:
    case QEvent::StyleChange:
        restyle();
        break;
    case QEvent::LanguageChange:
        retranslate();
        break;
    default:
        break;
    }
    QWidget::changeEvent(event);
}

void Picture::resizeEvent(QResizeEvent* event)
{
    if (event->size().width() != event->oldSize().width())
        fitHeight();
    QWidget::resizeEvent(event);
}

int Picture::heightFor(int) const
{
    return -1;
}

void Picture::fitHeight()
{
    const int height = heightFor(width());
    if (height >= 0 && (height != minimumHeight() || height != maximumHeight()))
        setFixedHeight(height);
}

void Picture::restyle()
{
    fitHeight();
    updateGeometry();
    update();
}

void Picture::retranslate()
{
    update();
}

} // namespace glassformer
