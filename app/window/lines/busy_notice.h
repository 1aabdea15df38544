#pragma once

#include "core/message.h"

#include <QTimer>
#include <QWidget>

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
class BusyNotice : public QWidget
{
    Q_OBJECT

public:
    /** Of the session. Lies on `ground`, in its middle, just below `above`. */
    BusyNotice(QWidget& ground, QWidget& above, Session& session);

    /** Works unseen, in front of a class. */
    void setQuiet(bool is_quiet);

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void setBusy(bool is_busy);
    /** What is being done; empty: nothing in particular. */
    void setDoing(const Message& what);
    void setProgress(double done);
    void appear();
    void place();
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
