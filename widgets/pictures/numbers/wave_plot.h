#pragma once

#include "widgets/paint/wave_painter.h"
#include "widgets/pictures/picture.h"

namespace glassformer {

/** Components of the positional encoding as waves, one above the other, with a dot at the chosen position. */
class WavePlot : public Picture
{
    Q_OBJECT

public:
    explicit WavePlot(QWidget* parent = nullptr);

    void setWaves(std::vector<Wave> waves, int position);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    void paintPicture(QPainter& painter, const QRectF& area, const FigureStyle& style) const override;

protected:
    void retranslate() override;

private:
    WaveContent m_content;
};

} // namespace glassformer
