#include "app/window/look/settings.h"
#include "app/window/panels.h"
#include "tests/builders/opened_window.h"
#include "widgets/machine/architecture_map.h"

#include <QAction>
#include <QDockWidget>
#include <QtTest>

using namespace glassformer;

/** Panels are put away, moved, taken out of the window and brought back. */
class TestPanels : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        settings().clear();
        m_opened = openWindow(QStringLiteral(GLASSFORMER_RESOURCES "/models/translator"),
            QStringLiteral("The dog ate the cake."), QStringLiteral("fr"));
        QVERIFY(m_opened);
        m_opened->window->resize(1280, 800);
        QVERIFY(QTest::qWaitForWindowExposed(m_opened->window.get()));
        m_panels = m_opened->window->findChild<Panels*>();
    }
    void cleanup()
    {
        m_opened.reset();
        settings().clear();
    }

    void theMachineStandsAtTheLeftAndTheInspectorAtTheRight()
    {
        QCOMPARE(m_panels->dockWidgetArea(&machine()), Qt::LeftDockWidgetArea);
        QCOMPARE(m_panels->dockWidgetArea(&inspector()), Qt::RightDockWidgetArea);
        QVERIFY(m_opened->window->findChild<ArchitectureMap*>()->width() >= 200);
        QVERIFY(m_panels->inspector().width() >= 300);
        QVERIFY(m_panels->centralWidget()->width() > 600);
    }

    void aPanelIsPutAwayAndShownByItsKey()
    {
        QAction* action = m_opened->window->findChild<QAction*>(QStringLiteral("show-machine"));
        const int before = m_panels->centralWidget()->width();
        action->trigger();
        QVERIFY(!machine().isVisible() && !action->isChecked());
        QTRY_VERIFY(m_panels->centralWidget()->width() > before + 150);
        action->trigger();
        QVERIFY(machine().isVisible() && action->isChecked());
    }

    void panelsThatWereMovedComeBackAtTheNextStartAndGoBackWhenAsked()
    {
        m_panels->addDockWidget(Qt::RightDockWidgetArea, &machine());
        inspector().setFloating(true);
        m_opened->window->keepLayout();
        MainWindow next(*m_opened->session, m_opened->language, m_opened->theme);
        next.restoreLayout();
        next.show();
        auto* panels = next.findChild<Panels*>();
        QCOMPARE(panels->dockWidgetArea(&panels->dockOf(PanelPlace::Machine)), Qt::RightDockWidgetArea);
        QVERIFY(panels->dockOf(PanelPlace::Inspector).isFloating());

        m_opened->window->findChild<QAction*>(QStringLiteral("arrange-panels"))->trigger();
        QCOMPARE(m_panels->dockWidgetArea(&machine()), Qt::LeftDockWidgetArea);
        QVERIFY(!inspector().isFloating());
    }

    void aPanelOutsideOfTheWindowGoesWithItsPage()
    {
        inspector().setFloating(true);
        QVERIFY(inspector().isVisible());
        m_panels->hide(); // as where two runs are compared
        QVERIFY(!inspector().isVisible());
        QVERIFY(m_panels->isShown(PanelPlace::Inspector)); // at the next start, too
        m_panels->show();
        QVERIFY(inspector().isVisible() && inspector().isFloating());
    }

    void whatIsNoArrangementChangesNothing()
    {
        m_panels->restoreArrangement("no such thing");
        QVERIFY(m_panels->isShown(PanelPlace::Machine) && m_panels->isShown(PanelPlace::Inspector));
        QCOMPARE(m_panels->dockWidgetArea(&machine()), Qt::LeftDockWidgetArea);
    }

private:
    QDockWidget& machine() { return m_panels->dockOf(PanelPlace::Machine); }
    QDockWidget& inspector() { return m_panels->dockOf(PanelPlace::Inspector); }

    std::unique_ptr<OpenedWindow> m_opened;
    Panels* m_panels = nullptr;
};

QTEST_MAIN(TestPanels)
#include "tst_panels.moc"
