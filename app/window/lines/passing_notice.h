#pragma once

#include "app/window/lines/floating_notice.h"

#include <QTimer>

class QLabel;

namespace glassformer {

struct WindowParts;

/** Says what was done and goes by itself; no click stops at it. */
class PassingNotice : public FloatingNotice
{
    Q_OBJECT

public:
    /** \param ground  where it lies. \param below  what it stands above, if that is visible */
    PassingNotice(QWidget& ground, QWidget& below);

    void tell(const QString& text);
    QString text() const;

protected:
    int topFor(int height) const override;

private:
    QWidget& m_below;
    QLabel* m_text = nullptr;
    QTimer m_time;
};

/** Says so in the window, unless a class is looking. */
void tellInPassing(const WindowParts& parts, const QString& text);

} // namespace glassformer
