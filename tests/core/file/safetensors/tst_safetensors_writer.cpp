#include "core/error.h"
#include "core/file/safetensors/safetensors_writer.h"
#include "tests/builders/safetensors_bytes.h"
#include "tests/builders/tensor_file.h"

#include <QTest>

#include <limits>

using namespace glassformer;

namespace {

using StoredTensors = std::map<std::string, StoredTensor>;

WeightSource readBack(const std::string& bytes)
{
    return tensorsIn(bytes, "written");
}

} // namespace

class TestSafetensorsWriter : public QObject
{
    Q_OBJECT

private slots:
    void writesTheseBytes()
    {
        const std::map<std::string, Tensor> tensors{{"w", {{2}, {1.0f, -2.5f}}}};
        const std::string json = R"({"w":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}})";
        const std::string padded = json + std::string((8 - json.size() % 8) % 8, ' ');
        QVERIFY(safetensorsBytes(tensors) == fileBytes(padded, std::string("\0\0\x80\x3F\0\0\x20\xC0", 8)));
    }

    void padsTheHeaderToEightBytes()
    {
        for (const char* name : {"a", "ab", "abc", "abcd", "abcde", "abcdef", "abcdefg", "abcdefgh"}) {
            const std::string bytes = safetensorsBytes(std::map<std::string, Tensor>{{name, {{}, {1.0f}}}});
            QCOMPARE((bytes.size() - 4) % 8, std::size_t{0});
            QVERIFY((readBack(bytes).tensor(name) == Tensor{{}, {1.0f}}));
        }
    }

    void returnsWhatWasWritten()
    {
        constexpr float infinity = std::numeric_limits<float>::infinity();
        const std::map<std::string, Tensor> tensors{{"encoder.0.gain", {{3}, {0.1f, -0.0f, infinity}}},
            {"empty", {{0, 4}, {}}}, {"scalar", {{}, {3.0f}}},
            {"\"quoted\" \xE6\xBC\xA2\xE5\xAD\x97", {{1, 1}, {2.0f}}}};
        const std::map<std::string, std::string> metadata{{"tokens", "a\nb\t\"c\""}, {"empty", ""}};
        const WeightSource file = readBack(safetensorsBytes(tensors, metadata));
        for (const auto& [name, tensor] : tensors)
            QVERIFY2(file.tensor(name) == tensor, name.c_str());
        QCOMPARE(file.names().size(), tensors.size());
        QVERIFY(file.metadata() == metadata);
    }

    void putsWiderTypesFirst()
    {
        const StoredTensors tensors{{"a", {TensorType::F16, {1}, std::string("\x00\x38", 2)}},
            {"b", storedFloats({{1}, {0.1f}})}, {"c", storedIntegers({2}, std::vector<std::int32_t>{-1, 7})},
            {"d", storedIntegers({1}, std::vector<std::int64_t>{std::numeric_limits<std::int64_t>::min()})}};
        const WeightSource file = readBack(safetensorsBytes(tensors));
        QCOMPARE(file.entry("d").begin, std::uint64_t{0});
        QCOMPARE(file.entry("b").begin, std::uint64_t{8});
        QCOMPARE(file.entry("c").begin, std::uint64_t{12});
        QCOMPARE(file.entry("a").begin, std::uint64_t{20});
        QVERIFY(file.entry("a").type == TensorType::F16);
        QVERIFY(file.entry("c").type == TensorType::I32);
        QVERIFY((file.tensor("a").values == std::vector<float>{0.5f}));
        QVERIFY((file.tensor("b").values == std::vector<float>{0.1f}));
        QVERIFY((file.integers("c") == std::vector<std::int64_t>{-1, 7}));
        QVERIFY((file.integers("d") == std::vector<std::int64_t>{std::numeric_limits<std::int64_t>::min()}));
    }

    void halvesAreTheNearestOnes_data()
    {
        // IEEE 754-2008, 3.6 and 4.3.1: 1 + 2^-11 lies between 1 and 1 + 2^-10 and goes to the even one.
        QTest::addColumn<float>("value");
        QTest::addColumn<int>("bits");
        QTest::newRow("one third") << 1.0f / 3.0f << 0x3555;
        QTest::newRow("tie to even, down") << 1.0f + 0x1p-11f << 0x3C00;
        QTest::newRow("tie to even, up") << 1.0f + 3 * 0x1p-11f << 0x3C02;
        QTest::newRow("largest") << -65504.0f << 0xFBFF;
        QTest::newRow("smallest subnormal") << 0x1p-24f << 0x0001;
    }

    void halvesAreTheNearestOnes()
    {
        QFETCH(float, value);
        QFETCH(int, bits);
        const StoredTensor stored = storedHalves({{1}, {value}}, "w");
        QCOMPARE(
            static_cast<unsigned char>(stored.bytes[0]) | static_cast<unsigned char>(stored.bytes[1]) << 8,
            bits);
    }

    void whatNoHalfHoldsIsRefusedByName()
    {
        for (const float value : {65520.0f, std::numeric_limits<float>::infinity(), std::nanf("")})
            try {
                storedHalves({{1}, {value}}, "decoder.0.norm");
                QFAIL("accepted");
            } catch (const Error& error) {
                QVERIFY(std::string(error.what()).find("decoder.0.norm") != std::string::npos);
            }
    }

    void refusesTextThatIsNotUtf8()
    {
        const std::map<std::string, Tensor> good{{"w", {{}, {1.0f}}}};
        const std::map<std::string, Tensor> bad{{"w\xFF", {{}, {1.0f}}}};
        const std::map<std::string, std::string> bad_metadata{{"k", "\xC3"}};
        QVERIFY_EXCEPTION_THROWN(safetensorsBytes(bad), Error);
        QVERIFY_EXCEPTION_THROWN(safetensorsBytes(good, bad_metadata), Error);
    }
};

QTEST_APPLESS_MAIN(TestSafetensorsWriter)
#include "tst_safetensors_writer.moc"
