#include "app/window/lines/input_bar.h"

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

    void whatIsTypedWhileARunIsOnItsWayStays()
    {
        m_bar->setRequest(QStringLiteral("The cat sat."), {});
        m_text->setText(QStringLiteral("The dog ran."));
        QTest::keyClick(m_text, Qt::Key_Return);
        m_text->setText(QStringLiteral("The dog ran far away"));
        QVERIFY(m_bar->hasDraft());
        m_bar->setRequest(QStringLiteral("The dog ran."), {}); // the run arrives
        QCOMPARE(m_text->text(), QStringLiteral("The dog ran far away"));
        QTest::keyClick(m_text, Qt::Key_Return);
        QVERIFY(!m_bar->hasDraft());
        m_bar->setRequest(QStringLiteral("The dog ran far away"), {});
        m_bar->setRequest(QStringLiteral("The dog slept."), {}); // another wish of the user: a swap
        QCOMPARE(m_text->text(), QStringLiteral("The dog slept."));
    }

    void theLanguageOfTheTextIsAskedWhereTheModelIsToldIt()
    {
        const auto* source = m_bar->findChild<QComboBox*>(QStringLiteral("sourceLanguage"));
        QVERIFY(!source->isVisible());
        m_bar->setSourceLanguages(
            {QStringLiteral("de_DE"), QStringLiteral("en_XX")}, QStringLiteral("en_XX"));
        QVERIFY(source->isVisible());
        QCOMPARE(source->currentText(), QStringLiteral("Text: English"));
        QSignalSpy wanted(m_bar.get(), &InputBar::sourceLanguageWanted);
        emit const_cast<QComboBox*>(source)->activated(0);
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted.first().first().toString(), QStringLiteral("de_DE"));
        m_bar->setSourceLanguages({}, {});
        QVERIFY(!source->isVisible());
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
