#pragma once

#include "core/trace/record_names.h"
#include "core/trace/run_state.h"

#include <deque>
#include <mutex>

namespace glassformer {

/**
 * The insides of the layers of a run that kept only the stream between them: a layer is computed again, from the stream
 * and by the same code, when one of its tensors is looked at. The few that were looked at last stay in memory.
 */
class LateLayers final : public LateTensors
{
public:
    LateLayers(std::shared_ptr<const RunState> state, Controls<float> controls);

    std::vector<std::string> names() const override { return m_names; }
    std::shared_ptr<const Tensor> make(const std::string& name) const override;
    std::shared_ptr<const Tensor> wordScores(int row) const override;

private:
    struct Layer
    {
        bool is_decoder = false;
        int index = 0;
        std::shared_ptr<const NamedTensors> tensors{};
    };

    std::shared_ptr<const NamedTensors> layer(bool is_decoder, int index) const;
    LayerRecord<float> computed(bool is_decoder, int index, const Matrix<float>& x) const;
    void addNames(bool is_decoder);

    const StackRecord<float>* stackOf(bool is_decoder) const; ///< null if the model has none

    std::shared_ptr<const RunState> m_state;
    Controls<float> m_controls;
    std::vector<std::string> m_names; ///< sorted
    mutable std::mutex m_mutex;
    mutable std::deque<Layer> m_recent; ///< newest first
};

} // namespace glassformer
