#include "widgets/pictures/attention/attention_lines.h"

#include "widgets/look/line_text.h"
#include "widgets/look/number_text.h"
#include "widgets/paint/axis_labels.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <utility>

namespace glassformer {

AttentionLines::AttentionLines(QWidget* parent)
    : Picture(parent)
{
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void AttentionLines::setContent(AttentionLinesContent content)
{
    m_content = std::move(content);
    m_hovered.reset();
    updateGeometry();
    update();
}

void AttentionLines::setCover(const Cover& cover)
{
    m_cover = cover;
    update();
}

void AttentionLines::setHovered(std::optional<int> query)
{
    if (query && *query >= int(m_content.queries.size()))
        query.reset();
    if (query == m_hovered)
        return;
    m_hovered = query;
    update();
}

AttentionLinesGeometry AttentionLines::geometryNow() const
{
    return layoutAttentionLines(rect(), m_content, figureStyle());
}

QSize AttentionLines::sizeHint() const
{
    const double em = figureStyle().em();
    const double lines = double(std::max(m_content.queries.size(), m_content.keys.size()));
    return QSizeF(em * 26, em * (std::min(lines * 1.6, 40.0) + 2)).toSize();
}

QSize AttentionLines::minimumSizeHint() const
{
    const double em = figureStyle().em();
    const double lines = std::max(double(m_content.queries.size()) * closestLines(m_content.queries),
        double(m_content.keys.size()) * closestLines(m_content.keys));
    return QSizeF(em * 14, em * (std::min(lines, 26.0) + 2)).toSize();
}

void AttentionLines::paintPicture(QPainter& painter, const QRectF& area, const FigureStyle& style) const
{
    paintAttentionLines(
        painter, layoutAttentionLines(area, m_content, style), toldPart(m_content, m_cover), style);
}

void AttentionLines::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    AttentionLinesContent shown = m_content;
    if (m_hovered)
        shown.query = m_hovered;
    paintAttentionLines(painter, geometryNow(), toldPart(std::move(shown), m_cover), figureStyle());
    if (hasFocus() && m_content.query) {
        painter.setPen(QPen(figureStyle().palette.selected, 1, Qt::DotLine));
        painter.drawRoundedRect(
            geometryNow().queryRect(*m_content.query).adjusted(0.5, 1.5, -1.5, -1.5), 4, 4);
    }
}

void AttentionLines::mousePressEvent(QMouseEvent* event)
{
    const AttentionLinesGeometry geometry = geometryNow();
    if (const std::optional<int> query = geometry.queryAt(event->position()))
        event->modifiers() & Qt::ControlModifier ? emit queryAdded(*query) : emit queryChosen(*query);
    else if (const std::optional<int> key = geometry.keyAt(event->position()))
        emit keyChosen(*key);
    else
        Picture::mousePressEvent(event);
}

void AttentionLines::mouseMoveEvent(QMouseEvent* event)
{
    const AttentionLinesGeometry geometry = geometryNow();
    const std::optional<int> hovered = geometry.queryAt(event->position());
    const std::optional<int> key = geometry.keyAt(event->position());
    hovered || key ? setCursor(Qt::PointingHandCursor) : unsetCursor();
    const QString tip = hovered
        ? queryText(*hovered) + u'\n' + tr("Ctrl and click: summed with the chosen one")
        : key ? keyText(*key)
              : QString();
    if (tip.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(event->globalPosition().toPoint() + QPoint(8, 8), tipText(tip), this);
    if (hovered == m_hovered)
        return;
    setHovered(hovered);
    emit queryHovered(hovered);
}

QString AttentionLines::queryText(int query) const
{
    return tr("row %1 “%2”").arg(QString::number(query), m_content.queries[std::size_t(query)].text);
}

QString AttentionLines::keyText(int key) const
{
    const QString place =
        tr("column %1 “%2”").arg(QString::number(key), m_content.keys[std::size_t(key)].text);
    if (!m_content.query)
        return place;
    const float weight = m_content.at(std::size_t(*m_content.query), std::size_t(key));
    return namedText(queryText(*m_content.query) + QStringLiteral(" → ") + place,
        isMasked(weight) ? tr("masked") : numberText(weight, 4));
}

void AttentionLines::leaveEvent(QEvent* event)
{
    setHovered(std::nullopt);
    emit queryHovered(std::nullopt);
    Picture::leaveEvent(event);
}

void AttentionLines::keyPressEvent(QKeyEvent* event)
{
    const int step = event->key() == Qt::Key_Up ? -1 : event->key() == Qt::Key_Down ? 1 : 0;
    if (step == 0 || m_content.queries.empty() || event->modifiers() & ~Qt::KeypadModifier)
        return Picture::keyPressEvent(event);
    const int last = int(m_content.queries.size()) - 1;
    emit queryChosen(m_content.query ? std::clamp(*m_content.query + step, 0, last) : 0);
}

} // namespace glassformer
