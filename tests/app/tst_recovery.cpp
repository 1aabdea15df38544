#include "app/places/autosave.h"
#include "app/places/place_book.h"
#include "app/places/recovery.h"
#include "app/places/session_document.h"
#include "app/window/look/settings.h"
#include "core/file/bytes/byte_file.h"
#include "core/trace/look/session_file.h"
#include "tests/builders/opened_window.h"

#include <QAction>
#include <QDir>
#include <QLabel>
#include <QMessageBox>
#include <QProcess>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

#include <cstdio>

using namespace glassformer;

namespace {

const QString model = QStringLiteral(GLASSFORMER_RESOURCES "/models/next-word");

std::unique_ptr<OpenedWindow> openedWindow()
{
    return openWindow(model, QStringLiteral("The cat sat"));
}

PlaceBook& placesOf(OpenedWindow& opened)
{
    return *opened.window->findChild<PlaceBook*>();
}

/** A program with a place that is not saved, until it is killed. */
int beProgram(const QString& folder)
{
    const std::unique_ptr<OpenedWindow> opened = openedWindow();
    Autosave autosave(opened->window->document(), *opened->session, folder);
    opened->window->findChild<QAction*>(QStringLiteral("add-place"))->trigger();
    placesOf(*opened).rename(0, QStringLiteral("Kept"));
    autosave.keep();
    std::puts("kept");
    std::fflush(stdout);
    return QApplication::exec();
}

} // namespace

/** What a killed program had not saved comes back, once. */
class TestRecovery : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        settings().clear();
        m_folder = std::make_unique<QTemporaryDir>();
        m_opened = openedWindow();
        QVERIFY(m_opened);
        m_autosave = std::make_unique<Autosave>(document(), *m_opened->session, folder());
    }
    void cleanup()
    {
        m_autosave.reset();
        m_opened.reset();
        settings().clear();
    }

    void aCopyIsThereWhileSomethingIsUnsavedAndGoesWithTheSaving()
    {
        m_autosave->keep();
        QVERIFY(QDir(folder()).isEmpty());
        add();
        m_autosave->keep();
        QVERIFY(QFile::exists(m_autosave->path()));
        QVERIFY(copyLeftBehind(folder()).isEmpty()); // this program lives
        QVERIFY(document().save(m_folder->filePath(QStringLiteral("a"))));
        QVERIFY(!QFile::exists(m_autosave->path()));
        add();
        m_autosave->keep();
        QCOMPARE(kept(m_autosave->path()).saved_as, document().path().toStdString());
        const QString path = m_autosave->path();
        m_autosave.reset(); // a regular end
        QVERIFY(!QFile::exists(path));
    }

    void theCopyFollowsByItself()
    {
        add();
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(m_autosave->path()), 60'000);
    }

    void aKilledProgramsPlacesAreOfferedOnceAndComeBackUnsaved()
    {
        killAProgram();
        offerRecovery(folder(), document(), *m_opened->session, *m_autosave, m_opened->window.get());
        QVERIFY(box());
        QVERIFY2(
            box()->text().contains(QStringLiteral("before a session was saved")), qPrintable(box()->text()));
        box()->defaultButton()->click();
        QTRY_COMPARE(placesOf(*m_opened).size(), 1U);
        QCOMPARE(placesOf(*m_opened).list()[0].name, std::string("Kept"));
        QVERIFY(document().isModified());
        QVERIFY(QFile::exists(m_autosave->path())); // it is safe again
        QTRY_VERIFY(!box());
        QVERIFY(copyLeftBehind(folder()).isEmpty());
        offerRecovery(folder(), document(), *m_opened->session, *m_autosave, m_opened->window.get());
        QVERIFY(!box());
    }

    void whatIsNotWantedIsNotAskedForAgainAndKeptAside()
    {
        killAProgram();
        offerRecovery(folder(), document(), *m_opened->session, *m_autosave, m_opened->window.get());
        QVERIFY(box());
        box()->reject();
        QTRY_VERIFY(!box());
        QCOMPARE(placesOf(*m_opened).size(), 0U);
        QVERIFY(copyLeftBehind(folder()).isEmpty());
        QCOMPARE(kept(m_folder->filePath(QStringLiteral("discarded.glassformer"))).places.size(), 1U);
    }

    void aDamagedCopyIsToldOnceAndKeptAside()
    {
        writeFile(m_folder->filePath(QStringLiteral("unsaved-1.glassformer")).toStdU16String(), "{\"form");
        offerRecovery(folder(), document(), *m_opened->session, *m_autosave, m_opened->window.get());
        QVERIFY(!box());
        QVERIFY2(note().contains(QStringLiteral("unsaved-1.glassformer")), qPrintable(note()));
        QVERIFY(copyLeftBehind(folder()).isEmpty());
        QVERIFY(QFile::exists(m_folder->filePath(QStringLiteral("damaged.glassformer"))));
    }

    void whereNothingCanBeKeptItIsToldOnce()
    {
        const QString file = m_folder->filePath(QStringLiteral("file"));
        writeFile(file.toStdU16String(), "x");
        Autosave nowhere(document(), *m_opened->session, file + QStringLiteral("/inside"));
        QSignalSpy told(m_opened->session.get(), &Session::failed);
        add();
        nowhere.keep();
        nowhere.keep();
        QCOMPARE(told.count(), 1);
        QVERIFY(copyLeftBehind(file + QStringLiteral("/inside")).isEmpty());
    }

private:
    SessionDocument& document() { return m_opened->window->document(); }
    QString folder() const { return m_folder->path(); }
    void add() { m_opened->window->findChild<QAction*>(QStringLiteral("add-place"))->trigger(); }
    QMessageBox* box()
    {
        return m_opened->window->findChild<QMessageBox*>(QStringLiteral("recoveryQuestion"));
    }
    QString note() { return m_opened->window->findChild<QLabel*>(QStringLiteral("note"))->text(); }
    static SessionFile kept(const QString& path)
    {
        return sessionFromText(readFile(path.toStdU16String(), largest_session), path.toStdString());
    }
    void killAProgram()
    {
        QProcess program;
        program.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--unsaved"), folder()});
        QVERIFY(program.waitForReadyRead(120'000));
        QVERIFY(copyLeftBehind(folder()).isEmpty()); // as long as it lives
        program.kill();
        QVERIFY(program.waitForFinished());
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<OpenedWindow> m_opened;
    std::unique_ptr<Autosave> m_autosave;
};

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 3 && arguments[1] == QStringLiteral("--unsaved"))
        return beProgram(arguments[2]);
    TestRecovery test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_recovery.moc"
