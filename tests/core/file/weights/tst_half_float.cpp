#include "core/file/weights/half_float.h"

#include <QTest>

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
    }

    void keepsSignOfZeroAndNan()
    {
        QVERIFY(std::signbit(floatFromHalf(0x8000)));
        QVERIFY(std::isnan(floatFromHalf(0x7C01)));
        QVERIFY(std::isnan(floatFromHalf(0xFE00)));
    }

    void everyHalfIsWhatItsBitsSay()
    {
        for (int bits = 0; bits <= 0xFFFF; ++bits) {
            const int exponent = bits >> 10 & 0x1F, fraction = bits & 0x3FF;
            const float sign = bits & 0x8000 ? -1.0f : 1.0f;
            const float value = floatFromHalf(static_cast<std::uint16_t>(bits));
            if (exponent == 31)
                QVERIFY(fraction == 0 ? value == sign * infinity : std::isnan(value));
            else if (exponent == 0)
                QCOMPARE(value, sign * std::ldexp(float(fraction), -24));
            else
                QCOMPARE(value, sign * std::ldexp(float(1024 + fraction), exponent - 25));
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
