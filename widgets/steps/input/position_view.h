#pragma once

#include "widgets/steps/step_view.h"

namespace glassformer {

class Caption;
class Heatmap;
class TokenRow;
class WavePlot;

/** The encoding of every place as a matrix, and some of its components as waves. */
class PositionView : public StepView
{
    Q_OBJECT

public:
    explicit PositionView(QWidget* parent = nullptr);

protected:
    void refresh() override;

private:
    void refreshLikeness(const MatrixSlice& positions);
    void refreshWaves(const MatrixSlice& positions);

    TokenRow* m_tokens = nullptr;
    Card* m_heatmap_card = nullptr;
    Heatmap* m_heatmap = nullptr;
    Card* m_likeness_card = nullptr;
    Heatmap* m_likeness = nullptr; ///< of every place to every other
    std::weak_ptr<const Trace> m_likeness_of; ///< the run whose places it compares
    Caption* m_absent = nullptr;
    Card* m_waves_card = nullptr;
    WavePlot* m_waves = nullptr;
};

} // namespace glassformer
