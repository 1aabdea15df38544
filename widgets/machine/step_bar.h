#pragma once

#include "core/trace/step/step_list.h"

#include <QStringList>
#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;

namespace glassformer {

/** A dot for each step, the current one drawn out; click one to go there. */
class StepDots : public QWidget
{
    Q_OBJECT

public:
    explicit StepDots(QWidget* parent = nullptr);

    void setSteps(const QStringList& titles, int current);
    QRectF dot(int index) const;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void stepWanted(int index);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;

private:
    int stepAt(const QPointF& position) const;
    double pitch() const;

    QStringList m_titles;
    int m_current = 0;
};

/** Back, which path, where we are on it, Next. */
class StepBar : public QWidget
{
    Q_OBJECT

public:
    explicit StepBar(QWidget* parent = nullptr);

    void setSteps(const QStringList& titles, int current);
    void setPath(WalkPath path);

signals:
    void stepWanted(int index);
    void pathWanted(glassformer::WalkPath path);

protected:
    void changeEvent(QEvent* event) override;

private:
    void refresh();

    QStringList m_titles;
    int m_current = 0;
    WalkPath m_path = WalkPath::Full;
    QPushButton *m_back = nullptr, *m_next = nullptr;
    QComboBox* m_paths = nullptr;
    StepDots* m_dots = nullptr;
    QLabel* m_text = nullptr;
};

} // namespace glassformer
