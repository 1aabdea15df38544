#include "app/session.h"

#include "app/first_look.h"
#include "core/error.h"
#include "core/trace/step_list.h"

#include <algorithm>

namespace glassformer {

Session::Session(std::shared_ptr<const Model> model, QObject* parent)
    : QObject(parent)
    , m_model(std::move(model))
    , m_steps(stepsOf(m_model->transformer.config))
{
}

int Session::stepIndex() const
{
    const auto found = std::find(m_steps.begin(), m_steps.end(), m_selection.step);
    return static_cast<int>(found - m_steps.begin());
}

bool Session::run(const RunRequest& request)
{
    try {
        m_trace = std::make_shared<const Trace>(glassformer::run(*m_model, request));
    } catch (const Error& error) {
        emit failed(QString::fromStdString(error.what()));
        return false;
    }
    m_request = request;
    m_selection = clampedTo(m_selection, *m_trace);
    return true;
}

bool Session::runText(const QString& text, const QString& target_language)
{
    RunRequest request;
    request.text = text.trimmed().toStdString();
    request.target_language = target_language.toStdString();
    request.interventions = m_request.interventions;
    const bool is_first = !m_trace;
    if (!run(request))
        return false;
    m_answer_before.clear();
    m_selection =
        is_first ? firstLook(*m_model, *m_trace, m_selection) : lookFromPronoun(*m_trace, m_selection);
    emit runChanged();
    return true;
}

void Session::toggleHead(const HeadName& head)
{
    RunRequest request = m_request;
    std::vector<HeadName>& off = request.interventions.heads_off;
    const auto found = std::find(off.begin(), off.end(), head);
    if (found == off.end())
        off.push_back(head);
    else
        off.erase(found);
    const QString before = QString::fromStdString(m_trace->answer);
    if (!run(request))
        return;
    m_answer_before = before;
    emit runChanged();
}

void Session::writeInstead(int position, int token_id)
{
    RunRequest request = m_request;
    request.forced_target.clear();
    for (int t = 0; t < position; ++t)
        request.forced_target.push_back(m_trace->written[static_cast<std::size_t>(t)].id);
    request.forced_target.push_back(token_id);
    const QString before = QString::fromStdString(m_trace->answer);
    if (!run(request))
        return;
    m_answer_before = before;
    emit runChanged();
}

void Session::select(const Selection& selection)
{
    const Selection clamped = clampedTo(selection, *m_trace);
    if (clamped == m_selection)
        return;
    m_selection = clamped;
    emit selectionChanged();
}

void Session::goToStep(int index)
{
    Selection selection = m_selection;
    selection.step =
        m_steps[static_cast<std::size_t>(std::clamp(index, 0, static_cast<int>(m_steps.size()) - 1))];
    select(selection);
}

} // namespace glassformer
