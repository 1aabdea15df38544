#include "core/trace/run/late_layers.h"

#include "core/model/changes/record_place.h"
#include "core/tensor/softmax.h"

#include <algorithm>
#include <string_view>

namespace glassformer {
namespace {

AttentionSite siteOf(bool is_decoder)
{
    return is_decoder ? AttentionSite::DecoderSelf : AttentionSite::Encoder;
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
    const Transformer<float>& model = m_state->model->transformer;
    const Matrix<float> one_row = stack->inputOf(0).topRows(1);
    const Segments source = Segments::single(static_cast<int>(m_state->source.size()));
    const bool reads_memory = is_decoder && m_state->encoder;
    const Memory<float> memory{reads_memory ? m_state->encoder->output : one_row, source};
    LayerRecord<float> one = runAttentionAgain<float>(
        model, is_decoder, 0, one_row, reads_memory ? &memory : nullptr, nullptr, {nullptr, true});
    runFeedForwardAgain<float>(model, is_decoder, 0, nullptr, one);
    NamedTensors first;
    nameLayer(first, model.config, siteOf(is_decoder), 0, one);
    for (std::size_t l = 0; l < stack->stream.size(); ++l)
        for (const auto& [name, tensor] : first) {
            const std::size_t stack_end = name.find('.');
            m_names.push_back(name.substr(0, stack_end + 1) + std::to_string(l)
                + name.substr(name.find('.', stack_end + 1)));
        }
}

/** Null where a trace shows what lies before the norm and the turn of queries and keys: that is made again. */
const LayerCache<float>* LateLayers::projectionsOf(bool is_decoder, int index) const
{
    const ModelConfig& config = m_state->model->transformer.config;
    if (!is_decoder || config.query_key_norm || config.position_kind == PositionKind::Rotary
        || m_state->cache.layers.empty())
        return nullptr;
    return &m_state->cache.layers[static_cast<std::size_t>(index)];
}

LayerRecord<float> LateLayers::attention(const Key& key) const
{
    const Matrix<float>& x = stackOf(key.is_decoder)->inputOf(static_cast<std::size_t>(key.index));
    const bool reads_memory = key.is_decoder && m_state->encoder;
    const Segments segments = Segments::single(static_cast<int>(m_state->source.size()));
    const Memory<float> memory{reads_memory ? m_state->encoder->output : x, segments};
    return runAttentionAgain<float>(m_state->model->transformer, key.is_decoder, key.index, x,
        reads_memory ? &memory : nullptr, projectionsOf(key.is_decoder, key.index), {&m_controls, true});
}

LayerRecord<float> LateLayers::feedForward(const Key& key) const
{
    LayerRecord<float> record;
    if (key.is_decoder && m_state->encoder)
        record.cross_attention.weights.resize(1); // the record of a layer that has one
    record.attended() = stackOf(key.is_decoder)->attended[static_cast<std::size_t>(key.index)];
    runFeedForwardAgain<float>(m_state->model->transformer, key.is_decoder, key.index, &m_controls, record);
    if (record.feed_forward.linear.size() == 0)
        record.feed_forward.before.resize(0, 0); // only a gate is shown
    return record;
}

bool LateLayers::hasLayer(bool is_decoder, int index) const
{
    const StackRecord<float>* const stack = stackOf(is_decoder);
    return stack && index >= 0 && static_cast<std::size_t>(index) < stack->stream.size();
}

LateLayers::LayerPointer LateLayers::known(const Key& key) const
{
    const std::lock_guard lock(m_mutex);
    const auto made = m_made.find(key);
    return made == m_made.end() ? nullptr : made->second.lock();
}

LateLayers::LayerPointer LateLayers::layer(const Key& key) const
{
    if (LayerPointer at_hand = known(key))
        return at_hand;
    const auto made = std::make_shared<Layer>();
    made->record = key.inside == LayerInside::FeedForward ? feedForward(key) : attention(key);
    const std::lock_guard lock(m_mutex);
    m_made[key] = made;
    return made;
}

LateLayers::LayerPointer LateLayers::remembered(const Key& key) const
{
    LayerPointer held = known(key);
    if (held)
        return held;
    held = layer(key);
    const std::lock_guard lock(m_mutex);
    m_last = held;
    return held;
}

std::shared_ptr<const void> LateLayers::hold(AttentionSite site, int layer, LayerInside inside) const
{
    const bool is_decoder = site != AttentionSite::Encoder;
    return hasLayer(is_decoder, layer) ? this->layer({is_decoder, layer, inside}) : nullptr;
}

std::shared_ptr<const void> LateLayers::holdIfMade(AttentionSite site, int layer, LayerInside inside) const
{
    return known({site != AttentionSite::Encoder, layer, inside});
}

LateLayers::Key LateLayers::keyOf(const std::string& name) const
{
    const Key network{name.starts_with("decoder."), layerIn(name), LayerInside::FeedForward};
    const Key attention{network.is_decoder, network.index, LayerInside::Attention};
    if (name.find(".feed_forward.") != std::string::npos)
        return network;
    // What passes the network by belongs to both.
    const LayerPart passed_by = network.is_decoder && m_state->encoder ? LayerPart::CrossAttentionResidual
                                                                       : LayerPart::AttentionResidual;
    const bool is_passed_by = name == layerTensor(siteOf(network.is_decoder), network.index, passed_by);
    return is_passed_by && !known(attention) && known(network) ? network : attention;
}

std::shared_ptr<const Tensor> LateLayers::make(const std::string& name) const
{
    if (!std::binary_search(m_names.begin(), m_names.end(), name))
        return nullptr;
    const Key key = keyOf(name);
    const AttentionSite site = siteOf(key.is_decoder);
    if (name == layerTensor(site, key.index, LayerPart::Output)) // the stream was kept
        return std::make_shared<const Tensor>(
            tensorOf(stackOf(key.is_decoder)->stream[static_cast<std::size_t>(key.index)]));
    const LayerPointer held = remembered(key);
    const std::lock_guard lock(held->mutex);
    if (held->tensors.count(name) == 0)
        nameLayer(
            held->tensors, m_state->model->transformer.config, site, key.index, held->record, {}, &name);
    return {held, &held->tensors.at(name)};
}

std::shared_ptr<const Tensor> LateLayers::makeMap(const std::string& name, int head) const
{
    if (!std::binary_search(m_names.begin(), m_names.end(), name))
        return nullptr;
    const Key key = keyOf(name);
    if (key.inside != LayerInside::Attention)
        return nullptr;
    const LayerPointer held = remembered(key);
    const std::lock_guard lock(held->mutex);
    const auto* const maps = mapsIn(held->record, siteOf(key.is_decoder), key.index, name);
    // Once the heads were put together, they are no longer in the record.
    if (!maps || head < 0 || head >= std::ssize(*maps) || held->tensors.count(name) > 0)
        return nullptr;
    return std::make_shared<const Tensor>(tensorOf((*maps)[static_cast<std::size_t>(head)]));
}

std::shared_ptr<const Tensor> LateLayers::wordScores(int row) const
{
    if (auto at_hand = wordScoresIfMade(row))
        return at_hand;
    const Matrix<float>& last = (m_state->decoder ? m_state->decoder : m_state->encoder)->output;
    if (!m_state->model->transformer.config.has_output || row < 0 || row >= last.rows())
        return nullptr;
    const Matrix<float> scores =
        logits(m_state->model->transformer, Matrix<float>(last.row(row)), {&m_controls, row});
    Matrix<float> probabilities = scores;
    softmaxRows<float>(probabilities);
    auto tensor = std::make_shared<Tensor>();
    tensor->shape = {2, scores.cols()};
    tensor->values.assign(scores.data(), scores.data() + scores.size());
    tensor->values.insert(
        tensor->values.end(), probabilities.data(), probabilities.data() + probabilities.size());
    const std::lock_guard lock(m_mutex);
    m_scores[row] = tensor;
    m_last_scores = tensor;
    return tensor;
}

std::shared_ptr<const Tensor> LateLayers::wordScoresIfMade(int row) const
{
    const std::lock_guard lock(m_mutex);
    const auto made = m_scores.find(row);
    return made == m_scores.end() ? nullptr : made->second.lock();
}

} // namespace glassformer
