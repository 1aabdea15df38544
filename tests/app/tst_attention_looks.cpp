#include "core/experiment/attention/attention_aggregate.h"
#include "core/experiment/attention/shown_map.h"
#include "tests/builders/opened_window.h"
#include "widgets/explanation/attention_look_text.h"
#include "widgets/explanation/explanation_panel.h"
#include "widgets/look/number_text.h"
#include "widgets/pictures/attention/attention_lines.h"
#include "widgets/pictures/attention/attention_sentence.h"
#include "widgets/pictures/attention/heatmap.h"
#include "widgets/pictures/caption.h"
#include "widgets/pictures/card.h"
#include "widgets/pictures/numbers/bar_list.h"
#include "widgets/pictures/words/word_map.h"
#include "widgets/steps/step_view.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QtTest>

#include <cmath>

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

    void allHeadsOfALayerAreDrawnOverEachOther()
    {
        AttentionLook wanted;
        wanted.picture = AttentionPicture::Heads;
        look(StepKind::Softmax, wanted);
        auto* const lines = view()->findChild<AttentionLines*>();
        QVERIFY(lines->isVisible());
        QCOMPARE(int(lines->content().heads.size()), session().trace()->config.n_heads);
        const HeadName chosen = session().head();
        for (int head = 0; head < session().trace()->config.n_heads; ++head) {
            const HeadLines& drawn = lines->content().heads[std::size_t(head)];
            const MatrixSlice map = mapOf(*session().trace(), {chosen.site, chosen.layer, head}).weights;
            QCOMPARE(drawn.weights, std::vector<float>(map.values().begin(), map.values().end()));
            QCOMPARE(drawn.is_chosen, head == chosen.head);
        }
        look(StepKind::Softmax);
        QVERIFY(lines->content().heads.empty());
    }

    void piecesOfAWordBecomeOneRowAndOneColumn()
    {
        session().runText(QStringLiteral("The animal was tired."), QStringLiteral("fr"));
        QTRY_VERIFY(!session().isBusy());
        look(StepKind::Softmax);
        auto* const words = m_opened->window->findChild<QCheckBox*>(QStringLiteral("mergeWords"));
        QVERIFY(!words->isVisible()); // every word of it is one token
        session().runText(QStringLiteral("The qwertz was tired."), QStringLiteral("fr"));
        QTRY_VERIFY(!session().isBusy());
        look(StepKind::Softmax);
        QVERIFY(words->isVisible());
        const std::vector<Token>& tokens = session().trace()->source;
        const auto first =
            std::find_if(tokens.begin(), tokens.end(), [](const Token& token) { return token.is_piece; });
        const auto end =
            std::find_if(first, tokens.end(), [](const Token& token) { return !token.is_piece; });
        const int pieces = int(end - first), from = int(first - tokens.begin());
        QVERIFY(pieces > 1);
        QTest::mouseClick(words, Qt::LeftButton, {}, QPoint(8, words->height() / 2));
        QVERIFY(session().selection().attention.merges_words);
        auto* const map = view()->findChild<Heatmap*>();
        const HeatmapContent& content = map->content();
        QCOMPARE(content.rows, int(tokens.size()) - pieces + 1);
        QCOMPARE(content.row_labels[std::size_t(from)].text, QStringLiteral("qwertz"));
        // By hand: on the word from the first token, all its pieces together.
        const MatrixSlice weights = mapOf(*session().trace(), session().head()).weights;
        double sum = 0;
        for (int piece = from; piece < from + pieces; ++piece)
            sum += double(weights(0, piece));
        QVERIFY(std::abs(sum - double(content.at(0, from))) < 1e-5);
        for (int row = 0; row < content.rows; ++row) {
            double total = 0;
            for (int column = 0; column < content.columns; ++column)
                total += double(content.at(row, column));
            QVERIFY(std::abs(total - 1) < 1e-4);
        }
        QTest::mouseClick(
            map, Qt::LeftButton, {}, map->geometryNow().cellRect(from + 1, from + 1).center().toPoint());
        QCOMPARE(session().selection().query, std::optional<int>(from + pieces));
        QCOMPARE(session().selection().key, std::optional<int>(from + pieces));
        QCOMPARE(map->content().row, std::optional<int>(from + 1));
    }

    void directionsBetweenWordsAreMeasured()
    {
        look(StepKind::Embedding);
        Selection dog = session().selection();
        dog.token = 2;
        session().select(dog);
        QTRY_VERIFY(session().measured().directions && session().measured().directions->best);
        QString said;
        for (const Caption* caption : view()->findChildren<Caption*>())
            said += caption->text();
        QVERIFY2(said.contains(QStringLiteral("+ {k:dog}")), qPrintable(said));
        QVERIFY(
            said.contains(QStringLiteral("Of %1 such pairs").arg(session().measured().directions->tried)));
    }

    void everyTwoPositionsAreCompared()
    {
        look(StepKind::Position);
        auto* const likeness = view()->findChildren<Heatmap*>()[1];
        const HeatmapContent& content = likeness->content();
        const MatrixSlice places = matrixOf(*session().trace(), source_position_tensor);
        QCOMPARE(content.rows, places.rows);
        double dot = 0, left = 0, right = 0;
        for (int i = 0; i < places.columns; ++i) {
            dot += double(places(1, i)) * double(places(4, i));
            left += double(places(1, i)) * double(places(1, i));
            right += double(places(4, i)) * double(places(4, i));
        }
        QVERIFY(std::abs(double(content.at(1, 4)) - dot / std::sqrt(left * right)) < 1e-5);
        QVERIFY(std::abs(double(content.at(3, 3)) - 1) < 1e-5);
        QTest::mouseClick(
            likeness, Qt::LeftButton, {}, likeness->geometryNow().cellRect(4, 1).center().toPoint());
        QCOMPARE(session().selection().token, 4);
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
