#pragma once

#include <QWidget>

#include <optional>

namespace glassformer {

/**
 * A widget seen larger, in its place: drawn again in that size, so letters stay sharp. The wheel comes closer or goes
 * away, dragging moves, a double click ends it, and a click is one on what is seen there.
 */
class Magnifier : public QWidget
{
    Q_OBJECT

public:
    /** seen: a sibling below. Nothing is enlarged yet. */
    explicit Magnifier(QWidget& seen);

    bool isOpen() const { return m_factor > 1; }
    double factor() const { return m_factor; }
    /** So many times larger, around a point of what is seen there, which stays where it is. */
    void enlarge(double factor, const QPointF& at);
    void end();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    void moveTo(const QPointF& corner);
    void passClick(const QPointF& at);

    QWidget& m_seen;
    double m_factor = 1;
    QPointF m_corner; ///< of the part that is seen, in points of the widget
    std::optional<QPointF> m_pressed;
    QPointF m_corner_pressed;
    bool m_is_dragged = false;
};

} // namespace glassformer
