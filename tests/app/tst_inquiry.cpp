#include "app/session/jobs/inquiry.h"
#include "core/error.h"

#include <QtTest>

using namespace glassformer;

namespace {

/** Counts to ten, or without end; tells each number. */
class Counting final : public JobOf<int>
{
public:
    explicit Counting(int most)
        : m_most(most)
    {
    }
    bool advance(const JobWatch&) override
    {
        if (m_most < 0)
            throw Error({Message::tr("nothing to count"), {}, {}, {}});
        publish(++m_count);
        QThread::msleep(1);
        return m_count != m_most;
    }

private:
    int m_most, m_count = 0;
};

} // namespace

/** What is found out when somebody opens it. */
class TestInquiry : public QObject
{
    Q_OBJECT

    int m_found = 0, m_begun = 0, m_most = 10;
    std::unique_ptr<Inquiry> m_inquiry;

private slots:
    void init()
    {
        m_found = m_begun = 0;
        m_most = 10;
        m_inquiry = std::make_unique<Inquiry>(
            [this](JobLane& lane) {
                ++m_begun;
                const auto learn = [this](int count) { m_found = count; };
                lane.start<int>(std::make_unique<Counting>(m_most), learn, learn);
            },
            [this] { m_found = 0; });
    }

    void askingStartsNothingUnlessSomebodyLooks()
    {
        m_inquiry->ask(true);
        QCOMPARE(m_begun, 0);
        m_inquiry->open();
        QTRY_COMPARE(m_found, 10);
        QTRY_VERIFY(!m_inquiry->isBusy());
        m_inquiry->close();
        QCOMPARE(m_found, 10); // it is still known
        m_inquiry->open();
        QCOMPARE(m_begun, 1);
        m_inquiry->ask(true); // about something else
        QCOMPARE(m_begun, 2);
        m_inquiry->ask(false);
        QCOMPARE(m_begun, 2);
        QCOMPARE(m_found, 0);
        QVERIFY(m_inquiry->isOpen() && !m_inquiry->isBegun());
    }

    void whatWasFoundBeforeItWasStoppedStays()
    {
        m_most = 0; // without end
        m_inquiry->open();
        QTRY_VERIFY(m_found > 2);
        m_inquiry->stop();
        QVERIFY(m_inquiry->isStopped() && !m_inquiry->isBusy());
        QVERIFY(m_found > 2);
        m_inquiry->start();
        QVERIFY(!m_inquiry->isStopped());
        QCOMPARE(m_begun, 2);
    }

    void whatIsUnderWayWhenItIsClosedIsDropped()
    {
        m_most = 0;
        m_inquiry->open();
        QTRY_VERIFY(m_found > 2);
        m_inquiry->close();
        QVERIFY(!m_inquiry->isBusy() && !m_inquiry->isBegun());
        QCOMPARE(m_found, 0);
    }

    void itSaysWhyNothingCanBeFoundOut()
    {
        m_most = -1;
        m_inquiry->open();
        QTRY_VERIFY(!m_inquiry->trouble().empty());
        m_most = 10;
        m_inquiry->ask(true);
        QVERIFY(m_inquiry->trouble().empty());
        QTRY_COMPARE(m_found, 10);
    }
};

QTEST_MAIN(TestInquiry)
#include "tst_inquiry.moc"
