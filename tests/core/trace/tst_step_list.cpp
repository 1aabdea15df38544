#include "core/trace/step_list.h"

#include <QtTest>

#include <algorithm>
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
        QCOMPARE(steps.size(), std::size_t(29));
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
