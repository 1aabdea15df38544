#include "core/model/transformer.h"

#include <QtTest>

#include <cmath>

using namespace glassformer;

namespace {

ModelConfig tinyConfig()
{
    ModelConfig config;
    config.name = "tiny";
    config.vocabulary = 11;
    config.d_model = 8;
    config.n_heads = 2;
    config.d_ff = 12;
    config.encoder_layers = 2;
    config.decoder_layers = 2;
    config.max_length = 16;
    return config;
}

/** A fixed batch of two sentences of different lengths. */
struct Batch
{
    std::vector<int> source{1, 4, 7, 2, 3, 9, 5};
    std::vector<int> target{1, 6, 8, 1, 10};
    Segments source_segments{std::vector<int>{4, 3}};
    Segments target_segments{std::vector<int>{3, 2}};
};

/** Fixed numbers that make a scalar out of the logits and the cross-attention weights. */
double weightAt(Eigen::Index row, Eigen::Index column)
{
    return std::sin(1.0 + 3.0 * static_cast<double>(row) + 1.7 * static_cast<double>(column));
}

Matrix<double> projection(Eigen::Index rows, Eigen::Index columns)
{
    Matrix<double> matrix(rows, columns);
    for (Eigen::Index i = 0; i < rows; ++i)
        for (Eigen::Index j = 0; j < columns; ++j)
            matrix(i, j) = weightAt(i, j);
    return matrix;
}

/** The forward pass of whichever stacks the model has. */
struct Pass
{
    StackRecord<double> encoder, decoder;

    Pass(const Transformer<double>& model, const Batch& batch, const Controls<double>& controls)
    {
        if (model.config.hasEncoder())
            encoder = encode<double>(model, {batch.source, batch.source_segments}, {&controls});
        const Memory<double> memory{encoder.output, batch.source_segments};
        if (model.config.hasDecoder())
            decoder = decode<double>(model, model.config.hasEncoder() ? &memory : nullptr,
                {batch.target, batch.target_segments}, {&controls});
    }

    const Matrix<double>& last() const { return decoder.output.size() > 0 ? decoder.output : encoder.output; }
};

struct Objective
{
    const Batch& batch;
    const Controls<double>& controls;

    double operator()(const Transformer<double>& model) const
    {
        const Pass pass(model, batch, controls);
        const StackRecord<double>& decoder = pass.decoder;
        const Matrix<double> z = logits(model, pass.last());
        double sum = z.cwiseProduct(projection(z.rows(), z.cols())).sum();
        for (const auto& layer : pass.encoder.layers)
            for (const Matrix<double>& weights : layer.attention.weights)
                sum += weights.cwiseProduct(projection(weights.rows(), weights.cols())).sum();
        for (const auto& layer : decoder.layers)
            for (const Matrix<double>& weights : layer.cross_attention.weights)
                sum += weights.cwiseProduct(projection(weights.rows(), weights.cols())).sum();
        return sum;
    }
};

TransformerWeights<double> gradientOf(
    const Transformer<double>& model, const Objective& objective, GateGradients<double>& gates)
{
    const Batch& batch = objective.batch;
    const TokenBatch source{batch.source, batch.source_segments}, target{batch.target, batch.target_segments};
    const Pass pass(model, batch, objective.controls);
    AttentionWeightGradients<double> direct;
    for (const auto& layer : pass.encoder.layers) {
        direct.encoder.emplace_back();
        for (const Matrix<double>& weights : layer.attention.weights)
            direct.encoder.back().push_back(projection(weights.rows(), weights.cols()));
    }
    for (const auto& layer : pass.decoder.layers) {
        direct.cross.emplace_back();
        for (const Matrix<double>& weights : layer.cross_attention.weights)
            direct.cross.back().push_back(projection(weights.rows(), weights.cols()));
    }
    TransformerWeights<double> gradients = zeroWeights<double>(model.config);
    const Matrix<double> d_logits = projection(pass.last().rows(), model.config.vocabulary);
    backward<double>(model, {source, target, pass.encoder, pass.decoder, &objective.controls}, d_logits,
        direct, gradients, &gates);
    return gradients;
}

double centralDifference(double& value, const std::function<double()>& objective)
{
    const double step = 1e-5, kept = value;
    value = kept + step;
    const double above = objective();
    value = kept - step;
    const double below = objective();
    value = kept;
    return (above - below) / (2 * step);
}

} // namespace

class TestGradients : public QObject
{
    Q_OBJECT

private slots:
    void agreeWithCentralDifferences_data();
    void agreeWithCentralDifferences();
};

void TestGradients::agreeWithCentralDifferences_data()
{
    QTest::addColumn<int>("placement");
    QTest::addColumn<int>("norm");
    QTest::addColumn<int>("position");
    QTest::addColumn<int>("activation");
    QTest::addColumn<bool>("biases");
    QTest::addColumn<bool>("tied");
    QTest::addColumn<int>("encoder_layers");
    QTest::addColumn<int>("decoder_layers");
    const auto row = [](const char* name, NormPlacement placement, NormKind norm, PositionKind position,
                         Activation activation, bool biases, bool tied, int encoder_layers = 2,
                         int decoder_layers = 2) {
        QTest::newRow(name) << static_cast<int>(placement) << static_cast<int>(norm)
                            << static_cast<int>(position) << static_cast<int>(activation) << biases << tied
                            << encoder_layers << decoder_layers;
    };
    row("pre-norm, sinusoidal, tied", NormPlacement::Before, NormKind::Layer, PositionKind::Sinusoidal,
        Activation::GeluErf, true, true);
    row("post-norm, learned, untied", NormPlacement::After, NormKind::Layer, PositionKind::Learned,
        Activation::GeluTanh, true, false);
    row("RMS norm, no positions, no biases", NormPlacement::Before, NormKind::Rms, PositionKind::None,
        Activation::SiLU, false, true);
    row("post-norm, ReLU", NormPlacement::After, NormKind::Rms, PositionKind::Sinusoidal, Activation::ReLU,
        true, true);
    row("decoder-only", NormPlacement::Before, NormKind::Layer, PositionKind::Learned, Activation::GeluTanh,
        true, true, 0, 2);
    row("encoder-only", NormPlacement::After, NormKind::Layer, PositionKind::Learned, Activation::GeluErf,
        true, false, 2, 0);
}

void TestGradients::agreeWithCentralDifferences()
{
    QFETCH(int, placement);
    QFETCH(int, norm);
    QFETCH(int, position);
    QFETCH(int, activation);
    QFETCH(bool, biases);
    QFETCH(bool, tied);
    QFETCH(int, encoder_layers);
    QFETCH(int, decoder_layers);
    Transformer<double> model{tinyConfig(), {}};
    model.config.norm_placement = static_cast<NormPlacement>(placement);
    model.config.norm_kind = static_cast<NormKind>(norm);
    model.config.position_kind = static_cast<PositionKind>(position);
    model.config.activation = static_cast<Activation>(activation);
    model.config.attention_bias = model.config.attention_output_bias = model.config.feed_forward_bias =
        biases;
    model.config.tied_output = tied;
    model.config.encoder_layers = encoder_layers;
    model.config.decoder_layers = decoder_layers;
    Random random(7);
    model.weights = initialWeights<double>(model.config, random);
    // Zero biases and unit gains are special points; gradients must hold elsewhere too.
    for (const WeightSlot<double>& slot : weightSlots(model.weights))
        for (std::int64_t i = 0; i < slot.size; ++i)
            slot.data[i] += 0.1 * random.normal();

    Controls<double> controls = noControls<double>(model.config);
    AttentionControl<double>& gated =
        (encoder_layers > 0 ? controls.encoder : controls.decoder).layers[1].self;
    gated.cuts.push_back({0, 0, 1, 0});
    gated.gates = RowVector<double>::Constant(2, 0.7);
    if (encoder_layers > 0 && decoder_layers > 0) {
        controls.decoder.layers[1].cross.cuts.push_back({0, 0, 1, 2});
        controls.decoder.layers[0].cross.gates = RowVector<double>::Constant(2, 1.3);
    }
    const Batch batch;
    const Objective objective{batch, controls};
    GateGradients<double> gates;
    std::vector<RowVector<double>>& d_gated = encoder_layers > 0 ? gates.encoder : gates.decoder_self;
    d_gated.assign(2, RowVector<double>::Zero(2));
    gates.decoder_cross.assign(2, RowVector<double>::Zero(2));
    TransformerWeights<double> gradients = gradientOf(model, objective, gates);

    const std::vector<WeightSlot<double>> values = weightSlots(model.weights),
                                          derivatives = weightSlots(gradients);
    for (std::size_t s = 0; s < values.size(); ++s) {
        double difference = 0, size = 0;
        for (std::int64_t i = 0; i < values[s].size; ++i) {
            const double numeric = centralDifference(values[s].data[i], [&] { return objective(model); });
            difference += std::pow(numeric - derivatives[s].data[i], 2);
            size += numeric * numeric;
        }
        const double relative = std::sqrt(difference) / std::max(1e-3, std::sqrt(size));
        QVERIFY2(relative < 1e-5,
            qPrintable(QString::fromStdString(values[s].name) + ": " + QString::number(relative)));
    }
    for (int head = 0; head < 2; ++head) {
        const double numeric = centralDifference(gated.gates(head), [&] { return objective(model); });
        QVERIFY(std::abs(numeric - d_gated[1](head)) < 1e-5 * std::max(1.0, std::abs(numeric)));
    }
}

QTEST_APPLESS_MAIN(TestGradients)
#include "tst_gradients.moc"
