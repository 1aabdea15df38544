#include "widgets/pictures/colour_key.h"

#include "widgets/paint/attention/colour_bar_painter.h"

#include <QFontMetricsF>
#include <QPainter>

namespace glassformer {

ColourKey::ColourKey(QWidget* parent)
    : Picture(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void ColourKey::setScale(double limit, const QString& quantity)
{
    m_limit = limit;
    m_quantity = quantity;
    setAccessibleName(quantity);
    update();
}

QSize ColourKey::sizeHint() const
{
    const double em = figureStyle().em();
    return QSizeF(em * 12, em * 3.1).toSize();
}

void ColourKey::paintPicture(QPainter& painter, const QRectF& area, const FigureStyle& style) const
{
    painter.save();
    const QFont small = style.smallFont();
    const double line = style.em() * 1.3;
    painter.setFont(small);
    painter.setPen(style.palette.faint_ink);
    painter.drawText(QRectF(area.left(), area.top(), area.width(), line), Qt::AlignLeft | Qt::AlignVCenter,
        QFontMetricsF(small).elidedText(m_quantity, Qt::ElideRight, area.width()));
    paintColourBar(
        painter, area.adjusted(1, line, -1, -1), ColourScale::diverging({}, m_limit, style.palette), style);
    painter.restore();
}

} // namespace glassformer
