#include "core/learn/grammar/plain_words.h"

#include <QtTest>

using namespace glassformer;
using namespace glassformer::grammar;

namespace {

const Synonyms synonyms{{
    {{"sofa", {"couch"}}, {"sick", {"ill"}}, {"car", {"automobile"}}, {"mother", {"mom", "mum"}}},
    {},
    {{"马路", {"街道", "街"}}, {"正在", {"在"}}, {"好看", {"漂亮"}}},
}};

QString plain(const char* text, Language language)
{
    return QString::fromStdString(PlainWords(synonyms, language).of(text));
}

} // namespace

class PlainWordsTest : public QObject
{
    Q_OBJECT

private slots:
    void wordsThatAreReadBecomeTheOnesThatAreWritten_data();
    void wordsThatAreReadBecomeTheOnesThatAreWritten();
};

void PlainWordsTest::wordsThatAreReadBecomeTheOnesThatAreWritten_data()
{
    QTest::addColumn<Language>("language");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("plain");
    const auto row = [](const char* name, Language language, const char* text, const char* plain) {
        QTest::newRow(name) << language << QString::fromUtf8(text) << QString::fromUtf8(plain);
    };
    row("a word", Language::English, "The couch is old.", "The sofa is old.");
    row("whole words only", Language::English, "The couches still fill it.", "The couches still fill it.");
    row("a large letter", Language::English, "Mum sings.", "Mother sings.");
    row("an article that fits no more", Language::English, "I am an ill man.", "I am a sick man.");
    row("an article that fits better", Language::English, "An automobile.", "A car.");
    row("an article that was wrong stays so", Language::English, "I am a ill man.", "I am a sick man.");
    row("an article in front of another word", Language::English, "An old couch.", "An old sofa.");
    row("French has none", Language::French, "Le couch.", "Le couch.");
    row("the longest first", Language::Chinese, "街道很长，街很短。", "马路很长，马路很短。");
    row("what is written stands for itself", Language::Chinese, "他正在看。", "他正在看。");
    row("Chinese inside of a text", Language::Chinese, "漂亮的花", "好看的花");
}

void PlainWordsTest::wordsThatAreReadBecomeTheOnesThatAreWritten()
{
    QFETCH(Language, language);
    QFETCH(QString, text);
    QFETCH(QString, plain);
    QCOMPARE(::plain(text.toUtf8().constData(), language), plain);
}

QTEST_APPLESS_MAIN(PlainWordsTest)
#include "tst_plain_words.moc"
