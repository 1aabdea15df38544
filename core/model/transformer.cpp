#include "core/model/transformer.h"

#include "core/model/linear.h"

namespace glassformer {
namespace {

template <typename Scalar>
const AttentionControl<Scalar>* controlOf(const std::vector<AttentionControl<Scalar>>& layers, int layer)
{
    return layers.empty() ? nullptr : &layers[static_cast<std::size_t>(layer)];
}

template <typename Scalar> std::vector<AttentionControl<Scalar>> noControls(int layers)
{
    return std::vector<AttentionControl<Scalar>>(static_cast<std::size_t>(layers));
}

} // namespace

template <typename Scalar>
Controls<Scalar> controlsFor(const ModelConfig& config, const Interventions& interventions)
{
    Controls<Scalar> controls{noControls<Scalar>(config.encoder_layers),
        noControls<Scalar>(config.decoder_layers), noControls<Scalar>(config.decoder_layers)};
    const auto at = [&controls](AttentionSite site, int layer) -> AttentionControl<Scalar>& {
        auto& layers = site == AttentionSite::Encoder ? controls.encoder
            : site == AttentionSite::DecoderSelf      ? controls.decoder_self
                                                      : controls.decoder_cross;
        return layers.at(static_cast<std::size_t>(layer));
    };
    for (const HeadName& head : interventions.heads_off) {
        RowVector<Scalar>& gates = at(head.site, head.layer).gates;
        if (gates.size() == 0)
            gates = RowVector<Scalar>::Ones(config.n_heads);
        gates(head.head) = 0;
    }
    for (const EdgeCut& cut : interventions.cuts)
        at(cut.site, cut.layer).cuts.push_back({0, cut.head, cut.query, cut.key});
    return controls;
}

template <typename Scalar>
EncoderRecord<Scalar> encode(
    const Transformer<Scalar>& model, const TokenBatch& source, const PassOptions<Scalar>& options)
{
    EncoderRecord<Scalar> record;
    record.embedding = embed(model.config, model.weights, source.ids, source.segments);
    record.layers.reserve(model.weights.encoder.size());
    const Matrix<Scalar>* stream = &record.embedding.sum;
    for (int l = 0; l < model.config.encoder_layers; ++l) {
        const auto* control = options.controls ? controlOf(options.controls->encoder, l) : nullptr;
        record.layers.push_back(
            encoderLayer<Scalar>(model.config, model.weights.encoder[static_cast<std::size_t>(l)],
                {*stream, source.segments, control, options.keep_scores}));
        stream = &record.layers.back().output();
    }
    record.output = model.config.norm_placement == NormPlacement::Before
        ? normalize(model.config, *stream, model.weights.encoder_norm, record.norm)
        : *stream;
    return record;
}

template <typename Scalar>
DecoderRecord<Scalar> decode(const Transformer<Scalar>& model, const EncoderRecord<Scalar>& encoder,
    const Segments& source_segments, const TokenBatch& target, const PassOptions<Scalar>& options)
{
    DecoderRecord<Scalar> record;
    DecoderCache<Scalar>* const cache = options.cache;
    const int first_row = cache ? cache->rows : 0;
    if (cache)
        cache->layers.resize(model.weights.decoder.size());
    record.embedding = embed(model.config, model.weights, target.ids, target.segments, first_row);
    record.layers.reserve(model.weights.decoder.size());
    const Matrix<Scalar>* stream = &record.embedding.sum;
    for (int l = 0; l < model.config.decoder_layers; ++l) {
        const auto* self = options.controls ? controlOf(options.controls->decoder_self, l) : nullptr;
        const auto* cross = options.controls ? controlOf(options.controls->decoder_cross, l) : nullptr;
        record.layers.push_back(
            decoderLayer<Scalar>(model.config, model.weights.decoder[static_cast<std::size_t>(l)],
                {*stream, target.segments, encoder.output, source_segments, self, cross, options.keep_scores,
                    cache ? &cache->layers[static_cast<std::size_t>(l)] : nullptr, first_row}));
        stream = &record.layers.back().output();
    }
    record.output = model.config.norm_placement == NormPlacement::Before
        ? normalize(model.config, *stream, model.weights.decoder_norm, record.norm)
        : *stream;
    if (cache)
        cache->rows += static_cast<int>(target.ids.size());
    return record;
}

template <typename Scalar>
Matrix<Scalar> logits(const Transformer<Scalar>& model, const Matrix<Scalar>& decoder_output)
{
    if (!model.config.tied_output)
        return linear(decoder_output, model.weights.output);
    Matrix<Scalar> result(decoder_output.rows(), model.config.vocabulary);
    multiplyByTransposed(decoder_output, model.weights.embedding, result);
    return result;
}

template Controls<float> controlsFor(const ModelConfig&, const Interventions&);
template Controls<double> controlsFor(const ModelConfig&, const Interventions&);
template EncoderRecord<float> encode(const Transformer<float>&, const TokenBatch&, const PassOptions<float>&);
template EncoderRecord<double> encode(
    const Transformer<double>&, const TokenBatch&, const PassOptions<double>&);
template DecoderRecord<float> decode(const Transformer<float>&, const EncoderRecord<float>&, const Segments&,
    const TokenBatch&, const PassOptions<float>&);
template DecoderRecord<double> decode(const Transformer<double>&, const EncoderRecord<double>&,
    const Segments&, const TokenBatch&, const PassOptions<double>&);
template Matrix<float> logits(const Transformer<float>&, const Matrix<float>&);
template Matrix<double> logits(const Transformer<double>&, const Matrix<double>&);

} // namespace glassformer
