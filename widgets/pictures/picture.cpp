#include "widgets/pictures/picture.h"

#include "widgets/pictures/picture_keys.h"

#include <QApplication>
#include <QEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QResizeEvent>

namespace glassformer {
namespace {

ColourLook present_colours; ///< of all pictures, as the desktop's palette is

} // namespace

FigureStyle Picture::figureStyle() const
{
    FigureStyle style;
    style.palette = paletteFor(palette());
    style.font = font();
    style.colours = colours();
    return style;
}

void Picture::setColours(const ColourLook& colours)
{
    if (colours == present_colours)
        return;
    present_colours = colours;
    const QWidgetList widgets = QApplication::allWidgets();
    for (QWidget* widget : widgets)
        if (auto* picture = qobject_cast<Picture*>(widget))
            picture->restyle();
}

const ColourLook& Picture::colours()
{
    return present_colours;
}

bool Picture::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride && hasFocus() && isKept(static_cast<QKeyEvent&>(*event))) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

void Picture::keyPressEvent(QKeyEvent* event)
{
    if (doingOf(*event) == PictureDoing::Leave && hasFocus())
        window()->setFocus();
    else
        QWidget::keyPressEvent(event);
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
