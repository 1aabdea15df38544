#pragma once

#include <QLabel>
#include <QTimer>

namespace glassformer {

struct WindowParts;

/** A line over the pictures that says what was done and goes by itself: nothing moves for it, and no click stops at it. */
class PassingNotice : public QLabel
{
    Q_OBJECT

public:
    /** \param ground  where it lies. \param below  what it stands above, if that is visible */
    PassingNotice(QWidget& ground, QWidget& below);

    void tell(const QString& text);

protected:
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void place();

    QWidget& m_below;
    QTimer m_time;
};

/** Says so in the window, unless a class is looking. */
void tellInPassing(const WindowParts& parts, const QString& text);

} // namespace glassformer
