#include "app/session/history.h"

#include "app/models/model_list.h"
#include "app/session/past.h"
#include "app/session/session.h"
#include "app/session/trail.h"

#include <QtTest>

using namespace glassformer;
using namespace std::chrono_literals;

/** What was done is undone, in a real session with the shipped translator. */
class TestHistory : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_session = std::make_unique<Session>(
            std::make_shared<const Model>(Model::load(GLASSFORMER_RESOURCES "/models/translator")));
        QVERIFY(m_session->runFirst(QStringLiteral("The cat sat."), QStringLiteral("fr")));
        m_history = std::make_unique<History>(*m_session);
        m_history->setQuick(0ms); // nothing is quick
    }
    void cleanup()
    {
        m_history.reset();
        m_session.reset();
    }

    void thereIsNothingToUndoAtFirst()
    {
        QVERIFY(!m_history->canUndo() && !m_history->canRedo());
        m_history->undo();
        QCOMPARE(m_session->request().text, std::string("The cat sat."));
    }

    void textsChangesAndPlacesAreUndoneAndRedone()
    {
        m_session->runText(QStringLiteral("The dog ran."), QStringLiteral("fr"));
        settle();
        m_session->toggle(headOff({AttentionSite::Encoder, 0, 1}));
        settle();
        look(StepKind::Softmax);
        const View shown = now();

        m_history->undo();
        settle();
        QCOMPARE(m_session->request().changes.size(), 1U);
        QVERIFY(m_session->selection().step != StepKind::Softmax);
        m_history->undo();
        settle();
        QVERIFY(m_session->request().changes.empty());
        QCOMPARE(m_session->request().text, std::string("The dog ran."));
        m_history->undo();
        settle();
        QCOMPARE(m_session->request().text, std::string("The cat sat."));
        QVERIFY(!m_history->canUndo());

        for (int i = 0; i < 3; ++i) {
            m_history->redo();
            settle();
        }
        QVERIFY(!m_history->canRedo());
        QCOMPARE(now(), shown);
    }

    void quickUndosAddUpAndTheLastPlaceIsShown()
    {
        for (const char* text : {"One.", "Two.", "Three."}) {
            m_session->runText(QString::fromLatin1(text), QStringLiteral("fr"));
            settle();
        }
        m_history->undo();
        m_history->undo();
        m_history->undo();
        settle();
        QCOMPARE(m_session->request().text, std::string("The cat sat."));
        m_history->redo();
        settle();
        QCOMPARE(m_session->request().text, std::string("One."));
    }

    void somethingElseForgetsWhatWasUndone()
    {
        m_session->runText(QStringLiteral("The dog ran."), QStringLiteral("fr"));
        settle();
        m_history->undo();
        settle();
        QVERIFY(m_history->canRedo());
        m_session->runText(QStringLiteral("The bird sang."), QStringLiteral("fr"));
        settle();
        QVERIFY(!m_history->canRedo());
        m_history->undo();
        settle();
        QCOMPARE(m_session->request().text, std::string("The cat sat."));
    }

    void placesThatFollowEachOtherQuicklyAreOne()
    {
        m_history->setQuick(24h);
        const StepKind first = m_session->selection().step;
        for (const StepKind step : {StepKind::Embedding, StepKind::Scores, StepKind::Softmax})
            look(step);
        m_history->undo();
        settle();
        QCOMPARE(m_session->selection().step, first);
        QVERIFY(!m_history->canUndo());
        m_history->redo();
        settle();
        QCOMPARE(m_session->selection().step, StepKind::Softmax);
    }

    void anotherModelIsUndoneToo()
    {
        m_session->toggle(headOff({AttentionSite::Encoder, 0, 1}));
        settle();
        const std::string digest = m_session->model().weights_digest;
        m_session->openModel(folderFiles(QStringLiteral(GLASSFORMER_TEST_DATA "/models/gpt2")));
        settle();
        QVERIFY(m_session->model().weights_digest != digest);
        m_history->undo();
        settle();
        QCOMPARE(m_session->model().weights_digest, digest);
        QCOMPARE(m_session->request().changes.size(), 1U);
        m_history->redo();
        settle();
        QVERIFY(m_session->model().weights_digest != digest);
        m_history->undo();
        settle();
        m_history->undo();
        settle();
        QVERIFY(m_session->request().changes.empty());
    }

    void whatIsStoppedOnItsWayLeavesWhatWas()
    {
        m_session->runText(QStringLiteral("The dog ran."), QStringLiteral("fr"));
        settle();
        m_history->undo();
        m_session->cancel();
        settle();
        QCOMPARE(m_session->request().text, std::string("The dog ran."));
        QVERIFY(m_history->canUndo());
        QVERIFY(!m_history->canRedo());
    }

    void thePastIsBounded()
    {
        Past<int> past(0, 3);
        for (int value = 1; value < 6; ++value)
            past.add(value);
        QCOMPARE(past.now(), 5);
        QCOMPARE(past.go(-2), 3);
        QVERIFY(!past.canGo(-1));
        past.add(9);
        QCOMPARE(past.now(), 9);
        QVERIFY(!past.canGo(1));
        QCOMPARE(past.go(-1), 3);
    }

    void backLeadsToWhereANumberWasFollowedFrom()
    {
        Trail trail(*m_session);
        look(StepKind::Softmax);
        Selection there = m_session->selection();
        there.head = 1;
        const Selection here = m_session->selection();
        trail.follow(there); // in the same step
        QCOMPARE(m_session->selection().head, 1);
        look(StepKind::Scores);
        trail.back();
        QCOMPARE(m_session->selection(), there);
        trail.back();
        QCOMPARE(m_session->selection(), here);
        trail.forward();
        QCOMPARE(m_session->selection(), there);
        trail.forward();
        QCOMPARE(m_session->selection().step, StepKind::Scores);
        QVERIFY(!trail.canGoForward());
    }

private:
    void settle()
    {
        QTRY_VERIFY(!m_session->isBusy());
        QCoreApplication::processEvents();
        QCoreApplication::processEvents();
    }
    void look(StepKind step)
    {
        Selection selection = m_session->selection();
        selection.step = step;
        m_session->select(selection);
        settle();
    }
    View now() const { return {{}, m_session->request(), m_session->selection()}; }

    std::unique_ptr<Session> m_session;
    std::unique_ptr<History> m_history;
};

QTEST_MAIN(TestHistory)
#include "tst_history.moc"
