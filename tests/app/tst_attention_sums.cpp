#include "app/window/action_set.h"
#include "core/experiment/attention/attention_aggregate.h"
#include "core/experiment/attention/shown_map.h"
#include "core/trace/look/view_text.h"
#include "tests/builders/opened_window.h"
#include "widgets/explanation/explanation_panel.h"
#include "widgets/pictures/attention/attention_lines.h"
#include "widgets/pictures/attention/attention_sentence.h"
#include "widgets/pictures/attention/head_gallery.h"
#include "widgets/pictures/attention/heatmap.h"
#include "widgets/steps/step_view.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QtTest>

#include <algorithm>
#include <cmath>

using namespace glassformer;

/** Several rows of a map looked at together, Chinese words, and heads in their order: in the real window. */
class TestAttentionSums : public QObject
{
    Q_OBJECT

    Session& session() { return *m_opened->session; }
    StepView* view() { return m_opened->window->currentView(); }
    Heatmap* map() { return view()->findChild<Heatmap*>(); }
    QString title() { return m_opened->window->findChild<QLabel*>(QStringLiteral("title"))->text(); }
    void press(const char* action)
    {
        m_opened->window->findChild<QAction*>(QLatin1String(action))->trigger();
    }
    void lookAt(StepKind step, std::optional<int> query)
    {
        Selection look = session().selection();
        look.step = step;
        look.query = query;
        session().select(look);
    }
    void open(const QString& text, const QString& language)
    {
        m_opened = openWindow(QStringLiteral(GLASSFORMER_RESOURCES "/models/translator"), text, language);
        QVERIFY(m_opened);
        m_opened->window->resize(1280, 800);
        QVERIFY(QTest::qWaitForWindowExposed(m_opened->window.get()));
    }

private slots:
    void cleanup() { m_opened.reset(); }

    void rowsThatAreClickedWithControlAreSummedAndNamed()
    {
        open(QStringLiteral("The dog ate the cake."), QStringLiteral("fr"));
        lookAt(StepKind::Softmax, 2);
        const int rows = map()->content().rows;
        QTest::mouseClick(map(), Qt::LeftButton, Qt::ControlModifier,
            map()->geometryNow().cellRect(4, 1).center().toPoint());
        QCOMPARE(session().selection().attention.summed, std::vector<int>{2});
        QCOMPARE(map()->content().rows, rows + 1);
        // Against the run: the sum of both rows, cell by cell.
        const MatrixSlice weights = shownMap(*session().trace(), session().head(), {}).map.weights;
        for (int key = 0; key < weights.columns; ++key)
            QVERIFY(std::abs(map()->content().at(rows, key) - weights(2, key) - weights(4, key)) < 1e-6);
        const QString name =
            map()->content().row_labels[2].text + QStringLiteral(" + ") + map()->content().row_labels[4].text;
        QVERIFY2(map()->accessibleName().contains(name), qPrintable(map()->accessibleName()));
        QVERIFY(title().contains(map()->content().row_labels[2].text)
            && title().contains(map()->content().row_labels[4].text));
        const auto* lines = view()->findChild<AttentionLines*>();
        QCOMPARE(lines->content().query, std::optional<int>(rows));
        // A link has it, and the window shows it again.
        const View shown{{}, session().request(), session().selection()};
        QVERIFY(ViewText::of(shown).link().find("summed=2") != std::string::npos);
        auto* again = m_opened->window->findChild<QPushButton*>(QStringLiteral("rowSum"));
        QVERIFY(again->isVisible());
        again->click();
        QCOMPARE(map()->content().rows, rows);
        QVERIFY(!again->isVisible());
    }

    /** Whatever speaks of one head is silent, and a head that is asked for is shown. */
    void aMapOfAllHeadsIsNotCalledOneHeads()
    {
        open(QStringLiteral("The dog ate the cake."), QStringLiteral("fr"));
        lookAt(StepKind::Softmax, 2);
        session().chooseHead(1);
        auto* head = m_opened->window->findChild<QComboBox*>(QStringLiteral("head"));
        auto* need = m_opened->window->findChild<QLabel*>(QStringLiteral("need"));
        auto* off = m_opened->window->findChild<QAction*>(QStringLiteral("toggle-head"));
        QTRY_VERIFY(need->isVisible());
        QVERIFY(head->isVisible() && off->isEnabled());
        for (const MapAggregate aggregate : {MapAggregate::MeanOfHeads, MapAggregate::Rollout}) {
            Selection look = session().selection();
            look.attention.aggregate = aggregate;
            session().select(look);
            QVERIFY(!head->isVisible() && !need->isVisible() && !off->isEnabled());
            QVERIFY(!title().contains(QStringLiteral("Head 2")));
            QVERIFY(view()->findChild<HeadGallery*>()->accessibleDescription().isEmpty());
        }
        Selection look = session().selection();
        look.attention.aggregate = MapAggregate::ValueLengths; // of one head
        session().select(look);
        QVERIFY(head->isVisible() && off->isEnabled());
        look.attention.aggregate = MapAggregate::MeanOfHeads;
        session().select(look);
        const auto* gallery = view()->findChild<HeadGallery*>();
        QTest::mouseClick(
            const_cast<HeadGallery*>(gallery), Qt::LeftButton, {}, gallery->rectOf(1, 2).center().toPoint());
        QVERIFY(session().selection().attention.aggregate == MapAggregate::OneHead);
        QCOMPARE(session().selection().head, 2);
        QVERIFY(head->isVisible() && off->isEnabled());
    }

    void aSumIsExplainedRowByRow()
    {
        open(QStringLiteral("The dog ate the cake."), QStringLiteral("fr"));
        lookAt(StepKind::Softmax, 2);
        press("keep-row"); // by keys: keep one, go to another
        lookAt(StepKind::Softmax, 3);
        const int rows = map()->content().rows - 1;
        QTest::mouseClick(
            map(), Qt::LeftButton, {}, map()->geometryNow().cellRect(rows, 1).center().toPoint());
        QCOMPARE(session().selection().query, std::optional<int>(3));
        QCOMPARE(session().selection().key, std::optional<int>(1));
        const ExplanationContent content = weightExplanationContent(session().context());
        QVERIFY2(content.sections.back().heading.contains(QStringLiteral("Sum of 2 rows")),
            qPrintable(content.sections.back().heading));
        QCOMPARE(content.sections.back().bars.size(), std::size_t(2));
        QCOMPARE(content.sections.back().bars[0], map()->content().at(2, 1));
        press("one-row");
        QVERIFY(!map()->content().ends_with_sum);
    }

    void runningTextShowsTheSumAtTheChosenWord()
    {
        open(QStringLiteral("The dog ate the cake."), QStringLiteral("fr"));
        Selection look = session().selection();
        look.step = StepKind::Softmax;
        look.query = 1;
        look.attention.summed = {1, 2};
        look.attention.picture = AttentionPicture::Text;
        session().select(look);
        const auto* sentence = view()->findChild<AttentionSentence*>();
        const AttentionLinesContent& shown = sentence->content().map;
        QCOMPARE(shown.queries.size(), session().trace()->source.size());
        const MatrixSlice weights = shownMap(*session().trace(), session().head(), {}).map.weights;
        for (int key = 0; key < weights.columns; ++key)
            QVERIFY(std::abs(shown.at(1, std::size_t(key)) - weights(1, key) - weights(2, key)) < 1e-6);
        // Who looks at a word stays what it was: other rows are their own.
        QVERIFY(std::abs(shown.at(3, 1) - weights(3, 1)) < 1e-6);
    }

    void pointingAtARowShowsItInEveryPicture()
    {
        open(QStringLiteral("The dog ate the cake."), QStringLiteral("fr"));
        lookAt(StepKind::Softmax, 2);
        auto* lines = view()->findChild<AttentionLines*>();
        const QImage plain = map()->grab().toImage();
        QTest::mouseMove(lines, lines->geometryNow().queryRect(4).center().toPoint());
        QTRY_VERIFY(map()->grab().toImage() != plain);
    }

    void chineseCharactersAreMergedIntoWordsThatTheLexiconsKnow()
    {
        open(QStringLiteral("动物没有穿过街道，因为它太累了。"), QStringLiteral("en"));
        lookAt(StepKind::Softmax, 1);
        auto* words = m_opened->window->findChild<QCheckBox*>(QStringLiteral("mergeWords"));
        QTRY_VERIFY(words->isVisible() && words->isEnabled());
        words->click();
        const auto has = [&](const QString& word) {
            const auto& labels = map()->content().row_labels;
            return std::any_of(
                labels.begin(), labels.end(), [&](const AxisLabel& label) { return label.text == word; });
        };
        // The title speaks of the word, too.
        Selection look = session().selection();
        const auto& tokens = session().trace()->source;
        look.query = int(std::find_if(tokens.begin(), tokens.end(), [](const Token& token) {
            return token.text == "物";
        }) - tokens.begin());
        session().select(look);
        QTRY_VERIFY(m_opened->window->findChild<QLabel*>(QStringLiteral("title"))
                        ->text()
                        .contains(QStringLiteral("动物")));
        QVERIFY(has(QStringLiteral("动物")));
        QVERIFY(has(QStringLiteral("因为")));
        QVERIFY(has(QStringLiteral("累"))); // a word of one character
        QVERIFY(!has(QStringLiteral("动")));
        for (int row = 0; row < map()->content().rows; ++row) {
            double sum = 0;
            for (int key = 0; key < map()->content().columns; ++key)
                sum += double(map()->content().at(row, key));
            QVERIFY(std::abs(sum - 1) < 1e-4);
        }
    }

    void englishHasNoChineseWords()
    {
        open(QStringLiteral("The dog ate the cake."), QStringLiteral("fr"));
        lookAt(StepKind::Softmax, 1);
        QVERIFY(!m_opened->window->findChild<QCheckBox*>(QStringLiteral("mergeWords"))->isVisible());
    }

    void theGridOfHeadsIsSortedByWhatTheyDo()
    {
        open(QStringLiteral("The dog ate the cake."), QStringLiteral("fr"));
        lookAt(StepKind::Softmax, 1);
        auto* sorted = view()->findChild<QCheckBox*>(QStringLiteral("sortHeads"));
        QVERIFY(!sorted->isVisible()); // by nothing, there is no order
        Selection look = session().selection();
        look.attention.trait = HeadTrait::Previous;
        session().select(look);
        QTRY_VERIFY(session().measured().heads);
        sorted->click();
        QVERIFY(session().selection().attention.sorts_heads);
        const HeadFigures& figures = *session().measured().heads;
        const auto* gallery = view()->findChild<HeadGallery*>();
        const HeadName first = figures.largest(1).front();
        const QPointF corner = gallery->rectOf(first.layer, first.head).topLeft();
        for (int i = 0; i < int(figures.values.size()); ++i) {
            const QPointF place = gallery->rectOf(i / figures.heads, i % figures.heads).topLeft();
            QVERIFY(place.y() > corner.y() || (place.y() == corner.y() && place.x() >= corner.x()));
        }
    }

private:
    std::unique_ptr<OpenedWindow> m_opened;
};

QTEST_MAIN(TestAttentionSums)
#include "tst_attention_sums.moc"
