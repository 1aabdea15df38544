#include "core/trace/run/run_pass.h"

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

} // namespace

BegunStack<float> begunEncoder(const RunTask& task)
{
    if (!task.held.state || !task.held.state->encoder)
        return {};
    return {task.held.state->encoder.get(),
        std::min(task.held.encoder.layer, task.model.transformer.config.encoder_layers)};
}

PassRun::PassRun(
    const RunTask& task, const Sequences& sequences, bool keeps_all, const Trace* before, Pass& pass)
    : m_task(task)
    , m_sequences(sequences)
    , m_before(before)
    , m_pass(pass)
    , m_options{&task.controls, keeps_all}
    , m_source_segments(Segments::single(static_cast<int>(sequences.source.size())))
{
    m_options.keep_layers = keeps_all;
    m_options.cancel = task.cancel;
}

bool PassRun::advance()
{
    const ModelConfig& config = m_task.model.transformer.config;
    if (m_run) {
        if (m_run->advance())
            return true;
        m_is_decoder ? finishDecoder() : finishEncoder();
        m_run.reset();
        return !m_is_decoder && config.hasDecoder();
    }
    if (!std::exchange(m_has_begun, true) && config.hasEncoder()) {
        if (!m_task.held.hasEncoder()) {
            beginEncoder();
            return true;
        }
        takeEncoder();
    }
    if (config.hasDecoder())
        beginDecoder();
    return config.hasDecoder();
}

void PassRun::beginEncoder()
{
    PassOptions<float> options = m_options;
    if (!options.keep_layers)
        options.see_layer = thumbnailsOf(AttentionSite::Encoder, m_pass.tensors);
    options.begun = begunEncoder(m_task);
    m_run.emplace(m_task.model.transformer, false, nullptr,
        TokenBatch{m_sequences.source, m_source_segments, m_task.segments}, std::move(options));
}

void PassRun::finishEncoder()
{
    StackRecord<float> encoder = m_run->take();
    if (const int begun = begunEncoder(m_task).layers; begun > 0)
        takeLayers(m_pass.tensors, m_before->tensors, AttentionSite::Encoder, begun,
            static_cast<int>(m_sequences.source.size()));
    nameStack(m_pass.tensors, m_task.model.transformer, AttentionSite::Encoder, m_sequences.source, encoder);
    m_pass.last = encoder.output;
    m_pass.encoder = std::make_shared<const StackRecord<float>>(std::move(encoder));
}

/** The encoder's part of the run before. */
void PassRun::takeEncoder()
{
    m_pass.encoder = m_before->state->encoder;
    for (const auto& [name, tensor] : m_before->tensors)
        if (name.starts_with("encoder.") || name.starts_with("source."))
            m_pass.tensors[name] = tensor;
}

void PassRun::beginDecoder()
{
    m_is_decoder = true;
    if (!m_options.keep_layers)
        m_options.see_layer = thumbnailsOf(AttentionSite::DecoderSelf, m_pass.tensors);
    if (!m_task.controls.reads_ahead) {
        m_known = m_task.knownRows(m_sequences.target);
        m_pass.cache = m_task.cacheFor(m_sequences.target);
        m_options.cache = &m_pass.cache;
        m_options.all_rows = true;
        m_options.begun = m_task.begun(m_sequences.target);
    }
    m_ids = std::span(m_sequences.target).subspan(static_cast<std::size_t>(m_known));
    m_segments = Segments::single(static_cast<int>(m_ids.size()));
    if (m_pass.encoder)
        m_memory.emplace(Memory<float>{m_pass.encoder->output, m_source_segments});
    m_run.emplace(m_task.model.transformer, true, memory(), TokenBatch{m_ids, m_segments}, m_options);
}

void PassRun::finishDecoder()
{
    StackRecord<float> decoder = m_run->take();
    const std::vector<int>& target = m_sequences.target;
    const int begun = m_options.begun.layers;
    if (begun > 0)
        takeLayers(m_pass.tensors, m_before->tensors, AttentionSite::DecoderSelf, begun,
            static_cast<int>(target.size()));
    nameStack(m_pass.tensors, m_task.model.transformer, AttentionSite::DecoderSelf, target, decoder,
        {m_before ? &m_before->tensors : nullptr, m_known});
    m_pass.last = decoder.output;
    m_pass.decoder = std::make_shared<const StackRecord<float>>(
        m_known > 0 ? joined(*m_task.held.state->decoder, m_known, std::move(decoder)) : std::move(decoder));
    if (!m_options.keep_layers && begun > 0 && target.size() < m_task.held.state->target.size())
        drawBegunAgain(m_task, begun, memory(), m_pass);
}

} // namespace glassformer
