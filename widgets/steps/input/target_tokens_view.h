#pragma once

#include "widgets/steps/step_view.h"

namespace glassformer {

class Caption;
class TokenRow;

/** What the decoder has written before the chosen place, and the place that is open. */
class TargetTokensView : public StepView
{
    Q_OBJECT

public:
    explicit TargetTokensView(QWidget* parent = nullptr);

protected:
    void refresh() override;

private:
    Card* m_source_card = nullptr;
    TokenRow* m_source = nullptr;
    Card* m_written_card = nullptr;
    TokenRow* m_written = nullptr;
    Card* m_loop_card = nullptr;
    Caption* m_loop = nullptr;
};

/** Chips of what was written before `position`, and "?" for the next word. */
std::vector<Chip> writtenSoFar(const Trace& trace, int position);

} // namespace glassformer
