#include "tests/builders/picture_difference.h"

#include <QFile>
#include <QImage>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QtTest>

#include <cmath>

namespace {

const QString street = QStringLiteral("The animal didn't cross the street because it was too tired.");
const QString wide = QStringLiteral("The animal didn't cross the street because it was too wide.");

struct Result
{
    int status;
    QByteArray output, errors;
};

Result execute(const QString& program, const QStringList& arguments, const QString& folder = {})
{
    QProcess process;
    process.setWorkingDirectory(folder);
    process.start(program, arguments);
    if (!process.waitForStarted())
        return {-1, {}, program.toUtf8() + ": not installed (.ci/packages)"};
    process.waitForFinished(180000);
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

/** Mean difference of two pictures of one figure, 0 .. 1, whatever their exact sizes. */
double difference(const QString& one, const QString& other)
{
    constexpr int across = 160; // words are a little wider or narrower in each program: a blur forgives that
    const auto small = [](const QString& path) {
        const QImage image = QImage(path).convertToFormat(QImage::Format_RGB32);
        return image.scaled(across, across * image.height() / std::max(1, image.width()),
            Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    };
    const QImage a = small(one), b = small(other);
    if (a.isNull() || b.isNull() || std::abs(a.height() - b.height()) > 2)
        return 1;
    const QRect both(0, 0, across, std::min(a.height(), b.height()));
    return glassformer::difference(a.copy(both), b.copy(both));
}

} // namespace

/** Files of figures as other programs read them: librsvg, Poppler, qpdf, libxml2, LaTeX. */
class TestFigureFormats : public QObject
{
    Q_OBJECT

private slots:
    void otherProgramsShowWhatThePainterDraws_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<QString>("word");
        const auto row = [](const char* picture, const QStringList& more, const char* word) {
            QTest::newRow(picture) << QStringList{QStringLiteral("--picture"), QString::fromLatin1(picture)}
                    + more << QString::fromLatin1(word);
        };
        row("heatmap", {"--layer", "4"}, "street");
        row("lines", {}, "street");
        row("head-lines", {"--query", "it"}, "street");
        row("arcs", {"--query", "it", "--width", "180mm"}, "street");
        row("text", {"--query", "it"}, "street");
        row("heads", {}, "layer");
        row("bars", {}, "%");
        row("vectors", {}, "street");
        row("comparison", {"--with", wide, "--width", "180mm"}, "minus");
        row("patches", {"--with", wide}, "street");
        row("map", {}, "component");
        row("waves", {}, "position");
        row("likeness", {}, "street");
        row("lens", {"--width", "130mm"}, "input");
        row("words", {}, "street");
        row("machine", {}, "Decoder");
        row("stage", {"--step", "softmax", "--width", "180mm"}, "street");
        row("heatmap+lines", {"--width", "180mm"}, "(b)");
    }
    void otherProgramsShowWhatThePainterDraws()
    {
        QFETCH(QStringList, options);
        QFETCH(QString, word);
        for (const char* ending : {"svg", "pdf", "png"})
            QVERIFY(isDrawn(options + QStringList{"--dpi", "150", "-o", path("a.") + ending}));

        const Result xml = execute("xmllint", {"--noout", path("a.svg")});
        QVERIFY2(xml.status == 0, xml.errors);
        const Result svg =
            execute("rsvg-convert", {"-d", "150", "-p", "150", "-o", path("svg.png"), path("a.svg")});
        QVERIFY2(svg.status == 0, svg.errors);
        const double by_rsvg = difference(path("a.png"), path("svg.png"));
        QVERIFY2(by_rsvg < 0.05, qPrintable(QString::number(by_rsvg)));

        const Result checked = execute("qpdf", {"--check", path("a.pdf")});
        QVERIFY2(checked.status == 0, checked.output + checked.errors);
        const Result pdf =
            execute("pdftoppm", {"-r", "150", "-png", "-singlefile", path("a.pdf"), path("pdf")});
        QVERIFY2(pdf.status == 0, pdf.errors);
        const double by_poppler = difference(path("a.png"), path("pdf.png"));
        QVERIFY2(by_poppler < 0.05, qPrintable(QString::number(by_poppler)));

        const QByteArray words = execute("pdftotext", {path("a.pdf"), "-"}).output;
        QVERIFY2(words.contains(word.toUtf8()), words);
        const QList<QByteArray> fonts = execute("pdffonts", {path("a.pdf")}).output.trimmed().split('\n');
        QVERIFY(fonts.size() > 2);
        // Embedded, and known by their characters. Qt does not say that they are subsets: the whole font has 700 kB.
        static const QRegularExpression embedded(QStringLiteral(" yes (yes|no ) yes "));
        for (const QByteArray& font : fonts.mid(2))
            QVERIFY2(QString::fromLatin1(font).contains(embedded), font);
        QVERIFY(content("a.pdf").size() < 500'000);
        QCOMPARE(execute("pdfimages", {"-list", path("a.pdf")}).output.trimmed().split('\n').size(),
            2); // the heading
        QVERIFY(!content("a.svg").contains("<image"));
    }

    void chineseIsFoundInThePdf()
    {
        QVERIFY(isDrawn(
            {"--to", "zh", "--step", "cross-attention", "--language", "zh_CN", "-o", path("zh.pdf")}));
        const QString words = QString::fromUtf8(execute("pdftotext", {path("zh.pdf"), "-"}).output);
        QVERIFY2(words.contains(QStringLiteral("翻译")), qPrintable(words));
    }

    /** Two columns, four figures of four kinds: what a paper has. */
    void latexTakesAllFormsOfFigures()
    {
        QVERIFY(isDrawn({"--layer", "4", "--no-caption", "--width", "80mm", "-o", path("one.tex")}));
        QVERIFY(isDrawn({"--picture", "lines", "--layer", "4", "--no-caption", "--width", "80mm", "-o",
            path("two.pdf")}));
        QVERIFY(isDrawn({"--picture", "arcs", "--query", "it", "--no-caption", "-o", path("three.png")}));
        QVERIFY(isDrawn({"--picture", "bars", "--no-caption", "--width", "80mm", "-o", path("four.tex")}));
        write("paper.tex", R"(\documentclass[twocolumn]{article}
\usepackage[T1]{fontenc}
\usepackage{graphicx}
\usepackage{tikz}
\begin{document}
\begin{figure}\input{one}\caption{A map.}\end{figure}
\begin{figure}\includegraphics{two}\caption{Lines.}\end{figure}
\begin{figure}\includegraphics[width=\columnwidth]{three}\caption{Arcs.}\end{figure}
\begin{figure}\input{four}\caption{Bars.}\end{figure}
Words.
\end{document}
)");
        const Result latex =
            execute("pdflatex", {"-interaction=nonstopmode", "-halt-on-error", "paper.tex"}, m_folder.path());
        QVERIFY2(latex.status == 0, latex.output.right(2000) + latex.errors);
        const QByteArray words = execute("pdftotext", {path("paper.pdf"), "-"}).output;
        for (const char* word : {"street", "attention weight", "Figure 4: Bars."})
            QVERIFY2(words.contains(word), words);
        QVERIFY(!latex.output.contains("Overfull"));
    }

    void handoutsAndSheetsAreWholePdfs()
    {
        QVERIFY(isDrawn({"--walk", "short", "--language", "zh_CN", "-o", path("walk.pdf")}));
        write("texts", (street + u'\n' + wide + u'\n').toUtf8());
        const Result sheet = execute(GLASSFORMER_FIGURE,
            {"--texts", path("texts"), "--to", "fr", "--sheet", "2x2", "--layer", "4", "-o",
                path("sheet.pdf")});
        QVERIFY2(sheet.status == 0, sheet.errors);
        for (const char* name : {"walk.pdf", "sheet.pdf"}) {
            const Result checked = execute("qpdf", {"--check", path(name)});
            QVERIFY2(checked.status == 0, checked.output + checked.errors);
        }
        const QString walk = QString::fromUtf8(execute("pdftotext", {path("walk.pdf"), "-"}).output);
        QVERIFY2(walk.contains(QStringLiteral("编码器")), qPrintable(walk.left(600)));
        QVERIFY(execute("pdftotext", {path("sheet.pdf"), "-"}).output.contains("2. The animal"));
    }

    /** A browser without a network runs the page: tokens are there, and the chosen one says where it looks. */
    void thePageForABrowserWorksByItself()
    {
        const Result made = execute(GLASSFORMER_FIGURE,
            {"--text", street, "--with", wide, "--to", "fr", "--step", "softmax", "--layer", "4", "--head",
                "1", "--query", "it", "--walk", "short", "-o", path("page.html")});
        QVERIFY2(made.status == 0, made.errors);
        const QByteArray html = content("page.html");
        QVERIFY(html.size() < 3'000'000);
        static const QRegularExpression from_elsewhere(
            QStringLiteral("(src|href)=\"|url\\([^#]|@import|fetch\\("));
        QVERIFY(!QString::fromUtf8(html).contains(from_elsewhere));
        const Result browser = execute("chromium",
            {"--headless", "--no-sandbox", "--disable-gpu", "--virtual-time-budget=3000",
                "--user-data-dir=" + path("profile"), "--dump-dom", "file://" + path("page.html")});
        const QString page = QString::fromUtf8(browser.output);
        QVERIFY2(page.contains(QStringLiteral("aria-pressed=\"true\"")), browser.errors.right(500));
        QVERIFY(page.contains(QStringLiteral("“it” looks at: animal")));
        QVERIFY(page.contains(QStringLiteral("“it” looks at: street")));
        QVERIFY(page.contains(QStringLiteral("<section class=\"step\" hidden")));
    }

private:
    bool isDrawn(const QStringList& options) const
    {
        QStringList all{"--text", street};
        if (!options.contains(QStringLiteral("--to")))
            all << "--to"
                << "fr";
        const Result result = execute(GLASSFORMER_FIGURE, all + options);
        if (result.status != 0)
            qWarning("%s", result.errors.constData());
        return result.status == 0;
    }
    QString path(const char* name) const { return m_folder.filePath(QString::fromLatin1(name)); }
    QByteArray content(const char* name) const
    {
        QFile file(path(name));
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

QTEST_GUILESS_MAIN(TestFigureFormats)
#include "tst_figure_formats.moc"
