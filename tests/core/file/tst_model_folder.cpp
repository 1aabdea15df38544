#include "core/error.h"
#include "core/file/byte_file.h"
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
