#pragma once

#include "core/experiment/attention/head_figures.h"
#include "core/experiment/effect/part_ranking.h"
#include "core/trace/look/selection.h"
#include "widgets/pictures/card.h"

#include <memory>
#include <optional>
#include <vector>

class QCheckBox;
class QComboBox;

namespace glassformer {

class BarList;
class ColourKey;
class EffectList;
class HeadGallery;
class ThumbnailAtlas;

/** What the card shows of a run. */
struct HeadsShown
{
    const Trace& trace;
    AttentionSite site;
    const Selection& selection;
    std::shared_ptr<const HeadFigures> figures; ///< null: nothing is known (yet)
    bool can_try = false; ///< the model is at hand: what a word needs can be found out
    std::vector<bool> is_removed; ///< by training; layers x heads

    /** Whether the map above is of one of them; else none is the chosen one. */
    bool isOneHead() const;
    bool isChosen(const HeadName& head) const;
};

/** All heads of a place of attention in small; beside them, by what they are told apart, and those that do it most. */
class HeadsCard : public Card
{
    Q_OBJECT

public:
    explicit HeadsCard(QWidget* parent);

    /** \param are_new  the thumbnails are those of another run */
    void showHeads(const HeadsShown& shown, bool are_new);
    /** As AttentionView::setNeed(); shown with the next showHeads(). */
    void setNeed(bool is_wanted, std::shared_ptr<const PartRanking> ranking);
    bool showsNeed() const { return m_shows_need; }
    const std::shared_ptr<const PartRanking>& ranking() const { return m_ranking; }
    HeadGallery* gallery() const { return m_gallery; }

signals:
    void headChosen(int layer, int head);
    void headMarked(int layer, int head);
    /** By what heads are to be told apart; nothing: not at all, or by need. */
    void traitChosen(std::optional<HeadTrait> trait);
    void needWanted(bool is_wanted);
    void sortingWanted(bool is_wanted);

private:
    void chooseTrait(int trait);
    void refreshChoices(const HeadsShown& shown);
    void showNeed(const HeadsShown& shown);
    void showTraits(const HeadsShown& shown);
    /** Largest first, those without a number last; or by layers. */
    void order(const std::vector<std::optional<double>>& values, bool is_sorted);

    QComboBox* m_trait = nullptr;
    QCheckBox* m_sorted = nullptr;
    HeadGallery* m_gallery = nullptr;
    QWidget* m_beside = nullptr; ///< the grid: what is told of heads
    BarList* m_leaders = nullptr;
    EffectList* m_needed = nullptr; ///< in its place where heads are told apart by need
    ColourKey* m_key = nullptr;
    bool m_shows_need = false;
    std::shared_ptr<const PartRanking> m_ranking;
    std::vector<HeadName> m_leading; ///< those that the bars show
};

} // namespace glassformer
