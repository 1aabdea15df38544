#pragma once

#include "widgets/steps/step_view.h"

#include <array>

namespace glassformer {

class Heatmap;

/** Query, key and value vectors of all tokens for one head, each in its colour. */
class QueryKeyValueView : public StepView
{
    Q_OBJECT

public:
    explicit QueryKeyValueView(QWidget* parent = nullptr);

protected:
    void refresh() override;

private:
    std::array<Card*, 3> m_cards{};
    std::array<Heatmap*, 3> m_heatmaps{};
};

} // namespace glassformer
