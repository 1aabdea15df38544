#include "widgets/paint/attention/cell_filler.h"

#include <QPaintEngine>
#include <QPainter>

namespace glassformer {

bool paintsPixels(const QPainter& painter)
{
    const QPaintEngine* engine = painter.paintEngine();
    return engine && engine->type() == QPaintEngine::Raster;
}

CellFiller::CellFiller(QPainter& painter)
    : m_painter(painter)
    , m_fills_at_once(paintsPixels(painter))
{
}

CellFiller::~CellFiller()
{
    if (m_waiting.empty())
        return;
    m_painter.save();
    m_painter.setPen(Qt::NoPen);
    for (const auto& [colour, rects] : m_waiting) {
        m_painter.setBrush(QColor::fromRgba(colour));
        m_painter.drawRects(rects.data(), int(rects.size()));
    }
    m_painter.restore();
}

void CellFiller::fill(const QRectF& rect, const QColor& colour)
{
    if (m_fills_at_once)
        m_painter.fillRect(rect, colour);
    else
        m_waiting[colour.rgba()].push_back(rect);
}

} // namespace glassformer
