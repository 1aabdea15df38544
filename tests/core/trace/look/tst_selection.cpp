#include "core/trace/look/place.h"

#include <QtTest>

using namespace glassformer;

class TestSelection : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_trace = {};
        m_trace.config.encoder_layers = 4;
        m_trace.config.decoder_layers = 2;
        m_trace.config.n_heads = 4;
        m_trace.config.d_model = 128;
        m_trace.source.resize(5);
        m_trace.target.resize(3);
        m_trace.written.resize(3);
        m_trace.tensors["encoder.0.self_attention.weights"] = {};
        m_trace.tensors["decoder.0.cross_attention.weights"] = {};
    }

    void everythingIsTakenIntoTheRun()
    {
        Selection wild;
        wild.encoder_layer = 9;
        wild.decoder_layer = -2;
        wild.head = 44;
        wild.position = 99;
        wild.token = 99;
        wild.dimension = 4000;
        const Selection tame = clampedTo(wild, m_trace);
        QCOMPARE(tame.encoder_layer, 3);
        QCOMPARE(tame.decoder_layer, 0);
        QCOMPARE(tame.head, 3);
        QCOMPARE(tame.position, 2);
        QCOMPARE(tame.token, 4);
        QCOMPARE(tame.dimension, 127);
    }

    void cellsOutsideAreDropped()
    {
        Selection selection;
        selection.step = StepKind::Softmax;
        selection.query = 4;
        selection.key = 5;
        const Selection tame = clampedTo(selection, m_trace);
        QVERIFY(tame.query);
        QVERIFY(!tame.key);
    }

    void whatIsInsideStays()
    {
        Selection selection;
        selection.step = StepKind::CrossAttention;
        selection.query = 2;
        selection.key = 4;
        selection.head = 1;
        QVERIFY(clampedTo(selection, m_trace) == selection);
    }

    void aStepThatTheRunLacksGivesTheOneBeforeIt()
    {
        Selection selection;
        selection.step = StepKind::FeedForward;
        QCOMPARE(clampedTo(selection, m_trace).step, StepKind::Softmax);
    }

    void aLayerIsChosenInTheStackThatAttendsThere()
    {
        const Selection encoder = withLayer({}, AttentionSite::Encoder, 3);
        QCOMPARE(encoder.encoder_layer, 3);
        QCOMPARE(encoder.decoder_layer, 0);
        for (const AttentionSite site : {AttentionSite::DecoderSelf, AttentionSite::DecoderCross}) {
            const Selection decoder = withLayer({}, site, 1);
            QCOMPARE(decoder.encoder_layer, 0);
            QCOMPARE(decoder.decoder_layer, 1);
            QCOMPARE(decoder.layerOf(site), 1);
            QCOMPARE(layersOf(m_trace.config, site), 2);
        }
        QCOMPARE(layersOf(m_trace.config, AttentionSite::Encoder), 4);
    }

    void rowsAreSummedAndTakenOutAgain()
    {
        const ModelConfig& config = m_trace.config;
        const AttentionSite site = AttentionSite::Encoder;
        const auto rows = [&](const Selection& look) { return summedQueries(look, config, site); };
        Selection look = withCell({}, config, site, 3, 1);
        look.step = StepKind::Softmax;
        QCOMPARE(rows(look), std::vector<int>{3});
        look = withSummed(look, config, site, 1);
        QCOMPARE(rows(look), (std::vector<int>{1, 3}));
        QCOMPARE(chosenQuery(look, config, site), std::optional<int>(1));
        look = withSummed(look, config, site, 4);
        QCOMPARE(rows(look), (std::vector<int>{1, 3, 4}));
        QCOMPARE(rows(withSummed(look, config, site, 3)), (std::vector<int>{1, 4}));
        look = withSummed(look, config, site, 4); // the chosen one: another takes its place
        QCOMPARE(rows(look), (std::vector<int>{1, 3}));
        look = withSummed(look, config, site, *chosenQuery(look, config, site));
        QCOMPARE(rows(look).size(), std::size_t(1));
        QVERIFY(look.attention.summed.empty());
        look = withSummed(look, config, site, rows(look).front()); // one row is no sum to take it out of
        QCOMPARE(rows(look).size(), std::size_t(1));
    }

    void aRowThatIsKeptIsSummedWithTheNextOne()
    {
        const ModelConfig& config = m_trace.config;
        const AttentionSite site = AttentionSite::Encoder;
        QCOMPARE(withRowKept({}, config, site), Selection{}); // no row is chosen
        const Selection kept = withRowKept(withCell({}, config, site, 3, 1), config, site);
        const Selection moved = withCell(kept, config, site, 0, 1);
        QCOMPARE(summedQueries(moved, config, site), (std::vector<int>{0, 3}));
        QVERIFY(withRowKept(kept, config, site).attention.summed.empty());
    }

    void aSumIsOfRowsOfTheMapThatIsShown()
    {
        Selection look;
        look.step = StepKind::Softmax;
        look.query = 1;
        look.attention.summed = {4, 0, 4, 77, -3};
        QCOMPARE(clampedTo(look, m_trace).attention.summed, (std::vector<int>{0, 4}));
        look.step = StepKind::Sentence;
        QVERIFY(clampedTo(look, m_trace).attention.summed.empty());
        look.step = StepKind::Softmax;
        look.query.reset();
        QVERIFY(clampedTo(look, m_trace).attention.summed.empty());
    }

    void aRowOfTheSecondStackIsAPositionAndAKeyOfAnotherRowIsNone()
    {
        const ModelConfig& config = m_trace.config;
        const Selection cell = withCell({}, config, AttentionSite::DecoderCross, 2, 4);
        QCOMPARE(cell.position, 2);
        QCOMPARE(chosenKey(cell, config, AttentionSite::DecoderCross), std::optional<int>(4));
        Selection moved = cell;
        moved.position = 1;
        QCOMPARE(chosenQuery(moved, config, AttentionSite::DecoderCross), std::optional<int>(1));
        QVERIFY(!chosenKey(moved, config, AttentionSite::DecoderCross));
        QCOMPARE(withCell({}, config, AttentionSite::Encoder, 2, 4).position, 0);
    }

private:
    Trace m_trace;
};

QTEST_APPLESS_MAIN(TestSelection)
#include "tst_selection.moc"
