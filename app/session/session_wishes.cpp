#include "app/session/jobs/first_decoding.h"
#include "app/session/request_change.h"
#include "app/session/session.h"
#include "core/trace/look/place.h"
#include "core/trace/words/gap_text.h"

#include <algorithm>
#include <utility>

// What the user wants of the run that is shown: other words, other choices, changes.

namespace glassformer {

void Session::runText(const QString& text, const QString& target_language)
{
    RunRequest request = m_wanted;
    request.text = text.trimmed().toStdString();
    request.target_language = target_language.toStdString();
    request.forced_target.clear();
    request.decoding.max_new_tokens = firstDecoding(m_model->transformer.config).max_new_tokens;
    startRun(std::move(request));
}

void Session::chooseSourceLanguage(const QString& language)
{
    RunRequest request = m_wanted;
    request.source_language = language.toStdString();
    request.forced_target.clear();
    startRun(std::move(request));
}

void Session::toggleHead(const HeadName& head)
{
    if (canToggle(head))
        toggle(headOff(head));
}

void Session::toggleHeads(std::vector<HeadName> heads)
{
    heads.erase(
        std::remove_if(heads.begin(), heads.end(), [this](const HeadName& head) { return !canToggle(head); }),
        heads.end());
    if (!heads.empty())
        startRun(withHeadsToggled(m_wanted, heads));
}

void Session::toggle(const Change& change)
{
    startRun(withToggled(m_wanted, change));
}

void Session::addChange(const Change& change)
{
    RunRequest request = m_wanted;
    request.changes.push_back(change);
    startRun(std::move(request));
}

bool Session::has(const Change& change) const
{
    return std::find(m_request.changes.begin(), m_request.changes.end(), change) != m_request.changes.end();
}

void Session::setNumber(const NumberPlace& place, float number)
{
    startRun(withNumber(m_wanted, place, number));
}

void Session::takeBack(const Change& change)
{
    const Changes& changes = m_wanted.changes;
    if (std::find(changes.begin(), changes.end(), change) != changes.end())
        toggle(change);
}

void Session::takeAllBack()
{
    RunRequest request = m_wanted;
    request.changes.clear();
    startRun(std::move(request));
}

void Session::writeInstead(int position, int token_id)
{
    if (!isRecorded())
        startRun(withTokenWritten(*m_model, *trace(), m_request, position, token_id));
}

void Session::writeRoad(int position, const std::vector<int>& token_ids)
{
    if (!isRecorded() && !token_ids.empty())
        startRun(withTokensWritten(*m_model, *trace(), m_request, position, token_ids));
}

void Session::wantBeams(bool wants)
{
    m_wants_beams = wants;
    considerMeasures();
    emit measuredMore();
}

void Session::writeNext()
{
    const int next = selection().position + 1;
    if (next < trace()->rows())
        select(withToken(selection(), trace()->config, site(), next, std::nullopt));
    else if (!isRecorded())
        writeMore(trace()->rows() - trace()->given + 2);
}

void Session::writeToEnd()
{
    if (isRecorded() || trace()->ended || trace()->config.hasEncoder())
        select(withToken(selection(), trace()->config, site(), trace()->rows() - 1, std::nullopt));
    else
        writeMore(most_new_tokens);
}

bool Session::canTakeWordBack() const
{
    const Trace& run = *trace();
    return run.config.hasDecoder() && !run.written.empty()
        && selection().position > std::max(0, run.given - 1);
}

void Session::takeWordBack()
{
    if (canTakeWordBack())
        select(withToken(selection(), trace()->config, site(), selection().position - 1, std::nullopt));
}

/** The same text with so many tokens written behind it, shown at the last. */
void Session::writeMore(int new_tokens)
{
    RunRequest request = m_request;
    request.decoding.max_new_tokens = new_tokens;
    startRun(std::move(request), true);
}

void Session::chooseTemperature(double temperature)
{
    startRun(withTemperature(m_wanted, temperature));
}

void Session::chooseDecoding(const Decoding& decoding)
{
    startRun(withChance(m_wanted, decoding));
}

void Session::hide(int token)
{
    if (!isRecorded() && !gapMark(*m_model).empty())
        startRun(withGap(*m_model, *trace(), m_request, token));
}

void Session::replaceWord(int token, int id)
{
    if (!isRecorded())
        startRun(withWord(*m_model, *trace(), m_request, token, id));
}

} // namespace glassformer
