#include "core/model/config/parameter_count.h"
#include "core/model/transformer.h"

#include <QtTest>

#include <cmath>

using namespace glassformer;

namespace {

Transformer<float> smallModel(PositionKind position = PositionKind::Sinusoidal)
{
    ModelConfig config;
    config.vocabulary = 20;
    config.d_model = 16;
    config.n_heads = 4;
    config.d_ff = 24;
    config.encoder_layers = 2;
    config.decoder_layers = 2;
    config.position_kind = position;
    Random random(3);
    return {config, initialWeights<float>(config, random)};
}

} // namespace

class TestTransformer : public QObject
{
    Q_OBJECT

private slots:
    /** Two tokens, one head of width 1, worked out by hand: q = x, k = 2x, v = 3x, W_O = 1. */
    void attentionOfTwoTokensEqualsTheHandWorkedCase()
    {
        const auto factor = [](double value) {
            return LinearWeights<double>{Matrix<double>::Constant(1, 1, value), {}};
        };
        const AttentionWeights<double> weights{factor(1), factor(2), factor(3), factor(1), {}, {}};
        Matrix<double> x(2, 1);
        x << 1, 2;
        const Segments segments = Segments::single(2);
        ModelConfig config;
        config.d_model = config.n_heads = 1;
        const auto record = attention<double>(
            config, weights, {x, x, segments, segments, AttentionKind::Bidirectional, nullptr, true});
        // Scores: 1·2 = 2, 1·4 = 4; 2·2 = 4, 2·4 = 8. Values: 3 and 6.
        QCOMPARE(record.scores[0](0, 1), 4.0);
        QCOMPARE(record.scores[0](1, 1), 8.0);
        const double first = 1 / (1 + std::exp(2.0)), second = 1 / (1 + std::exp(4.0));
        QVERIFY(std::abs(record.weights[0](0, 0) - first) < 1e-12);
        QVERIFY(std::abs(record.weights[0](1, 0) - second) < 1e-12);
        QVERIFY(std::abs(record.output(0, 0) - (3 * first + 6 * (1 - first))) < 1e-12);
        QVERIFY(std::abs(record.output(1, 0) - (3 * second + 6 * (1 - second))) < 1e-12);
    }

    /** Table 3 of the paper says 65 million for the base model, vocabulary about 37000, all tables shared. */
    void baseModelHasThePublishedNumberOfParameters()
    {
        const std::int64_t count = countParameters(ModelConfig{}).total();
        QVERIFY2(count > 62'000'000 && count < 66'000'000, qPrintable(QString::number(count)));
    }

    void parameterCountIsThatOfTheArrays()
    {
        for (const bool tied : {true, false}) {
            Transformer<float> model = smallModel(PositionKind::Learned);
            model.config.tied_output = tied;
            TransformerWeights<float> weights = zeroWeights<float>(model.config);
            std::int64_t count = 0;
            for (const WeightSlot<float>& slot : weightSlots(weights))
                count += slot.size;
            QCOMPARE(countParameters(model.config).total(), count);
        }
    }

    void aLaterTargetTokenNeverChangesAnEarlierOutput()
    {
        const Transformer<float> model = smallModel();
        const std::vector<int> source{3, 4, 5}, target{1, 6, 7, 8}, changed{1, 6, 7, 15};
        const Segments s = Segments::single(3), t = Segments::single(4);
        const auto encoder = encode<float>(model, {source, s});
        const auto before = decode<float>(model, encoder, s, {target, t});
        const auto after = decode<float>(model, encoder, s, {changed, t});
        QVERIFY(before.output.topRows(3) == after.output.topRows(3));
        QVERIFY(before.output.row(3) != after.output.row(3));
    }

    void withoutPositionsTheEncoderDoesNotKnowTheOrder()
    {
        const Transformer<float> model = smallModel(PositionKind::None);
        const std::vector<int> ids{3, 4, 5, 6}, shuffled{5, 3, 6, 4};
        const Segments s = Segments::single(4);
        const auto a = encode<float>(model, {ids, s}), b = encode<float>(model, {shuffled, s});
        const int place[] = {1, 3, 0, 2};
        for (int i = 0; i < 4; ++i)
            QVERIFY((a.output.row(i) - b.output.row(place[i])).cwiseAbs().maxCoeff() < 1e-5f);
    }

    void rowsOfAttentionSumToOne()
    {
        const Transformer<float> model = smallModel();
        const std::vector<int> ids{3, 4, 5, 6, 7};
        const auto record = encode<float>(model, {ids, Segments::single(5)});
        for (const auto& layer : record.layers)
            for (const Matrix<float>& weights : layer.attention.weights)
                for (Eigen::Index row = 0; row < weights.rows(); ++row)
                    QVERIFY(std::abs(weights.row(row).sum() - 1) < 1e-6f);
    }

    void sentencesOfABatchDoNotSeeEachOther()
    {
        const Transformer<float> model = smallModel();
        const std::vector<int> alone{3, 4, 5}, both{7, 8, 3, 4, 5};
        const auto a = encode<float>(model, {alone, Segments::single(3)});
        const auto b = encode<float>(model, {both, Segments({2, 3})});
        QVERIFY((a.output - b.output.bottomRows(3)).cwiseAbs().maxCoeff() < 1e-5f);
    }

    void aHeadThatIsOffAddsNothing()
    {
        const Transformer<float> model = smallModel();
        const std::vector<int> ids{3, 4, 5};
        const Controls<float> controls =
            controlsFor<float>(model.config, {headOff({AttentionSite::Encoder, 0, 1})});
        const auto record = encode<float>(model, {ids, Segments::single(3)}, {&controls});
        QVERIFY(record.layers[0].attention.mixed.middleCols(4, 4).isZero(0));
        QVERIFY(!record.layers[0].attention.mixed.leftCols(4).isZero(0));
    }
};

QTEST_APPLESS_MAIN(TestTransformer)
#include "tst_transformer.moc"
