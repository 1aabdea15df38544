#pragma once

#include <QWidget>

namespace glassformer {

/** A framed line over the pictures, in the middle of its ground from left to right: nothing moves for it. */
class FloatingNotice : public QWidget
{
public:
    /** Hidden; lies on `ground`. */
    explicit FloatingNotice(QWidget& ground);

protected:
    /** Where its upper edge is to be, if it is so high. */
    virtual int topFor(int height) const = 0;

    /** Takes the size that it needs, as far as the ground has it. */
    void place();
    void appear();

    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
};

} // namespace glassformer
