#include "widgets/pictures/words/roads.h"

#include "widgets/look/line_text.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QToolTip>

#include <algorithm>
#include <cmath>
#include <utility>

namespace glassformer {
namespace {

bool isArrow(int key)
{
    return key == Qt::Key_Left || key == Qt::Key_Right || key == Qt::Key_Up || key == Qt::Key_Down;
}

} // namespace

Roads::Roads(QWidget* parent)
    : Picture(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void Roads::setContent(RoadsContent content)
{
    m_content = std::move(content);
    QStringList lines;
    for (std::size_t i = 0; i < m_content.words.size(); ++i)
        lines << wordText(int(i));
    setAccessibleDescription(lines.join(QStringLiteral(", ")));
    update();
}

RoadsGeometry Roads::geometryNow() const
{
    return layoutRoads(rect().adjusted(1, 1, -1, -1), m_content, figureStyle());
}

QSize Roads::sizeHint() const
{
    return QSizeF(figureStyle().em() * 34, figureStyle().em() * 18).toSize();
}

QSize Roads::minimumSizeHint() const
{
    return QSizeF(figureStyle().em() * 20, figureStyle().em() * 10).toSize();
}

void Roads::paintPicture(QPainter& painter, const QRectF& area, const FigureStyle& style) const
{
    RoadsContent shown = m_content;
    if (!hasFocus())
        shown.chosen.reset();
    const QRectF inside = area.adjusted(1, 1, -1, -1);
    paintRoads(painter, layoutRoads(inside, shown, style), shown, style);
}

/** The whole road to a word and how likely it is. */
QString Roads::wordText(int word) const
{
    QStringList road;
    for (int at = word; at >= 0; at = m_content.words[std::size_t(at)].parent)
        road.prepend(m_content.words[std::size_t(at)].text);
    return namedText(road.join(u' '), m_content.words[std::size_t(word)].number);
}

/** The arrows are the tree's as long as it has the focus, not the steps'. */
bool Roads::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (isArrow(key->key()) && !(key->modifiers() & ~Qt::KeypadModifier)) {
            event->accept();
            return true;
        }
    }
    return Picture::event(event);
}

void Roads::mousePressEvent(QMouseEvent* event)
{
    const std::optional<int> word = geometryNow().wordAt(event->position());
    if (event->button() == Qt::LeftButton && word)
        emit wordChosen(*word);
    else
        Picture::mousePressEvent(event);
}

void Roads::mouseMoveEvent(QMouseEvent* event)
{
    const std::optional<int> word = geometryNow().wordAt(event->position());
    word ? setCursor(Qt::PointingHandCursor) : unsetCursor();
    if (word)
        QToolTip::showText(event->globalPosition().toPoint() + QPoint(8, 8), tipText(wordText(*word)), this);
    else
        QToolTip::hideText();
}

int Roads::neighbour(int word, int key) const
{
    if (key == Qt::Key_Left)
        return std::max(0, m_content.words[std::size_t(word)].parent);
    const RoadsGeometry geometry = geometryNow();
    const QPointF here = geometry.words[std::size_t(word)].center();
    int best = word;
    double nearest = 1e9;
    for (std::size_t i = 0; i < geometry.words.size(); ++i) {
        const QPointF there = geometry.words[i].center();
        const bool is_child = m_content.words[i].parent == word;
        const double down = there.y() - here.y();
        const bool same_column = std::abs(there.x() - here.x()) < 1;
        const bool is_wanted =
            key == Qt::Key_Right ? is_child : same_column && (key == Qt::Key_Down ? down > 0.5 : down < -0.5);
        const double distance = key == Qt::Key_Right && m_content.words[i].is_best ? -1 : std::abs(down);
        if (is_wanted && distance < nearest) {
            nearest = distance;
            best = int(i);
        }
    }
    return best;
}

void Roads::keyPressEvent(QKeyEvent* event)
{
    const int key = event->key();
    if (m_content.isEmpty() || event->modifiers() & ~Qt::KeypadModifier)
        return Picture::keyPressEvent(event);
    if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        emit wordChosen(m_content.chosen.value_or(0));
        return;
    }
    if (!isArrow(key))
        return Picture::keyPressEvent(event);
    m_content.chosen = m_content.chosen ? neighbour(*m_content.chosen, key) : 0;
    setAccessibleDescription(wordText(*m_content.chosen));
    update();
}

void Roads::focusInEvent(QFocusEvent* event)
{
    Picture::focusInEvent(event);
    if (!m_content.chosen && !m_content.isEmpty())
        m_content.chosen = 0;
    update();
}

void Roads::focusOutEvent(QFocusEvent* event)
{
    Picture::focusOutEvent(event);
    update();
}

} // namespace glassformer
