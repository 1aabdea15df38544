#include "core/error.h"
#include "core/file/bytes/byte_file.h"
#include "core/file/bytes/open_file.h"
#include "tests/builders/without_rights.h"

#include <QTemporaryDir>
#include <QTest>

#include <fstream>
#include <functional>

#ifdef __linux__
#include <csignal>
#include <sys/resource.h>
#endif

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

std::size_t entryCount(const fs::path& folder)
{
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
}

} // namespace

class TestByteFile : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_folder = pathFromText(m_dir->path().toStdString());
    }

    void returnsTheBytesThatWereWritten()
    {
        std::string bytes("a\r\nb\0\xFF\x1A", 7);
        bytes += std::string(300'000, 'x');
        for (const char* name : {"plain", "\xE6\xA8\xA1\xE5\x9E\x8B 'quoted'\n.bin", "-"}) {
            writeFile(m_folder / pathFromText(name), bytes);
            QVERIFY(readFile(m_folder / pathFromText(name), bytes.size()) == bytes);
        }
        QCOMPARE(entryCount(m_folder), std::size_t{3});
    }

    void writesUnderTheLongestName()
    {
        const fs::path path = m_folder / std::string(255, 'n');
        writeFile(path, "x");
        QCOMPARE(readFile(path, 1), std::string("x"));
    }

    void replacesAFileAndKeepsItsRights()
    {
        const fs::path path = m_folder / "model";
        writeFile(path, "old");
        fs::permissions(path, fs::perms::owner_read | fs::perms::owner_write);
        std::ifstream open_before(path, std::ios::binary);
        writeFile(path, "new and longer");
        QCOMPARE(readFile(path, 100), std::string("new and longer"));
        QVERIFY(fs::status(path).permissions() == (fs::perms::owner_read | fs::perms::owner_write));
        QCOMPARE(std::string(std::istreambuf_iterator<char>(open_before), {}), std::string("old"));
    }

    void writesThroughALink()
    {
        writeFile(m_folder / "real", "old");
        fs::create_symlink("real", m_folder / "link");
        writeFile(m_folder / "link", "new");
        QVERIFY(fs::is_symlink(m_folder / "link"));
        QCOMPARE(readFile(m_folder / "real", 3), std::string("new"));
    }

    void readsAnEmptyFile()
    {
        writeFile(m_folder / "empty", "");
        QCOMPARE(readFile(m_folder / "empty", 0), std::string());
    }

    void refusesToRead()
    {
        const fs::path path = m_folder / "four";
        writeFile(path, "1234");
        QCOMPARE(readFile(path, 4), std::string("1234"));
        QVERIFY(complaint([&] {
            readFile(path, 3);
        }).contains("four: a file of 4 bytes; expected at most 3 bytes"));
        QVERIFY(complaint([&] { readFile(m_folder / "none", 9); }).contains("none: no such file"));
        QVERIFY(complaint([&] { readFile(m_folder, 9); }).contains("a folder; expected a file"));
    }

    void refusesASparseFileBeforeReadingIt()
    {
        const fs::path path = m_folder / "sparse";
        writeFile(path, "x");
        fs::resize_file(path, std::uintmax_t{1} << 40);
        QVERIFY(complaint([&] { readFile(path, 1'000'000); }).contains("a file of 1099511627776 bytes"));
    }

    void stopsAtTheLimitOfAnEndlessFile()
    {
        if (!fs::exists("/dev/zero"))
            QSKIP("no endless file here");
        QVERIFY(complaint([] { readFile("/dev/zero", 200'000); }).contains("goes on past the limit"));
    }

    void refusesToWriteAndLeavesNothing()
    {
        fs::create_directory(m_folder / "folder");
        QVERIFY(
            complaint([&] { writeFile(m_folder / "folder", "x"); }).contains("a folder; expected a file"));
        QVERIFY(complaint([&] {
            writeFile(m_folder / "none" / "file", "x");
        }).contains("folder that does not exist"));
        QCOMPARE(entryCount(m_folder), std::size_t{1});
    }

    /** Row 37 of the list of bad inputs; who may write everywhere is kept out by what is no folder. */
    void whatCannotBeWrittenIsToldAndTheOldFileStays()
    {
        const fs::path file = m_folder / "file";
        writeFile(file, "old");
        QVERIFY(complaint([&] { writeFile(file / "below", "new"); }).contains("folder that does not exist"));
        fs::permissions(file, fs::perms::owner_read);
        QVERIFY(complaint([&] { writeFile(file, "new"); }).contains("file: a file that is write-protected"));
        QCOMPARE(readFile(file, 3), std::string("old"));
        fs::remove(file);
        fs::create_symlink("circle", m_folder / "circle");
        QVERIFY(!complaint([&] { writeFile(m_folder / "circle", "new"); }).isEmpty());
        QCOMPARE(entryCount(m_folder), std::size_t{1});
    }

    void permissionsAreTheReasonThatIsGiven()
    {
        fs::permissions(m_folder, fs::perms(0755));
        writeFile(m_folder / "closed", "x");
        fs::permissions(m_folder / "closed", fs::perms::none);
        fs::create_directory(m_folder / "locked");
        writeFile(m_folder / "locked" / "file", "x");
        fs::permissions(m_folder / "locked", fs::perms::none);
        fs::permissions(m_folder, fs::perms(0555));
        {
            const WithoutRights rights;
            if (!rights.work())
                QSKIP("who may do everything cannot test this here");
            QVERIFY(
                complaint([&] { readFile(m_folder / "closed", 9); }).contains("file that you may not read"));
            QVERIFY(complaint([&] {
                readFile(m_folder / "locked" / "file", 9);
            }).contains("file that you may not read"));
            QVERIFY(complaint([&] { OpenFile(m_folder / "closed"); }).contains("file that you may not read"));
            for (const fs::path& file : {m_folder / "new", m_folder / "locked" / "new"})
                QVERIFY(complaint([&] { writeFile(file, "x"); }).contains("you may not write into"));
        }
        fs::permissions(m_folder / "locked", fs::perms::owner_all);
        fs::permissions(m_folder, fs::perms::owner_all);
        QCOMPARE(entryCount(m_folder), std::size_t{2});
    }

    void aNameThatIsTooLongIsTold()
    {
        const fs::path file = m_folder / std::string(300, 'x');
        QVERIFY(complaint([&] { writeFile(file, "x"); }).contains("a name that is too long"));
        QCOMPARE(entryCount(m_folder), std::size_t{0});
    }

#ifdef __linux__
    void aDiskThatFillsUpLeavesTheOldFileAlone()
    {
        const fs::path file = m_folder / "file";
        writeFile(file, "old");
        rlimit before{};
        QCOMPARE(getrlimit(RLIMIT_FSIZE, &before), 0);
        const auto handler = std::signal(SIGXFSZ, SIG_IGN);
        const rlimit small{1000, before.rlim_max};
        QCOMPARE(setrlimit(RLIMIT_FSIZE, &small), 0);
        const QString said = complaint([&] { writeFile(file, std::string(1'000'000, 'x')); });
        setrlimit(RLIMIT_FSIZE, &before);
        std::signal(SIGXFSZ, handler);
        QVERIFY2(said.contains("no room for 1000000 bytes"), qPrintable(said));
        QCOMPARE(readFile(file, 3), std::string("old"));
        QCOMPARE(entryCount(m_folder), std::size_t{1});
    }
#endif

    /** A device is written into; it is not replaced by a file, even by one who may do that. */
    void aFullDiskIsToldAndDevicesStayDevices()
    {
        if (!fs::exists("/dev/full"))
            QSKIP("no such device here");
        QVERIFY(complaint([] { writeFile("/dev/full", "new"); }).contains("no room for 3 bytes"));
        QVERIFY(fs::is_character_file("/dev/full"));
        writeFile("/dev/null", "new");
        QVERIFY(fs::is_character_file("/dev/null"));
    }

private:
    std::unique_ptr<QTemporaryDir> m_dir;
    fs::path m_folder;
};

QTEST_APPLESS_MAIN(TestByteFile)
#include "tst_byte_file.moc"
