#include "core/experiment/explanation/nearest_rows.h"

#include <QtTest>

#include <cmath>

using namespace glassformer;

class TestNearestRows : public QObject
{
    Q_OBJECT

private slots:
    void rowsComeByTheCosineOfTheirAngle()
    {
        const std::vector<float> table{0, 2, /**/ 1, 1, /**/ -3, 0, /**/ 5, 0, /**/ 0, 0};
        const std::vector<float> asked{1, 0};
        const auto near = nearestRows({table.data(), 5, 2}, asked, 3);
        QCOMPARE(near.size(), std::size_t(3));
        QCOMPARE(near[0].row, 3);
        QCOMPARE(near[0].cosine, 1.0);
        QCOMPARE(near[1].row, 1);
        QVERIFY(std::abs(near[1].cosine - std::sqrt(0.5)) < 1e-6);
        QVERIFY(std::abs(near[2].cosine) < 1e-6);
    }
};

QTEST_APPLESS_MAIN(TestNearestRows)
#include "tst_nearest_rows.moc"
