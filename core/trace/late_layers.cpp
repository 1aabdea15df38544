#include "core/trace/late_layers.h"

#include "core/tensor/softmax.h"

#include <algorithm>
#include <charconv>
#include <string_view>

namespace glassformer {
namespace {

AttentionSite siteOf(bool is_decoder)
{
    return is_decoder ? AttentionSite::DecoderSelf : AttentionSite::Encoder;
}

/** The layer in "encoder.12.self_attention.weights"; -1 if there is none. */
int layerIn(std::string_view name)
{
    name.remove_prefix(std::min(name.size(), name.find('.') + 1));
    int layer = -1;
    const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), layer);
    return error == std::errc() && end != name.data() + name.size() && *end == '.' ? layer : -1;
}

} // namespace

LateLayers::LateLayers(std::shared_ptr<const RunState> state, Controls<float> controls)
    : m_state(std::move(state))
    , m_controls(std::move(controls))
{
    addNames(false);
    addNames(true);
    std::sort(m_names.begin(), m_names.end());
}

const StackRecord<float>* LateLayers::stackOf(bool is_decoder) const
{
    return is_decoder ? m_state->decoder.get() : m_state->encoder.get();
}

/** A layer of one token has the names of a layer of many. */
void LateLayers::addNames(bool is_decoder)
{
    const StackRecord<float>* const stack = stackOf(is_decoder);
    if (!stack)
        return;
    NamedTensors first;
    Layer one{is_decoder};
    one.record = attended(is_decoder, 0, stack->inputOf(0).topRows(1));
    complete(one);
    nameLayer(first, m_state->model->transformer.config, siteOf(is_decoder), 0, one.record);
    for (std::size_t l = 0; l < stack->stream.size(); ++l)
        for (const auto& [name, tensor] : first) {
            const std::size_t stack_end = name.find('.');
            m_names.push_back(name.substr(0, stack_end + 1) + std::to_string(l)
                + name.substr(name.find('.', stack_end + 1)));
        }
}

LayerRecord<float> LateLayers::attended(bool is_decoder, int index, const Matrix<float>& x) const
{
    const bool reads_memory = is_decoder && m_state->encoder;
    const Segments segments = Segments::single(static_cast<int>(m_state->source.size()));
    const Memory<float> memory{reads_memory ? m_state->encoder->output : x, segments};
    return runAttentionAgain<float>(m_state->model->transformer, is_decoder, index, x,
        reads_memory ? &memory : nullptr, {&m_controls, true});
}

void LateLayers::complete(Layer& layer) const
{
    if (!layer.is_whole)
        runFeedForwardAgain(m_state->model->transformer, layer.is_decoder, layer.index, layer.record);
    if (layer.record.feed_forward.linear.size() == 0)
        layer.record.feed_forward.before.resize(0, 0); // only a gate is shown
    layer.is_whole = true;
}

bool LateLayers::hasLayer(bool is_decoder, int index) const
{
    const StackRecord<float>* const stack = stackOf(is_decoder);
    return stack && index >= 0 && static_cast<std::size_t>(index) < stack->stream.size();
}

LateLayers::LayerPointer LateLayers::known(bool is_decoder, int index) const
{
    const std::lock_guard lock(m_mutex);
    const auto made = m_made.find({is_decoder, index});
    return made == m_made.end() ? nullptr : made->second.lock();
}

LateLayers::LayerPointer LateLayers::layer(bool is_decoder, int index) const
{
    if (LayerPointer at_hand = known(is_decoder, index))
        return at_hand;
    const auto made = std::make_shared<Layer>();
    made->is_decoder = is_decoder;
    made->index = index;
    made->record = attended(is_decoder, index, stackOf(is_decoder)->inputOf(static_cast<std::size_t>(index)));
    const std::lock_guard lock(m_mutex);
    m_made[{is_decoder, index}] = made;
    return made;
}

std::shared_ptr<const void> LateLayers::hold(AttentionSite site, int layer, LayerInside inside) const
{
    const bool is_decoder = site != AttentionSite::Encoder;
    if (!hasLayer(is_decoder, layer))
        return nullptr;
    const LayerPointer held = this->layer(is_decoder, layer);
    if (inside == LayerInside::All) {
        const std::lock_guard lock(held->mutex);
        complete(*held);
    }
    return held;
}

std::shared_ptr<const void> LateLayers::holdIfMade(AttentionSite site, int layer, LayerInside inside) const
{
    const LayerPointer held = known(site != AttentionSite::Encoder, layer);
    return held && (inside == LayerInside::Attention || held->is_whole) ? held : nullptr;
}

std::shared_ptr<const Tensor> LateLayers::make(const std::string& name) const
{
    if (!std::binary_search(m_names.begin(), m_names.end(), name))
        return nullptr;
    const bool is_decoder = name.starts_with("decoder.");
    const int index = layerIn(name);
    // The stream was kept.
    if (name == layerTensor(siteOf(is_decoder), index, LayerPart::Output))
        return std::make_shared<const Tensor>(
            tensorOf(stackOf(is_decoder)->stream[static_cast<std::size_t>(index)]));
    LayerPointer held = known(is_decoder, index);
    if (!held) {
        held = layer(is_decoder, index);
        const std::lock_guard lock(m_mutex);
        m_last = held;
    }
    const std::lock_guard lock(held->mutex);
    if (held->tensors.count(name) == 0) {
        if (name.find(".feed_forward.") != std::string::npos)
            complete(*held);
        nameLayer(held->tensors, m_state->model->transformer.config, siteOf(is_decoder), held->index,
            held->record, {}, &name);
    }
    return {held, &held->tensors.at(name)};
}

std::shared_ptr<const Tensor> LateLayers::wordScores(int row) const
{
    const Matrix<float>& last = (m_state->decoder ? m_state->decoder : m_state->encoder)->output;
    if (!m_state->model->transformer.config.has_output || row < 0 || row >= last.rows())
        return nullptr;
    const Matrix<float> scores = logits(m_state->model->transformer, Matrix<float>(last.row(row)));
    Matrix<float> probabilities = scores;
    softmaxRows<float>(probabilities);
    auto tensor = std::make_shared<Tensor>();
    tensor->shape = {2, scores.cols()};
    tensor->values.assign(scores.data(), scores.data() + scores.size());
    tensor->values.insert(
        tensor->values.end(), probabilities.data(), probabilities.data() + probabilities.size());
    return tensor;
}

} // namespace glassformer
