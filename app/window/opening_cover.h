#pragma once

#include <QWidget>

namespace glassformer {

class Session;

/**
 * Lies over the pages of the window as long as the model, or the recorded run, that the program was started with is
 * being opened: no other sentence is shown meanwhile. It goes when there is a run, or when there will be none.
 */
class OpeningCover : public QWidget
{
    Q_OBJECT

public:
    OpeningCover(QWidget& covered, Session& session);

signals:
    /** What was to be opened is open, or will not be: what is below can be seen again. */
    void left();

protected:
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void leave();

    bool m_has_left = false;
};

} // namespace glassformer
