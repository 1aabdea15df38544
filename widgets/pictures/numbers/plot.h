#pragma once

#include "widgets/look/figure_style.h"

#include <QRectF>
#include <QWidget>

#include <vector>

class QCustomPlot;

namespace glassformer {

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
 * The one door to QCustomPlot: curves with their axes; it alone includes that header. Matrices are drawn by our own
 * painters, because QCustomPlot's colour map leaves the program as a bitmap.
 */
class Plot : public QWidget
{
    Q_OBJECT

public:
    explicit Plot(QWidget* parent = nullptr);
    ~Plot() override;

    /** Lines over x, with numbers on the x axis. */
    void setCurves(const std::vector<Curve>& curves, const QString& x_title, const FigureStyle& style);

    /** Where the axes lie inside the widget. */
    void setFrame(const QRectF& frame);

    void replot();
    /** The same plot on any painter, as vectors. */
    void paintFigure(QPainter& painter, const QRectF& area, const FigureStyle& style) const;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void styleAxes(const FigureStyle& style) const;

    QCustomPlot* m_plot = nullptr;
    std::vector<Curve> m_curves;
};

} // namespace glassformer
