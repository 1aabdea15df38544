#include "widgets/paint/colour_bar_painter.h"

#include "widgets/look/number_text.h"

#include <QFontMetricsF>
#include <QLinearGradient>
#include <QPainter>

namespace glassformer {

namespace {

QString endText(double value)
{
    const bool is_whole = value == double(qint64(value));
    return numberText(value, is_whole ? 0 : 2);
}

} // namespace

void paintColourBar(QPainter& painter, const QRectF& area, const ColourScale& scale, const FigureStyle& style)
{
    const QFont font = style.scaledFont(0.76);
    const QFontMetricsF metrics(font);
    const QRectF bar(
        area.left(), area.top(), area.width(), std::max(5.0, area.height() - metrics.height() - 2));
    QLinearGradient gradient(bar.topLeft(), bar.topRight());
    constexpr int stops = 24;
    for (int i = 0; i <= stops; ++i) {
        const double share = double(i) / stops;
        gradient.setColorAt(share, scale.colour(scale.low() + share * (scale.high() - scale.low())));
    }
    painter.setPen(QPen(style.palette.border, 1));
    painter.setBrush(gradient);
    painter.drawRect(bar);
    painter.setBrush(Qt::NoBrush);

    painter.setFont(font);
    painter.setPen(style.palette.faint_ink);
    const QRectF text(area.left(), bar.bottom() + 2, area.width(), metrics.height());
    painter.drawText(text, Qt::AlignLeft | Qt::AlignVCenter, endText(scale.low()));
    painter.drawText(text, Qt::AlignRight | Qt::AlignVCenter, endText(scale.high()));
    if (scale.low() < 0 && scale.high() > 0)
        painter.drawText(text, Qt::AlignCenter, QStringLiteral("0"));
}

} // namespace glassformer
