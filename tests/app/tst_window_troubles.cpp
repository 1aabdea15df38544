#include "app/models/model_list.h"
#include "tests/builders/opened_window.h"
#include "tests/builders/without_rights.h"

#include <QDragEnterEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QTemporaryDir>
#include <QtTest>

#include <memory>

using namespace glassformer;

/** What the real window says of models and texts that it cannot take. */
class TestWindowTroubles : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_opened = openStreet();
        QVERIFY(m_opened);
        m_session = m_opened->session.get();
        m_window = m_opened->window.get();
        QVERIFY(QTest::qWaitForWindowExposed(m_window));
    }
    void cleanup() { m_opened.reset(); }

    void anUnknownWordIsNamedInAFriendlyNote()
    {
        type(QStringLiteral("The platypus didn't cross the street because it was too tired."));
        const auto* note = m_window->findChild<QLabel*>(QStringLiteral("note"));
        QVERIFY(note->isVisible());
        QVERIFY2(note->text().contains(QStringLiteral("“platypus”")), qPrintable(note->text()));
        type(QStringLiteral("The dog slept because it was tired."));
        QVERIFY(!note->isVisible());
    }

    void aDroppedModelFolderIsOpenedAndItsFirstRunShown()
    {
        QTemporaryDir folder;
        for (const char* name : {"config.json", "model.safetensors", "tokenizer.json"})
            QVERIFY(QFile::copy(QStringLiteral(GLASSFORMER_RESOURCES "/models/translator/") + name,
                folder.filePath(QString::fromLatin1(name))));
        const auto before = m_session->trace();
        drop(folder.path());
        QVERIFY(m_session->trace() != before);
        QCOMPARE(m_session->trace()->answer, before->answer);
        QCOMPARE(m_session->model().folder(), std::filesystem::path(folder.path().toStdU16String()));
        QVERIFY(!m_session->swap()); // it has no card
    }

    void aFolderThatIsNoModelIsExplainedAndTheModelStays()
    {
        const QTemporaryDir empty;
        const auto before = m_session->trace();
        drop(empty.path());
        QCOMPARE(m_session->trace(), before);
        const auto* note = m_window->findChild<QLabel*>(QStringLiteral("note"));
        QVERIFY(note->isVisible());
        QVERIFY2(note->text().contains(QStringLiteral("config.json")), qPrintable(note->text()));
    }

    void aDroppedFileThatIsNoModelIsNamedItself()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("notes.txt")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("a shopping list");
        file.close();
        const auto before = m_session->trace();
        drop(file.fileName());
        QCOMPARE(m_session->trace(), before);
        const QString note = m_window->findChild<QLabel*>(QStringLiteral("note"))->text();
        QVERIFY2(note.contains(QStringLiteral("notes.txt")), qPrintable(note));
        QVERIFY2(note.contains(QStringLiteral("Choose all files of the model together")), qPrintable(note));
    }

    void aModelThatIsGoneIsSaidToBeGone()
    {
        QString gone;
        {
            const QTemporaryDir folder;
            gone = folder.path();
        }
        m_session->openModel(folderFiles(gone));
        waitForTheModel();
        const QString note = m_window->findChild<QLabel*>(QStringLiteral("note"))->text();
        QVERIFY2(note.contains(QStringLiteral("no such folder")), qPrintable(note));
        QVERIFY2(note.contains(gone), qPrintable(note));
        QVERIFY2(!note.contains(QStringLiteral("Models here")), qPrintable(note));
    }

    void aFolderThatMayNotBeOpenedIsSaidToBeClosed()
    {
        const QTemporaryDir folder;
        const std::filesystem::path closed(folder.path().toStdU16String());
        for (const char* name : {"config.json", "model.safetensors", "tokenizer.json"})
            QVERIFY(QFile::copy(QStringLiteral(GLASSFORMER_RESOURCES "/models/translator/") + name,
                folder.filePath(QString::fromLatin1(name))));
        std::filesystem::permissions(closed, std::filesystem::perms::none);
        const auto before = m_session->trace();
        bool has_rights = false;
        for (const bool is_dropped : {false, true}) {
            const WithoutRights rights;
            has_rights = !rights.work();
            if (has_rights)
                break;
            is_dropped ? drop(folder.path()) : m_session->openModel(folderFiles(folder.path()));
            waitForTheModel();
            QCOMPARE(m_session->trace(), before);
            const auto* note = m_window->findChild<QLabel*>(QStringLiteral("note"));
            QVERIFY(note->isVisible());
            QVERIFY2(note->text().contains(QStringLiteral("a folder that you may not open")),
                qPrintable(note->text()));
            QVERIFY2(!note->text().contains(QStringLiteral("config.json")), qPrintable(note->text()));
        }
        std::filesystem::permissions(closed, std::filesystem::perms::owner_all);
        if (has_rights)
            QSKIP("who may do everything cannot test this here");
    }

    void aTextInItsOwnLanguageIsNoticed()
    {
        m_session->runText(QStringLiteral("The animal was too tired."), QStringLiteral("en"));
        waitForTheModel();
        const auto* note = m_window->findChild<QLabel*>(QStringLiteral("note"));
        QVERIFY2(note->text().contains(QStringLiteral("in English already")), qPrintable(note->text()));
        m_session->runText(QStringLiteral("The animal was too tired."), QStringLiteral("fr"));
        waitForTheModel();
        QVERIFY(note->text().isEmpty());
    }

    void whatIsWrongWithATextIsSaidWhileItIsTyped_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("told");
        QTest::newRow("its own language") << "The dog was too tired."
                                          << "en"
                                          << "in English already";
        QTest::newRow("mixed languages") << QStringLiteral("The dog 太累了 was") << "fr"
                                         << "mixes languages";
        QTest::newRow("letters never seen") << QStringLiteral("Собака устала") << "fr"
                                            << "letters";
        QTest::newRow("unknown words") << "The quixotry was too tired."
                                       << "fr"
                                       << "quixotry";
    }
    void whatIsWrongWithATextIsSaidWhileItIsTyped()
    {
        QFETCH(QString, text);
        QFETCH(QString, language);
        QFETCH(QString, told);
        m_session->runText(QStringLiteral("The dog slept because it was tired."), language);
        waitForTheModel();
        const auto* note = m_window->findChild<QLabel*>(QStringLiteral("note"));
        auto* field = m_window->findChild<QLineEdit*>();
        const auto before = m_session->trace();
        QVERIFY2(!note->text().contains(told) || language == QStringLiteral("en"), qPrintable(note->text()));
        field->setText(QStringLiteral("The dog slept."));
        field->setText(text);
        QTRY_VERIFY2(note->text().contains(told), qPrintable(note->text()));
        QCOMPARE(m_session->trace(), before);
        // It holds when the answer is there, and goes with the text.
        QTest::keyClick(field, Qt::Key_Return);
        waitForTheModel();
        QVERIFY(m_session->trace() != before);
        QVERIFY2(note->text().contains(told), qPrintable(note->text()));
        if (language != QStringLiteral("en")) {
            field->setText(QStringLiteral("The dog was tired."));
            QTRY_VERIFY2(note->text().isEmpty(), qPrintable(note->text()));
            QCOMPARE(m_session->trace()->source_text, text.toStdString());
        }
    }

    void anEmptySentenceIsExplainedAndTheLastRunStays()
    {
        const auto before = m_session->trace();
        type(QString());
        QCOMPARE(m_session->trace(), before);
        const auto* note = m_window->findChild<QLabel*>(QStringLiteral("note"));
        QVERIFY(note->isVisible());
        QVERIFY(note->text().contains(QStringLiteral("empty sentence")));
    }

private:
    void waitForTheModel() const { QTRY_VERIFY(!m_session->isBusy()); }
    void type(const QString& text)
    {
        auto* field = m_window->findChild<QLineEdit*>();
        field->clear();
        QTest::keyClicks(field, text);
        QTest::keyClick(field, Qt::Key_Return);
        waitForTheModel();
    }
    void drop(const QString& folder)
    {
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(folder)});
        QDragEnterEvent enter({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(m_window, &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent event(QPointF(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(m_window, &event);
        waitForTheModel();
    }

    std::unique_ptr<OpenedWindow> m_opened;
    Session* m_session = nullptr;
    MainWindow* m_window = nullptr;
};

QTEST_MAIN(TestWindowTroubles)
#include "tst_window_troubles.moc"
