#include "core/experiment/effect/removed_heads.h"
#include "core/experiment/explanation/norm_place.h"
#include "core/trace/model.h"
#include "core/trace/record/tensor_slice.h"
#include "tests/builders/without_heads.h"

#include <QtTest>

#include <algorithm>
#include <cmath>

using namespace glassformer;

/** What the norms of a layer read and where their result is, redone from the definition. */
class TestNormPlace : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_model = std::make_unique<Model>(Model::load(GLASSFORMER_RESOURCES "/models/translator"));
        RunRequest request;
        request.text = "The animal didn't cross the street because it was too tired.";
        request.target_language = "fr";
        m_trace = run(*m_model, request);
    }

    void everyNormIsMeanVarianceGainAndBias_data()
    {
        QTest::addColumn<int>("site");
        QTest::addColumn<int>("place");
        for (const NormPlace place : {NormPlace::Attention, NormPlace::FeedForward, NormPlace::Stack})
            QTest::addRow("encoder %d", int(place)) << int(AttentionSite::Encoder) << int(place);
        for (const NormPlace place :
            {NormPlace::Attention, NormPlace::CrossAttention, NormPlace::FeedForward, NormPlace::Stack})
            QTest::addRow("decoder %d", int(place)) << int(AttentionSite::DecoderSelf) << int(place);
    }
    void everyNormIsMeanVarianceGainAndBias()
    {
        QFETCH(int, site);
        QFETCH(int, place);
        const AttentionSite at{site};
        const NormPlace norm{place};
        const MatrixSlice x = normInput(m_trace, at, 1, norm);
        const MatrixSlice after = matrixOf(m_trace, normOutputTensor(m_trace.config, at, 1, norm));
        const NormWeights<float>& weights = normWeights(m_model->transformer, at, 1, norm);
        QVERIFY(x.rows > 3 && x.rows == after.rows && x.columns == after.columns);
        double mean = 0, variance = 0;
        for (int i = 0; i < x.columns; ++i)
            mean += double(x(3, i)) / double(x.columns);
        for (int i = 0; i < x.columns; ++i)
            variance += std::pow(double(x(3, i)) - mean, 2) / double(x.columns);
        for (const int i : {0, 17, x.columns - 1}) {
            const double expected =
                (double(x(3, i)) - mean) / std::sqrt(variance + 1e-5) * double(weights.gain(i))
                + double(weights.bias(i));
            QVERIFY(std::abs(double(after(3, i)) - expected) < 2e-4);
        }
    }

    void removedHeadsAreThoseWithoutRowsOfTheOutputMatrix()
    {
        const QTemporaryDir folder;
        writeTranslatorWithout(folder, {{1, 1}, {2, 0}, {2, 1}, {2, 2}, {2, 3}});
        const Model without = Model::load(folder.path().toStdU16String());
        const Transformer<float>& model = without.transformer;
        const AttentionSite site = AttentionSite::Encoder;
        QCOMPARE(removedHeads(model, site, 0), removedHeads(m_model->transformer, site, 0));
        const std::vector<int> of_layer_1 = removedHeads(model, site, 1);
        QVERIFY(std::count(of_layer_1.begin(), of_layer_1.end(), 1) == 1);
        QCOMPARE(removedHeads(model, site, 2), (std::vector<int>{0, 1, 2, 3}));
        QVERIFY(!isRemoved(model, {AttentionSite::DecoderCross, 1, 0}));
    }

private:
    std::unique_ptr<Model> m_model;
    Trace m_trace;
};

QTEST_APPLESS_MAIN(TestNormPlace)
#include "tst_norm_place.moc"
