#include "core/trace/step/step_list.h"

#include <QtTest>

#include <algorithm>
#include <array>
#include <set>

using namespace glassformer;

class TestStepList : public QObject
{
    Q_OBJECT

private slots:
    void aTranslatorHasEveryStepOnce()
    {
        ModelConfig config;
        config.encoder_layers = 4;
        config.decoder_layers = 2;
        const std::vector<StepKind> steps = stepsOf(config);
        QCOMPARE(steps.size(), std::size_t(32));
        QCOMPARE(std::set<StepKind>(steps.begin(), steps.end()).size(), steps.size());
        QCOMPARE(steps.front(), StepKind::Sentence);
        QCOMPARE(steps.back(), StepKind::Answer);
    }

    void stepsOfOnePartStandTogether()
    {
        ModelConfig config;
        config.encoder_layers = 1;
        config.decoder_layers = 1;
        std::vector<StepPart> parts;
        for (const StepKind kind : stepsOf(config))
            if (parts.empty() || parts.back() != partOf(kind, config))
                parts.push_back(partOf(kind, config));
        QCOMPARE(std::set<StepPart>(parts.begin(), parts.end()).size(), parts.size());
    }

    void everyBlockOfALayerIsFollowedByItsSumAndEachNormStandsOnceWhereItIs_data()
    {
        QTest::addColumn<int>("placement");
        QTest::newRow("norm before") << int(NormPlacement::Before);
        QTest::newRow("norm after") << int(NormPlacement::After);
    }
    void everyBlockOfALayerIsFollowedByItsSumAndEachNormStandsOnceWhereItIs()
    {
        QFETCH(int, placement);
        ModelConfig config;
        config.encoder_layers = config.decoder_layers = 1;
        config.norm_placement = NormPlacement{placement};
        const bool is_before = config.norm_placement == NormPlacement::Before;
        // The last step of the block, its sum, its norm.
        const std::vector<std::array<StepKind, 3>> blocks{
            {StepKind::HeadsJoined, StepKind::AttentionResidual, StepKind::AttentionNorm},
            {StepKind::FeedForward, StepKind::LayerOutput, StepKind::FeedForwardNorm},
            {StepKind::MaskedAttention, StepKind::DecoderResidual, StepKind::DecoderNorm},
            {StepKind::CrossAttention, StepKind::CrossResidual, StepKind::CrossNorm},
            {StepKind::DecoderFeedForward, StepKind::DecoderLayerOutput, StepKind::DecoderFeedForwardNorm}};
        const std::vector<StepKind> steps = stepsOf(config);
        const auto at = [&steps](StepKind kind) {
            return std::find(steps.begin(), steps.end(), kind) - steps.begin();
        };
        for (const auto& [block, sum, norm] : blocks) {
            QCOMPARE(std::count(steps.begin(), steps.end(), norm), 1);
            QCOMPARE(at(sum), at(block) + 1);
            QCOMPARE(at(norm) < at(block), is_before);
            if (!is_before)
                QCOMPARE(at(norm), at(sum) + 1);
        }
    }

    void aDecoderThatIsAloneShowsBothSumsOfItsLayer()
    {
        ModelConfig config;
        config.encoder_layers = 0;
        config.decoder_layers = 2;
        const std::vector<StepKind> steps = stepsOf(config);
        for (const StepKind kind : {StepKind::AttentionResidual, StepKind::LayerOutput})
            QCOMPARE(std::count(steps.begin(), steps.end(), kind), 1);
    }

    void everyIdLeadsBackToItsStep()
    {
        ModelConfig config;
        config.encoder_layers = 1;
        config.decoder_layers = 1;
        for (const StepKind kind : stepsOf(config))
            QCOMPARE(stepFromId(stepId(kind)), std::optional(kind));
        QVERIFY(!stepFromId("no-such-step"));
    }
};

QTEST_APPLESS_MAIN(TestStepList)
#include "tst_step_list.moc"
