#include "app/figures/files/outlines.h"

#include "app/figures/files/vector_device.h"

#include <QPainter>

namespace glassformer {
namespace {

class Repainter : public VectorSink
{
public:
    explicit Repainter(QPainter& target)
        : m_target(target)
    {
    }

    void fill(const QPainterPath& path, const QColor& colour) override { m_target.fillPath(path, colour); }
    void stroke(const QPainterPath& path, const QPen& pen) override { m_target.strokePath(path, pen); }
    bool text(const QTransform&, const QString&, const QFont&, double, const QColor&) override
    {
        return false;
    }
    void image(const QTransform& place, const QImage& image) override
    {
        m_target.save();
        m_target.setTransform(place, true);
        m_target.drawImage(QRectF(0, 0, 1, 1), image);
        m_target.restore();
    }
    void clip(const QPainterPath& path) override
    {
        if (path.isEmpty())
            m_target.setClipping(false);
        else
            m_target.setClipPath(path);
    }

private:
    QPainter& m_target;
};

} // namespace

void paintOutlined(QPainter& target, const QSizeF& size, const std::function<void(QPainter&)>& paint)
{
    target.setRenderHint(QPainter::Antialiasing);
    Repainter repainter(target);
    VectorDevice device(repainter, size);
    QPainter painter(&device);
    paint(painter);
}

} // namespace glassformer
