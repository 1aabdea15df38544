#pragma once

#include <QObject>
#include <QPointF>
#include <QPointer>

#include <optional>

class QMainWindow;
class QMouseEvent;
class QTabletEvent;
class QWidget;

namespace glassformer {

class InkLayer;
class Magnifier;
class Pages;

/** What events in front of a class act on. */
struct PresentedParts
{
    QMainWindow& window;
    Pages& pages;
    Magnifier& magnifier;
    InkLayer& ink;
    const bool& has_pointer;
};

/**
 * What hand, pen and wheel do in front of a class beyond what they do at a desk, and what is kept from popping up. As long
 * as it lives.
 */
class PresentationEvents : public QObject
{
    Q_OBJECT

public:
    PresentationEvents(const PresentedParts& parts, QObject* parent);
    ~PresentationEvents() override;

signals:
    void resized(); ///< the window
    void swiped(int by); ///< to the next step, or the one before: 1, -1

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void followPointer(const QMouseEvent& event);
    bool follow(QMouseEvent& event);
    bool draw(const QTabletEvent& event);
    bool enlarge(QWidget& widget, QEvent& event);

    PresentedParts m_parts;
    QPointer<QWidget> m_grabbing; ///< the pages: they may go first
    std::optional<QPointF> m_touched; ///< where a finger came down
};

} // namespace glassformer
