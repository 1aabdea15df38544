#pragma once

#include "widgets/pictures/picture.h"

#include <vector>

namespace glassformer {

class Plot;

/** One component of a vector over all positions. */
struct Wave
{
    QString name;
    std::vector<double> values; ///< at position 0, 1, 2, ...
};

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
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void restyle() override;
    void retranslate() override;

private:
    void draw(const FigureStyle& style) const;
    QRectF frameIn(const QRectF& area, const FigureStyle& style) const;
    void paintNames(QPainter& painter, const QRectF& area, const FigureStyle& style) const;

    Plot* m_plot = nullptr;
    std::vector<Wave> m_waves;
    int m_position = 0;
};

} // namespace glassformer
