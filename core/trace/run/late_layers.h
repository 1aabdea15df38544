#pragma once

#include "core/trace/record/record_names.h"
#include "core/trace/run/run_state.h"

#include <compare>
#include <map>
#include <mutex>

namespace glassformer {

/**
 * The insides of the layers of a run that kept only the stream between them: a layer is computed again, from the stream
 * and by the same code, when one of its tensors is looked at. Those that somebody holds stay in memory,
 * and the one that make() had to compute last.
 */
class LateLayers final : public LateTensors
{
public:
    LateLayers(std::shared_ptr<const RunState> state, Controls<float> controls);

    std::vector<std::string> names() const override { return m_names; }
    std::shared_ptr<const Tensor> make(const std::string& name) const override;
    std::shared_ptr<const Tensor> makeMap(const std::string& name, int head) const override;
    std::shared_ptr<const void> hold(AttentionSite site, int layer, LayerInside inside) const override;
    std::shared_ptr<const void> holdIfMade(AttentionSite site, int layer, LayerInside inside) const override;
    std::shared_ptr<const Tensor> wordScores(int row) const override;
    std::shared_ptr<const Tensor> wordScoresIfMade(int row) const override;

private:
    /** One inside of one layer. */
    struct Key
    {
        bool is_decoder = false;
        int index = 0;
        LayerInside inside = LayerInside::Attention;

        auto operator<=>(const Key&) const = default;
    };
    /** What is at hand of a layer: its record, from which a tensor is taken when it is asked for. */
    struct Layer
    {
        std::mutex mutex{};
        LayerRecord<float> record{};
        NamedTensors tensors{};
    };
    using LayerPointer = std::shared_ptr<Layer>;

    const StackRecord<float>* stackOf(bool is_decoder) const; ///< null if the model has none
    bool hasLayer(bool is_decoder, int index) const;
    /** Null if the layer is not in memory. */
    LayerPointer known(const Key& key) const;
    LayerPointer layer(const Key& key) const;
    /** The layer, which stays in memory until another one is remembered. */
    LayerPointer remembered(const Key& key) const;
    /** Where a tensor is, or would have to be made. */
    Key keyOf(const std::string& name) const;
    const LayerCache<float>* projectionsOf(bool is_decoder, int index) const;
    LayerRecord<float> attention(const Key& key) const;
    LayerRecord<float> feedForward(const Key& key) const;
    void addNames(bool is_decoder);

    std::shared_ptr<const RunState> m_state;
    Controls<float> m_controls;
    std::vector<std::string> m_names; ///< sorted
    mutable std::mutex m_mutex;
    mutable std::map<Key, std::weak_ptr<Layer>> m_made;
    mutable LayerPointer m_last; ///< a run is often read name by name, which is layer by layer
    mutable std::map<int, std::weak_ptr<const Tensor>> m_scores; ///< by row
    mutable std::shared_ptr<const Tensor> m_last_scores; ///< what is asked for often is of one row
};

} // namespace glassformer
