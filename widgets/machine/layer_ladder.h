#pragma once

#include "widgets/machine/machine_path.h"

#include <QWidget>

namespace glassformer {

/** All layers of a stack side by side, the one that is shown filled; click one to see it. A path can be lit in them. */
class LayerLadder : public QWidget
{
    Q_OBJECT

public:
    explicit LayerLadder(QWidget* parent = nullptr);

    void setLayer(int layer, int count);
    /** Layers are filled as far as they are lit; empty: they are not. */
    void setPath(std::vector<std::optional<PathStop>> stops);
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

    QString layerText(int layer) const;
    void paintStop(QPainter& painter, const QRectF& rung, int layer) const;

    int m_layer = 0, m_count = 1;
    std::vector<std::optional<PathStop>> m_stops;
};

} // namespace glassformer
