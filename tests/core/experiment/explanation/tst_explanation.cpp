#include "core/experiment/effect/word_ranking.h"
#include "core/experiment/explanation/explanation.h"
#include "core/model/tensor_name.h"
#include "core/trace/model.h"
#include "core/trace/record/tensor_slice.h"

#include <QtTest>

#include <cmath>

using namespace glassformer;

/** The arithmetic of the inspector, done again with plain loops on the tensors of a run. */
class TestExplanation : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        const Model model = Model::load(GLASSFORMER_RESOURCES "/models/translator");
        RunRequest request;
        request.text = "The animal didn't cross the street because it was too tired.";
        request.target_language = "fr";
        m_trace = run(model, request);
    }

    void anAttentionCellIsSoftmaxOfScaledProducts_data()
    {
        QTest::addColumn<int>("site");
        QTest::addColumn<int>("layer");
        QTest::addColumn<int>("query");
        QTest::addColumn<int>("key");
        QTest::newRow("encoder") << int(AttentionSite::Encoder) << 3 << 9 << 2;
        QTest::newRow("decoder") << int(AttentionSite::DecoderSelf) << 1 << 5 << 3;
        QTest::newRow("cross") << int(AttentionSite::DecoderCross) << 0 << 4 << 8;
    }
    void anAttentionCellIsSoftmaxOfScaledProducts()
    {
        QFETCH(int, site);
        QFETCH(int, layer);
        QFETCH(int, query);
        QFETCH(int, key);
        for (int head = 0; head < m_trace.config.n_heads; ++head) {
            const AttentionCell cell{AttentionSite(site), layer, head, query, key};
            const auto explained = explainAttention(m_trace, cell);
            QVERIFY(explained);
            const MatrixSlice q =
                headOf(m_trace, attentionTensor(cell.site, layer, AttentionPart::Query), head);
            const MatrixSlice k =
                headOf(m_trace, attentionTensor(cell.site, layer, AttentionPart::Key), head);
            const MatrixSlice weights =
                headOf(m_trace, attentionTensor(cell.site, layer, AttentionPart::Weights), head);
            const int readable = cell.site == AttentionSite::DecoderSelf ? query + 1 : k.rows;
            double total = 0, own = 0;
            for (int other = 0; other < readable; ++other) {
                double dot = 0;
                for (int i = 0; i < q.columns; ++i)
                    dot += double(q(query, i)) * double(k(other, i));
                const double exponential = std::exp(dot / std::sqrt(double(q.columns)));
                total += exponential;
                own = other == key ? exponential : own;
            }
            QVERIFY(std::abs(explained->weight - own / total) < 1e-5);
            QVERIFY(std::abs(explained->weight - double(weights(query, key))) < 1e-5);
            QVERIFY(explained->largest_error < 1e-4);
            QVERIFY(explained->parts.front().weight >= explained->parts.back().weight);
        }
    }

    void theFutureHasNoWeight()
    {
        const auto explained = explainAttention(m_trace, {AttentionSite::DecoderSelf, 0, 0, 2, 5});
        QVERIFY(explained->is_masked);
        QCOMPARE(explained->weight, 0.0);
        QCOMPARE(explained->parts.size(), std::size_t(3)); // and no part in what is mixed
        for (const ValuePart& part : explained->parts)
            QVERIFY(part.key <= 2);
    }

    void aCellOutsideTheRunIsNotExplained()
    {
        QVERIFY(!explainAttention(m_trace, {AttentionSite::Encoder, 4, 0, 0, 0}));
        QVERIFY(!explainAttention(m_trace, {AttentionSite::Encoder, 0, 0, 0, 99}));
        QVERIFY(!explainAttention(m_trace, {AttentionSite::Encoder, 0, -1, 0, 0}));
    }

    void theInputIsTableRowTimesRootPlusWave()
    {
        const auto explained = explainInput(m_trace, false, 5, 7);
        // Dimension 7 is a cosine of position / 10000^(6 / d_model): "Attention Is All You Need", section 3.5.
        const double d_model = m_trace.config.d_model;
        QVERIFY(!explained->is_sine);
        QVERIFY(std::abs(explained->position - std::cos(5 / std::pow(10000.0, 6.0 / d_model))) < 1e-6);
        QVERIFY(std::abs(explained->embedding - explained->table_value * std::sqrt(d_model)) < 1e-5);
        QVERIFY(std::abs(explained->sum - explained->embedding - explained->position) < 1e-6);
        QVERIFY(std::abs(explained->sum - double(matrixOf(m_trace, encoder_input_tensor)(5, 7))) < 1e-5);
    }

    void theNextWordHasTheShareThatTheRunGaveIt()
    {
        const int position = 3;
        const auto best = likeliestWords(m_trace, position, 5);
        QCOMPARE(best.front().id, m_trace.written[position].id);
        for (std::size_t i = 1; i < best.size(); ++i)
            QVERIFY(best[i - 1].logit >= best[i].logit);
        const auto explained = explainNextWord(m_trace, position, best.front().id);
        const MatrixSlice z = matrixOf(m_trace, logits_tensor);
        double total = 0;
        for (int id = 0; id < z.columns; ++id)
            total += std::exp(double(z(position, id)));
        QVERIFY(std::abs(explained->probability - std::exp(explained->logit) / total) < 1e-6);
    }

    void whatAttentionFoundIsAddedToWhatWentPast()
    {
        const auto sum = explainAttentionSum(m_trace, AttentionSite::Encoder, 2, 4, 11);
        QVERIFY(std::abs(sum->sum - sum->stream - sum->added) < 1e-9);
        QVERIFY(sum->largest_error < 1e-4);
        const MatrixSlice before = matrixOf(m_trace, layerInputTensor(AttentionSite::Encoder, 2));
        QVERIFY(std::abs(sum->stream - double(before(4, 11))) < 1e-9);
    }

private:
    Trace m_trace;
};

QTEST_APPLESS_MAIN(TestExplanation)
#include "tst_explanation.moc"
