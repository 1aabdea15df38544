#include "app/window/look/interface_language.h"
#include "app/window/look/theme.h"
#include "app/window/main_window.h"
#include "core/model/tensor_name.h"
#include "core/trace/record/tensor_slice.h"
#include "core/trace/step/step_list.h"
#include "widgets/explanation/explanation_panel.h"
#include "widgets/pictures/attention/heatmap.h"
#include "widgets/pictures/numbers/bar_list.h"
#include "widgets/pictures/trace_content.h"
#include "widgets/steps/step_view.h"

#include <QtTest>

#include <cmath>
#include <memory>

using namespace glassformer;

namespace {

const QString models = QStringLiteral(GLASSFORMER_TEST_DATA "/models");

/** "−1.25" as a number; what a formula writes in brackets without them. */
double numberOf(QString text)
{
    text.remove(u'(').remove(u')').replace(QChar(0x2212), u'-');
    bool is_number = false;
    const double value = text.trimmed().toDouble(&is_number);
    return is_number ? value : std::nan("");
}

const QString number = QStringLiteral("(\\(?[−-]?[0-9.]+(?:e[−-]?[0-9]+)?\\)?)");

/** The parts that the pattern (with NUM for a number) catches in its last match, as numbers; empty if there is none. */
std::vector<double> numbersIn(const QString& text, QString pattern)
{
    QRegularExpressionMatchIterator all =
        QRegularExpression(pattern.replace(QStringLiteral("NUM"), number)).globalMatch(text);
    std::vector<double> found;
    while (all.hasNext()) {
        const QRegularExpressionMatch match = all.next();
        found.clear();
        for (int i = 1; i <= match.lastCapturedIndex(); ++i)
            found.push_back(numberOf(match.captured(i)));
    }
    return found;
}

/** Shown with four decimals, two for hundreds: so far off may a result be that is worked out from shown numbers. */
double allowed(double size)
{
    return 1.05e-4 * std::max(1.0, std::abs(size));
}

} // namespace

/** The real window with a model of every family: a click on a cell explains it, and the numbers shown add up. */
class TestFamilyCells : public QObject
{
    Q_OBJECT

private slots:
    void everyClickedCellExplainsItself_data();
    void everyClickedCellExplainsItself();
    void theShownNumbersGiveTheScore_data() { everyClickedCellExplainsItself_data(); }
    void theShownNumbersGiveTheScore();
    void aRelativeModelShowsNoScaling();
    void aTurnedQueryShowsItsTurn();
    void aMaskedCellSaysWhy();

private:
    void open(const QString& name);
    void goTo(StepKind kind);
    bool has(StepKind kind) const;
    /** The matrix of the step that is shown; null if it has none. */
    Heatmap* heatmap() const;
    void click(Heatmap& map, int row, int column);
    QString explanation() const;

    Theme m_theme;
    InterfaceLanguage m_language;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<MainWindow> m_window;
};

void TestFamilyCells::open(const QString& name)
{
    m_window.reset();
    m_language.choose(QStringLiteral("en"));
    m_session = std::make_unique<Session>(
        std::make_shared<const Model>(Model::load((models + '/' + name).toStdString())));
    QVERIFY(m_session->runFirst(QStringLiteral("The cat sat on the mat."), {}));
    m_window = std::make_unique<MainWindow>(*m_session, m_language, m_theme);
    m_window->resize(1280, 720);
    m_window->show();
}

bool TestFamilyCells::has(StepKind kind) const
{
    const std::vector<StepKind>& steps = m_session->steps();
    return std::find(steps.begin(), steps.end(), kind) != steps.end();
}

void TestFamilyCells::goTo(StepKind kind)
{
    const std::vector<StepKind>& steps = m_session->steps();
    m_session->goToStep(int(std::find(steps.begin(), steps.end(), kind) - steps.begin()));
    QCoreApplication::processEvents();
}

Heatmap* TestFamilyCells::heatmap() const
{
    for (Heatmap* map : m_window->currentView()->findChildren<Heatmap*>())
        if (map->isVisible() && !map->content().isEmpty())
            return map;
    return nullptr;
}

void TestFamilyCells::click(Heatmap& map, int row, int column)
{
    QTest::mouseClick(&map, Qt::LeftButton, {}, map.geometryNow().cellRect(row, column).center().toPoint());
    QCoreApplication::processEvents();
}

QString TestFamilyCells::explanation() const
{
    return m_window->findChild<ExplanationPage*>()->plainText();
}

void TestFamilyCells::everyClickedCellExplainsItself_data()
{
    QTest::addColumn<QString>("name");
    for (const QString& name : QDir(models).entryList(QDir::Dirs | QDir::NoDotAndDotDot))
        QTest::newRow(qPrintable(name)) << name;
}

void TestFamilyCells::everyClickedCellExplainsItself()
{
    QFETCH(QString, name);
    open(name);
    int clicked = 0;
    for (const StepKind kind : {StepKind::EncoderInput, StepKind::QueryKeyValue, StepKind::Scores,
             StepKind::Softmax, StepKind::WeightedSum, StepKind::AttentionResidual, StepKind::FeedForward,
             StepKind::LayerOutput, StepKind::EncoderOutput, StepKind::DecoderInput, StepKind::MaskedScores,
             StepKind::MaskedAttention, StepKind::CrossAttention, StepKind::DecoderFeedForward,
             StepKind::DecoderOutput, StepKind::NextWord}) {
        if (!has(kind))
            continue;
        goTo(kind);
        const std::string id(stepId(kind));
        Heatmap* map = heatmap();
        if (!map) // the weighted sum is a picture of its own
            continue;
        click(*map, std::min(2, map->content().rows - 1), std::min(1, map->content().columns - 1));
        const QString text = explanation();
        const QString all = QString::fromStdString(id) + u'\n' + text;
        QVERIFY2(text.contains(QRegularExpression(QStringLiteral("[0-9]\\.[0-9]"))), qPrintable(all));
        QVERIFY2(!text.contains(QStringLiteral("Click ")), qPrintable(all));
        QVERIFY2(
            !text.contains(QStringLiteral("keeps no")) && !text.contains(QStringLiteral("without queries")),
            qPrintable(all));
        QVERIFY2(!text.contains(QRegularExpression(QStringLiteral("%[0-9]|\\bnan\\b"))), qPrintable(all));
        ++clicked;
    }
    QVERIFY(clicked >= 8);
}

void TestFamilyCells::theShownNumbersGiveTheScore()
{
    QFETCH(QString, name);
    open(name);
    const Trace& trace = *m_session->trace();
    for (const StepKind kind :
        {StepKind::Scores, StepKind::MaskedScores, StepKind::MaskedAttention, StepKind::CrossAttention}) {
        if (!has(kind))
            continue;
        goTo(kind);
        const AttentionSite site = siteOf(kind, trace.config);
        for (const auto& [row, column] : {std::pair(3, 1), std::pair(2, 2), std::pair(5, 0)}) {
            Heatmap* map = heatmap();
            QVERIFY(map);
            click(*map, row, column);
            const Selection& selection = m_session->selection();
            const double score =
                double(headOf(trace, attentionTensor(site, selection.layerOf(site), AttentionPart::Scores),
                    selection.head)(row, column));
            const QString text = explanation();
            const std::vector<double> dot = numbersIn(text, QStringLiteral("q\\S+ · k\\S+ = NUM"));
            QVERIFY2(dot.size() == 1, qPrintable(text));
            double result = dot[0];
            if (trace.config.scale_scores) {
                const std::vector<double> scaled = numbersIn(text, QStringLiteral("NUM ÷ √NUM = NUM"));
                QVERIFY2(scaled.size() == 3 && scaled[0] == result, qPrintable(text));
                result = scaled[0] / std::sqrt(scaled[1]);
                QVERIFY2(std::abs(result - scaled[2]) < allowed(result), qPrintable(text));
            }
            const bool has_bias =
                trace.config.position_kind == PositionKind::Relative && site != AttentionSite::DecoderCross;
            if (has_bias) {
                const std::vector<double> sum = numbersIn(text, QStringLiteral("NUM \\+ NUM = NUM"));
                QVERIFY2(sum.size() == 3 && sum[0] == result, qPrintable(text));
                result = sum[0] + sum[1];
                QVERIFY2(numbersIn(text, QStringLiteral("bias NUM")) == std::vector<double>{sum[1]},
                    qPrintable(text));
            }
            QVERIFY2(std::abs(result - score) < allowed(score), qPrintable(text));
        }
    }
}

void TestFamilyCells::aRelativeModelShowsNoScaling()
{
    open(QStringLiteral("t5"));
    for (const StepKind kind : {StepKind::Scores, StepKind::CrossAttention}) {
        goTo(kind);
        click(*heatmap(), 3, 1);
        const QString text = explanation();
        QVERIFY2(!text.contains(QStringLiteral("Scale by")) && !text.contains(QStringLiteral("÷ √")),
            qPrintable(text));
        QCOMPARE(text.contains(QStringLiteral("bucket")), kind == StepKind::Scores);
    }
}

void TestFamilyCells::aTurnedQueryShowsItsTurn()
{
    for (const char* name : {"llama", "qwen3", "tinyllama"}) {
        open(QString::fromLatin1(name));
        goTo(StepKind::Scores);
        click(*heatmap(), 4, 1);
        const QString text = explanation();
        for (const QString& role : {QStringLiteral("q"), QStringLiteral("k")}) {
            const QString line = role + QStringLiteral("\\[0\\] = NUM·cos NUM ([−+]) NUM·sin NUM\\s*= NUM");
            const QRegularExpressionMatch match =
                QRegularExpression(QString(line).replace(QStringLiteral("NUM"), number)).match(text);
            QVERIFY2(match.hasMatch(), qPrintable(text));
            const double angle = numberOf(match.captured(2));
            QCOMPARE(angle, role == u"q" ? 4.0 : 1.0); // the first pair turns by the position itself
            const double sign = match.captured(3) == u"+" ? 1 : -1;
            const double turned = numberOf(match.captured(1)) * std::cos(angle)
                + sign * numberOf(match.captured(4)) * std::sin(angle);
            QVERIFY2(std::abs(turned - numberOf(match.captured(6))) < 2 * allowed(turned), qPrintable(text));
        }
        const bool has_norm = m_session->trace()->config.query_key_norm;
        QCOMPARE(text.contains(QStringLiteral("Norm in each head")), has_norm);
        QCOMPARE(text.contains(QStringLiteral("share key/value head")),
            m_session->trace()->config.keyValueHeads() < m_session->trace()->config.n_heads);
    }
}

void TestFamilyCells::aMaskedCellSaysWhy()
{
    open(QStringLiteral("mistral"));
    goTo(StepKind::MaskedScores);
    click(*heatmap(), 5, 6);
    QVERIFY2(explanation().contains(QStringLiteral("comes after")), qPrintable(explanation()));
    click(*heatmap(), 6, 1);
    QVERIFY2(explanation().contains(QStringLiteral("lies 5 places before")), qPrintable(explanation()));
    QVERIFY2(explanation().contains(QStringLiteral("only 4 tokens")), qPrintable(explanation()));
    click(*heatmap(), 6, 5);
    QVERIFY2(explanation().contains(QStringLiteral("the score stays")), qPrintable(explanation()));
}

QTEST_MAIN(TestFamilyCells)
#include "tst_family_cells.moc"
