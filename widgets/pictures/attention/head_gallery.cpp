#include "widgets/pictures/attention/head_gallery.h"

#include "widgets/look/line_text.h"

#include <QFontMetricsF>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>
#include <tuple>
#include <utility>

namespace glassformer {
namespace {

constexpr double smallest_pitch = 9; ///< pixels from one thumbnail to the next, if all are to be in sight
constexpr double scrolled_pitch = 13; ///< where they are scrolled anyway
constexpr double tallest = 13; ///< in em: more would be taken from the large map above
constexpr double tallest_scrolled = 8;
constexpr int fewest_layers = 5, fewest_heads = 16; ///< in sight

/** How many thumbnails of which pitch are in sight. */
std::pair<double, int> fitted(double room, int count, double ideal)
{
    const double all = room / std::max(1, count);
    if (all >= smallest_pitch)
        return {std::min(all, ideal * 1.6), count};
    return {scrolled_pitch, std::clamp(int(room / scrolled_pitch), 1, std::max(1, count))};
}

/** Every how many names one fits. */
int strideFor(double name, double pitch)
{
    return std::max(1, int(std::ceil(name / std::max(1.0, pitch))));
}

} // namespace

HeadGallery::HeadGallery(QWidget* parent)
    : Picture(parent)
    , m_layer_bar(new QScrollBar(Qt::Vertical, this))
    , m_head_bar(new QScrollBar(Qt::Horizontal, this))
{
    for (QScrollBar* bar : {m_layer_bar, m_head_bar}) {
        bar->hide();
        connect(bar, &QScrollBar::valueChanged, this, &HeadGallery::repaintAll);
    }
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Maximum);
    retranslate();
}

void HeadGallery::setHeads(int layers, int heads, ThumbnailAtlas weights)
{
    m_layers = layers;
    m_heads = heads;
    m_weights = std::move(weights);
    updateGeometry();
    placeBars();
    repaintAll();
}

void HeadGallery::setHeadsOff(std::vector<bool> is_off)
{
    m_is_off = std::move(is_off);
    update();
}

void HeadGallery::setHeadsRemoved(std::vector<bool> is_removed)
{
    m_is_removed = std::move(is_removed);
    update();
}

void HeadGallery::setTint(
    std::vector<std::optional<double>> shares, std::vector<QString> texts, bool is_signed)
{
    m_is_signed = is_signed;
    m_tint = std::move(shares);
    m_tint_texts = std::move(texts);
    update();
}

void HeadGallery::setChosen(int layer, int head)
{
    const bool is_other = layer != m_layer || head != m_head;
    m_layer = layer;
    m_head = head;
    if (is_other)
        bringChosenIntoSight();
    describe();
    update();
}

void HeadGallery::repaintAll()
{
    m_painted = {};
    update();
}

QRectF HeadGallery::inner() const
{
    return QRectF(rect()).adjusted(0, 0, m_layer_bar->isHidden() ? 0 : -m_layer_bar->width() - 2.0,
        m_head_bar->isHidden() ? 0 : -m_head_bar->height() - 2.0);
}

void HeadGallery::placeBars()
{
    m_layer_bar->hide();
    m_head_bar->hide();
    for (int pass = 0; pass < 2; ++pass) { // a bar takes room, which may make the other one necessary
        const Grid grid = gridIn(inner(), figureStyle());
        m_layer_bar->setVisible(grid.shown_layers < m_layers);
        m_head_bar->setVisible(grid.shown_heads < m_heads);
        const int wide = m_layer_bar->sizeHint().width(), high = m_head_bar->sizeHint().height();
        const int top = int(grid.heading_height);
        m_layer_bar->setGeometry(width() - wide, top, wide, std::max(0, height() - top - high));
        m_head_bar->setGeometry(0, height() - high, std::max(0, width() - wide), high);
        m_layer_bar->setPageStep(std::max(1, grid.shown_layers));
        m_layer_bar->setMaximum(std::max(0, m_layers - grid.shown_layers));
        m_head_bar->setPageStep(std::max(1, grid.shown_heads));
        m_head_bar->setMaximum(std::max(0, m_heads - grid.shown_heads));
    }
    bringChosenIntoSight();
}

void HeadGallery::bringChosenIntoSight()
{
    const Grid grid = gridIn(inner(), figureStyle());
    const auto bring = [](QScrollBar& bar, int index, int shown) {
        bar.setValue(std::clamp(bar.value(), index - shown + 1, index));
    };
    bring(*m_layer_bar, m_layer, std::max(1, grid.shown_layers));
    bring(*m_head_bar, m_head, std::max(1, grid.shown_heads));
}

QRectF HeadGallery::Grid::rect(int layer, int head) const
{
    const double gap_x = std::clamp(pitch_x * 0.1, 2.0, 8.0), gap_y = std::clamp(pitch_y * 0.2, 2.0, 6.0);
    return QRectF(area.left() + label_width + (head - first_head) * pitch_x,
        area.top() + heading_height + (layer - first_layer) * pitch_y, pitch_x - gap_x, pitch_y - gap_y);
}

bool HeadGallery::Grid::shows(int layer, int head) const
{
    return layer >= first_layer && layer < first_layer + shown_layers && head >= first_head
        && head < first_head + shown_heads;
}

/** Many layers get flat thumbnails; wide ones fill the row, for words stand further apart than lines. */
QSizeF HeadGallery::idealPitch(const FigureStyle& style) const
{
    const double height =
        style.em() * std::clamp(13.0 / std::max(1, m_layers), smallest_pitch / style.em(), 1.9);
    return {height * std::clamp(m_weights.shape() * 2, 1.2, 4.0) + 8, height};
}

HeadGallery::Grid HeadGallery::gridIn(const QRectF& area, const FigureStyle& style) const
{
    Grid grid;
    grid.area = area;
    const QFontMetricsF metrics(style.smallFont());
    grid.label_width = metrics.horizontalAdvance(tr("layer %1").arg(m_layers)) + 14;
    grid.heading_height = metrics.height() + 3;
    const QSizeF ideal = idealPitch(style);
    std::tie(grid.pitch_x, grid.shown_heads) =
        fitted(area.width() - grid.label_width, m_heads, ideal.width());
    std::tie(grid.pitch_y, grid.shown_layers) =
        fitted(area.height() - grid.heading_height, m_layers, ideal.height());
    grid.first_layer = std::clamp(m_layer_bar->value(), 0, std::max(0, m_layers - grid.shown_layers));
    grid.first_head = std::clamp(m_head_bar->value(), 0, std::max(0, m_heads - grid.shown_heads));
    return grid;
}

QSize HeadGallery::sizeHint() const
{
    const FigureStyle style = figureStyle();
    const QSizeF pitch = idealPitch(style);
    const double all = pitch.height() * m_layers, room = tallest * style.em();
    const double height = all <= room ? all : tallest_scrolled * style.em();
    return QSizeF(style.em() * 5 + pitch.width() * m_heads, style.em() * 1.3 + height).toSize();
}

QSize HeadGallery::minimumSizeHint() const
{
    const FigureStyle style = figureStyle();
    const double pitch = std::min(idealPitch(style).height(), style.em() * 1.4);
    return QSizeF(style.em() * 5 + smallest_pitch * std::min(m_heads, fewest_heads),
        style.em() * 1.3 + std::max(pitch, scrolled_pitch) * std::min(m_layers, fewest_layers))
        .toSize();
}

void HeadGallery::paintThumbnails(QPainter& painter, const Grid& grid, const FigureStyle& style) const
{
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(QPen(style.palette.border, 1));
    painter.setBrush(Qt::NoBrush);
    for (int layer = grid.first_layer; layer < grid.first_layer + grid.shown_layers; ++layer) {
        for (int head = grid.first_head; head < grid.first_head + grid.shown_heads; ++head) {
            m_weights.paint(painter, grid.rect(layer, head), layer, head, style);
            painter.drawRect(grid.rect(layer, head));
        }
    }
}

void HeadGallery::paintHeadNames(QPainter& painter, const Grid& grid, const FigureStyle& style) const
{
    const QFontMetricsF metrics(style.scaledFont(0.8, true));
    const bool has_room = metrics.horizontalAdvance(tr("head %1").arg(m_heads)) < grid.pitch_x;
    const int stride = strideFor(metrics.horizontalAdvance(QString::number(m_heads)) + 4, grid.pitch_x);
    for (int head = grid.first_head; head < grid.first_head + grid.shown_heads; ++head) {
        const bool is_chosen = head == m_head;
        if (!is_chosen && (head % stride != 0 || (stride > 1 && std::abs(head - m_head) < stride)))
            continue;
        const QRectF first = grid.rect(grid.first_layer, head);
        painter.setFont(style.scaledFont(0.8, is_chosen));
        painter.setPen(is_chosen ? style.palette.key : style.palette.faint_ink);
        const QRectF box(first.center().x() - 40, grid.area.top(), 80, grid.heading_height);
        painter.drawText(box, Qt::AlignHCenter | Qt::AlignTop,
            has_room ? tr("head %1").arg(head + 1) : QString::number(head + 1));
    }
}

void HeadGallery::paintLayerNames(QPainter& painter, const Grid& grid, const FigureStyle& style) const
{
    const double height = QFontMetricsF(style.scaledFont(0.84, true)).ascent();
    const int stride = strideFor(height, grid.pitch_y);
    for (int layer = grid.first_layer; layer < grid.first_layer + grid.shown_layers; ++layer) {
        const bool is_chosen = layer == m_layer;
        if (!is_chosen && (layer % stride != 0 || (stride > 1 && std::abs(layer - m_layer) < stride)))
            continue;
        const QRectF first = grid.rect(layer, grid.first_head);
        painter.setFont(style.scaledFont(0.84, is_chosen));
        painter.setPen(is_chosen ? style.palette.key : style.palette.faint_ink);
        painter.drawText(
            QRectF(grid.area.left(), first.center().y() - height, grid.label_width - 10, 2 * height),
            Qt::AlignLeft | Qt::AlignVCenter, tr("layer %1").arg(layer + 1));
    }
}

void HeadGallery::paintMarks(QPainter& painter, const Grid& grid, const FigureStyle& style) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    QColor veil = style.palette.card;
    veil.setAlphaF(0.66f);
    for (int layer = grid.first_layer; layer < grid.first_layer + grid.shown_layers; ++layer)
        for (int head = grid.first_head; head < grid.first_head + grid.shown_heads; ++head) {
            const QRectF rect = grid.rect(layer, head);
            if (const std::size_t index = indexOf(layer, head); index < m_tint.size())
                paintTint(painter, rect, m_tint[index].value_or(0), style);
            if (isMarked(m_is_removed, layer, head)) {
                painter.fillRect(rect, veil);
                painter.setPen(QPen(style.palette.faint_ink, 1.2));
                painter.drawLine(rect.bottomLeft(), rect.topRight());
            }
            if (isMarked(m_is_off, layer, head)) {
                painter.setPen(QPen(style.palette.positive, 1.5));
                painter.drawLine(rect.bottomLeft(), rect.topRight());
                painter.drawLine(rect.topLeft(), rect.bottomRight());
            }
        }
    if (!grid.shows(m_layer, m_head))
        return;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(style.palette.key, 2.5));
    painter.drawRect(grid.rect(m_layer, m_head).adjusted(-1, -1, 1, 1));
}

void HeadGallery::paintTint(
    QPainter& painter, const QRectF& rect, double share, const FigureStyle& style) const
{
    const double size = std::clamp(std::abs(share), 0.0, 1.0);
    QColor veil = style.palette.card;
    veil.setAlphaF(float(0.8 * (1 - size)));
    painter.fillRect(rect, veil);
    const double high = std::clamp(rect.height() * 0.16, 2.0, 5.0);
    const QRectF track(rect.left(), rect.bottom() - high, rect.width(), high);
    painter.fillRect(track, style.palette.chip);
    painter.fillRect(QRectF(track.topLeft(), QSizeF(track.width() * size, high)),
        !m_is_signed    ? style.palette.selected
            : share < 0 ? style.palette.negative
                        : style.palette.positive);
}

std::size_t HeadGallery::indexOf(int layer, int head) const
{
    return std::size_t(layer) * std::size_t(m_heads) + std::size_t(head);
}

bool HeadGallery::isMarked(const std::vector<bool>& marks, int layer, int head) const
{
    const std::size_t index = indexOf(layer, head);
    return index < marks.size() && marks[index];
}

void HeadGallery::paintPicture(QPainter& painter, const QRectF& area, const FigureStyle& style) const
{
    if (m_weights.isEmpty())
        return;
    const Grid grid = gridIn(area, style);
    painter.save();
    paintThumbnails(painter, grid, style);
    paintHeadNames(painter, grid, style);
    paintLayerNames(painter, grid, style);
    paintMarks(painter, grid, style);
    painter.restore();
}

/** As paintPicture(), but the thumbnails are painted once and kept. */
void HeadGallery::paintEvent(QPaintEvent*)
{
    if (m_weights.isEmpty())
        return;
    const FigureStyle style = figureStyle();
    const Grid grid = gridIn(inner(), style);
    // Another screen may have other pixels.
    if (m_painted.isNull() || m_painted.devicePixelRatio() != devicePixelRatioF()) {
        m_painted = QPixmap(size() * devicePixelRatioF());
        m_painted.setDevicePixelRatio(devicePixelRatioF());
        m_painted.fill(Qt::transparent);
        QPainter once(&m_painted);
        paintThumbnails(once, grid, style);
    }
    QPainter painter(this);
    painter.drawPixmap(QPointF(), m_painted);
    paintHeadNames(painter, grid, style);
    paintLayerNames(painter, grid, style);
    paintMarks(painter, grid, style);
    if (!hasFocus() || !grid.shows(m_layer, m_head))
        return;
    painter.setPen(QPen(style.palette.selected, 1, Qt::DotLine));
    painter.drawRect(grid.rect(m_layer, m_head).adjusted(-3.5, -3.5, 3.5, 3.5));
}

std::optional<QPoint> HeadGallery::headAt(const QPointF& position) const
{
    const Grid grid = gridIn(inner(), figureStyle());
    const QPointF inside = position - grid.rect(grid.first_layer, grid.first_head).topLeft();
    const int head = grid.first_head + int(std::floor(inside.x() / grid.pitch_x));
    const int layer = grid.first_layer + int(std::floor(inside.y() / grid.pitch_y));
    if (!grid.shows(layer, head))
        return std::nullopt;
    return QPoint(head, layer);
}

void HeadGallery::mousePressEvent(QMouseEvent* event)
{
    if (const auto place = headAt(event->position()))
        emit headChosen(place->y(), place->x());
    else
        Picture::mousePressEvent(event);
}

void HeadGallery::mouseMoveEvent(QMouseEvent* event)
{
    if (const auto place = headAt(event->position())) {
        setCursor(Qt::PointingHandCursor);
        QToolTip::showText(event->globalPosition().toPoint() + QPoint(8, 8),
            tipText(headText(place->y(), place->x())), this);
    } else {
        unsetCursor();
        QToolTip::hideText();
    }
}

QString HeadGallery::headText(int layer, int head) const
{
    QString text = tr("Layer %1 · Head %2").arg(layer + 1).arg(head + 1);
    if (const std::size_t index = indexOf(layer, head); index < m_tint_texts.size())
        text += u'\n' + m_tint_texts[index];
    if (isMarked(m_is_removed, layer, head))
        text += u'\n' + tr("Training took this head out: it still attends, but what it mixes goes nowhere.");
    if (isMarked(m_is_off, layer, head))
        text += u'\n' + tr("This head is switched off.");
    return text;
}

void HeadGallery::wheelEvent(QWheelEvent* event)
{
    if (m_layer_bar->isHidden())
        return event->ignore();
    const int before = m_layer_bar->value();
    m_layer_bar->setValue(before - event->angleDelta().y() / 40);
    event->setAccepted(m_layer_bar->value() != before);
}

void HeadGallery::keyPressEvent(QKeyEvent* event)
{
    int layer = m_layer;
    int head = m_head;
    switch (event->key()) {
    case Qt::Key_Left:
        --head;
        break;
    case Qt::Key_Right:
        ++head;
        break;
    case Qt::Key_Up:
        --layer;
        break;
    case Qt::Key_Down:
        ++layer;
        break;
    default:
        return Picture::keyPressEvent(event);
    }
    if (event->modifiers() & ~Qt::KeypadModifier)
        return Picture::keyPressEvent(event);
    if (m_weights.isEmpty())
        return;
    emit headChosen(std::clamp(layer, 0, m_layers - 1), std::clamp(head, 0, m_heads - 1));
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
    setAccessibleDescription(tr("Chosen: layer %1, head %2").arg(m_layer + 1).arg(m_head + 1));
}

} // namespace glassformer
