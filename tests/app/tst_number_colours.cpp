#include "app/window/look/colour_choice.h"
#include "app/window/look/settings.h"
#include "tests/builders/opened_window.h"
#include "widgets/pictures/attention/heatmap.h"
#include "widgets/pictures/card.h"
#include "widgets/steps/step_view.h"

#include <QAction>
#include <QMenu>
#include <QtTest>

using namespace glassformer;

/** How numbers become colours, chosen in the menu of the window. */
class TestNumberColours : public QObject
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
    }
    void cleanup()
    {
        m_opened.reset();
        settings().clear();
        Picture::setColours({});
    }

    void everyChoiceChangesTheMapAndIsKept_data()
    {
        QTest::addColumn<QString>("choice");
        for (const char* choice : {"weights-viridis", "weights-cividis", "weights-magma", "weights-grey",
                 "scale-log", "threshold-10", "clip-50"})
            QTest::newRow(choice) << QString::fromLatin1(choice);
    }
    void everyChoiceChangesTheMapAndIsKept()
    {
        QFETCH(QString, choice);
        look(StepKind::Softmax);
        auto* map = m_opened->window->currentView()->findChild<Heatmap*>();
        const QImage before = map->grab().toImage();
        action(choice)->trigger();
        QVERIFY(map->grab().toImage() != before);
        QVERIFY(action(choice)->isChecked());
        const ColourLook chosen = Picture::colours();
        Picture::setColours({});
        QVERIFY(keptColours() == chosen);
    }

    void remarksNameTheColoursOfSignedNumbers()
    {
        look(StepKind::Scores);
        QVERIFY(written().contains(QStringLiteral("Blue is negative")));
        action(QStringLiteral("signed-1"))->trigger();
        QVERIFY(written().contains(QStringLiteral("Purple is negative")));
        QVERIFY(!written().contains(QStringLiteral("Blue is negative")));
    }

    void damagedSettingsAreAsAtFirst()
    {
        settings().setValue(setting::colour_clip, QStringLiteral("much"));
        settings().setValue(setting::colour_threshold, 7);
        settings().setValue(setting::weight_colours, QStringLiteral("rainbow"));
        settings().setValue(setting::signed_colours, 44);
        QVERIFY(keptColours() == ColourLook());
    }

private:
    void look(StepKind step)
    {
        Selection wanted = m_opened->session->selection();
        wanted.step = step;
        m_opened->session->select(wanted);
    }
    QAction* action(const QString& id)
    {
        for (QMenu* menu : m_opened->window->findChildren<QMenu*>())
            for (QAction* action : menu->actions())
                if (action->objectName() == id)
                    return action;
        return nullptr;
    }
    QString written()
    {
        QStringList texts;
        for (const Card* card : m_opened->window->currentView()->findChildren<Card*>())
            texts << card->remark();
        return texts.join(u'\n');
    }

    std::unique_ptr<OpenedWindow> m_opened;
};

QTEST_MAIN(TestNumberColours)
#include "tst_number_colours.moc"
