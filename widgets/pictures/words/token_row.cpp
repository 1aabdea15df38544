#include "widgets/pictures/words/token_row.h"

#include "widgets/look/line_text.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QStyle>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace glassformer {

TokenRow::TokenRow(QWidget* parent)
    : Picture(parent)
{
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void TokenRow::setChips(std::vector<Chip> chips, std::optional<int> chosen)
{
    const int count = int(chips.size());
    m_names.clear();
    for (const Chip& chip : chips)
        m_names.push_back(chip.text);
    m_first = 0;
    if (m_longest > 0 && count > m_longest) {
        m_first = std::clamp(chosen.value_or(0) - m_longest / 2, 0, count - m_longest);
        chips = {chips.begin() + m_first, chips.begin() + m_first + m_longest};
    }
    m_chips = std::move(chips);
    m_chosen = chosen;
    if (m_chosen)
        *m_chosen -= m_first;
    QStringList texts;
    for (const Chip& chip : m_chips)
        texts.append(chip.text);
    const bool has_choice = m_chosen && *m_chosen >= 0 && *m_chosen < int(m_chips.size());
    setAccessibleDescription(
        has_choice ? tr("%1. Chosen: %2").arg(texts.join(u' '), texts[*m_chosen]) : texts.join(u' '));
    fitHeight();
    updateGeometry();
    update();
}

ChipsGeometry TokenRow::geometryNow() const
{
    return layoutIn(rect(), figureStyle());
}

/**
 * Letters as large as lets one line hold all chips, but no smaller than usual. They keep their size where the row becomes
 * wider or narrower by a scroll bar: larger ones may need the bar that smaller ones don't, and so on for ever.
 */
FigureStyle TokenRow::grown(const FigureStyle& style, double width) const
{
    if (m_largest <= 1 || m_chips.empty())
        return style;
    const double bar = barWidth();
    const double settled = std::abs(width - m_settled_width) <= bar ? m_settled_width : width;
    constexpr double endless = 1e6;
    const double line = layoutChips(QRectF(0, 0, endless, 0), m_chips, style).chips.back().right();
    FigureStyle larger = style;
    larger.font = style.scaledFont(std::clamp(0.98 * (settled - bar) / line, 1.0, m_largest));
    return larger;
}

ChipsGeometry TokenRow::layoutIn(const QRectF& area, const FigureStyle& style) const
{
    return layoutChips(area, m_chips, grown(style, area.width()));
}

int TokenRow::barWidth() const
{
    return style()->pixelMetric(QStyle::PM_ScrollBarExtent, nullptr, this);
}

void TokenRow::resizeEvent(QResizeEvent* event)
{
    if (std::abs(width() - m_settled_width) > barWidth())
        m_settled_width = width();
    Picture::resizeEvent(event);
}

int TokenRow::heightFor(int width) const
{
    return int(std::ceil(layoutIn(QRectF(0, 0, width, 0), figureStyle()).height));
}

QSize TokenRow::sizeHint() const
{
    const int width = int(figureStyle().em() * 40);
    return {width, heightFor(width)};
}

QSize TokenRow::minimumSizeHint() const
{
    return {int(figureStyle().em() * 8), int(figureStyle().em() * 2)};
}

void TokenRow::paintPicture(QPainter& painter, const QRectF& area, const FigureStyle& style) const
{
    paintChips(painter, layoutIn(area, style), m_chips, m_chosen, grown(style, area.width()));
}

void TokenRow::paintEvent(QPaintEvent* event)
{
    Picture::paintEvent(event);
    if (!hasFocus() || m_chips.empty())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(figureStyle().palette.selected, 1, Qt::DotLine));
    const std::size_t index = std::size_t(std::clamp(m_chosen.value_or(0), 0, int(m_chips.size()) - 1));
    painter.drawRoundedRect(geometryNow().chips[index].adjusted(3.5, 3.5, -3.5, -3.5), 4, 4);
}

void TokenRow::mousePressEvent(QMouseEvent* event)
{
    if (const std::optional<int> chip = geometryNow().chipAt(event->position()))
        emit chipChosen(*chip + m_first);
    else
        Picture::mousePressEvent(event);
}

void TokenRow::mouseMoveEvent(QMouseEvent* event)
{
    const std::optional<int> chip = geometryNow().chipAt(event->position());
    chip ? setCursor(Qt::PointingHandCursor) : unsetCursor();
    if (chip)
        QToolTip::showText(event->globalPosition().toPoint() + QPoint(8, 8),
            tipText(
                tr("place %1 “%2”").arg(QString::number(m_first + *chip), m_chips[std::size_t(*chip)].text)),
            this);
    else
        QToolTip::hideText();
}

void TokenRow::keyPressEvent(QKeyEvent* event)
{
    const int step = event->key() == Qt::Key_Left ? -1 : event->key() == Qt::Key_Right ? 1 : 0;
    if (step == 0 || m_chips.empty() || event->modifiers() & ~Qt::KeypadModifier)
        return Picture::keyPressEvent(event);
    const int next = m_chosen ? std::clamp(*m_chosen + step, 0, int(m_chips.size()) - 1) : 0;
    emit chipChosen(next + m_first);
}

} // namespace glassformer
