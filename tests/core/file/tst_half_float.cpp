#include "core/file/half_float.h"

#include <QTest>

#include <bit>
#include <cmath>
#include <limits>

using namespace glassformer;

namespace {

constexpr float infinity = std::numeric_limits<float>::infinity();

} // namespace

Q_DECLARE_METATYPE(std::uint16_t)

class TestHalfFloat : public QObject
{
    Q_OBJECT

private slots:
    void readsHalves_data()
    {
        QTest::addColumn<std::uint16_t>("bits");
        QTest::addColumn<float>("value");
        const auto row = [](const char* name, std::uint16_t bits, float value) {
            QTest::newRow(name) << bits << value;
        };
        row("one", 0x3C00, 1.0f);
        row("minus two", 0xC000, -2.0f);
        row("one and one step: 1 + 2^-10", 0x3C01, 1.0009765625f);
        row("a third, rounded", 0x3555, 0.333251953125f);
        row("largest", 0x7BFF, 65504.0f);
        row("smallest normal: 2^-14", 0x0400, 0.00006103515625f);
        row("largest subnormal: 1023 * 2^-24", 0x03FF, 1023.0f / 16777216.0f);
        row("smallest subnormal: 2^-24", 0x0001, 1.0f / 16777216.0f);
        row("negative subnormal: -512 * 2^-24", 0x8200, -512.0f / 16777216.0f);
        row("zero", 0x0000, 0.0f);
        row("infinity", 0x7C00, infinity);
        row("minus infinity", 0xFC00, -infinity);
    }
    void readsHalves()
    {
        QFETCH(std::uint16_t, bits);
        QFETCH(float, value);
        QVERIFY(floatFromHalf(bits) == value);
        QCOMPARE(halfFromFloat(value), bits);
    }

    void keepsSignOfZeroAndNan()
    {
        QVERIFY(std::signbit(floatFromHalf(0x8000)));
        QCOMPARE(halfFromFloat(-0.0f), std::uint16_t{0x8000});
        QVERIFY(std::isnan(floatFromHalf(0x7C01)));
        QVERIFY(std::isnan(floatFromHalf(0xFE00)));
        QVERIFY(std::isnan(floatFromHalf(halfFromFloat(std::numeric_limits<float>::quiet_NaN()))));
        // A NaN whose mark lies in the bits that a half does not have must not become infinite.
        QVERIFY(std::isnan(floatFromHalf(halfFromFloat(std::bit_cast<float>(0x7F800001u)))));
    }

    void roundsToTheNearestEvenHalf_data()
    {
        QTest::addColumn<float>("value");
        QTest::addColumn<std::uint16_t>("bits");
        const auto row = [](const char* name, float value, std::uint16_t bits) {
            QTest::newRow(name) << value << bits;
        };
        row("tie goes down to even: 1 + 2^-11", 1.00048828125f, 0x3C00);
        row("tie goes up to even: 1 + 3 * 2^-11", 1.00146484375f, 0x3C02);
        row("just over the tie", 1.0004884f, 0x3C01);
        row("just under the second tie", 1.0014647f, 0x3C01);
        row("carry into the exponent: 2 - 2^-12", 1.999755859375f, 0x4000);
        row("below the tie to infinity", 65519.996f, 0x7BFF);
        row("tie to infinity: 65520", 65520.0f, 0x7C00);
        row("far too large", -1e38f, 0xFC00);
        row("tie to zero: 2^-25", 0.5f / 16777216.0f, 0x0000);
        row("just over 2^-25", 0.500001f / 16777216.0f, 0x0001);
        row("subnormal tie goes up: 1.5 * 2^-24", 1.5f / 16777216.0f, 0x0002);
        row("subnormal tie goes down: 2.5 * 2^-24", 2.5f / 16777216.0f, 0x0002);
        row("subnormal becomes normal: 1023.5 * 2^-24", 1023.5f / 16777216.0f, 0x0400);
        row("smallest float", std::numeric_limits<float>::denorm_min(), 0x0000);
    }
    void roundsToTheNearestEvenHalf()
    {
        QFETCH(float, value);
        QFETCH(std::uint16_t, bits);
        QCOMPARE(halfFromFloat(value), bits);
    }

    void everyHalfSurvivesTheWayThroughFloat()
    {
        for (std::uint32_t bits = 0; bits <= 0xFFFF; ++bits) {
            const float value = floatFromHalf(static_cast<std::uint16_t>(bits));
            if (!std::isnan(value))
                QCOMPARE(halfFromFloat(value), static_cast<std::uint16_t>(bits));
            else
                QVERIFY((bits & 0x7FFF) > 0x7C00);
        }
    }

    void readsBFloats()
    {
        QVERIFY(floatFromBFloat(0x3F80) == 1.0f);
        QVERIFY(floatFromBFloat(0xC049) == -3.140625f);
        QVERIFY(floatFromBFloat(0x7F80) == infinity);
        QVERIFY(floatFromBFloat(0xFF80) == -infinity);
        QVERIFY(floatFromBFloat(0x0001) == std::ldexp(1.0f, -133));
        QVERIFY(std::isnan(floatFromBFloat(0x7FC0)));
    }
};

QTEST_APPLESS_MAIN(TestHalfFloat)
#include "tst_half_float.moc"
