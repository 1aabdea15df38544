#include "app/experiments/pages.h"
#include "app/models/model_list.h"
#include "app/places/place_book.h"
#include "app/places/place_list.h"
#include "app/places/places_panel.h"
#include "app/places/recent_sessions.h"
#include "app/places/session_document.h"
#include "app/session/history.h"
#include "app/window/lines/passing_notice.h"
#include "app/window/look/settings.h"
#include "core/file/bytes/byte_file.h"
#include "core/trace/look/session_file.h"
#include "tests/builders/opened_window.h"

#include <QAction>
#include <QDropEvent>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QToolButton>
#include <QtTest>

using namespace glassformer;

namespace {

const QString bundled = QStringLiteral(GLASSFORMER_RESOURCES "/models/");

} // namespace

/** Places to come back to, and the files in which they are kept, by the keys and clicks of the real window. */
class TestPlaces : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QGuiApplication::setQuitOnLastWindowClosed(false); }
    void init()
    {
        settings().clear();
        m_folder = std::make_unique<QTemporaryDir>();
        open(QStringLiteral("next-word"), QStringLiteral("The cat slept"));
    }
    void cleanup()
    {
        m_opened.reset();
        settings().clear();
    }

    void aKeyKeepsWhatIsShownAndKeysGoFromPlaceToPlace()
    {
        look(StepKind::Scores, 1);
        act("add-place");
        session().toggleHead({AttentionSite::DecoderSelf, 0, 1});
        settle();
        look(StepKind::Softmax, 0);
        act("add-place");
        QCOMPARE(places().size(), 2U);
        QVERIFY(places().list()[0].name != places().list()[1].name);
        QVERIFY(QString::fromStdString(places().list()[1].name).contains(QStringLiteral("head 1")));
        const auto* told = window().findChild<PassingNotice*>();
        QVERIFY(told->isVisible() && told->text().contains(QStringLiteral("2")));
        session().runText(QStringLiteral("The dog ran"), {});
        settle();

        QTest::keyClick(&window(), Qt::Key_PageUp, Qt::AltModifier);
        settle();
        QTRY_COMPARE(session().selection().step, StepKind::Scores);
        QCOMPARE(session().selection().head, 1);
        QCOMPARE(session().request().text, std::string("The cat slept"));
        QVERIFY(session().request().changes.empty());
        QVERIFY(!window().findChild<QAction*>(QStringLiteral("previous-place"))->isEnabled());
        QTest::keyClick(&window(), Qt::Key_PageDown, Qt::AltModifier);
        settle();
        QTRY_COMPARE(session().selection().step, StepKind::Softmax);
        QVERIFY(session().isOff({AttentionSite::DecoderSelf, 0, 1}));
        QVERIFY(!window().findChild<QAction*>(QStringLiteral("next-place"))->isEnabled());
    }

    void whatIsSaidInPassingMovesNothingAndStopsNoClick()
    {
        const auto* pages = window().findChild<Pages*>();
        const QRect before = pages->geometry();
        act("add-place");
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
        const auto* told = window().findChild<PassingNotice*>();
        QVERIFY(told->isVisible());
        QCOMPARE(pages->geometry(), before);
        QVERIFY(window().centralWidget()->childAt(told->geometry().center()) != told);
    }

    void aPlaceOfAMapOfAllHeadsNamesNone()
    {
        Selection look = session().selection();
        look.step = StepKind::Softmax;
        look.attention.aggregate = MapAggregate::MeanOfHeads;
        session().select(look);
        settle();
        act("add-place");
        const QString name = QString::fromStdString(places().list()[0].name);
        QVERIFY2(!name.contains(QStringLiteral("head 1")) && name.contains(QStringLiteral("Mean")),
            qPrintable(name));
    }

    void aPlaceOfAnotherModelOpensIt()
    {
        act("add-place");
        session().openModel(folderFiles(bundled + "gap"));
        settle();
        act("add-place");
        QTest::keyClick(&window(), Qt::Key_PageUp, Qt::AltModifier);
        QTRY_COMPARE(session().model().transformer.config.name, std::string("next-word"));
        settle();
        QCOMPARE(session().request().text, std::string("The cat slept"));
        QVERIFY2(note().isEmpty(), qPrintable(note()));
    }

    void theListIsChangedByItsButtonsAndEachActIsUndone()
    {
        history().setQuick(std::chrono::milliseconds(0));
        for (int head = 0; head < 3; ++head) {
            look(StepKind::Scores, head % 2);
            act("add-place");
            places().rename(std::size_t(head), QString(QChar('A' + head)));
        }
        act("show-places");
        QApplication::processEvents(); // a person takes longer from one act to the next
        QCOMPARE(names(), QStringLiteral("ABC"));
        QVERIFY(list().isVisible());
        QCOMPARE(list().currentRow(), 2);
        click("placeUp");
        QCOMPARE(names(), QStringLiteral("ACB"));
        QCOMPARE(list().currentRow(), 1);
        QVERIFY(places().current() == 1);
        QApplication::processEvents();
        list().setFocus();
        QTest::keyClick(&list(), Qt::Key_Up, Qt::AltModifier);
        QTRY_COMPARE(names(), QStringLiteral("CAB"));
        QApplication::processEvents();
        list().setCurrentRow(2);
        QTest::keyClick(&list(), Qt::Key_Delete);
        QCOMPARE(names(), QStringLiteral("CA"));
        QApplication::processEvents();
        for (const char* before : {"CAB", "ACB", "ABC"}) {
            act("undo");
            QApplication::processEvents();
            QCOMPARE(names(), QString::fromLatin1(before));
        }
        act("redo");
        QApplication::processEvents();
        QCOMPARE(names(), QStringLiteral("ACB"));
    }

    void aPlaceIsRenamedInItsRowAndAnEmptyNameIsNone()
    {
        act("add-place");
        act("show-places");
        click("renamePlace");
        auto* editor = list().findChild<QLineEdit*>();
        QVERIFY(editor);
        editor->selectAll();
        QTest::keyClicks(editor, QStringLiteral("Pronoun"));
        QTest::keyClick(editor, Qt::Key_Return);
        QTRY_COMPARE(QString::fromStdString(places().list()[0].name), QStringLiteral("Pronoun"));
        QTRY_VERIFY(!list().findChild<QLineEdit*>());
        list().setFocus();
        QTest::keyClick(&list(), Qt::Key_F2);
        editor = list().findChild<QLineEdit*>();
        QVERIFY(editor);
        editor->setText(QStringLiteral("  "));
        QTest::keyClick(editor, Qt::Key_Return);
        QTRY_VERIFY(!list().findChild<QLineEdit*>());
        QCOMPARE(QString::fromStdString(places().list()[0].name), QStringLiteral("Pronoun"));
        QCOMPARE(list().item(0)->text(), QStringLiteral("Pronoun"));
    }

    void aClickGoesThereAndTheNoteIsThatOfTheChosenPlace()
    {
        look(StepKind::Scores, 0);
        act("add-place");
        look(StepKind::Softmax, 0);
        act("add-place");
        act("show-places");
        QTest::keyClicks(noteField(), QStringLiteral("second"));
        QTest::mouseClick(
            list().viewport(), Qt::LeftButton, {}, list().visualItemRect(list().item(0)).center());
        QTRY_COMPARE(session().selection().step, StepKind::Scores);
        QVERIFY(noteField()->toPlainText().isEmpty());
        QTest::keyClicks(noteField(), QStringLiteral("first?"));
        QCOMPARE(places().list()[0].note, std::string("first?"));
        QCOMPARE(places().list()[1].note, std::string("second"));
    }

    void aSessionIsSavedAndOpenedWithAllOfIt()
    {
        look(StepKind::Scores, 1);
        act("add-place");
        places().setNote(0, QStringLiteral("狗?"));
        QVERIFY(window().isWindowModified());
        const QString file = m_folder->filePath(QStringLiteral("lesson & more.glassformer"));
        saveAs(file);
        QVERIFY(!window().isWindowModified());
        QVERIFY2(window().windowTitle().startsWith(QStringLiteral("lesson & more[*]")),
            qPrintable(window().windowTitle()));
        QCOMPARE(recentSessions(), QStringList{file});
        session().runText(QStringLiteral("The dog ran"), {});
        settle();
        look(StepKind::Softmax, 0);
        QVERIFY(!window().isWindowModified()); // where one looks is no change
        QTest::keyClick(&window(), Qt::Key_S, Qt::ControlModifier);

        open(QStringLiteral("gap"), QStringLiteral("The cat slept"));
        QVERIFY(document().open(file));
        settle();
        QTRY_COMPARE(session().request().text, std::string("The dog ran"));
        QCOMPARE(session().model().transformer.config.name, std::string("next-word"));
        QCOMPARE(session().selection().step, StepKind::Softmax);
        QCOMPARE(places().size(), 1U);
        QCOMPARE(places().list()[0].note, std::string("狗?"));
        QVERIFY(!window().isWindowModified());
        act("undo");
        settle();
        QCOMPARE(places().size(), 1U); // what was before is of another session
    }

    void undoingWhatWasDoneSinceSavingIsNoChange()
    {
        act("add-place");
        saveAs(m_folder->filePath(QStringLiteral("a.glassformer")));
        places().rename(0, QStringLiteral("other"));
        QVERIFY(window().isWindowModified());
        QApplication::processEvents();
        act("undo");
        QApplication::processEvents();
        QVERIFY(!window().isWindowModified());
    }

    void aModelThatDiffersOrIsMissingIsSaidAndTheRestIsThere()
    {
        const QString file = m_folder->filePath(QStringLiteral("a.glassformer"));
        SessionFile saved;
        saved.places.push_back({"first", "note",
            ViewText::fromLink("glassformer:?model=next-word&digest=0123456789abcdef0123456789abcdef&text="
                               "The%20dog%20ran&step=scores")});
        saved.places.push_back({"second", "", ViewText::fromLink("glassformer:?model=/nowhere&text=a")});
        writeFile(file.toStdU16String(), sessionText(saved));
        QVERIFY(document().open(file));
        QTRY_COMPARE(session().request().text, std::string("The dog ran"));
        QTRY_VERIFY2(note().contains(QStringLiteral("made with another model")), qPrintable(note()));
        QCOMPARE(places().size(), 2U);
        act("next-place"); // from none to the first
        act("next-place");
        QTRY_VERIFY2(note().contains(QStringLiteral("/nowhere")), qPrintable(note()));
        QCOMPARE(session().request().text, std::string("The dog ran"));
        act("previous-place");
        QTRY_VERIFY2(!note().contains(QStringLiteral("/nowhere")), qPrintable(note()));
    }

    void whatCannotBeReadOrWrittenLeavesAllAsItWas()
    {
        act("add-place");
        const QString damaged = m_folder->filePath(QStringLiteral("damaged.glassformer"));
        writeFile(damaged.toStdU16String(), "{\"format\": \"glassformer-session\", \"version\": 2}");
        QVERIFY(!document().open(damaged));
        QVERIFY2(note().contains(QStringLiteral("version 2")), qPrintable(note()));
        QVERIFY(!document().open(m_folder->filePath(QStringLiteral("none.glassformer"))));
        QVERIFY(!document().save(m_folder->filePath(QStringLiteral("none/a"))));
        QVERIFY2(note().contains(QStringLiteral("none")), qPrintable(note()));
        QCOMPARE(places().size(), 1U);
        QVERIFY(document().path().isEmpty() && document().isModified());
    }

    void closingWithUnsavedPlacesAsksOnceAndDoesAsItIsTold()
    {
        act("add-place");
        QVERIFY(!window().close());
        QVERIFY(!window().close());
        QCOMPARE(window().findChildren<QMessageBox*>().size(), 1);
        answer(QMessageBox::Cancel);
        QVERIFY(window().isVisible());
        const QString file = m_folder->filePath(QStringLiteral("a.glassformer"));
        QVERIFY(document().save(file));
        act("add-place");
        QVERIFY(!window().close());
        answer(QMessageBox::Save);
        QTRY_VERIFY(!window().isVisible());
        QCOMPARE(sessionFromText(readFile(file.toStdU16String(), largest_session), "").places.size(), 2U);
    }

    void closingCanLeaveThemAndWithNothingUnsavedNobodyAsks()
    {
        act("add-place");
        QVERIFY(!window().close());
        answer(QMessageBox::Discard);
        QTRY_VERIFY(!window().isVisible());
        open(QStringLiteral("next-word"), QStringLiteral("The cat slept"));
        QVERIFY(window().close());
        QVERIFY(!window().isVisible());
    }

    void aSessionThatIsDroppedOpensAfterTheOpenOneWasAskedFor()
    {
        const QString file = m_folder->filePath(QStringLiteral("a.glassformer"));
        QVERIFY(QFile::copy(QStringLiteral(GLASSFORMER_TEST_DATA "/sessions/version-1.glassformer"), file));
        act("add-place");
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(file)});
        QDragEnterEvent enter({9, 9}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&window(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(QPointF(9, 9), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&window(), &drop);
        QCOMPARE(places().size(), 1U);
        answer(QMessageBox::Discard);
        QTRY_COMPARE(places().size(), 2U);
        QTRY_COMPARE(session().request().text, std::string("The dog slept."));
        QCOMPARE(document().name(), QStringLiteral("a"));
    }

    void aNewSessionHasNoPlacesAndLeavesTheScreen()
    {
        act("add-place");
        QVERIFY(document().save(m_folder->filePath(QStringLiteral("a"))));
        QVERIFY(QFile::exists(m_folder->filePath(QStringLiteral("a.glassformer"))));
        act("new-session");
        QCOMPARE(places().size(), 0U);
        QVERIFY(document().path().isEmpty() && !document().isModified());
        QCOMPARE(session().request().text, std::string("The cat slept"));
    }

    void inFrontOfAClassLettersStepThroughThePlacesAndNothingPopsUp()
    {
        look(StepKind::Scores, 0);
        act("add-place");
        look(StepKind::Softmax, 0);
        act("add-place");
        act("present");
        const auto shown = [] {
            int count = 0;
            for (QWidget* widget : QApplication::topLevelWidgets())
                count += widget->isVisible() ? 1 : 0;
            return count;
        };
        const int before = shown();
        QTest::keyClick(&window(), Qt::Key_P);
        QTRY_COMPARE(session().selection().step, StepKind::Scores);
        QTest::keyClick(&window(), Qt::Key_N);
        QTRY_COMPARE(session().selection().step, StepKind::Softmax);
        act("add-place");
        QCOMPARE(places().size(), 3U);
        QCOMPARE(shown(), before);
        act("present");
        QTest::keyClick(&window(), Qt::Key_P);
        QTest::qWait(0);
        QCOMPARE(session().selection().step, StepKind::Softmax); // at a desk a letter is a letter
    }

private:
    void open(const QString& model, const QString& text)
    {
        m_opened.reset();
        m_opened = openWindow(bundled + model, text);
        QVERIFY(m_opened);
    }
    Session& session() { return *m_opened->session; }
    MainWindow& window() { return *m_opened->window; }
    PlaceBook& places() { return *window().findChild<PlaceBook*>(); }
    History& history() { return *window().findChild<History*>(); }
    SessionDocument& document() { return window().document(); }
    PlaceList& list() { return *window().findChild<PlaceList*>(); }
    QPlainTextEdit* noteField() { return window().findChild<QPlainTextEdit*>(QStringLiteral("placeNote")); }
    QString note() { return window().findChild<QLabel*>(QStringLiteral("note"))->text(); }
    void settle() { QTRY_VERIFY(!session().isBusy()); }
    void act(const char* id) { window().findChild<QAction*>(QString::fromLatin1(id))->trigger(); }
    void click(const char* name)
    {
        window().findChild<QToolButton*>(QString::fromLatin1(name))->click();
        QApplication::processEvents();
    }
    void look(StepKind step, int head)
    {
        Selection selection = session().selection();
        selection.step = step;
        selection.head = head;
        session().select(selection);
        QTRY_COMPARE(session().selection().step, step);
        QApplication::processEvents();
    }
    QString names()
    {
        QString all;
        for (const KeptPlace& place : places().list())
            all += QString::fromStdString(place.name);
        return all;
    }
    void saveAs(const QString& file)
    {
        act("save-session-as");
        auto* dialog = window().findChild<QFileDialog*>(QStringLiteral("sessionFile"));
        QVERIFY(dialog);
        emit dialog->fileSelected(file);
        dialog->reject();
        QTRY_VERIFY(!window().findChild<QFileDialog*>());
    }
    void answer(QMessageBox::StandardButton button)
    {
        auto* box = window().findChild<QMessageBox*>(QStringLiteral("unsavedQuestion"));
        QVERIFY(box);
        box->button(button)->click();
        QTRY_VERIFY(!window().findChild<QMessageBox*>());
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<OpenedWindow> m_opened;
};

QTEST_MAIN(TestPlaces)
#include "tst_places.moc"
