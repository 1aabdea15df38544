#include "app/figures/files/figure_origin.h"
#include "app/start/start_options.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace glassformer;

namespace {

StartOptions optionsOf(const QStringList& words)
{
    return startOptions(QStringList{QStringLiteral("glassformer")} + words);
}

QString linkOf(const QStringList& words)
{
    return QString::fromStdString(optionsOf(words).view.link());
}

} // namespace

class TestStartOptions : public QObject
{
    Q_OBJECT

private slots:
    void optionsAreAView()
    {
        QCOMPARE(linkOf({"--model", "gap", "--text", "a b", "--to", "fr", "--step", "softmax"}),
            QStringLiteral("glassformer:?model=gap&text=a%20b&to=fr&step=softmax"));
        QVERIFY(optionsOf({}).view.fields().empty());
    }

    void aLinkIsTakenWholeAndWhatIsNamedComesInItsPlace()
    {
        const QString link = QStringLiteral("glassformer:?model=gap&text=a&step=scores&head=2");
        QCOMPARE(linkOf({"--view", link}), link);
        QCOMPARE(linkOf({link}), link);
        QCOMPARE(linkOf({"--view", link, "--text", "b"}),
            QStringLiteral("glassformer:?model=gap&step=scores&head=2&text=b"));
    }

    void aFileHoldsALinkOrJson()
    {
        QTemporaryDir folder;
        for (const QByteArray text : {"glassformer:?text=a&head=2\n", R"({"text": "a", "head": 2})"}) {
            QFile file(folder.filePath(QStringLiteral("view")));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(text);
            file.close();
            QCOMPARE(linkOf({"--view", file.fileName()}), QStringLiteral("glassformer:?text=a&head=2"));
        }
    }

    void aFigureStandsForItsView()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("a.svg"));
        const auto write = [&path](const QByteArray& text) {
            QFile file(path);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(text);
        };
        write(svgWithOrigin("<svg xmlns=\"http://www.w3.org/2000/svg\"><defs></defs></svg>",
            {"glassformer:?text=a&head=2", "", "Glassformer"}));
        QCOMPARE(linkOf({path}), QStringLiteral("glassformer:?text=a&head=2"));
        write("<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
        QVERIFY(QString::fromStdString(optionsOf({path}).trouble.english()).contains("which view it shows"));
    }

    /** As a file manager and a browser call the program. */
    void aFileAloneIsOpenedAsWhatItIs()
    {
        QTemporaryDir folder;
        const QString run = folder.filePath(QStringLiteral("a run.safetensors"));
        QCOMPARE(optionsOf({run}).trace, run);
        QCOMPARE(optionsOf({QUrl::fromLocalFile(run).toString(QUrl::FullyEncoded)}).trace, run);
        const QString model = QStringLiteral(GLASSFORMER_RESOURCES "/models/gap");
        const StartOptions weights = optionsOf({model + "/model.safetensors"});
        QVERIFY(weights.trace.isEmpty());
        QCOMPARE(weights.view.over({}).model.name, model.toStdString());
        QFile file(folder.filePath(QStringLiteral("a.glassformer")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("glassformer:?text=a&head=2");
        file.close();
        const QString address = QUrl::fromLocalFile(file.fileName()).toString();
        QCOMPARE(linkOf({address}), QStringLiteral("glassformer:?text=a&head=2"));
    }

    void aSessionStandsForWhatWasShownAndBringsItsPlaces()
    {
        const QString file = QStringLiteral(GLASSFORMER_TEST_DATA "/sessions/version-1.glassformer");
        const StartOptions options = startOptions(
            {QStringLiteral("glassformer"), file, QStringLiteral("--text"), QStringLiteral("The cat sat.")});
        QVERIFY(options.trouble.empty());
        QCOMPARE(options.session, file);
        QCOMPARE(options.view.over({}).selection.step, StepKind::Softmax);
        QCOMPARE(options.view.over({}).request.text, std::string("The cat sat."));
        const QTemporaryDir folder;
        QFile damaged(folder.filePath(QStringLiteral("a.glassformer")));
        QVERIFY(damaged.open(QIODevice::WriteOnly));
        damaged.write(R"({"format": "glassformer-session", "version": 3, "program": "Glassformer 4"})");
        damaged.close();
        const StartOptions refused = startOptions({QStringLiteral("glassformer"), damaged.fileName()});
        QVERIFY(refused.session.isEmpty() && refused.view.fields().empty());
        QVERIFY(refused.trouble.english().find("Glassformer 4") != std::string::npos);
    }

    void whatCannotBeIsToldAndTheRestStays()
    {
        const StartOptions options = optionsOf({"--text", "a", "--step", "dance"});
        QCOMPARE(options.view.link(), std::string("glassformer:?text=a"));
        QVERIFY(QString::fromStdString(options.trouble.english()).contains("dance"));
        QVERIFY(QString::fromStdString(optionsOf({"--view", "glassformer:?colour=red"}).trouble.english())
                    .contains("colour"));
        QVERIFY(QString::fromStdString(optionsOf({"--view", "/nowhere.json"}).trouble.english())
                    .contains("nowhere.json"));
    }

    void helpAndLanguageAreKnownBeforeTheRest()
    {
        QVERIFY(asksForHelp({"glassformer", "--help"}) && asksForHelp({"glassformer", "--lang", "en", "-h"}));
        QVERIFY(!asksForHelp({"glassformer", "--text", "help"}));
        QCOMPARE(languageAsked({"glassformer", "--lang", "zh_CN"}), QStringLiteral("zh_CN"));
        QCOMPARE(languageAsked({"glassformer", "--lang=zh_CN"}), QStringLiteral("zh_CN"));
        QCOMPARE(languageAsked({"glassformer"}), QString());
    }
};

QTEST_GUILESS_MAIN(TestStartOptions)
#include "tst_start_options.moc"
