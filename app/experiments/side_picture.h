#pragma once

#include "app/experiments/comparison.h"
#include "core/trace/step/step.h"

#include <QStackedWidget>

#include <map>

namespace glassformer {

class StepView;

/** What the step shows in one of two runs: its numbers as maps, or where it is about words, its own picture. */
class SidePicture : public QStackedWidget
{
    Q_OBJECT

public:
    SidePicture(Comparison& comparison, Side side, QWidget* parent = nullptr);

    void refresh();
    StepView* currentView() const;

private:
    StepView* addView(StepView* view);
    void showIn(StepView* view);

    Comparison& m_comparison;
    const Side m_side;
    StepView* m_records = nullptr;
    std::map<StepKind, StepView*> m_views; ///< of steps without numbers, made when first shown
};

} // namespace glassformer
