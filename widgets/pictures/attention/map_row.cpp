#include "widgets/pictures/attention/map_row.h"

#include "widgets/pictures/attention/heatmap.h"

#include <algorithm>

namespace glassformer {

MapRow::MapRow(std::size_t most, QWidget* parent)
    : CardRow(parent)
{
    setAligned(true);
    for (std::size_t i = 0; i < most; ++i) {
        auto* card = new Card(this);
        auto* heatmap = new Heatmap(card);
        card->add(heatmap, 1);
        add(card, 1);
        connect(heatmap, &Heatmap::cellChosen, this, &MapRow::cellChosen);
        connect(heatmap, &Heatmap::scaleChosen, this, [this](bool is_shared) {
            m_shares_scale = is_shared;
            emit scaleChosen(is_shared);
        });
        m_cards.push_back(card);
        m_heatmaps.push_back(heatmap);
    }
    tieScales(m_heatmaps);
}

void MapRow::setMaps(std::vector<NamedMap> maps)
{
    std::vector<HeatmapContent*> contents;
    for (NamedMap& map : maps)
        contents.push_back(&map.content);
    if (contents.size() > 1)
        offerSharedScale(contents);
    const bool has_legend =
        std::any_of(maps.begin(), maps.end(), [](const NamedMap& map) { return needsLegend(map.content); });
    for (NamedMap& map : maps)
        map.content.keeps_legend_room = has_legend;
    for (std::size_t i = 0; i < m_cards.size(); ++i) {
        const bool is_shown = i < maps.size() && !maps[i].content.isEmpty();
        m_cards[i]->setVisible(is_shown);
        if (!is_shown)
            continue;
        m_cards[i]->setHeading(maps[i].heading);
        m_cards[i]->setRemark(maps[i].remark);
        m_heatmaps[i]->setAccessibleName(maps[i].name);
        m_heatmaps[i]->setContent(std::move(maps[i].content));
    }
}

} // namespace glassformer
