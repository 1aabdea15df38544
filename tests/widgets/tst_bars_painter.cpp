#include "widgets/paint/bars_painter.h"

#include <QFontMetricsF>
#include <QtTest>

using namespace glassformer;

/** Bars with names and numbers, in as large a font as their lines have room for. */
class TestBarsPainter : public QObject
{
    Q_OBJECT

private slots:
    void namesOfManyBarsFillTheirLines()
    {
        FigureStyle style;
        std::vector<Bar> bars(18);
        for (Bar& bar : bars)
            bar = {QStringLiteral("street"), QStringLiteral("29.4 %"), 0.3, false, false, false};
        const double em = style.em();
        const BarsGeometry geometry = layoutBars(QRectF(0, 0, em * 40, em * 18), bars, style);
        QVERIFY(geometry.pitch <= em);
        const auto width = [&](double factor) {
            return QFontMetricsF(style.scaledFont(factor, true)).horizontalAdvance(bars.front().label) + 12;
        };
        QVERIFY2(geometry.label_width >= width(0.7), "smaller than there is room for");
        QVERIFY2(QFontMetricsF(style.scaledFont(0.74)).height() < geometry.pitch * 1.2, "higher than a line");
    }
};

QTEST_MAIN(TestBarsPainter)
#include "tst_bars_painter.moc"
