#include "app/figures/files/vector_device.h"

#include <QFontMetricsF>
#include <QPaintEngine>

#include <cmath>

namespace glassformer {

class VectorEngine : public QPaintEngine
{
public:
    explicit VectorEngine(VectorSink& sink)
        : QPaintEngine(PrimitiveTransform | PixmapTransform | AlphaBlend | PainterPaths | Antialiasing
            | PaintOutsidePaintEvent | ConstantOpacity)
        , m_sink(sink)
    {
    }

    bool begin(QPaintDevice*) override { return true; }
    bool end() override { return true; }
    Type type() const override { return User; }

    void updateState(const QPaintEngineState& changed) override
    {
        const DirtyFlags dirty = changed.state();
        if (dirty & DirtyTransform)
            m_transform = changed.transform();
        if (dirty & DirtyPen)
            m_pen = changed.pen();
        if (dirty & DirtyBrush)
            m_brush = changed.brush();
        if (dirty & DirtyOpacity)
            m_opacity = changed.opacity();
        if (dirty & (DirtyClipPath | DirtyClipRegion | DirtyClipEnabled))
            m_sink.clip(painter()->hasClipping() ? m_transform.map(painter()->clipPath()) : QPainterPath());
    }

    void drawPath(const QPainterPath& path) override
    {
        const QPainterPath mapped = m_transform.map(path);
        if (m_brush.style() != Qt::NoBrush)
            m_sink.fill(mapped, faded(m_brush.color()));
        if (m_pen.style() != Qt::NoPen)
            m_sink.stroke(mapped, scaledPen());
    }

    void drawRects(const QRectF* rects, int count) override
    {
        QPainterPath path;
        for (int i = 0; i < count; ++i)
            path.addRect(rects[i]);
        drawPath(path);
    }

    void drawPolygon(const QPointF* points, int count, PolygonDrawMode mode) override
    {
        QPainterPath path(points[0]);
        for (int i = 1; i < count; ++i)
            path.lineTo(points[i]);
        if (mode != PolylineMode)
            path.closeSubpath();
        path.setFillRule(mode == WindingMode ? Qt::WindingFill : Qt::OddEvenFill);
        const QBrush brush = m_brush;
        if (mode == PolylineMode)
            m_brush = Qt::NoBrush;
        drawPath(path);
        m_brush = brush;
    }

    void drawTextItem(const QPointF& place, const QTextItem& item) override
    {
        const QTransform there = QTransform::fromTranslate(place.x(), place.y()) * m_transform;
        if (!m_sink.text(there, item.text(), item.font(), item.width(), faded(m_pen.color())))
            QPaintEngine::drawTextItem(place, item); // as outlines, which come as paths
    }

    void drawPixmap(const QRectF& rect, const QPixmap& pixmap, const QRectF& part) override
    {
        drawImage(rect, pixmap.toImage(), part, Qt::AutoColor);
    }
    void drawImage(
        const QRectF& rect, const QImage& image, const QRectF& part, Qt::ImageConversionFlags) override
    {
        const QTransform unit = QTransform::fromScale(rect.width(), rect.height())
            * QTransform::fromTranslate(rect.left(), rect.top());
        m_sink.image(unit * m_transform, image.copy(part.toRect()));
    }

private:
    QColor faded(QColor colour) const
    {
        colour.setAlphaF(float(colour.alphaF() * m_opacity));
        return colour;
    }
    QPen scaledPen() const
    {
        QPen pen = m_pen;
        const double scale = std::sqrt(std::abs(m_transform.determinant()));
        pen.setWidthF(std::max(m_pen.widthF(), m_pen.isCosmetic() ? 1.0 : 0.0) * scale);
        pen.setColor(faded(m_pen.color()));
        return pen;
    }

    VectorSink& m_sink;
    QTransform m_transform;
    QPen m_pen;
    QBrush m_brush;
    double m_opacity = 1;
};

VectorDevice::VectorDevice(VectorSink& sink, const QSizeF& size)
    : m_size(size)
    , m_engine(std::make_unique<VectorEngine>(sink))
{
}

VectorDevice::~VectorDevice() = default;

QPaintEngine* VectorDevice::paintEngine() const
{
    return m_engine.get();
}

int VectorDevice::metric(PaintDeviceMetric metric) const
{
    constexpr int dpi = 96; // fonts of figures have their size in pixels: it decides nothing
    constexpr double mm_per_inch = 25.4;
    switch (metric) {
    case PdmWidth:
        return int(std::ceil(m_size.width()));
    case PdmHeight:
        return int(std::ceil(m_size.height()));
    case PdmWidthMM:
        return int(m_size.width() * mm_per_inch / dpi);
    case PdmHeightMM:
        return int(m_size.height() * mm_per_inch / dpi);
    case PdmDpiX:
    case PdmDpiY:
    case PdmPhysicalDpiX:
    case PdmPhysicalDpiY:
        return dpi;
    case PdmNumColors:
        return 1 << 24;
    case PdmDepth:
        return 32;
    default:
        return QPaintDevice::metric(metric);
    }
}

} // namespace glassformer
