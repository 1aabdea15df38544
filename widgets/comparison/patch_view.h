#pragma once

#include "core/experiment/effect/patch_table.h"
#include "widgets/steps/step_view.h"

#include <QPoint>

#include <optional>

namespace glassformer {

class PatchMap;

/** The table of what carrying one vector from one run into another changes. It tells which cell is chosen. */
class PatchView : public StepView
{
    Q_OBJECT

public:
    explicit PatchView(QWidget* parent = nullptr);

    /** As far as it is known; nothing: nothing is. x: token, y: row. */
    void setTable(const std::optional<PatchTable>& table, std::optional<QPoint> cell);

signals:
    void cellChosen(QPoint cell);

protected:
    void refresh() override { }

private:
    Card* m_card = nullptr;
    PatchMap* m_map = nullptr;
};

} // namespace glassformer
