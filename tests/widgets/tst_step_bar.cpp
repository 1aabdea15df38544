#include "widgets/machine/step_bar.h"

#include <QPushButton>
#include <QSignalSpy>
#include <QtTest>

using namespace glassformer;

class TestStepBar : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_bar = std::make_unique<StepBar>();
        m_bar->resize(1200, 50);
        m_bar->setSteps({QStringLiteral("One"), QStringLiteral("Two"), QStringLiteral("Three")}, 1);
        m_bar->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_bar.get()));
    }

    void aClickOnADotAsksForItsStep()
    {
        auto* dots = m_bar->findChild<StepDots*>();
        QSignalSpy wanted(m_bar.get(), &StepBar::stepWanted);
        for (int step = 0; step < 3; ++step) {
            QTest::mouseClick(dots, Qt::LeftButton, {}, dots->dot(step).center().toPoint());
            QCOMPARE(wanted.takeFirst().first().toInt(), step);
        }
    }

    void dotsStayApartAndInsideEvenWhenNarrow()
    {
        QStringList many;
        for (int i = 0; i < 40; ++i)
            many << QString::number(i);
        auto* dots = m_bar->findChild<StepDots*>();
        dots->setSteps(many, 17);
        dots->resize(300, 28);
        for (int i = 0; i + 1 < 40; ++i)
            QVERIFY(dots->dot(i).right() < dots->dot(i + 1).left());
        QVERIFY(dots->dot(0).left() >= 0);
        QVERIFY(dots->dot(39).right() <= 300);
    }

    void backAndNextEndWhereTheStepsEnd()
    {
        auto* back = m_bar->findChild<QPushButton*>(QStringLiteral("back"));
        auto* next = m_bar->findChild<QPushButton*>(QStringLiteral("next"));
        QVERIFY(back->isEnabled() && next->isEnabled());
        m_bar->setSteps({QStringLiteral("One"), QStringLiteral("Two")}, 0);
        QVERIFY(!back->isEnabled());
        m_bar->setSteps({QStringLiteral("One"), QStringLiteral("Two")}, 1);
        QVERIFY(!next->isEnabled());
    }

private:
    std::unique_ptr<StepBar> m_bar;
};

QTEST_MAIN(TestStepBar)
#include "tst_step_bar.moc"
