#include "core/error.h"
#include "core/file/bytes/memory_files.h"
#include "core/file/weights/weight_source.h"
#include "core/model/tensor_name.h"
#include "core/trace/look/place.h"
#include "core/trace/model.h"
#include "core/trace/record/tensor_slice.h"
#include "core/trace/record/trace_file.h"

#include <QtTest>

#include <cmath>

using namespace glassformer;

/** A run of the shipped translator: what its trace promises. */
class TestModel : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_model = std::make_unique<Model>(Model::load(GLASSFORMER_RESOURCES "/models/translator"));
    }

    void everyRowOfEveryAttentionSumsToOne()
    {
        const Trace trace = runOf("The animal didn't cross the street because it was too tired.");
        for (const AttentionSite site :
            {AttentionSite::Encoder, AttentionSite::DecoderSelf, AttentionSite::DecoderCross}) {
            const int layers = layersOf(trace.config, site);
            for (int layer = 0; layer < layers; ++layer)
                for (int head = 0; head < trace.config.n_heads; ++head) {
                    const MatrixSlice weights =
                        headOf(trace, attentionTensor(site, layer, AttentionPart::Weights), head);
                    QVERIFY(!weights.isEmpty());
                    for (int row = 0; row < weights.rows; ++row) {
                        double sum = 0;
                        for (const float weight : weights.row(row))
                            sum += double(weight);
                        QVERIFY(std::abs(sum - 1) < 1e-5);
                    }
                }
        }
    }

    void theAnswerIsWhatTheTraceWrote()
    {
        const RunRequest request{"我是一个学生。", "en", {}, {}, {}};
        const Trace trace = run(*m_model, request);
        QCOMPARE(trace.answer, std::string("I am a student."));
        QCOMPARE(answer(*m_model, request), trace.answer);
        const MatrixSlice probabilities = matrixOf(trace, probabilities_tensor);
        for (int t = 0; t < probabilities.rows; ++t) {
            const auto row = probabilities.row(t);
            const auto best = std::max_element(row.begin(), row.end()) - row.begin();
            QCOMPARE(int(best), trace.written[std::size_t(t)].id);
        }
    }

    void aSwitchedOffHeadHandsOnZerosAndTheOthersDoNot()
    {
        const RunRequest request{
            "The dog slept because it was tired.", "fr", {}, {headOff({AttentionSite::Encoder, 0, 2})}, {}};
        const Trace trace = run(*m_model, request);
        const std::string name = attentionTensor(AttentionSite::Encoder, 0, AttentionPart::Mixed);
        const auto is_zero = [](float value) { return value == 0; };
        const auto off = headOf(trace, name, 2).values(), on = headOf(trace, name, 1).values();
        QVERIFY(std::all_of(off.begin(), off.end(), is_zero));
        QVERIFY(!std::all_of(on.begin(), on.end(), is_zero));
    }

    void aTraceFileHoldsEveryTensorAsItWas()
    {
        const Trace trace = runOf("The dog slept.");
        MemoryFiles files;
        writeTrace(files, "run.safetensors", trace);
        const WeightSource read = WeightSource::ofFile(files.open("run.safetensors"));
        for (const auto& [name, tensor] : trace.tensors) {
            const Tensor again = read.tensor(name);
            QCOMPARE(again.shape, tensor.shape);
            QVERIFY2(again.values == tensor.values, name.c_str());
        }
    }

    void aRefusalNamesTheModelInTheLanguageOfThePerson()
    {
        const auto in_chinese = [](const std::string& sentence) {
            return sentence == "translator" ? std::string("翻译模型") : sentence;
        };
        try {
            runOf(QStringLiteral("dog ").repeated(500).toUtf8());
            QFAIL("read");
        } catch (const Error& error) {
            const std::string said = error.message().translated(in_chinese);
            QVERIFY2(
                said.find("more than the 128 tokens that 翻译模型 reads") != std::string::npos, said.c_str());
            QVERIFY(error.message().english().find("tokens that translator reads") != std::string::npos);
        }
    }

    void anEmptySentenceIsRefused() { QVERIFY_EXCEPTION_THROWN(runOf(""), Error); }

private:
    Trace runOf(const char* text) const { return run(*m_model, {text, "fr", {}, {}, {}}); }

    std::unique_ptr<Model> m_model;
};

QTEST_APPLESS_MAIN(TestModel)
#include "tst_model.moc"
