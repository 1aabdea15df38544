#include "core/error.h"
#include "core/experiment/explanation/embedding_map.h"

#include <QtTest>

#include <cmath>

using namespace glassformer;

/** Tables of which components and neighbours can be told without a computer, and the translator's. */
class TestEmbeddingMap : public QObject
{
    Q_OBJECT

    static RowBlocks tableOf(const std::vector<std::vector<float>>& rows)
    {
        Matrix<float> all(int(rows.size()), int(rows[0].size()));
        for (int row = 0; row < all.rows(); ++row)
            for (int column = 0; column < all.cols(); ++column)
                all(row, column) = rows[std::size_t(row)][std::size_t(column)];
        return {int(all.rows()), int(all.cols()),
            [all](int first, int count) -> Matrix<float> { return all.middleRows(first, count); }};
    }
    static bool isAt(const std::array<float, 2>& point, float x, float y)
    {
        return std::abs(point[0] - x) < 1e-5f && std::abs(point[1] - y) < 1e-5f;
    }

private slots:
    /** A cross in the plane (1, 1, 0), (0, 0, 1): long arm ±2·√2 along the first, short arm ±1 along the second. */
    void thePlaneIsThatInWhichRowsDifferMost()
    {
        const PrincipalPlane plane = principalPlane(tableOf({{7, 5, 1}, {3, 1, 1}, {5, 3, 2}, {5, 3, 0}}));
        const float root = 2 * std::sqrt(2.0f);
        QVERIFY(std::abs(plane.shares[0] - 16.0 / 18) < 1e-6); // 2 · 8 of 2 · 8 + 2 · 1
        QVERIFY(std::abs(plane.shares[1] - 2.0 / 18) < 1e-6);
        QVERIFY(isAt(plane.points[0], root, 0));
        QVERIFY(isAt(plane.points[1], -root, 0));
        QVERIFY(isAt(plane.points[2], 0, 1));
        QVERIFY(isAt(plane.points[3], 0, -1));
    }

    void manyBlocksOfRowsGiveWhatOneDoes()
    {
        std::vector<std::vector<float>> rows;
        for (int i = 0; i < 1200; ++i)
            rows.push_back({float(i % 2 ? 3 : -3), float(i % 4 < 2 ? 1 : -1), 0});
        const PrincipalPlane plane = principalPlane(tableOf(rows));
        QVERIFY(std::abs(plane.shares[0] - 0.9) < 1e-6);
        QVERIFY(std::abs(plane.shares[1] - 0.1) < 1e-6);
        QVERIFY(isAt(plane.points[1199], 3, -1));
    }

    void aTableThatDoesNotVaryLiesInTheMiddle()
    {
        const PrincipalPlane plane = principalPlane(tableOf({{2, 2}, {2, 2}}));
        QCOMPARE(plane.shares[0], 0.0);
        QVERIFY(isAt(plane.points[1], 0, 0));
        QCOMPARE(principalPlane(tableOf({{1}, {3}})).shares[0], 1.0);
        QVERIFY(principalPlane({}).points.empty());
        QVERIFY(isAt(principalPlane(tableOf({{std::nanf(""), 1}, {1, 2}})).points[0], 0, 0));
    }

    void nearestRowsComeByTheirAngle()
    {
        const RowBlocks table = tableOf({{0, 2}, {1, 1}, {-3, 0}, {5, 0}, {0, 0}});
        RowVector<float> asked(2);
        asked << 1, 0;
        const auto near = nearestInTable(table, asked, 2);
        QCOMPARE(near.size(), std::size_t(2));
        QCOMPARE(near[0].row, 3);
        QVERIFY(std::abs(near[0].cosine - 1) < 1e-6);
        QCOMPARE(near[1].row, 1);
        QVERIFY(std::abs(near[1].cosine - std::sqrt(0.5)) < 1e-6);
        QCOMPARE(nearestInTable(table, asked, 1, std::array{3})[0].row, 1);
        QCOMPARE(nearestInTable(table, asked, 99).size(), std::size_t(5));
        QVERIFY(nearestInTable(table, RowVector<float>::Ones(3), 1).empty());
    }

    /** king (1, 1), man (1, 0), woman (0.2, 0), queen (0.2, 1), and one between king and queen. */
    void anAnalogyArrivesWhereTheDirectionsLead()
    {
        const RowBlocks table = tableOf({{1, 1}, {1, 0}, {0.2f, 0}, {0.2f, 1}, {0.5f, 1}});
        const AnalogyFound found = followAnalogy(table, {0, 1, 2, 3}, 2);
        QCOMPARE(found.rank, 1);
        QCOMPARE(found.rank_among_all, 1);
        QVERIFY(std::abs(found.cosine - 1) < 1e-6);
        QCOMPARE(found.nearest[0].row, 3);
        QCOMPARE(found.nearest[1].row, 4);
    }

    void givenWordsAreCountedInOneRankAndNotInTheOther()
    {
        // a - b + c = (1, 0.1): nearest a, then the one in between, then the expected one
        const RowBlocks table = tableOf({{1, 0}, {0, 0.1f}, {0, 0.2f}, {1, 1}, {1, 0.5f}});
        const AnalogyFound found = followAnalogy(table, {0, 1, 2, 3}, 1);
        QCOMPARE(found.rank, 2);
        QCOMPARE(found.rank_among_all, 3);
        QCOMPARE(found.nearest[0].row, 4);
        QCOMPARE(followAnalogy(table, {0, 1, 2, 0}, 1).rank, 0);
    }

    void theTableOfAModelHasARowForEachEntry()
    {
        const auto model =
            std::make_shared<const Model>(Model::load(GLASSFORMER_RESOURCES "/models/translator"));
        const ModelConfig& config = model->transformer.config;
        QVERIFY(hasPrincipalPlane(config));
        const PrincipalPlane plane = finish(*embeddingMapJob(model));
        QCOMPARE(int(plane.points.size()), config.vocabulary);
        QVERIFY(plane.shares[0] >= plane.shares[1] && plane.shares[1] > 0);
        QVERIFY(plane.shares[0] + plane.shares[1] < 1);
        const int id = model->tokenizer.encode("dog").tokens[0].id;
        const NearWords near = finish(*nearWordsJob(model, id, 6));
        QCOMPARE(near.words.size(), std::size_t(6));
        for (const NearRow& word : near.words)
            QVERIFY(word.row != id && word.cosine < 1);
        QVERIFY(finish(*nearWordsJob(model, -1, 6)).words.empty());
    }

    void itStopsWhenNobodyWaitsForIt()
    {
        JobWatch watch;
        watch.cancel.raise();
        QVERIFY_EXCEPTION_THROWN(principalPlane(tableOf({{1, 2}, {2, 1}}), watch), Cancelled);
    }
};

QTEST_APPLESS_MAIN(TestEmbeddingMap)
#include "tst_embedding_map.moc"
