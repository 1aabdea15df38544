#pragma once

#include "widgets/steps/step_view.h"

namespace glassformer {

class BarList;
class Heatmap;
class TokenRow;
class VectorStrips;

/** Rows of the embedding table, the chosen token's row large, and the tokens of the sentence nearest to it. */
class EmbeddingView : public StepView
{
    Q_OBJECT

public:
    explicit EmbeddingView(QWidget* parent = nullptr);

protected:
    void refresh() override;

private:
    void refreshNearest(const MatrixSlice& rows, int token);

    TokenRow* m_tokens = nullptr;
    Card* m_heatmap_card = nullptr;
    Heatmap* m_heatmap = nullptr;
    Card* m_row_card = nullptr;
    VectorStrips* m_row = nullptr;
    Card* m_nearest_card = nullptr;
    BarList* m_nearest = nullptr;
    std::vector<int> m_nearest_tokens;
};

} // namespace glassformer
