#include "core/model/blocks/remembered_rows.h"

#include <QtTest>

#include <thread>
#include <vector>

using namespace glassformer;

namespace {

Matrix<float> row(float value)
{
    return Matrix<float>::Constant(1, 3, value);
}

} // namespace

class TestRememberedRows : public QObject
{
    Q_OBJECT

private slots:
    void beginsEmptyAndGrowsAtTheEnd()
    {
        RememberedRows<float> rows;
        QCOMPARE(rows.rows(), 0);
        QCOMPARE(rows.cols(), 0);
        QCOMPARE(rows.view().size(), 0);
        Matrix<float> expected(0, 3);
        for (int i = 0; i < 100; ++i) {
            const Matrix<float> more = Matrix<float>::Random(1 + i % 4, 3);
            rows.append(more);
            expected.conservativeResize(expected.rows() + more.rows(), 3);
            expected.bottomRows(more.rows()) = more;
            QCOMPARE(Matrix<float>(rows.view()), expected);
        }
    }

    /** So many rows are moved at most as there are: the memory doubles. */
    void staysInPlaceWhileThereIsRoom()
    {
        RememberedRows<float> rows;
        int moves = 0;
        const float* place = nullptr;
        for (int i = 0; i < 1024; ++i) {
            rows.append(row(1));
            moves += rows.view().data() != place;
            place = rows.view().data();
        }
        QCOMPARE(moves, 11);
    }

    void aCopyThatGoesOnLeavesTheFirstAlone()
    {
        RememberedRows<float> first;
        for (int i = 0; i < 3; ++i)
            first.append(row(float(i))); // room for one more
        RememberedRows<float> second = first, third = first.top(2);
        QCOMPARE(second.view().data(), first.view().data());
        second.append(row(10));
        QCOMPARE(second.view().data(), first.view().data()); // behind the rows of the first, in place
        first.append(row(20));
        third.append(row(30));
        QCOMPARE(first.rows(), 4);
        QCOMPARE(first.view()(3, 0), 20.0F);
        QCOMPARE(second.view()(3, 0), 10.0F);
        QCOMPARE(third.rows(), 3);
        QCOMPARE(third.view()(2, 0), 30.0F);
        QCOMPARE(first.view()(2, 0), 2.0F);
        QCOMPARE(third.view()(1, 0), 1.0F);
    }

    /** What a trace keeps of a word costs no copy of all words before it. */
    void aRecordKeepsThemWhereTheyAreAndAsTheyWere()
    {
        RememberedRows<float> rows;
        for (int i = 0; i < 3; ++i)
            rows.append(row(float(i))); // room for one more
        const KeptRows<float> kept = rows;
        QCOMPARE(kept.view().data(), rows.view().data());
        QCOMPARE(kept.own().size(), 0);
        for (int i = 3; i < 20; ++i)
            rows.append(row(float(i)));
        QCOMPARE(kept.rows(), 3);
        QCOMPARE(kept.cols(), 3);
        QCOMPARE(kept.view()(2, 0), 2.0F);
        const KeptRows<float> own = row(7);
        QCOMPARE(own.rows(), 1);
        QCOMPARE(own.view().data(), own.own().data());
        QCOMPARE(KeptRows<float>().rows(), 0);
    }

    void onlyAsManyRowsAsThereAre()
    {
        RememberedRows<float> rows;
        QCOMPARE(rows.top(5).rows(), 0);
        rows.append(Matrix<float>::Ones(4, 3));
        QCOMPARE(rows.top(9).rows(), 4);
        QCOMPARE(rows.top(0).rows(), 0);
    }

    void severalThreadsGoOnFromTheSameRows()
    {
        RememberedRows<float> known;
        known.append(Matrix<float>::Zero(40, 3));
        known.append(row(0)); // now there is room
        std::vector<RememberedRows<float>> own(4, known);
        std::vector<std::thread> threads;
        for (int t = 0; t < 4; ++t)
            threads.emplace_back([&own, t] {
                for (int i = 0; i < 200; ++i)
                    own[std::size_t(t)].append(row(float(t + 1)));
            });
        for (std::thread& thread : threads)
            thread.join();
        for (int t = 0; t < 4; ++t) {
            const Matrix<float> all = own[std::size_t(t)].view();
            QCOMPARE(all.rows(), 241);
            QVERIFY((all.topRows(41).array() == 0).all());
            QVERIFY((all.bottomRows(200).array() == float(t + 1)).all());
        }
    }
};

QTEST_APPLESS_MAIN(TestRememberedRows)
#include "tst_remembered_rows.moc"
