#include "core/error.h"
#include "core/file/bytes/byte_file.h"
#include "core/file/bytes/folder_files.h"
#include "core/file/bytes/open_file.h"
#include "core/file/safetensors/safetensors_writer.h"
#include "core/file/weights/float_bytes.h"
#include "core/file/weights/weight_estimate.h"
#include "core/memory.h"
#include "tests/builders/hang.h"
#include "tests/builders/safetensors_bytes.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <ctime>
#include <fstream>
#include <functional>
#include <limits>
#include <random>

using namespace glassformer;

namespace fs = std::filesystem;

namespace {

QString complaint(const std::function<void()>& act)
{
    try {
        act();
    } catch (const Error& error) {
        return QString::fromUtf8(error.what());
    }
    return {};
}

/** Writes into the file as it is, without a new file in its place. */
void overwrite(const fs::path& path, const std::string& bytes)
{
    std::ofstream(path, std::ios::binary) << bytes;
}

std::string tensorRow(const std::string& name, std::uint64_t begin, std::uint64_t end)
{
    return "\"" + name + "\":{\"dtype\":\"U8\",\"shape\":[" + std::to_string(end - begin)
        + "],\"data_offsets\":[" + std::to_string(begin) + "," + std::to_string(end) + "]}";
}

} // namespace

/** Bad weights on the disk, in the order of a numbered list of bad inputs; what concerns only the header's text is in
 *  tst_safetensors_header, only the index's text in tst_safetensors_index. */
class TestBadWeightFiles : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_folder = pathFromText(m_dir->path().toStdString()) / "model";
        m_file = m_folder / "model.safetensors";
        fs::create_directory(m_folder);
    }

    void isRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("says");
        const auto row = [](const char* name, const std::string& bytes, const char* says) {
            QTest::newRow(name) << QByteArray(bytes.data(), static_cast<qsizetype>(bytes.size())) << says;
        };
        const std::string header = oneTensor("F32", "[1]", "[0,4]");
        row("row 1: empty file", "", "0 bytes; expected at least 8 bytes");
        row("row 1: seven bytes", "1234567", "7 bytes; expected at least 8 bytes");
        row("row 2: header over 100 MB", fileBytes(header, "abcd", 100'000'001),
            "100000001 bytes; expected at most");
        row("row 2: header over the file", fileBytes(header, "abcd", 99'000'000), "left in the file");
        row("row 3: header of 2^63 bytes", fileBytes(header, "abcd", 1ull << 63),
            "9223372036854775808 bytes");
        row("row 3: header of 2^64-1 bytes", fileBytes(header, "abcd", ~0ull), "18446744073709551615 bytes");
        row("row 4: header not UTF-8", fileBytes("{\"\xC3(\":1}", ""), "UTF-8, at byte 2");
        row("row 4: NUL in the header", fileBytes(std::string("{\"\0\":1}", 7), ""), "NUL byte at byte 2");
        row("row 5: header cut", fileBytes(header.substr(0, 20) + '}', ""), "JSON");
        row("row 5: no object", fileBytes("[1,2]", ""), "does not begin with a brace");
        row("row 5: empty object", fileBytes("{}", ""), "no tensors");
        row("row 6: same tensor twice",
            fileBytes('{' + tensorRow("a", 0, 1) + ',' + tensorRow("a", 1, 2) + '}', "xy"),
            "the field a twice");
        row("row 6: metadata of numbers", fileBytes(R"({"__metadata__":{"k":1},)" + header.substr(1), "abcd"),
            "__metadata__.k: the whole number 1");
        row("row 7: a million open brackets", fileBytes(R"({"a":)" + std::string(1'000'000, '[') + '}', ""),
            "nested too deeply");
        row("row 8: shape of 2^64", fileBytes(oneTensor("U8", "[4294967296,4294967296]", "[0,0]"), ""),
            "2^64");
        row("row 9: negative extent", fileBytes(oneTensor("U8", "[-1]", "[0,1]"), "x"),
            "a.shape[0]: the whole");
        row("row 11: ZIP behind the tensors", fileBytes(header, "abcdPK\x03\x04"),
            "4 bytes after the last tensor");
        row("row 11: hole", fileBytes('{' + tensorRow("a", 0, 1) + ',' + tensorRow("b", 2, 3) + '}', "xyz"),
            "a hole");
        row("row 12: range shorter than the shape", fileBytes(oneTensor("F32", "[2]", "[0,4]"), "abcd"),
            "4 bytes; expected 8 bytes");
        row("row 15: unknown type", fileBytes(oneTensor("Q4_0", "[1]", "[0,4]"), "abcd"),
            "a.dtype: the text \"Q4_0\"");
        row("row 19: Git LFS pointer",
            "version https://git-lfs.github.com/spec/v1\noid sha256:1\nsize 548105171\n",
            "a Git LFS pointer instead of the file itself");
        row("row 19: web page", "<html><head><title>404</title></head></html>", "a web page");
        row("row 19: ZIP of PyTorch", std::string("PK\x03\x04\0\0\x08\x08\0\0\0\0\0\0", 14), "a ZIP archive");
        row("row 19: pickle", std::string("\x80\x02}q\0X\x01\0\0\0a", 11),
            "a Python pickle, which could run code");
        row("row 19: GGUF", std::string("GGUF\x03\0\0\0\x23\x01\0\0\0\0\0\0", 16), "a GGUF file");
    }
    void isRefused()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, says);
        overwrite(m_file, bytes.toStdString());
        const QString said = complaint([this] { WeightSource source{FolderFiles(m_folder)}; });
        QVERIFY2(said.contains(says), qPrintable("said: " + said));
        QVERIFY2(
            said.startsWith(QString::fromStdString(pathText(m_file))), qPrintable("names the file: " + said));
        QVERIFY(said.size() < 600);
    }

    void row7_eightyMegabytesOfNamesAreReadInTime()
    {
        constexpr int count = 400'000;
        std::string json = "{";
        for (int i = 0; i < count; ++i) {
            const std::string number = std::to_string(i);
            json += (i ? "," : "")
                + tensorRow(
                    number + std::string(140 - number.size(), 'n'), std::uint64_t(i), std::uint64_t(i) + 1);
        }
        json += '}';
        QVERIFY(json.size() > 80'000'000 && json.size() < 100'000'000);
        overwrite(m_file, fileBytes(json, std::string(count, 'x')));
        // Time of the processor: what else the machine does is not the reader's fault.
        const std::clock_t start = std::clock();
        const WeightSource source{FolderFiles(m_folder)};
        const qint64 milliseconds = (std::clock() - start) * 1000 / CLOCKS_PER_SEC;
        QCOMPARE(source.totalBytes(), std::uint64_t{count});
        QVERIFY2(milliseconds < hang_milliseconds, qPrintable(QString::number(milliseconds) + " ms"));
    }

    void row7_aNameOfEightyMegabytesMakesAShortMessage()
    {
        overwrite(m_file, fileBytes("{\"" + std::string(80'000'000, 'n') + "\":{}}", ""));
        QElapsedTimer timer;
        timer.start();
        const QString said = complaint([this] { WeightSource source{FolderFiles(m_folder)}; });
        QVERIFY2(timer.elapsed() < hang_milliseconds, qPrintable(QString::number(timer.elapsed()) + " ms"));
        QVERIFY(said.contains("no field \"dtype\"") && said.size() < 400);
    }

    void row10_manyTensorsOverOneRangeAreRefused_data()
    {
        QTest::addColumn<int>("count");
        QTest::newRow("ten") << 10;
        QTest::newRow("a hundred thousand") << 100'000;
    }
    void row10_manyTensorsOverOneRangeAreRefused()
    {
        QFETCH(int, count);
        std::string json = "{";
        for (int i = 0; i < count; ++i)
            json += (i ? "," : "") + tensorRow("t" + std::to_string(i), 0, 4);
        overwrite(m_file, fileBytes(json + '}', "abcd"));
        QElapsedTimer timer;
        timer.start();
        QVERIFY(complaint([this] { WeightSource source{FolderFiles(m_folder)}; }).contains("overlap"));
        QVERIFY2(timer.elapsed() < hang_milliseconds, qPrintable(QString::number(timer.elapsed()) + " ms"));
    }

    void row13_aFileCutAnywhereSaysWhatIsMissing()
    {
        const std::string whole = safetensorsBytes(
            std::map<std::string, Tensor>{{"embedding", {{50, 16}, std::vector<float>(800, 0.5f)}},
                {"bias", {{16}, std::vector<float>(16)}}});
        const std::uint64_t data = 4 * 816;
        std::mt19937 random(13);
        for (int i = 0; i < 200; ++i) {
            const std::size_t length = random() % whole.size();
            overwrite(m_file, whole.substr(0, length));
            const QString said = complaint([this] { WeightSource source{FolderFiles(m_folder)}; });
            QVERIFY2(!said.isEmpty(), qPrintable(QString::number(length)));
            const std::uint64_t missing = whole.size() - length;
            if (missing <= data) {
                const QString says = QString("cut short: %1 byte%2 of %3 are missing")
                                         .arg(missing)
                                         .arg(missing == 1 ? "" : "s")
                                         .arg(data);
                QVERIFY2(said.contains(says), qPrintable(said));
            }
        }
    }

    void row14_emptyTensorsAndScalarsAreRead()
    {
        overwrite(m_file,
            fileBytes(R"({"none":{"dtype":"F32","shape":[0,4],"data_offsets":[0,0]},)"
                      R"("one":{"dtype":"F32","shape":[],"data_offsets":[0,4]},)"
                      R"("last":{"dtype":"F32","shape":[0],"data_offsets":[4,4]}})",
                std::string("\0\0\x80\x3F", 4)));
        const WeightSource source{FolderFiles(m_folder)};
        QVERIFY((source.tensor("none") == Tensor{{0, 4}, {}}));
        QVERIFY((source.tensor("one") == Tensor{{}, {1.0f}}));
        QVERIFY((source.tensor("last") == Tensor{{0}, {}}));
    }

    void row15_unsupportedTypesAreNamed_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<int>("bits");
        for (const auto& [type, bits] : {std::pair{"I64", 64}, {"U8", 8}, {"BOOL", 8}, {"F8_E4M3", 8},
                 {"F8_E5M2", 8}, {"F4", 4}, {"C64", 64}})
            QTest::newRow(type) << type << bits;
    }
    void row15_unsupportedTypesAreNamed()
    {
        QFETCH(QString, type);
        QFETCH(int, bits);
        const auto size = static_cast<std::size_t>(bits) * 2 / 8;
        overwrite(m_file,
            fileBytes(oneTensor(type.toStdString(), "[2]", "[0," + std::to_string(size) + ']'),
                std::string(size, '\0')));
        const WeightSource source{FolderFiles(m_folder)};
        QVERIFY(
            complaint([&] { source.tensor("a"); }).contains("a: numbers of type " + type + "; expected F32"));
        QVERIFY(
            complaint([&] { source.matrix("a"); }).contains("a: numbers of type " + type + "; expected F32"));
        QCOMPARE(source.stored("a").bytes.size(), size);
    }

    void row16_numbersThatAreNotFiniteAreLoadedUnlessRefusedOnDemand()
    {
        constexpr float infinity = std::numeric_limits<float>::infinity();
        const std::vector<float> values{std::nanf(""), infinity, -infinity,
            std::numeric_limits<float>::denorm_min(), 0.0f, -0.0f, 1e38f, -1e38f};
        overwrite(m_file, safetensorsBytes(std::map<std::string, Tensor>{{"a", {{2, 4}, values}}}));
        const WeightSource source{FolderFiles(m_folder)};
        const std::vector<float> read = source.tensor("a").values;
        QVERIFY(std::isnan(read[0]));
        QVERIFY(std::equal(read.begin() + 1, read.end(), values.begin() + 1));
        QVERIFY(std::signbit(read[5]));
        QVERIFY(complaint([&] {
            requireFinite(read, source.where("a"));
        }).endsWith("a: NaN at place 0; expected finite numbers"));
    }

    void row17_whiteSpaceAroundTheHeaderIsAccepted()
    {
        for (const char* blanks : {" ", "\n", "\t \r\n"}) {
            overwrite(m_file, fileBytes(blanks + oneTensor("U8", "[1]", "[0,1]") + blanks, "x"));
            QVERIFY(WeightSource(FolderFiles(m_folder)).stored("a").bytes == "x");
        }
    }

    void row18_unalignedNumbersAreRead()
    {
        for (const char* blanks : {"", " ", "  ", "   "}) {
            overwrite(
                m_file, fileBytes(oneTensor("F32", "[1]", "[0,4]") + blanks, std::string("\0\0\x80\x3F", 4)));
            QVERIFY((WeightSource(FolderFiles(m_folder)).tensor("a") == Tensor{{1}, {1.0f}}));
        }
    }

    void row20_theShardIndexOpensNothingOutside_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("says");
        const QString expected = "expected the name of a .safetensors file beside the index";
        QTest::newRow("folder above") << "../outside.safetensors" << expected;
        QTest::newRow("absolute") << "/etc/passwd.safetensors" << expected;
        QTest::newRow("backslashes") << "..\\\\outside.safetensors" << expected;
        QTest::newRow("link to a file outside") << "link.safetensors"
                                                << "a link that leads out of the model's folder";
        QTest::newRow("link to a link outside") << "second.safetensors"
                                                << "a link that leads out of the model's folder";
        QTest::newRow("link to nothing outside") << "dead.safetensors"
                                                 << "no such file";
        QTest::newRow("links in a circle") << "circle.safetensors"
                                           << "a file that cannot be read";
        QTest::newRow("missing") << "missing.safetensors"
                                 << "no such file";
        QTest::newRow("a folder") << "folder.safetensors"
                                  << "a folder instead of a file";
        QTest::newRow("the index itself") << "model.safetensors.index.json" << expected;
    }
    void row20_theShardIndexOpensNothingOutside()
    {
        QFETCH(QString, file);
        QFETCH(QString, says);
        const std::string good = safetensorsBytes(std::map<std::string, Tensor>{{"a", {{1}, {7}}}});
        overwrite(m_folder.parent_path() / "outside.safetensors", good);
        fs::create_symlink("../outside.safetensors", m_folder / "link.safetensors");
        fs::create_symlink("link.safetensors", m_folder / "second.safetensors");
        fs::create_symlink("../nothing.safetensors", m_folder / "dead.safetensors");
        fs::create_symlink("circle.safetensors", m_folder / "circle.safetensors");
        fs::create_directory(m_folder / "folder.safetensors");
        writeIndex("{\"a\":\"" + file.toStdString() + "\"}");
        const QString said = complaint([this] { WeightSource source{FolderFiles(m_folder)}; });
        QVERIFY2(said.contains(says), qPrintable("said: " + said));
    }

    void row20_noLinkOutsideUnderTheMainName()
    {
        overwrite(m_folder.parent_path() / "outside",
            safetensorsBytes(std::map<std::string, Tensor>{{"a", {{1}, {7}}}}));
        fs::create_symlink("../outside", m_file);
        QVERIFY(complaint([this] {
            WeightSource source{FolderFiles(m_folder)};
        }).contains("a link that leads out"));
        fs::remove(m_file);
        overwrite(m_folder / "inside", safetensorsBytes(std::map<std::string, Tensor>{{"a", {{1}, {7}}}}));
        fs::create_symlink("inside", m_file);
        QVERIFY((WeightSource(FolderFiles(m_folder)).tensor("a") == Tensor{{1}, {7}}));
    }

    void row20_linksOfTheDownloadCacheAreFollowed()
    {
        const fs::path cache = m_folder / "models--a--b";
        fs::create_directories(cache / "blobs");
        fs::create_directories(cache / "snapshots" / "1234");
        overwrite(
            cache / "blobs" / "abcd", safetensorsBytes(std::map<std::string, Tensor>{{"a", {{1}, {7}}}}));
        fs::create_symlink("../../blobs/abcd", cache / "snapshots" / "1234" / "model.safetensors");
        QVERIFY((WeightSource(FolderFiles(cache / "snapshots" / "1234")).tensor("a") == Tensor{{1}, {7}}));
    }

    void row20_aTensorInTwoFilesIsRefused()
    {
        const std::map<std::string, Tensor> both{{"a", {{1}, {7}}}, {"b", {{1}, {8}}}};
        overwrite(m_folder / "1.safetensors", safetensorsBytes(both));
        overwrite(
            m_folder / "2.safetensors", safetensorsBytes(std::map<std::string, Tensor>{{"b", {{1}, {9}}}}));
        writeIndex(R"({"a":"1.safetensors","b":"2.safetensors"})");
        QVERIFY(complaint([this] {
            WeightSource source{FolderFiles(m_folder)};
        }).contains("1.safetensors, b: a tensor that stands in 2.safetensors too"));
    }

    void row20_tooManyFilesAreRefused()
    {
        std::string map = "{";
        for (int i = 0; i < 501; ++i)
            map += (i ? ",\"t" : "\"t") + std::to_string(i) + "\":\"" + std::to_string(i) + ".safetensors\"";
        writeIndex(map + '}');
        QVERIFY(complaint([this] {
            WeightSource source{FolderFiles(m_folder)};
        }).contains("501 files of weights"));
    }

    void row21_aFileThatChangesWhileItIsOpenIsNoticed_data()
    {
        QTest::addColumn<bool>("is_cut");
        QTest::newRow("cut") << true;
        QTest::newRow("written over") << false;
    }
    void row21_aFileThatChangesWhileItIsOpenIsNoticed()
    {
        QFETCH(bool, is_cut);
        const std::string bytes =
            safetensorsBytes(std::map<std::string, Tensor>{{"a", {{1000}, std::vector<float>(1000)}}});
        overwrite(m_file, bytes);
        const WeightSource source{FolderFiles(m_folder)};
        QCOMPARE(source.tensor("a").values.size(), std::size_t{1000});
        if (is_cut) {
            fs::resize_file(m_file, bytes.size() / 2);
        } else {
            overwrite(m_file, bytes);
            fs::last_write_time(m_file, fs::last_write_time(m_file) + std::chrono::seconds(1));
        }
        QVERIFY(complaint([&] { source.tensor("a"); }).contains("a file that another program changed"));
    }

    void row22_aSaveOntoTheOpenFileLeavesItReadable()
    {
        overwrite(m_file, safetensorsBytes(std::map<std::string, Tensor>{{"a", {{1}, {7}}}}));
        const WeightSource source{FolderFiles(m_folder)};
        writeFile(m_file, safetensorsBytes(std::map<std::string, Tensor>{{"a", {{1}, {8}}}}));
        QVERIFY((source.tensor("a") == Tensor{{1}, {7}}));
        QVERIFY((WeightSource(FolderFiles(m_folder)).tensor("a") == Tensor{{1}, {8}}));
    }

    void row26_aSparseFileOf70BillionParametersIsRefusedByItsTable()
    {
        const std::string header = oneTensor("BF16", "[7000000,10000]", "[0,140000000000]");
        overwrite(m_file, fileBytes(header, ""));
        fs::resize_file(m_file, 8 + header.size() + 140'000'000'000u);
        QElapsedTimer timer;
        timer.start();
        const WeightEstimate estimate = estimateWeights(WeightSource(FolderFiles(m_folder)));
        QCOMPARE(estimate.parameters, std::uint64_t{70'000'000'000u});
        QCOMPARE(estimate.bytes_in_files, std::uint64_t{140'000'000'000u});
        QCOMPARE(estimate.bytes_in_memory, std::uint64_t{140'000'000'000u});
        if (judgeMemory(estimate.bytes_in_memory, MemoryLimits{}) != MemoryVerdict::TooLarge)
            QSKIP("this machine has room for it");
        const QString said =
            complaint([&estimate] { requireMemory(estimate.bytes_in_memory, MemoryLimits{}, "model"); });
        QVERIFY2(said.contains("needs about 140 GB of memory, and "), qPrintable(said));
        QVERIFY2(timer.elapsed() < hang_milliseconds, qPrintable(QString::number(timer.elapsed()) + " ms"));
    }

    void pipesAndDevicesAreNotWaitedFor()
    {
        if (!fs::exists("/dev/zero"))
            QSKIP("no such device here");
        QVERIFY(complaint([] { OpenFile("/dev/zero"); }).contains("no regular file"));
    }

private:
    void writeIndex(const std::string& map) const
    {
        overwrite(m_folder / "model.safetensors.index.json", R"({"weight_map":)" + map + '}');
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    fs::path m_folder;
    fs::path m_file;
};

QTEST_APPLESS_MAIN(TestBadWeightFiles)
#include "tst_bad_weight_files.moc"
