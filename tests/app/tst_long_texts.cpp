#include "app/window/lines/input_bar.h"
#include "tests/builders/hang.h"
#include "tests/builders/opened_window.h"

#include <QClipboard>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QtTest>

#include <memory>

using namespace glassformer;

/** Row 35 of the list of bad inputs: texts longer than a tiny GPT-2 reads, which are 32 tokens, in the real window. */
class TestLongTexts : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_opened = openWindow(QStringLiteral(GLASSFORMER_TEST_DATA "/models/gpt2"), QStringLiteral("~~"));
        QVERIFY(m_opened);
        m_session = m_opened->session.get();
        m_window = m_opened->window.get();
        m_field = m_window->findChild<QLineEdit*>();
        m_note = m_window->findChild<QLabel*>(QStringLiteral("note"));
    }
    void cleanup() { m_opened.reset(); }

    void oneTokenOverIsToldAndTheTextStays()
    {
        // No merge joins two of these.
        const QString longest(32, '~');
        enter(longest);
        QVERIFY2(!m_note->isVisible(), qPrintable(m_note->text()));
        QCOMPARE(m_session->trace()->source_text, longest.toStdString());
        const auto before = m_session->trace();
        enter(longest + '~');
        QVERIFY(m_note->isVisible());
        QVERIFY2(m_note->text().contains("33 tokens") && m_note->text().contains("more than the 32 tokens"),
            qPrintable(m_note->text()));
        QCOMPARE(m_field->text(), longest + '~');
        QCOMPARE(m_session->trace(), before);
    }

    void aTextBeyondTheFieldIsCutAndThatIsSaid()
    {
        QGuiApplication::clipboard()->setText(QString(InputBar::most_characters + 1, '~'));
        m_field->selectAll();
        m_field->paste();
        QCOMPARE(m_field->text().size(), InputBar::most_characters);
        QVERIFY(m_note->isVisible());
        QVERIFY2(m_note->text().contains("20,000"), qPrintable(m_note->text()));
        QTest::keyClick(m_field, Qt::Key_Return);
        QTRY_VERIFY(!m_session->isBusy());
        QVERIFY(m_note->text().contains("more than the 32 tokens"));
    }

    void aMillionWordsAreToldSoonAndTheWindowStaysAwake()
    {
        const auto before = m_session->trace();
        const QString text = QStringLiteral("word ").repeated(1'000'000);
        QElapsedTimer timer;
        timer.start();
        qint64 longest_wait = 0;
        m_session->runText(text, {});
        while (m_session->isBusy() && timer.elapsed() < hang_milliseconds) {
            const qint64 begin = timer.elapsed();
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 10);
            longest_wait = std::max(longest_wait, timer.elapsed() - begin);
        }
        QVERIFY2(timer.elapsed() < hang_milliseconds, qPrintable(QString::number(timer.elapsed())));
        QVERIFY2(longest_wait < hang_milliseconds / 4, qPrintable(QString::number(longest_wait)));
        QVERIFY(m_note->isVisible());
        QVERIFY2(m_note->text().contains("more than the 32 tokens"), qPrintable(m_note->text()));
        QCOMPARE(m_session->trace(), before);
    }

private:
    void enter(const QString& text)
    {
        m_field->setText(text);
        QTest::keyClick(m_field, Qt::Key_Return);
        QTRY_VERIFY(!m_session->isBusy());
    }

    std::unique_ptr<OpenedWindow> m_opened;
    Session* m_session = nullptr;
    MainWindow* m_window = nullptr;
    QLineEdit* m_field = nullptr;
    QLabel* m_note = nullptr;
};

QTEST_MAIN(TestLongTexts)
#include "tst_long_texts.moc"
