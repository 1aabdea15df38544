#pragma once

#include <QPointer>
#include <QWidget>

namespace glassformer {

/** A frame around what has the focus, for those who work with keys: controls that show it by themselves have none. */
class FocusRing : public QWidget
{
    Q_OBJECT

public:
    /** Of all widgets in `ground`, on which it lies. */
    explicit FocusRing(QWidget& ground);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void follow(QWidget* focused);
    void place();

    QWidget& m_ground;
    QPointer<QWidget> m_focused;
    bool m_is_by_key = false; ///< what was done last
};

} // namespace glassformer
