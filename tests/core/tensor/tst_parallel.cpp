#include "core/tensor/parallel.h"

#include <QtTest>

#include <atomic>
#include <chrono>
#include <stdexcept>
#include <thread>
#include <vector>

using namespace glassformer;

class TestParallel : public QObject
{
    Q_OBJECT

private slots:
    void everyPieceOnce();
    void helpersHelp();
    void whoIsDoneTakesOverFromWhoIsHeldUp_data();
    void whoIsDoneTakesOverFromWhoIsHeldUp();
    void helpersThatSleepComeBack();
    void insideAnotherCall();
    void fromSeveralThreadsAtOnce();
    void exceptionReachesTheCaller();
    void oneThreadKeepsTheOrder();
    void cleanup() { setThreadCount(2); }
};

void TestParallel::everyPieceOnce()
{
    for (const int threads : {1, 2, 5})
        for (const int pieces : {0, 1, 2, 3, 1000}) {
            setThreadCount(threads);
            QCOMPARE(threadCount(), threads);
            std::vector<int> done(pieces);
            parallelFor(pieces, [&](std::ptrdiff_t i) { ++done[i]; });
            for (const int count : done)
                QCOMPARE(count, 1);
        }
}

void TestParallel::helpersHelp()
{
    setThreadCount(2);
    // Each piece waits until the other one has begun: only two threads can end this.
    std::atomic<int> begun = 0;
    std::atomic<bool> late = false;
    parallelFor(2, [&](std::ptrdiff_t) {
        ++begun;
        const auto limit = std::chrono::steady_clock::now() + std::chrono::seconds(20);
        while (begun < 2 && !late) {
            std::this_thread::yield();
            if (std::chrono::steady_clock::now() > limit)
                late = true;
        }
    });
    QVERIFY(!late);
}

void TestParallel::whoIsDoneTakesOverFromWhoIsHeldUp_data()
{
    QTest::addColumn<int>("threads");
    QTest::addColumn<int>("pieces");
    QTest::addColumn<int>("held_up");
    QTest::newRow("the first piece of all") << 2 << 40 << 0;
    QTest::newRow("the first piece of the helper") << 2 << 40 << 20;
    QTest::newRow("in the middle") << 2 << 40 << 7;
    QTest::newRow("two pieces") << 2 << 2 << 1;
    QTest::newRow("one of three") << 3 << 50 << 17;
}

void TestParallel::whoIsDoneTakesOverFromWhoIsHeldUp()
{
    QFETCH(int, threads);
    QFETCH(int, pieces);
    QFETCH(int, held_up);
    setThreadCount(threads);
    for (int run = 0; run < 200; ++run) {
        // Who has this piece cannot go on before all others are done: those behind it must go to somebody else.
        std::atomic<int> done = 0;
        std::atomic<bool> late = false;
        parallelFor(pieces, [&](std::ptrdiff_t piece) {
            const auto limit = std::chrono::steady_clock::now() + std::chrono::seconds(20);
            while (piece == held_up && done < pieces - 1 && !late) {
                std::this_thread::yield();
                if (std::chrono::steady_clock::now() > limit)
                    late = true;
            }
            ++done;
        });
        QVERIFY(!late);
        QCOMPARE(done, pieces);
    }
}

void TestParallel::helpersThatSleepComeBack()
{
    setThreadCount(3);
    int done = 0;
    for (int i = 0; i < 300; ++i) {
        // Shorter and longer than helpers look out before they sleep.
        std::this_thread::sleep_for(std::chrono::microseconds(i % 30 * 40));
        std::atomic<int> here = 0;
        for (int j = 0; j < 20; ++j)
            parallelFor(8, [&](std::ptrdiff_t) { ++here; });
        done += here;
    }
    QCOMPARE(done, 300 * 20 * 8);
}

void TestParallel::insideAnotherCall()
{
    setThreadCount(3);
    std::atomic<int> done = 0;
    parallelFor(7, [&](std::ptrdiff_t) { parallelFor(5, [&](std::ptrdiff_t) { ++done; }); });
    QCOMPARE(done, 35);
}

void TestParallel::fromSeveralThreadsAtOnce()
{
    setThreadCount(3);
    std::atomic<int> done = 0;
    std::vector<std::thread> threads;
    for (int t = 0; t < 4; ++t)
        threads.emplace_back([&] {
            for (int i = 0; i < 200; ++i)
                parallelFor(6, [&](std::ptrdiff_t) { ++done; });
        });
    for (std::thread& thread : threads)
        thread.join();
    QCOMPARE(done, 4 * 200 * 6);
}

void TestParallel::exceptionReachesTheCaller()
{
    for (const int threads : {1, 3}) {
        setThreadCount(threads);
        const auto fail = [](std::ptrdiff_t i) {
            if (i == 5)
                throw std::runtime_error("piece 5");
        };
        QVERIFY_EXCEPTION_THROWN(parallelFor(10, fail), std::runtime_error);
        int done = 0;
        setThreadCount(1);
        parallelFor(4, [&](std::ptrdiff_t) { ++done; });
        QCOMPARE(done, 4);
    }
}

void TestParallel::oneThreadKeepsTheOrder()
{
    setThreadCount(1);
    std::vector<std::ptrdiff_t> order;
    parallelFor(4, [&](std::ptrdiff_t i) { order.push_back(i); });
    QCOMPARE(order, (std::vector<std::ptrdiff_t>{0, 1, 2, 3}));
}

QTEST_APPLESS_MAIN(TestParallel)
#include "tst_parallel.moc"
