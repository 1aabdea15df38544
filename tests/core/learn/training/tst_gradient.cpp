#include "core/file/bytes/folder_files.h"
#include "core/learn/training/gradient.h"
#include "core/learn/training/trainer.h"

#include <QtTest>

#include <cmath>

using namespace glassformer;

namespace {

constexpr double sharpness = 3;

/** "it noun rival it" in both languages, as in tst_batch. */
TrainingBatch batchOf(const Stage& stage)
{
    EncodedSentence sentence;
    for (std::size_t language = 0; language < language_count; ++language) {
        sentence.ids[language] = {10, 11, 12, 2};
        sentence.pronoun[language] = {0, 1};
        sentence.antecedent[language] = {1, 2};
        sentence.rival[language] = {2, 3};
    }
    SpecialTokens special;
    special.start = 1;
    special.end = 2;
    special.targets = {{"fr", 5}};
    Random random(1);
    const std::vector<DrawnSentence> drawn{{0, {Language::English, Language::French}}};
    const std::vector<EncodedSentence> corpus{sentence};
    return makeBatch(drawn, corpus, special, stage, random);
}

Transformer<float> tinyModel()
{
    ModelConfig config;
    config.vocabulary = 16;
    config.d_model = 8;
    config.n_heads = 2;
    config.d_ff = 16;
    config.encoder_layers = 2;
    config.decoder_layers = 1;
    config.norm_placement = NormPlacement::Before;
    Random random(7);
    return {config, initialWeights<float>(config, random)};
}

} // namespace

/** The losses that are put on attention itself, against the change of the loss along their own gradient. */
class TestGradient : public QObject
{
    Q_OBJECT

private slots:
    void aSharpReferenceFallsAlongItsGradient();
    void theCandidateThatIsLookedAtMoreIsTheOneThatCounts();
};

void TestGradient::aSharpReferenceFallsAlongItsGradient()
{
    Stage stage;
    stage.sharpen = sharpness;
    const TrainingBatch batch = batchOf(stage);
    const GradientTask task{.label_smoothing = 0, .sharpen = sharpness, .target_rows = 4};
    const auto loss_of = [&](const Transformer<float>& model) {
        TransformerWeights<float> unused = zeroWeights<float>(model.config);
        HeadGates gates;
        const GradientResult result = addGradients(model, {}, batch, task, unused, gates);
        return (result.loss.smoothed + sharpness * result.sharpening_loss) / task.target_rows;
    };
    const Transformer<float> model = tinyModel();
    TransformerWeights<float> gradients = zeroWeights<float>(model.config);
    HeadGates gates;
    addGradients(model, {}, batch, task, gradients, gates);
    double squares = 0;
    for (const WeightSlot<float>& slot : weightSlots(gradients))
        for (std::int64_t i = 0; i < slot.size; ++i)
            squares += double(slot.data[i]) * double(slot.data[i]);
    QVERIFY(squares > 0.01);
    const double step = 1e-2 / std::sqrt(squares);
    const auto moved = [&](double by) {
        Transformer<float> other = model;
        const std::vector<WeightSlot<float>> along = weightSlots(gradients),
                                             arrays = weightSlots(other.weights);
        for (std::size_t at = 0; at < arrays.size(); ++at)
            for (std::int64_t i = 0; i < arrays[at].size; ++i)
                arrays[at].data[i] += static_cast<float>(by) * along[at].data[i];
        return loss_of(other);
    };
    const double slope = (moved(step) - moved(-step)) / (2 * step);
    QVERIFY2(std::abs(slope - squares) < 0.02 * squares,
        qPrintable(QStringLiteral("%1 %2").arg(slope).arg(squares)));
}

void TestGradient::theCandidateThatIsLookedAtMoreIsTheOneThatCounts()
{
    Stage stage;
    stage.sharpen = sharpness;
    const TrainingBatch batch = batchOf(stage);
    const Transformer<float> model = tinyModel();
    const TokenBatch source{batch.source, batch.source_segments};
    const Matrix<float> weights = encode<float>(model, source).layers.back().attention.weights[0];
    const float one = weights(1, 2), other = weights(1, 3);
    TransformerWeights<float> unused = zeroWeights<float>(model.config);
    HeadGates gates;
    const GradientResult result =
        addGradients(model, {}, batch, {.label_smoothing = 0, .sharpen = 1, .target_rows = 4}, unused, gates);
    QVERIFY(std::abs(result.sharpening_loss + std::log(double(std::max(one, other)))) < 1e-5);
}

QTEST_GUILESS_MAIN(TestGradient)

#include "tst_gradient.moc"
