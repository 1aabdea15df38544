#include "app/places/session_document.h"
#include "app/start/last_time.h"
#include "app/start/start_options.h"
#include "app/window/look/settings.h"
#include "app/window/panels.h"
#include "core/trace/look/view.h"
#include "tests/builders/opened_window.h"

#include <QAction>
#include <QTemporaryDir>
#include <QtTest>

using namespace glassformer;

/** What was on the screen comes back at the next start, unless the start asks for something else. */
class TestLastTime : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        settings().clear();
        m_opened = openWindow(QStringLiteral(GLASSFORMER_RESOURCES "/models/translator"),
            QStringLiteral("The dog ate the cake."), QStringLiteral("fr"));
        QVERIFY(m_opened);
    }
    void cleanup()
    {
        m_opened.reset();
        settings().clear();
    }

    void modelSentenceStepHeadsAndPanelsComeBack()
    {
        Session& session = *m_opened->session;
        session.toggleHead({AttentionSite::Encoder, 1, 0});
        QTRY_VERIFY(!session.isBusy());
        Selection look = session.selection();
        look.step = StepKind::Softmax;
        look.encoder_layer = 1;
        session.select(look);
        QTRY_COMPARE(session.selection().step, StepKind::Softmax);
        m_opened->window->findChild<Panels*>()->setShown(PanelPlace::Machine, false);
        keepForNextTime(session, *m_opened->window);

        const View kept = firstView({}).over({});
        QCOMPARE(kept.request.text, session.request().text);
        QCOMPARE(kept.request.target_language, std::string("fr"));
        QVERIFY(kept.request.changes == session.request().changes);
        QVERIFY(kept.selection == session.selection());
        Session next(session.sharedModel());
        QVERIFY(next.runFirst(firstView({}), QStringLiteral("en")));
        QVERIFY(next.selection() == session.selection());
        QVERIFY(next.isOff({AttentionSite::Encoder, 1, 0}));
        MainWindow window(next, m_opened->language, m_opened->theme);
        window.restoreLayout();
        window.show();
        QVERIFY(!window.findChild<Panels*>()->isShown(PanelPlace::Machine));
        QVERIFY(window.findChild<Panels*>()->isShown(PanelPlace::Inspector));
    }

    void whatTheStartNamesWins()
    {
        keepForNextTime(*m_opened->session, *m_opened->window);
        StartOptions options;
        options.view.set("text", std::string("The cat slept."));
        QVERIFY(firstView(options).json() == options.view.json());
        StartOptions model;
        model.view.set("model", std::string("gap"));
        QVERIFY(firstView(model).json() == model.view.json());
        StartOptions step; // says only where to look
        step.view.set("step", std::string("softmax"));
        QCOMPARE(firstView(step).over({}).selection.step, StepKind::Softmax);
        QCOMPARE(firstView(step).over({}).request.text, std::string("The dog ate the cake."));
        StartOptions fresh;
        fresh.is_fresh = true;
        QVERIFY(firstView(fresh).fields().empty());
    }

    void theSessionOfLastTimeComesBackUnlessTheStartNamesSomethingElse()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("a.glassformer"));
        QVERIFY(m_opened->window->document().save(file));
        keepForNextTime(*m_opened->session, *m_opened->window);
        QCOMPARE(firstSession({}), file);
        StartOptions text;
        text.view.set("text", std::string("The cat slept."));
        QVERIFY(firstSession(text).isEmpty());
        StartOptions fresh;
        fresh.is_fresh = true;
        QVERIFY(firstSession(fresh).isEmpty());
        text.session = QStringLiteral("b.glassformer");
        QCOMPARE(firstSession(text), text.session);
    }

    void whatWasKeptAndCannotBeReadIsAsIfNothingWere()
    {
        settings().setValue(setting::view, QStringLiteral("{\"step\": 7, ]"));
        QVERIFY(lastView().fields().empty());
        QVERIFY(firstView({}).fields().empty());
    }

    void oneKeyStartsAfresh()
    {
        m_opened->window->findChild<Panels*>()->setShown(PanelPlace::Machine, false);
        keepForNextTime(*m_opened->session, *m_opened->window);
        m_opened->window->findChild<QAction*>(QStringLiteral("start-afresh"))->trigger();
        QVERIFY(lastView().fields().empty());
        QVERIFY(m_opened->window->findChild<Panels*>()->isShown(PanelPlace::Machine));
        QTRY_VERIFY(
            m_opened->session->trace()->source_text.find("because it was too tired") != std::string::npos
            || m_opened->session->trace()->source_text.find("因为它太累了") != std::string::npos);
        QCOMPARE(m_opened->session->selection().step, StepKind::Sentence);
    }

private:
    std::unique_ptr<OpenedWindow> m_opened;
};

QTEST_MAIN(TestLastTime)
#include "tst_last_time.moc"
