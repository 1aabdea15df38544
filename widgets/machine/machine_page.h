#pragma once

#include "core/model/config/config.h"
#include "widgets/machine/machine_layout.h"

#include <QVariantAnimation>
#include <QWidget>

#include <vector>

namespace glassformer {

/** Where the blocks lie: draws what is behind them, frames and wires, and what flows along these. */
class MachinePage : public QWidget
{
    Q_OBJECT

public:
    explicit MachinePage(QWidget* parent = nullptr);

    void setMachine(const std::vector<StepKind>& steps, const ModelConfig& config);
    const MachineLayout& machine() const { return m_layout; }
    /** Something goes along these wires, once. */
    void letFlow(std::vector<Wire> way);
    /** These wires are lit. */
    void setLit(std::vector<Wire> wires);
    bool isFlowing() const { return m_flow.state() == QAbstractAnimation::Running; }

signals:
    void laidOut();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void layOut();

    std::vector<StepKind> m_steps;
    ModelConfig m_config;
    MachineLayout m_layout;
    std::vector<Wire> m_way, m_lit;
    QVariantAnimation m_flow;
};

} // namespace glassformer
