#include "widgets/pictures/words/word_bars.h"

#include "widgets/look/line_text.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <utility>

namespace glassformer {

void WordBars::setBars(std::vector<WordBar> bars, const QString& left, const QString& right)
{
    m_bars = std::move(bars);
    m_left = left;
    m_right = right;
    m_lowest = m_highest = 0;
    for (const WordBar& bar : m_bars) {
        m_lowest = std::min(m_lowest, std::max(-1.0, bar.right.value_or(0)));
        m_highest = std::max(m_highest, std::min(1.0, bar.right.value_or(0)));
    }
    rowsChanged();
}

QString WordBars::rowText(int row) const
{
    const WordBar& bar = m_bars[std::size_t(row)];
    QString text = bar.word;
    if (!m_left.isEmpty())
        text += u'\n' + namedText(m_left, bar.left_text);
    return text + u'\n' + namedText(m_right, bar.right_text);
}

double WordBars::wordWidth(double width, const FigureStyle& style) const
{
    const QFontMetricsF metrics(style.scaledFont(0.96, true));
    double word = 0;
    for (const WordBar& bar : m_bars)
        word = std::max(word, metrics.horizontalAdvance(bar.word) + 16);
    return std::min(word, width * 0.36);
}

WordBars::Columns WordBars::columnsIn(const QRectF& row, double word) const
{
    const double rest = row.width() - word, left = m_left.isEmpty() ? 0 : rest * 0.4;
    return {{row.left(), row.top(), left, row.height()}, {row.left() + left, row.top(), word, row.height()},
        {row.left() + left + word, row.top(), rest - left, row.height()}};
}

/** Zero stands where those that speak against have as much room as they need. */
void WordBars::paintRight(
    QPainter& painter, const QRectF& track, const WordBar& bar, const FigureStyle& style) const
{
    const double unit = track.width() / std::max(1e-9, m_highest - m_lowest);
    const double zero = track.left() - m_lowest * unit;
    if (bar.right) {
        const double share = std::clamp(*bar.right, -1.0, 1.0);
        const double length = std::copysign(share == 0 ? 0 : std::max(1.5, unit * std::abs(share)), share);
        painter.fillRect(QRectF(zero, track.top(), length, track.height()).normalized(),
            share < 0 ? style.palette.negative : style.palette.positive);
    } else {
        painter.setPen(style.palette.faint_ink);
        painter.drawText(track, Qt::AlignCenter, QStringLiteral("–"));
    }
    painter.setPen(QPen(style.palette.border, 1));
    painter.drawLine(QPointF(zero, track.top() - 3), QPointF(zero, track.bottom() + 3));
}

void WordBars::paintPicture(QPainter& painter, const QRectF& area, const FigureStyle& style) const
{
    painter.save();
    const double word = wordWidth(area.width(), style);
    const Columns heads = columnsIn({area.left(), area.top(), area.width(), headHeight(style)}, word);
    const QFont small = style.smallFont();
    const QFontMetricsF metrics(small);
    painter.setFont(small);
    painter.setPen(style.palette.query);
    painter.drawText(heads.left, Qt::AlignRight | Qt::AlignVCenter,
        metrics.elidedText(m_left, Qt::ElideRight, heads.left.width()));
    painter.setPen(style.palette.positive);
    painter.drawText(heads.right, Qt::AlignLeft | Qt::AlignVCenter,
        metrics.elidedText(m_right, Qt::ElideRight, heads.right.width()));
    for (int i = 0; i < rows(); ++i) {
        const WordBar& bar = m_bars[std::size_t(i)];
        const QRectF row = rowIn(area, i, style);
        if (bar.is_chosen)
            painter.fillRect(row, style.palette.chosen);
        const Columns columns = columnsIn(row, word);
        const double inset = row.height() * 0.26;
        if (bar.left) {
            const QRectF track = columns.left.adjusted(0, inset, 0, -inset);
            const double length = track.width() * std::clamp(*bar.left, 0.0, 1.0);
            painter.fillRect(
                QRectF(track.right() - length, track.top(), length, track.height()), style.palette.query);
        }
        paintRight(painter, columns.right.adjusted(0, inset, 0, -inset), bar, style);
        const QFont font = style.scaledFont(0.96, bar.is_chosen);
        painter.setFont(font);
        painter.setPen(bar.is_faint ? style.palette.faint_ink : style.palette.ink);
        painter.drawText(columns.word, Qt::AlignCenter,
            QFontMetricsF(font).elidedText(bar.word, Qt::ElideMiddle, columns.word.width() - 6));
    }
    painter.restore();
}

} // namespace glassformer
