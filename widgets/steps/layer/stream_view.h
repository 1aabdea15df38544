#pragma once

#include "widgets/steps/step_view.h"

namespace glassformer {

class Heatmap;
class VectorStrips;

/** What a stack hands over, and how the chosen token's vector came there, layer by layer. */
class StreamView : public StepView
{
    Q_OBJECT

public:
    explicit StreamView(QWidget* parent = nullptr);

protected:
    void refresh() override;

private:
    QString heading() const;
    QString remark() const;
    void refreshJourney(int token);

    Card* m_output_card = nullptr;
    Heatmap* m_output = nullptr;
    Card* m_journey_card = nullptr;
    VectorStrips* m_journey = nullptr;
};

} // namespace glassformer
