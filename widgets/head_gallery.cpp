#include "widgets/head_gallery.h"

#include "widgets/paint/heatmap_painter.h"

#include <QFontMetricsF>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace glassformer {

HeadGallery::HeadGallery(QWidget* parent)
    : Picture(parent)
{
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    retranslate();
}

void HeadGallery::setHeads(
    int layers, int heads, std::vector<HeatmapContent> weights, std::vector<bool> is_off)
{
    m_layers = layers;
    m_heads = heads;
    m_weights = std::move(weights);
    m_is_off = std::move(is_off);
    updateGeometry();
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
    return QRectF(area.left() + label_width + head * pitch_x, area.top() + heading_height + layer * pitch_y,
        pitch_x, pitch_y)
        .adjusted(0, 0, -8, -6);
}

QRectF HeadGallery::thumbnailRect(int layer, int head) const
{
    return gridIn(rect(), figureStyle()).rect(layer, head);
}

/** As wide as high for self-attention; a thumbnail keeps the shape of its matrix within reason. */
QSizeF HeadGallery::idealPitch(const FigureStyle& style) const
{
    if (m_weights.empty())
        return {style.em() * 5, style.em() * 3};
    const HeatmapContent& first = m_weights.front();
    const double shape = double(first.columns) / std::max(1, first.rows);
    const double height = style.em() * (m_layers > 4 ? 2.6 : 3.2);
    return {height * std::clamp(shape * 1.5, 1.2, 2.6) + 8, height};
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
    grid.pitch_y = std::clamp(room_y, 12.0, ideal.height() * 1.6);
    grid.pitch_x =
        std::clamp(room_x, 14.0, std::max(ideal.width(), grid.pitch_y * ideal.width() / ideal.height()));
    return grid;
}

QSize HeadGallery::sizeHint() const
{
    const FigureStyle style = figureStyle();
    const QSizeF pitch = idealPitch(style);
    return QSizeF(style.em() * 5 + pitch.width() * m_heads, style.em() * 1.2 + pitch.height() * m_layers)
        .toSize();
}

QSize HeadGallery::minimumSizeHint() const
{
    const double em = figureStyle().em();
    return QSizeF(em * 5 + em * 2.2 * m_heads, em * 1.3 + em * 2.0 * m_layers).toSize();
}

void HeadGallery::paintPicture(QPainter& painter, const QRectF& area, const FigureStyle& style) const
{
    if (m_weights.empty())
        return;
    const Grid grid = gridIn(area, style);
    const Palette& palette = style.palette;
    painter.save();
    for (int head = 0; head < m_heads; ++head) {
        const QRectF first = grid.rect(0, head);
        painter.setFont(style.scaledFont(0.8, head == m_head));
        painter.setPen(head == m_head ? palette.key : palette.faint_ink);
        const QRectF box(first.left() - 4, area.top(), first.width() + 8, grid.heading_height);
        const bool fits =
            QFontMetricsF(painter.font()).horizontalAdvance(tr("head %1").arg(head + 1)) < first.width() + 6;
        painter.drawText(box, Qt::AlignHCenter | Qt::AlignTop,
            fits ? tr("head %1").arg(head + 1) : QString::number(head + 1));
    }
    for (int layer = 0; layer < m_layers; ++layer) {
        const QRectF first = grid.rect(layer, 0);
        painter.setFont(style.scaledFont(0.84, layer == m_layer));
        painter.setPen(layer == m_layer ? palette.key : palette.faint_ink);
        painter.drawText(QRectF(area.left(), first.top(), grid.label_width - 10, first.height()),
            Qt::AlignLeft | Qt::AlignVCenter, tr("layer %1").arg(layer + 1));
        for (int head = 0; head < m_heads; ++head) {
            const std::size_t index = std::size_t(layer * m_heads + head);
            const QRectF rect = grid.rect(layer, head);
            paintThumbnail(painter, rect, m_weights[index], style);
            const bool is_chosen = layer == m_layer && head == m_head;
            painter.setRenderHint(QPainter::Antialiasing);
            painter.setBrush(Qt::NoBrush);
            painter.setPen(is_chosen ? QPen(palette.key, 2.5) : QPen(palette.border, 1));
            painter.drawRect(is_chosen ? rect.adjusted(-1, -1, 1, 1) : rect);
            if (index < m_is_off.size() && m_is_off[index]) {
                painter.setPen(QPen(palette.positive, 1.5));
                painter.drawLine(rect.bottomLeft(), rect.topRight());
                painter.drawLine(rect.topLeft(), rect.bottomRight());
            }
        }
    }
    painter.restore();
}

void HeadGallery::paintEvent(QPaintEvent* event)
{
    Picture::paintEvent(event);
    if (!hasFocus() || m_weights.empty())
        return;
    QPainter painter(this);
    painter.setPen(QPen(figureStyle().palette.selected, 1, Qt::DotLine));
    painter.drawRect(thumbnailRect(m_layer, m_head).adjusted(-3.5, -3.5, 3.5, 3.5));
}

void HeadGallery::mousePressEvent(QMouseEvent* event)
{
    for (int layer = 0; layer < m_layers; ++layer) {
        for (int head = 0; head < m_heads; ++head) {
            if (thumbnailRect(layer, head).adjusted(-3, -3, 3, 3).contains(event->position())) {
                emit headChosen(layer, head);
                return;
            }
        }
    }
    Picture::mousePressEvent(event);
}

void HeadGallery::mouseMoveEvent(QMouseEvent* event)
{
    for (int layer = 0; layer < m_layers; ++layer) {
        for (int head = 0; head < m_heads; ++head) {
            if (!thumbnailRect(layer, head).contains(event->position()))
                continue;
            setCursor(Qt::PointingHandCursor);
            QToolTip::showText(event->globalPosition().toPoint() + QPoint(8, 8),
                tr("Layer %1 · Head %2").arg(layer + 1).arg(head + 1), this);
            return;
        }
    }
    unsetCursor();
    QToolTip::hideText();
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
    if (m_weights.empty())
        return;
    emit headChosen(std::clamp(layer, 0, m_layers - 1), std::clamp(head, 0, m_heads - 1));
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
