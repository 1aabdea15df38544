#include "core/trace/look/number_place.h"

#include "core/file/weights/weight_source.h"
#include "core/model/changes/change_check.h"
#include "core/trace/look/place.h"
#include "core/trace/model.h"
#include "core/trace/step/step_list.h"

#include <QtTest>

#include <algorithm>
#include <cmath>

using namespace glassformer;

namespace {

struct Case
{
    explicit Case(const QString& folder)
        : model(std::make_shared<const Model>(
            Model::load(std::filesystem::path(GLASSFORMER_TEST_DATA) / "models" / folder.toStdString())))
    {
        request.text =
            WeightSource::ofFile(model->files->open("reference.safetensors")).metadata().at("text");
        request.decoding.max_new_tokens = 3;
        const std::vector<std::string> languages = model->targetLanguages();
        request.target_language = languages.empty() ? std::string() : languages.front();
        trace = run(*model, request);
    }

    /** A cell in the last layer that exists at every step. */
    Selection lookAtStep(StepKind step) const
    {
        const ModelConfig& config = trace.config;
        Selection look;
        look.step = step;
        look.encoder_layer = std::max(0, config.encoder_layers - 1);
        look.decoder_layer = std::max(0, config.decoder_layers - 1);
        look.head = config.n_heads - 1;
        look.dimension = 2;
        look = withCell(look, config, siteOf(step, config), 1, 0);
        return clampedTo(look, trace);
    }

    std::shared_ptr<const Model> model;
    RunRequest request{};
    Trace trace{};
};

} // namespace

class TestNumberPlace : public QObject
{
    Q_OBJECT

private slots:
    void whatIsSetThereIsReadThere_data()
    {
        QTest::addColumn<QString>("folder");
        for (const char* folder :
            {"bart", "marian", "t5", "mbart", "bert", "albert", "gpt2", "openai-gpt", "llama", "qwen3"})
            QTest::newRow(folder) << QString::fromLatin1(folder);
    }
    void whatIsSetThereIsReadThere()
    {
        QFETCH(QString, folder);
        const Case c(folder);
        int numbers = 0;
        for (const StepKind step : stepsOf(c.trace))
            for (const NumberPlace& place : numbersAt(c.lookAtStep(step), c.trace)) {
                const auto before = numberIn(c.trace, place);
                QVERIFY(before);
                RunRequest changed = c.request;
                const float wanted = std::isfinite(*before) ? *before + 0.375F : 0.375F;
                changed.changes.push_back(
                    {place.tensor, place.head, place.row, place.column, ChangeKind::Set, {wanted}});
                const auto after = numberIn(run(*c.model, changed), place);
                QVERIFY2(after == wanted, place.tensor.c_str());
                ++numbers;
            }
        QVERIFY(numbers >= 10);
    }

    void aNumberIsFoundAgainFromAnywhere_data() { whatIsSetThereIsReadThere_data(); }
    void aNumberIsFoundAgainFromAnywhere()
    {
        QFETCH(QString, folder);
        const Case c(folder);
        for (const StepKind step : stepsOf(c.trace))
            for (const NumberPlace& place : numbersAt(c.lookAtStep(step), c.trace)) {
                const std::optional<Selection> look = lookAt(place, Selection{}, c.trace);
                QVERIFY2(look, place.tensor.c_str());
                const std::vector<NumberPlace> there = numbersAt(*look, c.trace);
                QVERIFY2(std::find(there.begin(), there.end(), place) != there.end(), place.tensor.c_str());
            }
    }

    void whatNoStepShowsAsItIsMadeIsNoNumberThere()
    {
        const Case c(QStringLiteral("bert")); // its norms come after the sums
        for (const StepKind step : {StepKind::Sentence, StepKind::Tokens, StepKind::AttentionResidual,
                 StepKind::LayerOutput, StepKind::Answer})
            QVERIFY(numbersAt(c.lookAtStep(step), c.trace).empty());
        Selection several = c.lookAtStep(StepKind::Softmax);
        QCOMPARE(numbersAt(several, c.trace).size(), 1U);
        several.attention.aggregate = MapAggregate::MeanOfHeads;
        QVERIFY(numbersAt(several, c.trace).empty());
        Selection nowhere = c.lookAtStep(StepKind::Scores);
        nowhere.key.reset();
        QVERIFY(numbersAt(nowhere, c.trace).empty());
    }

    void changesWithoutAStepOfTheirOwnAreSeenNearby()
    {
        const Case c(QStringLiteral("gpt2"));
        const auto step_of = [&](const Change& change) {
            const auto look =
                lookNear({change.tensor, change.head, change.row, change.column}, Selection{}, c.trace);
            return look ? look->step : StepKind::Sentence;
        };
        QCOMPARE(step_of(maskLifted(every)), StepKind::MaskedScores);
        QCOMPARE(step_of(positionsOff(AttentionSite::DecoderSelf)), StepKind::Position);
        QCOMPARE(step_of(headOff({AttentionSite::DecoderSelf, 1, 1})), StepKind::WeightedSum);
        QCOMPARE(step_of(feedForwardOff(AttentionSite::DecoderSelf, 0)), StepKind::FeedForward);
        QCOMPARE(step_of(edgeCut(AttentionSite::DecoderSelf, 1, 1, 2, 1)), StepKind::MaskedScores);
        const Case reader(QStringLiteral("bert"));
        Selection there;
        there.encoder_layer = 1;
        const Change cut = edgeCut(AttentionSite::Encoder, every, every, 2, 1);
        const auto seen = lookNear({cut.tensor, cut.head, cut.row, cut.column}, there, reader.trace);
        QVERIFY(seen && seen->step == StepKind::Softmax && seen->encoder_layer == 1);
        QVERIFY(seen->query == 2 && seen->key == 1);
    }
};

QTEST_GUILESS_MAIN(TestNumberPlace)
#include "tst_number_place.moc"
