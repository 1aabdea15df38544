#include "core/trace/trace_file.h"

#include "core/error.h"
#include "core/file/safetensors_writer.h"
#include "core/trace/model.h"
#include "core/trace/step_list.h"

#include <QtTest>

#include <functional>

using namespace glassformer;

namespace {

Tensor zeros(std::vector<std::int64_t> shape)
{
    std::int64_t size = 1;
    for (const std::int64_t extent : shape)
        size *= extent;
    return {std::move(shape), std::vector<float>(static_cast<std::size_t>(size))};
}

using Tensors = std::map<std::string, Tensor>;
using Metadata = std::map<std::string, std::string>;

Trace read(const Tensors& tensors, const Metadata& metadata = {})
{
    return traceFromBytes(safetensorsBytes(tensors, metadata), "run.safetensors");
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
        const Trace again = traceFromBytes(traceFileBytes(trace), "run.safetensors");
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

    void theSegmentsOfAPairComeBack()
    {
        const Model model = Model::load(std::filesystem::path(GLASSFORMER_TEST_DATA) / "models" / "bert");
        const Trace trace = run(model, {"It was wide.[SEP]It was cold.", {}, {}, {}, {}});
        QCOMPARE(trace.source.back().segment, 1);
        const Trace again = traceFromBytes(traceFileBytes(trace), "run.safetensors");
        QVERIFY(again.tensors == trace.tensors);
        for (std::size_t i = 0; i < trace.source.size(); ++i)
            QCOMPARE(again.source[i].segment, trace.source[i].segment);
    }

    void attentionMapsAloneAreWrittenAndReadAgain()
    {
        const Trace trace = read({{"decoder.0.self_attention.weights", zeros({3, 4, 4})}});
        const Trace again = traceFromBytes(traceFileBytes(trace), "run.safetensors");
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
