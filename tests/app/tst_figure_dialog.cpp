#include "app/figures/dialog/figure_dialog.h"
#include "app/figures/dialog/figure_output.h"
#include "app/figures/dialog/figure_preview.h"
#include "app/figures/dialog/figure_settings.h"
#include "app/figures/dialog/file_making.h"
#include "app/figures/files/svg_text.h"
#include "tests/builders/opened_window.h"

#include <QAction>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFileDialog>
#include <QGuiApplication>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QStandardPaths>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QXmlStreamReader>
#include <QtTest>

using namespace glassformer;

namespace {

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString wordsOf(const QByteArray& svg)
{
    QString words;
    QXmlStreamReader reader(svg);
    while (!reader.atEnd())
        if (reader.readNext() == QXmlStreamReader::Characters)
            words += reader.text();
    return reader.hasError() ? QString() : words;
}

} // namespace

/** Figures as a writer makes them in the window. */
class TestFigureDialog : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        m_opened = openWindow(QStringLiteral(GLASSFORMER_RESOURCES "/models/translator"),
            QStringLiteral("The dog slept because it was tired."), QStringLiteral("fr"));
        QVERIFY(m_opened);
    }
    void cleanupTestCase() { m_opened.reset(); }
    void init()
    {
        keepLastFigureRequest({});
        keepFigureFolder({});
        Selection wanted;
        wanted.step = StepKind::Softmax;
        wanted.encoder_layer = 3;
        wanted.query = 5;
        m_opened->session->select(wanted);
        QTRY_COMPARE(m_opened->session->selection().step, StepKind::Softmax);
    }
    void cleanup() { delete dialog(); }

    void thePreviewIsTheFigureAsItIsChosen()
    {
        open();
        QVERIFY(preview()->figure());
        QCOMPARE(preview()->figure()->size_mm.width(), 85.0);
        QCOMPARE(named<QComboBox>("figurePicture")->currentData().toString(), QStringLiteral("heatmap"));
        choose("figureWidths", 2);
        QCOMPARE(preview()->figure()->size_mm.width(), 180.0);
        named<QDoubleSpinBox>("figureWidth")->setValue(100);
        QCOMPARE(preview()->figure()->size_mm.width(), 100.0);
        QCOMPARE(named<QComboBox>("figureWidths")->currentIndex(), 4);
        choose("figureWidths", 3);
        const QSizeF slide = preview()->figure()->size_mm;
        QCOMPARE(slide.width() / slide.height(), 16.0 / 9);
        const double high = preview()->figure()->size_mm.height();
        choose("figureWidths", 0);
        named<QCheckBox>("figureHasCaption")->click();
        QVERIFY(preview()->figure()->size_mm.height() < high);
        QVERIFY(named<QLabel>("figureSize")->text().startsWith(QStringLiteral("85 ×")));
        for (int i = 0; i < named<QComboBox>("figurePicture")->count(); ++i) {
            choose("figurePicture", i);
            if (named<QComboBox>("figurePicture")->currentData() == QStringLiteral("stage"))
                continue; // needs more than a column
            QVERIFY2(preview()->figure(), qPrintable(preview()->trouble()));
        }
        QCOMPARE(named<QComboBox>("figurePicture")->findData(QStringLiteral("bars")), -1);
    }

    void aCaptionIsMadeUntilSomebodyWritesAnotherInEachLanguage()
    {
        open();
        auto* caption = named<QPlainTextEdit>("figureCaption");
        QVERIFY(caption->toPlainText().contains(QStringLiteral("encoder layer 4, head 1")));
        choose("figureLanguage", 1);
        QVERIFY(caption->toPlainText().contains(QStringLiteral("The dog slept")));
        QVERIFY(!caption->toPlainText().contains(QStringLiteral("Translator")));
        QVERIFY(preview()->figure()->description.contains(QStringLiteral("翻译")));
        caption->setPlainText(QStringLiteral("我的图注"));
        choose("figureLanguage", 0);
        QVERIFY(caption->toPlainText().contains(QStringLiteral("encoder layer 4")));
        choose("figureLanguage", 1);
        QCOMPARE(caption->toPlainText(), QStringLiteral("我的图注"));
        QCOMPARE(preview()->figure()->description, QStringLiteral("我的图注"));
        caption->clear();
        QVERIFY(preview()->figure()->description.contains(QStringLiteral("翻译")));
        QCOMPARE(QCoreApplication::translate("Step", "Weighted sum"), QStringLiteral("Weighted sum"));
    }

    void titlesAndTokensAreThoseThatAreAskedFor()
    {
        open();
        named<QCheckBox>("figureHasTitle")->click();
        QVERIFY(svg().contains("<title>Translator"));
        QTest::keyClicks(named<QLineEdit>("figureTitle"), QStringLiteral("A <title>"));
        QTest::keyClicks(named<QLineEdit>("figureColumnTitle"), QStringLiteral("key words"));
        QVERIFY(wordsOf(svg()).contains(QStringLiteral("A <title>")));
        QVERIFY(wordsOf(svg()).contains(QStringLiteral("key words")));
        const qsizetype all = preview()->figure()->table.size();
        named<QCheckBox>("figureNoSpecial")->click();
        QVERIFY(qsizetype(preview()->figure()->table.size()) < all);
        QVERIFY(preview()->figure()->description.contains(QStringLiteral("Special tokens are left out")));
        auto* tokens = named<QListWidget>("figureRows");
        tokens->item(1)->setCheckState(Qt::Unchecked);
        QVERIFY(!preview()->figure()->table.front().contains(tokens->item(1)->text()));
        QVERIFY(preview()->figure()->table.front().contains(tokens->item(2)->text()));
        for (int i = 0; i < tokens->count(); ++i)
            tokens->item(i)->setCheckState(Qt::Unchecked);
        QVERIFY(!preview()->figure());
        QVERIFY(preview()->trouble().contains(QStringLiteral("No token")));
        QVERIFY(!named<QPushButton>("figureSave")->isEnabled());
    }

    void presetsAreKeptUnderTheirNames()
    {
        open();
        choose("figurePresets", 4);
        QCOMPARE(named<QDoubleSpinBox>("figureFontSize")->value(), 14.0);
        named<QDoubleSpinBox>("figureFontSize")->setValue(9);
        choose("figureTheme", 1);
        named<QPushButton>("figureKeepPreset")->click();
        auto* question = dialog()->findChild<QInputDialog*>();
        QVERIFY(question);
        question->setTextValue(QStringLiteral("My journal"));
        question->accept();
        choose("figurePresets", 1);
        QCOMPARE(named<QDoubleSpinBox>("figureFontSize")->value(), 7.0);
        auto* presets = named<QComboBox>("figurePresets");
        const int own = presets->findText(QStringLiteral("My journal"));
        QVERIFY(own > 0);
        choose("figurePresets", own);
        QCOMPARE(named<QDoubleSpinBox>("figureFontSize")->value(), 9.0);
        QVERIFY(preview()->figure()->ground.lightness() < 128);
        named<QPushButton>("figureDropPreset")->click();
        QCOMPARE(presets->findText(QStringLiteral("My journal")), -1);
    }

    void aFileIsCalledAfterWhatItShowsAndWrittenWhereTheLastOneWas()
    {
        open();
        QCOMPARE(dialog()->fileName(), QStringLiteral("translator-encoder4-head1-softmax"));
        named<QPushButton>("figureSave")->click();
        auto* files = dialog()->findChild<QFileDialog*>();
        QVERIFY(files);
        const QString path = m_folder.filePath(QStringLiteral("a.pdf"));
        files->fileSelected(path);
        QVERIFY(contentOf(path).startsWith("%PDF"));
        QVERIFY(!dialog() || !dialog()->isVisible());
        delete dialog();
        open();
        named<QPushButton>("figureSave")->click();
        QCOMPARE(dialog()->findChild<QFileDialog*>()->directory(), QDir(m_folder.path()));
        choose("figurePicture", named<QComboBox>("figurePicture")->findData(QStringLiteral("arcs")));
        QCOMPARE(dialog()->fileName(), QStringLiteral("translator-encoder4-head1-softmax-arcs"));
    }

    void theClipboardGetsAllThreeForms()
    {
        open();
        choose("figurePicture", 1);
        QGuiApplication::clipboard()->clear();
        QTest::keyClick(dialog(), Qt::Key_C, Qt::ControlModifier);
        const auto copied = [] { return QGuiApplication::clipboard()->mimeData(); };
        QVERIFY(copied()->data(QStringLiteral("image/svg+xml")).contains("slept"));
        QVERIFY(copied()->data(QStringLiteral("application/pdf")).startsWith("%PDF"));
        QVERIFY(copied()->hasImage());
        const QByteArray lines = copied()->data(QStringLiteral("image/svg+xml"));
        delete dialog();
        QGuiApplication::clipboard()->clear();
        QTest::keyClick(
            m_opened->window.get(), Qt::Key_C, Qt::ControlModifier); // as the last one, by one key
        QCOMPARE(copied()->data(QStringLiteral("image/svg+xml")), lines);
        Selection words = m_opened->session->selection();
        words.step = StepKind::NextWord;
        m_opened->session->select(words);
        QTRY_COMPARE(m_opened->session->selection().step, StepKind::NextWord);
        QTest::keyClick(m_opened->window.get(), Qt::Key_C, Qt::ControlModifier);
        QVERIFY(wordsOf(copied()->data(QStringLiteral("image/svg+xml"))).contains(u'%'));
    }

    void aHandoutOfTheWalkIsWrittenAsPdfOrForABrowser()
    {
        for (const char* name : {"walk.pdf", "walk.html"}) {
            m_opened->window->findChild<QAction*>(QStringLiteral("handout"))->trigger();
            auto* files = m_opened->window->findChild<QFileDialog*>(QStringLiteral("handoutFile"));
            QVERIFY(files);
            const QString path = m_folder.filePath(QString::fromLatin1(name));
            emit files->fileSelected(path);
            delete files;
            QTRY_VERIFY(QFile::exists(path));
            QTRY_VERIFY(!m_opened->window->findChild<FileMaking*>());
            QVERIFY(contentOf(path).startsWith(
                path.endsWith(QStringLiteral("pdf")) ? "%PDF" : "<!DOCTYPE html>"));
        }
    }

    void aHandoutThatIsStoppedWritesNoFile()
    {
        m_opened->window->findChild<QAction*>(QStringLiteral("handout"))->trigger();
        auto* files = m_opened->window->findChild<QFileDialog*>(QStringLiteral("handoutFile"));
        const QString path = m_folder.filePath(QStringLiteral("stopped.pdf"));
        emit files->fileSelected(path);
        delete files;
        auto* making = m_opened->window->findChild<FileMaking*>();
        QVERIFY(making);
        making->open();
        QTest::keyClick(making, Qt::Key_Escape);
        QTRY_VERIFY(!m_opened->window->findChild<FileMaking*>());
        QVERIFY(!QFile::exists(path));
    }

    void aFigureMovesInThePreviewAndIsSavedAsItMoves()
    {
        open();
        auto* motions = named<QComboBox>("figureMotion");
        QVERIFY(!named<QSpinBox>("figurePixels")->isEnabled());
        choose("figureMotion", motions->findData(int(Motion::Layers)));
        QVERIFY(named<QLabel>("figureSize")->text().contains(QStringLiteral("4 frames")));
        named<QDoubleSpinBox>("figureFrameSeconds")->setValue(0.05);
        named<QSpinBox>("figurePixels")->setValue(200);
        QVERIFY(named<QLabel>("figureSize")->text().contains(QStringLiteral("200 pixels")));
        const QString first = preview()->figure()->description;
        QTRY_VERIFY(preview()->figure()->description != first);
        const QString path = m_folder.filePath(QStringLiteral("moves.webp"));
        QSignalSpy saved(dialog(), &FigureDialog::saved);
        named<QPushButton>("figureSave")->click();
        auto* files = named<QFileDialog>("figureFile");
        QCOMPARE(files->defaultSuffix(), QStringLiteral("webp"));
        emit files->fileSelected(path);
        delete files;
        QTRY_COMPARE(saved.size(), 1);
        QVERIFY(contentOf(path).startsWith("RIFF"));
        QVERIFY(figureOrigin(contentOf(path)));
    }

    void whatCannotMoveOffersNoMotion()
    {
        open();
        choose("figurePicture", named<QComboBox>("figurePicture")->findData(QStringLiteral("machine")));
        QCOMPARE(named<QComboBox>("figureMotion")->count(), 1);
        choose("figurePicture", named<QComboBox>("figurePicture")->findData(QStringLiteral("heatmap")));
        QVERIFY(named<QComboBox>("figureMotion")->count() > 2);
    }

    void aPathThatCannotBeWrittenIsToldAndTheOldFileStays()
    {
        open();
        QVERIFY(QDir(m_folder.path()).mkdir(QStringLiteral("a folder.svg")));
        struct Row
        {
            const char *name, *reason;
        };
        for (const Row& row : {Row{"missing/a.svg", "a folder that does not exist"},
                 Row{"missing/a.png", "a folder that does not exist"}, Row{"a.jpeg2", ".svg"},
                 Row{"a folder.svg", "a folder; expected a file"}, Row{"model.safetensors", ".svg"}}) {
            QVERIFY(!dialog()->save(m_folder.filePath(QString::fromLatin1(row.name))));
            QVERIFY2(named<QLabel>("figureRemarks")->text().contains(QString::fromLatin1(row.reason)),
                qPrintable(named<QLabel>("figureRemarks")->text()));
        }
        for (const char* name : {"protected.svg", "protected.png", "protected.pdf"}) {
            const QString path = m_folder.filePath(QString::fromLatin1(name));
            QVERIFY(dialog()->save(path));
            const QByteArray before = contentOf(path);
            QVERIFY(QFile::setPermissions(path, QFileDevice::ReadOwner));
            QVERIFY(!dialog()->save(path));
            QCOMPARE(contentOf(path), before);
            QVERIFY(!dialog()->save(path + QStringLiteral("/below.svg")));
        }
        if (QFile::exists(QStringLiteral("/dev/full"))) {
            QVERIFY(QFile::link(QStringLiteral("/dev/full"), m_folder.filePath(QStringLiteral("full.svg"))));
            QVERIFY(!dialog()->save(m_folder.filePath(QStringLiteral("full.svg"))));
            QVERIFY(named<QLabel>("figureRemarks")->text().contains(QStringLiteral("no room")));
        }
        QVERIFY(QDir(m_folder.path())
                    .entryList({QStringLiteral(".glassformer*")}, QDir::Files | QDir::Hidden)
                    .isEmpty());
    }

    void settingsOfAnotherVersionAreNoTrouble()
    {
        FigureRequest wild;
        wild.width_mm = 1e9;
        wild.font_family = QStringLiteral("No Such Font");
        keepLastFigureRequest(wild);
        QVERIFY(lastFigureRequest() == FigureRequest());
        open();
        QVERIFY(preview()->figure());
    }

    void twoRunsAreDrawnBesideEachOtherWithTheirDifference()
    {
        m_opened->window->findChild<QAction*>(QStringLiteral("compare-sentence"))->trigger();
        QTRY_VERIFY(m_opened->window->findChild<QWidget*>(QStringLiteral("firstDifference")));
        QTRY_VERIFY(!m_opened->session->isBusy());
        open();
        auto* pictures = named<QComboBox>("figurePicture");
        for (const char* id : {"difference", "comparison"}) {
            QTRY_VERIFY(pictures->findData(QString::fromLatin1(id)) >= 0);
            choose("figurePicture", pictures->findData(QString::fromLatin1(id)));
            QVERIFY2(preview()->figure(), qPrintable(preview()->trouble()));
            QVERIFY(preview()->figure()->description.contains(QStringLiteral("Compared with")));
        }
        const QString words = wordsOf(svg());
        for (const char* letter : {"(a)", "(b)", "(c)"})
            QVERIFY(words.contains(QString::fromLatin1(letter)));
        delete dialog();
        m_opened->window->findChild<QAction*>(QStringLiteral("compare-sentence"))->trigger();
    }

private:
    void open()
    {
        m_opened->window->findChild<QAction*>(QStringLiteral("figure"))->trigger();
        QVERIFY(dialog());
        QVERIFY(QTest::qWaitForWindowExposed(dialog()));
    }
    FigureDialog* dialog() const { return m_opened->window->findChild<FigureDialog*>(); }
    template <typename Widget> Widget* named(const char* name) const
    {
        auto* widget = dialog()->findChild<Widget*>(QString::fromLatin1(name));
        if (!widget)
            qFatal("no %s", name);
        return widget;
    }
    FigurePreview* preview() const { return dialog()->findChild<FigurePreview*>(); }
    QByteArray svg() const { return paperFigureBytes(*preview()->figure(), "a.svg"); }
    /** As a person does. */
    void choose(const char* list, int index) const
    {
        named<QComboBox>(list)->setCurrentIndex(index);
        emit named<QComboBox>(list)->activated(index);
    }

    QTemporaryDir m_folder;
    std::unique_ptr<OpenedWindow> m_opened;
};

QTEST_MAIN(TestFigureDialog)
#include "tst_figure_dialog.moc"
