#include "core/job.h"

#include <QtTest>

using namespace glassformer;

namespace {

/** 1 + 2 + ... + last, one number a piece. */
class Sum final : public JobOf<int>
{
public:
    explicit Sum(int last)
        : m_last(last)
    {
    }

    bool advance(const JobWatch&) override
    {
        publish(m_sum += ++m_number);
        return m_number < m_last;
    }

private:
    int m_last, m_number = 0, m_sum = 0;
};

} // namespace

class TestJob : public QObject
{
    Q_OBJECT

private slots:
    void valuesCanBeTakenOnTheWay()
    {
        Sum sum(3);
        QVERIFY(!sum.takeNews());
        QVERIFY(sum.advance({}));
        QCOMPARE(sum.takeNews(), std::optional<int>(1));
        QVERIFY(!sum.takeNews());
        QVERIFY(sum.advance({}));
        QVERIFY(!sum.advance({}));
        QCOMPARE(sum.takeNews(), std::optional<int>(6));
    }

    void aPlainLoopFinishesAJob()
    {
        Sum sum(4);
        QCOMPARE(finish(sum), 10);
        QCOMPARE(finish(*onePiece<int>([](const JobWatch&) { return 7; })), 7);
    }

    void aRaisedFlagStopsBetweenTwoPieces()
    {
        Sum sum(4);
        JobWatch watch;
        QVERIFY(sum.advance(watch));
        watch.cancel.raise();
        QVERIFY_THROWS_EXCEPTION(Cancelled, finish(sum, watch));
        QCOMPARE(sum.takeNews(), std::optional<int>(1));
    }
};

QTEST_GUILESS_MAIN(TestJob)
#include "tst_job.moc"
