#include "core/model/tensor_name.h"
#include "core/trace/record/tensor_slice.h"
#include "core/trace/step/step_list.h"
#include "tests/builders/opened_window.h"
#include "widgets/paint/formula_painter.h"
#include "widgets/pictures/attention/heatmap.h"
#include "widgets/pictures/caption.h"
#include "widgets/pictures/numbers/bar_list.h"
#include "widgets/pictures/words/token_row.h"
#include "widgets/steps/step_view.h"

#include <QtTest>

#include <algorithm>
#include <cmath>

using namespace glassformer;

/** Each view in the window: it shows the numbers of the run, and what is clicked in it is what is looked at. */
class TestViews : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_opened = openStreet();
        QVERIFY(m_opened);
        m_session = m_opened->session.get();
        m_window = m_opened->window.get();
        QVERIFY(QTest::qWaitForWindowExposed(m_window));
    }
    void cleanup() { m_opened.reset(); }

    /** Position, sum, norm, projections, heads joined, network, stacks: rows are tokens in all of them. */
    void aClickOnAMapOfVectorsChoosesItsRow()
    {
        int maps = 0;
        for (const StepKind step : stepsOf(*m_session->trace())) {
            if (showsWeights(step))
                continue; // attention has tests of its own
            goTo(step);
            for (qsizetype i = 0; i < mapsNow().size(); ++i) {
                Heatmap* map = mapsNow()[i];
                if (map->content().rows < 5)
                    continue;
                const int row = map->content().row == 3 ? 4 : 3;
                QTest::mouseClick(
                    map, Qt::LeftButton, {}, map->geometryNow().cellRect(row, 1).center().toPoint());
                QTRY_VERIFY2(mapsNow()[i]->content().row == row, nameOf(step));
                ++maps;
            }
        }
        QVERIFY2(maps > 20, qPrintable(QString::number(maps)));
    }

    void positionsAreSinesAndCosines()
    {
        goTo(StepKind::Position);
        const HeatmapContent& map = mapsNow().front()->content();
        const int width = m_session->trace()->config.d_model;
        QCOMPARE(map.columns, width);
        for (int place = 0; place < map.rows; ++place)
            for (int i = 0; i < width; i += 2) { // Vaswani et al. 2017, section 3.5
                const double angle = place / std::pow(10000.0, double(i) / width);
                QVERIFY(std::abs(map.at(place, i) - std::sin(angle)) < 1e-4);
                QVERIFY(std::abs(map.at(place, i + 1) - std::cos(angle)) < 1e-4);
            }
    }

    void projectionsOfTheHeadStandBesideEachOther()
    {
        goTo(StepKind::QueryKeyValue);
        m_session->chooseHead(2);
        QTRY_COMPARE(m_session->selection().head, 2);
        QCOMPARE(mapsNow().size(), 3);
        const AttentionPart parts[] = {AttentionPart::Query, AttentionPart::Key, AttentionPart::Value};
        for (qsizetype i = 0; i < 3; ++i)
            compare(mapsNow()[i]->content(), headOf(trace(), tensor(parts[i]), 2));
    }

    void joinedHeadsAreThoseOfTheRunOneAfterTheOther()
    {
        goTo(StepKind::HeadsJoined);
        const HeatmapContent& joined = mapsNow().front()->content();
        const int d_head = trace().config.d_model / trace().config.n_heads;
        for (int head = 0; head < trace().config.n_heads; ++head) {
            const MatrixSlice mixed = headOf(trace(), tensor(AttentionPart::Mixed), head);
            for (int row = 0; row < joined.rows; ++row)
                for (int i = 0; i < d_head; ++i)
                    QCOMPARE(joined.at(row, head * d_head + i), mixed(row, i));
        }
        Heatmap* map = mapsNow().front();
        QTest::mouseClick(
            map, Qt::LeftButton, {}, map->geometryNow().cellRect(5, d_head * 3 + 7).center().toPoint());
        QTRY_COMPARE(m_session->selection().head, 3);
    }

    void theNetworkShowsItsUnitsAndWhatItAdds()
    {
        goTo(StepKind::FeedForward);
        compare(mapsNow()[0]->content(), matrixOf(trace(), layerPart(LayerPart::FeedForwardHidden)));
        compare(mapsNow()[1]->content(), matrixOf(trace(), layerPart(LayerPart::FeedForwardOutput)));
        auto* shares = view().findChild<BarList*>();
        const QRectF bar = shares->geometryNow().trackRect(4);
        QTest::mouseClick(shares, Qt::LeftButton, {}, bar.center().toPoint());
        QTRY_COMPARE(m_session->selection().token, 4);
    }

    void logitsAreTheHighestAndTheLowestOfAll()
    {
        goTo(StepKind::Logits);
        const auto lists = view().findChildren<BarList*>();
        QCOMPARE(lists.size(), 2);
        const WordScores scores = wordScoresAt(trace(), m_session->selection().position);
        const auto [least, most] = std::minmax_element(scores.logits.begin(), scores.logits.end());
        const auto wordOf = [&](auto found) {
            return QString::fromStdString(m_session->token(int(found - scores.logits.begin())).text);
        };
        QCOMPARE(lists[0]->bars().front().label, wordOf(most));
        QCOMPARE(lists[1]->bars().back().label, wordOf(least));
        QTest::mouseClick(
            lists[0], Qt::LeftButton, {}, lists[0]->geometryNow().trackRect(1).center().toPoint());
        QTRY_VERIFY(m_session->selection().word);
        QVERIFY(lists[0]->bars()[1].is_selected);
    }

    void aTokenThatIsClickedIsFollowed()
    {
        for (const StepKind step : {StepKind::Tokens, StepKind::Embedding, StepKind::Position}) {
            goTo(step);
            auto* row = view().findChild<TokenRow*>();
            const int chip = m_session->selection().token == 2 ? 5 : 2;
            click(*row, chip);
            QTRY_VERIFY2(m_session->selection().token == chip, nameOf(step));
        }
    }

    void aWrittenTokenThatIsClickedIsGoneTo()
    {
        for (const StepKind step : {StepKind::TargetTokens, StepKind::Answer}) {
            goTo(step);
            TokenRow* written = view().findChildren<TokenRow*>().last();
            QCOMPARE(written->chips().size(), int(trace().written.size()));
            const int chip = m_session->selection().position == 3 ? 6 : 3;
            click(*written, chip);
            QTRY_VERIFY2(m_session->selection().position == chip, nameOf(step));
        }
    }

    void theFirstPageHasTheSentenceAndWhatTheModelWrites()
    {
        goTo(StepKind::Sentence);
        QStringList texts;
        for (const Caption* caption : view().findChildren<Caption*>())
            texts << caption->text();
        QVERIFY(
            texts.contains(QStringLiteral("The animal didn't cross the street because it was too tired.")));
        QVERIFY(texts.last().contains(formulaEscaped(QString::fromStdString(trace().answer))));
    }

private:
    const Trace& trace() const { return *m_session->trace(); }
    StepView& view() const { return *m_window->currentView(); }
    QList<Heatmap*> mapsNow() const
    {
        QList<Heatmap*> maps;
        for (Heatmap* map : view().findChildren<Heatmap*>())
            if (map->isVisible())
                maps << map;
        return maps;
    }
    std::string tensor(AttentionPart part) const
    {
        return attentionTensor(AttentionSite::Encoder, m_session->selection().encoder_layer, part);
    }
    std::string layerPart(LayerPart part) const
    {
        return layerTensor(AttentionSite::Encoder, m_session->selection().encoder_layer, part);
    }
    static const char* nameOf(StepKind step) { return stepId(step).data(); }

    void goTo(StepKind step)
    {
        Selection wanted = m_session->selection();
        wanted.step = step;
        m_session->select(wanted);
        QTRY_COMPARE(m_session->selection().step, step);
        for (int pass = 0; pass < 3; ++pass)
            QCoreApplication::processEvents();
    }
    static void click(TokenRow& row, int chip)
    {
        QTest::mouseClick(
            &row, Qt::LeftButton, {}, row.geometryNow().chips[std::size_t(chip)].center().toPoint());
    }
    static void compare(const HeatmapContent& shown, const MatrixSlice& made)
    {
        QCOMPARE(shown.rows, made.rows);
        QCOMPARE(shown.columns, made.columns);
        QVERIFY(made.rows > 0);
        QVERIFY(std::equal(shown.values.begin(), shown.values.end(), made.values().begin()));
    }

    std::unique_ptr<OpenedWindow> m_opened;
    Session* m_session = nullptr;
    MainWindow* m_window = nullptr;
};

QTEST_MAIN(TestViews)
#include "tst_views.moc"
