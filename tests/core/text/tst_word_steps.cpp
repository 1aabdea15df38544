#include "core/text/bpe/merge_rows.h"
#include "core/trace/model.h"

#include <QDir>
#include <QTest>

using namespace glassformer;

namespace {

/** An entry as the vocabularies of GPT-2 and of SentencePiece write it, its space made visible. */
std::string marked(const std::string& entry)
{
    QString text = QString::fromStdString(entry);
    return text.replace(u'\u0120', u'\u2423').replace(u'\u2581', u'\u2423').toStdString();
}

WordCut cutOf(std::vector<std::string> symbols, std::vector<MergeStep> merges)
{
    WordCut word;
    word.symbols = std::move(symbols);
    word.merges = std::move(merges);
    return word;
}

} // namespace

/** The steps by which a word was cut, whatever the tokenizer: followed by hand, they give its tokens. */
class TestWordSteps : public QObject
{
    Q_OBJECT

private slots:
    void mergesAreReplayedRowByRow();
    void equalPairsAreMergedAtTheirOwnPlace();
    void aWordWithoutSymbolsHasNoRows();
    void mergesOfSymbolsThatWereNotKeptAreLeftOut();
    void theStepsOfEveryModelGiveItsTokens_data();
    void theStepsOfEveryModelGiveItsTokens();
    void sentencePiecesAreMergedInTheOrderOfTheirScores();
};

void TestWordSteps::mergesAreReplayedRowByRow()
{
    // "low" with the merges "l o" (7) and "lo w" (9), by hand.
    const std::vector<MergeRow> rows =
        mergeRows(cutOf({"l", "o", "w"}, {{"l", "o", "lo", 7, 0, {0, 2}}, {"lo", "w", "low", 9, 0, {0, 3}}}));
    QCOMPARE(rows.size(), std::size_t(3));
    QCOMPARE(rows[0].pieces, (std::vector<std::string>{"l", "o", "w"}));
    QCOMPARE(rows[0].joined, std::optional<std::size_t>(0));
    QCOMPARE(rows[0].rank, 7);
    QCOMPARE(rows[1].pieces, (std::vector<std::string>{"lo", "w"}));
    QCOMPARE(rows[1].rank, 9);
    QCOMPARE(rows[2].pieces, std::vector<std::string>{"low"});
    QVERIFY(!rows[2].joined);
}

void TestWordSteps::equalPairsAreMergedAtTheirOwnPlace()
{
    // "abab": the second pair is joined here, as a list may order it after "ab a" was ruled out.
    const std::vector<MergeRow> rows =
        mergeRows(cutOf({"a", "b", "a", "b"}, {{"a", "b", "ab", 0, 2, {2, 4}}}));
    QCOMPARE(rows.back().pieces, (std::vector<std::string>{"a", "b", "ab"}));
    QCOMPARE(rows.front().joined, std::optional<std::size_t>(2));
}

void TestWordSteps::aWordWithoutSymbolsHasNoRows()
{
    QVERIFY(mergeRows(WordCut{}).empty());
    QCOMPARE(mergeRows(cutOf({"a"}, {})).size(), std::size_t(1));
}

void TestWordSteps::mergesOfSymbolsThatWereNotKeptAreLeftOut()
{
    const std::vector<MergeRow> rows = mergeRows(cutOf(
        {"a", "b"}, {{"x", "y", "xy", 0, 300, {}}, {"b", "c", "bc", 1, 1, {}}, {"a", "b", "ab", 2, 0, {}}}));
    QCOMPARE(rows.size(), std::size_t(2));
    QCOMPARE(rows.back().pieces, std::vector<std::string>{"ab"});
}

void TestWordSteps::theStepsOfEveryModelGiveItsTokens_data()
{
    QTest::addColumn<QString>("folder");
    const QDir models(QStringLiteral(GLASSFORMER_TEST_DATA "/models"));
    for (const QString& name : models.entryList(QDir::Dirs | QDir::NoDotAndDotDot))
        QTest::newRow(qPrintable(name)) << models.filePath(name);
    QTest::newRow("bundled gap") << QStringLiteral(GLASSFORMER_RESOURCES "/models/gap");
}

void TestWordSteps::theStepsOfEveryModelGiveItsTokens()
{
    QFETCH(QString, folder);
    const Model model = Model::load(folder.toStdString());
    const Tokenizer& tokenizer = model.tokenizer;
    const Encoding encoding = tokenizer.encode("The children played outside, understanding nothing");
    int cut_words = 0;
    for (const WordCut& word : encoding.words) {
        std::vector<std::string> tokens;
        for (std::size_t i = 0; i < word.token_count; ++i)
            tokens.push_back(marked(tokenizer.entry(encoding.tokens[word.first_token + i].id)));
        const int kinds = int(!word.steps.empty()) + int(!word.symbols.empty()) + int(!word.choices.empty());
        QVERIFY(
            kinds == 1 || (kinds == 0 && word.token_count == 1)); // Llama 3 takes whole words without merging
        if (kinds == 0)
            continue;
        std::vector<std::string> pieces;
        for (const CutStep& step : word.steps)
            pieces.push_back(step.piece);
        for (const PieceChoice& choice : word.choices)
            pieces.push_back(choice.piece);
        if (!word.symbols.empty())
            pieces = mergeRows(word).back().pieces;
        cut_words += word.token_count > 1;
        QCOMPARE(pieces.size(), tokens.size());
        if (word.steps.empty()) // those of our own models are written without the signs of joined pieces
            QCOMPARE(pieces, tokens);
    }
    QVERIFY(cut_words > 0);
}

void TestWordSteps::sentencePiecesAreMergedInTheOrderOfTheirScores()
{
    const Model model = Model::load(GLASSFORMER_TEST_DATA "/models/llama");
    int merged = 0;
    for (const WordCut& word : model.tokenizer.encode("The children understand").words) {
        QCOMPARE(word.symbols.size() - word.merges.size(), word.token_count);
        for (const MergeStep& merge : word.merges) {
            QCOMPARE(merge.merged, merge.left + merge.right);
            QVERIFY(merge.rank >= 0);
            ++merged;
        }
    }
    QVERIFY(merged > 5);
}

QTEST_GUILESS_MAIN(TestWordSteps)
#include "tst_word_steps.moc"
