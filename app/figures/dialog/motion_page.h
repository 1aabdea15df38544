#pragma once

#include "app/figures/motion/motion.h"

#include <QWidget>

#include <optional>

class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QSpinBox;

namespace glassformer {

/** Whether the figure moves, what changes from frame to frame, how fast, and how large. */
class MotionPage : public QWidget
{
    Q_OBJECT

public:
    explicit MotionPage(QWidget* parent = nullptr);

    /** What can be chosen; what was chosen stays, if it is among them. */
    void offer(const std::vector<Motion>& those);
    /** Nothing: it stands still. */
    std::optional<MotionRequest> motion() const;

signals:
    void changed();

private:
    void refresh();

    QComboBox* m_motion = nullptr;
    QDoubleSpinBox* m_seconds = nullptr;
    QSpinBox* m_width = nullptr;
    QLabel* m_about = nullptr;
};

} // namespace glassformer
