#include "core/experiment/attention/shown_map.h"
#include "core/trace/step/step_list.h"
#include "tests/builders/opened_window.h"

#include <QCheckBox>
#include <QComboBox>
#include <QSignalSpy>
#include <QtTest>

using namespace glassformer;

/** What is measured beside the window: all heads, and the vocabulary. */
class TestMeasuring : public QObject
{
    Q_OBJECT

    std::unique_ptr<Session> open(const QString& model = QStringLiteral("translator"))
    {
        const QString folder = QStringLiteral(GLASSFORMER_RESOURCES "/models/") + model;
        auto session =
            std::make_unique<Session>(std::make_shared<const Model>(Model::load(folder.toStdString())));
        return session->runFirst(QStringLiteral("The dog didn't eat the meat because it was too tired."), {})
            ? std::move(session)
            : nullptr;
    }
    static void look(Session& session, StepKind step, std::optional<HeadTrait> trait)
    {
        Selection wanted = session.selection();
        wanted.step = step;
        wanted.attention.trait = trait;
        session.select(wanted);
    }

private slots:
    void headsAreMeasuredOnlyWhenSomebodyAsks()
    {
        const auto session = open();
        look(*session, StepKind::Softmax, std::nullopt);
        QVERIFY(!session->measured().heads);
        QSignalSpy more(session.get(), &Session::measuredMore);
        look(*session, StepKind::Softmax, HeadTrait::Previous);
        QVERIFY(more.wait());
        const auto heads = session->measured().heads;
        QVERIFY(heads && heads->trait == HeadTrait::Previous && heads->site == AttentionSite::Encoder);
        QCOMPARE(heads->values.size(), std::size_t(16));
        // All traits are known by then.
        look(*session, StepKind::Softmax, HeadTrait::Spread);
        QVERIFY(session->measured().heads->trait == HeadTrait::Spread);
        look(*session, StepKind::Softmax, std::nullopt);
        QVERIFY(!session->measured().heads);
    }

    void everyPlaceOfAttentionHasNumbersOfItsOwn()
    {
        const auto session = open();
        for (const StepKind step : {StepKind::Softmax, StepKind::MaskedAttention, StepKind::CrossAttention}) {
            QSignalSpy more(session.get(), &Session::measuredMore);
            look(*session, step, HeadTrait::Spread);
            QVERIFY(more.wait());
            QVERIFY(session->measured().heads->site == session->site());
        }
    }

    void likenessIsToTheHeadThatIsChosen()
    {
        const auto session = open();
        QSignalSpy more(session.get(), &Session::measuredMore);
        look(*session, StepKind::Softmax, HeadTrait::Likeness);
        QVERIFY(more.wait());
        QVERIFY(session->measured().heads->from == session->head());
        QCOMPARE(*session->measured().heads->of(session->head().layer, session->head().head), 1.0);
        session->chooseHead(session->head().head == 0 ? 1 : 0);
        QVERIFY(more.wait());
        QVERIFY(session->measured().heads->from == session->head());
    }

    void anotherTextIsMeasuredAnew()
    {
        const auto session = open();
        QSignalSpy more(session.get(), &Session::measuredMore);
        look(*session, StepKind::Softmax, HeadTrait::Spread);
        QVERIFY(more.wait());
        const auto before = session->measured().heads;
        session->runText(QStringLiteral("The cat is big."), QStringLiteral("fr"));
        QVERIFY(more.wait());
        QVERIFY(session->measured().heads && session->measured().heads != before);
        QVERIFY(session->selection().attention.trait == HeadTrait::Spread);
    }

    void theVocabularyIsPlacedOnceAndNeighboursFollowTheChosenWord()
    {
        const auto session = open();
        Selection wanted = session->selection();
        wanted.step = StepKind::Embedding;
        wanted.token = 2;
        session->select(wanted);
        QTRY_VERIFY(session->measured().plane && session->measured().near);
        QCOMPARE(
            int(session->measured().plane->points.size()), session->model().transformer.config.vocabulary);
        QCOMPARE(session->measured().near->id, session->trace()->source[2].id);
        const auto plane = session->measured().plane;
        wanted.word = session->measured().near->words[0].row;
        session->select(wanted);
        QTRY_COMPARE(session->measured().near->id, *wanted.word);
        QCOMPARE(session->measured().plane, plane);
    }

    void theMapIsChosenInTheWindowAndTheSessionKnows()
    {
        const auto opened = openWindow(QStringLiteral(GLASSFORMER_RESOURCES "/models/translator"),
            QStringLiteral("The dog is big."), QStringLiteral("fr"));
        Session& session = *opened->session;
        auto* const aggregate = opened->window->findChild<QComboBox*>(QStringLiteral("mapAggregate"));
        look(session, StepKind::Embedding, std::nullopt);
        QVERIFY(!aggregate->isVisible());
        look(session, StepKind::Softmax, std::nullopt);
        QVERIFY(aggregate->isVisible());
        aggregate->setCurrentIndex(aggregate->findData(int(MapAggregate::Rollout)));
        emit aggregate->activated(aggregate->currentIndex());
        QVERIFY(session.selection().attention.aggregate == MapAggregate::Rollout);
        // Between two texts there is no rollout; the choice stays for where there is one.
        look(session, StepKind::CrossAttention, std::nullopt);
        QCOMPARE(aggregate->findData(int(MapAggregate::Rollout)), -1);
        QCOMPARE(aggregate->currentData().toInt(), int(MapAggregate::OneHead));
        look(session, StepKind::Softmax, std::nullopt);
        QCOMPARE(aggregate->currentData().toInt(), int(MapAggregate::Rollout));
    }

    void theSwitchForTheSinkIsThereWhereThereIsOne()
    {
        const auto opened = openWindow(QStringLiteral(GLASSFORMER_RESOURCES "/models/translator"),
            QStringLiteral("The dog is big."), QStringLiteral("fr"));
        Session& session = *opened->session;
        auto* const sink = opened->window->findChild<QCheckBox*>(QStringLiteral("hideSink"));
        bool has_been_seen = false;
        for (int layer = 0; layer < 4; ++layer)
            for (int head = 0; head < 4; ++head) {
                Selection wanted = session.selection();
                wanted.step = StepKind::Softmax;
                wanted.encoder_layer = layer;
                wanted.head = head;
                session.select(wanted);
                const bool has_sink =
                    shownMap(*session.trace(), session.head(), session.selection().attention)
                        .sink.has_value();
                QCOMPARE(sink->isVisible(), has_sink);
                if (has_sink && !has_been_seen) {
                    QTest::mouseClick(sink, Qt::LeftButton, {}, QPoint(8, sink->height() / 2));
                    QVERIFY(session.selection().attention.hides_sink);
                    has_been_seen = true;
                }
            }
        QVERIFY2(has_been_seen, "no head of the translator rests on special tokens or punctuation");
    }
};

QTEST_MAIN(TestMeasuring)
#include "tst_measuring.moc"
