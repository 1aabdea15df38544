#include "core/file/bytes/byte_file.h"
#include "core/file/json/strict_json.h"
#include "core/text/tokenizer.h"
#include "tests/builders/hang.h"

#include <QDir>
#include <QTest>

#include <ctime>

using namespace glassformer;

namespace {

const QDir fixtures(GLASSFORMER_TEST_DATA "/tokenizers");

/** A tokenizer and what the reference library makes of texts; tests/parity/tokenizers/README.md says how it was made. */
Json fixture(const QString& name)
{
    const std::string file = fixtures.filePath(name).toStdString();
    return parseJson(readFile(file, 1 << 24), file);
}

Tokenizer tokenizerOf(const Json& fixture)
{
    return Tokenizer::fromJson(jsonText(*fixture.find("tokenizer")), "tokenizer.json");
}

Tokenizer tokenizerOfFile(const QString& name)
{
    return tokenizerOf(fixture(name));
}

std::vector<int> idsOf(const Json& list)
{
    std::vector<int> ids;
    for (const Json& id : list.items())
        ids.push_back(static_cast<int>(id.integer()));
    return ids;
}

} // namespace

class TestPipelineTokenizer : public QObject
{
    Q_OBJECT

private slots:
    void givesTheIdsOfTheReference_data();
    void givesTheIdsOfTheReference();
    void spansGoFromLeftToRight_data() { givesTheIdsOfTheReference_data(); }
    void spansGoFromLeftToRight();
    void wordsAccountForEveryTokenOfTheText_data() { givesTheIdsOfTheReference_data(); }
    void wordsAccountForEveryTokenOfTheText();
    void mergesComeInOrderOfRankThenPlace();
    void replayedMergesGiveTheTokens();
    void piecesShowWhatWasTriedLongestFirst();
    void unigramChoicesSumToTheBestCut();
    void tokensAreShownAsPeopleReadThem();
    void spansGoBackThroughNormalisation();
    void aMillionEqualCharactersDoNotHang_data();
    void aMillionEqualCharactersDoNotHang();
    void specialTokensAreToldByTheirNames();
};

void TestPipelineTokenizer::givesTheIdsOfTheReference_data()
{
    QTest::addColumn<QString>("name");
    for (const QString& name : fixtures.entryList({"*.json"}))
        QTest::newRow(name.toUtf8().constData()) << name;
    QVERIFY(fixtures.entryList({"*.json"}).size() >= 11);
}

void TestPipelineTokenizer::givesTheIdsOfTheReference()
{
    QFETCH(QString, name);
    const Json file = fixture(name);
    const Tokenizer tokenizer = tokenizerOf(file);
    QVERIFY(file.find("answers")->items().size() >= 100);
    for (const Json& answer : file.find("answers")->items()) {
        const std::string& text = answer.find("text")->text();
        const std::vector<int> ids = tokenizer.encode(text).ids();
        QVERIFY2(ids == idsOf(*answer.find("ids")), text.c_str());
        QCOMPARE(tokenizer.decode(ids), answer.find("decoded")->text());
        const std::size_t middle = ids.size() > 2 ? ids.size() - 2 : 0;
        QCOMPARE(tokenizer.decode(std::span(ids).subspan(ids.empty() ? 0 : 1, middle)),
            answer.find("rest")->text());
    }
}

void TestPipelineTokenizer::spansGoFromLeftToRight()
{
    QFETCH(QString, name);
    const Json file = fixture(name);
    const Tokenizer tokenizer = tokenizerOf(file);
    for (const Json& answer : file.find("answers")->items()) {
        const std::string& text = answer.find("text")->text();
        std::size_t begin = 0;
        for (const Token& token : tokenizer.encode(text).tokens) {
            QVERIFY2(token.span.begin >= begin && token.span.end <= text.size(), text.c_str());
            QVERIFY(token.span.begin <= token.span.end);
            begin = token.span.begin;
        }
    }
}

void TestPipelineTokenizer::wordsAccountForEveryTokenOfTheText()
{
    QFETCH(QString, name);
    const Json file = fixture(name);
    const Tokenizer tokenizer = tokenizerOf(file);
    for (const Json& answer : file.find("answers")->items()) {
        const Encoding encoding = tokenizer.encode(answer.find("text")->text());
        std::size_t next = encoding.words.empty() ? 0 : encoding.words.front().first_token;
        for (const WordCut& word : encoding.words) {
            QCOMPARE(word.first_token, next);
            QVERIFY(word.token_count > 0);
            next += word.token_count;
        }
        QVERIFY(next <= encoding.tokens.size());
    }
}

void TestPipelineTokenizer::mergesComeInOrderOfRankThenPlace()
{
    // Worked by hand: "ababab" is a b a b a b; rank 0 makes ab ab ab from the left, rank 1 the first two of them abab.
    const std::string json =
        R"({"model":{"type":"BPE","vocab":{"a":0,"b":1,"ab":2,"abab":3},"merges":["a b","ab ab"]}})";
    const Encoding encoding = Tokenizer::fromJson(json, "tokenizer.json").encode("ababab");
    QCOMPARE(encoding.ids(), (std::vector<int>{3, 2}));
    const WordCut& word = encoding.words.front();
    QCOMPARE(word.symbols, (std::vector<std::string>{"a", "b", "a", "b", "a", "b"}));
    QCOMPARE(word.merges.size(), std::size_t(4));
    const std::vector<TextSpan> spans{{0, 2}, {2, 4}, {4, 6}, {0, 4}};
    for (std::size_t i = 0; i < 4; ++i) {
        QCOMPARE(word.merges[i].rank, i < 3 ? 0 : 1);
        QCOMPARE(word.merges[i].merged, std::string(i < 3 ? "ab" : "abab"));
        QVERIFY(word.merges[i].span == spans[i]);
    }
}

void TestPipelineTokenizer::replayedMergesGiveTheTokens()
{
    const Encoding encoding =
        tokenizerOfFile("gpt_2_first_merges.json").encode("The children were something else entirely");
    for (const WordCut& word : encoding.words) {
        // Every merge joins two pieces into one, so that many are left.
        QCOMPARE(word.symbols.size() - word.merges.size(), word.token_count);
        for (const MergeStep& merge : word.merges)
            QVERIFY(merge.merged == merge.left + merge.right || merge.left == "␣");
    }
}

void TestPipelineTokenizer::piecesShowWhatWasTriedLongestFirst()
{
    const std::string json =
        R"({"model":{"type":"WordPiece","unk_token":"[UNK]","continuing_subword_prefix":"##",
        "max_input_chars_per_word":100,"vocab":{"[UNK]":0,"un":1,"##aff":2,"##able":3,"unforgettably":4}}})";
    const Encoding encoding = Tokenizer::fromJson(json, "tokenizer.json").encode("unaffable");
    // The example of the published BERT code: un ##aff ##able.
    QCOMPARE(encoding.ids(), (std::vector<int>{1, 2, 3}));
    const std::vector<CutStep>& steps = encoding.words.front().steps;
    QCOMPARE(steps.size(), std::size_t(3));
    QCOMPARE(steps[1].piece, std::string("##aff"));
    QCOMPARE(steps[1].tried, (std::vector<std::string>{"##affable", "##affabl", "##affab", "##affa"}));
}

void TestPipelineTokenizer::unigramChoicesSumToTheBestCut()
{
    const std::string json =
        R"({"model":{"type":"Unigram","unk_id":0,"vocab":[["<unk>",0],["a",-1],["b",-2],["ab",-2.5],["c",-4]]}})";
    const Encoding encoding = Tokenizer::fromJson(json, "tokenizer.json").encode("abc");
    // By hand: ab c = -6.5 beats a b c = -7.
    QCOMPARE(encoding.ids(), (std::vector<int>{3, 4}));
    const std::vector<PieceChoice>& choices = encoding.words.front().choices;
    QCOMPARE(choices.size(), std::size_t(2));
    QCOMPARE(choices[0].score + choices[1].score, -6.5);
}

void TestPipelineTokenizer::tokensAreShownAsPeopleReadThem()
{
    const Tokenizer gpt2 = tokenizerOfFile("gpt_2_first_merges.json");
    const auto shown = [](const Tokenizer& tokenizer, const char* text) {
        std::vector<std::string> texts;
        for (const Token& token : tokenizer.encode(text).tokens)
            texts.push_back(token.text);
        return texts;
    };
    QCOMPARE(shown(gpt2, "It was\n"), (std::vector<std::string>{"It", "was", "⏎"}));
    QCOMPARE(shown(gpt2, "\u4E2D"), (std::vector<std::string>{"<0xE4>", "<0xB8>", "<0xAD>"}));
    QCOMPARE(gpt2.entry(gpt2.encode(" was").ids().front()), std::string("Ġwas"));
    QVERIFY(gpt2.encode("<|endoftext|>").tokens.front().is_special);
}

void TestPipelineTokenizer::spansGoBackThroughNormalisation()
{
    // After an emoji of four bytes and a blank: the letters C, A, F, E are bytes 5 to 8, whatever becomes of the accent.
    const std::string text = "👍 CAFE\u0301 \uFB01n";
    for (const char* name : {"pieces_bert.json", "unigram_albert.json", "word_ends_gpt_1.json"}) {
        const Encoding encoding = tokenizerOfFile(name).encode(text);
        std::string covered(text.size(), ' ');
        for (const Token& token : encoding.tokens) {
            for (std::size_t i = token.span.begin; i < token.span.end; ++i)
                covered[i] = 'x';
        }
        for (std::size_t i = 5; i < 9; ++i)
            QCOMPARE(covered[i], 'x');
    }
}

void TestPipelineTokenizer::aMillionEqualCharactersDoNotHang_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<char>("character");
    for (const char* name : {"gpt_2_first_merges.json", "byte_pairs_nemo_words.json", "marks_llama_2.json",
             "pieces_bert.json", "word_ends_gpt_1.json", "unigram_t5.json", "unigram_albert.json"}) {
        QTest::addRow("%s letters", name) << name << 'a';
        QTest::addRow("%s blanks", name) << name << ' ';
    }
}

void TestPipelineTokenizer::aMillionEqualCharactersDoNotHang()
{
    QFETCH(QString, name);
    QFETCH(char, character);
    const Tokenizer tokenizer = tokenizerOfFile(name);
    const std::string text(1'000'000, character);
    const std::clock_t begin = std::clock();
    const Encoding encoding = tokenizer.encode(text);
    const double milliseconds = 1e3 * double(std::clock() - begin) / CLOCKS_PER_SEC;
    qInfo("%.0f ms", milliseconds);
    QVERIFY2(milliseconds < hang_milliseconds, qPrintable(QString::number(milliseconds)));
}

void TestPipelineTokenizer::specialTokensAreToldByTheirNames()
{
    const Tokenizer pieces = tokenizerOfFile("pieces_bert.json");
    const SpecialTokens& bert = pieces.specialTokens();
    QVERIFY(bert.classifier >= 0 && bert.separator >= 0 && bert.mask >= 0 && bert.padding >= 0);
    const Tokenizer roberta = tokenizerOfFile("byte_pairs_roberta.json");
    const std::vector<int> ids = roberta.encode("a").ids();
    QCOMPARE(ids.front(), roberta.specialTokens().start);
    QCOMPARE(ids.back(), roberta.specialTokens().end);
    QCOMPARE(roberta.entry(roberta.specialTokens().mask), std::string("<mask>"));
}

QTEST_APPLESS_MAIN(TestPipelineTokenizer)
#include "tst_pipeline_tokenizer.moc"
