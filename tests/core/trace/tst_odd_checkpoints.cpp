#include "core/error.h"
#include "core/file/bytes/byte_file.h"
#include "core/file/bytes/folder_files.h"
#include "core/file/json/strict_json.h"
#include "core/file/safetensors/safetensors_writer.h"
#include "core/file/weights/weight_source.h"
#include "core/model/tensor_name.h"
#include "core/trace/model.h"
#include "core/trace/run/ruled_words.h"
#include "core/trace/step/step_list.h"

#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>

using namespace glassformer;

namespace fs = std::filesystem;

namespace {

constexpr std::uint64_t any_size = 1u << 20;

fs::path modelFolder(const std::string& name)
{
    return fs::path(GLASSFORMER_TEST_DATA) / "models" / name;
}

/** A text of that many words. */
std::string longText(int words)
{
    std::string text;
    for (int i = 0; i < words; ++i)
        text += (i > 0 ? " " : "") + std::string("bridge");
    return text;
}

QString complaint(const Model& model, const RunRequest& request)
{
    try {
        run(model, request);
    } catch (const Error& error) {
        return QString::fromUtf8(error.what());
    }
    return {};
}

} // namespace

/** Folders that are not quite as usual, from opening them to the finished run. */
class TestOddCheckpoints : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    void aDecoderWithoutHeadRunsAndGivesNoWord_data()
    {
        QTest::addColumn<QString>("architecture");
        QTest::newRow("llama") << "LlamaModel";
        QTest::newRow("qwen3") << "Qwen3ForCausalLM";
        QTest::newRow("gpt2") << "GPT2ForSequenceClassification";
        QTest::newRow("bart") << "BartForSequenceClassification";
    }
    void aDecoderWithoutHeadRunsAndGivesNoWord()
    {
        QFETCH(QString, architecture);
        const fs::path folder = copied(QTest::currentDataTag(), "lm_head.weight", architecture.toStdString());
        try {
            const auto model = std::make_shared<const Model>(Model::load(folder));
            RunRequest request{"The bridge was wide", {}, {}, {}, {}};
            const Trace trace = run(*model, request);
            QVERIFY(trace.written.empty() && trace.answer.empty() && !trace.ended);
            QVERIFY(!trace.has(logits_tensor) && !trace.has(probabilities_tensor));
            QVERIFY(!trace.target.empty());
            QCOMPARE(trace.rows(), int(trace.tensor("decoder.0.output")->shape[0]));
            const auto steps = stepsOf(trace);
            QVERIFY(steps == stepsOf(trace.config));
            QVERIFY(std::none_of(steps.begin(), steps.end(),
                [](const auto& step) { return step == StepKind::NextWord || step == StepKind::Answer; }));
            QCOMPARE(answer(*model, request), std::string());
            // Again, from what the run before has left.
            const auto before = std::make_shared<const Trace>(runLean(model, request));
            QVERIFY(*runLean(model, request, {}, most_bytes_kept, before).find("decoder.0.output")
                == *trace.find("decoder.0.output"));
        } catch (const Error& error) {
            QFAIL(error.what());
        }
    }

    /** BartModel: "If no decoder_input_ids is provided, the model will create this tensor by shifting the input_ids to
        the right for denoising pre-training following the paper." */
    void aDecoderThatGivesNoWordsReadsTheSourceOnePlaceLater()
    {
        const Model model = Model::load(copied("bart", "lm_head.weight", "BartForSequenceClassification"));
        const Trace trace = run(model, {"The bridge was wide", {}, {}, {}, {}});
        QCOMPARE(trace.target.size(), trace.source.size());
        QCOMPARE(trace.target.front().id, model.generation.start);
        for (std::size_t i = 1; i < trace.target.size(); ++i)
            QCOMPARE(trace.target[i].id, trace.source[i - 1].id);
    }

    void whereNoTableEndsATextMayBeLonger_data()
    {
        QTest::addColumn<bool>("is_limited");
        QTest::newRow("t5") << false;
        QTest::newRow("mt5") << false;
        QTest::newRow("llama") << false;
        QTest::newRow("mistral") << false;
        QTest::newRow("gpt2") << true;
        QTest::newRow("marian") << true; // transformers has a table of so many sines
    }
    void whereNoTableEndsATextMayBeLonger()
    {
        QFETCH(bool, is_limited);
        Model model = Model::load(modelFolder(QTest::currentDataTag()));
        model.transformer.config.max_length = 12;
        RunRequest request{longText(40), {}, {}, {}, {}};
        request.decoding.max_new_tokens = 2;
        const QString said = complaint(model, request);
        QVERIFY2(is_limited ? said.contains("more than the 12 tokens") : said.isEmpty(), qPrintable(said));
        // What is written alike.
        request.text = "A";
        request.decoding.max_new_tokens = 30;
        model.generation.ends.clear();
        QCOMPARE(int(run(model, request).target.size()) > 12, !is_limited);
        request.decoding.kind = DecodingKind::Beam;
        request.decoding.beam_size = 2;
        QCOMPARE(int(run(model, request).target.size()) > 12, !is_limited);
    }

    /** What a rule forbids is told with its name, and probabilities stay those of the model. */
    void whatARulePassedOverIsKnown_data()
    {
        QTest::addColumn<QString>("folder");
        QTest::newRow("an encoder and a decoder") << "bart";
        QTest::newRow("a decoder alone") << "gpt2";
    }
    void whatARulePassedOverIsKnown()
    {
        QFETCH(QString, folder);
        Model model = Model::load(modelFolder(folder.toStdString()));
        model.generation.first = -1;
        RunRequest request{"The bridge was wide", {}, {}, {}, {}};
        request.decoding.max_new_tokens = 3;
        const Trace plain = run(model, request);
        const int first = model.transformer.config.hasEncoder() ? 0 : plain.given - 1;
        const int likeliest = plain.written[std::size_t(first)].id;
        QVERIFY(passedOver(plain, first).empty());
        model.generation.rules.bad_words = {{likeliest}};
        const Trace ruled = run(model, request);
        QVERIFY(ruled.written[std::size_t(first)].id != likeliest);
        QVERIFY((passedOver(ruled, first) == std::vector<RuledToken>{{likeliest, GenerationRule::BadWords}}));
        QVERIFY((ruledWordsAt(ruled, first) == passedOver(ruled, first)));
        QVERIFY(first == 0 || ruledWordsAt(ruled, first - 1).empty()); // a text that was given
        const auto before = plain.tensor(probabilities_tensor), after = ruled.tensor(probabilities_tensor);
        const auto row = static_cast<std::ptrdiff_t>(before->shape[1]) * first;
        QVERIFY(std::equal(before->values.begin() + row, before->values.begin() + row + before->shape[1],
            after->values.begin() + row));
    }

    /** "Generation config file not found, using a generation config created from the model config": of two files, only
        generation_config.json says how words are chosen; which tokens begin and end, both do. */
    void ofTwoFilesTheOneForGenerationCounts()
    {
        const fs::path folder = copied("bart", "", "BartForConditionalGeneration");
        QCOMPARE(Model::load(folder).generation.rules.no_repeat_ngram, 3);
        QVERIFY(Model::load(folder).generation.first >= 0);
        const std::vector<int> ends = Model::load(folder).generation.ends;
        writeFile(folder / "generation_config.json", R"({"min_length":2})");
        const Model model = Model::load(folder);
        QCOMPARE(model.generation.rules.no_repeat_ngram, 0);
        QCOMPARE(model.generation.rules.min_length, 2);
        QCOMPARE(model.generation.first, -1);
        QCOMPARE(model.generation.ends, ends);
        QVERIFY(!model.notices.empty());
    }

    void aStartThatIsLeftOutIsTheFamilys()
    {
        const fs::path folder = copied("bart", "", "BartForConditionalGeneration");
        std::vector<JsonMember> members;
        const Json original = parseJson(readFile(folder / "config.json", any_size), "config.json");
        for (const JsonMember& member : original.members())
            if (member.key != "decoder_start_token_id")
                members.push_back(member);
        writeFile(folder / "config.json", jsonText(Json::object(std::move(members))));
        QCOMPARE(Model::load(folder).generation.start, 2);
    }

    /** ForcedBOSTokenLogitsProcessor forces where "cur_len == 1": not behind a text of several tokens. */
    void aFirstTokenIsForcedBehindOneTokenOnly()
    {
        Model model = Model::load(modelFolder("gpt2"));
        model.generation.first = 7;
        RunRequest request{"The bridge was wide", {}, {}, {}, {}};
        request.decoding.max_new_tokens = 1;
        const Trace trace = run(model, request);
        QVERIFY(trace.given > 1);
        QVERIFY(trace.written.back().id != 7);
        request.text = "A";
        QCOMPARE(run(model, request).given, 1);
        QCOMPARE(run(model, request).written.back().id, 7);
    }

    /** A tokenizer may know more tokens than the model has vectors: only a text that has one of them cannot be read. */
    void tokensWithoutAVectorAreRefusedInATextOnly()
    {
        const Model whole = Model::load(modelFolder("gpt2-no-prefix"));
        const int rows = whole.tokenizer.encode("w").ids().front();
        const fs::path folder = copied("gpt2-no-prefix", "", "GPT2LMHeadModel", rows);
        const Model model = Model::load(folder);
        QVERIFY(model.tokenizer.size() > model.transformer.config.vocabulary);
        QVERIFY(!model.notices.empty());
        QVERIFY(complaint(model, {"A", {}, {}, {}, {}}).isEmpty());
        const QString said = complaint(model, {"w", {}, {}, {}, {}});
        QVERIFY2(said.contains("the token w") && said.contains("vector"), qPrintable(said));
    }

private:
    /** A tiny model without one of its tensors, saved from a class of transformers, with fewer rows in its table. */
    fs::path copied(
        const std::string& name, const std::string& without, const std::string& architecture, int rows = 0)
    {
        const fs::path folder = pathFromText(m_dir->path().toStdString());
        for (const auto& entry : fs::directory_iterator(modelFolder(name)))
            writeFile(folder / entry.path().filename(), readFile(entry.path(), any_size));
        const WeightSource source{FolderFiles(modelFolder(name))};
        std::map<std::string, StoredTensor> weights;
        for (const std::string& tensor : source.names())
            if (tensor != without)
                weights[tensor] = tensor == "wte.weight" && rows > 0 ? source.storedRows(tensor, {0, rows})
                                                                     : source.stored(tensor);
        writeFile(folder / "model.safetensors", safetensorsBytes(weights));
        std::vector<JsonMember> members;
        const Json original = parseJson(readFile(folder / "config.json", any_size), "config.json");
        for (const JsonMember& member : original.members())
            if (member.key != "architectures" && (member.key != "vocab_size" || rows == 0))
                members.push_back(member);
        members.push_back({"architectures", Json::array({architecture})});
        if (rows > 0)
            members.push_back({"vocab_size", rows});
        writeFile(folder / "config.json", jsonText(Json::object(std::move(members))));
        return folder;
    }

    std::unique_ptr<QTemporaryDir> m_dir;
};

QTEST_APPLESS_MAIN(TestOddCheckpoints)
#include "tst_odd_checkpoints.moc"
