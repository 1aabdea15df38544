#pragma once

#include "widgets/pictures/attention/heatmap.h"

#include <vector>

namespace glassformer {

/**
 * Layers x tokens: what carrying one vector from another run into this one changes, as a share of the way between the
 * two; and a line through the strongest cell of each layer.
 */
class PatchMap : public Heatmap
{
    Q_OBJECT

public:
    using Heatmap::Heatmap;

    /** For each row its strongest column; negative: none. */
    void setPath(std::vector<int> columns);
    const std::vector<int>& path() const { return m_path; }

    QString cellText(int row, int column) const override;
    void paintPicture(QPainter& painter, const QRectF& area, const FigureStyle& style) const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void paintPath(QPainter& painter, const HeatmapGeometry& geometry, const FigureStyle& style) const;

    std::vector<int> m_path;
};

} // namespace glassformer
