#pragma once

#include "widgets/pictures/numbers/row_picture.h"

#include <vector>

namespace glassformer {

/** What taking something out, or a vote, does to a word: its name, how much as a bar, and below it the facts. */
struct EffectRow
{
    QString name; ///< "Decoder L2 · H3"
    QString number; ///< already formatted
    QString facts{}; ///< a line of its own; where all rows have none there is no such line
    double share = 0; ///< length of the bar, -1 .. 1
    bool is_strong = false; ///< it changes the word
    bool is_chosen = false; ///< where the user stands
};

/** Effects, one below the other. */
class EffectList : public RowPicture
{
    Q_OBJECT

public:
    using RowPicture::RowPicture;

    void setEffects(std::vector<EffectRow> effects);
    const std::vector<EffectRow>& effects() const { return m_effects; }

    void paintPicture(QPainter& painter, const QRectF& area, const FigureStyle& style) const override;

protected:
    int rows() const override { return int(m_effects.size()); }
    double rowHeight(const FigureStyle& style) const override;
    QString rowText(int row) const override;

private:
    void paintBar(
        QPainter& painter, const QRectF& track, const EffectRow& effect, const FigureStyle& style) const;

    std::vector<EffectRow> m_effects;
    bool m_has_facts = false;
    double m_lowest = 0, m_highest = 0;
};

} // namespace glassformer
