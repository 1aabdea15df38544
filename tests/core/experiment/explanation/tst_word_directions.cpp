#include "core/experiment/explanation/word_directions.h"

#include <QtTest>

using namespace glassformer;

namespace {

RowBlocks tableOf(const std::vector<std::vector<float>>& rows)
{
    Matrix<float> table(Eigen::Index(rows.size()), Eigen::Index(rows.front().size()));
    for (std::size_t row = 0; row < rows.size(); ++row)
        for (std::size_t column = 0; column < rows[row].size(); ++column)
            table(Eigen::Index(row), Eigen::Index(column)) = rows[row][column];
    return {int(table.rows()), int(table.cols()),
        [table](int first, int count) { return Matrix<float>(table.middleRows(first, count)); }};
}

const std::vector<std::string> words{
    "dog", "dogs", "cat", "cats", "bird", "birds", "tree", "trees", "", "ox", "oxs"};

} // namespace

/** Directions between words, found in a vocabulary and measured in its table. */
class TestWordDirections : public QObject
{
    Q_OBJECT

private slots:
    void pairsAreFoundByTheirEndings()
    {
        const std::vector<RelatedPairs> relations = relatedPairs(words);
        QCOMPARE(relations.size(), std::size_t(1));
        QCOMPARE(relations[0].ending, std::string("s"));
        // By the alphabet; words of two letters are no pair.
        QCOMPARE(relations[0].pairs, std::vector<WordPair>({{4, 5}, {2, 3}, {0, 1}, {6, 7}}));
        QVERIFY(relatedPairs({"dog", "dogs", "cat"}).empty());
        const std::vector<RelatedPairs> known =
            relatedPairs({"man", "woman", "king", "queen", "boy", "girl", "house"});
        QCOMPARE(known.size(), std::size_t(1));
        QCOMPARE(known[0].pairs.size(), std::size_t(3));
    }

    void whatHoldsIsCountedAndWhatDoesNotIsCountedToo()
    {
        // The plural adds (0, 0, 1); of trees it is elsewhere.
        const RowBlocks table = tableOf({{1, 0, 0}, {1, 0, 1}, {0, 1, 0}, {0, 1, 1}, {1, 1, 0}, {1, 1, 1},
            {1, -1, 0}, {-1, -1, -1}, {0, 0, -1}, {0, -1, 0}, {0, -1, 0.1f}});
        const std::vector<RelatedPairs> relations = relatedPairs(words);
        const std::optional<WordDirections> plural = followDirections(table, relations, 0);
        QVERIFY(plural && plural->best);
        QCOMPARE(plural->expected, 1);
        QCOMPARE(plural->tried, 3);
        QCOMPARE(plural->held, 2);
        QCOMPARE(plural->found.rank, 1);
        QVERIFY(std::abs(plural->found.cosine - 1) < 1e-6);
        const std::optional<WordDirections> singular = followDirections(table, relations, 3);
        QVERIFY(singular);
        QCOMPARE(singular->expected, 2);
        QVERIFY(!followDirections(table, relations, 9));
    }

    void aModelsDirectionsAreThoseOfItsTable()
    {
        const auto model =
            std::make_shared<const Model>(Model::load(GLASSFORMER_RESOURCES "/models/translator"));
        const int dog = model->tokenizer.encode("dog").tokens[0].id;
        const WordDirections found = finish(*wordDirectionsJob(model, dog));
        QCOMPARE(found.id, dog);
        QVERIFY(found.tried > 0 && found.held <= found.tried && found.best);
        QCOMPARE(model->tokenizer.token(found.expected).text, std::string("dogs"));
        const AnalogyFound again = followAnalogy(embeddingRows(model), *found.best, 1);
        QCOMPARE(again.rank, found.found.rank);
        QVERIFY(!finish(*wordDirectionsJob(model, -1)).best);
    }
};

QTEST_APPLESS_MAIN(TestWordDirections)
#include "tst_word_directions.moc"
