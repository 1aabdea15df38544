#include "widgets/pictures/numbers/effect_list.h"

#include "widgets/look/line_text.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <utility>

namespace glassformer {
namespace {

constexpr double line = 1.3, bar = 0.42, gap = 0.35; ///< in em

} // namespace

void EffectList::setEffects(std::vector<EffectRow> effects)
{
    m_effects = std::move(effects);
    m_has_facts = false;
    m_lowest = m_highest = 0;
    for (const EffectRow& effect : m_effects) {
        m_has_facts = m_has_facts || !effect.facts.isEmpty();
        m_lowest = std::min(m_lowest, std::max(-1.0, effect.share));
        m_highest = std::max(m_highest, std::min(1.0, effect.share));
    }
    // A whole bar stands for 1, whatever the largest is.
    (m_highest >= -m_lowest ? m_highest : m_lowest) = m_highest >= -m_lowest ? 1 : -1;
    rowsChanged();
}

double EffectList::rowHeight(const FigureStyle& style) const
{
    return style.em() * (line + bar + gap + (m_has_facts ? line : 0));
}

QString EffectList::rowText(int row) const
{
    const EffectRow& effect = m_effects[std::size_t(row)];
    const QString text = namedText(effect.name, effect.number);
    return effect.facts.isEmpty() ? text : text + u'\n' + effect.facts;
}

/** Negative to the left of where positive begins, each with as much room as it needs. */
void EffectList::paintBar(
    QPainter& painter, const QRectF& track, const EffectRow& effect, const FigureStyle& style) const
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(style.palette.chip);
    painter.drawRect(track);
    const double unit = track.width() / std::max(1e-9, m_highest - m_lowest);
    const double zero = track.left() - m_lowest * unit;
    const double length = std::copysign(
        effect.share == 0 ? 0 : std::max(1.5, unit * std::min(1.0, std::abs(effect.share))), effect.share);
    painter.setBrush(effect.share < 0 ? style.palette.negative : style.palette.positive);
    painter.drawRect(QRectF(zero, track.top(), length, track.height()).normalized());
    if (m_lowest < 0 && m_highest > 0) {
        painter.setPen(QPen(style.palette.border, 1));
        painter.drawLine(QPointF(zero, track.top() - 1), QPointF(zero, track.bottom() + 1));
    }
}

void EffectList::paintPicture(QPainter& painter, const QRectF& area, const FigureStyle& style) const
{
    painter.save();
    const double em = style.em();
    for (int i = 0; i < rows(); ++i) {
        const EffectRow& effect = m_effects[std::size_t(i)];
        const QRectF row = rowIn(area, i, style);
        if (effect.is_chosen)
            painter.fillRect(row, style.palette.chosen);
        const QRectF head = QRectF(row.left(), row.top(), row.width(), em * line).adjusted(4, 0, -4, 0);
        const QFont number_font = style.numberFont(0.92);
        const double wide = QFontMetricsF(number_font).horizontalAdvance(effect.number) + 8;
        const QFont font = style.scaledFont(0.96, effect.is_strong);
        painter.setFont(font);
        painter.setPen(style.palette.ink);
        painter.drawText(head.adjusted(0, 0, -wide, 0), Qt::AlignLeft | Qt::AlignVCenter,
            QFontMetricsF(font).elidedText(effect.name, Qt::ElideMiddle, head.width() - wide));
        painter.setFont(number_font);
        painter.drawText(head, Qt::AlignRight | Qt::AlignVCenter, effect.number);
        paintBar(painter, QRectF(head.left(), head.bottom(), head.width(), em * bar), effect, style);
        const QFont small = style.smallFont();
        const QRectF foot(head.left(), head.bottom() + em * bar, head.width(), em * line);
        painter.setFont(small);
        painter.setPen(effect.is_strong ? style.palette.ink : style.palette.faint_ink);
        painter.drawText(foot, Qt::AlignLeft | Qt::AlignVCenter,
            QFontMetricsF(small).elidedText(effect.facts, Qt::ElideRight, foot.width()));
    }
    painter.restore();
}

} // namespace glassformer
