#include "core/experiment/attention/attention_aggregate.h"
#include "core/experiment/attention/shown_map.h"
#include "tests/builders/opened_window.h"
#include "widgets/explanation/attention_look_text.h"
#include "widgets/explanation/explanation_panel.h"
#include "widgets/look/number_text.h"
#include "widgets/pictures/attention_lines.h"
#include "widgets/pictures/attention_sentence.h"
#include "widgets/pictures/bar_list.h"
#include "widgets/pictures/card.h"
#include "widgets/pictures/heatmap.h"
#include "widgets/pictures/word_map.h"
#include "widgets/steps/step_view.h"

#include <QComboBox>
#include <QLabel>
#include <QtTest>

using namespace glassformer;

/** Maps of attention as aggregates, without their sink, beside shaded text, and all heads told apart: in the real window. */
class TestAttentionLooks : public QObject
{
    Q_OBJECT

    Session& session() { return *m_opened->session; }
    StepView* view() { return m_opened->window->currentView(); }
    QString title() { return m_opened->window->findChild<QLabel*>(QStringLiteral("title"))->text(); }
    void look(StepKind step, const AttentionLook& look = {})
    {
        Selection wanted = session().selection();
        wanted.step = step;
        wanted.attention = look;
        session().select(wanted);
    }
    /** Everything written in the page's cards. */
    QString written()
    {
        QStringList texts;
        for (const Card* card : view()->findChildren<Card*>())
            texts << card->remark();
        return texts.join(u'\n');
    }

private slots:
    void init()
    {
        m_opened = openWindow(QStringLiteral(GLASSFORMER_RESOURCES "/models/translator"),
            QStringLiteral("The dog didn't eat the meat because it was too tired."), QStringLiteral("fr"));
        m_opened->window->resize(1280, 800);
    }
    void cleanup() { m_opened.reset(); }

    void theTitleAlwaysNamesTheAggregate()
    {
        for (const auto& [aggregate, id] : allMapAggregates()) {
            AttentionLook wanted;
            wanted.aggregate = aggregate;
            look(StepKind::Softmax, wanted);
            const auto* map = view()->findChild<Heatmap*>();
            if (aggregate == MapAggregate::OneHead) {
                QVERIFY(title().contains(QStringLiteral("Head ")));
                continue;
            }
            QVERIFY2(title().contains(aggregateName(aggregate)), qPrintable(title()));
            QVERIFY2(!map->accessibleName().contains(QStringLiteral("attention weights")),
                qPrintable(map->accessibleName()));
            QVERIFY(written().contains(aggregateRemark(aggregate)));
        }
        // Where there is no rollout, one head is shown, and the title says so.
        AttentionLook wanted;
        wanted.aggregate = MapAggregate::Rollout;
        look(StepKind::CrossAttention, wanted);
        QVERIFY(title().contains(QStringLiteral("Head ")));
    }

    void theMapHasTheNumbersOfTheAggregate()
    {
        AttentionLook wanted;
        wanted.aggregate = MapAggregate::MeanOfHeads;
        look(StepKind::Softmax, wanted);
        Selection cell = session().selection();
        cell.query = 2;
        cell.key = 3;
        session().select(cell);
        const MatrixSlice mean = aggregateOf(*session().trace(), session().head(), MapAggregate::MeanOfHeads);
        QVERIFY(view()->findChild<Heatmap*>()->accessibleDescription().contains(
            numberText(double(mean(2, 3)), 4)));
    }

    void aSinkIsSaidAtTheMapAndMarkedWhereItIsLeftOut()
    {
        bool has_been_seen = false;
        for (int i = 0; i < 16 && !has_been_seen; ++i) {
            Selection wanted = session().selection();
            wanted.step = StepKind::Softmax;
            wanted.encoder_layer = i / 4;
            wanted.head = i % 4;
            session().select(wanted);
            if (!shownMap(*session().trace(), session().head(), {}).sink)
                continue;
            has_been_seen = true;
            QVERIFY(written().contains(QStringLiteral("attention sink")));
            AttentionLook hidden;
            hidden.hides_sink = true;
            look(StepKind::Softmax, hidden);
            QVERIFY(view()->findChild<Heatmap*>()->accessibleName().contains(QStringLiteral("without")));
            QVERIFY(written().contains(QStringLiteral("left out")));
        }
        QVERIFY(has_been_seen);
    }

    void headsAreToldApartByWhatIsChosenAndTheirListOpensThem()
    {
        look(StepKind::Softmax);
        auto* const trait = view()->findChild<QComboBox*>(QStringLiteral("headTrait"));
        trait->setCurrentIndex(trait->findData(int(HeadTrait::Previous)));
        emit trait->activated(trait->currentIndex());
        auto* const leaders = view()->findChild<BarList*>();
        QTRY_VERIFY(leaders->isVisible());
        QCOMPARE(leaders->bars().size(), std::size_t(4));
        const HeadName best = session().measured().heads->largest(1).front();
        emit leaders->barChosen(0);
        QVERIFY(session().head() == best);
        trait->setCurrentIndex(0);
        emit trait->activated(0);
        QVERIFY(!leaders->isVisible());
        QVERIFY(!session().selection().attention.trait);
    }

    void besideTheMapStandsWhatWasChosen()
    {
        AttentionLook wanted;
        for (const StepKind step : {StepKind::Softmax, StepKind::MaskedAttention, StepKind::CrossAttention})
            for (const AttentionPicture picture :
                {AttentionPicture::Arcs, AttentionPicture::Text, AttentionPicture::Lines}) {
                wanted.picture = picture;
                look(step, wanted);
                auto* const sentence = view()->findChild<AttentionSentence*>();
                QCOMPARE(sentence->isVisible(), picture != AttentionPicture::Lines);
                QCOMPARE(
                    view()->findChild<AttentionLines*>()->isVisible(), picture == AttentionPicture::Lines);
                if (picture == AttentionPicture::Lines)
                    continue;
                QCoreApplication::processEvents();
                const std::vector<QRectF> words = sentence->geometryNow().queries;
                const auto seen = std::find_if(
                    words.begin(), words.end(), [](const QRectF& rect) { return !rect.isEmpty(); });
                QVERIFY(seen != words.end());
                QTest::mouseClick(sentence, Qt::LeftButton, {}, seen->center().toPoint());
                QCOMPARE(chosenQuery(session().selection(), session().trace()->config, session().site()),
                    std::optional<int>(int(seen - words.begin())));
            }
    }

    void theEmbeddingStepShowsTheVocabulary()
    {
        look(StepKind::Embedding);
        auto* const map = view()->findChild<WordMap*>();
        QTRY_VERIFY(map->isVisible() && session().measured().near);
        const int vocabulary = session().model().transformer.config.vocabulary;
        QCOMPARE(int(map->content().words.size()), vocabulary);
        const std::vector<Token>& source = session().trace()->source;
        QCOMPARE(std::ptrdiff_t(map->content().path.size()),
            std::count_if(
                source.begin(), source.end(), [](const Token& token) { return !token.is_special; }));
        // A word that is not in the sentence has neighbours, too.
        const int other = session().measured().near->words[0].row;
        emit map->wordChosen(other);
        QTRY_COMPARE(session().measured().near->id, other);
        QCOMPARE(map->content().chosen, std::optional<int>(other));
        // One that is in the sentence is its token.
        const Token& dog = session().trace()->source[2];
        emit map->wordChosen(dog.id);
        QVERIFY(!session().selection().word);
        QCOMPARE(session().selection().token, 2);
        QTRY_COMPARE(map->content().chosen, std::optional<int>(dog.id));
    }

private:
    std::unique_ptr<OpenedWindow> m_opened;
};

QTEST_MAIN(TestAttentionLooks)
#include "tst_attention_looks.moc"
