#pragma once

#include <QColor>
#include <QRectF>

#include <map>
#include <vector>

class QPainter;

namespace glassformer {

/** Whether what is painted ends as pixels; else it is a file that keeps vectors. */
bool paintsPixels(const QPainter& painter);

/**
 * Fills very many rectangles of few colours. On pixels each is filled at once; a file of vectors gets them colour by
 * colour, for there every change of colour takes more room than the rectangle.
 */
class CellFiller
{
public:
    explicit CellFiller(QPainter& painter);
    ~CellFiller();
    CellFiller(const CellFiller&) = delete;
    CellFiller& operator=(const CellFiller&) = delete;

    void fill(const QRectF& rect, const QColor& colour);

private:
    QPainter& m_painter;
    const bool m_fills_at_once;
    std::map<QRgb, std::vector<QRectF>> m_waiting;
};

} // namespace glassformer
