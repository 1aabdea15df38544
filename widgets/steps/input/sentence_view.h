#pragma once

#include "widgets/steps/step_view.h"

namespace glassformer {

class Caption;

/** The text, large; what model reads it and what it is to do; what came out. */
class SentenceView : public StepView
{
    Q_OBJECT

public:
    explicit SentenceView(QWidget* parent = nullptr);

protected:
    void refresh() override;
    std::vector<Card*> answers() const override { return {m_answer_card}; }

private:
    Card* m_text_card = nullptr;
    Caption* m_text = nullptr;
    Card* m_model_card = nullptr;
    Caption* m_model = nullptr;
    Card* m_answer_card = nullptr;
    Caption* m_answer = nullptr;
};

} // namespace glassformer
