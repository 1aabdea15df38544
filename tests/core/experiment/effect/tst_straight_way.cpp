#include "core/experiment/effect/straight_way.h"

#include <QtTest>

#include <cmath>

using namespace glassformer;

namespace {

/** ln p of a made-up model: token 0 counts evenly, token 1 only near zero vectors, as behind a norm. */
struct Norms
{
    double epsilon;

    double value(double share) const { return 2 * share + 3 * share / std::sqrt(share * share + epsilon); }
    std::vector<double> slopes(double share) const
    {
        return {2.0, 3 * epsilon / std::pow(share * share + epsilon, 1.5)};
    }
    WayPoint at(double share) const { return {share, value(share), slopes(share)}; }
};

int walk(StraightWay& way, const Norms& norms)
{
    int points = 0;
    while (const std::optional<double> share = way.next()) {
        way.add(norms.at(*share));
        ++points;
    }
    return points;
}

} // namespace

/** Slopes added up on the way, against sums that are known. */
class TestStraightWay : public QObject
{
    Q_OBJECT

private slots:
    void aBendCloseToZeroIsFound_data()
    {
        QTest::addColumn<double>("epsilon");
        for (const double epsilon : {1.0, 1e-2, 1e-4, 1e-8, 1e-20})
            QTest::newRow(qPrintable(QString::number(epsilon))) << epsilon;
    }
    void aBendCloseToZeroIsFound()
    {
        QFETCH(double, epsilon);
        const Norms norms{epsilon};
        StraightWay way(norms.value(0), norms.value(1), 2);
        QVERIFY(walk(way, norms) < 150);
        const std::vector<double> parts = way.parts();
        QVERIFY(std::abs(parts[0] - 2) < 1e-9);
        QVERIFY(std::abs(parts[1] - (norms.value(1) - 2)) < 0.06);
        QVERIFY(std::abs(way.missing() - (norms.value(1) - parts[0] - parts[1])) < 1e-9);
    }

    void anEvenWayTakesSixteenPointsNoneOfThemAtZero()
    {
        const auto at = [](double share) { return WayPoint{share, 5 * share - 1, {4, 1}}; };
        StraightWay way(-1, 4, 2);
        int points = 0;
        while (const std::optional<double> share = way.next()) {
            QVERIFY(*share > 0 && *share <= 1);
            way.add(at(*share));
            const std::vector<double> parts = way.parts();
            QVERIFY(std::abs(parts[0] - 4) < 1e-12 && std::abs(parts[1] - 1) < 1e-12);
            ++points;
        }
        QCOMPARE(points, 16);
        QVERIFY(std::abs(way.missing()) < 1e-12);
    }

    void whatNoSlopeAccountsForIsMissingAndTheWayEnds()
    {
        // A jump: no slope tells of it, so that no cutting helps.
        StraightWay way(0, 1, 1);
        int points = 0;
        while (const std::optional<double> share = way.next()) {
            way.add({*share, *share > 0.3 ? 1.0 : 0.0, {0.0}});
            QVERIFY(++points < 1000);
        }
        QVERIFY(std::abs(way.missing() - 1) < 1e-12);
    }
};

QTEST_APPLESS_MAIN(TestStraightWay)
#include "tst_straight_way.moc"
