#pragma once

#include "widgets/steps/step_view.h"

namespace glassformer {

class AttentionLines;
class Caption;
class TokenRow;

/** The finished sentence, and which source words each of its words looked at. */
class AnswerView : public StepView
{
    Q_OBJECT

public:
    explicit AnswerView(QWidget* parent = nullptr);

protected:
    void refresh() override;

private:
    void refreshLines(int position);

    Card* m_answer_card = nullptr;
    Caption* m_source_text = nullptr;
    Caption* m_answer_text = nullptr;
    TokenRow* m_written = nullptr;
    Card* m_lines_card = nullptr;
    AttentionLines* m_lines = nullptr;
};

} // namespace glassformer
