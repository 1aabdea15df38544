#pragma once

#include <QPolygonF>
#include <QWidget>

#include <optional>
#include <vector>

namespace glassformer {

/** Over the picture, for a class: what is drawn on it by hand, and a spot of light where the pointer is. */
class InkLayer : public QWidget
{
    Q_OBJECT

public:
    explicit InkLayer(QWidget& below);

    /** Whether the mouse draws; else everything but a pen goes through to the picture. */
    void setDrawing(bool is_drawing);
    bool isDrawing() const { return m_is_drawing; }
    void clear();
    bool isEmpty() const { return m_strokes.empty(); }
    /** A stroke, in points of this layer. */
    void begin(const QPointF& at);
    void goOn(const QPointF& to);
    void end();
    bool isInStroke() const { return m_is_in_stroke; }

    /** Where the spot of light is; nothing: there is none. */
    void setPointer(const std::optional<QPointF>& at);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    double strokeWidth() const;
    QRect spot() const;

    std::vector<QPolygonF> m_strokes;
    std::optional<QPointF> m_pointer;
    bool m_is_drawing = false;
    bool m_is_in_stroke = false;
};

} // namespace glassformer
