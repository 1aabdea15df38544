#include "core/learn/training/head_removal.h"

#include <QtTest>

using namespace glassformer;

/** Random small models: what is removed must be without effect, and what has an effect must stay. */
class TestHeadRemoval : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_model.config.vocabulary = 12;
        m_model.config.d_model = 16;
        m_model.config.n_heads = 4;
        m_model.config.d_ff = 16;
        m_model.config.encoder_layers = 2;
        m_model.config.decoder_layers = 1;
        m_model.config.max_length = 16;
        Random random(3);
        m_model.weights = initialWeights<float>(m_model.config, random);
        m_special.start = 1;
        m_special.end = 2;
        m_special.targets = {{"fr", 5}};
        for (int i = 0; i < 20; ++i) {
            EncodedSentence sentence;
            for (auto& ids : sentence.ids)
                ids = {6 + i % 5, 7 + i % 3, 8 + i % 4, 2};
            m_data.sentences.push_back(sentence);
        }
        m_data.directions = {{Language::English, Language::French}};
    }

    void aHeadWithoutEffectGoes()
    {
        m_model.weights.encoder.layers[1].attention.output.weight.middleRows(8, 4).setZero();
        QVERIFY(isRemoved(m_model.weights.encoder.layers[1].attention, 2, 4));
        const RemovalResult result = removeIdleHeads(m_model, m_special, m_data, 0);
        const HeadName idle{AttentionSite::Encoder, 1, 2};
        QVERIFY(std::find(result.removed.begin(), result.removed.end(), idle) != result.removed.end());
    }

    void theLossRisesByNoMoreThanWasAllowed()
    {
        const RemovalResult result = removeIdleHeads(m_model, m_special, m_data, 0.01);
        QVERIFY(result.loss_after - result.loss_before <= 0.01);
        // Judged again, the model that is left has the loss that was promised.
        QCOMPARE(removeIdleHeads(m_model, m_special, m_data, -1e9).loss_before, result.loss_after);
    }

    void exactlyTheRemovedHeadsHaveNoOutput()
    {
        const RemovalResult result = removeIdleHeads(m_model, m_special, m_data, 0.01);
        for (int layer = 0; layer < 2; ++layer)
            for (int head = 0; head < 4; ++head) {
                const HeadName name{AttentionSite::Encoder, layer, head};
                const bool told =
                    std::find(result.removed.begin(), result.removed.end(), name) != result.removed.end();
                QCOMPARE(
                    isRemoved(m_model.weights.encoder.layers[std::size_t(layer)].attention, head, 4), told);
            }
    }

    void headsThatTwinsNeedStay()
    {
        // Twins that no random model gets right in both sentences: nothing may be taken away.
        m_data.twins = {{m_data.sentences[0], m_data.sentences[0]}};
        for (EncodedSentence& sentence : m_data.twins[0])
            sentence.pronoun = {TokenRange{0, 1}, TokenRange{0, 1}, TokenRange{0, 1}};
        QVERIFY(removeIdleHeads(m_model, m_special, m_data, 100).removed.empty());
    }

    void aRaisedFlagLeavesTheModelAsItWas()
    {
        CancelFlag cancel;
        cancel.raise();
        const Matrix<float> before = m_model.weights.encoder.layers[0].attention.output.weight;
        QVERIFY_EXCEPTION_THROWN(removeIdleHeads(m_model, m_special, m_data, 100, cancel), Cancelled);
        QVERIFY(m_model.weights.encoder.layers[0].attention.output.weight == before);
    }

private:
    Transformer<float> m_model;
    SpecialTokens m_special;
    RemovalData m_data;
};

QTEST_APPLESS_MAIN(TestHeadRemoval)
#include "tst_head_removal.moc"
