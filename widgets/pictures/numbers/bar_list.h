#pragma once

#include "widgets/paint/attention/heatmap_content.h"
#include "widgets/paint/bars_painter.h"
#include "widgets/pictures/picture.h"

namespace glassformer {

/** Words with bars and numbers: probabilities, logits. Click or Up/Down and Enter choose one. */
class BarList : public Picture
{
    Q_OBJECT

public:
    explicit BarList(QWidget* parent = nullptr);

    void setBars(std::vector<Bar> bars);
    /** Bars that want no more height than their words, beside a picture that does. */
    void setDense(bool is_dense) { m_is_dense = is_dense; }
    /** Hides bars and numbers until they are told; the framed one is the chosen row. */
    void setCover(const Cover& cover) override;
    bool isCovered() const { return m_cover.open != Cover::Open::All; }
    const std::vector<Bar>& bars() const { return m_bars; }
    BarsGeometry geometryNow() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    void paintPicture(QPainter& painter, const QRectF& area, const FigureStyle& style) const override;

signals:
    void barChosen(int index);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    std::vector<Bar> m_bars;
    int m_current = 0;
    bool m_is_dense = false;
    Cover m_cover;
};

} // namespace glassformer
