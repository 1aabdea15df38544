#pragma once

#include "widgets/look/figure_style.h"

#include <QRectF>
#include <QWidget>

#include <functional>
#include <vector>

class QCustomPlot;

namespace glassformer {

class CellLayer;

/** A line in a plot, with a dot where the user looks. */
struct Curve
{
    std::vector<double> x;
    std::vector<double> y;
    QColor colour;
    QString name; ///< left of its first point
    std::vector<QPointF> dots;
};

/**
 * The one door to QCustomPlot: it keeps axes, ranges and zoom, and it alone includes that header. Matrices are drawn
 * by our own painters through an own layerable, because QCustomPlot's colour map leaves the program as a bitmap.
 */
class Plot : public QWidget
{
    Q_OBJECT

public:
    explicit Plot(QWidget* parent = nullptr);
    ~Plot() override;

    /** Draws into the rectangle that the axes give to (0, 0) .. (columns, rows), row 0 on top. */
    using CellPainter = std::function<void(QPainter& painter, const QRectF& cells)>;
    void setCells(int columns, int rows, CellPainter painter);

    /** Lines over x, with numbers on the x axis. */
    void setCurves(const std::vector<Curve>& curves, const QString& x_title, const FigureStyle& style);

    /** Where the axes lie inside the widget. */
    void setFrame(const QRectF& frame);
    /** Where the whole matrix lies now: larger than the frame when zoomed. */
    QRectF cellsRect() const;
    bool isZoomed() const;
    void zoom(double factor, const QPointF& centre);
    void resetZoom();

    void replot();
    /** The same plot on any painter, as vectors. */
    void paintFigure(QPainter& painter, const QRectF& area, const FigureStyle& style) const;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void styleAxes(const FigureStyle& style) const;

    QCustomPlot* m_plot = nullptr;
    CellLayer* m_cells = nullptr;
    std::vector<Curve> m_curves;
    int m_columns = 0;
    int m_rows = 0;
};

} // namespace glassformer
