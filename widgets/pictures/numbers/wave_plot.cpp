#include "widgets/pictures/numbers/wave_plot.h"

#include "widgets/pictures/numbers/plot.h"

#include <QFontMetricsF>
#include <QPainter>

#include <array>

namespace glassformer {

namespace {

constexpr double wave_distance = 2.5; // in units of the amplitude: neighbours do not touch

QColor colourOf(std::size_t index, const Palette& palette)
{
    const std::array<QColor, 4> colours{palette.query, palette.value, palette.key, palette.hidden};
    return colours[index % colours.size()];
}

double offsetOf(std::size_t index, std::size_t count)
{
    return double(count - 1 - index) * wave_distance;
}

} // namespace

WavePlot::WavePlot(QWidget* parent)
    : Picture(parent)
    , m_plot(new Plot(this))
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    retranslate();
}

void WavePlot::setWaves(std::vector<Wave> waves, int position)
{
    m_waves = std::move(waves);
    m_position = position;
    draw(figureStyle());
    update();
}

QRectF WavePlot::frameIn(const QRectF& area, const FigureStyle& style) const
{
    double names = 0;
    for (const Wave& wave : m_waves)
        names = std::max(names, QFontMetricsF(style.smallFont()).horizontalAdvance(wave.name));
    return area.adjusted(names + 12, 4, -8, -style.em() * 2.4);
}

void WavePlot::draw(const FigureStyle& style) const
{
    std::vector<Curve> curves;
    for (std::size_t i = 0; i < m_waves.size(); ++i) {
        Curve curve;
        curve.colour = colourOf(i, style.palette);
        const double offset = offsetOf(i, m_waves.size());
        for (std::size_t position = 0; position < m_waves[i].values.size(); ++position) {
            curve.x.push_back(double(position));
            curve.y.push_back(m_waves[i].values[position] + offset);
        }
        if (m_position >= 0 && m_position < int(m_waves[i].values.size()))
            curve.dots.push_back({double(m_position), m_waves[i].values[std::size_t(m_position)] + offset});
        curves.push_back(std::move(curve));
    }
    m_plot->setCurves(curves, tr("position"), style);
    m_plot->setFrame(frameIn(rect(), style));
    m_plot->replot();
}

void WavePlot::paintNames(QPainter& painter, const QRectF& area, const FigureStyle& style) const
{
    const QRectF frame = frameIn(area, style);
    const double low = -1.2;
    const double high = offsetOf(0, m_waves.size()) + 1.2;
    painter.setFont(style.smallFont());
    for (std::size_t i = 0; i < m_waves.size(); ++i) {
        const double y = frame.bottom() - (offsetOf(i, m_waves.size()) - low) / (high - low) * frame.height();
        painter.setPen(colourOf(i, style.palette));
        painter.drawText(QRectF(area.left(), y - style.em(), frame.left() - area.left() - 8, style.em() * 2),
            Qt::AlignRight | Qt::AlignVCenter, m_waves[i].name);
    }
}

void WavePlot::paintPicture(QPainter& painter, const QRectF& area, const FigureStyle& style) const
{
    if (m_waves.empty())
        return;
    draw(style);
    m_plot->paintFigure(painter, area, style);
    paintNames(painter, area, style);
    draw(figureStyle());
}

void WavePlot::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    if (!m_waves.empty())
        paintNames(painter, rect(), figureStyle());
}

void WavePlot::resizeEvent(QResizeEvent* event)
{
    m_plot->setGeometry(rect());
    m_plot->setFrame(frameIn(rect(), figureStyle()));
    m_plot->replot();
    Picture::resizeEvent(event);
}

QSize WavePlot::sizeHint() const
{
    return QSizeF(figureStyle().em() * 26, figureStyle().em() * 13).toSize();
}

QSize WavePlot::minimumSizeHint() const
{
    return QSizeF(figureStyle().em() * 12, figureStyle().em() * 9).toSize();
}

void WavePlot::restyle()
{
    draw(figureStyle());
    Picture::restyle();
}

void WavePlot::retranslate()
{
    setAccessibleName(tr("Waves of the positional encoding"));
    if (!m_waves.empty())
        draw(figureStyle());
}

} // namespace glassformer
