#include "core/learn/training/optimizer.h"

#include <QtTest>

#include <cmath>

using namespace glassformer;

/** Adam against steps worked by hand from Kingma & Ba 2015, algorithm 1. */
class TestOptimizer : public QObject
{
    Q_OBJECT

private slots:
    void twoStepsAreAsWorkedByHand()
    {
        float value = 1, gradient = 0.5f;
        AdamState state;
        AdamSettings settings;
        settings.clip = 10;
        const std::vector<AdamSlot> parts{{&value, &gradient, 1}};
        QVERIFY(near(adamStep(parts, settings, 0.1, state), 0.5));
        QVERIFY(near(value, 0.9)); // bias-corrected m / sqrt(v) is 0.5 / 0.5
        gradient = -1;
        adamStep(parts, settings, 0.1, state);
        // m = 0.9 * 0.05 - 0.1 = -0.055, over 1 - 0.81; v = 0.98 * 0.005 + 0.02 = 0.0249, over 1 - 0.9604
        QVERIFY(near(value, 0.9 + 0.1 * (0.055 / 0.19) / std::sqrt(0.0249 / 0.0396)));
        QCOMPARE(state.step, std::int64_t(2));
    }

    void aLongGradientIsScaledDownToTheClippingNorm()
    {
        std::array<float, 2> values{0, 0}, gradient{3, 4};
        AdamState state;
        QVERIFY(near(adamStep({{values.data(), gradient.data(), 2}}, {}, 0.1, state), 5));
        QVERIFY(near(state.first[0], 0.1 * 0.6));
        QVERIFY(near(state.first[1], 0.1 * 0.8));
    }

    void newValuesBeginWithoutMemory()
    {
        std::array<float, 2> values{0, 0}, gradient{0.5f, 0.5f};
        AdamState state;
        adamStep({{values.data(), gradient.data(), 1}}, {}, 0.1, state);
        adamStep({{values.data(), gradient.data(), 1}, {&values[1], &gradient[1], 1}}, {}, 0.1, state);
        QCOMPARE(state.first.size(), std::size_t(2));
        QVERIFY(near(state.first[1], 0.05));
    }

    void theRateWarmsUpStaysOrFalls()
    {
        QVERIFY(near(learningRateAt(4, 110, 10, 2, Schedule::Constant), 1));
        QVERIFY(near(learningRateAt(60, 110, 10, 2, Schedule::Constant), 2));
        QVERIFY(near(learningRateAt(10, 110, 10, 2, Schedule::Cosine), 2));
        QVERIFY(near(learningRateAt(60, 110, 10, 2, Schedule::Cosine), 1));
        QVERIFY(near(learningRateAt(110, 110, 10, 2, Schedule::Cosine), 0));
    }

private:
    static bool near(double actual, double expected) { return std::abs(actual - expected) < 1e-5; }
};

QTEST_APPLESS_MAIN(TestOptimizer)
#include "tst_optimizer.moc"
