#include "core/error.h"
#include "core/text/unigram/unigram.h"

#include <QTest>

#include <limits>

using namespace glassformer;

namespace {

/** The example in the documentation of the tokenizers library. */
const std::vector<UnigramEntry> example{
    {"<unk>", 0}, {"a", 0}, {"b", 0}, {"c", 0}, {"d", 0}, {"cd", 1}, {"ab", 2}, {"abc", 5}, {"abcd", 10}};

std::vector<int> idsOf(const Unigram& unigram, std::string_view text)
{
    std::vector<int> ids;
    for (const TextPiece& piece : unigram.finish(unigram.bestPath(text), text))
        ids.push_back(piece.id);
    return ids;
}

} // namespace

class TestUnigram : public QObject
{
    Q_OBJECT

private slots:
    void findsTheBestCutAndJoinsTheUnknown()
    {
        const Unigram unigram = Unigram::fromEntries(example, 0, false, "x");
        const UnigramPath path = unigram.bestPath("abcdacdxx");
        QCOMPARE(idsOf(unigram, "abcdacdxx"), (std::vector<int>{8, 1, 5, 0}));
        QCOMPARE(path.total, 10.0 + 0 + 1 - 10 - 10);
        QVERIFY((unigram.finish(path, "abcdacdxx").back().span == TextSpan{7, 9}));
    }

    void ranksOtherCutsOfAWord()
    {
        const Unigram unigram = Unigram::fromEntries(example, 0, false, "x");
        // By hand: abcd 10, abc+d 5, ab+cd 3, ab+c+d 2, a+b+cd 1, a+b+c+d 0.
        const std::vector<UnigramPath> paths = unigram.bestPaths("abcd", 10);
        std::vector<double> totals;
        for (const UnigramPath& path : paths)
            totals.push_back(path.total);
        QCOMPARE(totals, (std::vector<double>{10, 5, 3, 2, 1, 0}));
    }

    void aScoreThatIsNoNumberCountsAsUnknown()
    {
        const double none = std::numeric_limits<double>::quiet_NaN();
        const Unigram unigram =
            Unigram::fromEntries({{"<unk>", -1}, {"a", -2}, {":", none}, {"a:", -8}}, 0, false, "x");
        QCOMPARE(idsOf(unigram, "a:"), (std::vector<int>{3}));
        QCOMPARE(idsOf(unigram, ":"), (std::vector<int>{2}));
    }

    void spellsTheUnknownInBytesIfAllAreThere()
    {
        const Unigram unigram =
            Unigram::fromEntries({{"<unk>", 0}, {"<0xC3>", 0}, {"<0xA9>", 0}}, 0, true, "x");
        QCOMPARE(idsOf(unigram, "é"), (std::vector<int>{1, 2}));
        QCOMPARE(idsOf(unigram, "è"), (std::vector<int>{0}));
        QCOMPARE(idsOf(unigram, "<unk>"), (std::vector<int>{0}));
    }

    void refusesWhatItCannotUse()
    {
        QVERIFY_EXCEPTION_THROWN(Unigram::fromEntries({}, std::nullopt, false, "x"), Error);
        QVERIFY_EXCEPTION_THROWN(Unigram::fromEntries({{"a", 0}}, 1, false, "x"), Error);
        QVERIFY_EXCEPTION_THROWN(Unigram::fromEntries({{"a", 0}}, -1, false, "x"), Error);
        QVERIFY_EXCEPTION_THROWN(Unigram::fromEntries({{std::string(1000, 'a'), 0}}, 0, false, "x"), Error);
        const Unigram unigram = Unigram::fromEntries({{"a", 0}}, std::nullopt, false, "x");
        QVERIFY_EXCEPTION_THROWN(unigram.bestPath("b"), Error);
        QVERIFY(unigram.bestPath("").pieces.empty());
    }
};

QTEST_GUILESS_MAIN(TestUnigram)
#include "tst_unigram.moc"
