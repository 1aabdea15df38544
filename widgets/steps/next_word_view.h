#pragma once

#include "widgets/step_view.h"

namespace glassformer {

class BarList;
class Caption;
class Heatmap;
class TokenRow;

/** Probabilities of the next word, beside where the decoder looks in the source. Clicking a word asks for it. */
class NextWordView : public StepView
{
    Q_OBJECT

public:
    explicit NextWordView(QWidget* parent = nullptr);

protected:
    void refresh() override;

private:
    void refreshBars();

    Card* m_written_card = nullptr;
    TokenRow* m_written = nullptr;
    Card* m_bars_card = nullptr;
    BarList* m_bars = nullptr;
    Caption* m_rest = nullptr;
    Card* m_cross_card = nullptr;
    Heatmap* m_cross = nullptr;
    std::vector<int> m_ids;
};

} // namespace glassformer
