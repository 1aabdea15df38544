#include "core/error.h"
#include "core/file/bytes/byte_file.h"
#include "core/file/bytes/chosen_files.h"
#include "core/file/bytes/folder_files.h"
#include "core/file/safetensors/safetensors_writer.h"
#include "core/file/weights/weight_source.h"
#include "tests/builders/safetensors_bytes.h"

#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <functional>
#include <limits>

using namespace glassformer;

namespace fs = std::filesystem;

namespace {

using Shape = std::vector<std::int64_t>;
using Values = std::vector<float>;

QString complaint(const std::function<void()>& act)
{
    try {
        act();
    } catch (const Error& error) {
        return QString::fromUtf8(error.what());
    }
    return {};
}

/** Whole numbers below 2048, which 16 bits hold exactly. */
StoredTensor storedHalves(const Tensor& tensor)
{
    StoredTensor stored{TensorType::F16, tensor.shape, {}};
    for (const float value : tensor.values) {
        int exponent = 0;
        const float significand =
            std::frexp(value, &exponent); // value = significand * 2^exponent, at least 1/2
        const int bits = value == 0.0f ? 0 : ((exponent + 14) << 10) + int(significand * 2048) - 1024;
        stored.bytes += {char(bits & 0xFF), char(bits >> 8)};
    }
    return stored;
}

std::string hex(const char* digits)
{
    return QByteArray::fromHex(digits).toStdString();
}

} // namespace

class TestWeightSource : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_folder = pathFromText(m_dir->path().toStdString());
    }

    void listsWhatTheFileHolds()
    {
        write(weights_file,
            safetensorsBytes({{"b", StoredTensor{TensorType::I64, {2}, std::string(16, '\0')}},
                                 {"a", StoredTensor{TensorType::F16, {2, 3}, std::string(12, '\0')}},
                                 {"c", StoredTensor{TensorType::F16, {}, std::string(2, '\0')}}},
                {{"format", "pt"}}));
        const WeightSource source{FolderFiles(m_folder)};
        QVERIFY((source.names() == std::vector<std::string>{"a", "b", "c"}));
        QVERIFY(source.contains("a") && !source.contains("d"));
        QVERIFY(source.entry("a").shape == (Shape{2, 3}));
        QVERIFY(source.entry("b").type == TensorType::I64);
        QCOMPARE(source.totalBytes(), std::uint64_t{16 + 12 + 2});
        QCOMPARE(source.metadata().at("format"), std::string("pt"));
        QVERIFY(source.where() == pathText(m_folder / weights_file));
    }

    void readsNumbersOfEveryFloatType_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<QByteArray>("bytes");
        // 1, -2.5, the largest and the smallest of the type, infinity, in that order; from IEEE 754.
        QTest::addColumn<float>("largest");
        QTest::addColumn<float>("smallest");
        QTest::newRow("F32") << "F32" << QByteArray::fromHex("0000803f000020c0ffff7f7f010000000000807f")
                             << std::numeric_limits<float>::max() << std::numeric_limits<float>::denorm_min();
        QTest::newRow("F16") << "F16" << QByteArray::fromHex("003c00c1ff7b0100007c") << 65504.0f
                             << std::ldexp(1.0f, -24);
        QTest::newRow("BF16") << "BF16" << QByteArray::fromHex("803f20c07f7f0100807f")
                              << std::ldexp(255.0f, 120) << std::ldexp(1.0f, -133);
        QTest::newRow("F64") << "F64"
                             << QByteArray::fromHex("000000000000f03f00000000000004c0000000e0ffffef47"
                                                    "000000000000a036000000000000f07f")
                             << std::numeric_limits<float>::max() << std::numeric_limits<float>::denorm_min();
    }
    void readsNumbersOfEveryFloatType()
    {
        QFETCH(QString, type);
        QFETCH(QByteArray, bytes);
        QFETCH(float, largest);
        QFETCH(float, smallest);
        writeOne(type.toStdString(), "[5,1]", bytes.toStdString());
        const WeightSource source{FolderFiles(m_folder)};
        const Values expected{1.0f, -2.5f, largest, smallest, std::numeric_limits<float>::infinity()};
        QVERIFY((source.tensor("a") == Tensor{{5, 1}, expected}));
        QVERIFY((source.rows("a", {1, 2}) == Tensor{{2, 1}, {-2.5f, largest}}));
        QVERIFY(source.matrix("a").rows() == 5 && source.matrix("a")(1, 0) == -2.5f);
        QVERIFY(source.stored("a").bytes == bytes.toStdString());
    }

    void readsTensorsLargerThanOneBlock_data()
    {
        QTest::addColumn<bool>("is_half");
        QTest::newRow("F32") << false;
        QTest::newRow("F16") << true;
    }
    void readsTensorsLargerThanOneBlock()
    {
        QFETCH(bool, is_half);
        // Whole numbers up to 2048 are exact in 16 bits; 3 million of them are more than 4 MB in both types.
        Tensor large{{3000, 1000}, Values(3'000'000)};
        for (std::size_t i = 0; i < large.values.size(); ++i)
            large.values[i] = static_cast<float>(i * 7 % 2048);
        write(weights_file, safetensorsBytes({{"a", is_half ? storedHalves(large) : storedFloats(large)}}));
        std::uint64_t told = 0;
        const WeightSource source(
            FolderFiles(m_folder), {{}, [&told](std::uint64_t done, std::uint64_t total) {
                                        QVERIFY(done >= told && done <= total);
                                        told = done;
                                    }});
        QVERIFY(source.tensor("a") == large);
        QCOMPARE(told, source.totalBytes());
        const Tensor last = source.rows("a", {2999, 1});
        QVERIFY(std::equal(last.values.begin(), last.values.end(), large.values.end() - 1000));
    }

    void readsVectorsScalarsAndEmptyTensors()
    {
        write(weights_file,
            safetensorsBytes(std::map<std::string, Tensor>{{"vector", {{3}, {1, 2, 3}}},
                {"scalar", {{}, {4}}}, {"empty", {{0, 5}, {}}}, {"cube", {{2, 1, 2}, {1, 2, 3, 4}}}}));
        const WeightSource source{FolderFiles(m_folder)};
        const Matrix<float> vector = source.matrix("vector");
        QVERIFY(vector.rows() == 1 && vector.cols() == 3 && vector(0, 2) == 3);
        QVERIFY((source.rows("vector", {1, 2}) == Tensor{{2}, {2, 3}}));
        QVERIFY((source.tensor("scalar") == Tensor{{}, {4}}));
        QVERIFY((source.tensor("empty") == Tensor{{0, 5}, {}}));
        QVERIFY(source.matrix("empty").rows() == 0 && source.matrix("empty").cols() == 5);
        QVERIFY((source.rows("cube", {1, 1}) == Tensor{{1, 1, 2}, {3, 4}}));
        QCOMPARE(complaint([&] { source.matrix("cube"); }),
            QString::fromStdString(
                source.where("cube") + ": the shape [2, 1, 2]; expected a vector or a matrix"));
    }

    void refusesWrongRequests()
    {
        writeOne("I8", "[2,3]", "abcdef");
        const WeightSource source{FolderFiles(m_folder)};
        QVERIFY(
            complaint([&] { source.tensor("b"); }).contains("model.safetensors, b: no tensor of this name"));
        QVERIFY(complaint([&] { source.tensor("a"); }).contains("a: numbers of type I8; expected F32"));
        QVERIFY(source.storedRows("a", {1, 1}).bytes == "def");
        QVERIFY(source.storedRows("a", {2, 0}).bytes.empty());
        for (const RowRange range :
            {RowRange{0, 3}, {2, 1}, {3, 0}, {-1, 1}, {0, -1}, {1, std::numeric_limits<std::int64_t>::max()}})
            QVERIFY(complaint([&] {
                source.stored("a"), source.storedRows("a", range);
            }).contains("of the 2 that"));
    }

    void refusesRowsThatEndInsideAByte()
    {
        writeOne("F4", "[2,3]", "abc");
        const WeightSource source{FolderFiles(m_folder)};
        QVERIFY(source.stored("a").bytes == "abc");
        QVERIFY(complaint([&] { source.storedRows("a", {0, 1}); }).contains("inside a byte"));
    }

    void stopsWhenAsked()
    {
        write(weights_file,
            safetensorsBytes(std::map<std::string, Tensor>{{"a", {{4'000'000}, Values(4'000'000)}}}));
        const CancelFlag cancel;
        int blocks = 0;
        const WeightSource source(FolderFiles(m_folder), {cancel, [&](std::uint64_t, std::uint64_t) {
                                                              if (++blocks == 2)
                                                                  cancel.raise();
                                                          }});
        QVERIFY_EXCEPTION_THROWN(source.tensor("a"), Cancelled);
        QCOMPARE(blocks, 2);
        QVERIFY_EXCEPTION_THROWN(WeightSource(FolderFiles(m_folder), {cancel, {}}), Cancelled);
    }

    void opensAnyFileByItself()
    {
        write("run.trace", safetensorsBytes(std::map<std::string, Tensor>{{"a", {{1}, {7}}}}));
        QVERIFY((WeightSource::ofFile(ChosenFiles({m_folder / "run.trace"}).open("run.trace")).tensor("a")
            == Tensor{{1}, {7}}));
    }

    void canBeMovedAndReadFromSeveralPlaces()
    {
        writeOne("F32", "[2]", hex("0000803f00000040"));
        WeightSource first{FolderFiles(m_folder)};
        const WeightSource second = std::move(first);
        const WeightSource third{FolderFiles(m_folder)};
        QVERIFY(second.tensor("a") == third.tensor("a"));
    }

private:
    static constexpr const char* weights_file = "model.safetensors";

    void write(const char* name, const std::string& bytes) const { writeFile(m_folder / name, bytes); }
    void writeOne(const std::string& type, const std::string& shape, const std::string& data) const
    {
        write(
            weights_file, fileBytes(oneTensor(type, shape, "[0," + std::to_string(data.size()) + "]"), data));
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    fs::path m_folder;
};

QTEST_APPLESS_MAIN(TestWeightSource)
#include "tst_weight_source.moc"
