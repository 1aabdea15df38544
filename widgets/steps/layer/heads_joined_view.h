#pragma once

#include "widgets/steps/step_view.h"

namespace glassformer {

class Heatmap;

/** The mixed values of all heads side by side, and what the output matrix makes of them. */
class HeadsJoinedView : public StepView
{
    Q_OBJECT

public:
    explicit HeadsJoinedView(QWidget* parent = nullptr);

protected:
    void refresh() override;

private:
    HeatmapContent joined() const;

    Card* m_joined_card = nullptr;
    Heatmap* m_joined = nullptr;
    Card* m_output_card = nullptr;
    Heatmap* m_output = nullptr;
};

} // namespace glassformer
