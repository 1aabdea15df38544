#pragma once

#include "widgets/steps/step_view.h"

namespace glassformer {

class Heatmap;
class VectorStrips;

/** Weights of the chosen query times the values of all tokens, and their sum. */
class WeightedSumView : public StepView
{
    Q_OBJECT

public:
    explicit WeightedSumView(QWidget* parent = nullptr);

protected:
    void refresh() override;
    std::vector<Picture*> toldPictures() const override;

private:
    void refreshWeights(int query);
    void refreshSum(int query);

    Card* m_weights_card = nullptr;
    Heatmap* m_weights = nullptr;
    Card* m_sum_card = nullptr;
    VectorStrips* m_sum = nullptr;
    Card* m_mixed_card = nullptr;
    Heatmap* m_mixed = nullptr;
};

} // namespace glassformer
