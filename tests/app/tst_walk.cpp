#include "app/window/lines/walk_choice.h"
#include "core/trace/step/step_list.h"
#include "tests/builders/opened_window.h"
#include "widgets/machine/step_bar.h"

#include <QAction>
#include <QComboBox>
#include <QDir>
#include <QtTest>

using namespace glassformer;

namespace {

const QString models = QStringLiteral(GLASSFORMER_TEST_DATA "/models/");
const QString bundled = QStringLiteral(GLASSFORMER_RESOURCES "/models/");

} // namespace

/** Two paths through one list of steps, and a run through all layers, in the real window. */
class TestWalk : public QObject
{
    Q_OBJECT

private slots:
    void cleanup() { m_opened.reset(); }

    void theShortPathLeadsFromTheSentenceToTheWordInEveryFamily_data()
    {
        QTest::addColumn<QString>("folder");
        for (const QString& name : QDir(models).entryList(QDir::Dirs | QDir::NoDotAndDotDot))
            QTest::newRow(qPrintable(name)) << models + name;
        for (const char* name : {"translator", "gap", "next-word"})
            QTest::newRow(name) << bundled + QLatin1String(name);
    }
    void theShortPathLeadsFromTheSentenceToTheWordInEveryFamily()
    {
        QFETCH(QString, folder);
        const Model model = Model::load(folder.toStdU16String());
        RunRequest request;
        request.text = "The cat sat.";
        Trace trace = run(model, request);
        const std::vector<StepKind> all = stepsOf(trace);
        const std::vector<StepKind> path = stepsOf(trace, WalkPath::Short, StepKind::Sentence);
        QVERIFY2(path.size() >= 8 && path.size() <= 13, qPrintable(QString::number(path.size())));
        QCOMPARE(path.front(), StepKind::Sentence);
        QCOMPARE(path.back(),
            trace.config.has_output         ? StepKind::NextWord
                : trace.config.hasDecoder() ? StepKind::DecoderOutput
                                            : StepKind::EncoderOutput);
        auto from = all.begin();
        for (const StepKind kind : path) {
            from = std::find(from, all.end(), kind);
            QVERIFY2(from != all.end(), std::string(stepId(kind)).c_str()); // in the order of the whole walk
        }
        QCOMPARE(stepsOf(trace, WalkPath::Full, StepKind::Sentence), all);
    }

    void theStepBarChoosesThePathAndItIsKept()
    {
        open();
        const std::size_t all = m_session->steps().size();
        chooseInBar(0);
        QCOMPARE(m_session->path(), WalkPath::Short);
        QCOMPARE(m_session->steps().size(), std::size_t(12));
        for (std::size_t step = 0; step < 20; ++step)
            key(Qt::Key_Right);
        QCOMPARE(m_session->selection().step, StepKind::NextWord);
        m_session->choosePath(WalkPath::Full);
        choosePathAsBefore(*m_session);
        QCOMPARE(m_session->path(), WalkPath::Short);
        chooseInBar(1);
        QCOMPARE(m_session->steps().size(), all);
        choosePathAsBefore(*m_session);
        QCOMPARE(m_session->path(), WalkPath::Full);
        key(Qt::Key_J, Qt::ControlModifier);
        QCOMPARE(m_session->path(), WalkPath::Short);
    }

    void aStepBesideTheShortPathIsLeftForItsNeighboursOnIt()
    {
        open();
        chooseInBar(0);
        show(StepKind::FeedForward);
        QCOMPARE(m_session->steps().size(), std::size_t(13));
        QCOMPARE(m_session->steps()[std::size_t(m_session->stepIndex())], StepKind::FeedForward);
        key(Qt::Key_Right);
        QCOMPARE(m_session->selection().step, StepKind::LayerOutput);
        QCOMPARE(m_session->steps().size(), std::size_t(12));
        show(StepKind::FeedForward);
        key(Qt::Key_Left);
        QCOMPARE(m_session->selection().step, StepKind::WeightedSum);
    }

    void oneKeyRunsThroughAllLayers()
    {
        open();
        show(StepKind::Softmax);
        std::vector<int> seen;
        connect(m_session, &Session::selectionChanged, this,
            [&] { seen.push_back(m_session->selection().encoder_layer); });
        key(Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE_WITH_TIMEOUT(seen, std::vector<int>({0, 1, 2, 3}), 20'000);
        QTRY_COMPARE_WITH_TIMEOUT(m_opened->window->findChild<QAction*>(QStringLiteral("layer-run"))->text(),
            QStringLiteral("Run through all layers"), 20'000);
    }

    void theRunThroughTheLayersEndsWhereOneLooksElsewhere()
    {
        open();
        show(StepKind::Softmax);
        auto* action = m_opened->window->findChild<QAction*>(QStringLiteral("layer-run"));
        action->trigger();
        QCOMPARE(action->text(), QStringLiteral("Stop in this layer"));
        key(Qt::Key_Right);
        QCOMPARE(m_session->selection().step, StepKind::WeightedSum);
        QCOMPARE(action->text(), QStringLiteral("Run through all layers"));
    }

private:
    void open()
    {
        m_opened = openWindow(bundled + QStringLiteral("translator"), QStringLiteral("The animal was tired."),
            QStringLiteral("fr"));
        QVERIFY(m_opened);
        m_session = m_opened->session.get();
        m_opened->window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_opened->window.get())); // else it has no keys
        m_opened->window->setFocus();
    }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(m_opened->window.get(), key, modifiers);
    }
    void show(StepKind kind)
    {
        Selection wanted = m_session->selection();
        wanted.step = kind;
        m_session->select(wanted);
        QCOMPARE(m_session->selection().step, kind);
    }
    /** As people do: the list is opened by its key, and a row taken. */
    void chooseInBar(int row)
    {
        auto* paths = m_opened->window->findChild<QComboBox*>(QStringLiteral("path"));
        paths->setFocus();
        QTest::keyClick(paths, row == 0 ? Qt::Key_Home : Qt::Key_End);
        QCOMPARE(paths->currentIndex(), row);
        m_opened->window->setFocus();
    }

    std::unique_ptr<OpenedWindow> m_opened;
    Session* m_session = nullptr;
};

QTEST_MAIN(TestWalk)
#include "tst_walk.moc"
