#pragma once

#include "widgets/pictures/numbers/vector_strips.h"
#include "widgets/steps/step_view.h"

#include <vector>

namespace glassformer {

class MapRow;

/** Vectors of all tokens as maps side by side, and below them those of the chosen token, component by component. */
class MapsView : public StepView
{
    Q_OBJECT

public:
    /** \param most  so many maps at the most. \param narrowest  in sizes of a letter: in less room they lie below each other */
    MapsView(std::size_t most, double narrowest, QWidget* parent);

protected:
    MapRow* maps() const { return m_maps; }
    /** As a map, with the choice. */
    HeatmapContent mapOf(const MatrixSlice& rows) const;
    /** The chosen token's row as a strip with a scale of its own. */
    static VectorStrip stripOf(
        const QString& label, const QString& sign, std::span<const float> values, bool is_result);
    Card* stripsCard() const { return m_strips_card; }
    /** \param remark  of their card */
    void setStrips(std::vector<VectorStrip> strips, const QString& name, const QString& remark);

private:
    MapRow* m_maps = nullptr;
    Card* m_strips_card = nullptr;
    VectorStrips* m_strips = nullptr;
};

} // namespace glassformer
