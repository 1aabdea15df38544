#include "core/trace/record/trace_file.h"

#include "core/error.h"
#include "core/file/bytes/memory_files.h"
#include "core/file/json/json.h"
#include "core/file/safetensors/safetensors_writer.h"
#include "core/trace/look/view.h"
#include "core/trace/model.h"
#include "core/trace/step/step_list.h"

#include <QtTest>

#include <algorithm>
#include <functional>
#include <limits>

using namespace glassformer;

namespace {

Tensor zeros(std::vector<std::int64_t> shape)
{
    std::int64_t size = 1;
    for (const std::int64_t extent : shape)
        size *= extent;
    return {std::move(shape), std::vector<float>(static_cast<std::size_t>(size))};
}

/** Weights of heads that attend to all tokens alike. */
Tensor evenRows(int heads, int tokens)
{
    Tensor tensor = zeros({heads, tokens, tokens});
    std::fill(tensor.values.begin(), tensor.values.end(), 1.0f / static_cast<float>(tokens));
    return tensor;
}

const std::string file_name = "run.safetensors";

using Tensors = std::map<std::string, Tensor>;
using Metadata = std::map<std::string, std::string>;

Trace read(const Tensors& tensors, const Metadata& metadata = {})
{
    MemoryFiles files;
    files.write(file_name, safetensorsBytes(tensors, metadata));
    return readTrace(files, file_name);
}

Trace writtenAndRead(const Trace& trace, const TokenOf& token_of = {})
{
    MemoryFiles files;
    writeTrace(files, file_name, trace, token_of);
    return readTrace(files, file_name);
}

Model model(const char* name)
{
    return Model::load(std::filesystem::path(GLASSFORMER_TEST_DATA) / "models" / name);
}

} // namespace

class TestTraceFile : public QObject
{
    Q_OBJECT

private slots:
    void aRunComesBackAsItWas()
    {
        const Model model =
            Model::load(std::filesystem::path(GLASSFORMER_RESOURCES) / "models" / "translator");
        const Trace trace = run(model, {"The dog slept because it was tired.", "fr", {}, {}, {}});
        const Trace again = writtenAndRead(trace);
        QVERIFY(again.config == trace.config);
        QVERIFY(again.tensors == trace.tensors);
        QCOMPARE(again.answer, trace.answer);
        QCOMPARE(again.source.size(), trace.source.size());
        for (std::size_t i = 0; i < trace.source.size(); ++i) {
            QCOMPARE(again.source[i].text, trace.source[i].text);
            QCOMPARE(again.source[i].id, trace.source[i].id);
        }
        QCOMPARE(again.written.size(), trace.written.size());
        QVERIFY(stepsOf(again) == stepsOf(trace));
    }

    void allThatARunSaysOfItselfComesBack()
    {
        const Model model =
            Model::load(std::filesystem::path(GLASSFORMER_RESOURCES) / "models" / "translator");
        RunRequest request{"The dog slept because it was unbelievably tired.", "fr", {}, {}, {}};
        request.decoding.kind = DecodingKind::Sample;
        request.decoding.temperature = 0.7;
        request.decoding.seed = 5;
        request.changes.push_back(headOff({AttentionSite::Encoder, 3, 1}));
        request.forced_target = {model.tokenizer.encode("le", {}).tokens.front().id};
        const Trace trace = run(model, request);
        const auto token_of = [&model](int id) { return model.tokenizer.token(id); };
        const Trace again = writtenAndRead(trace, token_of);
        QVERIFY(requestOf(again) == request);
        QCOMPARE(again.weights_digest, model.weights_digest);
        QVERIFY(!again.weights_digest.empty());
        QCOMPARE(again.given, trace.given);
        QCOMPARE(again.ended, trace.ended);
        for (const auto& [read, made] : {std::pair(&again.source, &trace.source),
                 std::pair(&again.target, &trace.target), std::pair(&again.written, &trace.written)}) {
            QCOMPARE(read->size(), made->size());
            for (std::size_t i = 0; i < made->size(); ++i) {
                QCOMPARE((*read)[i].id, (*made)[i].id);
                QCOMPARE((*read)[i].text, (*made)[i].text);
                QVERIFY((*read)[i].is_special == (*made)[i].is_special
                    && (*read)[i].is_piece == (*made)[i].is_piece);
            }
        }
        for (std::size_t i = 0; i < trace.source.size(); ++i)
            QVERIFY(again.source[i].span == trace.source[i].span);
        const Recorded& recorded = again.recorded;
        QVERIFY(recorded.kinds && recorded.spans && recorded.width && recorded.vocabulary && recorded.end);
        QVERIFY(again.remarks.empty());
        // The likeliest word that was not written has its text in the file.
        const Tensor& logits = *again.tensor("logits");
        const auto best = std::max_element(logits.values.begin(), logits.values.begin() + logits.shape[1]);
        const int id = static_cast<int>(best - logits.values.begin());
        QCOMPARE(tokenIn(again, id).text, model.tokenizer.token(id).text);
    }

    void howWordsWereCutComesBack_data()
    {
        QTest::addColumn<QString>("name");
        for (const char* name : {"gpt2", "bert", "t5", "albert", "llama", "marian", "mbart", "roberta"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }
    void howWordsWereCutComesBack()
    {
        QFETCH(QString, name);
        const Model model =
            Model::load(std::filesystem::path(GLASSFORMER_TEST_DATA) / "models" / name.toStdString());
        const Trace trace = run(model, {"The café was unbelievably 宽 🙂.", {}, {}, {}, {}, {}});
        const Trace again = writtenAndRead(trace);
        QVERIFY(again.recorded.cuts);
        QCOMPARE(again.source_words.size(), trace.source_words.size());
        bool has_steps = false;
        for (std::size_t i = 0; i < trace.source_words.size(); ++i) {
            const WordCut &read = again.source_words[i], &made = trace.source_words[i];
            QVERIFY(read == made);
            has_steps |= !made.steps.empty() || !made.merges.empty() || !made.choices.empty();
        }
        QVERIFY(has_steps);
    }

    void whatTheTextWasBeforeItWasCutComesBack()
    {
        const Model bert = model("bert");
        Trace trace = run(bert, {"The CAT", {}, {}, {}, {}, {}});
        const Trace again = writtenAndRead(trace);
        QVERIFY(again.recorded.normal);
        QVERIFY(again.source_normal == bert.tokenizer.encode("The CAT").normal);
        QVERIFY(again.source_normal.front().is_changed);
        trace.recorded.normal = false;
        QVERIFY(!writtenAndRead(trace).recorded.normal);
    }

    void rulesOfTheChoiceComeBack()
    {
        Trace trace = run(model("gpt2"), {"the animal", {}, {}, {}, {}, {}});
        GenerationTokens& tokens = trace.generation;
        tokens.start = 3;
        tokens.first = 0;
        tokens.ends = {7, 280};
        tokens.rules = {1.3, 0.7, 3, 2, {{1, 2}, {5}}, 4, 6, {9}, {10, 11}};
        const Trace again = writtenAndRead(trace);
        QVERIFY(again.recorded.rules && again.generation == tokens);
        // And without any.
        trace.generation = {};
        QVERIFY(writtenAndRead(trace).generation == GenerationTokens{});
    }

    void whatWasNotRecordedOfCutsAndRulesIsSaidSo()
    {
        Trace trace = run(model("gpt2"), {"the animal", {}, {}, {}, {}, {}});
        trace.recorded.cuts = trace.recorded.rules = false;
        const Trace again = writtenAndRead(trace);
        QVERIFY(!again.recorded.cuts && !again.recorded.rules && again.source_words.empty());
    }

    void cutsAndRulesThatCannotBeAreRefused_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("said");
        const auto add = [](const char* name, const char* field, const char* text, const char* said) {
            QTest::newRow(name) << QString(field) << QString(text) << QString(said);
        };
        add("no list", "source.words", "{}", "source.words");
        add("outside the text", "source.words", R"([{"span": [0, 99], "first": 0, "count": 1}])", "99");
        add("backwards", "source.words", R"([{"span": [2, 1], "first": 0, "count": 1}])", "span");
        add("too many tokens", "source.words", R"([{"span": [0, 1], "first": 2, "count": 2}])", "count");
        add("unknown field", "source.words", R"([{"span": [0, 1], "first": 0, "count": 1, "cut": 1}])",
            "cut");
        add("a merge without a place", "source.words",
            R"([{"span": [0, 1], "first": 0, "count": 1, "merges": [{"left": "a"}]}])", "merges[0]");
        add("a stretch outside the text", "source.normal", "[[0, 99]]", "99");
        add("stretches out of order", "source.normal", R"([[2, 3], [0, 1]])", "source.normal");
        add("a stretch without an end", "source.normal", "[[0]]", "begin");
        add("unknown rule", "generation", R"({"no_repeat": 3})", "no_repeat");
        add("a length below zero", "generation", R"({"min_length": -1})", "min_length");
        add("a penalty of nothing", "generation", R"({"repetition_penalty": 0})", "repetition_penalty");
        add("an empty word", "generation", R"({"bad_words_ids": [[]]})", "bad_words_ids");
    }
    void cutsAndRulesThatCannotBeAreRefused()
    {
        QFETCH(QString, field);
        QFETCH(QString, text);
        QFETCH(QString, said);
        try {
            read({{"decoder.0.self_attention.weights", evenRows(1, 3)}},
                {{"text", "a b c"}, {field.toStdString(), text.toStdString()}});
            QFAIL("read without a word");
        } catch (const Error& error) {
            QVERIFY2(QString::fromUtf8(error.what()).contains(said), error.what());
        }
    }

    void whatTokensStandForComesBack()
    {
        const Model model = Model::load(std::filesystem::path(GLASSFORMER_TEST_DATA) / "models" / "bert");
        const Trace trace = run(model, {"the animal 饕", {}, {}, {}, {}});
        const Trace again = writtenAndRead(trace);
        bool has_unknown = false;
        for (std::size_t i = 0; i < trace.source.size(); ++i) {
            QCOMPARE(again.source[i].stands_for, trace.source[i].stands_for);
            QCOMPARE(again.source[i].part, trace.source[i].part);
            has_unknown = has_unknown || !trace.source[i].stands_for.empty();
        }
        QVERIFY(has_unknown);
    }

    void aDecoderAloneKeepsWhatWasGiven()
    {
        const Model model =
            Model::load(std::filesystem::path(GLASSFORMER_RESOURCES) / "models" / "next-word");
        RunRequest request{"The dog slept because it was", {}, {}, {}, {}};
        request.decoding.max_new_tokens = 3;
        const Trace trace = run(model, request);
        const Trace again = writtenAndRead(trace);
        QVERIFY(trace.given < int(trace.source.size()));
        QCOMPARE(again.given, trace.given);
        QCOMPARE(again.written.back().id, trace.written.back().id);
    }

    void whatIsNotRecordedStaysUnsaid()
    {
        const Trace trace =
            read({{"decoder.0.self_attention.weights", evenRows(2, 3)}}, {{"tokens", R"(["a", "b", "c"])"}});
        for (const Token& token : trace.source)
            QCOMPARE(token.id, no_id);
        const Recorded& recorded = trace.recorded;
        QVERIFY(
            !recorded.kinds && !recorded.spans && !recorded.width && !recorded.vocabulary && !recorded.end);
        // Nor is it made up when the run is written again.
        const Trace again = writtenAndRead(trace);
        QCOMPARE(again.source.front().id, no_id);
        QVERIFY(!again.recorded.kinds && !again.recorded.spans && !again.recorded.end);
    }

    void rowsThatDoNotSumToOneAndWeightsWithoutNumbersAreTold()
    {
        const char* const name = "decoder.0.self_attention.weights";
        QVERIFY(read({{name, evenRows(2, 3)}}).remarks.empty());
        Tensor halves = evenRows(2, 3);
        for (std::size_t k = 9; k < 12; ++k)
            halves.values[k] /= 2;
        const Trace half = read({{name, halves}});
        QCOMPARE(half.remarks.size(), std::size_t(1));
        QCOMPARE(half.remarks.front().english(), std::string(name) + ": a row sums to 0.5, not to 1");
        Tensor empty = evenRows(2, 3);
        empty.values[4] = std::numeric_limits<float>::quiet_NaN();
        QCOMPARE(read({{name, empty}}).remarks.front().english(),
            std::string(name) + ": values that are not numbers");
    }

    void namesOfVocabularyEntriesAreTexts()
    {
        const auto texts = [](const std::vector<std::string>& names) {
            std::vector<Json> list(names.begin(), names.end());
            const auto n = static_cast<std::int64_t>(names.size());
            std::string shown;
            for (const Token& token : read({{"decoder.0.self_attention.weights", evenRows(1, int(n))}},
                     {{"tokens", jsonText(Json::array(list))}})
                                          .source)
                shown += (shown.empty() ? "" : "|") + token.text;
            return shown;
        };
        QCOMPARE(texts({"ä½łå¥½", "Ġä¸ĸçķĮ", "ï¼Į", "Ġna", "Ã¯ve", "ĠcafÃ©", "Ċ", "Ð¿ÑĢÐ¸Ð²ÐµÑĤ"}),
            std::string("你好|世界|，|na|ïve|café|⏎|привет"));
        QCOMPARE(texts({"▁the", "ing", "▁"}), std::string("the|ing|␣"));
        QCOMPARE(texts({"un", "##known", "word</w>", "##"}), std::string("un|known|word|##"));
        // Words of a language are no names of bytes, though their letters are of that alphabet.
        QCOMPARE(texts({"Łódź", "mačka", "naïve", "Ünlü"}), std::string("Łódź|mačka|naïve|Ünlü"));
    }

    void theSegmentsOfAPairComeBack()
    {
        const Model model = Model::load(std::filesystem::path(GLASSFORMER_TEST_DATA) / "models" / "bert");
        const Trace trace = run(model, {"It was wide.[SEP]It was cold.", {}, {}, {}, {}});
        QCOMPARE(trace.source.back().segment, 1);
        const Trace again = writtenAndRead(trace);
        QVERIFY(again.tensors == trace.tensors);
        for (std::size_t i = 0; i < trace.source.size(); ++i)
            QCOMPARE(again.source[i].segment, trace.source[i].segment);
    }

    void attentionMapsAloneAreWrittenAndReadAgain()
    {
        const Trace trace = read({{"decoder.0.self_attention.weights", zeros({3, 4, 4})}});
        const Trace again = writtenAndRead(trace);
        QVERIFY(again.tensors == trace.tensors);
        QVERIFY(again.written.empty());
    }

    void refusesHeadsWithoutSize()
    {
        QVERIFY_EXCEPTION_THROWN(read({{"decoder.0.self_attention.weights", zeros({0, 4, 4})},
                                     {"decoder.0.self_attention.query", zeros({0, 4, 0})}}),
            Error);
        QVERIFY_EXCEPTION_THROWN(read({{"decoder.0.self_attention.weights", zeros({100000, 0, 0})},
                                     {"decoder.0.self_attention.query", zeros({0, 0, 10000000})}}),
            Error);
    }

    void attentionMapsAloneAreEnough()
    {
        const Trace trace = read({{"decoder.0.self_attention.weights", zeros({1, 3, 4, 4})},
                                     {"decoder.1.self_attention.weights", zeros({3, 4, 4})}},
            {{"tokens", R"(["The", "cat", "sat", "."])"}});
        QCOMPARE(trace.config.decoder_layers, 2);
        QCOMPARE(trace.config.encoder_layers, 0);
        QCOMPARE(trace.config.n_heads, 3);
        QCOMPARE(trace.source[1].text, std::string("cat"));
        const std::vector<StepKind> steps = stepsOf(trace);
        QVERIFY(steps == (std::vector{StepKind::Sentence, StepKind::Tokens, StepKind::Softmax}));
    }

    void tokensWithoutTextsAreNumbered()
    {
        QCOMPARE(
            read({{"encoder.0.self_attention.weights", zeros({2, 3, 3})}}).source[2].text, std::string("3"));
    }

    void refusesWhatDoesNotFit_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QList<int>>("shape");
        QTest::newRow("weights that are not square")
            << "encoder.0.self_attention.scores" << QList<int>{2, 3, 4};
        QTest::newRow("another number of heads") << "encoder.0.self_attention.scores" << QList<int>{1, 3, 3};
        QTest::newRow("rows for other tokens") << "encoder.0.output" << QList<int>{4, 2};
        QTest::newRow("a missing extent") << "encoder.0.output" << QList<int>{3};
        QTest::newRow("no rows at all") << "encoder.0.output" << QList<int>{0, 2};
        QTest::newRow("values for other tokens") << "encoder.0.self_attention.value" << QList<int>{2, 4, 1};
    }
    void refusesWhatDoesNotFit()
    {
        QFETCH(QString, name);
        QFETCH(QList<int>, shape);
        const std::vector<std::int64_t> extents(shape.begin(), shape.end());
        try {
            read({{"encoder.0.self_attention.weights", zeros({2, 3, 3})},
                {name.toStdString(), zeros(extents)}});
            QFAIL("accepted");
        } catch (const Error& error) {
            QVERIFY2(QString(error.what()).contains(name), error.what());
        }
    }

    void refusesAFileWithoutAttentionAndWrongTokens()
    {
        QVERIFY_EXCEPTION_THROWN(read({{"logits", zeros({3, 5})}}), Error);
        QVERIFY_EXCEPTION_THROWN(read({{"encoder.0.output", zeros({3, 5})}}), Error);
        const Tensors weights{{"encoder.0.self_attention.weights", zeros({2, 3, 3})}};
        QVERIFY_EXCEPTION_THROWN(read(weights, {{"tokens", R"(["one"])"}}), Error);
        QVERIFY_EXCEPTION_THROWN(read(weights, {{"tokens", "one"}}), Error);
        QVERIFY_EXCEPTION_THROWN(read(weights, {{"config", "{}"}}), Error);
        for (const char* segments : {"[0, 1]", "[0, 0, -1]", "[0, 0, 1e300]", "0"})
            QVERIFY_EXCEPTION_THROWN(read(weights, {{"source.segments", segments}}), Error);
    }
};

QTEST_APPLESS_MAIN(TestTraceFile)
#include "tst_trace_file.moc"
