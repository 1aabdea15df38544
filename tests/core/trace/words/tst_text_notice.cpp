#include "core/trace/words/text_notice.h"

#include <QtTest>

using namespace glassformer;

namespace {

const TrainedLanguages& translator()
{
    static const TrainedLanguages languages{{{"en", "fr"}, {"zh", "fr"}, {"zh", "en"}, {"en", "zh"}},
        {{"en", {"the", "The", "was", "it"}}, {"fr", {"le", "Le", "la", "il", "était", "n'"}}}};
    return languages;
}

/** A text as the shipped translator reads it, or as another model does; nothing is run. */
TextToRead readBy(const Tokenizer& tokenizer, const std::string& text, const std::string& target)
{
    return {text, target, tokenizer.encode(text, target).tokens, {}};
}

const Model& model(const char* folder)
{
    static std::map<std::string, Model> models;
    const auto found = models.find(folder);
    return found != models.end()
        ? found->second
        : models.emplace(folder, Model::load(std::filesystem::path(folder))).first->second;
}

QString noticeOf(const QString& text, const QString& target)
{
    const Tokenizer& tokenizer = model(GLASSFORMER_RESOURCES "/models/translator").tokenizer;
    const auto notice = textNotice(
        readBy(tokenizer, text.toStdString(), target.toStdString()), tokenizer.specialTokens(), translator());
    return notice ? QString::fromStdString(notice->english()) : QString();
}

} // namespace

class TestTextNotice : public QObject
{
    Q_OBJECT

private slots:
    void whatTheTranslatorCannotReadIsSaid_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("target");
        QTest::addColumn<QString>("says"); ///< empty: nothing
        const auto add = [](const char* name, const char* text, const char* target, const char* says) {
            QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(target)
                                << QString::fromUtf8(says);
        };
        add("English to French", "The animal was too tired.", "fr", "");
        add("English to Chinese", "The animal was too tired.", "zh", "");
        add("Chinese to French", "动物没有过马路，因为它太累了。", "fr", "");
        add("Chinese to English", "动物没有过马路，因为它太累了。", "en", "");
        add("English to English", "The animal was too tired.", "en", "in English already");
        add("Chinese to Chinese", "动物太累了。", "zh", "in Chinese already");
        add("French to French", "Le chien était fatigué.", "fr", "in French already");
        add("French to Chinese", "Le chien était fatigué.", "zh", "from English, and this text is in French");
        add("French to English", "Le chien était fatigué.", "en", "from Chinese, and this text is in French");
        add("French without a space", "L'animal n'était pas grand.", "zh", "and this text is in French");
        add("half and half", "The animal 没有过马路 because it was tired.", "fr", "mixes languages");
        add("a name among Chinese", "动物 A 没有过马路，因为它太累了。", "fr", "");
        add("Russian", "Собака очень устала.", "fr", "never seen the letters");
        add("signs only", "... !", "fr", "");
    }

    void whatTheTranslatorCannotReadIsSaid()
    {
        QFETCH(QString, text);
        QFETCH(QString, target);
        QFETCH(QString, says);
        const QString notice = noticeOf(text, target);
        QVERIFY2(says.isEmpty() ? notice.isEmpty() : notice.contains(says), qPrintable(notice));
    }

    void aModelThatWritesNoLanguageIsToldByWhatItReads()
    {
        const TrainedLanguages languages{{{"en", ""}, {"zh", ""}}, translator().telling_words};
        const Tokenizer& tokenizer = model(GLASSFORMER_RESOURCES "/models/next-word").tokenizer;
        const auto says = [&](const char* text) {
            return textNotice(readBy(tokenizer, text, {}), tokenizer.specialTokens(), languages);
        };
        QVERIFY(!says("The animal was too"));
        QVERIFY(!says("动物没有过马路"));
        const auto notice = says("Le chien était");
        QVERIFY(notice);
        QCOMPARE(notice->english(),
            std::string("This model has learned to read English or Chinese, and this text is in French: "
                        "expect odd answers."));
    }

    /** Of other models only that is known which their vocabulary lacks. */
    void tokensThatTheVocabularyLacksAreCounted()
    {
        const Tokenizer& tokenizer = model(GLASSFORMER_TEST_DATA "/models/bert").tokenizer;
        QVERIFY(tokenizer.specialTokens().unknown >= 0);
        const auto says = [&](const char* text) {
            return textNotice(readBy(tokenizer, text, {}), tokenizer.specialTokens(), {});
        };
        QVERIFY(!says("The bridge was wide."));
        const auto notice = says("\u2603 \u2604");
        QVERIFY(notice);
        QVERIFY(notice->english().find("2 of the 2") != std::string::npos);
    }
};

QTEST_GUILESS_MAIN(TestTextNotice)
#include "tst_text_notice.moc"
