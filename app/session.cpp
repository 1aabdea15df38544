#include "app/session.h"

#include "core/error.h"
#include "core/trace/step_list.h"
#include "core/trace/tensor_name.h"

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
    if (is_first)
        m_selection.encoder_layer = m_trace->config.encoder_layers - 1;
    selectPronoun(is_first);
    emit runChanged();
    return true;
}

/** Looks at the row of "it" and the word it looks at most, at first in the head that looks most sharply. */
void Session::selectPronoun(bool choose_head)
{
    const auto found = std::find_if(m_trace->source.begin(), m_trace->source.end(),
        [](const Token& token) { return token.text == "it" || token.text == "It" || token.text == "它"; });
    if (found == m_trace->source.end())
        return;
    const int row = static_cast<int>(found - m_trace->source.begin());
    const Tensor& weights = m_trace->tensor(
        attentionTensor(AttentionSite::Encoder, m_selection.encoder_layer, AttentionPart::Weights));
    const int count = static_cast<int>(weights.shape[2]);
    const auto weight = [&](int head, int key) {
        return weights.values[static_cast<std::size_t>((head * count + row) * count + key)];
    };
    const int first_head = choose_head ? 0 : m_selection.head;
    const int last_head = choose_head ? m_trace->config.n_heads - 1 : m_selection.head;
    float strongest = -1;
    for (int head = first_head; head <= last_head; ++head)
        for (int key = 0; key < count; ++key) {
            const Token& token = m_trace->source[static_cast<std::size_t>(key)];
            if (token.is_special || key == row || weight(head, key) <= strongest)
                continue;
            strongest = weight(head, key);
            m_selection.head = head;
            m_selection.key = key;
        }
    m_selection.query = m_selection.token = row;
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
