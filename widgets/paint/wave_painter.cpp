#include "widgets/paint/wave_painter.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPolygonF>

#include <algorithm>
#include <array>
#include <cmath>

namespace glassformer {
namespace {

constexpr double edge = 1.2; ///< above and below the outer lines, in units of the largest amplitude
constexpr double distance = 2.5; ///< between lines: neighbours do not touch
constexpr int most_ticks = 8;

QColor colourOf(std::size_t index, const Palette& palette)
{
    const std::array<QColor, 4> colours{palette.query, palette.value, palette.key, palette.hidden};
    return colours[index % colours.size()];
}

/** Where the waves lie. */
struct Frame
{
    QRectF rect;
    std::size_t waves = 0;
    int last = 1; ///< position at the right edge
    double amplitude = 1;

    double x(double position) const { return rect.left() + rect.width() * position / last; }
    /** Of a value of a wave; of 0 its line. */
    double y(std::size_t wave, double value) const
    {
        const double height = double(waves - 1) * distance + 2 * edge;
        const double level = edge + double(wave) * distance - value / amplitude;
        return rect.top() + rect.height() * level / height;
    }
};

Frame frameOf(const QRectF& area, const WaveContent& content, const FigureStyle& style)
{
    Frame frame;
    double names = 0;
    for (const Wave& wave : content.waves) {
        names = std::max(names, QFontMetricsF(style.smallFont()).horizontalAdvance(wave.name));
        frame.last = std::max(frame.last, int(wave.values.size()) - 1);
        for (const double value : wave.values)
            frame.amplitude =
                std::isfinite(value) ? std::max(frame.amplitude, std::abs(value)) : frame.amplitude;
    }
    frame.waves = content.waves.size();
    frame.rect = area.adjusted(names + 12, 4, -8, -style.em() * 2.4);
    return frame;
}

void paintAxis(QPainter& painter, const Frame& frame, const QString& title, const FigureStyle& style)
{
    const double em = style.em(), bottom = frame.rect.bottom();
    painter.setPen(QPen(style.palette.border, 1));
    painter.drawLine(frame.rect.bottomLeft(), frame.rect.bottomRight());
    const int step = std::max(1, (frame.last + most_ticks - 1) / most_ticks);
    painter.setFont(style.scaledFont(0.76));
    for (int position = 0; position <= frame.last; position += step) {
        const double x = frame.x(position);
        painter.setPen(QPen(style.palette.border, 1));
        painter.drawLine(QPointF(x, bottom), QPointF(x, bottom + 4));
        painter.setPen(style.palette.faint_ink);
        painter.drawText(QRectF(x - em * 2, bottom + 4, em * 4, em), Qt::AlignHCenter | Qt::AlignVCenter,
            QString::number(position));
    }
    painter.setFont(style.scaledFont(0.8));
    painter.drawText(QRectF(frame.rect.left(), bottom + em + 3, frame.rect.width(), em * 1.2),
        Qt::AlignHCenter | Qt::AlignVCenter, title);
}

} // namespace

void paintWaves(QPainter& painter, const QRectF& area, const WaveContent& content, const FigureStyle& style)
{
    if (content.waves.empty())
        return;
    const Frame frame = frameOf(area, content, style);
    painter.save();
    paintAxis(painter, frame, content.title, style);
    for (std::size_t i = 0; i < content.waves.size(); ++i) {
        const Wave& wave = content.waves[i];
        const QColor colour = colourOf(i, style.palette);
        painter.setPen(colour);
        painter.setFont(style.smallFont());
        painter.drawText(QRectF(area.left(), frame.y(i, 0) - style.em(), frame.rect.left() - area.left() - 8,
                             style.em() * 2),
            Qt::AlignRight | Qt::AlignVCenter, wave.name);
        QPolygonF line;
        for (std::size_t position = 0; position < wave.values.size(); ++position)
            line << QPointF(frame.x(double(position)), frame.y(i, wave.values[position]));
        painter.setPen(QPen(colour, 1.6));
        painter.setBrush(Qt::NoBrush);
        painter.drawPolyline(line);
        if (content.position < 0 || content.position >= line.size())
            continue;
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour);
        painter.drawEllipse(line[content.position], 4, 4);
    }
    painter.restore();
}

} // namespace glassformer
