#include "core/error.h"
#include "core/experiment/attention/known_heads.h"
#include "tests/builders/small_model.h"

#include <QtTest>

#include <cmath>

using namespace glassformer;

namespace {

/** A small model all of whose heads look everywhere alike, but for what positions add. */
Model evenModel(const char* kind)
{
    const SmallModel small = smallModel(kind, GLASSFORMER_RESOURCES "/models");
    Model model = *small.model;
    for (auto* layers :
        {&model.transformer.weights.encoder.layers, &model.transformer.weights.decoder.layers})
        for (LayerWeights<float>& layer : *layers) {
            layer.attention.query.weight.setZero();
            layer.attention.query.bias.setZero();
        }
    if (model.transformer.weights.encoder.relative_bias.size() > 0)
        model.transformer.weights.encoder.relative_bias.setZero();
    return model;
}

KnownHeads found(Model model)
{
    return finish(*knownHeadsJob(std::make_shared<const Model>(std::move(model)), 2, 7));
}

bool isNear(double one, double other)
{
    return std::abs(one - other) < 1e-5;
}

} // namespace

/** Scores of heads whose attention is known beforehand. */
class TestKnownHeads : public QObject
{
    Q_OBJECT

private slots:
    void headsThatLookEverywhereScoreTheirShare()
    {
        const KnownHeads heads = found(evenModel("encoder-decoder, norm before, relative"));
        const double share = 1.0 / (2 * heads.length + 2); // between the language and the end
        QCOMPARE(heads.heads.size(), std::size_t(4));
        QCOMPARE(heads.texts, 2);
        for (const KnownHead& head : heads.heads) {
            QVERIFY(isNear(head.previous, share));
            QVERIFY(isNear(head.duplicate, share));
            QVERIFY(isNear(head.induction, share));
        }
    }

    void aCausalHeadSharesAmongThoseBefore()
    {
        const Model model = evenModel("decoder-only, norm after, sinusoidal");
        const int begins = model.tokenizer.specialTokens().start >= 0 ? 1 : 0;
        const KnownHeads heads = found(model);
        double share = 0;
        for (int i = 0; i < heads.length; ++i)
            share += 1.0 / (begins + heads.length + i + 1) / heads.length;
        for (const KnownHead& head : heads.heads)
            QVERIFY(isNear(head.previous, share) && isNear(head.duplicate, share)
                && isNear(head.induction, share));
    }

    void aHeadOfThePreviousTokenIsFound()
    {
        Model model = evenModel("encoder-decoder, norm before, relative");
        // Buckets of both directions; of those that look back the second is one token away.
        model.transformer.weights.encoder.relative_bias(1, 0) = 50;
        const KnownHeads heads = found(model);
        for (const KnownHead& head : heads.heads) {
            QVERIFY(isNear(head.previous, head.head.head == 0 ? 1 : 1.0 / (2 * heads.length + 2)));
            QVERIFY(head.duplicate < 0.1 && head.induction < 0.1);
        }
    }

    void aModelWithoutRoomForTwoReadingsIsRefused()
    {
        Model model = evenModel("decoder-only, norm after, sinusoidal");
        model.transformer.config.max_length = 6;
        QVERIFY_EXCEPTION_THROWN(found(model), Error);
    }
};

QTEST_GUILESS_MAIN(TestKnownHeads)
#include "tst_known_heads.moc"
