#include "core/text/joiner/joiner_words.h"

#include <QTest>

using namespace glassformer;

namespace {

/** The words of a text in their marked forms, separated by "|" (which none of the texts contains). */
std::string forms(const std::string& text)
{
    std::string all;
    for (const TextWord& word : splitWords(text)) {
        const std::string part = text.substr(word.span.begin, word.span.end - word.span.begin);
        all += all.empty() ? "" : "|";
        all += markedForm(part, word.joins_left, word.joins_right);
    }
    return all;
}

} // namespace

class TestJoinerWords : public QObject
{
    Q_OBJECT

private slots:
    void cutsTextIntoWords_data();
    void cutsTextIntoWords();
    void spansAreBytes();
};

void TestJoinerWords::cutsTextIntoWords_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* text, const char* expected) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(expected);
    };
    row("", "");
    row(" \t\n", "");
    row("The animal slept.", "The|animal|slept|￭.");
    row("cafe\u0301s", "cafe\u0301s");

    // contractions
    row("I didn't know", "I|didn't|know");
    row("He’s IT'LL we're I've I'd I'm", "He’s|IT'LL|we're|I've|I'd|I'm");
    row("shouldn't've", "shouldn't've");
    row("she'll.", "she'll|￭.");

    // elisions
    row("l'animal", "l'￭|animal");
    row("l’animal", "l’￭|animal");
    row("n'a qu'il", "n'￭|a|qu'￭|il");
    row("parce qu'elle", "parce|qu'￭|elle");
    row("d'tout", "d'￭|tout");
    row("aujourd'hui", "aujourd'￭|hui");
    row("c'est-à-dire", "c'￭|est|￭-￭|à|￭-￭|dire");
    row("l'1", "l'￭|1");

    // apostrophes that belong to no word
    row("'hello', dogs' food", "'￭|hello|￭'|￭,|dogs|￭'|food");
    row("'", "'");

    // punctuation and digits
    row("(a) \"b\" [c]", "(￭|a|￭)|\"￭|b|￭\"|[￭|c|￭]");
    row("f(x)", "f|￭(￭|x|￭)");
    row("-(a", "-￭|(￭|a"); // an opening mark does not lean on what is before it
    row("« Oui ! »", "«|Oui|!|»");
    row("Wait...", "Wait|￭.|￭.|￭.");
    row("3.14 2nd GPU3 -5 5%", "3|￭.￭|14|2|￭nd|GPU|￭3|-￭|5|5|￭%");
    row("Hi😀!", "Hi|￭😀|￭!");
    row("<2fr>", "<￭|2|￭fr|￭>");

    // Chinese
    row("动物没有过马路。", "动|物|没|有|过|马|路|。");
    row("我用GPU3。", "我|用|GPU|￭3|。");
    row("他说：“你好”。", "他|说|：|“|你|好|”|。");
    row("中 文", "中|文");
    row("好!?", "好|!|￭?");
    row("l'中", "l|￭'|中");
}

void TestJoinerWords::cutsTextIntoWords()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QCOMPARE(QString::fromStdString(forms(text.toStdString())), expected);
}

void TestJoinerWords::spansAreBytes()
{
    const std::vector<TextWord> expected{
        {{1, 6}, false, false}, // "été"
        {{8, 11}, false, false}, // "中", 3 bytes, after two spaces
        {{11, 12}, false, false}, // "!"
    };
    QCOMPARE(splitWords(" été  中!"), expected);
}

QTEST_APPLESS_MAIN(TestJoinerWords)
#include "tst_joiner_words.moc"
