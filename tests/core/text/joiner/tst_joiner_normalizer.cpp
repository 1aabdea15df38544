#include "core/file/bytes/byte_file.h"
#include "core/text/joiner/joiner_normalizer.h"
#include "core/text/joiner/joiner_tokenizer.h"

#include <QTest>

using namespace glassformer;

namespace {

constexpr JoinerNormalizer all{true, true, true};

JoinerTokenizer shipped(const std::string& model)
{
    const std::string file = GLASSFORMER_RESOURCES "/models/" + model + "/tokenizer.json";
    return JoinerTokenizer::fromJson(readFile(file, 1u << 24), file);
}

} // namespace

class TestJoinerNormalizer : public QObject
{
    Q_OBJECT

private slots:
    void writesATextAsItsModelsRead_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* text, const char* expected) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(expected);
        };
        row("", "");
        row("动物没有过马路,因为它太累了.", "动物没有过马路，因为它太累了。");
        row("你好吗? 我很好! 时间:很晚;好(真的)。", "你好吗？我很好！时间：很晚；好（真的）。");
        row("动物 没有  过马路 。", "动物没有过马路。");
        row("我有3.5元.", "我有3.5元。");
        row("我想...", "我想...");
        row("他说(ABC)好", "他说（ABC）好");
        row("Ｔｈｅ　ａｎｉｍａｌ　２０２６", "The animal 2026");
        row("  The  animal\t\ndidn't cross. ", "The animal didn't cross.");
        row("l'animal n'a pas traversé\u00A0!", "l'animal n'a pas traversé !");
        row("The animal (was) tired, wasn't it?", "The animal (was) tired, wasn't it?");
        row("我是一个学生。", "我是一个学生。");
        row("ABC( 你", "ABC（你");
        row("他 ( (真的 ) 好", "他（（真的）好");
        row("a (你 b )", "a（你b）");
        row("好(a (b) c)", "好（a (b) c）");
    }
    void writesATextAsItsModelsRead()
    {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        const std::string once = normalizedForJoiner(text.toStdString(), all).text;
        QCOMPARE(QString::fromStdString(once), expected);
        QCOMPARE(normalizedForJoiner(once, all).text, once);
    }

    void aTextThatWasChangedIsNotChangedAgain()
    {
        const std::vector<std::string> characters{"(", ")", " ", ".", ",", "5", "a", "我"};
        std::vector<std::string> texts{""};
        for (std::size_t first = 0, length = 1; length <= 5; ++length) {
            const std::size_t end = texts.size();
            for (; first < end; ++first)
                for (const std::string& character : characters)
                    texts.push_back(texts[first] + character);
        }
        for (const std::string& text : texts) {
            const std::string once = normalizedForJoiner(text, all).text;
            QVERIFY2(normalizedForJoiner(once, all).text == once, text.c_str());
        }
        QCOMPARE(texts.size(), std::size_t(37449));
    }

    void eachRuleIsItsOwn()
    {
        const std::string text = "Ａ  我,";
        QCOMPARE(normalizedForJoiner(text, {}).text, text);
        QCOMPARE(normalizedForJoiner(text, {true, false, false}).text, std::string("A  我,"));
        QCOMPARE(normalizedForJoiner(text, {false, true, false}).text, std::string("Ａ 我,"));
        QCOMPARE(normalizedForJoiner(text, {false, false, true}).text, std::string("Ａ  我，"));
    }

    void tokensKeepTheirPlacesInTheTextAsItWasTyped()
    {
        const JoinerTokenizer tokenizer = shipped("translator");
        const std::string text = " 我是 一个学生.  ";
        const Encoding typed = tokenizer.encode(text, "en");
        QCOMPARE(typed.ids(), tokenizer.encode("我是一个学生。", "en").ids());
        for (const Token& token : typed.tokens)
            if (!token.is_special) {
                const std::string part = text.substr(token.span.begin, token.span.end - token.span.begin);
                QCOMPARE(part == "." ? "。" : part, token.text);
            }
        QCOMPARE(typed.tokens.front().span, (TextSpan{0, 0}));
        QCOMPARE(typed.tokens.back().span, (TextSpan{text.size(), text.size()}));
        for (const WordCut& word : typed.words)
            QVERIFY(word.span.begin < word.span.end && word.span.end <= text.size());
    }

    void everyShippedModelReadsChineseHoweverItIsTyped_data()
    {
        QTest::addColumn<QString>("model");
        for (const char* model : {"translator", "gap", "next-word"})
            QTest::newRow(model) << model;
    }
    void everyShippedModelReadsChineseHoweverItIsTyped()
    {
        QFETCH(QString, model);
        const JoinerTokenizer tokenizer = shipped(model.toStdString());
        QCOMPARE(tokenizer.normalizer(), all);
        QCOMPARE(tokenizer.encode("动物没有过马路,因为它太累了.").ids(),
            tokenizer.encode("动物没有过马路，因为它太累了。").ids());
        QCOMPARE(tokenizer.encode("Ｔｈｅ  animal was tired.").ids(),
            tokenizer.encode("The animal was tired.").ids());
        // What is normal already is left alone.
        const std::string normal = "The animal didn't cross the street, because it was too tired.";
        QCOMPARE(tokenizer.decode(tokenizer.encode(normal).ids()), normal);
        QCOMPARE(JoinerTokenizer::fromJson(tokenizer.toJson(), "x").normalizer(), all);
    }
};

QTEST_APPLESS_MAIN(TestJoinerNormalizer)
#include "tst_joiner_normalizer.moc"
