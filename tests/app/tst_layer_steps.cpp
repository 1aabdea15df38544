#include "core/experiment/explanation/norm_place.h"
#include "core/file/bytes/memory_files.h"
#include "core/file/safetensors/safetensors_writer.h"
#include "core/trace/look/place.h"
#include "core/trace/record/trace_file.h"
#include "tests/builders/opened_window.h"
#include "widgets/explanation/explanation_panel.h"
#include "widgets/pictures/attention/heatmap.h"
#include "widgets/pictures/card.h"
#include "widgets/pictures/numbers/vector_strips.h"
#include "widgets/steps/step_entry.h"
#include "widgets/steps/step_view.h"

#include <QRegularExpression>
#include <QtTest>

#include <cmath>

using namespace glassformer;

namespace {

const QString models = QStringLiteral(GLASSFORMER_TEST_DATA "/models/");

/** The sums of a layer, and the norm of each. */
struct Block
{
    StepKind sum, norm;
};
const std::vector<Block> blocks{{StepKind::AttentionResidual, StepKind::AttentionNorm},
    {StepKind::LayerOutput, StepKind::FeedForwardNorm}, {StepKind::DecoderResidual, StepKind::DecoderNorm},
    {StepKind::CrossResidual, StepKind::CrossNorm},
    {StepKind::DecoderLayerOutput, StepKind::DecoderFeedForwardNorm}};

} // namespace

/** Sums and norms of a layer in the real window, wherever the model norms. */
class TestLayerSteps : public QObject
{
    Q_OBJECT

private slots:
    void cleanup() { m_opened.reset(); }

    void everySumIsThatOfItsTwoMapsAndIsExplained_data()
    {
        QTest::addColumn<QString>("model");
        for (const char* name :
            {"marian", "bart", "mbart", "t5", "bert", "albert", "openai-gpt", "gpt2", "llama"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }
    void everySumIsThatOfItsTwoMapsAndIsExplained()
    {
        QFETCH(QString, model);
        open(model);
        for (const Block& block : blocks) {
            if (!has(block.sum))
                continue;
            show(block.sum);
            const std::vector<Heatmap*> maps = shownMaps();
            QCOMPARE(maps.size(), std::size_t(3));
            std::array<HeatmapContent, 3> parts;
            for (std::size_t i = 0; i < 3; ++i)
                parts[i] = maps[i]->content();
            for (std::size_t i = 0; i < parts[0].values.size(); ++i)
                QVERIFY(std::abs(parts[0].values[i] + parts[1].values[i] - parts[2].values[i])
                    < 1e-4f * (1 + std::abs(parts[2].values[i])));
            const int row = parts[2].rows - 1;
            emit maps[2]->cellChosen(row, 3);
            const QString text = explanation();
            QVERIFY2(names(text, double(parts[2].at(row, 3))), qPrintable(text));
            QVERIFY2(names(text, double(parts[1].at(row, 3))), qPrintable(text));
            QVERIFY2(!text.contains(QStringLiteral("variance")), qPrintable(text));
        }
    }

    void aNormThatComesAfterNormsTheSumOfTheStepBefore_data()
    {
        QTest::addColumn<QString>("model");
        for (const char* name : {"bart", "bert", "openai-gpt"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }
    void aNormThatComesAfterNormsTheSumOfTheStepBefore()
    {
        QFETCH(QString, model);
        open(model);
        QCOMPARE(m_session->trace()->config.norm_placement, NormPlacement::After);
        for (const Block& block : blocks) {
            if (!has(block.sum))
                continue;
            show(block.sum);
            QVERIFY(!entryOf(block.sum).title(m_session->trace()->config).contains(QStringLiteral("norm")));
            const std::vector<float> sum = shownMaps().back()->content().values;
            m_session->moveStep(1);
            QCOMPARE(m_session->selection().step, block.norm);
            QCOMPARE(shownMaps().front()->content().values, sum);
        }
    }

    void everySignedMapBesideAnotherOffersBothScales_data()
    {
        QTest::addColumn<QString>("model");
        for (const char* name : {"marian", "t5", "bert", "llama"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }
    void everySignedMapBesideAnotherOffersBothScales()
    {
        QFETCH(QString, model);
        open(model);
        for (const StepKind kind : m_session->steps()) {
            show(kind);
            std::vector<Heatmap*> signed_maps;
            for (Heatmap* map : shownMaps())
                if (map->content().colours != HeatmapColours::Weights)
                    signed_maps.push_back(map);
            // How alike two positions are is another quantity than what the positions are.
            if (signed_maps.size() < 2 || kind == StepKind::Position)
                continue;
            const std::string id(stepId(kind));
            double largest = 0;
            for (const Heatmap* map : signed_maps)
                largest = std::max(largest, map->content().limit);
            for (const Heatmap* map : signed_maps)
                QVERIFY2(map->content().shared_limit == largest, id.c_str());
            emit signed_maps.front()->scaleChosen(true);
            for (const Heatmap* map : signed_maps)
                QVERIFY2(map->content().usedLimit() == largest, id.c_str());
            emit signed_maps.back()->scaleChosen(false);
            for (const Heatmap* map : signed_maps)
                QVERIFY2(map->content().usedLimit() == map->content().limit, id.c_str());
        }
    }

    void aRecordedNormHasNoGainAndSaysSo()
    {
        open(QStringLiteral("bart"));
        MemoryFiles files;
        writeTrace(files, "run", *m_session->trace());
        openRecorded(files);
        for (const Block& block : blocks) {
            show(block.norm);
            const auto* strips = m_opened->window->currentView()->findChild<VectorStrips*>();
            QStringList labels;
            for (const VectorStrip& strip : strips->strips())
                labels << strip.label;
            QCOMPARE(labels, QStringList({"x", "normed", "norm(x)"}));
            QVERIFY2(explanation().contains(QStringLiteral("not recorded")), qPrintable(explanation()));
            QVERIFY(remarks().contains(QStringLiteral("Gain and bias were not recorded")));
        }
    }

    void aRunThatTellsNothingOfNormsShowsNone()
    {
        open(QStringLiteral("bart"));
        const Trace trace = *m_session->trace();
        std::map<std::string, Tensor> kept;
        for (const std::string& name : trace.names())
            if (name.find("_input") == std::string::npos && !name.ends_with("feed_forward.input"))
                kept[name] = *trace.tensor(name);
        MemoryFiles files;
        files.write("run", safetensorsBytes(kept, {}));
        openRecorded(files);
        for (const Block& block : blocks) {
            QVERIFY(!has(block.norm));
            show(block.sum);
            emit shownMaps()[2]->cellChosen(1, 1);
            QVERIFY2(
                names(explanation(), double(shownMaps()[2]->content().at(1, 1))), qPrintable(explanation()));
            QVERIFY(readingOf(m_session->context()).contains(QStringLiteral("not recorded")));
        }
    }

private:
    void open(const QString& model)
    {
        m_opened.reset();
        m_opened = openWindow(models + model, QStringLiteral("The cat sat on the mat."));
        QVERIFY(m_opened);
        m_session = m_opened->session.get();
    }
    void openRecorded(const MemoryFiles& files)
    {
        m_session->openTrace(std::make_shared<const MemoryFiles>(files), "run");
        QTRY_VERIFY(m_session->isRecorded() && !m_session->isBusy());
    }
    bool has(StepKind kind) const
    {
        const std::vector<StepKind>& steps = m_session->steps();
        return std::find(steps.begin(), steps.end(), kind) != steps.end();
    }
    void show(StepKind kind)
    {
        Selection wanted = m_session->selection();
        wanted.step = kind;
        m_session->select(wanted);
        QCOMPARE(m_session->selection().step, kind);
    }
    std::vector<Heatmap*> shownMaps() const
    {
        const StepView* view = m_opened->window->currentView();
        std::vector<Heatmap*> maps;
        for (Heatmap* map : view->findChildren<Heatmap*>())
            if (map->isVisibleTo(view) && !map->content().isEmpty())
                maps.push_back(map);
        return maps;
    }
    QString remarks() const
    {
        QStringList texts;
        for (const Card* card : m_opened->window->currentView()->findChildren<Card*>())
            texts << card->remark();
        return texts.join('\n');
    }
    QString explanation() const { return m_opened->window->findChild<ExplanationPage*>()->plainText(); }
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
};

QTEST_MAIN(TestLayerSteps)
#include "tst_layer_steps.moc"
