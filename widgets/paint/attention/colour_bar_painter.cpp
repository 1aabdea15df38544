#include "widgets/paint/attention/colour_bar_painter.h"

#include "widgets/look/number_text.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QLinearGradient>
#include <QPainter>

#include <algorithm>
#include <utility>

namespace glassformer {

namespace {

struct ScaleName
{
    Q_DECLARE_TR_FUNCTIONS(glassformer::ScaleName)
};

QFont nameFont(const FigureStyle& style)
{
    return style.scaledFont(0.76);
}

QString endText(double value, int digits)
{
    const bool is_whole = value == double(qint64(value));
    return numberText(value, is_whole ? 0 : digits);
}

/** What is beyond a clipped end looks as the end does. */
std::pair<QString, QString> endTexts(const ColourScale& scale, int digits, bool goes_on)
{
    const bool is_clipped = goes_on || scale.look().clip < 1;
    const QString low = endText(scale.low(), digits), high = endText(scale.high(), digits);
    return {is_clipped && scale.low() < 0 ? QStringLiteral("≤ ") + low : low,
        is_clipped ? QStringLiteral("≥ ") + high : high};
}

/** With as many digits as leave a gap between the ends. */
std::pair<QString, QString> endTexts(
    const ColourScale& scale, const QFontMetricsF& metrics, double width, bool goes_on)
{
    std::pair<QString, QString> ends;
    for (int digits = 2; digits >= 0; --digits) {
        ends = endTexts(scale, digits, goes_on);
        const QString both = ends.first + ends.second + QStringLiteral("  ");
        // Small numbers without their digits would all be the same.
        if (metrics.horizontalAdvance(both) <= width || std::max(-scale.low(), scale.high()) < 10)
            break;
    }
    return ends;
}

} // namespace

void paintColourBar(
    QPainter& painter, const QRectF& area, const ColourScale& scale, const FigureStyle& style, bool goes_on)
{
    const QFont font = style.scaledFont(0.76);
    const QFontMetricsF metrics(font);
    const QRectF bar(
        area.left(), area.top(), area.width(), std::max(5.0, area.height() - metrics.height() - 2));
    QLinearGradient gradient(bar.topLeft(), bar.topRight());
    constexpr int stops = 48;
    for (int i = 0; i <= stops; ++i)
        gradient.setColorAt(double(i) / stops, scale.colour(scale.valueAt(double(i) / stops)));
    painter.setPen(QPen(style.palette.border, 1));
    painter.setBrush(gradient);
    painter.drawRect(bar);
    painter.setBrush(Qt::NoBrush);

    painter.setFont(font);
    painter.setPen(style.palette.faint_ink);
    const QRectF text(area.left(), bar.bottom() + 2, area.width(), metrics.height());
    const auto [low, high] = endTexts(scale, metrics, area.width(), goes_on);
    painter.drawText(text, Qt::AlignLeft | Qt::AlignVCenter, low);
    painter.drawText(text, Qt::AlignRight | Qt::AlignVCenter, high);
    const bool has_zero = scale.low() < 0;
    const QString said = colourLookText(scale.look(), scale.limit());
    const QString middle = said.isEmpty() ? has_zero ? QStringLiteral("0") : QString() : said;
    const double room =
        area.width() - 2 * metrics.horizontalAdvance(low.size() > high.size() ? low : high) - 8;
    if (metrics.horizontalAdvance(middle) <= room)
        painter.drawText(text, Qt::AlignCenter, middle);
    else if (!said.isEmpty()) // what was changed of the scale is never left unsaid
        painter.drawText(text, Qt::AlignCenter, QStringLiteral("*"));
}

QString scaleName(bool is_shared)
{
    return is_shared ? ScaleName::tr("shared scale") : ScaleName::tr("own scale");
}

double scaleNameWidth(const FigureStyle& style)
{
    const QFontMetricsF metrics(nameFont(style));
    return std::max(metrics.horizontalAdvance(scaleName(false)), metrics.horizontalAdvance(scaleName(true)))
        + 1;
}

void paintScaleName(QPainter& painter, const QRectF& area, bool is_shared, const FigureStyle& style)
{
    painter.setFont(nameFont(style));
    painter.setPen(style.palette.selected);
    // In line with the bar, not with its numbers.
    const double height = QFontMetricsF(painter.font()).height();
    const QRectF line(area.left(), area.top() - height * 0.2, area.width(), height);
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, scaleName(is_shared));
}

} // namespace glassformer
