#include "app/window/input_bar.h"

#include <QComboBox>
#include <QLineEdit>
#include <QtTest>

using namespace glassformer;

/** The chooser of tasks: what it puts in front of the text, and that it is there only for models that have tasks. */
class TestInputBar : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_bar = std::make_unique<InputBar>();
        m_bar->setModels(QStringLiteral("t5"), {}, {});
        m_task = m_bar->findChild<QComboBox*>(QStringLiteral("task"));
        m_text = m_bar->findChild<QLineEdit*>();
        m_bar->show();
    }

    void withoutTasksThereIsNoChooser()
    {
        QVERIFY(!m_task->isVisible());
        m_bar->setTasks({german, french});
        QVERIFY(m_task->isVisible());
        m_bar->setTasks({});
        QVERIFY(!m_task->isVisible());
    }

    void aTaskIsPutInFrontOfTheTextAndRun()
    {
        m_bar->setTasks({german, french});
        m_bar->setRequest(QStringLiteral("The cat sat."), {});
        QSignalSpy runs(m_bar.get(), &InputBar::runWanted);
        choose(2);
        QCOMPARE(m_text->text(), french + "The cat sat.");
        choose(1); // in place of the other
        QCOMPARE(m_text->text(), german + "The cat sat.");
        choose(0);
        QCOMPARE(m_text->text(), QStringLiteral("The cat sat."));
        QCOMPARE(runs.size(), 3);
        QCOMPARE(runs.at(0).at(0).toString(), french + "The cat sat.");
    }

    void aTypedTaskIsRecognised()
    {
        m_bar->setTasks({german, french});
        m_bar->setRequest(german + "Good morning.", {});
        QCOMPARE(m_task->currentText(), QStringLiteral("translate English to German"));
        m_text->setText(QStringLiteral("Good morning."));
        QCOMPARE(m_task->currentIndex(), 0);
    }

    void aModelThatReadsPairsSaysHowTheyAreWritten()
    {
        QVERIFY(m_text->toolTip().isEmpty());
        m_bar->setPairSeparator(QStringLiteral("</s></s>"));
        QVERIFY(m_text->placeholderText().contains(QStringLiteral("</s></s>")));
        QVERIFY(m_text->toolTip().contains(QStringLiteral("&lt;/s&gt;&lt;/s&gt;")));
        m_bar->setPairSeparator({});
        QVERIFY(!m_text->placeholderText().contains(QStringLiteral("</s>")));
        QVERIFY(m_text->toolTip().isEmpty());
    }

    void withoutATextNothingIsRun()
    {
        m_bar->setTasks({german, french});
        QSignalSpy runs(m_bar.get(), &InputBar::runWanted);
        choose(1);
        QCOMPARE(m_text->text(), german);
        QCOMPARE(runs.size(), 0);
    }

private:
    void choose(int index)
    {
        m_task->setCurrentIndex(index);
        emit m_task->activated(index);
    }

    const QString german = QStringLiteral("translate English to German: ");
    const QString french = QStringLiteral("translate English to French: ");
    std::unique_ptr<InputBar> m_bar;
    QComboBox* m_task = nullptr;
    QLineEdit* m_text = nullptr;
};

QTEST_MAIN(TestInputBar)
#include "tst_input_bar.moc"
