#include "core/error.h"
#include "core/file/byte_file.h"
#include "core/file/safetensors_writer.h"
#include "core/file/weight_files.h"
#include "core/file/weight_source.h"

#include <QTemporaryDir>
#include <QTest>

using namespace glassformer;

class TestWeightFiles : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_folder = pathFromText(m_dir->path().toStdString());
    }

    void oneFileIsReadAsItIs()
    {
        QVERIFY(!hasWeights(m_folder));
        write("model.safetensors", {{"a", {{2}, {1, 2}}}});
        QVERIFY(hasWeights(m_folder));
        QVERIFY(readWeights(m_folder).at("a").values == (std::vector<float>{1, 2}));
    }

    void severalFilesMakeOneModel()
    {
        write("model-1.safetensors", {{"a", {{2}, {1, 2}}}, {"not asked for", {{1}, {9}}}});
        write("model-2.safetensors", {{"b", {{1}, {3}}}});
        writeIndex(R"({"a": "model-1.safetensors", "b": "model-2.safetensors"})");
        QVERIFY(hasWeights(m_folder));
        const auto tensors = readWeights(m_folder);
        QCOMPARE(tensors.size(), std::size_t(2));
        QVERIFY(tensors.at("b").values == std::vector<float>{3});
    }

    void whatTheIndexPromisesMustBeThere()
    {
        writeIndex(R"({"a": "model-1.safetensors"})");
        QVERIFY_EXCEPTION_THROWN(readWeights(m_folder), Error);
        write("model-1.safetensors", {{"b", {{1}, {3}}}});
        QVERIFY_EXCEPTION_THROWN(readWeights(m_folder), Error);
    }

    void aFolderWithoutWeightsIsToldByName()
    {
        try {
            readWeights(m_folder);
            QFAIL("accepted");
        } catch (const Error& error) {
            QVERIFY(QString::fromUtf8(error.what()).contains("model.safetensors"));
        }
    }

private:
    void write(const char* name, const std::map<std::string, Tensor>& tensors) const
    {
        writeFile(m_folder / name, safetensorsBytes(tensors));
    }
    void writeIndex(const std::string& map) const
    {
        writeFile(m_folder / "model.safetensors.index.json", R"({"weight_map": )" + map + "}");
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::filesystem::path m_folder;
};

QTEST_APPLESS_MAIN(TestWeightFiles)
#include "tst_weight_files.moc"
