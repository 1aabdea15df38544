#include "core/learn/gradient.h"

#include <cmath>

namespace glassformer {
namespace {

/** Attention below this counts as this: the gradient of a logarithm must stay finite. */
constexpr float least_attention = 1e-6f;

std::vector<RowVector<float>> onesPerLayer(int layers, int heads)
{
    return std::vector<RowVector<float>>(static_cast<std::size_t>(layers), RowVector<float>::Ones(heads));
}

std::vector<AttentionControl<float>> controlsOf(int layers, const std::vector<RowVector<float>>& gates,
    const std::vector<AttentionControl<float>::Cut>& cuts)
{
    std::vector<AttentionControl<float>> controls(static_cast<std::size_t>(layers));
    for (std::size_t l = 0; l < controls.size(); ++l) {
        if (!gates.empty())
            controls[l].gates = gates[l];
        controls[l].cuts = cuts;
    }
    return controls;
}

std::vector<AttentionControl<float>::Cut> cutsOfAllHeadsButTheFirst(
    const std::vector<AttentionControl<float>::Cut>& cuts, int n_heads)
{
    std::vector<AttentionControl<float>::Cut> result;
    for (AttentionControl<float>::Cut cut : cuts)
        for (cut.head = 1; cut.head < n_heads; ++cut.head)
            result.push_back(cut);
    return result;
}

/** The guidance loss of one layer; writes its gradient by the attention weights. */
double guideLayer(const TrainingBatch& batch, int n_heads, const std::vector<Matrix<float>>& weights,
    double scale, std::vector<Matrix<float>>& d_weights)
{
    double loss = 0;
    d_weights.resize(weights.size());
    for (const GuidedRow& guided : batch.guided)
        for (int h = 0; h < n_heads; ++h) {
            const std::size_t index = static_cast<std::size_t>(guided.segment) * n_heads + h;
            const Matrix<float>& a = weights[index];
            Matrix<float>& d_a = d_weights[index];
            if (d_a.size() == 0)
                d_a = Matrix<float>::Zero(a.rows(), a.cols());
            const int width = guided.source.end - guided.source.begin;
            const float mass =
                std::max(a.row(guided.row).segment(guided.source.begin, width).sum(), least_attention);
            loss -= std::log(mass);
            d_a.row(guided.row).segment(guided.source.begin, width).array() -=
                static_cast<float>(scale) / mass;
        }
    return loss;
}

} // namespace

HeadGates HeadGates::ones(const ModelConfig& config)
{
    return {onesPerLayer(config.encoder_layers, config.n_heads),
        onesPerLayer(config.decoder_layers, config.n_heads),
        onesPerLayer(config.decoder_layers, config.n_heads)};
}

GradientResult addGradients(const Transformer<float>& model, const HeadGates& gates,
    const TrainingBatch& batch, const GradientTask& task, TransformerWeights<float>& gradients,
    HeadGates& gate_gradients)
{
    const ModelConfig& config = model.config;
    Controls<float> controls{controlsOf(config.encoder_layers, gates.encoder, batch.early_cuts),
        controlsOf(config.decoder_layers, gates.decoder_self, {}),
        controlsOf(config.decoder_layers, gates.decoder_cross, batch.cuts)};
    if (!controls.encoder.empty())
        controls.encoder.back().cuts = cutsOfAllHeadsButTheFirst(batch.early_cuts, config.n_heads);
    const TokenBatch source{batch.source, batch.source_segments},
        target{batch.target_in, batch.target_segments};
    const StackRecord<float> encoder =
        config.hasEncoder() ? encode<float>(model, source, {&controls}) : StackRecord<float>{};
    const Memory<float> memory{encoder.output, batch.source_segments};
    const StackRecord<float> decoder = config.hasDecoder()
        ? decode<float>(model, config.hasCrossAttention() ? &memory : nullptr, target, {&controls})
        : StackRecord<float>{};

    Matrix<float> d_logits = logits(model, config.hasDecoder() ? decoder.output : encoder.output);
    GradientResult result;
    result.loss =
        smoothedCrossEntropy(d_logits, batch.target_out, task.label_smoothing, 1.0 / task.target_rows);

    CrossWeightGradients<float> d_cross_weights;
    if (task.guidance > 0 && !batch.guided.empty()) {
        const double shares = static_cast<double>(config.decoder_layers) * config.n_heads;
        d_cross_weights.resize(static_cast<std::size_t>(config.decoder_layers));
        for (std::size_t l = 0; l < d_cross_weights.size(); ++l)
            result.guidance_loss +=
                guideLayer(batch, config.n_heads, decoder.layers[l].cross_attention.weights,
                    task.guidance / (shares * task.guided_rows), d_cross_weights[l])
                / shares;
    }

    GateGradients<float> d_gates{
        gate_gradients.encoder, gate_gradients.decoder_self, gate_gradients.decoder_cross};
    backward<float>(model, {source, target, encoder, decoder, &controls}, d_logits, d_cross_weights,
        gradients, gates.isEmpty() ? nullptr : &d_gates);
    gate_gradients = {d_gates.encoder, d_gates.decoder_self, d_gates.decoder_cross};
    return result;
}

} // namespace glassformer
