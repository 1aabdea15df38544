#include "app/experiments/pages.h"
#include "tests/builders/letters_of.h"
#include "tests/builders/opened_window.h"
#include "widgets/pictures/curtain.h"
#include "widgets/steps/page_slides.h"
#include "widgets/steps/step_view.h"

#include <QtTest>

using namespace glassformer;

/** In front of a class every letter on the screen is read from the last row: its 40th part high at the least. */
class TestReadable : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_opened = openStreet();
        QVERIFY(m_opened);
        m_window = m_opened->window.get();
        QVERIFY(QTest::qWaitForWindowExposed(m_window));
    }
    void cleanup() { m_opened.reset(); }

    void everyStepOnEveryScreen_data()
    {
        QTest::addColumn<QSize>("screen");
        QTest::addColumn<QString>("language");
        for (const QSize screen : {QSize(1280, 720), QSize(1920, 1080)})
            for (const char* language : {"en", "zh_CN"})
                QTest::addRow("%dx%d %s", screen.width(), screen.height(), language)
                    << screen << QString::fromLatin1(language);
    }
    void everyStepOnEveryScreen()
    {
        QFETCH(QSize, screen);
        QFETCH(QString, language);
        m_opened->language.choose(language);
        present(screen);
        for (std::size_t step = 0; step < m_opened->session->steps().size(); ++step) {
            m_opened->session->goToStep(int(step));
            settle();
            uncover();
            PageSlides* slides = m_window->currentView()->slides();
            for (int slide = 0; slide < slides->count(); ++slide) {
                slides->goTo(slide);
                settle();
                compareLetters(std::string(stepId(m_opened->session->steps()[step])).c_str());
            }
        }
    }

    void twoRunsSideBySide()
    {
        auto* pages = m_window->findChild<Pages*>();
        pages->compare(ComparedWith::Sentence);
        QTRY_VERIFY(!m_opened->session->isBusy());
        present({1280, 720});
        QVERIFY2(m_window->minimumSizeHint().width() <= 1280,
            qPrintable(QString::number(m_window->minimumSizeHint().width())));
        for (std::size_t step = 0; step < m_opened->session->steps().size(); ++step) {
            m_opened->session->goToStep(int(step));
            settle();
            uncover();
            compareLetters(std::string(stepId(m_opened->session->steps()[step])).c_str());
        }
    }

private:
    void present(const QSize& screen)
    {
        QTest::keyClick(m_window, Qt::Key_F5);
        m_window->showNormal(); // else it is as large as the screen that the tests have
        m_window->resize(screen);
        settle();
        QCOMPARE(m_window->size(), screen);
    }
    static void settle()
    {
        for (int pass = 0; pass < 3; ++pass)
            QCoreApplication::processEvents();
    }
    void uncover() const
    {
        for (int press = 0; press < 3; ++press) {
            const auto curtains = m_window->findChildren<Curtain*>();
            if (std::none_of(curtains.begin(), curtains.end(),
                    [](const Curtain* curtain) { return curtain->isVisible(); }))
                return;
            QTest::keyClick(m_window, Qt::Key_R);
            settle();
        }
    }
    void compareLetters(const char* step) const
    {
        const double least = m_window->height() / 40.0;
        const auto all = lettersOf(*m_window);
        QVERIFY2(all.size() > 2, step); // the title, its number, and what the picture says
        QStringList small;
        for (const auto& [text, letters] : all)
            if (letters.pixels < least - 0.01)
                small << QStringLiteral("“%1” %2 px at %3, %4")
                             .arg(text)
                             .arg(letters.pixels)
                             .arg(letters.at.x())
                             .arg(letters.at.y());
        QVERIFY2(small.isEmpty(),
            qPrintable(QStringLiteral("%1: %2 wanted; %3")
                           .arg(QLatin1String(step))
                           .arg(least)
                           .arg(small.join(QStringLiteral(" | ")))));
    }

    std::unique_ptr<OpenedWindow> m_opened;
    MainWindow* m_window = nullptr;
};

QTEST_MAIN(TestReadable)
#include "tst_readable.moc"
