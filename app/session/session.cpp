#include "app/session/session.h"

#include "app/session/jobs/first_decoding.h"
#include "app/session/request_change.h"
#include "core/error.h"
#include "core/experiment/attention/attention_aggregate.h"
#include "core/experiment/attention/word_groups.h"
#include "core/experiment/effect/removed_heads.h"
#include "core/trace/look/place.h"
#include "core/trace/run/kept_changes.h"
#include "core/trace/run/target_language.h"

#include <utility>

namespace glassformer {

Session::Session(std::shared_ptr<const Model> model, double most_bytes)
    : m_most_bytes(most_bytes)
    , m_model(std::move(model))
    , m_card(readModelCard(*m_model->files, m_model->transformer.config))
    , m_opening(most_bytes)
{
    connectParts();
}

void Session::connectParts()
{
    const auto tell_busy = [this] { emit busyChanged(isBusy()); };
    connect(&m_opening, &Opening::busyChanged, this, tell_busy);
    connect(&m_running, &JobLane::busyChanged, this, tell_busy);
    connect(&m_looking, &Looking::busyChanged, this, tell_busy);
    connect(&m_opening, &Opening::doing, this, &Session::doing);
    connect(&m_running, &JobLane::doing, this, &Session::doing);
    connect(&m_opening, &Opening::progressed, this, &Session::progressed);
    connect(&m_running, &JobLane::progressed, this, &Session::progressed);
    connect(&m_opening, &Opening::failed, this, &Session::giveUp);
    connect(&m_running, &JobLane::failed, this, &Session::giveUp);
    connect(&m_looking, &Looking::failed, this, &Session::failed);
    connect(&m_experimenting, &Experimenting::failed, this, &Session::failed);
    connect(&m_measuring, &Measuring::failed, this, &Session::failed);
    connect(&m_opening, &Opening::modelOpened, this, &Session::showModel);
    connect(&m_opening, &Opening::traceOpened, this, &Session::showRecorded);
    connect(&m_opening, &Opening::memoryWanted, this, &Session::memoryWanted);
    connect(&m_looking, &Looking::selectionChanged, this, [this] {
        considerExperiment();
        considerMeasures();
        emit selectionChanged();
    });
    connect(&m_experimenting, &Experimenting::changed, this, &Session::experimentDone);
    connect(&m_measuring, &Measuring::changed, this, &Session::measuredMore);
    connect(&m_noticing, &Noticing::changed, this, &Session::textNotesChanged);
}

std::unique_ptr<Session> Session::twin() const
{
    auto other = std::make_unique<Session>(m_model, m_most_bytes);
    other->takeRun({m_request, trace(), selection(), m_looking.held()});
    return other;
}

Token Session::token(int id) const
{
    return isRecorded() ? tokenIn(*trace(), id) : m_model->tokenizer.token(id);
}

AttentionSite Session::site() const
{
    return siteOf(selection().step, trace()->config);
}

QString Session::sourceLanguage() const
{
    // Where none was asked for, the files have chosen one: it stands beside the text.
    std::string language = m_request.source_language;
    const std::vector<std::string> languages =
        isRecorded() ? std::vector<std::string>() : m_model->sourceLanguages();
    const auto& ids = m_model->tokenizer.specialTokens().targets;
    for (const Token& token : trace()->source)
        for (const std::string& known : languages)
            if (language.empty() && token.is_special && token.id == ids.at(known))
                language = known;
    return QString::fromStdString(language);
}

double Session::temperature() const
{
    return temperatureOf(m_request);
}

bool Session::isOff(const HeadName& head) const
{
    return glassformer::isOff(m_request, head);
}

StepContext Session::context() const
{
    return {*trace(), selection(), [this](int id) { return token(id); },
        isRecorded() ? nullptr : m_model.get(), temperature() > 0 ? temperature() : 1, m_request.decoding,
        isRecorded() ? std::nullopt : m_card.pointing_head, isRecorded() ? nullptr : &m_card.roles,
        measured().chinese_words};
}

bool Session::isRemoved(const HeadName& head) const
{
    return !isRecorded() && glassformer::isRemoved(m_model->transformer, head);
}

void Session::cancel()
{
    m_opening.cancel();
    m_running.cancel();
    m_looking.cancel();
    m_wanted = m_request;
    considerExperiment();
}

void Session::giveUp(const Message& message)
{
    m_change_reasons.clear();
    m_wanted = m_request;
    considerExperiment();
    emit failed(message);
}

// Opening.

void Session::openModel(FilesPointer files, const MemoryLimits& limits, const ViewText& view)
{
    m_opening.openModel(std::move(files), limits, {m_wanted, m_card, m_looking.wanted(), view});
}

void Session::openTrace(FilesPointer files, const std::string& name)
{
    m_wanted_trace = files;
    m_opening.openTrace(std::move(files), name, m_looking.wanted());
}

void Session::dropOpening()
{
    m_opening.cancel();
    emit openingDropped();
}

void Session::showModel(const OpenedModel& opened)
{
    m_running.cancel();
    m_change_reasons.clear();
    m_noticing.rest();
    m_model = opened.model;
    m_card = opened.card;
    m_recorded_file.clear();
    m_measuring.forgetModel();
    const StepKind step = m_looking.wanted().step; // the user may have moved on meanwhile
    takeRun(opened.run);
    emit modelChanged();
    emit runChanged();
    Selection look = selection();
    look.step = step;
    select(opened.view.over({{}, {}, look}).selection);
    if (opened.trouble.empty())
        return;
    emit textRefused(QString::fromStdString(opened.refused_text));
    emit failed(opened.trouble);
}

void Session::showRecorded(const std::string& file, const ShownRun& run)
{
    m_running.cancel();
    m_recorded_file = file;
    m_recorded_files = m_wanted_trace;
    m_card = {};
    m_measuring.forgetModel();
    takeRun(run);
    emit modelChanged();
    emit runChanged();
}

void Session::takeRun(const ShownRun& run)
{
    m_experimenting.forget();
    m_request = m_wanted = run.request;
    m_answer_before.clear();
    m_looking.show(run);
    if (isRecorded())
        m_noticing.forget();
    else
        m_noticing.show(m_model, m_card, *trace());
    m_measuring.forgetRun();
    considerExperiment();
    considerMeasures();
}

// Running.

bool Session::runFirst(const QString& text, const QString& target_language)
{
    ViewText view;
    view.set("text", text.toStdString());
    view.set("to", target_language.toStdString());
    return runFirst(view, {});
}

bool Session::runFirst(const ViewText& view, const QString& language)
{
    RunWish wish{m_model, {}, {}, Arrival::First};
    wish.most_bytes = m_most_bytes;
    wish.request.text = exampleFor(m_card, language.toStdString());
    wish.request.decoding = firstDecoding(m_model->transformer.config);
    wish.request = view.over({{}, wish.request, {}}).request;
    wish.request.text = QString::fromStdString(wish.request.text).trimmed().toStdString();
    wish.request.target_language = targetLanguageFor(*m_model, wish.request.target_language);
    wish.look = lookOfCard(m_card, {});
    try {
        takeRun(finish(*runningJob(std::move(wish))));
        select(view.over({{}, {}, selection()}).selection);
    } catch (const Error& error) {
        emit failed(error.message());
        return false;
    }
    emit runChanged();
    return true;
}

/** Another text may have no place for a change, or another one. */
void Session::keepChanges(RunRequest& request)
{
    // Wishes are made from what is shown, or from what is on its way.
    const RunRequest& before = request.changes == m_wanted.changes ? m_wanted : m_request;
    if (request.text == before.text && request.target_language == before.target_language
        && request.source_language == before.source_language)
        return;
    KeptChanges kept = keptFor(*m_model, before, request);
    request.changes = std::move(kept.changes);
    m_change_reasons = std::move(kept.reasons);
}

void Session::startRun(RunRequest request, bool goes_on)
{
    if (isRecorded())
        return;
    keepChanges(request);
    const bool is_other_text = request.text != m_request.text;
    const Arrival arrival = goes_on ? Arrival::LastRow : is_other_text ? Arrival::First : Arrival::Same;
    launch(std::move(request), arrival, m_looking.wanted());
}

void Session::show(const View& view)
{
    if (isRecorded() || view.request == m_wanted)
        return select(view.selection);
    m_change_reasons.clear();
    launch(view.request, Arrival::Same, view.selection);
}

void Session::launch(RunRequest request, Arrival arrival, const Selection& look)
{
    m_experimenting.rest();
    m_wanted = request;
    consider(request);
    m_opening.changeRequest(request);
    const Selection asked = m_looking.wanted();
    m_running.start<ShownRun>(runningJob({m_model, std::move(request), look, arrival, trace(), m_most_bytes}),
        [this, asked, arrival](const ShownRun& run) { showRun(run, asked, arrival); });
}

void Session::showRun(const ShownRun& run, const Selection& asked_look, Arrival arrival)
{
    const Selection wanted = m_looking.wanted();
    const QString before =
        isExperiment(run.request, m_request) ? QString::fromStdString(trace()->answer) : QString();
    takeRun(run);
    m_answer_before = before;
    emit runChanged();
    if (wanted == asked_look)
        return;
    // The user moved on meanwhile.
    if (arrival == Arrival::First)
        m_looking.lookFirst(wanted);
    else
        m_looking.select(wanted);
}

void Session::considerText(const QString& text, const QString& target_language)
{
    RunRequest request = m_wanted;
    request.text = text.trimmed().toStdString();
    request.target_language = target_language.toStdString();
    const bool is_shown =
        request.text == m_request.text && request.target_language == m_request.target_language;
    if (isRecorded() || is_shown)
        return m_noticing.rest();
    consider(request);
}

void Session::consider(const RunRequest& request)
{
    // What another model will read says nothing of this one.
    if (!m_opening.isBusy() && !m_opening.isAsking())
        m_noticing.consider(m_model, m_card, request);
}

// Experimenting.

void Session::considerExperiment()
{
    if (!trace())
        return;
    // A long text is not run once more for every head that is looked at: who wants to know switches the head off.
    const bool is_long = trace()->late != nullptr;
    const std::optional<AskedWord> asked = askedWord(*trace(), selection().position);
    const bool is_worth_it = showsOneHead(*trace(), selection()) && canToggle(head()) && !isOff(head());
    if (is_long || !asked || !is_worth_it || m_running.isBusy())
        return m_experimenting.rest();
    m_experimenting.consider({m_model, trace(), m_request, head(), *asked, m_most_bytes});
}

/** What the step shows beside the run: all heads by what they do, the chosen word among all words. */
void Session::considerMeasures()
{
    const Selection& look = selection();
    if (showsWeights(look.step))
        m_measuring.considerHeads(trace(), head(), look.attention.trait);
    if (showsWeights(look.step)
        && (hasChinese(queriesOf(*trace(), site())) || hasChinese(keysOf(*trace(), site()))))
        m_measuring.considerChinese();
    const bool shows_beams = m_wants_beams && look.step == StepKind::NextWord
        && beamsFollow(*trace(), look.position) && !m_running.isBusy();
    m_measuring.considerBeams(shows_beams ? weights() : nullptr, trace(), m_request, look.position);
    const bool is_word_there = look.word || look.token < static_cast<int>(trace()->source.size());
    if (look.step == StepKind::Embedding && weights() && is_word_there)
        m_measuring.considerWord(weights(),
            look.word.value_or(trace()->source[static_cast<std::size_t>(look.token)].id),
            trace()->config.family == ModelConfig{}.family ? m_card.lexicons : std::string());
}

std::optional<HeadEffect> Session::headEffect() const
{
    return isOff(head()) ? std::nullopt : m_experimenting.effect(head(), selection().position);
}

} // namespace glassformer
