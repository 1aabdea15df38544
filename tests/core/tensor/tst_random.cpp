#include "core/error.h"
#include "core/tensor/random.h"

#include <QtTest>

#include <cmath>
#include <numbers>
#include <random>
#include <vector>

using namespace glassformer;

class TestRandom : public QObject
{
    Q_OBJECT

private slots:
    void isMersenneTwister();
    void uniformIsInRangeAndEven();
    void belowIsInRangeAndEven();
    void normalHasItsMoments();
    void normalIsBoxMuller();
    void uniformIsThatOfNumPy();
    void stateContinues();
    void badStates_data();
    void badStates();
};

void TestRandom::isMersenneTwister()
{
    // The value that the C++ standard requires of std::mt19937.
    Random random(5489);
    for (int i = 1; i < 10000; ++i)
        random.next();
    QCOMPARE(random.next(), 4123659995U);
    Random other(7);
    std::mt19937 reference(7);
    for (int i = 0; i < 3000; ++i)
        QCOMPARE(other.next(), static_cast<std::uint32_t>(reference()));
}

void TestRandom::uniformIsInRangeAndEven()
{
    Random random(1);
    std::vector<int> counts(10);
    for (int i = 0; i < 100000; ++i) {
        const double x = random.uniform();
        QVERIFY(x >= 0 && x < 1);
        ++counts[static_cast<std::size_t>(x * 10)];
    }
    for (const int count : counts) // 10000 expected, deviation 95
        QVERIFY(std::abs(count - 10000) < 500);
}

void TestRandom::belowIsInRangeAndEven()
{
    Random random(2);
    std::vector<int> counts(7);
    for (int i = 0; i < 70000; ++i)
        ++counts[random.below(7)];
    for (const int count : counts)
        QVERIFY(std::abs(count - 10000) < 500);
    QCOMPARE(random.below(1), 0U);
    // Of 3 * 2^30 numbers, the lower half would come up in two of three draws without drawing again.
    int low = 0;
    for (int i = 0; i < 10000; ++i)
        low += random.below(3U << 30) < (3U << 29);
    QVERIFY(std::abs(low - 5000) < 250);
}

void TestRandom::normalHasItsMoments()
{
    Random random(3);
    double sum = 0;
    double square = 0;
    double fourth = 0;
    constexpr int count = 200000;
    for (int i = 0; i < count; ++i) {
        const double x = random.normal();
        sum += x;
        square += x * x;
        fourth += x * x * x * x;
    }
    QVERIFY(std::abs(sum / count) < 0.01);
    QVERIFY(std::abs(square / count - 1) < 0.02);
    QVERIFY(std::abs(fourth / count - 3) < 0.15);
}

void TestRandom::normalIsBoxMuller()
{
    // Our logarithm and cosine are those of the library up to rounding.
    Random random(4);
    Random uniforms(4);
    for (int i = 0; i < 20000; ++i) {
        const double radius = std::sqrt(-2 * std::log(1 - uniforms.uniform()));
        const double expected = radius * std::cos(2 * std::numbers::pi * uniforms.uniform());
        QVERIFY(std::abs(random.normal() - expected) < 2e-14);
    }
}

void TestRandom::uniformIsThatOfNumPy()
{
    // numpy.random.RandomState(0).random_sample(3)
    Random random(0);
    for (const double expected : {0.5488135039273248, 0.7151893663724195, 0.6027633760716439})
        QCOMPARE(random.uniform(), expected);
}

void TestRandom::stateContinues()
{
    Random random(5);
    for (int i = 0; i < 1000; ++i)
        random.normal();
    const std::string state = random.state();
    Random resumed = Random::fromState(state);
    QVERIFY(resumed == random);
    QCOMPARE(resumed.state(), state);
    for (int i = 0; i < 1000; ++i)
        QCOMPARE(resumed.uniform(), random.uniform());
    QVERIFY(Random::fromState(Random(6).state()) == Random(6));
}

void TestRandom::badStates_data()
{
    QTest::addColumn<std::string>("text");
    const std::string good = Random(1).state();
    QTest::newRow("empty") << std::string();
    QTest::newRow("name only") << std::string("mt19937");
    QTest::newRow("other name") << "x" + good;
    QTest::newRow("cut short") << good.substr(0, good.rfind(' '));
    QTest::newRow("too long") << good + " 1";
    QTest::newRow("position") << "mt19937 625" + good.substr(11);
    QTest::newRow("negative") << "mt19937 -1" + good.substr(11);
    QTest::newRow("too large a word") << good.substr(0, good.rfind(' ')) + " 4294967296";
}

void TestRandom::badStates()
{
    QFETCH(std::string, text);
    QVERIFY_EXCEPTION_THROWN(Random::fromState(text), Error);
}

QTEST_APPLESS_MAIN(TestRandom)
#include "tst_random.moc"
