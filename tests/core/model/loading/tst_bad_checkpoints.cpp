#include "core/error.h"
#include "core/file/bytes/byte_file.h"
#include "core/file/bytes/folder_files.h"
#include "core/file/json/strict_json.h"
#include "core/file/safetensors/safetensors_writer.h"
#include "core/memory.h"
#include "core/model/loading/open_transformer.h"
#include "tests/builders/hang.h"
#include "tests/builders/weights_of.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

using namespace glassformer;

namespace fs = std::filesystem;

namespace {

constexpr std::uint64_t any_size = 1u << 20;

QString complaint(const fs::path& folder)
{
    try {
        openTransformer(FolderFiles(folder));
    } catch (const Error& error) {
        return QString::fromUtf8(error.what());
    }
    return {};
}

/** The config.json of a tiny model with another value for one field; none: without the field. */
std::string changedConfig(const std::string& config, const std::string& field, const Json* value)
{
    std::vector<JsonMember> members;
    const Json original = parseJson(config, "config.json");
    for (const JsonMember& member : original.members()) {
        if (member.key != field)
            members.push_back(member);
    }
    if (value)
        members.push_back({field, *value});
    return jsonText(Json::object(std::move(members)));
}

} // namespace

/** Bad configurations and weights that do not fit them, by the numbers of a list of bad inputs. */
class TestBadCheckpoints : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_folder = pathFromText(m_dir->path().toStdString());
    }

    void namesTheField_data()
    {
        QTest::addColumn<QString>("model");
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("value"); ///< as JSON; empty: the field is missing
        QTest::addColumn<QString>("says");
        const auto row = [](const char* name, const char* model, const char* field, const char* value,
                             const char* says) { QTest::newRow(name) << model << field << value << says; };
        row("row 23: heads that do not divide the width", "gpt2", "n_head", "3", "d_model 16 with n_heads 3");
        row("row 23: no layers", "gpt2", "n_layer", "0", "n_layer: the whole number 0");
        row("row 23: a billion layers", "gpt2", "n_layer", "1000000000",
            "n_layer: the whole number 1000000000");
        row("row 23: negative width", "bert", "hidden_size", "-16", "hidden_size: the whole number -16");
        row("row 23: fractional layers", "bert", "num_hidden_layers", "2.5",
            "num_hidden_layers: the number 2.5");
        row("row 23: layers as text", "t5", "num_layers", "\"2\"", "num_layers: the text \"2\"");
        row("row 23: width null", "llama", "hidden_size", "null", "hidden_size: null");
        row("row 23: width missing", "llama", "hidden_size", "", "hidden_size");
        row("row 23: width 2^64", "llama", "hidden_size", "18446744073709551616", "18446744073709551616");
        row("row 23: flag as number", "llama", "tie_word_embeddings", "1",
            "tie_word_embeddings: the whole number 1");
        row("row 24: unknown model_type", "gpt2", "model_type", "\"mamba\"",
            "model_type: the text \"mamba\"");
        row("row 24: unknown activation", "gpt2", "activation_function", "\"mish\"",
            "activation_function: the text \"mish\"");
        row("row 24: unknown rope scaling", "llama", "rope_scaling", R"({"rope_type":"yarn","factor":4.0})",
            "rope_scaling: the kind yarn");
        row("row 24: key heads that do not divide the heads", "llama", "num_key_value_heads", "3",
            "key and value heads");
        row("row 25: more layers than the files have", "gpt2", "n_layer", "3", "h.2.");
        row("row 25: another width than the files have", "gpt2", "n_embd", "32", "shape");
        row("row 25: another vocabulary than the files have", "bert", "vocab_size", "7", "shape");
    }
    void namesTheField()
    {
        QFETCH(QString, model);
        QFETCH(QString, field);
        QFETCH(QString, value);
        QFETCH(QString, says);
        copyModel(model.toStdString());
        // Written as text, since a value like 2^64 cannot be held.
        std::string config = changedConfig(m_config, field.toStdString(), nullptr);
        if (!value.isEmpty())
            config.insert(config.rfind('}'), ",\"" + field.toStdString() + "\":" + value.toStdString());
        writeFile(m_folder / "config.json", config);
        const QString said = complaint(m_folder);
        QVERIFY2(said.contains(says), qPrintable("said: " + said));
        QVERIFY(said.size() < 1000);
    }

    void row25_weightsThatDoNotFitAreNamed_data()
    {
        QTest::addColumn<int>("fault");
        QTest::addColumn<QString>("says");
        QTest::newRow("row 25: missing") << 0 << "h.1.mlp.c_fc.weight is missing";
        QTest::newRow("row 25: transposed") << 1 << "[64, 16]";
        QTest::newRow("row 25: wrong number of extents") << 2 << "[1024]";
    }
    void row25_weightsThatDoNotFitAreNamed()
    {
        QFETCH(int, fault);
        QFETCH(QString, says);
        copyModel("gpt2");
        std::map<std::string, Tensor> weights = weightsOf(FolderFiles(m_folder));
        const std::string name = "transformer.h.1.mlp.c_fc.weight";
        Tensor& tensor = weights.at(name);
        QVERIFY((tensor.shape == std::vector<std::int64_t>{16, 64}));
        if (fault == 1)
            tensor.shape = {64, 16};
        if (fault == 2)
            tensor.shape = {1024};
        if (fault == 0)
            weights.erase(name);
        writeFile(m_folder / "model.safetensors", safetensorsBytes(weights));
        const QString said = complaint(m_folder);
        QVERIFY2(said.contains(says), qPrintable("said: " + said));
    }

    void row25_extraTensorsAreListed()
    {
        copyModel("gpt2");
        std::map<std::string, Tensor> weights = weightsOf(FolderFiles(m_folder));
        weights["something.else"] = {{1}, {1}};
        writeFile(m_folder / "model.safetensors", safetensorsBytes(weights));
        QVERIFY(openTransformer(FolderFiles(m_folder)).unread == std::vector<std::string>{"something.else"});
    }

    void row26_aSparseCheckpointIsRefusedBeforeItIsRead()
    {
        copyModel("gpt2");
        const std::string json =
            R"({"wte.weight":{"dtype":"F16","shape":[70000000000],"data_offsets":[0,140000000000]}})";
        std::string bytes(8, '\0');
        bytes[0] = static_cast<char>(json.size());
        const fs::path weights = m_folder / "model.safetensors";
        writeFile(weights, bytes + json);
        fs::resize_file(weights, bytes.size() + json.size() + 140'000'000'000u);
        const QString said = complaint(m_folder);
        if (judgeMemory(280'000'000'000u, MemoryLimits{}) != MemoryVerdict::TooLarge)
            QSKIP("this machine has room for it");
        QVERIFY2(said.contains("needs about 280 GB of memory"), qPrintable(said));
    }

    /** Every field of every family, replaced by values that no writer would write. */
    void row23_noValueOfAnyFieldDoesWorseThanAMessage_data()
    {
        QTest::addColumn<QString>("model");
        for (const char* model : {"gpt2", "openai-gpt", "bert", "distilbert", "roberta", "albert", "ernie",
                 "marian", "bart", "mbart", "t5", "flan-t5", "llama", "llama3", "mistral", "qwen2", "qwen3"})
            QTest::newRow(model) << model;
    }
    void row23_noValueOfAnyFieldDoesWorseThanAMessage()
    {
        QFETCH(QString, model);
        copyModel(model.toStdString());
        QCOMPARE(complaint(m_folder), QString());
        const Json values[] = {nullptr, true, -1, 0, 1, 3, 1'000'000'000, std::int64_t{1} << 62, 1.5, 1e308,
            "text", Json::array({}), Json::object({})};
        QElapsedTimer timer;
        const Json original = parseJson(m_config, "config.json");
        for (const JsonMember& member : original.members()) {
            std::vector<const Json*> choices{nullptr};
            for (const Json& value : values)
                choices.push_back(&value);
            for (const Json* value : choices) {
                writeFile(m_folder / "config.json", changedConfig(m_config, member.key, value));
                timer.start();
                const QString said = complaint(m_folder);
                QVERIFY2(timer.elapsed() < hang_milliseconds, member.key.c_str());
                QVERIFY2(said.size() < 1000, qPrintable(said));
            }
        }
    }

private:
    void copyModel(const std::string& name)
    {
        const fs::path from = fs::path(GLASSFORMER_TEST_DATA) / "models" / name;
        m_config = readFile(from / "config.json", any_size);
        writeFile(m_folder / "config.json", m_config);
        writeFile(m_folder / "model.safetensors", readFile(from / "model.safetensors", any_size));
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    fs::path m_folder;
    std::string m_config;
};

QTEST_APPLESS_MAIN(TestBadCheckpoints)
#include "tst_bad_checkpoints.moc"
