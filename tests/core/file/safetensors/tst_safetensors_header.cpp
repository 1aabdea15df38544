#include "core/error.h"
#include "core/file/safetensors/safetensors_header.h"
#include "tests/builders/hang.h"
#include "tests/builders/safetensors_bytes.h"

#include <QElapsedTimer>
#include <QTest>

using namespace glassformer;

namespace {

QByteArray raw(const std::string& bytes)
{
    return QByteArray(bytes.data(), static_cast<qsizetype>(bytes.size()));
}

TensorTable read(const std::string& bytes)
{
    return readSafetensorsHeader(bytes, bytes.size(), "model.safetensors");
}

/** What the reader says about the bytes; empty if it accepts them. */
QString complaint(const std::string& bytes)
{
    try {
        read(bytes);
    } catch (const Error& error) {
        return QString::fromUtf8(error.what());
    }
    return {};
}

const std::string four_bytes(4, '\0');
const std::string eight_bytes(8, '\0');
const std::string good_header = oneTensor("F32", "[1]", "[0,4]");

/** Two tensors of one float each, at the given offsets. */
std::string twoTensors(const std::string& first, const std::string& second)
{
    const std::string fields = R"({"dtype":"F32","shape":[1],"data_offsets":)";
    return R"({"a":)" + fields + first + R"(},"b":)" + fields + second + "}}";
}

void refuse(const char* name, const std::string& bytes, const char* says)
{
    QTest::newRow(name) << raw(bytes) << says;
}

void refuseHeader(const char* name, const std::string& json, const char* says)
{
    refuse(name, fileBytes(json, four_bytes), says);
}

} // namespace

class TestSafetensorsHeader : public QObject
{
    Q_OBJECT

private slots:
    void readsATable()
    {
        const std::string json = R"({"__metadata__":{"model":"tiny"},"late":{"dtype":"I64","shape":[1],)"
                                 R"("data_offsets":[4,12]},"early":{"dtype":"F16","shape":[1,2],)"
                                 R"("data_offsets":[0,4]}}   )";
        const TensorTable header = read(fileBytes(json, four_bytes + eight_bytes));

        QCOMPARE(header.entries.size(), std::size_t{2});
        QCOMPARE(header.entries[0].name, std::string("early"));
        QVERIFY(header.entries[0].type == TensorType::F16);
        QVERIFY((header.entries[0].shape == std::vector<std::int64_t>{1, 2}));
        QCOMPARE(header.entries[0].count(), std::uint64_t{2});
        QCOMPARE(header.entries[1].name, std::string("late"));
        QCOMPARE(header.entries[1].begin, std::uint64_t{4});
        QCOMPARE(header.entries[1].end, std::uint64_t{12});
        QCOMPARE(header.metadata.at("model"), std::string("tiny"));
        QCOMPARE(header.data_begin, std::uint64_t{8 + json.size()});
    }

    void accepts_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const auto row = [](const char* name, const std::string& json, const std::string& data) {
            QTest::newRow(name) << raw(fileBytes(json, data));
        };
        row("spaces after the header", good_header + "     ", four_bytes);
        row("spaces before the header", "  " + good_header, four_bytes);
        row("line ends and tabs around the header", "\r\n\t" + good_header + "\t\r\n", four_bytes);
        row("header of odd length", good_header + std::string(good_header.size() % 2 ? 2 : 1, ' '),
            four_bytes);
        row("scalar", oneTensor("F32", "[]", "[0,4]"), four_bytes);
        row("only an empty tensor", oneTensor("F32", "[0]", "[0,0]"), "");
        row("empty tensor with a huge other side", oneTensor("F32", "[0,9223372036854775807]", "[0,0]"), "");
        row("empty tensor at the place of another",
            R"({"b":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},)"
            R"("a":{"dtype":"F32","shape":[0],"data_offsets":[0,0]},)"
            R"("c":{"dtype":"F32","shape":[2,0],"data_offsets":[4,4]}})",
            four_bytes);
        row("two tensors, the later first", twoTensors("[4,8]", "[0,4]"), eight_bytes);
        row("two numbers of 4 bits", oneTensor("F4", "[2]", "[0,1]"), "x");
        row("four numbers of 6 bits", oneTensor("F6_E2M3", "[4]", "[0,3]"), "xyz");
        row("empty metadata", R"({"__metadata__":{},)" + good_header.substr(1), four_bytes);
    }
    void accepts()
    {
        QFETCH(QByteArray, bytes);
        QCOMPARE(complaint(bytes.toStdString()), QString());
    }

    void knowsTheWidthOfEachType_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<int>("bits");
        const std::pair<const char*, int> rows[] = {{"BOOL", 8}, {"U8", 8}, {"I8", 8}, {"F8_E5M2", 8},
            {"F8_E4M3", 8}, {"F8_E8M0", 8}, {"I16", 16}, {"U16", 16}, {"F16", 16}, {"BF16", 16}, {"I32", 32},
            {"U32", 32}, {"F32", 32}, {"F64", 64}, {"I64", 64}, {"U64", 64}, {"C64", 64}, {"F4", 4},
            {"F6_E2M3", 6}, {"F6_E3M2", 6}};
        for (const auto& [type, bits] : rows)
            QTest::newRow(type) << type << bits;
    }
    void knowsTheWidthOfEachType()
    {
        QFETCH(QString, type);
        QFETCH(int, bits);
        const std::string data(static_cast<std::size_t>(bits), '\0'); // 8 numbers
        const std::string offsets = "[0," + std::to_string(bits) + "]";
        const auto header = read(fileBytes(oneTensor(type.toStdString(), "[8]", offsets), data));
        QCOMPARE(header.entries[0].count(), std::uint64_t{8});
        QCOMPARE(typeText(header.entries[0].type), type.toStdString());
    }

    void refusesAWrongStart_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("says");
        refuse("empty file", "", "0 bytes; expected at least 8 bytes");
        refuse("one byte", "x", "1 byte; expected at least 8 bytes");
        refuse("seven bytes", std::string(7, '\0'), "7 bytes; expected at least 8 bytes");
        refuse("no header", fileBytes("", ""), "does not begin with a brace");
        refuse("header over 100 MB", fileBytes(good_header, four_bytes, 100000001),
            "100000001 bytes; expected at most 100000000");
        refuse("header longer than the file", fileBytes("{}", "", 1000),
            "1000 bytes; expected at most the 2 bytes left");
        refuse("header length 2^63", fileBytes(good_header, four_bytes, std::uint64_t{1} << 63),
            "9223372036854775808");
        refuse("header length 2^64-1", fileBytes(good_header, four_bytes, ~std::uint64_t{0}),
            "18446744073709551615");
        refuseHeader("byte order mark", "\xEF\xBB\xBF" + good_header, "does not begin with a brace");
        refuseHeader("NUL after the header", good_header + '\0', "does not end with a brace");
        refuse("Git LFS pointer", "version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 12\n",
            "Git LFS");
        refuse("web page", "<!DOCTYPE html><html><body>Not found</body></html>", "web page");
        refuse("ZIP archive", std::string("PK\x03\x04\x14\0\x08\x08\x08\0data.pkl", 18), "PyTorch");
        refuse("pickle", std::string("\x80\x02\x8a\x0al\xfc\x9c\x46\xf9\x20\x6a\xa8\x50\x19", 14), "pickle");
        refuse("HDF5", std::string("\x89HDF\r\n\x1a\n\0\0\0\0", 12), "HDF5");
        refuse("gzip", std::string("\x1f\x8b\x08\0\0\0\0\0\0\x03", 10), "gzip");
        for (const auto& [name, length] : {std::pair{"cut file whose length begins as a web page", 0x3C},
                 {"cut file whose length begins as a pickle", 0x280},
                 {"cut file whose length begins as JSON", 0x7B}})
            refuse(name, fileBytes("{\"a\":", "", std::uint64_t(length)), "left in the file");
        refuse("GGUF", std::string("GGUF\x03\0\0\0\x01\0\0\0", 12), "GGUF");
        refuse("JSON alone", R"({"weight_map": {"a": "model-00001.safetensors"}})", "without the 8 bytes");
    }
    void refusesAWrongStart() { checkRefusal(); }

    void refusesWrongJson_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("says");
        refuseHeader("not JSON", "{hello}", "header: a mistake at byte 1");
        refuseHeader("JSON cut short but for the brace", R"({"a":{"dtype":"F32"})", "ends too early");
        refuseHeader("not an object", "[1]", "does not begin with a brace");
        refuseHeader("two objects", good_header + good_header, "header: a mistake at byte 54");
        refuseHeader("not UTF-8", "{\"\xC3(\":{}}", "UTF-8, at byte 2");
        refuseHeader("NUL inside", std::string("{\"a\0b\":{}}", 10), "NUL byte at byte 3");
        refuseHeader("empty object", "{}", "no tensors");
        refuseHeader("metadata alone", R"({"__metadata__":{"a":"b"}})", "no tensors");
        refuseHeader("same name twice",
            "{" + good_header.substr(1, good_header.size() - 2) + ',' + good_header.substr(1),
            "the field a twice");
        refuseHeader("same metadata key twice",
            R"({"__metadata__":{"k":"1","k":"2"},)" + good_header.substr(1), "field k twice");
        refuseHeader("metadata no object", R"({"__metadata__":"text",)" + good_header.substr(1),
            "__metadata__: the text");
        refuseHeader("metadata null", R"({"__metadata__":null,)" + good_header.substr(1),
            "__metadata__: null; expected an object");
        refuseHeader("metadata with a number", R"({"__metadata__":{"k":1},)" + good_header.substr(1),
            "__metadata__.k: the whole number 1; expected a text");
        refuseHeader("metadata with an object", R"({"__metadata__":{"k":{}},)" + good_header.substr(1),
            "expected a text");
        refuseHeader(
            "a million open brackets", R"({"a":)" + std::string(1000000, '[') + '}', "nested too deeply");
        refuseHeader("200 thousand nested arrays",
            R"({"a":)" + std::string(200000, '[') + std::string(200000, ']') + '}', "nested too deeply");
    }
    void refusesWrongJson() { checkRefusal(); }

    void refusesAWrongEntry_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("says");
        refuseHeader("entry no object", R"({"a":[]})", "a: a list; expected an object");
        refuseHeader("no type", R"({"a":{"shape":[1],"data_offsets":[0,4]}})", "no field \"dtype\"");
        refuseHeader("no shape", R"({"a":{"dtype":"F32","data_offsets":[0,4]}})", "no field \"shape\"");
        refuseHeader("no offsets", R"({"a":{"dtype":"F32","shape":[1]}})", "no field \"data_offsets\"");
        refuseHeader("field of another format",
            R"({"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4],"file":"/etc/x"}})",
            "unknown field \"file\"");
        refuseHeader("unknown type", oneTensor("Q4_K", "[1]", "[0,4]"), "a.dtype: the text \"Q4_K\"");
        refuseHeader("type in small letters", oneTensor("f32", "[1]", "[0,4]"), "a.dtype: the text \"f32\"");
        refuseHeader(
            "shape no list", oneTensor("F32", "1", "[0,4]"), "a.shape: the whole number 1; expected a list");
        const std::pair<const char*, const char*> numbers[] = {{"negative", "-1"}, {"fraction", "1.5"},
            {"whole but written as a fraction", "1.0"}, {"exponent", "1e3"}, {"2^63", "9223372036854775808"},
            {"2^64", "18446744073709551616"}, {"text", "\"1\""}, {"null", "null"}, {"true", "true"},
            {"list", "[1]"}};
        for (const auto& [name, number] : numbers) {
            refuseHeader((std::string("shape with ") + name).c_str(),
                oneTensor("F32", '[' + std::string(number) + ']', "[0,4]"), "a.shape");
            refuseHeader((std::string("offset with ") + name).c_str(),
                oneTensor("F32", "[1]", "[0," + std::string(number) + ']'), "a.data_offsets");
        }
        refuseHeader("one offset", oneTensor("F32", "[1]", "[4]"), "a list of 1; expected two offsets");
        refuseHeader(
            "three offsets", oneTensor("F32", "[1]", "[0,4,8]"), "a list of 3; expected two offsets");
        refuseHeader(
            "end before begin", oneTensor("F32", "[1]", "[4,0]"), "a.data_offsets[1]: the whole number 0");
        refuseHeader("shape product 2^64", oneTensor("U8", "[4294967296,4294967296]", "[0,0]"),
            "expected a size below");
        refuseHeader("shape product 3 * 2^63", oneTensor("U8", "[4611686018427387904,6]", "[0,0]"),
            "expected a size below");
        refuseHeader(
            "bits over 2^64", oneTensor("F32", "[4611686018427387904]", "[0,0]"), "expected a size below");
        refuseHeader("range shorter than the shape", oneTensor("F32", "[2]", "[0,4]"),
            "4 bytes; expected 8 bytes for F32 [2]");
        refuseHeader("range longer than the shape", oneTensor("F16", "[1]", "[0,4]"),
            "4 bytes; expected 2 bytes for F16 [1]");
        refuseHeader("empty shape with bytes", oneTensor("F32", "[0]", "[0,4]"), "4 bytes; expected 0 bytes");
        refuseHeader("half a byte", oneTensor("F4", "[1]", "[0,1]"), "4 bits; expected whole bytes");
    }
    void refusesAWrongEntry() { checkRefusal(); }

    void refusesWrongTiling_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("says");
        refuse(
            "two tensors on the same bytes", fileBytes(twoTensors("[0,4]", "[0,4]"), four_bytes), "overlap");
        refuse("two tensors share some bytes", fileBytes(twoTensors("[0,4]", "[2,6]"), std::string(6, 'x')),
            "overlap");
        refuse("hole between tensors", fileBytes(twoTensors("[0,4]", "[8,12]"), std::string(12, 'x')),
            "b: a hole");
        refuse("data does not begin at 0", fileBytes(oneTensor("F32", "[1]", "[4,8]"), eight_bytes),
            "a: a hole");
        refuse("ZIP appended", fileBytes(good_header, four_bytes + "PK\x03\x04"),
            "4 bytes after the last tensor");
        refuse("one byte missing", fileBytes(good_header, "abc"), "1 byte of 4 are missing");
        refuse("all data missing", fileBytes(good_header, ""), "4 bytes of 4 are missing");
        refuse("claims 2^60 bytes",
            fileBytes(oneTensor("U8", "[1152921504606846976]", "[0,1152921504606846976]"), four_bytes),
            "are missing");
    }
    void refusesWrongTiling() { checkRefusal(); }

    void refusesAFileCutAnywhere()
    {
        const std::string whole = fileBytes(twoTensors("[0,4]", "[4,8]"), eight_bytes);
        QCOMPARE(complaint(whole), QString());
        for (std::size_t length = 0; length < whole.size(); ++length)
            QVERIFY2(!complaint(whole.substr(0, length)).isEmpty(), std::to_string(length).c_str());
    }

    void refusesAHundredThousandTensorsOnOneRange()
    {
        const std::string same_place = R"({"dtype":"F32","shape":[1],"data_offsets":[0,4]})";
        std::string json = "{";
        for (int i = 0; i < 100000; ++i)
            json += (i ? ",\"t" : "\"t") + std::to_string(i) + "\":" + same_place;
        QElapsedTimer timer;
        timer.start();
        QVERIFY(complaint(fileBytes(json + "}", four_bytes)).contains("overlap"));
        QVERIFY2(timer.elapsed() < hang_milliseconds, "a hostile table takes too long");
    }

    void refusesATableOfTooManyNumbers()
    {
        std::string shape = "[1";
        for (int i = 0; i < 4000000; ++i)
            shape += ",1";
        QVERIFY(complaint(fileBytes(oneTensor("F32", shape + "]", "[0,4]"), four_bytes))
                    .contains("4000000 values"));
    }

    void keepsMessagesShort()
    {
        const std::string json = "{\"" + std::string(1000000, 'n') + "\":{}}";
        QVERIFY(complaint(fileBytes(json, four_bytes)).size() < 400);
    }

    void readsTheTableWithoutTheData()
    {
        const std::string head = fileBytes(oneTensor("F32", "[250000000000]", "[0,1000000000000]"), "");
        const auto header = readSafetensorsHeader(head, head.size() + 1000000000000u, "huge.safetensors");
        QCOMPARE(header.entries[0].count(), std::uint64_t{250000000000u});
    }

private:
    void checkRefusal()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, says);
        const QString said = complaint(bytes.toStdString());
        QVERIFY2(said.contains(says), qPrintable("said: " + said));
        QVERIFY2(said.startsWith("model.safetensors"), qPrintable("names the file: " + said));
    }
};

QTEST_APPLESS_MAIN(TestSafetensorsHeader)
#include "tst_safetensors_header.moc"
