#include "app/session/jobs/job_lane.h"
#include "core/error.h"

#include <QtTest>

#include <atomic>
#include <memory>
#include <new>

using namespace glassformer;

namespace {

/** Pieces that a test gives: each is told its number and the watch, and says whether it was not the last. */
class Pieces final : public JobOf<int>
{
public:
    using Piece = std::function<bool(int number, const JobWatch& watch)>;

    explicit Pieces(Piece piece, bool publishes_all = false)
        : m_piece(std::move(piece))
        , m_publishes_all(publishes_all)
    {
    }

    bool advance(const JobWatch& watch) override
    {
        const int number = m_number++;
        const bool goes_on = m_piece(number, watch);
        if (m_publishes_all || !goes_on)
            publish(number);
        return goes_on;
    }
    Message doing() const override { return Message(m_number < 2 ? "reading" : "counting"); }

private:
    Piece m_piece;
    bool m_publishes_all;
    int m_number = 0;
};

std::unique_ptr<JobOf<int>> pieces(Pieces::Piece piece, bool publishes_all = false)
{
    return std::make_unique<Pieces>(std::move(piece), publishes_all);
}

std::unique_ptr<JobOf<int>> atOnce(int value)
{
    return onePiece<int>([value](const JobWatch&) { return value; });
}

/** Goes on until it is stopped. */
std::unique_ptr<JobOf<int>> endless(std::shared_ptr<std::atomic<int>> done)
{
    return pieces([done](int, const JobWatch&) {
        ++*done;
        return true;
    });
}

} // namespace

/** Everything holds for both kinds of lane, with a thread and without. */
class TestJobLane : public QObject
{
    Q_OBJECT

private:
    static void addPlaces()
    {
        QTest::addColumn<JobPlace>("place");
        QTest::newRow("on a thread") << JobPlace::Thread;
        QTest::newRow("between events") << JobPlace::BetweenEvents;
    }

private slots:
    void theResultArrivesInTheThreadThatAsked_data() { addPlaces(); }
    void theResultArrivesInTheThreadThatAsked()
    {
        QFETCH(JobPlace, place);
        JobLane lane(nullptr, place);
        QThread* worked = nullptr;
        QThread* arrived = nullptr;
        lane.start<int>(pieces([&](int, const JobWatch&) {
            worked = QThread::currentThread();
            return false;
        }),
            [&](int) { arrived = QThread::currentThread(); });
        QVERIFY(lane.isBusy());
        QVERIFY(!arrived);
        QTRY_VERIFY(!lane.isBusy());
        QCOMPARE(worked == thread(), place == JobPlace::BetweenEvents);
        QCOMPARE(arrived, thread());
    }

    void onlyTheNewestOfManyArrives_data() { addPlaces(); }
    void onlyTheNewestOfManyArrives()
    {
        QFETCH(JobPlace, place);
        JobLane lane(nullptr, place);
        const QSignalSpy busy(&lane, &JobLane::busyChanged);
        std::vector<int> arrived;
        for (int i = 0; i < 20; ++i)
            lane.start<int>(atOnce(i), [&arrived](int value) { arrived.push_back(value); });
        QTRY_VERIFY(!lane.isBusy());
        QCOMPARE(arrived, std::vector<int>{19});
        QCOMPARE(busy.size(), 2);
    }

    void anOlderJobStopsAndWhatItMadeIsDropped_data() { addPlaces(); }
    void anOlderJobStopsAndWhatItMadeIsDropped()
    {
        QFETCH(JobPlace, place);
        JobLane lane(nullptr, place);
        const auto done = std::make_shared<std::atomic<int>>(0);
        bool older = false, newer = false;
        lane.start<int>(endless(done), [&](int) { older = true; });
        QTRY_VERIFY(*done > 0);
        lane.start<int>(atOnce(1), [&](int) { newer = true; });
        QTRY_VERIFY(newer);
        QVERIFY(!older);
        const int at_the_end = *done;
        QTest::qWait(5);
        QCOMPARE(done->load(), at_the_end);
    }

    void aCancelledJobIsNoFailure_data() { addPlaces(); }
    void aCancelledJobIsNoFailure()
    {
        QFETCH(JobPlace, place);
        JobLane lane(nullptr, place);
        const QSignalSpy failures(&lane, &JobLane::failed);
        const auto done = std::make_shared<std::atomic<int>>(0);
        lane.start<int>(endless(done), [](int) {});
        QTRY_VERIFY(*done > 0);
        lane.cancel();
        QVERIFY(!lane.isBusy());
        bool arrived = false;
        lane.start<int>(atOnce(1), [&](int) { arrived = true; });
        QTRY_VERIFY(arrived);
        QCOMPARE(failures.size(), 0);
    }

    void errorsAreToldInTheirOwnWords_data() { addPlaces(); }
    void errorsAreToldInTheirOwnWords()
    {
        QFETCH(JobPlace, place);
        JobLane lane(nullptr, place);
        QSignalSpy failures(&lane, &JobLane::failed);
        lane.start<int>(pieces([](int number, const JobWatch&) {
            if (number == 2)
                throw Error({Message::tr("a wrong file"), {}, {}, {}});
            return true;
        }),
            [](int) {});
        QTRY_COMPARE(failures.size(), 1);
        QVERIFY(failures.first().first().value<Message>().english() == "a wrong file");
        lane.start<int>(pieces([](int, const JobWatch&) -> bool { throw std::bad_alloc(); }), [](int) {});
        QTRY_COMPARE(failures.size(), 2);
        QVERIFY(failures.last().first().value<Message>().english().find("memory") != std::string::npos);
        QVERIFY(!lane.isBusy());
    }

    void progressIsToldInHundredths_data() { addPlaces(); }
    void progressIsToldInHundredths()
    {
        QFETCH(JobPlace, place);
        JobLane lane(nullptr, place);
        QSignalSpy progress(&lane, &JobLane::progressed);
        lane.start<int>(pieces([](int, const JobWatch& watch) {
            for (std::uint64_t i = 0; i <= 100000; ++i)
                watch.progress(i, 100000);
            return false;
        }),
            [](int) {});
        QTRY_VERIFY(!lane.isBusy());
        QVERIFY(progress.size() > 50);
        QVERIFY(progress.size() <= 101);
    }

    void whatAJobDoesIsToldOnceByItsName_data() { addPlaces(); }
    void whatAJobDoesIsToldOnceByItsName()
    {
        QFETCH(JobPlace, place);
        JobLane lane(nullptr, place);
        QSignalSpy doing(&lane, &JobLane::doing);
        lane.start<int>(pieces([](int number, const JobWatch&) { return number < 6; }), [](int) {});
        QTRY_VERIFY(!lane.isBusy());
        QCOMPARE(doing.size(), 2);
        QVERIFY(doing.first().first().value<Message>().english() == "reading");
        QVERIFY(doing.last().first().value<Message>().english() == "counting");
    }

    void valuesArriveOnTheWayWhileTheJobGoesOn_data() { addPlaces(); }
    void valuesArriveOnTheWayWhileTheJobGoesOn()
    {
        QFETCH(JobPlace, place);
        JobLane lane(nullptr, place);
        std::vector<int> told, arrived;
        lane.start<int>(
            pieces([](int number, const JobWatch&) { return number < 4; }, true),
            [&](int value) { arrived.push_back(value); },
            [&](int value) {
                QVERIFY(lane.isBusy());
                told.push_back(value);
            });
        QTRY_VERIFY(!lane.isBusy());
        QCOMPARE(told, (std::vector<int>{0, 1, 2, 3}));
        QCOMPARE(arrived, std::vector<int>{4});
    }

    void lanesDoNotCancelEachOther_data() { addPlaces(); }
    void lanesDoNotCancelEachOther()
    {
        QFETCH(JobPlace, place);
        JobLane ranking(nullptr, place), looking(nullptr, place);
        std::atomic<bool> may_end = false;
        int ranked = 0, looked = 0;
        ranking.start<int>(pieces([&](int, const JobWatch&) { return !may_end; }), [&](int) { ++ranked; });
        for (int i = 0; i < 3; ++i) {
            looking.start<int>(atOnce(i), [&](int) { ++looked; });
            QTRY_COMPARE(looked, i + 1);
        }
        QVERIFY(ranking.isBusy());
        may_end = true;
        QTRY_COMPARE(ranked, 1);
    }

    void theWindowGoesOnBetweenTwoPieces_data() { addPlaces(); }
    void theWindowGoesOnBetweenTwoPieces()
    {
        QFETCH(JobPlace, place);
        JobLane lane(nullptr, place);
        bool was_shown = false, arrived = false;
        QTimer picture;
        connect(&picture, &QTimer::timeout, &picture, [&] { was_shown = true; });
        picture.start(0);
        std::atomic<bool> may_end = false;
        lane.start<int>(pieces([&](int, const JobWatch&) { return !may_end; }), [&](int) { arrived = true; });
        QTRY_VERIFY(was_shown);
        QVERIFY(!arrived);
        may_end = true;
        QTRY_VERIFY(arrived);
    }

    void aLaneThatDiesWaitsForItsJobAndDeliversNothing_data() { addPlaces(); }
    void aLaneThatDiesWaitsForItsJobAndDeliversNothing()
    {
        QFETCH(JobPlace, place);
        const auto done = std::make_shared<std::atomic<int>>(0);
        bool arrived = false;
        {
            JobLane lane(nullptr, place);
            lane.start<int>(endless(done), [&](int) { arrived = true; });
            QTRY_VERIFY(*done > 0);
        }
        const int at_the_end = *done;
        QTest::qWait(5);
        QCOMPARE(done->load(), at_the_end);
        QVERIFY(!arrived);
    }

    void aJobThatBeginsAnotherFromItsResultIsFollowedByIt_data() { addPlaces(); }
    void aJobThatBeginsAnotherFromItsResultIsFollowedByIt()
    {
        QFETCH(JobPlace, place);
        JobLane lane(nullptr, place);
        int last = 0;
        lane.start<int>(atOnce(1),
            [&](int first) { lane.start<int>(atOnce(first + 1), [&](int second) { last = second; }); });
        QTRY_COMPARE(last, 2);
        QVERIFY(!lane.isBusy());
    }
};

QTEST_GUILESS_MAIN(TestJobLane)
#include "tst_job_lane.moc"
