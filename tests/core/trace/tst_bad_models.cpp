#include "core/error.h"
#include "core/file/bytes/byte_file.h"
#include "core/trace/model.h"

#include <QTemporaryDir>
#include <QTest>

using namespace glassformer;

namespace fs = std::filesystem;

namespace {

QString complaint(const fs::path& folder)
{
    try {
        Model::load(folder);
    } catch (const Error& error) {
        return QString::fromUtf8(error.what());
    }
    return {};
}

std::string textOf(const fs::path& file)
{
    return readFile(file, 1u << 24);
}

void replace(const fs::path& file, const std::string& from, const std::string& to)
{
    std::string text = textOf(file);
    const std::size_t at = text.find(from);
    QVERIFY2(at != std::string::npos, from.c_str());
    writeFile(file, text.replace(at, from.size(), to));
}

} // namespace

/** Folders whose files are each in order but do not belong together, by the numbers of the list of bad inputs. */
class TestBadModels : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_folder = pathFromText(m_dir->path().toStdString()) / "model";
    }

    void row20_noFileIsALinkThatLeadsOut_data()
    {
        QTest::addColumn<QString>("file");
        for (const char* file : {"config.json", "vocab.json", "merges.txt", "model.safetensors"})
            QTest::newRow(file) << file;
    }
    void row20_noFileIsALinkThatLeadsOut()
    {
        QFETCH(QString, file);
        copyModel("gpt2");
        const fs::path path = m_folder / file.toStdString();
        fs::rename(path, m_folder.parent_path() / "outside");
        fs::create_symlink("../outside", path);
        const QString said = complaint(m_folder);
        QVERIFY2(said.contains("a link that leads out of the model's folder"), qPrintable(said));
        QVERIFY2(said.contains(file), qPrintable(said));
    }

    /** A tokenizer may know more than the model: the library opens such folders, and so it is a text that fails. */
    void row29_idsPastTheEmbeddingAreRefused()
    {
        copyModel("gpt2");
        QCOMPARE(complaint(m_folder), QString());
        replace(m_folder / "vocab.json", "\"!\": 0", "\"!\": 900000");
        requireRefusedText("!", "the token ! with the number 900000");
    }

    void row29_anAddedTokenPastTheEmbeddingIsRefused()
    {
        copyModel("gpt2");
        writeFile(m_folder / "added_tokens.json", R"({"<new>":400000})");
        requireRefusedText("A<new>", "the token <new> with the number 400000");
    }

    void row29_aFirstTokenPastTheEmbeddingIsRefused_data()
    {
        QTest::addColumn<QString>("field");
        QTest::newRow("start") << "decoder_start_token_id";
        QTest::newRow("forced") << "forced_bos_token_id";
    }
    void row29_aFirstTokenPastTheEmbeddingIsRefused()
    {
        QFETCH(QString, field);
        copyModel("bart");
        QCOMPARE(complaint(m_folder), QString());
        writeFile(m_folder / "generation_config.json", "{\"" + field.toStdString() + "\":99999}");
        QVERIFY2(
            complaint(m_folder).contains("the token 99999 to begin with"), qPrintable(complaint(m_folder)));
    }

    void row27_anUnknownComponentIsNamedWithItsFile()
    {
        copyModel("gpt2");
        writeFile(m_folder / "tokenizer.json",
            R"({"model":{"type":"BPE","vocab":{"a":0},"merges":[]},"decoder":{"type":"CTC"}})");
        QVERIFY2(complaint(m_folder).contains("tokenizer.json, decoder.type: the"),
            qPrintable(complaint(m_folder)));
        QVERIFY(complaint(m_folder).contains("CTC"));
    }

    void row21_aFileThatVanishedIsNamed()
    {
        copyModel("gpt2");
        for (const char* file : {"merges.txt", "config.json"}) {
            fs::remove(m_folder / file);
            QVERIFY(!complaint(m_folder).isEmpty());
        }
    }

private:
    void requireRefusedText(const std::string& text, const char* says)
    {
        const Model model = Model::load(m_folder);
        QVERIFY(!model.notices.empty());
        try {
            run(model, {text, {}, {}, {}, {}});
            QFAIL("not refused");
        } catch (const Error& error) {
            QVERIFY2(QString(error.what()).contains(says), error.what());
        }
    }
    void copyModel(const std::string& name)
    {
        fs::create_directory(m_folder);
        for (const auto& entry : fs::directory_iterator(fs::path(GLASSFORMER_TEST_DATA) / "models" / name))
            writeFile(m_folder / entry.path().filename(), textOf(entry.path()));
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    fs::path m_folder;
};

QTEST_APPLESS_MAIN(TestBadModels)
#include "tst_bad_models.moc"
