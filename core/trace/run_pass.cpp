#include "core/trace/run_pass.h"

#include <algorithm>
#include <span>
#include <utility>

namespace glassformer {
namespace {

/** Thumbnails are made while the layers that they show are there. */
auto thumbnailsOf(AttentionSite site, NamedTensors& tensors)
{
    return [&tensors, site](int layer, const LayerRecord<float>& record) {
        nameThumbnail(tensors, site, layer, record.attention);
        if (!record.cross_attention.weights.empty())
            nameThumbnail(tensors, AttentionSite::DecoderCross, layer, record.cross_attention);
    };
}

void passEncoder(const RunTask& task, const Sequences& sequences, PassOptions<float> options,
    const Trace* before, Pass& pass)
{
    if (!options.keep_layers)
        options.see_layer = thumbnailsOf(AttentionSite::Encoder, pass.tensors);
    const Segments segments = Segments::single(static_cast<int>(sequences.source.size()));
    options.begun = begunEncoder(task);
    StackRecord<float> encoder =
        encode<float>(task.model.transformer, {sequences.source, segments, task.segments}, options);
    if (options.begun.layers > 0)
        takeLayers(pass.tensors, before->tensors, AttentionSite::Encoder, options.begun.layers,
            static_cast<int>(sequences.source.size()));
    nameStack(pass.tensors, task.model.transformer, AttentionSite::Encoder, sequences.source, encoder);
    pass.last = encoder.output;
    pass.encoder = std::make_shared<const StackRecord<float>>(std::move(encoder));
}

/** The encoder's part of the run before. */
void takeEncoder(const Trace& before, Pass& pass)
{
    pass.encoder = before.state->encoder;
    for (const auto& [name, tensor] : before.tensors)
        if (name.starts_with("encoder.") || name.starts_with("source."))
            pass.tensors[name] = tensor;
}

/** Thumbnails of layers that did not run and of which the run before has those of more rows. */
void drawBegunAgain(const RunTask& task, int layers, const Memory<float>* memory, Pass& pass)
{
    const PassOptions<float> options{&task.controls};
    for (int l = 0; l < layers; ++l)
        thumbnailsOf(AttentionSite::DecoderSelf, pass.tensors)(l,
            runAttentionAgain<float>(task.model.transformer, true, l,
                pass.decoder->inputOf(static_cast<std::size_t>(l)), memory,
                &pass.cache.layers[static_cast<std::size_t>(l)], options));
}

void passDecoder(const RunTask& task, const Sequences& sequences, PassOptions<float> options,
    const Trace* before, Pass& pass)
{
    if (!options.keep_layers)
        options.see_layer = thumbnailsOf(AttentionSite::DecoderSelf, pass.tensors);
    const bool remembers = !task.controls.reads_ahead;
    const int known = remembers ? task.knownRows(sequences.target) : 0;
    if (remembers) {
        pass.cache = task.cacheFor(sequences.target);
        options.cache = &pass.cache;
        options.all_rows = true;
        options.begun = task.begun(sequences.target);
    }
    const std::span<const int> ids = std::span(sequences.target).subspan(static_cast<std::size_t>(known));
    const Segments segments = Segments::single(static_cast<int>(ids.size()));
    const Segments source = Segments::single(static_cast<int>(sequences.source.size()));
    const Memory<float> memory{pass.encoder ? pass.encoder->output : pass.last, source};
    StackRecord<float> decoder =
        decode<float>(task.model.transformer, pass.encoder ? &memory : nullptr, {ids, segments}, options);
    if (options.begun.layers > 0)
        takeLayers(pass.tensors, before->tensors, AttentionSite::DecoderSelf, options.begun.layers,
            static_cast<int>(sequences.target.size()));
    nameStack(pass.tensors, task.model.transformer, AttentionSite::DecoderSelf, sequences.target, decoder,
        {before ? &before->tensors : nullptr, known});
    pass.last = decoder.output;
    pass.decoder = std::make_shared<const StackRecord<float>>(
        known > 0 ? joined(*task.held.state->decoder, known, std::move(decoder)) : std::move(decoder));
    if (!options.keep_layers && options.begun.layers > 0
        && sequences.target.size() < task.held.state->target.size())
        drawBegunAgain(task, options.begun.layers, pass.encoder ? &memory : nullptr, pass);
}

} // namespace

BegunStack<float> begunEncoder(const RunTask& task)
{
    if (!task.held.state || !task.held.state->encoder)
        return {};
    return {task.held.state->encoder.get(),
        std::min(task.held.encoder.layer, task.model.transformer.config.encoder_layers)};
}

void passOver(
    const RunTask& task, const Sequences& sequences, bool keeps_all, const Trace* before, Pass& pass)
{
    PassOptions<float> options{&task.controls, keeps_all};
    options.keep_layers = keeps_all;
    options.cancel = task.cancel;
    const ModelConfig& config = task.model.transformer.config;
    if (config.hasEncoder() && task.held.hasEncoder())
        takeEncoder(*before, pass);
    else if (config.hasEncoder())
        passEncoder(task, sequences, options, before, pass);
    if (config.hasDecoder())
        passDecoder(task, sequences, options, before, pass);
}

} // namespace glassformer
