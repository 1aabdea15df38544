#include "app/presentation/ink_layer.h"

#include "widgets/look/palette.h"

#include <QEvent>
#include <QFontInfo>
#include <QMouseEvent>
#include <QPainter>

namespace glassformer {
namespace {

constexpr double stroke_width = 0.17, spot_radius = 1.3; // in pixels of the font

} // namespace

InkLayer::InkLayer(QWidget& below)
    : QWidget(&below)
{
    setObjectName(QStringLiteral("ink"));
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    below.installEventFilter(this);
    resize(below.size());
    show();
    raise();
}

void InkLayer::setDrawing(bool is_drawing)
{
    m_is_drawing = is_drawing;
    setAttribute(Qt::WA_TransparentForMouseEvents, !is_drawing);
    is_drawing ? setCursor(Qt::CrossCursor) : unsetCursor();
    raise();
}

void InkLayer::clear()
{
    m_strokes.clear();
    m_is_in_stroke = false;
    update();
}

double InkLayer::strokeWidth() const
{
    return QFontInfo(font()).pixelSize() * stroke_width;
}

void InkLayer::begin(const QPointF& at)
{
    m_strokes.push_back(QPolygonF{at});
    m_is_in_stroke = true;
    goOn(at + QPointF(0.1, 0)); // a dot is a stroke too
}

void InkLayer::goOn(const QPointF& to)
{
    if (!m_is_in_stroke)
        return;
    QPolygonF& stroke = m_strokes.back();
    const double around = strokeWidth();
    update(QRectF(stroke.back(), to).normalized().adjusted(-around, -around, around, around).toAlignedRect());
    stroke.append(to);
}

void InkLayer::end()
{
    m_is_in_stroke = false;
}

QRect InkLayer::spot() const
{
    if (!m_pointer)
        return {};
    const double radius = QFontInfo(font()).pixelSize() * spot_radius + 2;
    return QRectF(m_pointer->x() - radius, m_pointer->y() - radius, 2 * radius, 2 * radius).toAlignedRect();
}

void InkLayer::setPointer(const std::optional<QPointF>& at)
{
    update(spot());
    m_pointer = at;
    update(spot());
}

bool InkLayer::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize) {
        resize(static_cast<QWidget*>(watched)->size());
        clear(); // what was drawn on has moved
    }
    return QWidget::eventFilter(watched, event);
}

void InkLayer::paintEvent(QPaintEvent*)
{
    const Palette& colours = paletteFor(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_pointer) {
        QColor light(0xff, 0xd4, 0x30);
        painter.setPen(QPen(light.darker(130), 2));
        light.setAlphaF(0.35F);
        painter.setBrush(light);
        painter.drawEllipse(QRectF(spot()).adjusted(2, 2, -2, -2));
    }
    painter.setBrush(Qt::NoBrush);
    for (const double halo : {strokeWidth() * 0.8, 0.0}) {
        painter.setPen(QPen(halo > 0 ? colours.card : colours.positive, strokeWidth() + halo, Qt::SolidLine,
            Qt::RoundCap, Qt::RoundJoin));
        for (const QPolygonF& stroke : m_strokes)
            painter.drawPolyline(stroke);
    }
}

void InkLayer::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton)
        begin(event->position());
}

void InkLayer::mouseMoveEvent(QMouseEvent* event)
{
    goOn(event->position());
}

void InkLayer::mouseReleaseEvent(QMouseEvent*)
{
    end();
}

} // namespace glassformer
