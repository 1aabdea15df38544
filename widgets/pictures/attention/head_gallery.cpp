#include "widgets/pictures/attention/head_gallery.h"

#include "widgets/look/line_text.h"
#include "widgets/pictures/picture_keys.h"
#include "widgets/pictures/zoom_gesture.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>
#include <utility>

namespace glassformer {
namespace {

constexpr double largest_zoom = 16, zoom_step = 1.5;

} // namespace

HeadGallery::HeadGallery(QWidget* parent)
    : Picture(parent)
    , m_row_bar(new QScrollBar(Qt::Vertical, this))
    , m_column_bar(new QScrollBar(Qt::Horizontal, this))
{
    for (QScrollBar* bar : {m_row_bar, m_column_bar}) {
        bar->hide();
        connect(bar, &QScrollBar::valueChanged, this, &HeadGallery::repaintAll);
    }
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Maximum);
    grabGesture(Qt::PinchGesture);
    retranslate();
}

void HeadGallery::setHeads(int layers, int heads, ThumbnailAtlas weights)
{
    const bool is_other = layers != m_content.layers || heads != m_content.heads;
    m_content.layers = layers;
    m_content.heads = heads;
    m_content.weights = std::move(weights);
    if (is_other)
        m_zoom = 1;
    updateGeometry();
    placeBars();
    repaintAll();
}

void HeadGallery::setHeadsOff(std::vector<bool> is_off)
{
    m_content.is_off = std::move(is_off);
    update();
}

void HeadGallery::setHeadsRemoved(std::vector<bool> is_removed)
{
    m_content.is_removed = std::move(is_removed);
    update();
}

void HeadGallery::setMarked(std::vector<bool> is_marked)
{
    m_content.is_marked = std::move(is_marked);
    describe();
    update();
}

void HeadGallery::setTint(
    std::vector<std::optional<double>> shares, std::vector<QString> texts, bool is_signed)
{
    m_content.is_signed = is_signed;
    m_content.tint = std::move(shares);
    m_tint_texts = std::move(texts);
    update();
}

void HeadGallery::setOrder(std::vector<int> order)
{
    if (order == m_content.order)
        return;
    m_content.order = std::move(order);
    placeBars();
    if (m_content.isSorted())
        m_row_bar->setValue(0); // the largest are what one wants to see
    repaintAll();
}

void HeadGallery::setChosen(int layer, int head, bool is_shown)
{
    m_content.has_choice = is_shown;
    const bool is_other = layer != m_content.layer || head != m_content.head;
    m_content.layer = layer;
    m_content.head = head;
    if (is_other)
        bringChosenIntoSight();
    describe();
    update();
}

void HeadGallery::setCover(const Cover& cover)
{
    m_content.cover = cover;
    update();
}

void HeadGallery::repaintAll()
{
    m_painted = {};
    update();
}

QRectF HeadGallery::inner() const
{
    return QRectF(rect()).adjusted(0, 0, m_row_bar->isHidden() ? 0 : -m_row_bar->width() - 2.0,
        m_column_bar->isHidden() ? 0 : -m_column_bar->height() - 2.0);
}

HeadGridGeometry HeadGallery::geometryIn(const QRectF& area, const FigureStyle& style) const
{
    return layoutHeadGrid(area, m_content, style, m_zoom, {m_column_bar->value(), m_row_bar->value()});
}

QRectF HeadGallery::rectOf(int layer, int head) const
{
    const HeadGridGeometry geometry = geometryNow();
    const QPoint place = m_content.placeOf(layer, head);
    return geometry.shows(place) ? geometry.rect(place) : QRectF();
}

void HeadGallery::placeBars()
{
    m_row_bar->hide();
    m_column_bar->hide();
    for (int pass = 0; pass < 2; ++pass) { // a bar takes room, which may make the other one necessary
        const HeadGridGeometry geometry = geometryNow();
        m_row_bar->setVisible(geometry.shown_rows < m_content.layers);
        m_column_bar->setVisible(geometry.shown_columns < m_content.heads);
        const int wide = m_row_bar->sizeHint().width(), high = m_column_bar->sizeHint().height();
        const int top = int(geometry.heading_height);
        m_row_bar->setGeometry(width() - wide, top, wide, std::max(0, height() - top - high));
        m_column_bar->setGeometry(0, height() - high, std::max(0, width() - wide), high);
        m_row_bar->setPageStep(std::max(1, geometry.shown_rows));
        m_row_bar->setMaximum(std::max(0, m_content.layers - geometry.shown_rows));
        m_column_bar->setPageStep(std::max(1, geometry.shown_columns));
        m_column_bar->setMaximum(std::max(0, m_content.heads - geometry.shown_columns));
    }
    bringChosenIntoSight();
}

void HeadGallery::bringChosenIntoSight()
{
    const HeadGridGeometry geometry = geometryNow();
    const QPoint place = m_content.placeOf(m_content.layer, m_content.head);
    const auto bring = [](QScrollBar& bar, int index, int shown) {
        bar.setValue(std::clamp(bar.value(), index - shown + 1, index));
    };
    bring(*m_row_bar, place.y(), std::max(1, geometry.shown_rows));
    bring(*m_column_bar, place.x(), std::max(1, geometry.shown_columns));
}

void HeadGallery::enlarge(double factor, const QPointF& around)
{
    const HeadGridGeometry before = geometryNow();
    const QPoint place = before.placeAt(around).value_or(m_content.placeOf(m_content.layer, m_content.head));
    m_zoom = std::clamp(m_zoom * factor, 1.0, largest_zoom);
    placeBars();
    const HeadGridGeometry after = geometryNow();
    m_row_bar->setValue(place.y() - after.shown_rows / 2);
    m_column_bar->setValue(place.x() - after.shown_columns / 2);
    repaintAll();
}

void HeadGallery::showAll()
{
    m_zoom = 1;
    placeBars();
    repaintAll();
}

QSize HeadGallery::sizeHint() const
{
    return naturalHeadGrid(m_content, figureStyle()).toSize();
}

QSize HeadGallery::minimumSizeHint() const
{
    return smallestHeadGrid(m_content, figureStyle()).toSize();
}

void HeadGallery::paintPicture(QPainter& painter, const QRectF& area, const FigureStyle& style) const
{
    if (m_content.weights.isEmpty())
        return;
    const HeadGridGeometry geometry = geometryIn(area, style);
    painter.save();
    paintHeadThumbnails(painter, geometry, m_content, style);
    paintHeadMarks(painter, geometry, m_content, style);
    painter.restore();
}

/** As paintPicture(), but the thumbnails are painted once and kept. */
void HeadGallery::paintEvent(QPaintEvent*)
{
    if (m_content.weights.isEmpty())
        return;
    const FigureStyle style = figureStyle();
    const HeadGridGeometry geometry = geometryNow();
    // Another screen may have other pixels.
    if (m_painted.isNull() || m_painted.devicePixelRatio() != devicePixelRatioF()) {
        m_painted = QPixmap(size() * devicePixelRatioF());
        m_painted.setDevicePixelRatio(devicePixelRatioF());
        m_painted.fill(Qt::transparent);
        QPainter once(&m_painted);
        paintHeadThumbnails(once, geometry, m_content, style);
    }
    QPainter painter(this);
    painter.drawPixmap(QPointF(), m_painted);
    paintHeadMarks(painter, geometry, m_content, style);
    const QPoint chosen = m_content.placeOf(m_content.layer, m_content.head);
    if (!hasFocus() || !geometry.shows(chosen))
        return;
    painter.setPen(QPen(style.palette.selected, 1, Qt::DotLine));
    painter.drawRect(geometry.rect(chosen).adjusted(-3.5, -3.5, 3.5, 3.5));
}

std::optional<QPoint> HeadGallery::headAt(const QPointF& position) const
{
    const std::optional<QPoint> place = geometryNow().placeAt(position);
    return place ? std::optional<QPoint>(m_content.headAt(*place)) : std::nullopt;
}

bool HeadGallery::event(QEvent* event)
{
    if (const auto zoom = zoomGesture(event, *this)) {
        enlarge(zoom->factor, zoom->at);
        return true;
    }
    return Picture::event(event);
}

void HeadGallery::mousePressEvent(QMouseEvent* event)
{
    const auto head = headAt(event->position());
    if (!head)
        return Picture::mousePressEvent(event);
    if (event->modifiers() & Qt::ControlModifier)
        emit headMarked(head->y(), head->x());
    else
        emit headChosen(head->y(), head->x());
}

void HeadGallery::mouseDoubleClickEvent(QMouseEvent* event)
{
    isEnlarged() ? showAll() : enlarge(zoom_step * zoom_step, event->position());
}

void HeadGallery::mouseMoveEvent(QMouseEvent* event)
{
    if (const auto head = headAt(event->position())) {
        setCursor(Qt::PointingHandCursor);
        QToolTip::showText(
            event->globalPosition().toPoint() + QPoint(8, 8), tipText(headText(head->y(), head->x())), this);
    } else {
        unsetCursor();
        QToolTip::hideText();
    }
}

QString HeadGallery::headText(int layer, int head) const
{
    QString text = tr("Layer %1 · Head %2").arg(layer + 1).arg(head + 1);
    const std::size_t index = m_content.indexOf(layer, head);
    if (index < m_tint_texts.size())
        text += u'\n' + m_tint_texts[index];
    if (index < m_content.is_removed.size() && m_content.is_removed[index])
        text += u'\n' + tr("Training took this head out: it still attends, but what it mixes goes nowhere.");
    if (index < m_content.is_off.size() && m_content.is_off[index])
        text += u'\n' + tr("This head is switched off.");
    if (index < m_content.is_marked.size() && m_content.is_marked[index])
        text += u'\n' + tr("Marked, to be seen and switched with others.");
    return text;
}

/** The wheel is the page's unless there are more rows than are in sight. */
void HeadGallery::wheelEvent(QWheelEvent* event)
{
    const int turn = event->angleDelta().y();
    if (turn != 0 && event->modifiers() & Qt::ControlModifier) {
        enlarge(std::pow(1.25, turn / 120.0), event->position());
        return event->accept();
    }
    if (m_row_bar->isHidden())
        return event->ignore();
    const int before = m_row_bar->value();
    m_row_bar->setValue(before - turn / 40);
    event->setAccepted(m_row_bar->value() != before);
}

void HeadGallery::keyPressEvent(QKeyEvent* event)
{
    const std::optional<PictureDoing> doing = doingOf(*event);
    if (m_content.weights.isEmpty() || !doing)
        return Picture::keyPressEvent(event);
    const QPointF chosen = rectOf(m_content.layer, m_content.head).center();
    QPoint place = m_content.placeOf(m_content.layer, m_content.head);
    switch (*doing) {
    case PictureDoing::Closer:
        return enlarge(zoom_step, chosen);
    case PictureDoing::Farther:
        return enlarge(1 / zoom_step, chosen);
    case PictureDoing::All:
        return showAll();
    case PictureDoing::Left:
        place.rx() -= 1;
        break;
    case PictureDoing::Right:
        place.rx() += 1;
        break;
    case PictureDoing::Up:
        place.ry() -= 1;
        break;
    case PictureDoing::Down:
        place.ry() += 1;
        break;
    default:
        return Picture::keyPressEvent(event);
    }
    const QPoint head = m_content.headAt(
        {std::clamp(place.x(), 0, m_content.heads - 1), std::clamp(place.y(), 0, m_content.layers - 1)});
    emit headChosen(head.y(), head.x());
}

void HeadGallery::resizeEvent(QResizeEvent* event)
{
    placeBars();
    repaintAll();
    Picture::resizeEvent(event);
}

void HeadGallery::restyle()
{
    placeBars();
    repaintAll();
    Picture::restyle();
}

void HeadGallery::retranslate()
{
    setAccessibleName(tr("All heads"));
    describe();
    update();
}

void HeadGallery::describe()
{
    const auto marked = std::count(m_content.is_marked.begin(), m_content.is_marked.end(), true);
    setAccessibleDescription(sentencesText({m_content.has_choice
            ? tr("Chosen: layer %1, head %2").arg(m_content.layer + 1).arg(m_content.head + 1)
            : QString(),
        marked > 0 ? tr("Marked: %1").arg(marked) : QString()}));
}

} // namespace glassformer
