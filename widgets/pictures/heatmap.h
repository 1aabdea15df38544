#pragma once

#include "widgets/paint/heatmap_content.h"
#include "widgets/paint/heatmap_geometry.h"
#include "widgets/pictures/picture.h"

#include <functional>
#include <optional>

namespace glassformer {

class Plot;

/**
 * A matrix as coloured cells with labels on both axes and a colour bar: weights, scores, vectors of all tokens.
 *
 * Click or arrow keys choose a cell; the widget only tells what was chosen and is told what to show. Ctrl and the
 * wheel enlarge a part, a double click shows all again.
 */
class Heatmap : public Picture
{
    Q_OBJECT

public:
    explicit Heatmap(QWidget* parent = nullptr);

    void setContent(HeatmapContent content);
    const HeatmapContent& content() const { return m_content; }

    /** What the pointer reads over a cell; row and column heading and the number, if none is set. */
    using CellText = std::function<QString(int row, int column)>;
    void setCellText(CellText text) { m_cell_text = std::move(text); }
    QString cellText(int row, int column) const;

    /** Where everything lies now: for tests and for pictures that point into this one. */
    HeatmapGeometry geometryNow() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    void paintPicture(QPainter& painter, const QRectF& area, const FigureStyle& style) const override;

signals:
    void cellChosen(int row, int column);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void restyle() override;

private:
    void layOut();
    void placePlot();
    std::optional<QPoint> cellAt(const QPointF& position) const;
    void describe();

    HeatmapContent m_content;
    HeatmapGeometry m_geometry; ///< of all cells; thousands of labels are measured for it
    CellText m_cell_text;
    Plot* m_plot = nullptr;
};

} // namespace glassformer
