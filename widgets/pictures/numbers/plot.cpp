#include "widgets/pictures/numbers/plot.h"

#if defined(__GNUC__)
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wshadow"
#pragma GCC diagnostic ignored "-Wpedantic"
#pragma GCC diagnostic ignored "-Woverloaded-virtual"
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"
#endif
#include <qcustomplot.h>
#if defined(__GNUC__)
#pragma GCC diagnostic pop
#endif

#include <QPicture>

#include <algorithm>
#include <cmath>

namespace glassformer {

Plot::Plot(QWidget* parent)
    : QWidget(parent)
    , m_plot(new QCustomPlot(this))
{
    m_plot->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_plot->setFocusPolicy(Qt::NoFocus);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    // The card shows through; the plot has no opinion about its ground.
    m_plot->setBackground(QBrush(Qt::NoBrush));
    m_plot->setAttribute(Qt::WA_OpaquePaintEvent, false);
    m_plot->axisRect()->setBackground(QBrush(Qt::NoBrush));
    m_plot->axisRect()->setAutoMargins(QCP::msNone);
    m_plot->axisRect()->setMinimumSize(1, 1);
    m_plot->setMinimumSize(1, 1);
    for (QCPAxis* axis : m_plot->axisRect()->axes()) {
        axis->setVisible(false);
        axis->grid()->setVisible(false);
    }
}

Plot::~Plot() = default;

void Plot::setCurves(const std::vector<Curve>& curves, const QString& x_title, const FigureStyle& style)
{
    m_curves = curves;
    m_plot->clearPlottables();
    double x_high = 1;
    double y_low = -1;
    double y_high = 1;
    for (const Curve& curve : curves) {
        QCPGraph* line = m_plot->addGraph();
        line->setData(QVector<double>(curve.x.begin(), curve.x.end()),
            QVector<double>(curve.y.begin(), curve.y.end()), true);
        line->setPen(QPen(curve.colour, 1.6));
        QCPGraph* dots = m_plot->addGraph();
        for (const QPointF& dot : curve.dots)
            dots->addData(dot.x(), dot.y());
        dots->setLineStyle(QCPGraph::lsNone);
        dots->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssDisc, curve.colour, curve.colour, 8));
        for (std::size_t i = 0; i < curve.x.size(); ++i) {
            x_high = std::max(x_high, curve.x[i]);
            y_low = std::min(y_low, curve.y[i]);
            y_high = std::max(y_high, curve.y[i]);
        }
    }
    m_plot->xAxis->setVisible(true);
    m_plot->xAxis->setLabel(x_title);
    m_plot->xAxis->setRange(0, x_high);
    // Positions are whole numbers; about eight of them are named.
    const QSharedPointer<QCPAxisTickerFixed> ticker(new QCPAxisTickerFixed);
    ticker->setTickStep(std::max(1.0, std::round(x_high / 8)));
    m_plot->xAxis->setTicker(ticker);
    m_plot->yAxis->setRange(y_low - 0.2, y_high + 0.2);
    styleAxes(style);
}

void Plot::styleAxes(const FigureStyle& style) const
{
    QCPAxis* axis = m_plot->xAxis;
    axis->setTickLabelFont(style.scaledFont(0.76));
    axis->setTickLabelColor(style.palette.faint_ink);
    axis->setLabelFont(style.scaledFont(0.8));
    axis->setLabelColor(style.palette.faint_ink);
    axis->setLabelPadding(1);
    axis->setBasePen(QPen(style.palette.border));
    axis->setTickPen(QPen(style.palette.border));
    axis->setSubTicks(false);
}

void Plot::setFrame(const QRectF& frame)
{
    const QMargins margins(qRound(frame.left()), qRound(frame.top()), qRound(width() - frame.right()),
        qRound(height() - frame.bottom()));
    m_plot->axisRect()->setMargins(margins);
    m_plot->plotLayout()->update(QCPLayoutElement::upLayout);
}

void Plot::replot()
{
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void Plot::paintFigure(QPainter& painter, const QRectF& area, const FigureStyle& style) const
{
    styleAxes(style);
    // A QPicture records what the plot draws, so that any painter can repeat it without bitmaps.
    QPicture record;
    QCPPainter recorder(&record);
    recorder.setMode(QCPPainter::pmVectorized);
    recorder.setMode(QCPPainter::pmNoCaching);
    m_plot->toPainter(&recorder, int(area.width()), int(area.height()));
    recorder.end();
    painter.save();
    painter.translate(area.topLeft());
    record.play(&painter);
    painter.restore();
}

void Plot::resizeEvent(QResizeEvent* event)
{
    m_plot->setGeometry(rect());
    QWidget::resizeEvent(event);
}

} // namespace glassformer
