#include "core/experiment/explanation/weighted_sum.h"
#include "core/trace/model.h"
#include "core/trace/record/tensor_slice.h"

#include <QDir>
#include <QtTest>

#include <cmath>

using namespace glassformer;

namespace {

const QString models = QStringLiteral(GLASSFORMER_TEST_DATA "/models");

/** One number of W, however it is kept. */
double weightAt(const LinearWeights<float>& weights, int input, int output)
{
    return double(
        weights.packed.size() > 0 ? weights.packed.at(input, output) : weights.weight(input, output));
}

struct Opened
{
    Model model;
    Trace trace;

    explicit Opened(const QString& folder)
        : model(Model::load(folder.toStdString()))
        , trace(run(model, requestOf()))
    {
    }

    static RunRequest requestOf()
    {
        RunRequest request;
        request.text = "The cat sat on the mat.";
        request.decoding.max_new_tokens = 3;
        return request;
    }
    const ModelConfig& config() const { return model.transformer.config; }
    const StackWeights<float>& stack(bool is_decoder) const
    {
        return is_decoder ? model.transformer.weights.decoder : model.transformer.weights.encoder;
    }
};

} // namespace

/** In every family, numbers are explained by the weights and inputs that made them. */
class TestWeightedSum : public QObject
{
    Q_OBJECT

private:
    /** x · W + b added up here, from the tensors of the trace and the weights of the model. */
    static void check(const std::optional<WeightedSum>& sum, const LinearWeights<float>& weights, int output,
        const std::vector<double>& x, double found)
    {
        QVERIFY(sum);
        double expected = weights.bias.size() > 0 ? double(weights.bias(output)) : 0;
        for (std::size_t i = 0; i < x.size(); ++i) {
            expected += x[i] * weightAt(weights, int(i), output);
            QCOMPARE(double(sum->input[i]), x[i]);
            QCOMPARE(double(sum->weights[i]), weightAt(weights, int(i), output));
        }
        QVERIFY(std::abs(sum->sum - expected) < 1e-6 * std::max(1.0, std::abs(expected)));
        QVERIFY2(std::abs(expected - found) < 2e-4 * std::max(1.0, std::abs(found)),
            qPrintable(QString::number(expected) + " is not " + QString::number(found)));
        QVERIFY(sum->largest_error < 2e-4 * std::max(1.0, std::abs(found)));
        const std::vector<WeightedInput> largest = sum->largest(3);
        QCOMPARE(largest.size(), std::min<std::size_t>(3, x.size()));
        for (std::size_t i = 0; i < x.size(); ++i)
            QVERIFY(std::abs(x[i] * weightAt(weights, int(i), output))
                <= std::abs(largest.front().product) + 1e-12);
    }

    static std::vector<double> rowOf(const Trace& trace, const std::string& name, int row)
    {
        const std::shared_ptr<const Tensor> tensor = trace.tensor(name);
        std::vector<double> values;
        const int heads = tensor->shape.size() == 3 ? int(tensor->shape[0]) : 1;
        const std::int64_t width = tensor->shape.back(), rows = tensor->shape[tensor->shape.size() - 2];
        for (int h = 0; h < heads; ++h)
            for (std::int64_t i = 0; i < width; ++i)
                values.push_back(double(tensor->values[std::size_t((h * rows + row) * width + i)]));
        return values;
    }

    static double numberAt(const Trace& trace, const std::string& name, int head, int row, int column)
    {
        const std::shared_ptr<const Tensor> tensor = trace.tensor(name);
        const std::int64_t width = tensor->shape.back(), rows = tensor->shape[tensor->shape.size() - 2];
        return double(tensor->values[std::size_t((std::max(head, 0) * rows + row) * width + column)]);
    }

private slots:
    void everyProjectionAddsUp_data()
    {
        QTest::addColumn<QString>("folder");
        for (const QString& name : QDir(models).entryList(QDir::Dirs | QDir::NoDotAndDotDot))
            QTest::newRow(qPrintable(name)) << models + '/' + name;
    }
    void everyProjectionAddsUp()
    {
        QFETCH(QString, folder);
        const Opened opened(folder);
        const Trace& trace = opened.trace;
        const ModelConfig& config = opened.config();
        const int d = config.headSize(), group = config.n_heads / config.keyValueHeads();
        for (const bool is_decoder : {false, true}) {
            const int layers = is_decoder ? config.decoder_layers : config.encoder_layers;
            for (int layer = 0; layer < layers; ++layer) {
                const LayerWeights<float>& weights =
                    opened.stack(is_decoder).layers[std::size_t(config.groupOf(layer, layers))];
                const std::string name = (is_decoder ? "decoder." : "encoder.") + std::to_string(layer) + ".";
                const auto checkAttention = [&](const std::string& block,
                                                const AttentionWeights<float>& attention,
                                                const std::string& from, const std::string& keys_from) {
                    const int row = 2, head = config.n_heads - 1, column = 1;
                    const auto part = [&](const char* which, const LinearWeights<float>& map, int output,
                                          const std::string& input) {
                        const std::string finished = block + which, projected = block + "projected_" + which;
                        const std::string kept = trace.has(projected) ? projected : finished;
                        check(explainWeightedSum(
                                  trace, opened.model.transformer, {finished, head, row, column}),
                            map, output, rowOf(trace, input, row), numberAt(trace, kept, head, row, column));
                    };
                    part("query", attention.query, head * d + column, from);
                    part("key", attention.key, head / group * d + column, keys_from);
                    part("value", attention.value, head / group * d + column, keys_from);
                    check(explainWeightedSum(
                              trace, opened.model.transformer, {block + "output", every, row, 3}),
                        attention.output, 3, rowOf(trace, block + "mixed", row),
                        numberAt(trace, block + "output", every, row, 3));
                };
                checkAttention(name + "self_attention.", weights.attention, name + "attention_input",
                    name + "attention_input");
                if (is_decoder && config.hasEncoder())
                    checkAttention(name + "cross_attention.", weights.cross_attention,
                        name + "cross_attention_input", "encoder.output");
                check(explainWeightedSum(
                          trace, opened.model.transformer, {name + "feed_forward.output", every, 1, 2}),
                    weights.feed_forward.output, 2, rowOf(trace, name + "feed_forward.hidden", 1),
                    numberAt(trace, name + "feed_forward.output", every, 1, 2));
                const auto site = is_decoder ? AttentionSite::DecoderSelf : AttentionSite::Encoder;
                const auto hidden = explainHidden(trace, opened.model.transformer, site, layer, 1, 4);
                QVERIFY(hidden && hidden->largest_error < 2e-4);
                QCOMPARE(hidden->linear.has_value(), config.gated_feed_forward);
                QCOMPARE(hidden->result, numberAt(trace, name + "feed_forward.hidden", every, 1, 4));
            }
        }
    }

    void everyLogitAddsUp_data() { everyProjectionAddsUp_data(); }
    void everyLogitAddsUp()
    {
        QFETCH(QString, folder);
        const Opened opened(folder);
        if (!opened.config().has_output)
            return;
        const auto sum = explainWeightedSum(opened.trace, opened.model.transformer, {"logits", every, 1, 7});
        QVERIFY(sum);
        const double found = numberAt(opened.trace, "logits", every, 1, 7);
        QVERIFY(sum->largest_error < 2e-4 * std::max(1.0, std::abs(found)));
        QCOMPARE(sum->result, found);
        const std::vector<double> x = rowOf(opened.trace, lastStateTensor(opened.config()), 1);
        double expected = 0;
        const LinearWeights<float>& output = opened.model.transformer.weights.output;
        for (std::size_t i = 0; i < x.size(); ++i)
            expected += x[i]
                * (output.isEmpty()
                        ? double(tokenVector(opened.model.transformer.weights, 7)(Eigen::Index(i)))
                        : weightAt(output, int(i), 7));
        if (opened.config().scale_output)
            expected /= std::sqrt(double(opened.config().d_model));
        if (output.bias.size() > 0)
            expected += double(output.bias(7));
        QVERIFY(std::abs(expected - sum->sum) < 1e-5 * std::max(1.0, std::abs(expected)));
    }

    void everyNormIsWorkedOut_data() { everyProjectionAddsUp_data(); }
    void everyNormIsWorkedOut()
    {
        QFETCH(QString, folder);
        const Opened opened(folder);
        const Trace& trace = opened.trace;
        const ModelConfig& config = opened.config();
        int norms = 0;
        for (const std::string& name : trace.names()) {
            const std::shared_ptr<const Tensor> tensor = trace.tensor(name);
            if (tensor->shape.size() < 2 || tensor->shape.back() < 3)
                continue;
            const int head = tensor->shape.size() == 3 ? 0 : every;
            const auto norm = explainNorm(trace, opened.model.transformer, {name, head, 1, 2});
            if (!norm)
                continue;
            ++norms;
            double mean = 0, variance = 0;
            const double n = double(norm->before.size());
            for (const float x : norm->before)
                mean += norm->kind == NormKind::Layer ? double(x) / n : 0;
            for (const float x : norm->before)
                variance += (double(x) - mean) * (double(x) - mean) / n;
            const double after =
                (double(norm->before[2]) - mean) / std::sqrt(variance + config.norm_epsilon) * norm->gain
                + norm->bias;
            QVERIFY(std::abs(norm->mean - mean) < 1e-9 && std::abs(norm->variance - variance) < 1e-9);
            QVERIFY(std::abs(norm->after - after) < 1e-9);
            QVERIFY2(norm->largest_error < 2e-4 * std::max(1.0, std::abs(after)), name.c_str());
            if (head == every)
                QVERIFY2(std::abs(after - numberAt(trace, name, head, 1, 2))
                        < 2e-4 * std::max(1.0, std::abs(after)),
                    name.c_str());
        }
        const int layers = config.encoder_layers * 2 + config.decoder_layers * (config.hasEncoder() ? 3 : 2);
        QVERIFY2(norms >= layers, qPrintable(QString::number(norms)));
    }

    void whatIsNoSumIsNotExplained()
    {
        const Opened opened(models + "/bert");
        for (const char* name :
            {"encoder.0.self_attention.scores", "encoder.0.output", "encoder.7.feed_forward.output",
                "decoder.0.self_attention.query", "nonsense", "source.embedding"})
            QVERIFY(!explainWeightedSum(opened.trace, opened.model.transformer, {name, 0, 0, 0}));
        const std::string query = "encoder.0.self_attention.query";
        for (const NumberPlace& place :
            {NumberPlace{query, 99, 0, 0}, NumberPlace{query, 0, 999, 0}, NumberPlace{query, 0, 0, 999},
                NumberPlace{query, every, 0, 0}, NumberPlace{query, 0, -1, 0}})
            QVERIFY(!explainWeightedSum(opened.trace, opened.model.transformer, place));
    }
};

QTEST_GUILESS_MAIN(TestWeightedSum)
#include "tst_weighted_sum.moc"
