#include "widgets/pictures/numbers/wave_plot.h"

namespace glassformer {

WavePlot::WavePlot(QWidget* parent)
    : Picture(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    retranslate();
}

void WavePlot::setWaves(std::vector<Wave> waves, int position)
{
    m_content.waves = std::move(waves);
    m_content.position = position;
    update();
}

void WavePlot::paintPicture(QPainter& painter, const QRectF& area, const FigureStyle& style) const
{
    paintWaves(painter, area, m_content, style);
}

QSize WavePlot::sizeHint() const
{
    return QSizeF(figureStyle().em() * 26, figureStyle().em() * 13).toSize();
}

QSize WavePlot::minimumSizeHint() const
{
    return QSizeF(figureStyle().em() * 12, figureStyle().em() * 9).toSize();
}

void WavePlot::retranslate()
{
    setAccessibleName(tr("Waves of the positional encoding"));
    m_content.title = tr("position");
    update();
}

} // namespace glassformer
