#include "core/error.h"
#include "core/file/bytes/byte_file.h"
#include "core/file/bytes/folder_files.h"
#include "core/file/model_folder.h"

#include <QTemporaryDir>
#include <QTest>

using namespace glassformer;

namespace fs = std::filesystem;

class TestModelFolder : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_folder = pathFromText(m_dir->path().toStdString());
        m_roots = {m_folder / "missing", m_folder / "first", m_folder / "second"};
        makeModel(m_folder / "first" / "tiny");
        makeModel(m_folder / "second" / "tiny");
        makeModel(m_folder / "second" / "large");
        makeModel(m_folder / "outside");
        fs::create_directories(m_folder / "first" / "half");
        writeFile(m_folder / "first" / "half" / "config.json", "{}");
    }

    void findsANameInTheRootsInTurn()
    {
        QVERIFY(modelFolder("tiny", m_roots) == m_folder / "first" / "tiny");
        QVERIFY(modelFolder("large", m_roots) == m_folder / "second" / "large");
    }

    void takesAFolder()
    {
        const fs::path folder = m_folder / "outside";
        QVERIFY(modelFolder(pathText(folder), m_roots) == folder);
        QVERIFY(modelFolder(pathText(folder), {}) == folder);
    }

    void listsCompleteModels()
    {
        QVERIFY((modelNames(m_roots) == std::vector<std::string>{"large", "tiny"}));
    }

    void knowsEveryFormOfTokenizer_data()
    {
        QTest::addColumn<QStringList>("files");
        QTest::addColumn<QString>("missing");
        const auto row = [](const char* name, const QStringList& files, const char* missing) {
            QTest::newRow(name) << files << missing;
        };
        row("tokenizer.json", {"tokenizer.json"}, "");
        row("byte-level BPE of GPT-2", {"vocab.json", "merges.txt"}, "");
        row("WordPiece of BERT", {"vocab.txt"}, "");
        row("SentencePiece of T5", {"spiece.model"}, "");
        row("SentencePiece of LLaMA", {"tokenizer.model"}, "");
        row("SentencePiece of mBART", {"sentencepiece.bpe.model"}, "");
        row("translator of Marian", {"source.spm", "target.spm", "vocab.json"}, "");
        row("none", {}, "tokenizer.json");
        row("vocabulary without merges", {"vocab.json"}, "merges.txt");
        row("merges without vocabulary", {"merges.txt"}, "vocab.json");
        row("half a translator", {"source.spm", "vocab.json"}, "target.spm");
        row("settings of a tokenizer alone", {"tokenizer_config.json", "special_tokens_map.json"},
            "tokenizer.json");
    }
    void knowsEveryFormOfTokenizer()
    {
        QFETCH(QStringList, files);
        QFETCH(QString, missing);
        const fs::path folder = m_folder / "first" / "half";
        writeFile(folder / "model.safetensors", "x");
        for (const QString& file : files)
            writeFile(folder / file.toStdString(), "x");
        std::vector<std::string> expected;
        if (!missing.isEmpty())
            expected.push_back(missing.toStdString());
        QVERIFY(missingFiles(FolderFiles(folder)) == expected);
    }

    void countsTheIndexOfShardsAsWeights()
    {
        const fs::path folder = m_folder / "first" / "half";
        writeFile(folder / "model.safetensors.index.json", "x");
        QVERIFY(missingFiles(FolderFiles(folder)) == std::vector<std::string>{"tokenizer.json"});
    }

    void row19_explainsWeightsOfAnotherFormat_data()
    {
        QTest::addColumn<QString>("file");
        for (const char* file : {"pytorch_model.bin", "pytorch_model-00001-of-00002.bin",
                 "consolidated.00.pth", "tf_model.h5", "flax_model.msgpack", "model-q4.gguf", "model.onnx"})
            QTest::newRow(file) << file;
    }
    void row19_explainsWeightsOfAnotherFormat()
    {
        QFETCH(QString, file);
        const fs::path folder = m_folder / "first" / "half";
        writeFile(folder / "vocab.txt", "x");
        writeFile(folder / file.toStdString(), "x");
        try {
            modelFolder("half", m_roots);
            QFAIL("accepted");
        } catch (const Error& error) {
            QCOMPARE(QString::fromStdString(error.text().found.english()),
                "a folder without model.safetensors, but with " + file);
            QVERIFY(QString::fromStdString(error.text().remedy.english()).contains("safe_serialization"));
        }
    }

    void row22_nothingIsSavedOverAFileOfTheOpenModel()
    {
        const fs::path folder = m_folder / "outside";
        const auto is_refused = [&folder](const fs::path& path) {
            try {
                requireNoFileOfModel(path, folder);
                return false;
            } catch (const Error& error) {
                return QString(error.what()).contains("a file of the model that is open");
            }
        };
        writeFile(folder / "vocab.txt", "x");
        fs::create_symlink("outside/vocab.txt", m_folder / "link");
        fs::create_hard_link(folder / "config.json", m_folder / "second name");
        for (const fs::path& path :
            {folder / "config.json", folder / "vocab.txt", folder / ".." / "outside" / "vocab.txt",
                folder / "model.safetensors.index.json", m_folder / "link", m_folder / "second name"})
            QVERIFY2(is_refused(path), pathText(path).c_str());
        for (const fs::path& path : {folder / "run.safetensors", m_folder / "config.json", fs::path("new")})
            QVERIFY2(!is_refused(path), pathText(path).c_str());
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("says");
        QTest::newRow("unknown name")
            << "huge"
            << "huge: no model and no folder of this name. Models here: large, tiny.";
        QTest::newRow("incomplete model") << "half"
                                          << "a folder without model.safetensors, tokenizer.json; expected";
        QTest::newRow("out of the roots") << "../outside"
                                          << "no model and no folder";
        QTest::newRow("out of the roots, backwards") << "..\\outside"
                                                     << "no model and no folder";
        QTest::newRow("below a root") << "first/tiny"
                                      << "no model and no folder";
        QTest::newRow("parent") << ".."
                                << "a folder without config.json";
        QTest::newRow("current folder") << "."
                                        << "a folder without config.json";
        QTest::newRow("nothing") << ""
                                 << "no model and no folder";
    }
    void refuses()
    {
        QFETCH(QString, name);
        QFETCH(QString, says);
        try {
            modelFolder(name.toStdString(), m_roots);
            QFAIL("accepted");
        } catch (const Error& error) {
            QVERIFY2(QString::fromUtf8(error.what()).contains(says), error.what());
        }
    }

private:
    static void makeModel(const fs::path& folder)
    {
        fs::create_directories(folder);
        for (const char* name : {config_file_name, weights_file_name, tokenizer_file_name})
            writeFile(folder / name, "x");
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    fs::path m_folder;
    std::vector<fs::path> m_roots;
};

QTEST_APPLESS_MAIN(TestModelFolder)
#include "tst_model_folder.moc"
