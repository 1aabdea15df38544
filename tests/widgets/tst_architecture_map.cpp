#include "core/trace/model.h"
#include "core/trace/step/step_list.h"
#include "widgets/machine/architecture_map.h"
#include "widgets/machine/map_block.h"

#include <QSignalSpy>
#include <QtTest>

#include <algorithm>
#include <memory>
#include <vector>

using namespace glassformer;

Q_DECLARE_METATYPE(glassformer::Selection)

/** The machine by the keyboard: one stop for Tab, and arrows from block to block inside. */
class TestArchitectureMap : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        const Model model = Model::load(GLASSFORMER_TEST_DATA "/models/bart");
        RunRequest request;
        request.text = "a b";
        request.decoding.max_new_tokens = 2;
        m_trace = std::make_shared<const Trace>(run(model, request));
        m_map = std::make_unique<ArchitectureMap>();
        m_map->resize(300, 700);
        m_look = {};
        m_look.step = StepKind::Tokens;
        m_map->showRun(m_trace, m_look);
        m_map->show();
        QVERIFY(QTest::qWaitForWindowActive(m_map.get()));
    }

    void tabStopsAtTheOpenBlockAlone()
    {
        int stops = 0;
        for (const MapBlock* block : blocks())
            if (block->focusPolicy() & Qt::TabFocus) {
                ++stops;
                QVERIFY(block->isChecked());
            }
        QCOMPARE(stops, 1);
    }

    void arrowsGoThroughAllBlocksInTheOrderOfTheSteps()
    {
        MapBlock* block = openBlock();
        block->setFocus();
        int pressed = 0;
        for (; pressed < 100; ++pressed) {
            QWidget* before = m_map->focusWidget();
            QTest::keyClick(before, Qt::Key_Down);
            if (m_map->focusWidget() == before)
                break;
        }
        const std::vector<StepKind> steps = stepsOf(*m_trace);
        const auto first = std::find(steps.begin(), steps.end(), StepKind::Tokens);
        QCOMPARE(pressed, int(steps.end() - first) - 1);
        QTest::keyClick(m_map->focusWidget(), Qt::Key_Up);
        QVERIFY(m_map->focusWidget() != block);
    }

    void enterOpensTheBlockThatHasTheFocus()
    {
        QSignalSpy wanted(m_map.get(), &ArchitectureMap::selectionWanted);
        openBlock()->setFocus();
        QTest::keyClick(m_map->focusWidget(), Qt::Key_Down);
        QVERIFY(wanted.isEmpty());
        QTest::keyClick(m_map->focusWidget(), Qt::Key_Return);
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted.front().front().value<Selection>().step, StepKind::Embedding);
    }

private:
    QList<MapBlock*> blocks() const { return m_map->findChildren<MapBlock*>(); }
    MapBlock* openBlock() const
    {
        const QList<MapBlock*> all = blocks();
        return *std::find_if(
            all.begin(), all.end(), [](const MapBlock* block) { return block->isChecked(); });
    }

    std::shared_ptr<const Trace> m_trace;
    Selection m_look;
    std::unique_ptr<ArchitectureMap> m_map;
};

QTEST_MAIN(TestArchitectureMap)
#include "tst_architecture_map.moc"
