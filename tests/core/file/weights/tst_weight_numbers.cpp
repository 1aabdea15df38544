#include "core/error.h"
#include "tests/builders/safetensors_bytes.h"
#include "tests/builders/tensor_file.h"

#include <QTest>

#include <cmath>
#include <functional>
#include <limits>

using namespace glassformer;

namespace {

using Shape = std::vector<std::int64_t>;
using Integers = std::vector<std::int64_t>;

/** The file of one tensor "a" with these bytes. */
WeightSource file(const std::string& type, const std::string& shape, const std::string& data)
{
    const std::string offsets = "[0," + std::to_string(data.size()) + "]";
    return tensorsIn(fileBytes(oneTensor(type, shape, offsets), data), "model.safetensors");
}

QString complaint(const std::function<void()>& act)
{
    try {
        act();
    } catch (const Error& error) {
        return QString::fromUtf8(error.what());
    }
    return {};
}

} // namespace

class TestWeightNumbers : public QObject
{
    Q_OBJECT

private slots:
    void readsF32()
    {
        const auto a = file("F32", "[1,2]", std::string("\0\0\x80\x3F\0\0\x20\xC0", 8)).tensor("a");
        QVERIFY((a == Tensor{{1, 2}, {1.0f, -2.5f}}));
    }

    void readsUnalignedNumbers()
    {
        // Two headers that differ by one byte in length: at least one of them puts the floats at an odd address.
        for (const char* blanks : {"", " "}) {
            const std::string json = oneTensor("F32", "[1]", "[0,4]") + blanks;
            const WeightSource odd = tensorsIn(fileBytes(json, std::string("\0\0\x80\x3F", 4)), "odd");
            QVERIFY((odd.tensor("a") == Tensor{{1}, {1.0f}}));
        }
    }

    void readsF16()
    {
        const auto a = file("F16", "[3]", std::string("\0\x3C\x01\0\0\xFC", 6)).tensor("a");
        const float infinity = std::numeric_limits<float>::infinity();
        QVERIFY((a == Tensor{{3}, {1.0f, 1.0f / 16777216.0f, -infinity}}));
    }

    void readsBF16()
    {
        const auto a = file("BF16", "[2]", std::string("\x80\x3F\x49\xC0", 4)).tensor("a");
        QVERIFY((a == Tensor{{2}, {1.0f, -3.140625f}}));
    }

    void roundsF64()
    {
        // 1/3 as double, 5e-324 (too small for a float), NaN, minus infinity
        const QByteArray bytes = QByteArray::fromHex("555555555555d53f"
                                                     "0100000000000000"
                                                     "000000000000f87f"
                                                     "000000000000f0ff");
        const auto values = file("F64", "[4]", bytes.toStdString()).tensor("a").values;
        QVERIFY(values[0] == 1.0f / 3.0f);
        QVERIFY(values[1] == 0.0f);
        QVERIFY(std::isnan(values[2]));
        QVERIFY(values[3] == -std::numeric_limits<float>::infinity());
    }

    void refusesF64BeyondFloats()
    {
        const auto large = file("F64", "[1]", QByteArray::fromHex("9c7500883ce4377e").toStdString()); // 1e300
        const QString said = complaint([&large] { large.tensor("a"); });
        QVERIFY2(
            said.contains("model.safetensors, a: a number of type F64 that is too large"), qPrintable(said));
    }

    void readsScalarAndEmpty()
    {
        QVERIFY((file("F32", "[]", std::string("\0\0\x80\x3F", 4)).tensor("a") == Tensor{{}, {1.0f}}));
        QVERIFY((file("F32", "[3,0]", "").tensor("a") == Tensor{{3, 0}, {}}));
    }

    void readsWholeNumbers_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<qlonglong>("value");
        const auto row = [](const char* type, const QByteArray& hex, qlonglong value) {
            QTest::newRow(type) << type << QByteArray::fromHex(hex) << value;
        };
        row("I8", "fe", -2);
        row("I16", "feff", -2);
        row("I32", "00000080", -2147483648LL);
        row("I64", "feffffffffffffff", -2);
        row("U8", "fe", 254);
        row("U16", "feff", 65534);
        row("U32", "ffffffff", 4294967295LL);
    }
    void readsWholeNumbers()
    {
        QFETCH(QString, type);
        QFETCH(QByteArray, bytes);
        QFETCH(qlonglong, value);
        QVERIFY((file(type.toStdString(), "[1]", bytes.toStdString()).integers("a") == Integers{value}));
    }

    void refusesOtherTypes_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<int>("size");
        for (const auto& [type, size] :
            {std::pair{"I64", 8}, {"U64", 8}, {"I32", 4}, {"BOOL", 1}, {"F8_E4M3", 1}})
            QTest::newRow(type) << type << size;
    }
    void refusesOtherTypes()
    {
        QFETCH(QString, type);
        QFETCH(int, size);
        const auto other = file(type.toStdString(), "[1]", std::string(static_cast<std::size_t>(size), '\0'));
        const QString said = complaint([&other] { other.tensor("a"); });
        QCOMPARE(said, "model.safetensors, a: numbers of type " + type + "; expected F32, F16, BF16 or F64");
    }

    void refusesFloatsAsWholeNumbers()
    {
        const auto floats = file("F32", "[1]", std::string(4, '\0'));
        QVERIFY(complaint([&floats] {
            floats.integers("a");
        }).contains("numbers of type F32; expected whole numbers"));
    }

    void refusesNonFiniteWeights_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("says");
        QTest::newRow("NaN") << QByteArray::fromHex("0000803f0000c07f") << "NaN at place 1";
        QTest::newRow("infinity") << QByteArray::fromHex("0000807f0000c07f")
                                  << "an infinite value at place 0";
    }
    void refusesNonFiniteWeights()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, says);
        const auto bad = file("F32", "[2]", bytes.toStdString());
        QVERIFY(complaint([&bad] { bad.finiteTensor("a"); }).contains(says));
        QCOMPARE(bad.tensor("a").values.size(), std::size_t{2});
    }

    void acceptsExtremeFiniteWeights()
    {
        // 1e38, the smallest subnormal, zero
        const QByteArray bytes = QByteArray::fromHex("9976967e"
                                                     "01000000"
                                                     "00000000");
        const auto values = file("F32", "[3]", bytes.toStdString()).finiteTensor("a").values;
        QVERIFY((values == std::vector<float>{1e38f, std::numeric_limits<float>::denorm_min(), 0.0f}));
    }

    void tellsWhatItHolds()
    {
        const std::string json =
            R"({"__metadata__":{"k":"v"},"b":{"dtype":"U8","shape":[1],"data_offsets":[0,1]},)"
            R"("a":{"dtype":"I8","shape":[1,1],"data_offsets":[1,2]}})";
        const WeightSource both = tensorsIn(fileBytes(json, "xy"), "both");
        QVERIFY((both.names() == std::vector<std::string>{"a", "b"}));
        QVERIFY(both.contains("a") && !both.contains("c"));
        QVERIFY((both.entry("a").shape == Shape{1, 1}));
        QVERIFY(both.entry("b").type == TensorType::U8);
        QVERIFY((both.integers("a") == Integers{'y'}));
        QCOMPARE(both.metadata().at("k"), std::string("v"));
        QCOMPARE(complaint([&both] { both.entry("c"); }),
            QString("both, c: no tensor of this name; expected one"));
    }
};

QTEST_APPLESS_MAIN(TestWeightNumbers)
#include "tst_weight_numbers.moc"
