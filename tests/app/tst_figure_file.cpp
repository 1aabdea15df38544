#include "app/figures/figure_file.h"
#include "core/file/bytes/chosen_files.h"
#include "core/trace/model.h"
#include "widgets/steps/step_entry.h"
#include "widgets/steps/step_view.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QImage>
#include <QMimeData>
#include <QPainter>
#include <QProcess>
#include <QStandardPaths>
#include <QSvgRenderer>
#include <QTemporaryDir>
#include <QXmlStreamReader>
#include <QtTest>

using namespace glassformer;

/** Figures of the attention step, as a writer saves them. */
class TestFigureFile : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        const Model model = Model::load(GLASSFORMER_RESOURCES "/models/translator");
        RunRequest request;
        request.text = "The dog slept because it was tired.";
        request.target_language = "fr";
        auto trace = std::make_shared<const Trace>(run(model, request));
        Selection selection;
        selection.step = StepKind::Softmax;
        m_view.reset(entryOf(selection.step).view(nullptr));
        m_view->resize(900, 700);
        m_view->showRun(trace, selection);
        m_view->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    }
    void cleanupTestCase() { m_view.reset(); }

    void svgIsAVectorPictureWithItsWordsAndWithoutPixels()
    {
        const QString path = m_folder.filePath(QStringLiteral("a.svg"));
        QVERIFY(isSaved(path));
        QVERIFY(QSvgRenderer(path).isValid());
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray svg = file.readAll();
        QVERIFY(svg.contains("slept"));
        QVERIFY(!svg.contains("<image"));
    }

    void pngHasTwiceTheSizeOfThePictureAndIsNotBlank()
    {
        const QString path = m_folder.filePath(QStringLiteral("a.png"));
        QVERIFY(isSaved(path));
        const QImage image(path);
        QCOMPARE(image.size(), m_view->figureSize() * 2);
        QSet<QRgb> colours;
        for (int y = 0; y < image.height(); y += 3)
            for (int x = 0; x < image.width(); x += 3)
                colours.insert(image.pixel(x, y));
        QVERIFY(colours.size() > 20);
    }

    void aPathThatCannotBeWrittenIsTold()
    {
        for (const char* name : {"missing/a.svg", "missing/a.png"}) {
            const QString reason = reasonFor(QString::fromLatin1(name));
            QVERIFY2(reason.contains(QStringLiteral("a folder that does not exist")), qPrintable(reason));
        }
        QVERIFY(reasonFor(QStringLiteral("a.jpeg2")).contains(QStringLiteral(".svg or .png")));
        QVERIFY(QDir(m_folder.path()).mkdir(QStringLiteral("a folder.svg")));
        QVERIFY(reasonFor(QStringLiteral("a folder.svg"))
                    .contains(QStringLiteral(": a folder; expected a file")));
        if (QFile::exists(QStringLiteral("/dev/full"))) {
            QVERIFY(QFile::link(QStringLiteral("/dev/full"), m_folder.filePath(QStringLiteral("disk.svg"))));
            QVERIFY(reasonFor(QStringLiteral("disk.svg")).contains(QStringLiteral("no room")));
        }
    }

    /** Rows 22 and 37 of the list of bad inputs. */
    void theOldFileStaysWhereTheFigureCannotBeWritten()
    {
        const auto content = [](const QString& path) {
            QFile file(path);
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        };
        for (const char* name : {"model.safetensors", "config.json", "vocab.txt", "none"}) {
            const QString path = m_folder.filePath(QString::fromLatin1(name));
            QFile file(path);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write("old");
            file.close();
            QVERIFY(!isSaved(path));
            QCOMPARE(content(path), QByteArray("old"));
        }
        for (const char* name : {"protected.svg", "protected.png"}) {
            const QString path = m_folder.filePath(QString::fromLatin1(name));
            QVERIFY(isSaved(path));
            const QByteArray before = content(path);
            QVERIFY(QFile::setPermissions(path, QFileDevice::ReadOwner));
            QVERIFY(!isSaved(path));
            QCOMPARE(content(path), before);
            QVERIFY(!isSaved(path + QStringLiteral("/below.svg")));
        }
        QVERIFY(QDir(m_folder.path()).mkdir(QStringLiteral("folder.svg")));
        QVERIFY(!isSaved(m_folder.filePath(QStringLiteral("folder.svg"))));
        if (QFile::exists(QStringLiteral("/dev/full"))) {
            QVERIFY(QFile::link(QStringLiteral("/dev/full"), m_folder.filePath(QStringLiteral("full.svg"))));
            QVERIFY(!isSaved(m_folder.filePath(QStringLiteral("full.svg"))));
        }
        QVERIFY(QDir(m_folder.path())
                    .entryList({QStringLiteral(".glassformer*")}, QDir::Files | QDir::Hidden)
                    .isEmpty());
    }

    void theClipboardGetsImageAndSvg()
    {
        copyFigure(*m_view);
        const QMimeData* data = QGuiApplication::clipboard()->mimeData();
        QVERIFY(data->hasImage());
        QVERIFY(data->data(QStringLiteral("image/svg+xml")).contains("slept"));
    }

    /** A coloured line of a terminal is such a token; so is half a character of another plane. */
    void everySvgIsXml()
    {
        const QString text = QStringLiteral("\x1b[31m \x01\x1f\ufffe\uffff \uffee <&>") + QChar(0xd83d);
        const Figure figure(
            QSize(300, 40), [&](QPainter& painter, const QRectF& area) { painter.drawText(area, text); });
        const QString path = m_folder.filePath(QStringLiteral("control.svg"));
        QVERIFY(saved(figure, path).empty());
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray svg = file.readAll();
        QString words;
        QXmlStreamReader reader(svg);
        while (!reader.atEnd())
            if (reader.readNext() == QXmlStreamReader::Characters)
                words += reader.text();
        QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
        // Fonts may split the line.
        for (const QString& part : {QStringLiteral("\u241b[31m \u2401\u241f\ufffd\ufffd"),
                 QStringLiteral("\uffee"), QStringLiteral("<&>")})
            QVERIFY2(words.contains(part), qPrintable(words));
        if (const QString xmllint = QStandardPaths::findExecutable(QStringLiteral("xmllint"));
            !xmllint.isEmpty())
            QCOMPARE(QProcess::execute(xmllint, {QStringLiteral("--noout"), path}), 0);
        copyFigure(figure);
        const QByteArray copied =
            QGuiApplication::clipboard()->mimeData()->data(QStringLiteral("image/svg+xml"));
        QVERIFY(!copied.contains('\x1b') && copied.contains("\u241b"));
    }

private:
    static Message saved(const Figure& figure, const QString& path)
    {
        ChosenFiles file({path.toStdU16String()});
        return saveFigure(figure, file, file.first());
    }
    bool isSaved(const QString& path) { return saved(*m_view, path).empty(); }

    QString reasonFor(const QString& name)
    {
        return QString::fromStdString(saved(*m_view, m_folder.filePath(name)).english());
    }

    QTemporaryDir m_folder;
    std::unique_ptr<StepView> m_view;
};

QTEST_MAIN(TestFigureFile)
#include "tst_figure_file.moc"
