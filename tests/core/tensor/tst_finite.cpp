#include "core/tensor/finite.h"

#include <QtTest>

#include <cstdint>
#include <cstring>
#include <limits>
#include <string>
#include <vector>

using namespace glassformer;

/** One value among finite ones, at every place of a length that is no multiple of a word's, at any address. */
class TestFinite : public QObject
{
    Q_OBJECT

private slots:
    void floatsAreFinite_data()
    {
        QTest::addColumn<float>("value");
        QTest::addColumn<bool>("expected");
        using Limits = std::numeric_limits<float>;
        QTest::newRow("zero") << 0.0F << true;
        QTest::newRow("minus zero") << -0.0F << true;
        QTest::newRow("largest") << Limits::max() << true;
        QTest::newRow("lowest") << Limits::lowest() << true;
        QTest::newRow("smallest") << Limits::denorm_min() << true;
        QTest::newRow("infinity") << Limits::infinity() << false;
        QTest::newRow("minus infinity") << -Limits::infinity() << false;
        QTest::newRow("NaN") << Limits::quiet_NaN() << false;
    }
    void floatsAreFinite()
    {
        QFETCH(float, value);
        QFETCH(bool, expected);
        for (std::size_t at = 0; at < 2051; ++at) {
            std::vector<float> values(2051, -1.5F);
            values[at] = value;
            QCOMPARE(areFinite(values), expected);
        }
        QVERIFY(areFinite(std::span<const float>()));
    }

    void halvesAreFinite_data()
    {
        QTest::addColumn<int>("format");
        QTest::addColumn<int>("bits");
        QTest::addColumn<bool>("expected");
        const auto row = [](const char* name, NumberFormat format, int bits, bool expected) {
            QTest::newRow(name) << int(format) << bits << expected;
        };
        row("F16 largest, 65504", NumberFormat::Float16, 0x7BFF, true);
        row("F16 smallest", NumberFormat::Float16, 0x0001, true);
        row("F16 infinity", NumberFormat::Float16, 0x7C00, false);
        row("F16 minus infinity", NumberFormat::Float16, 0xFC00, false);
        row("F16 NaN", NumberFormat::Float16, 0x7E01, false);
        row("BF16 largest", NumberFormat::BFloat16, 0xFF7F, true);
        row("BF16 what would be infinite as F16", NumberFormat::BFloat16, 0x7C00, true);
        row("BF16 infinity", NumberFormat::BFloat16, 0x7F80, false);
        row("BF16 NaN", NumberFormat::BFloat16, 0xFFC0, false);
    }
    void halvesAreFinite()
    {
        QFETCH(int, format);
        QFETCH(int, bits);
        QFETCH(bool, expected);
        const auto word = static_cast<std::uint16_t>(bits);
        for (std::size_t at = 0; at < 1027; ++at) {
            std::string bytes(1 + 1027 * 2, '\x01');
            std::memcpy(bytes.data() + 1 + at * 2, &word, 2);
            QCOMPARE(areFinite(NumberFormat(format), std::string_view(bytes).substr(1)), expected);
        }
    }
};

QTEST_APPLESS_MAIN(TestFinite)
#include "tst_finite.moc"
