#include "core/error.h"
#include "core/file/bytes/byte_file.h"
#include "core/file/bytes/folder_files.h"
#include "core/file/json/strict_json.h"
#include "core/file/safetensors/safetensors_writer.h"
#include "core/file/weights/float_bytes.h"
#include "core/file/weights/weight_source.h"
#include "core/model/loading/open_transformer.h"
#include "core/tensor/instruction_set.h"

#include <QTemporaryDir>
#include <QtTest>

#include <cstring>
#include <limits>

using namespace glassformer;

namespace fs = std::filesystem;

namespace {

using Weights = std::map<std::string, StoredTensor>;

constexpr std::uint64_t any_size = 1u << 20;

Weights weightsOf(const fs::path& folder)
{
    const WeightSource source{FolderFiles(folder)};
    Weights weights;
    for (const std::string& name : source.names())
        weights.emplace(name, source.stored(name));
    return weights;
}

fs::path model(const std::string& name)
{
    return fs::path(GLASSFORMER_TEST_DATA) / "models" / name;
}

/** Logits of a decoder's or an encoder's few rows; of a model without output the last vectors. */
Matrix<float> numbersOf(const Transformer<float>& model)
{
    const std::vector<int> ids{5, 7, 6};
    const Segments one = Segments::single(3);
    if (!model.config.hasDecoder()) {
        const Matrix<float> last = encode<float>(model, {ids, one}).output;
        return model.config.has_output ? logits(model, last) : last;
    }
    const StackRecord<float> encoder =
        model.config.hasEncoder() ? encode<float>(model, {ids, one}) : StackRecord<float>();
    const Memory<float> memory{encoder.output, one};
    return logits(
        model, decode<float>(model, model.config.hasEncoder() ? &memory : nullptr, {ids, one}).output);
}

/** The same values in another type of file: BF16 cut off, F16 rounded. */
StoredTensor storedAs(TensorType type, const Tensor& tensor)
{
    if (type == TensorType::F16)
        return storedHalves(tensor, "test");
    StoredTensor stored{type, tensor.shape, {}};
    for (const float value : tensor.values) {
        char bytes[sizeof value];
        std::memcpy(bytes, &value, sizeof value);
        stored.bytes.append(bytes + 2, 2);
    }
    return stored;
}

} // namespace

Q_DECLARE_METATYPE(glassformer::TensorType)

/** Forms of weight files that are valid, and what is said of those that are not. */
class TestCheckpointWeights : public QObject
{
    Q_OBJECT

private slots:
    void cleanup() { useInstructionSet(availableInstructionSets().back()); }

    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_folder = pathFromText(m_dir->path().toStdString());
    }

    void weightsOf16BitsGiveTheNumbersOfTheSameValuesAsFloats_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<TensorType>("type");
        for (const auto& entry : fs::directory_iterator(fs::path(GLASSFORMER_TEST_DATA) / "models")) {
            if (!entry.is_directory())
                continue;
            const std::string name = entry.path().filename().string();
            QTest::addRow("%s, F16", name.c_str()) << QString::fromStdString(name) << TensorType::F16;
            QTest::addRow("%s, BF16", name.c_str()) << QString::fromStdString(name) << TensorType::BF16;
        }
    }
    void weightsOf16BitsGiveTheNumbersOfTheSameValuesAsFloats()
    {
        QFETCH(QString, name);
        QFETCH(TensorType, type);
        const fs::path original = model(name.toStdString());
        const WeightSource source{FolderFiles(original)};
        Weights halves, floats;
        for (const std::string& tensor : source.names()) {
            if (!isFloatType(source.entry(tensor).type)) {
                halves[tensor] = floats[tensor] = source.stored(tensor);
                continue;
            }
            halves[tensor] = storedAs(type, source.tensor(tensor));
            Tensor same = source.tensor(tensor);
            floatsFromBytes(type, halves[tensor].bytes, same.values, "test");
            floats[tensor] = storedFloats(same);
        }
        for (const InstructionSet set : availableInstructionSets()) {
            useInstructionSet(set);
            write(original, floats);
            const Matrix<float> expected = numbersOf(openTransformer(FolderFiles(m_folder)).transformer);
            write(original, halves);
            const Matrix<float> found = numbersOf(openTransformer(FolderFiles(m_folder)).transformer);
            if (set != InstructionSet::Amx)
                QVERIFY(found == expected);
            else
                QVERIFY((found - expected).cwiseAbs().maxCoeff() < 1e-4F);
        }
    }

    void aTiedTableMayStandUnderTheNameOfTheHead_data()
    {
        QTest::addColumn<QString>("table"); ///< as the tiny model calls it
        QTest::addColumn<QString>("head");
        const auto row = [](const char* name, const char* table, const char* head) {
            QTest::newRow(name) << table << head;
        };
        row("gpt2", "transformer.wte.weight", "lm_head.weight");
        row("gpt2-no-prefix", "wte.weight", "lm_head.weight");
        row("gpt2-float16", "transformer.wte.weight", "lm_head.weight");
        row("openai-gpt", "transformer.tokens_embed.weight", "lm_head.weight");
        row("bert", "bert.embeddings.word_embeddings.weight", "cls.predictions.decoder.weight");
        row("ernie", "ernie.embeddings.word_embeddings.weight", "cls.predictions.decoder.weight");
        row("roberta", "roberta.embeddings.word_embeddings.weight", "lm_head.decoder.weight");
        row("distilbert", "distilbert.embeddings.word_embeddings.weight", "vocab_projector.weight");
        row("albert", "albert.embeddings.word_embeddings.weight", "predictions.decoder.weight");
        row("marian-relu", "model.shared.weight", "lm_head.weight");
        row("bart", "model.shared.weight", "lm_head.weight");
        row("mbart", "model.shared.weight", "lm_head.weight");
        row("t5", "shared.weight", "lm_head.weight");
        row("smollm", "model.embed_tokens.weight", "lm_head.weight");
        row("llama-no-prefix", "embed_tokens.weight", "lm_head.weight");
        row("qwen2", "model.embed_tokens.weight", "lm_head.weight");
    }
    void aTiedTableMayStandUnderTheNameOfTheHead()
    {
        QFETCH(QString, table);
        QFETCH(QString, head);
        const fs::path original = model(QTest::currentDataTag());
        Weights weights = weightsOf(original);
        const StoredTensor kept = weights.at(table.toStdString());
        for (auto entry = weights.begin(); entry != weights.end();)
            if (entry->first.ends_with("embed_tokens.weight") || entry->first == table.toStdString())
                entry = weights.erase(entry);
            else
                ++entry;
        weights[head.toStdString()] = kept;
        write(original, weights);
        try {
            const Matrix<float> found = numbersOf(openTransformer(FolderFiles(m_folder)).transformer);
            QVERIFY(found == numbersOf(openTransformer(FolderFiles(original)).transformer));
        } catch (const Error& error) {
            QFAIL(error.what());
        }
    }

    /** safetensors, "Torch shared tensors": save_model() "keeps only one of the shared tensors" and writes
        {"removed name": "kept name"} into the metadata of the file. */
    void whatSaveModelLeftOutIsFoundByTheMetadata()
    {
        const fs::path original = model("llama");
        Weights weights = weightsOf(original);
        // Two gains that are one tensor: nothing but the metadata tells.
        const std::string removed = "model.layers.1.post_attention_layernorm.weight",
                          kept = "model.norm.weight";
        weights[removed] = weights.at(kept);
        write(original, weights);
        const Matrix<float> expected = numbersOf(openTransformer(FolderFiles(m_folder)).transformer);
        weights.erase(removed);
        write(original, weights, {{"format", "pt"}, {removed, kept}});
        QVERIFY(numbersOf(openTransformer(FolderFiles(m_folder)).transformer) == expected);
        write(original, weights, {{"format", "pt"}, {removed, "nowhere"}});
        QVERIFY(complaint().contains(QString::fromStdString(removed) + " is missing"));
    }

    void anIndexMayListATiedTensorThatNoFileHas()
    {
        const fs::path original = model("smollm");
        const Weights weights = weightsOf(original);
        write(original, weights);
        fs::rename(m_folder / "model.safetensors", m_folder / "model-1.safetensors");
        std::vector<JsonMember> map{{"lm_head.weight", "model-1.safetensors"}};
        for (const auto& entry : weights)
            map.push_back({entry.first, "model-1.safetensors"});
        writeIndex(map);
        QVERIFY(numbersOf(openTransformer(FolderFiles(m_folder)).transformer)
            == numbersOf(openTransformer(FolderFiles(original)).transformer));

        map.push_back({"model.layers.9.mlp.up_proj.weight", "model-1.safetensors"});
        writeIndex(map); // nobody asks for it
        QCOMPARE(complaint(), QString());
        Weights fewer = weights;
        fewer.erase("model.norm.weight");
        writeFile(m_folder / "model-1.safetensors", safetensorsBytes(fewer));
        const QString said = complaint();
        QVERIFY2(said.contains("no tensor model.norm.weight") && said.contains("model-1.safetensors"),
            qPrintable(said));
    }

    void aDecoderWithoutHeadGivesVectors_data()
    {
        QTest::addColumn<QString>("architecture");
        QTest::newRow("llama") << "LlamaModel";
        QTest::newRow("qwen3") << "Qwen3ForCausalLM"; // as Qwen3-Embedding says of itself
        QTest::newRow("flan-t5") << "T5Model";
        QTest::newRow("qwen2") << "Qwen2ForSequenceClassification"; // tied, but its head is another
        QTest::newRow("gpt2") << "GPT2ForTokenClassification";
        QTest::newRow("bart") << "BartForSequenceClassification";
        QTest::newRow("t5") << "T5ForSequenceClassification";
    }
    void aDecoderWithoutHeadGivesVectors()
    {
        QFETCH(QString, architecture);
        const fs::path original = model(QTest::currentDataTag());
        Weights weights = weightsOf(original);
        weights.erase("lm_head.weight");
        weights["score.weight"] = storedFloats({{2, 16}, std::vector<float>(32, 0.5F)});
        write(original, weights);
        change("architectures", Json::array({architecture.toStdString()}));
        try {
            const OpenedTransformer opened = openTransformer(FolderFiles(m_folder));
            QVERIFY(!opened.transformer.config.has_output);
            QVERIFY(opened.transformer.config.hasDecoder());
            QVERIFY(said(opened).contains("no next word"));
            QVERIFY(said(opened).contains("score.weight"));
        } catch (const Error& error) {
            QFAIL(error.what());
        }
    }

    /** A base model whose table is tied can write: that is what transformers' AutoModelForCausalLM makes of it. */
    void aTiedBaseModelHasItsTableAsHead()
    {
        write(model("gpt2"), weightsOf(model("gpt2")));
        change("architectures", Json::array({"GPT2Model"}));
        QVERIFY(openTransformer(FolderFiles(m_folder)).transformer.config.has_output);
    }

    void theEncoderOfT5MayComeAlone()
    {
        Weights weights = weightsOf(model("t5"));
        for (auto entry = weights.begin(); entry != weights.end();)
            entry = entry->first.starts_with("decoder.") ? weights.erase(entry) : std::next(entry);
        write(model("t5"), weights);
        change("architectures", Json::array({"T5EncoderModel"}));
        const Transformer<float> alone = openTransformer(FolderFiles(m_folder)).transformer;
        QVERIFY(!alone.config.hasDecoder() && !alone.config.has_output);
        const std::vector<int> ids{5, 7, 6};
        const Segments one = Segments::single(3);
        const Transformer<float> whole = openTransformer(FolderFiles(model("t5"))).transformer;
        QVERIFY(encode<float>(alone, {ids, one}).output == encode<float>(whole, {ids, one}).output);
    }

    void aTableOfTasksThatIsSwitchedOffIsNotAdded()
    {
        write(model("ernie"), weightsOf(model("ernie")));
        const Matrix<float> with = openTransformer(FolderFiles(m_folder)).transformer.weights.segment;
        change("use_task_id", false);
        const OpenedTransformer opened = openTransformer(FolderFiles(m_folder));
        const Matrix<float> table =
            WeightSource(FolderFiles(model("ernie"))).matrix("ernie.embeddings.token_type_embeddings.weight");
        QVERIFY(opened.transformer.weights.segment == table);
        QVERIFY(with != table);
    }

    void quantisedFilesAreNamed_data()
    {
        QTest::addColumn<QString>("instead"); ///< of ".weight", or beside it
        QTest::addColumn<bool>("is_beside");
        QTest::newRow("GPTQ, AWQ") << ".qweight" << false;
        QTest::newRow("compressed tensors") << ".weight_packed" << false;
        QTest::newRow("bitsandbytes") << ".weight.absmax" << true;
        QTest::newRow("MLX") << ".scales" << true;
    }
    void quantisedFilesAreNamed()
    {
        QFETCH(QString, instead);
        QFETCH(bool, is_beside);
        Weights weights = weightsOf(model("llama"));
        const std::string stem = "model.layers.0.self_attn.q_proj", name = stem + instead.toStdString();
        weights[name] = storedIntegers({2}, std::vector<std::int32_t>{1, 2});
        if (is_beside)
            weights[stem + ".weight"] = storedIntegers({2, 1}, std::vector<std::int32_t>{1, 2});
        else
            weights.erase(stem + ".weight");
        write(model("llama"), weights);
        const QString said = complaint();
        QVERIFY2(said.contains("quantised weights: " + QString::fromStdString(name)), qPrintable(said));
        QVERIFY(!said.contains("two models"));
    }

    /** torch's Linear stores [out, in], GPT-2's Conv1D [in, out] with queries, keys and values side by side. */
    void aMissingMatrixIsAskedForAsTheFileWouldHoldIt()
    {
        Weights weights = weightsOf(model("llama"));
        weights.erase("model.layers.0.mlp.up_proj.weight");
        write(model("llama"), weights);
        QVERIFY2(complaint().contains("shape [40, 16]"), qPrintable(complaint()));
        weights = weightsOf(model("gpt2"));
        weights.erase("transformer.h.0.attn.c_attn.weight");
        write(model("gpt2"), weights);
        QVERIFY2(complaint().contains("shape [16, 48]"), qPrintable(complaint()));
    }

    void filesOfTwoModelsAreSuspectedOnlyWhereThatIsLikely()
    {
        Weights weights = weightsOf(model("gpt2"));
        weights.erase("transformer.h.0.mlp.c_fc.bias");
        write(model("gpt2"), weights);
        QVERIFY2(complaint().contains("only a part of the model"), qPrintable(complaint()));
        write(model("gpt2"), weightsOf(model("llama")));
        QVERIFY2(complaint().contains("another kind of model"), qPrintable(complaint()));
        write(model("gpt2"), weightsOf(model("gpt2")));
        change("n_embd", 32);
        QVERIFY2(complaint().contains("two models"), qPrintable(complaint()));
        write(model("llama"), weightsOf(model("llama")));
        leaveOut("intermediate_size");
        QVERIFY2(complaint().contains("config.json leaves out intermediate_size"), qPrintable(complaint()));
    }

    void weightsThatAreNoNumbersAreTold_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<float>("value");
        const float nan = std::numeric_limits<float>::quiet_NaN(),
                    infinity = std::numeric_limits<float>::infinity();
        QTest::newRow("matrix") << "transformer.h.1.mlp.c_fc.weight" << nan;
        QTest::newRow("vector") << "transformer.h.1.ln_1.bias" << -infinity;
        QTest::newRow("tied table") << "transformer.wte.weight" << infinity;
        QTest::newRow("positions") << "transformer.wpe.weight" << nan;
        QTest::newRow("none") << "" << nan;
    }
    void weightsThatAreNoNumbersAreTold()
    {
        QFETCH(QString, name);
        QFETCH(float, value);
        const WeightSource source{FolderFiles(model("gpt2"))};
        Weights weights = weightsOf(model("gpt2"));
        if (!name.isEmpty()) {
            Tensor tensor = source.tensor(name.toStdString());
            tensor.values.back() = value;
            weights[name.toStdString()] = storedFloats(tensor);
        }
        write(model("gpt2"), weights);
        const QString notices = said(openTransformer(FolderFiles(m_folder)));
        QCOMPARE(notices.contains("no numbers"), !name.isEmpty());
        QVERIFY2(notices.contains(name), qPrintable(notices));
    }

private:
    void write(
        const fs::path& from, const Weights& weights, const std::map<std::string, std::string>& metadata = {})
    {
        writeFile(m_folder / "config.json", readFile(from / "config.json", any_size));
        writeFile(m_folder / "model.safetensors", safetensorsBytes(weights, metadata));
    }
    void writeIndex(const std::vector<JsonMember>& map)
    {
        writeFile(m_folder / "model.safetensors.index.json",
            jsonText(Json::object({{"weight_map", Json::object(map)}})));
    }
    void leaveOut(const std::string& field)
    {
        std::vector<JsonMember> members;
        const Json original = parseJson(readFile(m_folder / "config.json", any_size), "config.json");
        for (const JsonMember& member : original.members())
            if (member.key != field)
                members.push_back(member);
        writeFile(m_folder / "config.json", jsonText(Json::object(std::move(members))));
    }
    void change(const std::string& field, const Json& value)
    {
        leaveOut(field);
        std::vector<JsonMember> members =
            parseJson(readFile(m_folder / "config.json", any_size), "config.json").members();
        members.push_back({field, value});
        writeFile(m_folder / "config.json", jsonText(Json::object(std::move(members))));
    }
    QString complaint() const
    {
        try {
            openTransformer(FolderFiles(m_folder));
        } catch (const Error& error) {
            return QString::fromUtf8(error.what());
        }
        return {};
    }
    static QString said(const OpenedTransformer& opened)
    {
        QString all;
        for (const Message& notice : opened.notices)
            all += QString::fromStdString(notice.english()) + "\n";
        return all;
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    fs::path m_folder;
};

QTEST_APPLESS_MAIN(TestCheckpointWeights)
#include "tst_checkpoint_weights.moc"
