#include "app/models/model_list.h"
#include "app/window/look/interface_language.h"
#include "app/window/look/theme.h"
#include "app/window/main_window.h"
#include "core/file/bytes/folder_files.h"
#include "core/model/loading/open_transformer.h"
#include "core/trace/look/first_look.h"
#include "core/trace/step/step_list.h"
#include "widgets/steps/step_view.h"

#include <QAbstractButton>
#include <QDeadlineTimer>
#include <QMessageBox>
#include <QPointer>
#include <QThread>
#include <QtTest>

#include <memory>

using namespace glassformer;

/** A session whose runs keep no inside of a layer, as those of long texts: the window never makes one itself. */
class TestSession : public QObject
{
    Q_OBJECT

private slots:
    void everyStepShowsOnlyLayersThatAreAtHand_data();
    void everyStepShowsOnlyLayersThatAreAtHand();
    void wordsOfAnotherPlaceAreMadeBesideTheWindow_data() { everyStepShowsOnlyLayersThatAreAtHand_data(); }
    void wordsOfAnotherPlaceAreMadeBesideTheWindow();
    void quickStepsThroughTheLayersAddUpAndTheNewestWins();
    void aLayerThatWasMadeMeanwhileComesWithTheNextWishAtOnce();
    void aRunArrivesWithTheLayerThatTheUserMovedToMeanwhile();
    void stoppingLeavesTheLayerThatIsShown();
    void aModelThatNeedsMuchMemoryIsOpenedOnlyIfTheUserAgrees();
    void ofTwoModelsThatAreOpenedTheNewerIsShown();
    void aTextThatIsRunWhileAModelOpensIsWhatItBeginsWith();
    void aNewTextIsLookedAtAnewAndNothingIsLeftOver();
    void lookingAroundOnlyReadsWhatWasTried();
};

namespace {

/** Keeps nothing whatever a run's size. */
std::unique_ptr<Session> leanSession(const QString& name)
{
    const QString folder = QStringLiteral(GLASSFORMER_TEST_DATA "/models/") + name;
    auto session =
        std::make_unique<Session>(std::make_shared<const Model>(Model::load(folder.toStdString())), 0);
    return session->runFirst(QStringLiteral("The cat sat on the mat."), {}) && session->trace()->late
        ? std::move(session)
        : nullptr;
}

/** Whether nothing but the chosen layer of each stack is in memory; with the answer, the last one too. */
bool holdsWhatIsShown(const Session& session)
{
    const Trace& trace = *session.trace();
    const Selection& look = session.selection();
    const auto holds_few = [&](AttentionSite site, int count) {
        for (int layer = 0; layer < count; ++layer) {
            const bool is_shown =
                layer == look.layerOf(site) || (look.step == StepKind::Answer && layer == count - 1);
            if (!is_shown && trace.late->holdIfMade(site, layer, LayerInside::Attention))
                return false;
        }
        return true;
    };
    return holdMadeLayers(trace, look) && holds_few(AttentionSite::Encoder, trace.config.encoder_layers)
        && holds_few(AttentionSite::DecoderSelf, trace.config.decoder_layers);
}

} // namespace

void TestSession::everyStepShowsOnlyLayersThatAreAtHand_data()
{
    QTest::addColumn<QString>("name");
    for (const char* name : {"gpt2", "bert", "t5"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void TestSession::everyStepShowsOnlyLayersThatAreAtHand()
{
    QFETCH(QString, name);
    const std::unique_ptr<Session> session = leanSession(name);
    QVERIFY(session);
    bool is_at_hand = true;
    connect(session.get(), &Session::selectionChanged, session.get(),
        [&] { is_at_hand &= holdMadeLayers(*session->trace(), session->selection()).has_value(); });
    Theme theme;
    InterfaceLanguage language;
    language.choose(QStringLiteral("en"));
    MainWindow window(*session, language, theme);
    window.show();
    for (const int layer : {1, 0, 1}) {
        session->chooseLayer(layer);
        QTRY_VERIFY(!session->isBusy());
        for (int step = 0; step < int(session->steps().size()); ++step) {
            session->goToStep(step);
            QTRY_VERIFY(!session->isBusy());
            QCOMPARE(session->stepIndex(), step);
            QVERIFY(!window.currentView()->grab().isNull());
            QVERIFY2(is_at_hand && holdsWhatIsShown(*session), stepId(session->selection().step).data());
        }
    }
}

void TestSession::wordsOfAnotherPlaceAreMadeBesideTheWindow()
{
    QFETCH(QString, name);
    const std::unique_ptr<Session> session = leanSession(name);
    QVERIFY(session);
    Theme theme;
    InterfaceLanguage language;
    language.choose(QStringLiteral("en"));
    MainWindow window(*session, language, theme);
    window.show();
    for (const StepKind step : {StepKind::Logits, StepKind::NextWord, StepKind::Softmax}) {
        Selection look = session->selection();
        look.step = step;
        session->select(look);
        QTRY_VERIFY(!session->isBusy());
        const Trace& trace = *session->trace();
        for (const int position : {0, trace.rows() - 1, 1}) {
            if (session->selection().position == position)
                continue;
            // The window shows the place that it was at: what it refreshes meanwhile reads no other.
            QVERIFY(!trace.late->wordScoresIfMade(position));
            look.position = position;
            session->select(look);
            QVERIFY(session->isBusy());
            emit session->experimentDone();
            window.currentView()->grab();
            QVERIFY(session->selection().position != position);
            QTRY_COMPARE(session->selection().position, position);
            QVERIFY(trace.late->wordScoresIfMade(position));
        }
    }
}

void TestSession::quickStepsThroughTheLayersAddUpAndTheNewestWins()
{
    const std::unique_ptr<Session> session = leanSession(QStringLiteral("gpt2"));
    QVERIFY(session);
    const int before = session->selection().decoder_layer, last = session->trace()->config.decoder_layers - 1;
    QCOMPARE(before, 0);
    const QSignalSpy changed(session.get(), &Session::selectionChanged);
    for (int i = 0; i < last; ++i)
        session->moveLayer(1);
    QVERIFY(session->isBusy());
    QCOMPARE(session->selection().decoder_layer, before);
    session->moveHead(1); // shown at once if the layer was made meanwhile
    QTRY_VERIFY(!session->isBusy());
    QCOMPARE(session->selection().decoder_layer, last);
    QCOMPARE(session->selection().head, 1);
    QCOMPARE(changed.count(), 1);
}

void TestSession::aLayerThatWasMadeMeanwhileComesWithTheNextWishAtOnce()
{
    const std::unique_ptr<Session> session = leanSession(QStringLiteral("gpt2"));
    QVERIFY(session);
    const QSignalSpy changed(session.get(), &Session::selectionChanged);
    Selection wanted = session->selection();
    wanted.decoder_layer = 1;
    QVERIFY(!holdMadeLayers(*session->trace(), wanted));
    session->moveLayer(1);
    // Without an event, so that the layer is made and its arrival still waits.
    for (QDeadlineTimer patience(5'000);
         !holdMadeLayers(*session->trace(), wanted) && !patience.hasExpired();)
        QThread::msleep(1);
    QVERIFY(session->isBusy());
    session->moveHead(1);
    QVERIFY(!session->isBusy());
    QCOMPARE(session->selection().decoder_layer, 1);
    QCOMPARE(session->selection().head, 1);
    QTest::qWait(20); // what was on its way is not shown a second time
    QCOMPARE(changed.count(), 1);
}

void TestSession::aRunArrivesWithTheLayerThatTheUserMovedToMeanwhile()
{
    const std::unique_ptr<Session> session = leanSession(QStringLiteral("gpt2"));
    QVERIFY(session);
    session->runText(QStringLiteral("The dog sat on the cat."), {});
    session->chooseLayer(1);
    QTRY_VERIFY(!session->isBusy());
    QCOMPARE(session->trace()->source_text, std::string("The dog sat on the cat."));
    QCOMPARE(session->selection().decoder_layer, 1);
    QVERIFY(holdMadeLayers(*session->trace(), session->selection()));
}

void TestSession::stoppingLeavesTheLayerThatIsShown()
{
    const std::unique_ptr<Session> session = leanSession(QStringLiteral("gpt2"));
    QVERIFY(session);
    session->chooseLayer(1);
    session->cancel();
    QVERIFY(!session->isBusy());
    QCOMPARE(session->selection().decoder_layer, 0);
    session->moveLayer(1);
    QTRY_COMPARE(session->selection().decoder_layer, 1);
}

void TestSession::aModelThatNeedsMuchMemoryIsOpenedOnlyIfTheUserAgrees()
{
    const std::unique_ptr<Session> session = leanSession(QStringLiteral("gpt2"));
    QVERIFY(session);
    Theme theme;
    InterfaceLanguage language;
    language.choose(QStringLiteral("en"));
    MainWindow window(*session, language, theme);
    const std::filesystem::path folder = GLASSFORMER_TEST_DATA "/models/bert";
    MemoryLimits tight;
    tight.available = memoryNeeded(FolderFiles(folder)) * 3 / 2;
    const auto answer = [&](QMessageBox::StandardButton button) {
        session->openModel(std::make_shared<const FolderFiles>(folder), tight);
        QPointer<QMessageBox> box;
        QTRY_VERIFY(box = window.findChild<QMessageBox*>());
        QVERIFY(box->text().contains(QString::fromStdString(sizeText(memoryNeeded(FolderFiles(folder))))));
        QVERIFY(!session->isBusy());
        QCOMPARE(session->model().transformer.config.family, std::string("gpt2"));
        QTest::mouseClick(box->button(button), Qt::LeftButton);
        QTRY_VERIFY(!box && !session->isBusy());
    };
    answer(QMessageBox::Cancel);
    QCOMPARE(session->model().transformer.config.family, std::string("gpt2"));
    answer(QMessageBox::Open);
    QCOMPARE(session->model().transformer.config.family, std::string("bert"));
}

void TestSession::ofTwoModelsThatAreOpenedTheNewerIsShown()
{
    const std::unique_ptr<Session> session = leanSession(QStringLiteral("gpt2"));
    QVERIFY(session);
    const QSignalSpy models(session.get(), &Session::modelChanged);
    const QSignalSpy busy(session.get(), &Session::busyChanged);
    session->openModel(folderFiles(GLASSFORMER_TEST_DATA "/models/t5"));
    session->openModel(folderFiles(GLASSFORMER_TEST_DATA "/models/bert"));
    QTRY_VERIFY(!session->isBusy());
    QCOMPARE(models.size(), 1);
    QCOMPARE(busy.size(), 2); // the notice doesn't flicker between reading and running
    QCOMPARE(session->model().transformer.config.family, std::string("bert"));
    QCOMPARE(session->trace()->source_text, std::string("The cat sat on the mat."));
}

void TestSession::aTextThatIsRunWhileAModelOpensIsWhatItBeginsWith()
{
    const std::unique_ptr<Session> session = leanSession(QStringLiteral("gpt2"));
    QVERIFY(session);
    session->openModel(folderFiles(GLASSFORMER_TEST_DATA "/models/bert"));
    session->runText(QStringLiteral("The dog slept."), {});
    QTRY_VERIFY(!session->isBusy());
    QCOMPARE(session->model().transformer.config.family, std::string("bert"));
    QCOMPARE(session->trace()->source_text, std::string("The dog slept."));
    // And what was asked for before that is not forgotten either.
    session->runText(QStringLiteral("The cat ate."), {});
    session->openModel(folderFiles(GLASSFORMER_TEST_DATA "/models/gpt2"));
    QTRY_VERIFY(!session->isBusy());
    QCOMPARE(session->model().transformer.config.family, std::string("gpt2"));
    QCOMPARE(session->trace()->source_text, std::string("The cat ate."));
}

void TestSession::aNewTextIsLookedAtAnewAndNothingIsLeftOver()
{
    const std::unique_ptr<Session> session = leanSession(QStringLiteral("gpt2"));
    QVERIFY(session);
    Selection left = session->selection();
    left.query = left.token = left.position = 5;
    left.key = 0;
    session->select(left);
    QTRY_COMPARE(session->selection(), clampedTo(left, *session->trace()));
    session->runText(QStringLiteral("The dog sat on the cat."), {});
    session->chooseLayer(1); // and the user moves on meanwhile
    QTRY_VERIFY(!session->isBusy());
    const Trace& trace = *session->trace();
    QCOMPARE(trace.source_text, std::string("The dog sat on the cat."));
    const Selection& look = session->selection();
    QCOMPARE(look.decoder_layer, 1);
    QVERIFY(look.query && look.key);
    const Selection expected = firstLook(trace, look);
    QCOMPARE(std::pair(look.query, look.key), std::pair(expected.query, expected.key));
    QCOMPARE(look.position, expected.position);
    QCOMPARE(look.token, expected.token);
    QCOMPARE(look.dimension, expected.dimension);
    QVERIFY(hasContent(trace.source[std::size_t(*look.query)]));
    QVERIFY(hasContent(trace.source[std::size_t(*look.key)]));
}

void TestSession::lookingAroundOnlyReadsWhatWasTried()
{
    const QString folder = QStringLiteral(GLASSFORMER_RESOURCES "/models/translator");
    Session session(std::make_shared<const Model>(Model::load(folder.toStdString())));
    QVERIFY(session.runFirst(session.example(), QStringLiteral("fr")));
    const QSignalSpy done(&session, &Session::experimentDone);
    for (int i = 0; i < 3; ++i) {
        QVERIFY(!session.headEffect()); // the sentence shows no head
        QTest::qWait(20);
    }
    QCOMPARE(done.size(), 0);
    Selection look = session.selection();
    look.step = StepKind::Softmax;
    session.select(look);
    QTRY_COMPARE(done.size(), 2); // the word, then the answer
    const int tried = int(done.size());
    for (int i = 0; i < 3; ++i)
        QVERIFY(session.headEffect());
    QTest::qWait(20);
    QCOMPARE(int(done.size()), tried);
}

QTEST_MAIN(TestSession)
#include "tst_session.moc"
