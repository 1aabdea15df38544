#include "widgets/pictures/words/word_map.h"

#include "widgets/look/line_text.h"
#include "widgets/pictures/picture_keys.h"
#include "widgets/pictures/zoom_gesture.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>
#include <utility>

namespace glassformer {
namespace {

constexpr double closest = 400; ///< times as large as all
constexpr double step_closer = 1.5;

bool areWhereTheyWere(const WordMapContent& one, const WordMapContent& other)
{
    return one.words.size() == other.words.size()
        && std::equal(one.words.begin(), one.words.end(), other.words.begin(),
            [](const MapWord& a, const MapWord& b) { return a.place == b.place; });
}

} // namespace

WordMap::WordMap(QWidget* parent)
    : Picture(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    grabGesture(Qt::PinchGesture);
    retranslate();
}

void WordMap::setContent(WordMapContent content)
{
    if (!areWhereTheyWere(content, m_content)) {
        m_extent = content.extent();
        m_seen.reset();
        if (const QRectF crowd = content.crowd(); crowd != m_extent)
            m_seen = crowd;
    }
    m_content = std::move(content);
    describe();
    repaintAll();
}

WordMapGeometry WordMap::geometryNow() const
{
    return layoutWordMap(rect(), seen(), figureStyle(), !m_content.classes.empty());
}

void WordMap::showAll()
{
    m_seen.reset();
    repaintAll();
}

std::vector<QString> WordMap::placeNames() const
{
    std::vector<QString> names;
    for (const MapWord& word : m_content.words)
        names.push_back(word.text);
    return names;
}

void WordMap::goToPlace(int place)
{
    if (place < 0 || std::size_t(place) >= m_content.words.size())
        return;
    bringIntoSight(place);
    emit wordChosen(place);
}

void WordMap::bringIntoSight(int word)
{
    const QPointF place = m_content.words[std::size_t(word)].place;
    const WordMapGeometry geometry = geometryNow();
    if (geometry.plot.adjusted(8, 8, -8, -8).contains(geometry.toArea(place)))
        return;
    QRectF moved = seen();
    moved.moveCenter(place);
    m_seen = moved;
    repaintAll();
}

void WordMap::enlarge(double factor, const QPointF& around)
{
    const WordMapGeometry before = geometryNow();
    const QPointF fixed = before.toPlane(around);
    const double now = m_extent.width() / seen().width();
    const double wanted = std::clamp(now * factor, 1.0, closest);
    if (wanted <= 1)
        return showAll();
    const QPointF middle = fixed + (seen().center() - fixed) * (now / wanted);
    QRectF part(0, 0, m_extent.width() / wanted, m_extent.height() / wanted);
    part.moveCenter(middle);
    m_seen = part;
    repaintAll();
}

std::optional<int> WordMap::nextWord(const QPointF& direction) const
{
    const WordMapGeometry geometry = geometryNow();
    const QPointF from = geometry.toArea(m_content.words[std::size_t(*m_content.chosen)].place);
    std::optional<int> found;
    double least = 0;
    for (std::size_t i = 0; i < m_content.words.size(); ++i) {
        const QPointF way = geometry.toArea(m_content.words[i].place) - from;
        const double ahead = QPointF::dotProduct(way, direction);
        const double square = QPointF::dotProduct(way, way);
        // Within 45 degrees of the direction, and not the same point.
        if (ahead <= 1 || ahead * ahead * 2 < square || (found && square >= least))
            continue;
        least = square;
        found = int(i);
    }
    return found;
}

QSize WordMap::sizeHint() const
{
    const int em = int(figureStyle().em());
    return {40 * em, 24 * em};
}

QSize WordMap::minimumSizeHint() const
{
    const int em = int(figureStyle().em());
    return {16 * em, 15 * em};
}

void WordMap::paintPicture(QPainter& painter, const QRectF& area, const FigureStyle& style) const
{
    paintWordMap(painter, layoutWordMap(area, seen(), style, !m_content.classes.empty()), m_content, style);
}

void WordMap::paintEvent(QPaintEvent*)
{
    if (m_content.isEmpty())
        return;
    // Another screen may have other pixels.
    if (m_painted.isNull() || m_painted.devicePixelRatio() != devicePixelRatioF()) {
        m_painted = QPixmap(size() * devicePixelRatioF());
        m_painted.setDevicePixelRatio(devicePixelRatioF());
        m_painted.fill(Qt::transparent);
        QPainter once(&m_painted);
        paintPicture(once, rect(), figureStyle());
    }
    QPainter painter(this);
    painter.drawPixmap(QPointF(), m_painted);
    if (!hasFocus())
        return;
    painter.setPen(QPen(figureStyle().palette.selected, 1, Qt::DotLine));
    painter.drawRect(geometryNow().plot.adjusted(2, 2, -2, -2));
}

bool WordMap::event(QEvent* event)
{
    if (const auto zoom = zoomGesture(event, *this)) {
        enlarge(zoom->factor, zoom->at);
        return true;
    }
    return Picture::event(event);
}

void WordMap::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || m_content.isEmpty())
        return Picture::mousePressEvent(event);
    m_pressed = event->position();
    m_seen_pressed = seen();
    m_is_dragged = false;
}

void WordMap::mouseMoveEvent(QMouseEvent* event)
{
    const WordMapGeometry geometry = geometryNow();
    if (m_pressed) {
        const QPointF way = event->position() - *m_pressed;
        m_is_dragged = m_is_dragged || way.manhattanLength() >= QApplication::startDragDistance();
        if (!m_is_dragged || !isEnlarged())
            return;
        setCursor(Qt::ClosedHandCursor);
        m_seen = m_seen_pressed.translated(-way.x() / geometry.scale, way.y() / geometry.scale);
        return repaintAll();
    }
    const std::optional<int> word = wordAt(geometry, m_content, event->position());
    word ? setCursor(Qt::PointingHandCursor) : unsetCursor();
    if (word)
        QToolTip::showText(event->globalPosition().toPoint() + QPoint(8, 8), tipText(wordText(*word)), this);
    else
        QToolTip::hideText();
}

QString WordMap::wordText(int word) const
{
    const MapWord& known = m_content.words[std::size_t(word)];
    return known.word_class < 0 || std::size_t(known.word_class) >= m_content.classes.size()
        ? known.text
        : QStringLiteral("%1\n%2").arg(known.text, m_content.classes[std::size_t(known.word_class)]);
}

void WordMap::mouseReleaseEvent(QMouseEvent* event)
{
    if (!m_pressed)
        return Picture::mouseReleaseEvent(event);
    m_pressed.reset();
    unsetCursor();
    if (m_is_dragged)
        return;
    if (const std::optional<int> word = wordAt(geometryNow(), m_content, event->position()))
        emit wordChosen(*word);
}

void WordMap::mouseDoubleClickEvent(QMouseEvent*)
{
    showAll();
}

/** The wheel is the page's unless one has come closer. */
void WordMap::wheelEvent(QWheelEvent* event)
{
    const int turn = event->angleDelta().y();
    if (turn == 0 || m_content.isEmpty() || !(event->modifiers() & Qt::ControlModifier || isEnlarged()))
        return event->ignore();
    enlarge(std::pow(1.25, turn / 120.0), event->position());
    event->accept();
}

void WordMap::keyPressEvent(QKeyEvent* event)
{
    const std::optional<PictureDoing> doing = doingOf(*event);
    if (m_content.isEmpty() || !doing)
        return Picture::keyPressEvent(event);
    const auto around = [this] {
        const WordMapGeometry geometry = geometryNow();
        return m_content.chosen ? geometry.toArea(m_content.words[std::size_t(*m_content.chosen)].place)
                                : geometry.plot.center();
    };
    QPointF direction;
    switch (*doing) {
    case PictureDoing::Closer:
        return enlarge(step_closer, around());
    case PictureDoing::Farther:
        return enlarge(1 / step_closer, around());
    case PictureDoing::All:
        return showAll();
    case PictureDoing::Left:
        direction = {-1, 0};
        break;
    case PictureDoing::Right:
        direction = {1, 0};
        break;
    case PictureDoing::Up:
        direction = {0, -1};
        break;
    case PictureDoing::Down:
        direction = {0, 1};
        break;
    default:
        return Picture::keyPressEvent(event);
    }
    if (!m_content.chosen)
        return;
    if (const std::optional<int> word = nextWord(direction))
        goToPlace(*word);
}

void WordMap::focusInEvent(QFocusEvent* event)
{
    update();
    Picture::focusInEvent(event);
}

void WordMap::focusOutEvent(QFocusEvent* event)
{
    update();
    Picture::focusOutEvent(event);
}

void WordMap::resizeEvent(QResizeEvent* event)
{
    repaintAll();
    Picture::resizeEvent(event);
}

void WordMap::repaintAll()
{
    m_painted = {};
    update();
}

void WordMap::restyle()
{
    repaintAll();
    Picture::restyle();
}

void WordMap::retranslate()
{
    setAccessibleName(tr("Map of the vocabulary"));
    describe();
}

void WordMap::describe()
{
    const bool has_choice = m_content.chosen && std::size_t(*m_content.chosen) < m_content.words.size();
    setAccessibleDescription(has_choice ? tr("%n words. Chosen: %1", nullptr, int(m_content.words.size()))
                                              .arg(m_content.words[std::size_t(*m_content.chosen)].text)
                                        : tr("%n words", nullptr, int(m_content.words.size())));
}

} // namespace glassformer
