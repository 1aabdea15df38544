#include "tests/builders/picture_difference.h"

#include <QFile>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>
#include <cmath>
#include <cstdlib>

using namespace glassformer;

namespace {

const QString street = QStringLiteral("The animal didn't cross the street because it was too tired.");

struct Result
{
    int status;
    QByteArray output, errors;
};

Result execute(const QString& program, const QStringList& arguments)
{
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForStarted())
        return {-1, {}, program.toUtf8() + ": not installed (.ci/packages)"};
    process.waitForFinished(180000);
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

/** What webpinfo says of a file. */
struct Animation
{
    QSize canvas;
    QList<int> durations; ///< of all frames, in milliseconds
    bool is_sound = false, repeats_for_ever = false;
};

Animation animationOf(const QString& file)
{
    const Result info = execute("webpinfo", {file});
    const QString said = QString::fromUtf8(info.output);
    static const QRegularExpression size(QStringLiteral("Canvas size (\\d+) x (\\d+)")),
        duration(QStringLiteral("Duration: (\\d+)"));
    const QRegularExpressionMatch found = size.match(said);
    Animation animation{{found.captured(1).toInt(), found.captured(2).toInt()}, {},
        said.contains(QStringLiteral("No error detected")),
        said.contains(QStringLiteral("Loop count      : 0"))};
    auto each = duration.globalMatch(said);
    while (each.hasNext())
        animation.durations << each.next().captured(1).toInt();
    return animation;
}

} // namespace

/** Figures that move, as libwebp's own tools and a browser read them. */
class TestFigureMotion : public QObject
{
    Q_OBJECT

private slots:
    void everyFrameIsThereAsLargeAndAsLongAsItWasAskedFor_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<int>("frames");
        const auto row = [](const char* name, const QStringList& options, int frames) {
            QTest::newRow(name) << options << frames;
        };
        row("layers", {"--motion", "layers"}, 4);
        row("heads", {"--motion", "heads", "--picture", "lines"}, 4);
        row("layers of vectors", {"--motion", "layers", "--picture", "vectors", "--step", "feed-forward"}, 4);
        row("writing", {"--motion", "decoding"}, -1);
        row("writing as bars", {"--motion", "decoding", "--picture", "bars"}, -1);
        row("writing as lines", {"--motion", "decoding", "--picture", "lines"}, -1);
        row("a decoder alone",
            {"--model", "next-word", "--motion", "heads", "--step", "softmax", "--language", "zh_CN"}, 4);
    }
    void everyFrameIsThereAsLargeAndAsLongAsItWasAskedFor()
    {
        QFETCH(QStringList, options);
        QFETCH(int, frames);
        const Result made =
            draw(options + QStringList{"--frame", "250", "--pixels", "400", "--json", "-o", path("a.webp")});
        QVERIFY2(made.status == 0, made.errors);
        const QJsonObject said =
            QJsonDocument::fromJson(made.output).object()["figures"].toArray()[0].toObject();
        if (frames > 0)
            QCOMPARE(said["frames"].toInt(), frames);
        QVERIFY(said["frames"].toInt() > 3);
        QCOMPARE(said["bytes"].toInt(), int(QFile(path("a.webp")).size()));

        const Animation animation = animationOf(path("a.webp"));
        QVERIFY(animation.is_sound && animation.repeats_for_ever);
        QCOMPARE(animation.canvas.width(), 400);
        QVERIFY(animation.canvas.height() > 60 && animation.canvas.height() < 2000);
        QCOMPARE(animation.durations.size(), said["frames"].toInt());
        for (qsizetype i = 0; i + 1 < animation.durations.size(); ++i)
            QCOMPARE(animation.durations[i], 250);
        QCOMPARE(animation.durations.last(), 750); // before it begins again
    }

    /** The encoder keeps of a frame the part that differs from the one before: a part without difference is none. */
    void everyFrameDiffersFromTheOneBefore()
    {
        QVERIFY(draw({"--motion", "layers", "--pixels", "500", "-o", path("b.webp")}).status == 0);
        QImage before;
        for (int i = 1; i <= 4; ++i) {
            const QImage frame = frameOf(path("b.webp"), i);
            QVERIFY(!frame.isNull());
            QVERIFY(frame != before);
            before = frame;
        }
    }

    void theFirstFrameIsWhatTheStillFigureShows()
    {
        const QStringList figure{"--layer", "1", "--head", "2", "--width", "85mm"};
        QVERIFY(
            draw(figure + QStringList{"--motion", "layers", "--pixels", "502", "-o", path("c.webp")}).status
            == 0);
        QVERIFY(draw(figure + QStringList{"--dpi", "150", "-o", path("c.png")}).status == 0);
        const QImage moving = frameOf(path("c.webp"), 1).convertToFormat(QImage::Format_RGB32);
        const QImage still = QImage(path("c.png")).convertToFormat(QImage::Format_RGB32);
        QCOMPARE(moving.width(), still.width());
        const QRect both(0, 0, still.width(), std::min(moving.height(), still.height()));
        const double apart = difference(moving.copy(both), still.copy(both));
        QVERIFY2(apart < 0.02, qPrintable(QString::number(apart)));
    }

    void aBrowserPlaysIt()
    {
        QVERIFY(draw({"--motion", "decoding", "--pixels", "300", "-o", path("d.webp")}).status == 0);
        QFile page(path("page.html"));
        QVERIFY(page.open(QIODevice::WriteOnly));
        page.write("<!DOCTYPE html><title>none</title><img src=d.webp "
                   "onload='document.title = this.naturalWidth + \" x \" + this.naturalHeight'>");
        page.close();
        const Result browser = execute("chromium",
            {"--headless", "--no-sandbox", "--disable-gpu", "--virtual-time-budget=3000",
                "--user-data-dir=" + path("profile"), "--dump-dom", "file://" + path("page.html")});
        const QSize canvas = animationOf(path("d.webp")).canvas;
        const QString title = QStringLiteral("<title>300 x %1</title>").arg(canvas.height());
        QVERIFY2(browser.output.contains(title.toUtf8()), browser.output + browser.errors.right(500));
    }

    void theFileOpensItsViewAgain()
    {
        const QStringList move{"--motion", "heads", "--pixels", "300"};
        QVERIFY(draw(QStringList{"--layer", "3", "--query", "it"} + move + QStringList{"-o", path("e.webp")})
                    .status
            == 0);
        const Result again = execute(GLASSFORMER_FIGURE,
            QStringList{"--view", path("e.webp")} + move + QStringList{"-o", path("f.webp")});
        QVERIFY2(again.status == 0, again.errors);
        QCOMPARE(content("f.webp"), content("e.webp"));
        const Result still =
            execute(GLASSFORMER_FIGURE, {"--view", path("e.webp"), "--json", "-o", path("f.svg")});
        QVERIFY2(still.output.contains("encoder layer 3"), still.output + still.errors);
    }

    void whatCannotMoveIsTold_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("said");
        const auto row = [](const char* name, const QStringList& options, int status, const char* said) {
            QTest::newRow(name) << options << status << QByteArray(said);
        };
        row("unknown", {"--motion", "dance", "-o", "x.webp"}, 1, "one of: layers, heads, decoding");
        row("ending", {"--motion", "layers", "-o", "x.gif"}, 2, ".webp");
        row("no motion", {"-o", "x.webp"}, 2, "--motion");
        row("frame alone", {"--frame", "100", "-o", "x.svg"}, 2, "--motion");
        row("too quick", {"--motion", "layers", "--frame", "1", "-o", "x.webp"}, 2, "--frame");
        row("too wide", {"--motion", "layers", "--pixels", "100000", "-o", "x.webp"}, 2, "--pixels");
        row("all heads", {"--motion", "heads", "--picture", "heads", "--width", "180mm", "-o", "x.webp"}, 1,
            "moves nothing");
        row("the encoder writes nothing", {"--motion", "decoding", "--step", "softmax", "-o", "x.webp"}, 1,
            "one of: layers, heads");
        row("a model without words", {"--model", "gap", "--motion", "decoding", "-o", "x.webp"}, 1,
            "moves nothing");
    }
    void whatCannotMoveIsTold()
    {
        QFETCH(QStringList, options);
        QFETCH(int, status);
        QFETCH(QByteArray, said);
        options.last() = m_folder.filePath(options.last());
        const Result result = draw(options);
        QVERIFY2(result.errors.contains(said), result.errors);
        QCOMPARE(result.status, status);
        QVERIFY(!QFile::exists(options.last()));
    }

private:
    static Result draw(const QStringList& options)
    {
        QStringList all{"--text", street};
        if (!options.contains(QStringLiteral("--model")))
            all << "--to"
                << "fr";
        return execute(GLASSFORMER_FIGURE, all + options);
    }
    /** The part of a frame that the file holds, as libwebp's tools decode it. */
    QImage frameOf(const QString& file, int number) const
    {
        const QString one = path("frame.webp"), decoded = path("frame.png");
        const QStringList taken{"-get", "frame", QString::number(number), file, "-o", one};
        if (execute("webpmux", taken).status != 0 || execute("dwebp", {one, "-o", decoded}).status != 0)
            return {};
        return QImage(decoded);
    }
    QString path(const char* name) const { return m_folder.filePath(QString::fromLatin1(name)); }
    QByteArray content(const char* name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestFigureMotion)
#include "tst_figure_motion.moc"
