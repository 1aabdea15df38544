#pragma once

#include "widgets/steps/step_view.h"

namespace glassformer {

class BarList;
class Caption;
class Heatmap;
class TokenRow;

/** A run at a glance: its tokens, its answer, the likeliest next words, and the attention of one head. */
class SummaryView : public StepView
{
    Q_OBJECT

public:
    explicit SummaryView(QWidget* parent = nullptr);

protected:
    void refresh() override;

private:
    void refreshWords();
    void refreshHead();

    Card* m_tokens_card = nullptr;
    TokenRow* m_tokens = nullptr;
    Card* m_answer_card = nullptr;
    Caption* m_answer = nullptr;
    BarList* m_words = nullptr;
    Card* m_head_card = nullptr;
    Heatmap* m_head = nullptr;
};

} // namespace glassformer
