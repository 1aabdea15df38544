#include "core/learn/training/gradient.h"

#include <algorithm>
#include <cmath>

namespace glassformer {
namespace {

/** Attention below this counts as this: the gradient of a logarithm must stay finite. */
constexpr float least_attention = 1e-6f;

std::vector<RowVector<float>> onesPerLayer(int layers, int heads)
{
    return std::vector<RowVector<float>>(static_cast<std::size_t>(layers), RowVector<float>::Ones(heads));
}

using Cuts = std::vector<AttentionControl<float>::Cut>;

/** The gates of a layer's heads, where there are any. */
RowVector<float> gatesOf(const std::vector<RowVector<float>>& gates, std::size_t layer)
{
    return gates.empty() ? RowVector<float>() : gates[layer];
}

Cuts cutsOfAllHeadsButTheFirst(const Cuts& cuts, int n_heads)
{
    Cuts result;
    for (AttentionControl<float>::Cut cut : cuts)
        for (cut.head = 1; cut.head < n_heads; ++cut.head)
            result.push_back(cut);
    return result;
}

/** Gates on all heads, and the connections that the batch cuts. */
Controls<float> controlsOf(const ModelConfig& config, const HeadGates& gates, const TrainingBatch& batch)
{
    Controls<float> controls = noControls<float>(config);
    for (std::size_t l = 0; l < controls.encoder.layers.size(); ++l) {
        AttentionControl<float>& self = controls.encoder.layers[l].self;
        self.gates = gatesOf(gates.encoder, l);
        self.cuts = l + 1 < controls.encoder.layers.size()
            ? batch.early_cuts
            : cutsOfAllHeadsButTheFirst(batch.early_cuts, config.n_heads);
        self.cuts.insert(self.cuts.end(), batch.encoder_cuts.begin(), batch.encoder_cuts.end());
    }
    for (std::size_t l = 0; l < controls.decoder.layers.size(); ++l) {
        controls.decoder.layers[l].self.gates = gatesOf(gates.decoder_self, l);
        controls.decoder.layers[l].self.cuts = batch.written_cuts;
        controls.decoder.layers[l].cross.gates = gatesOf(gates.decoder_cross, l);
        controls.decoder.layers[l].cross.cuts = batch.cuts;
    }
    return controls;
}

/** -log of the attention that a row pays to a range; adds its gradient, times `scale`, by the attention weights. */
double lookingLoss(
    const Matrix<float>& weights, int row, const TokenRange& range, double scale, Matrix<float>& d_weights)
{
    if (d_weights.size() == 0)
        d_weights = Matrix<float>::Zero(weights.rows(), weights.cols());
    const int width = range.end - range.begin;
    const float mass = std::max(weights.row(row).segment(range.begin, width).sum(), least_attention);
    d_weights.row(row).segment(range.begin, width).array() -= static_cast<float>(scale) / mass;
    return -std::log(mass);
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
            loss += lookingLoss(weights[index], guided.row, guided.source, scale, d_weights[index]);
        }
    return loss;
}

/** The sharpening loss of the encoder's last layer; writes its gradient by the attention weights. */
double sharpen(const TrainingBatch& batch, int n_heads, const std::vector<Matrix<float>>& weights,
    double scale, std::vector<Matrix<float>>& d_weights)
{
    double loss = 0;
    d_weights.resize(weights.size());
    for (const ReferringRow& referring : batch.referring) {
        const std::size_t index =
            static_cast<std::size_t>(referring.segment) * static_cast<std::size_t>(n_heads);
        const Matrix<float>& of_head = weights[index];
        const auto mass_on = [&](const TokenRange& range) {
            return of_head.row(referring.row).segment(range.begin, range.end - range.begin).sum();
        };
        const TokenRange& preferred = mass_on(referring.antecedent) >= mass_on(referring.rival)
            ? referring.antecedent
            : referring.rival;
        loss += lookingLoss(of_head, referring.row, preferred, scale, d_weights[index]);
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
    const Controls<float> controls = controlsOf(config, gates, batch);
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

    AttentionWeightGradients<float> d_attention;
    if (task.sharpen > 0 && !batch.referring.empty()) {
        d_attention.encoder.resize(encoder.layers.size());
        result.sharpening_loss = sharpen(batch, config.n_heads, encoder.layers.back().attention.weights,
            task.sharpen / task.target_rows, d_attention.encoder.back());
    }
    if (task.guidance > 0 && !batch.guided.empty()) {
        const double shares = static_cast<double>(config.decoder_layers) * config.n_heads;
        d_attention.cross.resize(static_cast<std::size_t>(config.decoder_layers));
        for (std::size_t l = 0; l < d_attention.cross.size(); ++l)
            result.guidance_loss +=
                guideLayer(batch, config.n_heads, decoder.layers[l].cross_attention.weights,
                    task.guidance / (shares * task.guided_rows), d_attention.cross[l])
                / shares;
    }

    GateGradients<float> d_gates{
        gate_gradients.encoder, gate_gradients.decoder_self, gate_gradients.decoder_cross};
    backward<float>(model, {source, target, encoder, decoder, &controls}, d_logits, d_attention, gradients,
        gates.isEmpty() ? nullptr : &d_gates);
    gate_gradients = {d_gates.encoder, d_gates.decoder_self, d_gates.decoder_cross};
    return result;
}

} // namespace glassformer
