#include <QFile>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

namespace {

const QString street = QStringLiteral("The animal didn't cross the street because it was too tired.");

struct Result
{
    int status;
    QByteArray output, errors;

    QJsonObject figure(int index) const
    {
        return QJsonDocument::fromJson(output).object()["figures"].toArray()[index].toObject();
    }
};

/** As on a machine without a display. */
Result draw(const QStringList& arguments)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char* name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"})
        environment.remove(QString::fromLatin1(name));
    QProcess process;
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(GLASSFORMER_FIGURE), arguments);
    process.waitForFinished(120000);
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

} // namespace

/** Figures by command, as a writer's scripts make them. */
class TestFigureProgram : public QObject
{
    Q_OBJECT

private slots:
    void aFigureIsMadeWithoutADisplayAndMadeAgainFromItself()
    {
        for (const char* ending : {"svg", "pdf", "png"}) {
            const QString first = path("first.") + ending, second = path("second.") + ending;
            const Result result = draw({"--text", street, "--to", "fr", "--layer", "4", "--head", "1",
                "--width", "8.5cm", "--dpi", "150", "--json", "-o", first});
            QVERIFY2(result.status == 0, result.errors);
            QCOMPARE(result.figure(0)["width_mm"].toDouble(), 85.0);
            QVERIFY(result.figure(0)["height_mm"].toDouble() > 40);
            QVERIFY(result.figure(0)["link"].toString().contains("encoder_layer=3&"));
            QVERIFY(result.figure(0)["title"].toString().contains("encoder layer 4, head 1"));
            QCOMPARE(result.figure(0)["bytes"].toInt(), int(content(first).size()));
            const Result again = draw({"--view", first, "--dpi", "150", "-o", second});
            QVERIFY2(again.status == 0, again.errors);
            QCOMPARE(content(second), content(first));
        }
        QCOMPARE(QImage(path("first.png")).width(), 502); // 85 mm at 150 dpi, and what is left of a pixel
    }

    void everyLineOfAFileIsAFigure()
    {
        write("texts", "The dog slept.\n\nThe cat was old.\r\n");
        const Result result =
            draw({"--texts", path("texts"), "--picture", "lines", "-o", path("{n}-{words}.svg"), "--json"});
        QVERIFY2(result.status == 0, result.errors);
        QVERIFY(content(path("1-the-dog-slept.svg")).contains("dog"));
        QVERIFY(content(path("2-the-cat-was-old.svg")).contains("cat"));
        const Result same = draw({"--texts", path("texts"), "-o", path("a.svg")});
        QCOMPARE(same.status, 1);
        QVERIFY2(same.errors.contains("{n}"), same.errors);
        QVERIFY(!QFile::exists(path("a.svg")));
    }

    void wordsOfTheFigureAreInTheLanguageThatIsAskedFor()
    {
        const auto drawn = [this](const QString& language) {
            draw({"--text", street, "--to", "fr", "--language", language, "-o", path("l.svg")});
            return QString::fromUtf8(content(path("l.svg")));
        };
        QVERIFY(drawn("en").contains("Translator"));
        const QString chinese = drawn("zh_CN");
        QVERIFY(!chinese.contains(">Translator") && chinese.contains(QStringLiteral("翻译")));
    }

    void aWordIsChosenByItsName()
    {
        const Result result = draw({"--text", street, "--to", "fr", "--picture", "arcs", "--query", "it",
            "-o", path("arcs.svg"), "--json"});
        QVERIFY2(result.status == 0, result.errors);
        const Result other =
            draw({"--text", street, "--picture", "arcs", "--query", "elephant", "-o", path("b.svg")});
        QCOMPARE(other.status, 1);
        QVERIFY2(other.errors.contains("elephant") && other.errors.contains("animal"), other.errors);
        QCOMPARE(draw({"--text", street, "--picture", "text", "-o", path("b.svg")}).status, 1);
    }

    void whatCannotBeIsToldWithAnExitStatus_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("said");
        const QStringList text{"--text", street, "-o", path("x.svg")};
        QTest::newRow("nothing") << QStringList() << 2 << QByteArray("-o is missing");
        QTest::newRow("option") << text + QStringList{"--dance"} << 2 << QByteArray("--dance");
        QTest::newRow("length") << text + QStringList{"--width", "wide"} << 2 << QByteArray("85mm");
        QTest::newRow("theme") << text + QStringList{"--theme", "red"} << 2 << QByteArray("light or dark");
        QTest::newRow("language") << text + QStringList{"--language", "tlh"} << 2 << QByteArray("zh_CN");
        QTest::newRow("width") << text + QStringList{"--width", "1mm"} << 1 << QByteArray("20 mm");
        QTest::newRow("picture") << text + QStringList{"--picture", "pie"} << 1 << QByteArray("heatmap");
        QTest::newRow("font") << text + QStringList{"--font", "No Such Font"} << 1 << QByteArray("installed");
        QTest::newRow("step") << text + QStringList{"--step", "embedding"} << 1
                              << QByteArray("one of: vectors");
        QTest::newRow("tokens") << text + QStringList{"--rows", "2-99"} << 1 << QByteArray("list of tokens");
        QTest::newRow("sheet") << QStringList{"--text", street, "--sheet", "3", "-o", path("x.pdf")} << 2
                               << QByteArray("3x4");
        QTest::newRow("pages") << text + QStringList{"--sheet", "3x4"} << 2 << QByteArray(".pdf");
        QTest::newRow("walk") << QStringList{"--text", street, "--walk", "long", "-o", path("x.pdf")} << 2
                              << QByteArray("short or full");
        QTest::newRow("other text") << text + QStringList{"--picture", "difference"} << 2
                                    << QByteArray("--with");
        QTest::newRow("layer") << text + QStringList{"--layer", "99"} << 2 << QByteArray("--layer");
        QTest::newRow("ending") << QStringList{"--text", street, "-o", path("x.gif")} << 1
                                << QByteArray(".svg");
        QTest::newRow("folder") << QStringList{"--text", street, "-o", path("none/x.svg")} << 1
                                << QByteArray("a folder that does not exist");
        QTest::newRow("pixels") << QStringList{"--text", street, "-o", path("x.png"), "--dpi", "2400",
            "--width", "1000mm"} << 1
                                << QByteArray("pixels");
    }
    void whatCannotBeIsToldWithAnExitStatus()
    {
        QFETCH(QStringList, arguments);
        QFETCH(int, status);
        QFETCH(QByteArray, said);
        const Result result = draw(arguments);
        QVERIFY2(result.errors.contains(said), result.errors);
        QCOMPARE(result.status, status);
        QVERIFY(result.errors.startsWith("glassformer-figure: "));
        QVERIFY(!QFile::exists(path("x.svg")));
    }

private:
    QString path(const char* name) const { return m_folder.filePath(QString::fromLatin1(name)); }
    static QByteArray content(const QString& path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void write(const char* name, const QByteArray& text) const
    {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestFigureProgram)
#include "tst_figure_program.moc"
