#pragma once

#include "core/trace/model.h"
#include "core/trace/selection.h"

#include <QObject>
#include <QString>

#include <memory>

namespace glassformer {

/**
 * The one owner of what is open and where the user looks: model, text, run, selection. Widgets show it and send
 * intents to it; none keeps a copy.
 */
class Session : public QObject
{
    Q_OBJECT

public:
    explicit Session(std::shared_ptr<const Model> model, QObject* parent = nullptr);

    const Model& model() const { return *m_model; }
    std::shared_ptr<const Trace> trace() const { return m_trace; }
    const Selection& selection() const { return m_selection; }
    const std::vector<StepKind>& steps() const { return m_steps; }
    int stepIndex() const;
    const RunRequest& request() const { return m_request; }
    /** The answer before the last change of heads; empty if heads were not changed. */
    const QString& answerBefore() const { return m_answer_before; }

    /** Runs the model. A text that it cannot take leaves the last run as it is and is told by failed(). */
    bool runText(const QString& text, const QString& target_language);
    /** Switches a head off, or on again, and runs the same text. */
    void toggleHead(const HeadName& head);
    /** Makes the model write a token at a decoder position and goes on from there. */
    void writeInstead(int position, int token_id);

    void select(const Selection& selection);
    void goToStep(int index);
    void moveStep(int by) { goToStep(stepIndex() + by); }

signals:
    void runChanged();
    void selectionChanged();
    void failed(const QString& message);

private:
    bool run(const RunRequest& request);

    std::shared_ptr<const Model> m_model;
    std::vector<StepKind> m_steps;
    RunRequest m_request;
    std::shared_ptr<const Trace> m_trace;
    Selection m_selection;
    QString m_answer_before;
};

} // namespace glassformer
