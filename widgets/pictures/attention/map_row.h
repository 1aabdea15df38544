#pragma once

#include "widgets/paint/attention/heatmap_content.h"
#include "widgets/pictures/card.h"

#include <vector>

namespace glassformer {

class Heatmap;

/** A map in a card of its own. */
struct NamedMap
{
    QString heading; ///< in the notation of formula_painter.h
    QString remark;
    QString name; ///< for those who do not see it
    HeatmapContent content;
};

/** Signed maps side by side, each with its own scale of colours or, by choice, all with one. */
class MapRow : public CardRow
{
    Q_OBJECT

public:
    /** \param most  so many maps at the most */
    MapRow(std::size_t most, QWidget* parent);

    /** Empty maps are not shown. */
    void setMaps(std::vector<NamedMap> maps);
    bool sharesScale() const { return m_shares_scale; }

signals:
    void cellChosen(int row, int column);
    void scaleChosen(bool is_shared);

private:
    std::vector<Card*> m_cards;
    std::vector<Heatmap*> m_heatmaps;
    bool m_shares_scale = false;
};

} // namespace glassformer
