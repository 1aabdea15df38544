#pragma once

#include "core/experiment/norm_place.h"
#include "core/experiment/norm_rows.h"
#include "widgets/steps/step_view.h"

#include <array>

namespace glassformer {

class Heatmap;
class VectorStrips;

/** A norm: the vectors before and after it, and for the chosen token how one becomes the other. */
class NormView : public StepView
{
    Q_OBJECT

public:
    explicit NormView(NormPlace place, QWidget* parent = nullptr);

protected:
    void refresh() override;

private:
    void refreshMaps(const Matrix<float>& before, const MatrixSlice& after, int token);
    void refreshStrips(const Matrix<float>& before, const MatrixSlice& after, int token);
    QString statistics(const RowStatistics& row) const;

    NormPlace m_place;
    std::array<Card*, 2> m_cards{};
    std::array<Heatmap*, 2> m_heatmaps{};
    Card* m_strips_card = nullptr;
    VectorStrips* m_strips = nullptr;
};

} // namespace glassformer
