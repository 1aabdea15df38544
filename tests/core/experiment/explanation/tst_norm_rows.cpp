#include "core/experiment/explanation/norm_rows.h"

#include <QtTest>

using namespace glassformer;

/** Worked by hand: 1, 3, 5, 7 have mean 4 and variance (9 + 1 + 1 + 9) / 4 = 5; their squares have the mean 21. */
class NormRowsTest : public QObject
{
    Q_OBJECT

private slots:
    void aRowIsBroughtToMeanZeroAndVarianceOne();
    void anRmsNormTakesNoMeanOff();
};

void NormRowsTest::aRowIsBroughtToMeanZeroAndVarianceOne()
{
    ModelConfig config;
    config.norm_epsilon = 4;
    const std::vector<float> row{1, 3, 5, 7};
    const RowStatistics statistics = statisticsOf(row, config, NormKind::Layer);
    QCOMPARE(statistics.mean, 4.0);
    QCOMPARE(statistics.variance, 5.0);
    QCOMPARE(statistics.deviation, 3.0);
    QCOMPARE(normalizedRow(row, statistics), (std::vector<float>{-1.0f, -1.0f / 3, 1.0f / 3, 1.0f}));
}

void NormRowsTest::anRmsNormTakesNoMeanOff()
{
    ModelConfig config;
    config.norm_epsilon = 4;
    const std::vector<float> row{1, 3, 5, 7};
    const RowStatistics statistics = statisticsOf(row, config, NormKind::Rms);
    QCOMPARE(statistics.mean, 0.0);
    QCOMPARE(statistics.deviation, 5.0);
    QCOMPARE(normalizedRow(row, statistics), (std::vector<float>{0.2f, 0.6f, 1.0f, 1.4f}));
}

QTEST_GUILESS_MAIN(NormRowsTest)

#include "tst_norm_rows.moc"
