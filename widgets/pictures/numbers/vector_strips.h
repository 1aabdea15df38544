#pragma once

#include "widgets/paint/attention/heatmap_content.h"
#include "widgets/pictures/picture.h"

#include <vector>

namespace glassformer {

/** One vector of a sum: its name, the sign before it and its numbers. */
struct VectorStrip
{
    QString label; ///< in the notation of formula_painter.h
    QString sign; ///< "+", "=", "0.73 ×" before the strip
    std::vector<float> values;
    HeatmapColours colours = HeatmapColours::Signed;
    double limit = 0; ///< 0: the largest of all strips, so that they can be compared
    bool is_strong = false; ///< the result: set apart by a rule above it
};

/** Vectors below each other, component above component: a sum as one sees it. Click chooses a component. */
class VectorStrips : public Picture
{
    Q_OBJECT

public:
    explicit VectorStrips(QWidget* parent = nullptr);

    void setStrips(std::vector<VectorStrip> strips, int dimension);
    const std::vector<VectorStrip>& strips() const { return m_strips; }
    QRectF stripRect(int index) const;
    /** What the marks on numbers beyond the colours of their line say; empty: there are none. */
    QString aboutFarNumbers() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    void paintPicture(QPainter& painter, const QRectF& area, const FigureStyle& style) const override;

signals:
    void dimensionChosen(int dimension);

protected:
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    struct Lines
    {
        QRectF area;
        double label_width = 0;
        double sign_width = 0;
        double number_width = 0;
        double pitch = 0;

        QRectF strip(int index) const;
    };

    Lines linesIn(const QRectF& area, const FigureStyle& style) const;
    int size() const;

    std::vector<VectorStrip> m_strips;
    int m_dimension = 0;
};

} // namespace glassformer
