#pragma once

#include "core/experiment/explanation/norm_place.h"
#include "core/experiment/explanation/norm_rows.h"
#include "widgets/steps/maps_view.h"

namespace glassformer {

/**
 * A norm: the vectors before and after it, and for the chosen token how one becomes the other, as far as the run tells:
 * gain and bias are the model's.
 */
class NormView : public MapsView
{
    Q_OBJECT

public:
    explicit NormView(NormPlace place, QWidget* parent = nullptr);

protected:
    void refresh() override;

private:
    void refreshMaps(const MatrixSlice& before, const MatrixSlice& after);
    void refreshStrips(const MatrixSlice& before, const MatrixSlice& after);
    QString statistics(const RowStatistics& row) const;

    NormPlace m_place;
};

} // namespace glassformer
