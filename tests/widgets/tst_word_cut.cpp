#include "widgets/pictures/words/word_cut_content.h"
#include "widgets/pictures/words/word_cut_ladder.h"

#include <QPainter>
#include <QtTest>

using namespace glassformer;

namespace {

/** A word of so many letters "a", merged from the left one after the other. */
WordCut longWord(std::size_t letters)
{
    WordCut word;
    word.token_count = 1;
    word.symbols.assign(letters, "a");
    std::string merged = "a";
    for (std::size_t i = 1; i < letters; ++i) {
        word.merges.push_back({merged, "a", merged + "a", int(i) * 1000, 0, {0, i + 1}});
        merged += "a";
    }
    return word;
}

QStringList piecesOf(const WordCutLine& line)
{
    return {line.pieces.begin(), line.pieces.end()};
}

} // namespace

/** The ladder of a word: what it says for every kind of tokenizer, and that it stays readable. */
class TestWordCut : public QObject
{
    Q_OBJECT

private slots:
    void aMergedWordHasALineBeforeEveryMerge();
    void aLongLadderIsCutInTheMiddleAndSaysByHowMuch();
    void aUnigramWordShowsItsLogarithmsAndTheirSum();
    void aWordTakenWithoutStepsIsSaidToBeWhole();
    void aSignThatTheVocabularyLacksIsExplained();
    void longestMatchesShowWhatWasTried();
    void theJoinedPairStaysVisible();
    void everyLineIsDrawnInside_data();
    void everyLineIsDrawnInside();
};

void TestWordCut::aMergedWordHasALineBeforeEveryMerge()
{
    WordCut word;
    word.token_count = 1;
    word.symbols = {"␣", "h", "e"};
    word.merges = {{"h", "e", "he", 1233, 1, {1, 3}}, {"␣", "he", "␣he", 4000, 0, {0, 3}}};
    const WordCutText text = wordCutText(" he", word);
    QCOMPARE(text.ladder.lines.size(), std::size_t(3));
    QCOMPARE(piecesOf(text.ladder.lines[0]), (QStringList{"␣", "h", "e"}));
    QCOMPARE(text.ladder.lines[0].joined, std::optional<int>(1));
    QCOMPARE(text.ladder.lines[0].remark, QStringLiteral("merge 1,234")); // ranks count from 0, people from 1
    QCOMPARE(piecesOf(text.ladder.lines[2]), QStringList{"␣he"});
    QVERIFY(text.ladder.lines[2].is_result);
    QVERIFY(text.explanation.contains(QStringLiteral("as a whole")));
    QVERIFY(text.explanation.contains(QStringLiteral("␣ is the space")));
}

void TestWordCut::aLongLadderIsCutInTheMiddleAndSaysByHowMuch()
{
    const std::vector<WordCutLine> lines = wordCutText("", longWord(200)).ladder.lines;
    QCOMPARE(lines.size(), first_merge_rows + 1 + last_merge_rows);
    // 200 letters: 200 rows, of which 16 and 5 are shown.
    QCOMPARE(lines[first_merge_rows].remark, QStringLiteral("… 179 more merges …"));
    QCOMPARE(lines.back().pieces.size(), std::size_t(1));
    QCOMPARE(wordCutText("", longWord(20)).ladder.lines.size(), std::size_t(20));
    QVERIFY(wordCutText("", longWord(256)).explanation.contains(QStringLiteral("256")));
}

void TestWordCut::aUnigramWordShowsItsLogarithmsAndTheirSum()
{
    WordCut word;
    word.token_count = 2;
    word.choices = {{{0, 2}, "␣un", -5.5}, {{2, 4}, "do", -2.302585}};
    const WordCutText text = wordCutText("undo", word);
    QCOMPARE(text.ladder.lines.size(), std::size_t(3));
    QCOMPARE(text.ladder.lines[0].number, QStringLiteral("−5.50"));
    QCOMPARE(text.ladder.lines[1].remark, QStringLiteral("about 1 in 10")); // e^2.302585 = 10
    QCOMPARE(text.ladder.lines[2].number, QStringLiteral("Σ = −7.80"));
    QVERIFY(text.explanation.contains(QStringLiteral("Viterbi")));
}

void TestWordCut::aWordTakenWithoutStepsIsSaidToBeWhole()
{
    WordCut word;
    word.token_count = 1;
    const WordCutText text = wordCutText("the", word);
    QVERIFY(text.ladder.lines.empty());
    QVERIFY(text.explanation.contains(QStringLiteral("as a whole")));
}

void TestWordCut::aSignThatTheVocabularyLacksIsExplained()
{
    WordCut word;
    word.token_count = 3; // the bytes of "€"
    word.symbols = {"€"};
    QVERIFY(wordCutText("€", word).explanation.contains(QStringLiteral("spelt in bytes")));
    word.token_count = 1;
    QVERIFY(!wordCutText("€", word).explanation.contains(QStringLiteral("spelt in bytes")));
}

void TestWordCut::longestMatchesShowWhatWasTried()
{
    WordCut word;
    word.token_count = 2;
    word.steps = {{{0, 4}, "un", {"undo", "und"}}, {{2, 4}, "##do", {}}};
    const std::vector<WordCutLine> lines = wordCutText("undo", word).ladder.lines;
    QCOMPARE(lines.size(), std::size_t(2));
    QCOMPARE(lines[0].rest, QStringLiteral("undo"));
    QCOMPARE(lines[0].tried, QStringLiteral("undo  und"));
    QCOMPARE(lines[1].rest, QStringLiteral("do"));
    QCOMPARE(piecesOf(lines[1]), QStringList{"##do"});
}

void TestWordCut::theJoinedPairStaysVisible()
{
    using Range = std::pair<int, int>;
    const std::vector<double> widths(10, 20);
    // 5 pieces of 20 with gaps of 5 fill 120.
    QCOMPARE(piecesThatFit(widths, 5, 1000, 0), Range(0, 10));
    QCOMPARE(piecesThatFit(widths, 5, 120, 0), Range(0, 5));
    QCOMPARE(piecesThatFit(widths, 5, 120, 8), Range(5, 10));
    const Range middle = piecesThatFit(widths, 5, 120, 4);
    QVERIFY(middle.first <= 4 && middle.second >= 6 && middle.second - middle.first == 5);
    QCOMPARE(piecesThatFit(widths, 5, 1, 3), Range(3, 5));
    QCOMPARE(piecesThatFit({}, 5, 100, 0), Range(0, 0));
}

void TestWordCut::everyLineIsDrawnInside_data()
{
    QTest::addColumn<int>("width");
    QTest::newRow("wide") << 700;
    QTest::newRow("narrow") << 180;
}

void TestWordCut::everyLineIsDrawnInside()
{
    QFETCH(int, width);
    WordCutLadder ladder;
    ladder.setContent(wordCutText("", longWord(120)).ladder);
    const FigureStyle style = exportStyle(ColourMapKind::Blue);
    const int height = qCeil(wordCutHeight(ladder.content(), style));
    QImage image(width + 40, height + 20, QImage::Format_RGB32);
    image.fill(Qt::white);
    {
        QPainter painter(&image);
        ladder.paintPicture(painter, QRectF(0, 0, width, height), style);
    }
    int inside = 0, outside = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            if (image.pixel(x, y) != 0xFFFFFFFF)
                ++(x <= width && y <= height ? inside : outside);
    QVERIFY(inside > 1000);
    QCOMPARE(outside, 0);
    QVERIFY(ladder.accessibleDescription().contains(QStringLiteral("merge 1,001")));
}

QTEST_MAIN(TestWordCut)
#include "tst_word_cut.moc"
