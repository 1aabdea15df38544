#pragma once

#include "widgets/explanation/telling.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

namespace glassformer {

class ExplanationPanel;
class Stage;
class StepView;
class TellingBar;

/**
 * Has the explained number told from the vectors that enter it to its cell, and then all others: moment after moment by
 * itself, or one at a time, forwards and back. What is told is the explanation that stands in the panel.
 */
class ShowMe : public QObject
{
    Q_OBJECT

public:
    ShowMe(Stage& stage, ExplanationPanel& panel, QObject* parent = nullptr);

    /** Another explanation, which is shown whole. */
    void setContent(ExplanationContent content);

    bool canTell() const { return !m_stages.empty(); }
    bool isTelling() const { return m_at >= 0; }
    /** Begins, stops, goes on. */
    void play();
    /** By one moment; begins if nothing is told yet. */
    void move(int by);
    /** Shows everything. */
    void end();

signals:
    void changed();

private:
    void showMoment();
    int pause() const;

    Stage& m_stage;
    ExplanationPanel& m_panel;
    TellingBar* m_bar = nullptr;
    QPointer<StepView> m_view; ///< of which a part is covered
    ExplanationContent m_content;
    std::vector<TellingStage> m_stages;
    int m_at = -1;
    QTimer m_timer;
};

} // namespace glassformer
