#pragma once

#include <QObject>
#include <QTimer>

namespace glassformer {

class Session;

/**
 * Shows the open step in one layer after the other, from the first to the last of its stack. It waits for layers that
 * have to be made, and ends as soon as the user looks elsewhere.
 */
class LayerRun : public QObject
{
    Q_OBJECT

public:
    explicit LayerRun(Session& session, QObject* parent = nullptr);

    /** Whether the open step shows one of several layers. */
    bool canStart() const;
    bool isRunning() const { return m_timer.isActive(); }
    void start();
    void stop();

signals:
    void changed(); ///< it began or ended

private:
    int layer() const;
    void goOn();

    Session& m_session;
    QTimer m_timer;
    int m_layer = 0; ///< that is to be seen
    int m_step = 0; ///< of the walk, in which it runs
};

} // namespace glassformer
