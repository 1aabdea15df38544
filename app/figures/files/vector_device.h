#pragma once

#include <QFont>
#include <QImage>
#include <QPaintDevice>
#include <QPainterPath>
#include <QPen>

#include <memory>

namespace glassformer {

/** Takes what is painted as plain shapes, in the units of the device and with all transformations done. */
class VectorSink
{
public:
    virtual ~VectorSink() = default;

    virtual void fill(const QPainterPath& path, const QColor& colour) = 0;
    /** The pen has its width in the device's units. */
    virtual void stroke(const QPainterPath& path, const QPen& pen) = 0;
    /**
     * A text that begins at a place on its base line.
     * \param place  where it lies: its origin, its direction and its scale
     * \returns false to get it as outlines
     */
    virtual bool text(const QTransform& place, const QString& text, const QFont& font, double width,
        const QColor& colour) = 0;
    /** \param place  takes the unit square to where the picture lies */
    virtual void image(const QTransform& place, const QImage& image) = 0;
    /** All that follows is cut by it; an empty path cuts nothing. */
    virtual void clip(const QPainterPath& path) = 0;
};

class VectorEngine;

/** Something to paint on that passes shapes to a sink: what painters draw, in any form of file. */
class VectorDevice : public QPaintDevice
{
public:
    VectorDevice(VectorSink& sink, const QSizeF& size);
    ~VectorDevice() override;

    QPaintEngine* paintEngine() const override;

protected:
    int metric(PaintDeviceMetric metric) const override;

private:
    QSizeF m_size;
    std::unique_ptr<VectorEngine> m_engine;
};

} // namespace glassformer
