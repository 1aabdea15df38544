#pragma once

#include <QWidget>

namespace glassformer {

/** All layers of a stack side by side, the one that is shown filled; click one to see it. */
class LayerLadder : public QWidget
{
    Q_OBJECT

public:
    explicit LayerLadder(QWidget* parent = nullptr);

    void setLayer(int layer, int count);
    /** Where a layer stands. */
    QRectF rung(int layer) const;

signals:
    void layerWanted(int layer);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;

private:
    int layerAt(double x) const;

    int m_layer = 0, m_count = 1;
};

} // namespace glassformer
