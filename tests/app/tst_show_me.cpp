#include "core/experiment/explanation/weighted_sum.h"
#include "core/trace/record/tensor_slice.h"
#include "tests/builders/opened_window.h"
#include "widgets/explanation/explanation_panel.h"
#include "widgets/explanation/telling.h"
#include "widgets/pictures/attention/attention_lines.h"
#include "widgets/pictures/attention/head_gallery.h"
#include "widgets/pictures/attention/heatmap.h"
#include "widgets/pictures/numbers/bar_list.h"
#include "widgets/steps/step_view.h"

#include <QPushButton>
#include <QRegularExpression>
#include <QToolButton>
#include <QtTest>

#include <numeric>

using namespace glassformer;

namespace {

const QString models = QStringLiteral(GLASSFORMER_TEST_DATA "/models/");
const QString bundled = QStringLiteral(GLASSFORMER_RESOURCES "/models/");

} // namespace

/** How a number is made, told in the real window. */
class TestShowMe : public QObject
{
    Q_OBJECT

private slots:
    void cleanup() { m_opened.reset(); }

    void everyOneOfTheseStepsIsToldFromTheFirstTermToAllNumbers_data()
    {
        QTest::addColumn<QString>("folder");
        for (const char* name : {"marian", "t5", "bert", "gpt2", "llama", "qwen3"})
            QTest::newRow(name) << models + QLatin1String(name);
        QTest::newRow("translator") << bundled + QStringLiteral("translator");
    }
    void everyOneOfTheseStepsIsToldFromTheFirstTermToAllNumbers()
    {
        QFETCH(QString, folder);
        open(folder);
        for (const StepKind kind : {StepKind::Scores, StepKind::Softmax, StepKind::WeightedSum,
                 StepKind::FeedForward, StepKind::Logits}) {
            show(kind);
            const std::string id(stepId(kind));
            const QString whole = explanation();
            key(Qt::Key_Period, Qt::ControlModifier);
            QVERIFY2(explanation() != whole && isCovered(), id.c_str());
            int moments = 1;
            while (isTelling() && isOnEnabled() && moments < 1000) {
                key(Qt::Key_Period, Qt::ControlModifier);
                ++moments;
            }
            QVERIFY2(moments > 8, id.c_str());
            QVERIFY2(!isCovered(), id.c_str());
            QCOMPARE(explanation(), whole);
        }
    }

    void theSumThatIsToldIsTheSumOfTheFirstTermsOfTheRun()
    {
        open(bundled + QStringLiteral("translator"));
        show(StepKind::Scores);
        const Selection& look = m_session->selection();
        const HeadName head = m_session->head();
        const auto rowOf = [&](AttentionPart part, int row) {
            return headOf(*m_session->trace(), attentionTensor(head.site, head.layer, part), head.head)
                .row(row);
        };
        const auto query = rowOf(AttentionPart::Query, *look.query);
        const auto key_row = rowOf(AttentionPart::Key, *look.key);
        key(Qt::Key_Period, Qt::ControlModifier); // q and k
        double sum = 0;
        for (std::size_t i = 0; i < query.size(); ++i) {
            key(Qt::Key_Period, Qt::ControlModifier);
            sum += double(query[i]) * double(key_row[i]);
            const QString text = explanation();
            const QRegularExpressionMatch said = QRegularExpression(
                QStringLiteral("sum of the first %1 of %2: ([−-]?[0-9.e+-]+)").arg(i + 1).arg(query.size()))
                                                     .match(text);
            QVERIFY2(said.hasMatch(), qPrintable(text));
            const double number = said.captured(1).replace(QChar(0x2212), u'-').toDouble();
            QVERIFY2(std::abs(number - sum) < 1e-3, qPrintable(text));
        }
        key(Qt::Key_Comma, Qt::ControlModifier);
        QVERIFY(explanation().contains(QStringLiteral("first %1 of").arg(query.size() - 1)));
    }

    void spacePlaysStopsAndGoesOnAndWithShiftShowsEverything()
    {
        open(bundled + QStringLiteral("translator"));
        show(StepKind::Softmax);
        const QString whole = explanation();
        key(Qt::Key_Space);
        const auto* play = m_opened->window->findChild<QPushButton*>(QStringLiteral("showMe"));
        QCOMPARE(play->text(), QStringLiteral("Stop"));
        QTRY_VERIFY_WITH_TIMEOUT(explanation().contains(QStringLiteral("sum of the first 3 ")), 20'000);
        key(Qt::Key_Space);
        QCOMPARE(play->text(), QStringLiteral("▶ Go on"));
        const QString stopped = explanation();
        QTest::qWait(400); // longer than a term stays
        QCOMPARE(explanation(), stopped);
        key(Qt::Key_Space);
        QVERIFY(explanation() != stopped);
        key(Qt::Key_Space, Qt::ShiftModifier);
        QCOMPARE(explanation(), whole);
        QVERIFY(!isCovered());
    }

    void theSpaceOfAButtonIsTheButtons()
    {
        open(bundled + QStringLiteral("translator"));
        show(StepKind::Softmax);
        auto* next = m_opened->window->findChild<QPushButton*>(QStringLiteral("next"));
        next->setFocus();
        QTest::keyClick(next, Qt::Key_Space);
        QCOMPARE(m_session->selection().step, StepKind::WeightedSum);
        QVERIFY(!isTelling());
    }

    void whoLooksElsewhereSeesEverythingThere()
    {
        open(bundled + QStringLiteral("translator"));
        show(StepKind::Softmax);
        key(Qt::Key_Period, Qt::ControlModifier);
        QVERIFY(isCovered());
        key(Qt::Key_Right);
        QVERIFY(!isTelling() && !isCovered());
        key(Qt::Key_Left);
        QVERIFY(!isCovered());
    }

    void linesAndThumbnailsTellNoMoreThanTheMap()
    {
        open(bundled + QStringLiteral("translator"));
        m_opened->window->resize(1280, 900);
        show(StepKind::Softmax);
        auto* lines = m_opened->window->currentView()->findChild<AttentionLines*>();
        auto* gallery = m_opened->window->currentView()->findChild<HeadGallery*>();
        const QImage all_lines = lines->grab().toImage(), all_heads = gallery->grab().toImage();
        key(Qt::Key_Period, Qt::ControlModifier);
        QVERIFY(lines->grab().toImage() != all_lines);
        QVERIFY(gallery->grab().toImage() != all_heads);
        key(Qt::Key_Space, Qt::ShiftModifier); // everything at once
        QCOMPARE(lines->grab().toImage(), all_lines);
        QCOMPARE(gallery->grab().toImage(), all_heads);
    }

    void aCoveredCellShowsNothingOfItsNumber()
    {
        HeatmapContent content;
        content.rows = content.columns = 2;
        content.values = {1, 0, 0, 1};
        content.row_labels = content.column_labels = {{QStringLiteral("a")}, {QStringLiteral("b")}};
        content.row = content.column = 0;
        const auto picture = [&](Cover::Open open, std::vector<float> values) {
            content.values = std::move(values);
            Heatmap map;
            map.resize(300, 300);
            map.setCover({open});
            map.setContent(content);
            return map.grab().toImage();
        };
        QCOMPARE(picture(Cover::Open::Nothing, {1, 0, 0, 1}), picture(Cover::Open::Nothing, {0, 1, 1, 0}));
        QCOMPARE(picture(Cover::Open::Cell, {1, 0, 0, 1}), picture(Cover::Open::Cell, {1, 1, 1, 0}));
        QVERIFY(picture(Cover::Open::Cell, {1, 0, 0, 1}) != picture(Cover::Open::Cell, {0, 0, 0, 1}));
        QCOMPARE(picture(Cover::Open::Row, {1, 0, 0, 1}), picture(Cover::Open::Row, {1, 0, 1, 0}));
        QVERIFY(picture(Cover::Open::Row, {1, 0, 0, 1}) != picture(Cover::Open::Row, {1, 1, 0, 1}));
    }

private:
    void open(const QString& folder)
    {
        m_opened = openWindow(folder, QStringLiteral("The cat sat on the mat."));
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
    /** A cell of the step is chosen, as a click does. */
    void show(StepKind kind)
    {
        Selection wanted = m_session->selection();
        wanted.step = kind;
        wanted.query = 2;
        wanted.key = 1;
        wanted.token = 2;
        wanted.dimension = 1;
        m_session->select(wanted);
        QCOMPARE(m_session->selection().step, kind);
        m_opened->window->setFocus();
    }
    QString explanation() const { return m_opened->window->findChild<ExplanationPage*>()->plainText(); }
    bool isTelling() const
    {
        return m_opened->window->findChild<QToolButton*>(QStringLiteral("tellEnd"))->isVisible();
    }
    bool isOnEnabled() const
    {
        return m_opened->window->findChild<QToolButton*>(QStringLiteral("tellOn"))->isEnabled();
    }
    /** Whether a part of a map or a bar is hidden. */
    bool isCovered() const
    {
        const StepView* view = m_opened->window->currentView();
        for (const Heatmap* map : view->findChildren<Heatmap*>())
            if (map->content().cover.open != Cover::Open::All)
                return true;
        for (const BarList* bars : view->findChildren<BarList*>())
            if (bars->isCovered())
                return true;
        return false;
    }

    std::unique_ptr<OpenedWindow> m_opened;
    Session* m_session = nullptr;
};

QTEST_MAIN(TestShowMe)
#include "tst_show_me.moc"
