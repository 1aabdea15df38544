#pragma once

#include "app/session/jobs/job_lane.h"

#include <QDialog>

#include <memory>

class QLabel;
class QProgressBar;

namespace glassformer {

/**
 * Makes a file piece by piece, between the events of the window, whose language it may speak meanwhile. Where that lasts
 * longer than a moment it says how far it is and offers to stop; Escape does too. It deletes itself.
 */
class FileMaking : public QDialog
{
    Q_OBJECT

public:
    /** Begins. The file is only written when all of it is made. */
    FileMaking(
        std::unique_ptr<JobOf<QByteArray>> job, const QString& path, const QString& title, QWidget* parent);

    void done(int result) override;

signals:
    void written(const QString& path);
    void failed(const Message& why);

private:
    void layOut(const QString& title);
    void write(const QByteArray& bytes);
    void fail(const Message& why);

    QString m_path;
    QLabel* m_text = nullptr;
    QProgressBar* m_bar = nullptr;
    QTimer m_delay;
    JobLane m_lane;
};

} // namespace glassformer
