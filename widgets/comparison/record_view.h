#pragma once

#include "widgets/steps/step_view.h"

namespace glassformer {

class MapRow;

/** The numbers that a step is about, as maps: what two runs can be compared by. */
class RecordView : public StepView
{
    Q_OBJECT

public:
    explicit RecordView(QWidget* parent = nullptr);

protected:
    void refresh() override;

private:
    MapRow* m_maps = nullptr;
};

} // namespace glassformer
