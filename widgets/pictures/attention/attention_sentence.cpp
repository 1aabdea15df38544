#include "widgets/pictures/attention/attention_sentence.h"

#include "widgets/look/number_text.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <utility>

namespace glassformer {

AttentionSentence::AttentionSentence(QWidget* parent)
    : Picture(parent)
{
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    retranslate();
}

void AttentionSentence::setContent(AttentionSentenceContent content)
{
    m_content = std::move(content);
    m_hovered.reset();
    describe();
    updateGeometry();
    update();
}

void AttentionSentence::setCover(const Cover& cover)
{
    m_cover = cover;
    update();
}

void AttentionSentence::setHovered(std::optional<int> query)
{
    if (query && *query >= int(m_content.map.queries.size()))
        query.reset();
    if (query == m_hovered)
        return;
    m_hovered = query;
    update();
}

/** Only the chosen row is drawn: it is told whole, cell by cell, or not yet. */
AttentionSentenceContent AttentionSentence::toldContent() const
{
    AttentionSentenceContent told = m_content;
    const std::optional<int> query = told.map.query;
    told.map = toldPart(std::move(told.map), m_cover);
    told.map.query = query;
    return told;
}

AttentionSentenceGeometry AttentionSentence::geometryNow() const
{
    return layoutAttentionSentence(rect(), m_content, figureStyle());
}

QSize AttentionSentence::sizeHint() const
{
    const double em = figureStyle().em();
    return QSizeF(em * 26, em * 16).toSize();
}

/** Shaded text is as high as it is; arcs take what room there is. */
QSize AttentionSentence::minimumSizeHint() const
{
    const double em = figureStyle().em();
    if (m_content.has_arcs || m_content.isEmpty())
        return QSizeF(em * 14, em * 10).toSize();
    const QRectF area(0, 0, std::max(em * 14, double(width())), 0);
    return QSizeF(em * 14, layoutAttentionSentence(area, m_content, figureStyle()).height).toSize();
}

void AttentionSentence::paintPicture(QPainter& painter, const QRectF& area, const FigureStyle& style) const
{
    paintAttentionSentence(painter, layoutAttentionSentence(area, m_content, style), toldContent(), style);
}

void AttentionSentence::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    AttentionSentenceContent shown = toldContent();
    if (m_hovered)
        shown.map.query = m_hovered;
    const AttentionSentenceGeometry geometry = geometryNow();
    paintAttentionSentence(painter, geometry, shown, figureStyle());
    if (!hasFocus() || !shown.map.query)
        return;
    painter.setPen(QPen(figureStyle().palette.selected, 1, Qt::DotLine));
    painter.drawRect(geometry.queries[std::size_t(*shown.map.query)].adjusted(-2.5, -2.5, 2.5, 2.5));
}

std::optional<int> AttentionSentence::queryUnder(const QPointF& position) const
{
    const AttentionSentenceGeometry geometry = geometryNow();
    const std::optional<int> query = geometry.queryAt(position);
    return query || !m_content.is_self ? query : geometry.keyAt(position);
}

void AttentionSentence::mousePressEvent(QMouseEvent* event)
{
    if (const std::optional<int> query = queryUnder(event->position()))
        event->modifiers() & Qt::ControlModifier ? emit queryAdded(*query) : emit queryChosen(*query);
    else if (const std::optional<int> key = geometryNow().keyAt(event->position()))
        emit keyChosen(*key);
    else
        Picture::mousePressEvent(event);
}

void AttentionSentence::mouseMoveEvent(QMouseEvent* event)
{
    const std::optional<int> hovered = queryUnder(event->position());
    hovered || geometryNow().keyAt(event->position()) ? setCursor(Qt::PointingHandCursor) : unsetCursor();
    if (hovered == m_hovered)
        return;
    setHovered(hovered);
    emit queryHovered(hovered);
}

void AttentionSentence::leaveEvent(QEvent* event)
{
    setHovered(std::nullopt);
    emit queryHovered(std::nullopt);
    Picture::leaveEvent(event);
}

void AttentionSentence::keyPressEvent(QKeyEvent* event)
{
    const int step = event->key() == Qt::Key_Left ? -1 : event->key() == Qt::Key_Right ? 1 : 0;
    if (step == 0 || m_content.isEmpty() || event->modifiers() & ~Qt::KeypadModifier)
        return Picture::keyPressEvent(event);
    const int last = int(m_content.map.queries.size()) - 1;
    emit queryChosen(m_content.map.query ? std::clamp(*m_content.map.query + step, 0, last) : 0);
}

void AttentionSentence::resizeEvent(QResizeEvent* event)
{
    updateGeometry(); // other lines, another height
    Picture::resizeEvent(event);
}

void AttentionSentence::retranslate()
{
    setAccessibleName(tr("Attention over the running text"));
    describe();
}

/** The three words that the chosen one looks at most, as the picture shows them. */
void AttentionSentence::describe()
{
    const AttentionLinesContent& map = m_content.map;
    if (!map.query || m_content.isEmpty())
        return setAccessibleDescription(QString());
    std::vector<std::size_t> keys(map.keys.size());
    for (std::size_t key = 0; key < keys.size(); ++key)
        keys[key] = key;
    const auto query = std::size_t(*map.query);
    std::stable_sort(keys.begin(), keys.end(),
        [&](std::size_t a, std::size_t b) { return map.at(query, a) > map.at(query, b); });
    keys.resize(std::min<std::size_t>(3, keys.size()));
    QStringList parts;
    for (const std::size_t key : keys)
        parts << QStringLiteral("%1 %2").arg(map.keys[key].text, weightText(double(map.at(query, key))));
    setAccessibleDescription(
        tr("%1 looks at: %2").arg(map.queries[query].text, parts.join(QStringLiteral("; "))));
}

} // namespace glassformer
