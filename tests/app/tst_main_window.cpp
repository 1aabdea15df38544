#include "app/main_window.h"
#include "core/trace/tensor_name.h"
#include "widgets/step_view.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QtTest>

#include <memory>

using namespace glassformer;

class TestMainWindow : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_session = std::make_unique<Session>(
            std::make_shared<const Model>(Model::load(GLASSFORMER_RESOURCES "/models/translator")));
        QVERIFY(
            m_session->runText(QStringLiteral("The animal didn't cross the street because it was too tired."),
                QStringLiteral("fr")));
        m_window = std::make_unique<MainWindow>(*m_session);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    }
    void cleanup()
    {
        m_window.reset();
        m_session.reset();
    }

    void opensWithItLookingAtTheAnimal()
    {
        const Selection& selection = m_session->selection();
        QCOMPARE(tokenText(*selection.query), QStringLiteral("it"));
        QCOMPARE(tokenText(*selection.key), QStringLiteral("animal"));
        QVERIFY(m_session->trace()->answer.find("qu'il ") != std::string::npos);
    }

    void typingWideMovesItToTheStreetAndTheAnswerToElle()
    {
        auto* field = m_window->findChild<QLineEdit*>();
        field->selectAll();
        QTest::keyClicks(
            field, QStringLiteral("The animal didn't cross the street because it was too wide."));
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(tokenText(*m_session->selection().key), QStringLiteral("street"));
        QVERIFY(m_session->trace()->answer.find("qu'elle ") != std::string::npos);
    }

    void nextAndArrowKeysWalkThroughEveryStep()
    {
        const int last = static_cast<int>(m_session->steps().size()) - 1;
        auto buttons = m_window->findChildren<QPushButton*>();
        const auto next = std::find_if(buttons.begin(), buttons.end(),
            [](const QPushButton* button) { return button->text() == QStringLiteral("Next"); });
        QVERIFY(next != buttons.end());
        for (int step = 1; step <= last; ++step) {
            QTest::mouseClick(*next, Qt::LeftButton);
            QCOMPARE(m_session->stepIndex(), step);
            QVERIFY(!m_window->currentView()->grab().isNull());
        }
        QVERIFY(!(*next)->isEnabled());
    }

    void anEmptySentenceIsExplainedAndTheLastRunStays()
    {
        const auto before = m_session->trace();
        auto* field = m_window->findChild<QLineEdit*>();
        field->clear();
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(m_session->trace(), before);
        const auto labels = m_window->findChildren<QLabel*>();
        QVERIFY(std::any_of(labels.begin(), labels.end(),
            [](const QLabel* label) { return label->text().contains(QStringLiteral("empty sentence")); }));
    }

private:
    QString tokenText(int index) const
    {
        return QString::fromStdString(m_session->trace()->source[static_cast<std::size_t>(index)].text);
    }

    std::unique_ptr<Session> m_session;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(TestMainWindow)
#include "tst_main_window.moc"
