#include "core/error.h"
#include "core/file/bytes/byte_file.h"
#include "core/file/bytes/chosen_files.h"
#include "core/file/bytes/folder_files.h"
#include "core/file/bytes/memory_files.h"
#include "core/file/model_folder.h"
#include "core/file/safetensors/safetensors_writer.h"
#include "core/file/weights/weight_source.h"
#include "tests/builders/without_rights.h"

#include <QTemporaryDir>
#include <QTest>

#include <fstream>
#include <functional>

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

} // namespace

/** What holds for files wherever they lie, and what for each kind of place alone. */
class TestFiles : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_folder = pathFromText(m_dir->path().toStdString());
        m_all.clear();
        // The files of a model, one of them without a byte.
        const std::map<std::string, std::string> bytes{{"b.txt", "0123456789"}, {"a \xC3\xA9.txt", ""}};
        fs::create_directories(m_folder / "folder");
        fs::create_directories(m_folder / "elsewhere");
        std::vector<fs::path> chosen;
        for (const auto& [name, content] : bytes) {
            writeFile(m_folder / "folder" / pathFromText(name), content);
            chosen.push_back(m_folder / (name == "b.txt" ? "folder" : "elsewhere") / pathFromText(name));
            writeFile(chosen.back(), content);
        }
        writeFile(m_folder / "elsewhere" / "not chosen", "x");
        m_all["folder"] = std::make_unique<FolderFiles>(m_folder / "folder");
        m_all["memory"] = std::make_unique<MemoryFiles>(bytes, "memory");
        m_all["chosen"] = std::make_unique<ChosenFiles>(chosen);
    }

    void everyPlace_data()
    {
        QTest::addColumn<QString>("place");
        for (const char* place : {"folder", "memory", "chosen"})
            QTest::newRow(place) << place;
    }
    void everyPlace()
    {
        QFETCH(QString, place);
        FileStore& files = *m_all.at(place);
        QVERIFY((files.names() == std::vector<std::string>{"a \xC3\xA9.txt", "b.txt"}));
        QVERIFY(files.contains("b.txt"));
        for (const char* name : {"none", "", ".", "..", "../folder/b.txt", "folder/b.txt", "not chosen"})
            QVERIFY2(!files.contains(name), name);
        QVERIFY(!files.find("none"));
        QCOMPARE(files.bytes("b.txt"), std::string("0123456789"));
        QCOMPARE(files.find("a \xC3\xA9.txt").value_or("missing"), std::string());
        QVERIFY(QString::fromStdString(files.where("b.txt")).endsWith("b.txt"));
        QVERIFY(!files.where().empty());

        const auto source = files.open("b.txt");
        QCOMPARE(source->size(), std::uint64_t(10));
        QCOMPARE(source->where(), files.where("b.txt"));
        std::string part(3, ' ');
        source->read(7, part);
        QCOMPARE(part, std::string("789"));
        QVERIFY(!complaint([&] { source->read(8, part); }).isEmpty());
        QVERIFY(!complaint([&] { source->read(~0ull, part); }).isEmpty());

        QVERIFY(complaint([&] { files.open("none"); }).contains("no such file"));
        QCOMPARE(files.bytes("b.txt", 10).size(), std::size_t(10));
        QVERIFY(complaint([&] { files.bytes("b.txt", 9); }).contains("10 bytes; expected at most 9 bytes"));

        files.write("b.txt", "new");
        QCOMPARE(files.bytes("b.txt"), std::string("new"));
    }

    void aNewFileIsPutIntoAFolderOrMemory()
    {
        FolderFiles folder(m_folder / "made" / "for it");
        folder.write("x", "1");
        QCOMPARE(readFile(m_folder / "made" / "for it" / "x", 9), std::string("1"));
        m_all.at("memory")->write("x", "1");
        QVERIFY(m_all.at("memory")->contains("x"));
        QVERIFY(complaint([this] { m_all.at("chosen")->write("x", "1"); }).contains("x: no such file"));
        QVERIFY(complaint([&] { folder.write("../x", "1"); }).contains("leads to another folder"));
    }

    void bytesInMemoryOutliveTheirReplacement()
    {
        const auto before = m_all.at("memory")->open("b.txt");
        m_all.at("memory")->write("b.txt", "new");
        QCOMPARE(allBytes(*before, 10), std::string("0123456789"));
    }

    void titlesAreWhatPeopleCallThem()
    {
        QCOMPARE(FolderFiles("models/gpt2").title(), std::string("gpt2"));
        QCOMPARE(FolderFiles("models/gpt2/").title(), std::string("gpt2"));
        QCOMPARE(ChosenFiles({"runs/street.safetensors"}).title(), std::string("street"));
        QCOMPARE(ChosenFiles({"gpt2/config.json", "x/model.safetensors"}).title(), std::string("gpt2"));
    }

    void twoChosenFilesOfOneNameAreRefused()
    {
        QVERIFY(complaint([] {
            ChosenFiles({"a/config.json", "b/config.json"});
        }).contains("two files of the same name"));
    }

    void aFolderIsHostile()
    {
        const fs::path folder = m_folder / "folder";
        const FolderFiles files(folder);
        fs::create_directory(folder / "sub");
        QVERIFY(!files.contains("sub"));
        QVERIFY(complaint([&] { files.open("sub"); }).contains("a folder instead of a file"));
        QVERIFY(complaint([&] { files.open("../elsewhere/not chosen"); }).contains("another folder"));
        fs::create_symlink(m_folder / "elsewhere" / "not chosen", folder / "link");
        QVERIFY(complaint([&] { files.bytes("link"); }).contains("a link that leads out"));
        fs::create_symlink("circle", folder / "circle");
        QVERIFY(!complaint([&] { files.bytes("circle"); }).isEmpty());
        fs::create_symlink("b.txt", folder / "inside");
        QCOMPARE(files.bytes("inside"), std::string("0123456789"));

        const auto changed = files.open("b.txt");
        std::ofstream(folder / "b.txt", std::ios::binary | std::ios::app) << "more";
        std::string start(3, ' ');
        QVERIFY(complaint([&] { changed->read(0, start); }).contains("another program changed"));

        fs::resize_file(folder / "b.txt", 1ull << 40);
        QVERIFY(complaint([&] { files.bytes("b.txt"); }).contains("a file of 1099511627776 bytes"));
    }

    void aFolderThatIsNoneIsToldAsSuch()
    {
        const fs::path file = m_folder / "folder" / "b.txt";
        const auto opening = {+[](const fs::path& path) { requireModel(FolderFiles(path)); },
            +[](const fs::path& path) { FolderFiles(path).names(); }};
        for (const auto open : opening) {
            for (const fs::path& missing : {m_folder / "none", file / "below a file"}) {
                const QString said = complaint([&] { open(missing); });
                QVERIFY2(said.contains("no such folder. It may have been moved"), qPrintable(said));
            }
            const QString said = complaint([&] { open(file); });
            QVERIFY2(said.contains("a file instead of a folder. Choose the folder that holds config.json"),
                qPrintable(said));
        }
        QVERIFY(!FolderFiles(m_folder / "folder" / "b.txt").contains("config.json"));
    }

    void aFolderThatMayNotBeOpenedIsToldAsSuch()
    {
        const fs::path folder = m_folder / "folder";
        fs::permissions(m_folder, fs::perms(0755));
        fs::permissions(folder, fs::perms::none);
        {
            const WithoutRights rights;
            if (!rights.work())
                QSKIP("who may do everything cannot test this here");
            FolderFiles files(folder);
            // Not "a folder without config.json".
            for (const auto& act : std::vector<std::function<void()>>{
                     [&] { files.contains("b.txt"); }, [&] { files.bytes("b.txt"); }})
                QVERIFY2(complaint(act).contains("you may not"), qPrintable(complaint(act)));
            for (const auto& act : std::vector<std::function<void()>>{[&] { requireModel(files); },
                     [&] { files.names(); }, [&] { modelFolder(pathText(folder), {}); }})
                QVERIFY2(complaint(act).contains("a folder that you may not open. Ask its owner"),
                    qPrintable(complaint(act)));
            QVERIFY(complaint([&] { files.write("new", "x"); }).contains("you may not write into"));
            QVERIFY(complaint([&] {
                FolderFiles(folder / "below").write("new", "x");
            }).contains("a folder that you may not open"));
            QVERIFY(modelNames({m_folder}).empty());
        }
        fs::permissions(folder, fs::perms::owner_all);
    }

    void weightsComeFromAnyPlace()
    {
        MemoryFiles files({}, "dropped");
        QVERIFY(!hasWeights(files));
        QVERIFY(complaint([&] { const WeightSource source(files); }).contains("model.safetensors"));
        files.write(weights_file_name, safetensorsBytes({{"a", Tensor{{2}, {1, 2}}}}));
        QVERIFY(hasWeights(files));
        QVERIFY((WeightSource(files).tensor("a") == Tensor{{2}, {1, 2}}));
        QCOMPARE(WeightSource(files).where("a"), std::string("dropped/model.safetensors, a"));
    }

    void severalFilesOfWeightsMakeOneModel()
    {
        MemoryFiles files;
        files.write("model-1.safetensors",
            safetensorsBytes({{"a", Tensor{{2}, {1, 2}}}, {"not asked for", Tensor{{1}, {9}}}}));
        files.write(weights_index_file_name,
            R"({"weight_map": {"a": "model-1.safetensors", "b": "model-2.safetensors"}})");
        QVERIFY(hasWeights(files));
        QVERIFY(complaint([&] { const WeightSource source(files); }).contains("model-2.safetensors"));
        files.write("model-2.safetensors", safetensorsBytes({{"b", Tensor{{1}, {3}}}}));
        const WeightSource source(files);
        QVERIFY((source.names() == std::vector<std::string>{"a", "b"}));
        QVERIFY((source.tensor("b") == Tensor{{1}, {3}}));
    }

    void aModelThatIsNotCompleteSaysWhatIsMissing()
    {
        MemoryFiles files({{"config.json", "{}"}}, "dropped");
        QVERIFY((missingFiles(files) == std::vector<std::string>{"model.safetensors", "tokenizer.json"}));
        const QString said = complaint([&] { requireModel(files); });
        QVERIFY2(said.contains("dropped: no model.safetensors, tokenizer.json"), qPrintable(said));
        QVERIFY2(said.contains("all files of the model together"), qPrintable(said));
    }

private:
    std::unique_ptr<QTemporaryDir> m_dir;
    fs::path m_folder;
    std::map<QString, std::unique_ptr<FileStore>> m_all;
};

QTEST_APPLESS_MAIN(TestFiles)
#include "tst_files.moc"
