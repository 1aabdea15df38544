#include "app/window/look/window_style.h"
#include "core/trace/look/place.h"
#include "tests/builders/opened_window.h"
#include "widgets/machine/architecture_map.h"

#include <QAction>
#include <QApplication>
#include <QDir>
#include <QtTest>

using namespace glassformer;

namespace {

const QString models = QStringLiteral(GLASSFORMER_TEST_DATA "/models/");
const QString bundled = QStringLiteral(GLASSFORMER_RESOURCES "/models/");

QRectF around(const QPointF& point)
{
    return {point.x() - 1.5, point.y() - 1.5, 3, 3};
}

} // namespace

/** The picture of the model at the left of the real window. */
class TestMachine : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QApplication::setStyle(new WindowStyle); }
    void cleanup() { m_opened.reset(); }

    void everyWireEndsAtItsBlocksAndNoBlockLiesOverAnother_data()
    {
        QTest::addColumn<QString>("folder");
        for (const QString& name : QDir(models).entryList(QDir::Dirs | QDir::NoDotAndDotDot))
            QTest::newRow(qPrintable(name)) << models + name;
        for (const char* name : {"translator", "gap", "next-word"})
            QTest::newRow(name) << bundled + QLatin1String(name);
    }
    void everyWireEndsAtItsBlocksAndNoBlockLiesOverAnother()
    {
        QFETCH(QString, folder);
        open(folder);
        const MachineLayout& machine = page()->machine();
        QCOMPARE(machine.blocks.size(), m_session->steps().size());
        for (const auto& [step, block] : machine.blocks) {
            QVERIFY(QRectF(page()->rect()).contains(block));
            for (const auto& [other_step, other] : machine.blocks)
                QVERIFY2(step == other_step || !block.intersects(other), std::string(stepId(step)).c_str());
        }
        QCOMPARE(machine.wires.size(), wiresOf(m_session->trace()->config).size());
        for (const MachineWire& wire : machine.wires) {
            const QRectF& to = machine.blocks.at(wire.wire.to);
            QVERIFY(around(wire.points.back()).intersects(to));
            // A residual leaves the flow above the block that it passes.
            if (wire.wire.kind != WireKind::Residual)
                QVERIFY(around(wire.points.front()).intersects(machine.blocks.at(wire.wire.from)));
            for (const QPointF& point : wire.points)
                QVERIFY(QRectF(page()->rect()).contains(point));
        }
        const ModelConfig& config = m_session->trace()->config;
        QCOMPARE(machine.frames.size(), std::size_t(config.hasCrossAttention() ? 2 : 1));
        for (const MachineFrame& frame : machine.frames)
            for (const auto& [step, block] : machine.blocks) {
                const bool is_in_stack = showsLayer(step, config)
                    && (siteOf(step, config) == AttentionSite::Encoder)
                        == (frame.site == AttentionSite::Encoder);
                QCOMPARE(frame.rect.contains(block), is_in_stack);
            }
    }

    void theWholeMachineIsSeenWithoutScrollingInASmallWindow()
    {
        open(bundled + QStringLiteral("translator"));
        m_opened->window->resize(1280, 720);
        QCoreApplication::processEvents();
        QCOMPARE(page()->height(), map()->viewport()->height());
    }

    void keysOpenTheBlockThatHasTheFocus()
    {
        open(bundled + QStringLiteral("translator"));
        MapBlock* block = blockNamed(QStringLiteral("Feed-forward"));
        QVERIFY(block);
        block->setFocus();
        QTest::keyClick(block, Qt::Key_Space);
        QCOMPARE(m_session->selection().step, StepKind::FeedForward);
        QVERIFY(block->isChecked());
    }

    void theLadderShowsTheLayerAndAClickOnARungGoesThere()
    {
        open(bundled + QStringLiteral("translator"));
        m_session->goToStep(8);
        auto* ladder = page()->findChild<LayerLadder*>();
        for (const int layer : {0, 2, 3}) {
            QTest::mouseClick(ladder, Qt::LeftButton, {}, ladder->rung(layer).center().toPoint());
            QCOMPARE(m_session->selection().encoder_layer, layer);
            QVERIFY(ladder->accessibleName().contains(QString::number(layer + 1)));
        }
    }

    void dataFlowsWithAStepUnlessMovementIsUnwanted()
    {
        open(bundled + QStringLiteral("translator"));
        auto* motion = m_opened->window->findChild<QAction*>(QStringLiteral("motion"));
        if (!motion->isChecked())
            motion->trigger();
        m_session->goToStep(6);
        QTRY_VERIFY(!page()->isFlowing());
        m_session->moveStep(1);
        QVERIFY(page()->isFlowing());
        // The next key is not waited for.
        m_session->moveStep(1);
        QCOMPARE(m_session->stepIndex(), 8);
        QTRY_VERIFY(!page()->isFlowing());
        motion->trigger();
        m_session->moveStep(1);
        QVERIFY(!page()->isFlowing());
        motion->trigger();
    }

private:
    void open(const QString& folder)
    {
        m_opened = openWindow(folder, QStringLiteral("The cat sat."));
        QVERIFY(m_opened);
        m_session = m_opened->session.get();
        QVERIFY(QTest::qWaitForWindowExposed(m_opened->window.get()));
        m_opened->window->activateWindow();
    }
    ArchitectureMap* map() const { return m_opened->window->findChild<ArchitectureMap*>(); }
    MachinePage* page() const { return m_opened->window->findChild<MachinePage*>(); }
    MapBlock* blockNamed(const QString& name) const
    {
        for (MapBlock* block : page()->findChildren<MapBlock*>())
            if (block->text() == name)
                return block;
        return nullptr;
    }

    std::unique_ptr<OpenedWindow> m_opened;
    Session* m_session = nullptr;
};

QTEST_MAIN(TestMachine)
#include "tst_machine.moc"
