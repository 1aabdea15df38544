#include "core/experiment/effect/removed_heads.h"
#include "core/trace/look/place.h"
#include "core/trace/record/tensor_slice.h"
#include "tests/builders/opened_window.h"
#include "tests/builders/without_heads.h"
#include "widgets/explanation/explanation_panel.h"
#include "widgets/pictures/attention/heatmap.h"
#include "widgets/pictures/numbers/bar_list.h"
#include "widgets/steps/step_entry.h"
#include "widgets/steps/step_view.h"

#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QRegularExpression>
#include <QSpinBox>
#include <QtTest>

#include <cmath>

using namespace glassformer;

/** What the window promises: every number is explained, and nothing on the screen that isn't so. */
class TestPromises : public QObject
{
    Q_OBJECT

private slots:
    void init() { open(QStringLiteral("translator"), QStringLiteral("fr")); }
    void cleanup() { m_opened.reset(); }

    void everyMapOfEveryStepExplainsTheNumberThatIsClicked_data()
    {
        QTest::addColumn<QString>("model");
        for (const char* name : {"translator", "next-word", "gap"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }
    void everyMapOfEveryStepExplainsTheNumberThatIsClicked()
    {
        QFETCH(QString, model);
        open(model, model == QStringLiteral("translator") ? QStringLiteral("fr") : QString());
        for (const StepKind kind : m_session->steps()) {
            goTo(kind);
            const std::string id(stepId(kind));
            for (Heatmap* map : m_window->currentView()->findChildren<Heatmap*>()) {
                if (!map->isVisible() || map->content().isEmpty() || kind == StepKind::NextWord)
                    continue;
                const HeatmapContent content = map->content();
                const int row = std::min(2, content.rows - 1), column = std::min(1, content.columns - 1);
                const float number = content.values[std::size_t(row * content.columns + column)];
                emit map->cellChosen(row, column);
                const QString text = explanation();
                QVERIFY2(text.size() > 60 && !text.contains(QStringLiteral("Click a")),
                    (id + ": " + text.toStdString()).c_str());
                if (std::isfinite(number))
                    QVERIFY2(names(text, double(number)),
                        (id + ": no " + std::to_string(number) + " in " + text.toStdString()).c_str());
            }
        }
    }

    void everyBarOfLinearShowsItsSum()
    {
        goTo(StepKind::Logits);
        for (BarList* list : m_window->currentView()->findChildren<BarList*>()) {
            for (int bar = 0; bar < int(list->bars().size()); ++bar) {
                emit list->barChosen(bar);
                const QString word = list->bars()[std::size_t(bar)].label;
                QVERIFY2(explanation().contains(QStringLiteral("The score of %1").arg(word)),
                    qPrintable(explanation()));
                QVERIFY(explanation().contains(QStringLiteral("Σ")));
            }
        }
    }

    void formulasNameTheNorm()
    {
        goTo(StepKind::QueryKeyValue);
        emit m_window->currentView()->findChild<Heatmap*>()->cellChosen(3, 5);
        QVERIFY2(explanation().contains(QStringLiteral("norm(x)")), qPrintable(explanation()));
        QVERIFY(m_session->steps()[std::size_t(m_session->stepIndex() - 1)] == StepKind::AttentionNorm);
    }

    void theWalkGoesThroughAllLayers()
    {
        goTo(StepKind::AttentionNorm);
        auto* walk = m_window->findChild<QPushButton*>(QStringLiteral("walkLayers"));
        QCOMPARE(m_session->selection().encoder_layer, 3);
        QTest::mouseClick(walk, Qt::LeftButton);
        QCOMPARE(m_session->selection().encoder_layer, 0);
        for (int layer = 1; layer < 4; ++layer) {
            goTo(StepKind::LayerOutput);
            QVERIFY(walk->isVisible());
            QTest::mouseClick(walk, Qt::LeftButton);
            QCOMPARE(m_session->selection().encoder_layer, layer);
            QCOMPARE(m_session->selection().step, StepKind::AttentionNorm);
        }
        goTo(StepKind::LayerOutput);
        QVERIFY(!walk->isVisible());
        QTest::mouseClick(m_window->findChild<QPushButton*>(QStringLiteral("nextLayer")), Qt::LeftButton);
        QCOMPARE(m_session->selection().encoder_layer, 0);
        QCOMPARE(m_session->selection().step, StepKind::LayerOutput);
    }

    void keysGoThroughAllLayersOfBothStacks()
    {
        for (const auto& [first, last, layers] : {std::tuple(StepKind::AttentionNorm, StepKind::LayerOutput,
                                                      m_session->trace()->config.encoder_layers),
                 std::tuple(StepKind::DecoderNorm, StepKind::DecoderLayerOutput,
                     m_session->trace()->config.decoder_layers)}) {
            goTo(first);
            m_session->chooseLayer(0);
            for (int layer = 0; layer < layers; ++layer) {
                const bool is_decoder = first == StepKind::DecoderNorm;
                const QString stands =
                    QStringLiteral("%1 layer %2 of %3")
                        .arg(is_decoder ? QStringLiteral("Decoder") : QStringLiteral("Encoder"))
                        .arg(layer + 1)
                        .arg(layers);
                QCOMPARE(m_session->selection().step, first);
                while (m_session->selection().step != last) {
                    const auto* title = m_window->findChild<QLabel*>(QStringLiteral("title"));
                    QVERIFY2(title->text().contains(stands), qPrintable(title->text()));
                    QTest::keyClick(m_window, Qt::Key_Right);
                }
                QTest::keyClick(m_window, Qt::Key_PageDown, Qt::ShiftModifier);
            }
            QCOMPARE(m_session->selection().step, last); // there is no layer after the last
            for (int layer = layers; layer > 0; --layer) {
                QTest::keyClick(m_window, Qt::Key_PageUp, Qt::ShiftModifier);
                QCOMPARE(m_session->selection().step, first);
                QCOMPARE(m_session->selection().layerOf(m_session->site()), layer - 1);
            }
        }
    }

    void nothingIsSaidOfALayerAfterTheLast()
    {
        goTo(StepKind::LayerOutput);
        m_session->chooseLayer(3);
        QVERIFY(!entryOf(StepKind::LayerOutput)
                     .reading(m_session->context())
                     .contains(QStringLiteral("passes on")));
        m_session->chooseLayer(1);
        QVERIFY(entryOf(StepKind::LayerOutput)
                    .reading(m_session->context())
                    .contains(QStringLiteral("to layer 3")));
    }

    void headsThatTrainingTookOutAreMarkedAndNotOffered()
    {
        const QTemporaryDir folder;
        writeTranslatorWithout(folder, {{2, 0}, {2, 1}, {2, 2}, {2, 3}});
        openFolder(folder.path(), QStringLiteral("fr"));
        goTo(StepKind::Softmax);
        m_session->chooseLayer(2);
        for (const int head : removedHeads(m_session->model().transformer, AttentionSite::Encoder, 2)) {
            m_session->chooseHead(head);
            QVERIFY(!m_window->findChild<QPushButton*>(QStringLiteral("toggle-head-button"))->isVisible());
            bool is_marked = false;
            for (const QComboBox* box : m_window->findChildren<QComboBox*>())
                is_marked = is_marked || box->currentText().contains(QStringLiteral("taken out"));
            QVERIFY(is_marked);
            QVERIFY(explanation().contains(QStringLiteral("took this head out")));
        }
        goTo(StepKind::HeadsJoined);
        m_session->chooseLayer(2);
        QVERIFY2(explanation().contains(QStringLiteral("the bias alone")), qPrintable(explanation()));
        QVERIFY(m_window->currentView()->findChild<Heatmap*>()->content().column_labels[0].text.contains(
            QStringLiteral("taken out")));
    }

    void aRowOfCrossAttentionNamesWhatWasReadAndWhatIsWritten()
    {
        goTo(StepKind::CrossAttention);
        const HeatmapContent content = m_window->currentView()->findChild<Heatmap*>()->content();
        const auto& trace = *m_session->trace();
        QCOMPARE(content.row_labels[1].text,
            QString::fromStdString(trace.target[1].text + " → " + trace.written[1].text));
    }

    void temperatureReshapesBarsAndFormula()
    {
        goTo(StepKind::NextWord);
        const auto best = [this] {
            return m_window->currentView()->findChild<BarList*>()->bars().front().share;
        };
        m_session->chooseTemperature(1.5);
        QTRY_VERIFY(!m_session->isBusy());
        const double warm = best();
        m_session->chooseTemperature(0.5);
        QTRY_VERIFY(!m_session->isBusy());
        QVERIFY(best() > warm);
        QVERIFY2(explanation().contains(QStringLiteral("temperature")), qPrintable(explanation()));
        const WordScores scores = wordScoresAt(*m_session->trace(), m_session->selection().position);
        double largest = -1e9, total = 0;
        for (const float logit : scores.logits)
            largest = std::max(largest, double(logit));
        for (const float logit : scores.logits)
            total += std::exp((double(logit) - largest) / 0.5);
        QVERIFY(std::abs(best() - 1 / total) < 1e-6);
    }

    void anotherSeedDrawsAgain()
    {
        goTo(StepKind::NextWord);
        auto* seed = m_window->currentView()->findChild<QSpinBox*>(QStringLiteral("seed"));
        QVERIFY(!seed->isVisible());
        m_session->chooseTemperature(1.5);
        QTRY_VERIFY(!m_session->isBusy());
        QVERIFY(seed->isVisible());
        const auto before = m_session->request().decoding.seed;
        QTest::mouseClick(
            m_window->currentView()->findChild<QPushButton*>(QStringLiteral("drawAgain")), Qt::LeftButton);
        QTRY_VERIFY(!m_session->isBusy());
        QCOMPARE(m_session->request().decoding.seed, before + 1);
        QCOMPARE(seed->value(), int(before + 1));
    }

private:
    void open(const QString& model, const QString& language)
    {
        openFolder(QStringLiteral(GLASSFORMER_RESOURCES "/models/") + model, language);
    }
    void openFolder(const QString& folder, const QString& language)
    {
        m_opened.reset();
        m_opened = openWindow(
            folder, QStringLiteral("The animal didn't cross the street because it was too tired."), language);
        QVERIFY(m_opened);
        m_session = m_opened->session.get();
        m_window = m_opened->window.get();
        QVERIFY(QTest::qWaitForWindowExposed(m_window));
    }
    void goTo(StepKind kind)
    {
        Selection wanted = m_session->selection();
        wanted.step = kind;
        m_session->select(wanted);
        QCOMPARE(m_session->selection().step, kind);
    }
    QString explanation() const { return m_window->findChild<ExplanationPage*>()->plainText(); }
    /** Whether a text holds a number, as exactly as it writes numbers. */
    static bool names(const QString& text, double number)
    {
        static const QRegularExpression pattern(QStringLiteral("[−-]?\\d+(?:\\.\\d+)?(?:e[−-]?\\d+)?"));
        auto matches = pattern.globalMatch(text);
        while (matches.hasNext()) {
            const double value = matches.next().captured().replace(QChar(0x2212), u'-').toDouble();
            if (std::abs(value - number) <= 6e-4 + 2e-3 * std::abs(number))
                return true;
        }
        return false;
    }

    std::unique_ptr<OpenedWindow> m_opened;
    Session* m_session = nullptr;
    MainWindow* m_window = nullptr;
};

QTEST_MAIN(TestPromises)
#include "tst_promises.moc"
