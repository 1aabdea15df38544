#include "app/session/first_decoding.h"
#include "app/session/first_look.h"
#include "app/session/gap_text.h"
#include "app/session/session.h"
#include "core/trace/place.h"

#include <algorithm>
#include <utility>

// What the session has the model run: texts and experiments.

namespace glassformer {
namespace {

Selection withLayersOf(Selection selection, const Selection& other)
{
    selection.encoder_layer = other.encoder_layer;
    selection.decoder_layer = other.decoder_layer;
    return selection;
}

/** Whether only the conditions differ, so that the two answers can be compared. */
bool isExperiment(const RunRequest& request, const RunRequest& before)
{
    const bool same_text = request.text == before.text && request.target_language == before.target_language;
    const bool same_conditions =
        request.interventions == before.interventions && request.forced_target == before.forced_target;
    return same_text && !same_conditions;
}

} // namespace

void Session::runText(const QString& text, const QString& target_language)
{
    RunRequest request;
    request.text = text.trimmed().toStdString();
    request.target_language = target_language.toStdString();
    request.decoding = m_wanted.decoding;
    request.decoding.max_new_tokens = firstDecoding(m_model->transformer.config).max_new_tokens;
    request.interventions = m_wanted.interventions;
    startRun(std::move(request));
}

void Session::startRun(RunRequest request)
{
    if (isRecorded())
        return;
    m_experiments.cancel();
    m_wanted = request;
    m_goes_on = false;
    Run run{std::move(request), {}, m_wanted_look};
    m_lane.start([this, model = m_model, before = m_trace, run = std::move(run)](
                     const JobWatch& watch) -> JobLane::Finish {
        Run done = run;
        done.trace =
            std::make_shared<const Trace>(runLean(model, run.request, watch.cancel, m_most_bytes, before));
        done.look = clampedTo(run.look, *done.trace);
        done.held = holdLayers(*done.trace, done.look);
        return [this, done] { showRun(done); };
    });
}

void Session::showRun(Run run)
{
    m_answer_before =
        isExperiment(run.request, m_request) ? QString::fromStdString(m_trace->answer) : QString();
    const bool is_new_text = run.request.text != m_request.text;
    // Where the user looks by now, in the layers that are at hand.
    const Selection wanted = m_wanted_look;
    run.look = withLayersOf(wanted, run.look);
    takeRun(std::move(run));
    Selection look = m_selection;
    if (is_new_text)
        look = lookFromPronoun(*m_trace, look);
    if (std::exchange(m_goes_on, false))
        look = withToken(look, m_trace->config, site(), m_trace->rows() - 1, std::nullopt);
    m_selection = m_wanted_look = look;
    emit runChanged();
    select(withLayersOf(m_selection, wanted));
}

void Session::toggleHead(const HeadName& head)
{
    RunRequest request = m_wanted;
    std::vector<HeadName>& off = request.interventions.heads_off;
    const auto found = std::find(off.begin(), off.end(), head);
    if (found == off.end())
        off.push_back(head);
    else
        off.erase(found);
    startRun(std::move(request));
}

void Session::switchAllHeadsOn()
{
    RunRequest request = m_wanted;
    request.interventions = {};
    startRun(std::move(request));
}

void Session::writeInstead(int position, int token_id)
{
    if (isRecorded())
        return;
    const ModelConfig& config = m_trace->config;
    const auto row = static_cast<std::size_t>(position);
    if (!config.hasDecoder()) {
        const std::string word =
            QString::fromStdString(m_model->tokenizer.token(token_id).text).trimmed().toStdString();
        return runText(QString::fromStdString(withTokenText(*m_trace, position, word)), {});
    }
    RunRequest request = m_request;
    // A text that goes on is cut behind the place; what was written behind it comes again as it was.
    const int first = config.hasEncoder() ? 0 : std::max(0, m_trace->given - 1);
    if (position < first)
        request.text.resize(m_trace->source[row].span.end);
    request.forced_target.clear();
    for (int t = first; t < position; ++t)
        request.forced_target.push_back(m_trace->written[static_cast<std::size_t>(t)].id);
    request.forced_target.push_back(token_id);
    startRun(std::move(request));
}

void Session::writeNext()
{
    const int next = m_selection.position + 1;
    if (next < m_trace->rows())
        select(withToken(m_selection, m_trace->config, site(), next, std::nullopt));
    else
        writeMore(m_trace->rows() - m_trace->given + 2);
}

void Session::writeToEnd()
{
    if (m_trace->ended || m_trace->config.hasEncoder())
        select(withToken(m_selection, m_trace->config, site(), m_trace->rows() - 1, std::nullopt));
    else
        writeMore(most_new_tokens);
}

/** The same text with so many tokens written behind it, shown at the last. */
void Session::writeMore(int new_tokens)
{
    RunRequest request = m_request;
    request.decoding.max_new_tokens = new_tokens;
    startRun(std::move(request));
    m_goes_on = true;
}

double Session::temperature() const
{
    return m_request.decoding.kind == DecodingKind::Sample ? m_request.decoding.temperature : 0;
}

void Session::chooseTemperature(double temperature)
{
    RunRequest request = m_wanted;
    request.decoding.kind = temperature > 0 ? DecodingKind::Sample : DecodingKind::Greedy;
    if (temperature > 0)
        request.decoding.temperature = temperature;
    startRun(std::move(request));
}

void Session::hide(int token)
{
    const std::string mark = gapMark(*m_model);
    if (!mark.empty())
        runText(QString::fromStdString(withTokenText(*m_trace, token, mark)), {});
}

std::optional<QString> Session::answerWithout(const HeadName& head)
{
    const std::string name = headText(head);
    if (const auto known = m_answers_without.find(name); known != m_answers_without.end())
        return known->second;
    // A long text is not run once more for every head that is looked at: who wants to know switches the head off.
    const bool is_long = m_trace->late != nullptr;
    if (isRecorded() || is_long || m_lane.isBusy() || (m_experiments.isBusy() && m_experiment == name))
        return std::nullopt;
    RunRequest request = m_request;
    request.interventions.heads_off.push_back(head);
    m_experiment = name;
    m_experiments.start(
        [this, model = m_model, before = m_trace, request, name](const JobWatch& watch) -> JobLane::Finish {
            const std::string text = answer(*model, request, watch.cancel, before.get());
            return [this, name, text = QString::fromStdString(text)] {
                m_answers_without[name] = text;
                emit experimentDone();
            };
        });
    return std::nullopt;
}

} // namespace glassformer
