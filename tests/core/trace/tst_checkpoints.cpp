#include "core/file/bytes/byte_file.h"
#include "core/file/json/strict_json.h"
#include "core/trace/model.h"
#include "core/trace/record/tensor_slice.h"
#include "core/trace/step/step_list.h"
#include "tests/builders/tensor_file.h"

#include <QtTest>

#include <cmath>

using namespace glassformer;

/**
 * Whole folders in the layout of shared checkpoints, one of every family and form of tokenizer: they open, cut their
 * text into the ids of the reference implementations, and run into a trace that every step can show.
 */
class TestCheckpoints : public QObject
{
    Q_OBJECT

private slots:
    void aFolderOpensAndRuns_data();
    void aFolderOpensAndRuns();
    void theInsideOfALayerMadeLaterIsWhatItWas_data() { aFolderOpensAndRuns_data(); }
    void theInsideOfALayerMadeLaterIsWhatItWas();
    void aHeadMadeLaterIsThatOfAllHeads_data() { aFolderOpensAndRuns_data(); }
    void aHeadMadeLaterIsThatOfAllHeads();
    void wordsMadeLaterAreMadeOnce();
    void mBartBeginsWithTheLanguageThatIsAskedFor();
    void mBartIsToldTheLanguageThatItReads();
    void twoSentencesAreReadAsThePairOfTheReference_data();
    void twoSentencesAreReadAsThePairOfTheReference();
    void spacesAroundBertsSeparatorChangeNothing();
    void aSentenceAloneHasOneSegment();

private:
    static std::filesystem::path models() { return std::filesystem::path(GLASSFORMER_TEST_DATA) / "models"; }
};

void TestCheckpoints::aFolderOpensAndRuns_data()
{
    QTest::addColumn<QString>("folder");
    for (const auto& entry : std::filesystem::directory_iterator(models()))
        if (entry.is_directory()) {
            const std::string name = pathText(entry.path().filename());
            QTest::newRow(name.c_str()) << QString::fromStdString(name);
        }
}

void TestCheckpoints::aFolderOpensAndRuns()
{
    QFETCH(QString, folder);
    const std::filesystem::path path = models() / folder.toStdString();
    const WeightSource reference = tensorsIn(path / "reference.safetensors");
    const std::string text = reference.metadata().at("text");
    const std::vector<std::int64_t> expected = reference.integers("input_ids");
    try {
        const Model model = Model::load(path);
        const Encoding encoding = model.tokenizer.encode(text);
        QCOMPARE(encoding.ids(), std::vector<int>(expected.begin(), expected.end()));
        for (const Token& token : encoding.tokens)
            QVERIFY(token.span.end <= text.size() && token.span.begin <= token.span.end);

        RunRequest request{text, {}, {}, {}, {}};
        request.decoding.max_new_tokens = 4;
        const Trace trace = run(model, request);
        QVERIFY(stepsOf(trace) == stepsOf(trace.config));
        QVERIFY(!trace.config.has_output || static_cast<int>(trace.written.size()) == trace.rows());
    } catch (const Error& error) {
        QFAIL(error.what());
    }
}

void TestCheckpoints::theInsideOfALayerMadeLaterIsWhatItWas()
{
    QFETCH(QString, folder);
    const std::filesystem::path path = models() / folder.toStdString();
    const WeightSource reference = tensorsIn(path / "reference.safetensors");
    RunRequest request{reference.metadata().at("text"), {}, {}, {}, {}};
    request.decoding.max_new_tokens = 2;
    try {
        const auto model = std::make_shared<const Model>(Model::load(path));
        const Trace whole = run(*model, request);
        const Trace lean = runLean(model, request, {}, 0);
        QVERIFY(lean.late);
        for (const std::string& name : whole.names()) {
            if (name == "logits" || name == "probabilities" || name == "output.state")
                continue;
            const auto later = lean.find(name);
            QVERIFY2(later, name.c_str());
            QVERIFY2(*later == *whole.find(name), name.c_str());
        }
        QCOMPARE(lean.answer, whole.answer);
    } catch (const Error& error) {
        QFAIL(error.what());
    }
}

void TestCheckpoints::aHeadMadeLaterIsThatOfAllHeads()
{
    QFETCH(QString, folder);
    const auto model = std::make_shared<const Model>(Model::load(models() / folder.toStdString()));
    RunRequest request{"The bridge was wide", {}, {}, {}, {}};
    request.decoding.max_new_tokens = 2;
    const Trace whole = run(*model, request);
    const Trace lean = runLean(model, request, {}, 0);
    const auto isSame = [](const MatrixSlice& one, const MatrixSlice& other) {
        const std::span<const float> a = one.values(), b = other.values();
        return one.rows == other.rows && std::equal(a.begin(), a.end(), b.begin(), b.end());
    };
    for (const std::string& name : whole.names()) {
        const auto all = whole.find(name);
        const int last = int(all->shape.front()) - 1;
        if (all->shape.size() != 3)
            continue;
        QVERIFY2(isSame(headOf(lean, name, last), headOf(whole, name, last)), name.c_str());
        QVERIFY2(headOf(lean, name, last + 1).isEmpty(), name.c_str());
        QVERIFY2(*lean.find(name) == *all, name.c_str()); // which puts the heads together
        QVERIFY2(isSame(headOf(lean, name, last), headOf(whole, name, last)), name.c_str());
    }
}

void TestCheckpoints::wordsMadeLaterAreMadeOnce()
{
    const auto model = std::make_shared<const Model>(Model::load(models() / "gpt2"));
    const RunRequest request{"The bridge was wide", {}, {}, {}, {}};
    const Trace whole = run(*model, request);
    const Trace lean = runLean(model, request, {}, 0);
    for (const int row : {2, 1, 2}) {
        const WordScores made = wordScoresAt(lean, row), expected = wordScoresAt(whole, row);
        QCOMPARE(wordScoresAt(lean, row).owner, made.owner);
        QCOMPARE(made.logits.size(), expected.logits.size());
        for (std::size_t i = 0; i < made.logits.size(); ++i)
            QVERIFY(qAbs(made.logits[i] - expected.logits[i]) < 1e-5f);
    }
}

/** Liu et al. 2020: the decoder's first input is the token of the language that it is to write. */
void TestCheckpoints::mBartBeginsWithTheLanguageThatIsAskedFor()
{
    const Model model = Model::load(models() / "mbart");
    for (const std::string language : {"fr_XX", "de_DE"}) {
        RunRequest request{"The bridge was wide.", language, {}, {}, {}};
        request.decoding.max_new_tokens = 2;
        const Trace trace = run(model, request);
        QCOMPARE(trace.target.front().text, language);
        QCOMPARE(trace.source.back().text, std::string("en_XX"));
    }
}

void TestCheckpoints::mBartIsToldTheLanguageThatItReads()
{
    const Model model = Model::load(models() / "mbart");
    QCOMPARE(model.sourceLanguages(), model.targetLanguages());
    QVERIFY(Model::load(models() / "marian").sourceLanguages().empty());
    RunRequest request{"Die Katze schläft.", "fr_XX", {}, {}, {}, "de_DE"};
    request.decoding.max_new_tokens = 2;
    const Trace trace = run(model, request);
    QCOMPARE(trace.source.back().text, std::string("de_DE"));
    QVERIFY(trace.source.back().is_special);
    QCOMPARE(trace.target.front().text, std::string("fr_XX"));
    QCOMPARE(trace.source_language, std::string("de_DE"));
    request.source_language = "klingon";
    QVERIFY_THROWS_EXCEPTION(Error, run(model, request));
}

void TestCheckpoints::twoSentencesAreReadAsThePairOfTheReference_data()
{
    QTest::addColumn<QString>("folder");
    QTest::addColumn<QString>("separator");
    for (const char* folder : {"bert", "bert-explicit-head", "bert-bfloat16", "minilm", "distilbert", "ernie",
             "albert", "albert-groups"})
        QTest::newRow(folder) << folder << "[SEP]";
    QTest::newRow("roberta") << "roberta"
                             << "</s></s>";
}

/** Ids and segments are those of encode(first, second) of the reference, and every number is what comes of them. */
void TestCheckpoints::twoSentencesAreReadAsThePairOfTheReference()
{
    QFETCH(QString, folder);
    QFETCH(QString, separator);
    const std::filesystem::path path = models() / folder.toStdString();
    const WeightSource reference = tensorsIn(path / "reference_pair.safetensors");
    const auto listOf = [&reference](const char* name) {
        const std::vector<std::int64_t> list = reference.integers(name);
        return std::vector<int>(list.begin(), list.end());
    };
    try {
        const Model model = Model::load(path);
        QCOMPARE(QString::fromStdString(model.tokenizer.pairSeparator()), separator);
        const std::string text = reference.metadata().at("text") + model.tokenizer.pairSeparator()
            + reference.metadata().at("second_text");
        const Encoding encoding = model.tokenizer.encode(text);
        QCOMPARE(encoding.ids(), listOf("input_ids"));
        QCOMPARE(encoding.segments(), listOf("token_type_ids"));

        const Trace trace = run(model, {text, {}, {}, {}, {}});
        const std::string last = model.transformer.config.has_output ? "logits" : "encoder.output";
        const Tensor expected = reference.tensor(last);
        const auto found = trace.tensor(last);
        QCOMPARE(found->shape, expected.shape);
        for (std::size_t i = 0; i < expected.values.size(); ++i)
            QVERIFY(std::abs(found->values[i] - expected.values[i]) < 1e-3f);
    } catch (const Error& error) {
        QFAIL(error.what());
    }
}

void TestCheckpoints::spacesAroundBertsSeparatorChangeNothing()
{
    const Model model = Model::load(models() / "bert");
    const Encoding tight = model.tokenizer.encode("It was wide.[SEP]It was cold.");
    const Encoding loose = model.tokenizer.encode("It was wide. [SEP] It was cold.");
    QCOMPARE(loose.ids(), tight.ids());
    QCOMPARE(loose.segments(), tight.segments());
}

void TestCheckpoints::aSentenceAloneHasOneSegment()
{
    for (const char* folder : {"bert", "albert", "ernie"}) {
        const Model model = Model::load(models() / folder);
        const Trace trace = run(model, {"It was wide.", {}, {}, {}, {}});
        const auto segments = trace.tensor("source.segment");
        const std::size_t width = static_cast<std::size_t>(segments->shape[1]);
        for (std::size_t i = width; i < segments->values.size(); ++i)
            QCOMPARE(segments->values[i], segments->values[i % width]);
    }
}

QTEST_APPLESS_MAIN(TestCheckpoints)
#include "tst_checkpoints.moc"
