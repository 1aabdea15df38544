#include "app/models/model_list.h"
#include "app/window/lines/message_text.h"
#include "app/window/look/interface_language.h"
#include "app/window/look/theme.h"
#include "app/window/main_window.h"

#include <QDir>
#include <QLabel>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QXmlStreamReader>
#include <QtTest>

#include <memory>

using namespace glassformer;

/** What core finds wrong with a model or a text is said in Chinese in the Chinese window. */
class TestMessageText : public QObject
{
    Q_OBJECT

private slots:
    void aBadFolderIsExplainedInTheLanguageOfTheWindow_data();
    void aBadFolderIsExplainedInTheLanguageOfTheWindow();
    void aTextThatIsTooLongIsExplained();
    void everyTranslationHasThePlacesOfItsSentence();
    void aLineOfItsOwnBeginsAsASentenceDoes();
};

namespace {

struct Opened
{
    Opened()
    {
        language.choose(QStringLiteral("zh_CN"));
        session = std::make_unique<Session>(
            std::make_shared<const Model>(Model::load(GLASSFORMER_TEST_DATA "/models/gpt2")));
        if (session->runFirst(QStringLiteral("The cat sat."), {}))
            window = std::make_unique<MainWindow>(*session, language, theme);
    }
    QString note() const { return window->findChild<QLabel*>(QStringLiteral("note"))->text(); }

    Theme theme;
    InterfaceLanguage language;
    std::unique_ptr<Session> session;
    std::unique_ptr<MainWindow> window;
};

using Spoil = std::function<void(const QString& folder)>;

void write(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
}

QByteArray read(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

Q_DECLARE_METATYPE(Spoil)

void TestMessageText::aBadFolderIsExplainedInTheLanguageOfTheWindow_data()
{
    QTest::addColumn<Spoil>("spoil");
    QTest::addColumn<QString>("english");
    QTest::addColumn<QString>("chinese");
    const auto row = [](const char* name, Spoil spoil, const char* english, const char* chinese) {
        QTest::newRow(name) << std::move(spoil) << QString::fromUtf8(english) << QString::fromUtf8(chinese);
    };
    row(
        "cut weights",
        [](const QString& folder) {
            write(folder + "/model.safetensors", read(folder + "/model.safetensors").chopped(100));
        },
        "a file cut short: 100 bytes of", "字节中缺少 100 字节。请重新复制或下载。");
    row(
        "LFS pointer",
        [](const QString& folder) {
            write(folder + "/model.safetensors", "version https://git-lfs.github.com/spec/v1\nsize 1\n");
        },
        "a Git LFS pointer instead of the file itself", "这是 Git LFS 指针，不是文件本身（");
    row(
        "no weights", [](const QString& folder) { QFile::remove(folder + "/model.safetensors"); },
        "a folder without model.safetensors", "文件夹中缺少 model.safetensors（");
    row(
        "unknown type",
        [](const QString& folder) {
            write(folder + "/config.json", read(folder + "/config.json").replace("\"gpt2\"", "\"mamba\""));
        },
        "This kind of model is not supported.", "文本“mamba”（");
    row(
        "broken JSON", [](const QString& folder) { write(folder + "/config.json", "{\"a\": }"); },
        "a mistake at byte 6 (line 1)", "第 6 字节（第 1 行）有错误（");
}

void TestMessageText::aBadFolderIsExplainedInTheLanguageOfTheWindow()
{
    QFETCH(Spoil, spoil);
    QFETCH(QString, english);
    QFETCH(QString, chinese);
    QTemporaryDir folder;
    const QDir model(QStringLiteral(GLASSFORMER_TEST_DATA "/models/gpt2"));
    for (const QString& name : model.entryList(QDir::Files))
        QVERIFY(QFile::copy(model.filePath(name), folder.filePath(name)));
    spoil(folder.path());
    Opened opened;
    QVERIFY(opened.window);
    opened.session->openModel(folderFiles(folder.path()));
    QTRY_VERIFY(!opened.session->isBusy());
    QVERIFY2(opened.note().contains(chinese), qPrintable(opened.note()));
    opened.language.choose(QStringLiteral("en"));
    QTRY_VERIFY2(opened.note().contains(english), qPrintable(opened.note()));
}

void TestMessageText::aTextThatIsTooLongIsExplained()
{
    Opened opened;
    QVERIFY(opened.window);
    opened.session->runText(QStringLiteral("cat ").repeated(100), {});
    QTRY_VERIFY(!opened.session->isBusy());
    QVERIFY2(opened.note().contains(QStringLiteral("请缩短文本")), qPrintable(opened.note()));
}

void TestMessageText::everyTranslationHasThePlacesOfItsSentence()
{
    const auto places = [](const QString& text) {
        QStringList found;
        for (auto all = QRegularExpression(QStringLiteral("%[1-9]")).globalMatch(text); all.hasNext();)
            found << all.next().captured();
        found.sort();
        return found;
    };
    QFile file(QStringLiteral(GLASSFORMER_RESOURCES "/../translations/glassformer_zh_CN.ts"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QXmlStreamReader xml(&file);
    QString source;
    int checked = 0;
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isStartElement() && xml.name() == QStringLiteral("source"))
            source = xml.readElementText();
        else if (xml.isStartElement() && xml.name() == QStringLiteral("translation")) {
            // What counts has a form within it.
            const QString translation = xml.readElementText(QXmlStreamReader::IncludeChildElements);
            QVERIFY2(places(translation) == places(source), qPrintable(source));
            ++checked;
        }
    }
    QVERIFY(checked > 400);
}

void TestMessageText::aLineOfItsOwnBeginsAsASentenceDoes()
{
    const auto told = [](const char* text) { return sentenceText(Message(text)); };
    QCOMPARE(told("two runs that are alike"), QStringLiteral("Two runs that are alike"));
    QCOMPARE(
        told("model.safetensors: a file cut short"), QStringLiteral("model.safetensors: a file cut short"));
    QCOMPARE(told("heads: 7"), QStringLiteral("heads: 7"));
    QCOMPARE(told("vocab_size 3"), QStringLiteral("vocab_size 3"));
    QCOMPARE(told("“it” against itself"), QStringLiteral("“it” against itself"));
    QCOMPARE(told(""), QString());
}

QTEST_MAIN(TestMessageText)
#include "tst_message_text.moc"
