#include "widgets/pictures/head_gallery.h"

#include <QFontMetricsF>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace glassformer {
namespace {

constexpr double smallest_pitch = 9;

/** Every how many names one fits. */
int strideFor(double name, double pitch)
{
    return std::max(1, int(std::ceil(name / std::max(1.0, pitch))));
}

} // namespace

HeadGallery::HeadGallery(QWidget* parent)
    : Picture(parent)
{
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
    m_painted = {};
    updateGeometry();
    update();
}

void HeadGallery::setHeadsOff(std::vector<bool> is_off)
{
    m_is_off = std::move(is_off);
    update();
}

void HeadGallery::setChosen(int layer, int head)
{
    m_layer = layer;
    m_head = head;
    describe();
    update();
}

QRectF HeadGallery::Grid::rect(int layer, int head) const
{
    const double gap_x = std::clamp(pitch_x * 0.1, 2.0, 8.0), gap_y = std::clamp(pitch_y * 0.2, 2.0, 6.0);
    return QRectF(area.left() + label_width + head * pitch_x, area.top() + heading_height + layer * pitch_y,
        pitch_x - gap_x, pitch_y - gap_y);
}

QRectF HeadGallery::thumbnailRect(int layer, int head) const
{
    return gridIn(rect(), figureStyle()).rect(layer, head);
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
    const double room_x = (area.width() - grid.label_width) / std::max(1, m_heads);
    const double room_y = (area.height() - grid.heading_height) / std::max(1, m_layers);
    grid.pitch_y = std::clamp(room_y, smallest_pitch, ideal.height() * 1.6);
    grid.pitch_x = std::clamp(room_x, smallest_pitch, ideal.width() * 1.6);
    return grid;
}

QSize HeadGallery::sizeHint() const
{
    const FigureStyle style = figureStyle();
    const QSizeF pitch = idealPitch(style);
    return QSizeF(style.em() * 5 + pitch.width() * m_heads, style.em() * 1.3 + pitch.height() * m_layers)
        .toSize();
}

QSize HeadGallery::minimumSizeHint() const
{
    const FigureStyle style = figureStyle();
    const double pitch = std::min(idealPitch(style).height(), style.em() * 1.4);
    return QSizeF(style.em() * 5 + smallest_pitch * m_heads, style.em() * 1.3 + pitch * m_layers).toSize();
}

void HeadGallery::paintThumbnails(QPainter& painter, const Grid& grid, const FigureStyle& style) const
{
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(QPen(style.palette.border, 1));
    painter.setBrush(Qt::NoBrush);
    for (int layer = 0; layer < m_layers; ++layer) {
        for (int head = 0; head < m_heads; ++head) {
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
    for (int head = 0; head < m_heads; ++head) {
        const bool is_chosen = head == m_head;
        if (!is_chosen && (head % stride != 0 || (stride > 1 && std::abs(head - m_head) < stride)))
            continue;
        const QRectF first = grid.rect(0, head);
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
    for (int layer = 0; layer < m_layers; ++layer) {
        const bool is_chosen = layer == m_layer;
        if (!is_chosen && (layer % stride != 0 || (stride > 1 && std::abs(layer - m_layer) < stride)))
            continue;
        const QRectF first = grid.rect(layer, 0);
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
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(style.palette.positive, 1.5));
    for (std::size_t index = 0; index < m_is_off.size(); ++index) {
        if (!m_is_off[index])
            continue;
        const QRectF rect = grid.rect(int(index) / m_heads, int(index) % m_heads);
        painter.drawLine(rect.bottomLeft(), rect.topRight());
        painter.drawLine(rect.topLeft(), rect.bottomRight());
    }
    painter.setPen(QPen(style.palette.key, 2.5));
    painter.drawRect(grid.rect(m_layer, m_head).adjusted(-1, -1, 1, 1));
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
    const Grid grid = gridIn(rect(), style);
    if (m_painted.isNull()) {
        m_painted = QImage(size() * devicePixelRatioF(), QImage::Format_ARGB32_Premultiplied);
        m_painted.setDevicePixelRatio(devicePixelRatioF());
        m_painted.fill(Qt::transparent);
        QPainter once(&m_painted);
        paintThumbnails(once, grid, style);
    }
    QPainter painter(this);
    painter.drawImage(QPointF(), m_painted);
    paintHeadNames(painter, grid, style);
    paintLayerNames(painter, grid, style);
    paintMarks(painter, grid, style);
    if (!hasFocus())
        return;
    painter.setPen(QPen(style.palette.selected, 1, Qt::DotLine));
    painter.drawRect(grid.rect(m_layer, m_head).adjusted(-3.5, -3.5, 3.5, 3.5));
}

std::optional<QPoint> HeadGallery::headAt(const QPointF& position) const
{
    const Grid grid = gridIn(rect(), figureStyle());
    const QPointF inside = position - grid.rect(0, 0).topLeft();
    const int head = int(std::floor(inside.x() / grid.pitch_x));
    const int layer = int(std::floor(inside.y() / grid.pitch_y));
    if (head < 0 || head >= m_heads || layer < 0 || layer >= m_layers)
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
            tr("Layer %1 · Head %2").arg(place->y() + 1).arg(place->x() + 1), this);
    } else {
        unsetCursor();
        QToolTip::hideText();
    }
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
    m_painted = {};
    Picture::resizeEvent(event);
}

void HeadGallery::restyle()
{
    m_painted = {};
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
