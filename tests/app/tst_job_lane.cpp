#include "app/session/job_lane.h"
#include "core/error.h"

#include <QSemaphore>
#include <QtTest>

#include <memory>
#include <new>

using namespace glassformer;

class TestJobLane : public QObject
{
    Q_OBJECT

private slots:
    void theResultArrivesInTheThreadThatAsked()
    {
        JobLane lane;
        QThread* worked = nullptr;
        QThread* arrived = nullptr;
        lane.start([&](const JobWatch&) -> JobLane::Finish {
            worked = QThread::currentThread();
            return [&] { arrived = QThread::currentThread(); };
        });
        QVERIFY(lane.isBusy());
        QTRY_VERIFY(!lane.isBusy());
        QVERIFY(worked != thread());
        QCOMPARE(arrived, thread());
    }

    void onlyTheNewestOfManyArrives()
    {
        JobLane lane;
        const QSignalSpy busy(&lane, &JobLane::busyChanged);
        std::vector<int> arrived;
        for (int i = 0; i < 20; ++i)
            lane.start([&arrived, i](const JobWatch&) -> JobLane::Finish {
                return [&arrived, i] { arrived.push_back(i); };
            });
        QTRY_VERIFY(!lane.isBusy());
        QCOMPARE(arrived, std::vector<int>{19});
        QCOMPARE(busy.size(), 2);
    }

    void anOlderJobIsToldToStopAndWhatItMadeIsDropped()
    {
        JobLane lane;
        QSemaphore begun;
        bool older = false, newer = false, was_told = false;
        lane.start([&](const JobWatch& control) -> JobLane::Finish {
            begun.release();
            while (!control.cancel.isRaised()) { }
            was_told = true;
            return [&] { older = true; };
        });
        begun.acquire();
        lane.start([&](const JobWatch&) -> JobLane::Finish { return [&] { newer = true; }; });
        QTRY_VERIFY(newer);
        QVERIFY(was_told);
        QVERIFY(!older);
    }

    void aCancelledJobIsNoFailure()
    {
        JobLane lane;
        const QSignalSpy failures(&lane, &JobLane::failed);
        QSemaphore begun;
        lane.start([&](const JobWatch& control) -> JobLane::Finish {
            begun.release();
            while (true)
                control.cancel.check();
        });
        begun.acquire();
        lane.cancel();
        QVERIFY(!lane.isBusy());
        bool arrived = false;
        lane.start([&](const JobWatch&) -> JobLane::Finish { return [&] { arrived = true; }; });
        QTRY_VERIFY(arrived);
        QCOMPARE(failures.size(), 0);
    }

    void errorsAreToldInTheirOwnWords()
    {
        JobLane lane;
        QSignalSpy failures(&lane, &JobLane::failed);
        lane.start([](const JobWatch&) -> JobLane::Finish {
            throw Error({Message::tr("a wrong file"), {}, {}, {}});
        });
        QTRY_COMPARE(failures.size(), 1);
        QVERIFY(failures.first().first().value<Message>().english() == "a wrong file");
        lane.start([](const JobWatch&) -> JobLane::Finish { throw std::bad_alloc(); });
        QTRY_COMPARE(failures.size(), 2);
        QVERIFY(failures.last().first().value<Message>().english().find("memory") != std::string::npos);
        QVERIFY(!lane.isBusy());
    }

    void progressIsToldInHundredths()
    {
        JobLane lane;
        QSignalSpy progress(&lane, &JobLane::progressed);
        lane.start([](const JobWatch& control) -> JobLane::Finish {
            for (std::uint64_t i = 0; i <= 100000; ++i)
                control.progress(i, 100000);
            return [] {};
        });
        QTRY_VERIFY(!lane.isBusy());
        QVERIFY(progress.size() > 50);
        QVERIFY(progress.size() <= 101);
    }

    void aLaneThatDiesWaitsForItsJobAndDeliversNothing()
    {
        bool ended = false, arrived = false;
        {
            JobLane lane;
            QSemaphore begun;
            lane.start([&](const JobWatch& control) -> JobLane::Finish {
                begun.release();
                while (!control.cancel.isRaised()) { }
                ended = true;
                return [&] { arrived = true; };
            });
            begun.acquire();
        }
        QVERIFY(ended);
        QCoreApplication::processEvents();
        QVERIFY(!arrived);
    }
};

QTEST_GUILESS_MAIN(TestJobLane)
#include "tst_job_lane.moc"
