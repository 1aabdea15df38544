#pragma once

#include "app/window/lines/floating_notice.h"
#include "core/message.h"

#include <QTimer>

class QLabel;
class QProgressBar;
class QPushButton;
class QShortcut;

namespace glassformer {

class Session;

/**
 * Says that the model is at work, how far it is, and offers to stop it. It lies over the picture, which stays as it is,
 * and comes only when work takes longer than a moment, so that nothing flickers.
 */
class BusyNotice : public FloatingNotice
{
    Q_OBJECT

public:
    /** Of the session. Lies on `ground`, in its middle, just below `above`. */
    BusyNotice(QWidget& ground, QWidget& above, Session& session);

    /** Works unseen, in front of a class. */
    void setQuiet(bool is_quiet);

protected:
    void changeEvent(QEvent* event) override;
    int topFor(int height) const override;

private:
    void setBusy(bool is_busy);
    /** What is being done; empty: nothing in particular. */
    void setDoing(const Message& what);
    void setProgress(double done);
    void appearUnlessQuiet();
    void retranslate();

    QWidget& m_above;
    QLabel* m_text = nullptr;
    QProgressBar* m_bar = nullptr;
    QPushButton* m_cancel = nullptr;
    QShortcut* m_escape = nullptr;
    bool m_is_quiet = false;
    QTimer m_delay;
    Message m_doing;
};

} // namespace glassformer
