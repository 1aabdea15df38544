#include "widgets/pictures/picture.h"

#include <QEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QResizeEvent>

namespace glassformer {
namespace {

bool isOwnKey(const QKeyEvent& event)
{
    switch (event.key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_Escape:
        return !(event.modifiers() & ~Qt::KeypadModifier);
    default:
        return false;
    }
}

} // namespace

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

bool Picture::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride && hasFocus()
        && isOwnKey(static_cast<QKeyEvent&>(*event))) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

void Picture::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && hasFocus())
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
