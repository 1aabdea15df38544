#include "core/experiment/explanation/explanation.h"
#include "core/trace/model.h"
#include "core/trace/record/tensor_slice.h"
#include "core/trace/step/step_list.h"

#include <QDir>
#include <QtTest>

#include <cmath>
#include <complex>

using namespace glassformer;

namespace {

const QString models = QStringLiteral(GLASSFORMER_TEST_DATA "/models");

Trace traceOf(const QString& folder)
{
    RunRequest request;
    request.text = "The cat sat on the mat.";
    return run(Model::load(folder.toStdString()), request);
}

std::vector<AttentionSite> sitesOf(const ModelConfig& config)
{
    std::vector<AttentionSite> sites;
    if (config.hasEncoder())
        sites.push_back(AttentionSite::Encoder);
    if (config.hasDecoder())
        sites.push_back(AttentionSite::DecoderSelf);
    if (config.hasCrossAttention())
        sites.push_back(AttentionSite::DecoderCross);
    return sites;
}

} // namespace

/** Every family's scores are explained by what is particular to it, and add up to those of the run. */
class TestFamilyExplanation : public QObject
{
    Q_OBJECT

private slots:
    void everyCellAddsUpToTheRun_data();
    void everyCellAddsUpToTheRun();
    void aRotaryPairTurnsAsAComplexNumber_data();
    void aRotaryPairTurnsAsAComplexNumber();
    void wordPlaceAndSegmentAddUpToTheInput_data();
    void wordPlaceAndSegmentAddUpToTheInput();
    void aNormedQueryHasTheRootMeanSquareOfItsProjection();
    void aRelativeModelAddsTheBiasOfADistanceAndDoesNotScale();
    void sharedKeysBelongToTheirGroup();
    void aMaskedCellSaysWhy();
    void modelsThatTurnNothingHaveNoWay();
};

void TestFamilyExplanation::everyCellAddsUpToTheRun_data()
{
    QTest::addColumn<QString>("folder");
    for (const QString& name : QDir(models).entryList(QDir::Dirs | QDir::NoDotAndDotDot))
        QTest::newRow(qPrintable(name)) << models + '/' + name;
}

void TestFamilyExplanation::everyCellAddsUpToTheRun()
{
    QFETCH(QString, folder);
    const Trace trace = traceOf(folder);
    int cells = 0;
    for (const AttentionSite site : sitesOf(trace.config))
        for (int layer = 0; layer < 2; ++layer)
            for (int head = 0; head < trace.config.n_heads; ++head)
                for (const int query : {0, 3, 6})
                    for (const int key : {0, 2, 5}) {
                        const auto explained = explainAttention(trace, {site, layer, head, query, key});
                        if (!explained)
                            continue;
                        const double score = double(headOf(
                            trace, attentionTensor(site, layer, AttentionPart::Scores), head)(query, key));
                        QVERIFY(std::abs(explained->dot / explained->root + explained->bias - score)
                            < 1e-4 * std::max(1.0, std::abs(score)));
                        QVERIFY(explained->largest_error < 1e-4 * std::max(1.0, std::abs(score)));
                        ++cells;
                    }
    QVERIFY(cells > 20);
}

void TestFamilyExplanation::aRotaryPairTurnsAsAComplexNumber_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<double>("theta");
    QTest::newRow("llama") << "llama" << 10000.0;
    QTest::newRow("qwen2") << "qwen2" << 0.0; // as its config says
    QTest::newRow("mistral") << "mistral" << 0.0;
}

void TestFamilyExplanation::aRotaryPairTurnsAsAComplexNumber()
{
    QFETCH(QString, name);
    QFETCH(double, theta);
    const Trace trace = traceOf(models + '/' + name);
    if (theta > 0)
        QCOMPARE(trace.config.rotary.theta, theta);
    const auto explained = explainAttention(trace, {AttentionSite::DecoderSelf, 1, 1, 5, 3});
    const std::size_t half = explained->query.size() / 2;
    QCOMPARE(explained->query_way.angles.size(), half);
    for (std::size_t i = 0; i < half; ++i) {
        // Su et al. 2021, equation 13: (x + iy) times e^(i p theta_i), theta_i = theta^(-2i/d).
        const double angle = 5 * std::pow(trace.config.rotary.theta, -2.0 * double(i) / double(2 * half));
        QVERIFY(std::abs(explained->query_way.angles[i] - angle) < 1e-9);
        const std::vector<float>& before = explained->query_way.projected;
        const std::complex<double> turned =
            std::complex<double>(double(before[i]), double(before[i + half])) * std::polar(1.0, angle);
        QVERIFY(std::abs(turned.real() - double(explained->query[i])) < 1e-5);
        QVERIFY(std::abs(turned.imag() - double(explained->query[i + half])) < 1e-5);
        QVERIFY(std::abs(explained->key_way.angles[i] - angle * 3 / 5) < 1e-9);
    }
}

void TestFamilyExplanation::wordPlaceAndSegmentAddUpToTheInput_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("text");
    const QString text = QStringLiteral("The cat sat.%1It was wide.");
    for (const char* name : {"bert", "minilm", "ernie"})
        QTest::newRow(name) << name << text.arg("[SEP]");
    QTest::newRow("roberta") << "roberta" << text.arg("</s></s>");
}

/** Devlin et al. 2019, figure 2: the sum of three embeddings; the norm on it is worked out here. */
void TestFamilyExplanation::wordPlaceAndSegmentAddUpToTheInput()
{
    QFETCH(QString, name);
    QFETCH(QString, text);
    const Model model = Model::load((models + '/' + name).toStdString());
    const Trace trace = run(model, {text.toStdString(), {}, {}, {}, {}});
    const NormWeights<float>& norm = model.transformer.weights.encoder.embedding_norm;
    const int width = trace.config.d_model;
    for (int token = 0; token < int(trace.source.size()); ++token) {
        std::vector<InputExplanation> all;
        double mean = 0, variance = 0;
        for (int dimension = 0; dimension < width; ++dimension) {
            all.push_back(*explainInput(trace, false, token, dimension));
            QVERIFY(all.back().has_segment);
            QCOMPARE(all.back().segment_row, trace.source[std::size_t(token)].segment);
            QCOMPARE(all.back().segment,
                double(model.transformer.weights.segment(all.back().segment_row, dimension)));
            mean += all.back().sum / width;
        }
        for (const InputExplanation& e : all)
            variance += (e.sum - mean) * (e.sum - mean) / width;
        for (const InputExplanation& e : all) {
            const double normed = (e.sum - mean) / std::sqrt(variance + trace.config.norm_epsilon);
            const double entered = normed * double(norm.gain(e.dimension)) + double(norm.bias(e.dimension));
            QVERIFY(std::abs(entered - e.entered) < 1e-4);
        }
    }
}

void TestFamilyExplanation::aNormedQueryHasTheRootMeanSquareOfItsProjection()
{
    const Trace trace = traceOf(models + "/qwen3");
    // The gains of a head's norm are the same for every token: so is what the norm did to every component.
    std::vector<double> gains;
    for (const int query : {1, 4}) {
        const auto explained = explainAttention(trace, {AttentionSite::DecoderSelf, 0, 1, query, 0});
        const HeadVector& way = explained->query_way;
        double squares = 0;
        for (const float number : way.projected)
            squares += double(number) * double(number);
        QVERIFY(std::abs(way.root_mean_square - std::sqrt(squares / double(way.projected.size()))) < 1e-4);
        for (std::size_t i = 0; i < way.normed.size(); ++i) {
            const double gain = double(way.normed[i]) / (double(way.projected[i]) / way.root_mean_square);
            if (query == 1)
                gains.push_back(gain);
            else
                QVERIFY(std::abs(gain - gains[i]) < 1e-3 * std::max(1.0, std::abs(gain)));
        }
    }
}

void TestFamilyExplanation::aRelativeModelAddsTheBiasOfADistanceAndDoesNotScale()
{
    const Trace trace = traceOf(models + "/t5");
    const MatrixSlice table = matrixOf(trace, relativeBiasTensor(AttentionSite::Encoder));
    const auto before = explainAttention(trace, {AttentionSite::Encoder, 1, 2, 4, 3});
    // Raffel et al. 2020: one bucket for every short distance, those of keys behind the query in the upper half.
    QCOMPARE(before->bucket, 1);
    QCOMPARE(before->bias, double(table(1, 2)));
    QCOMPARE(before->root, 1.0);
    const auto after = explainAttention(trace, {AttentionSite::Encoder, 1, 2, 3, 4});
    QCOMPARE(after->bucket, trace.config.relative.buckets / 2 + 1);
    const auto cross = explainAttention(trace, {AttentionSite::DecoderCross, 0, 0, 1, 1});
    QCOMPARE(cross->bucket, -1);
    QCOMPARE(cross->bias, 0.0);
}

void TestFamilyExplanation::sharedKeysBelongToTheirGroup()
{
    const Trace trace = traceOf(models + "/tinyllama");
    const int group = trace.config.n_heads / trace.config.n_key_value_heads;
    QVERIFY(group > 1);
    for (int head = 0; head < trace.config.n_heads; ++head) {
        const auto explained = explainAttention(trace, {AttentionSite::DecoderSelf, 0, head, 2, 1});
        QCOMPARE(explained->heads_per_key_value, group);
        QCOMPARE(explained->key_value_head, head / group);
        const auto first =
            explainAttention(trace, {AttentionSite::DecoderSelf, 0, head - head % group, 2, 1});
        QVERIFY(explained->key == first->key);
    }
}

void TestFamilyExplanation::aMaskedCellSaysWhy()
{
    Trace trace = traceOf(models + "/mistral"); // every layer sees 4 tokens
    const auto reason = [&trace](int query, int key) {
        return explainAttention(trace, {AttentionSite::DecoderSelf, 0, 0, query, key})->mask_reason;
    };
    QCOMPARE(trace.config.sliding_window, 4);
    QVERIFY(reason(6, 7) == MaskReason::Future);
    QVERIFY(reason(6, 6) == MaskReason::None);
    QVERIFY(reason(6, 3) == MaskReason::None);
    QVERIFY(reason(6, 2) == MaskReason::Window);

    RunRequest request;
    request.text = "The cat sat on the mat.";
    request.changes.push_back(edgeCut(AttentionSite::DecoderSelf, 0, every, 6, 5));
    trace = run(Model::load(models.toStdString() + "/mistral"), request);
    QVERIFY(reason(6, 5) == MaskReason::Cut);
}

void TestFamilyExplanation::modelsThatTurnNothingHaveNoWay()
{
    const Trace trace = traceOf(models + "/bert");
    const auto explained = explainAttention(trace, {AttentionSite::Encoder, 0, 0, 2, 1});
    QVERIFY(explained->query_way.projected.empty());
    QVERIFY(explained->key_way.angles.empty());
    QCOMPARE(explained->heads_per_key_value, 1);
}

QTEST_APPLESS_MAIN(TestFamilyExplanation)
#include "tst_family_explanation.moc"
