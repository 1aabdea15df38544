#include "app/session/session.h"

#include "app/session/first_decoding.h"
#include "app/session/first_look.h"
#include "core/error.h"
#include "core/file/byte_file.h"
#include "core/file/model_folder.h"
#include "core/model/open_transformer.h"
#include "core/trace/place.h"
#include "core/trace/trace_file.h"

#include <algorithm>
#include <utility>

namespace glassformer {
namespace {

constexpr std::uint64_t largest_trace = 8ull << 30;

/** The same text for another model, in a language that it can write. A mere example gives way to the model's own. */
RunRequest requestFor(
    const Model& model, const ModelCard& card, const RunRequest& before, const std::string& example_before)
{
    RunRequest request;
    request.text = before.text == example_before && !card.example.empty() ? card.example : before.text;
    request.decoding = firstDecoding(model.transformer.config);
    const std::vector<std::string> languages = model.targetLanguages();
    const bool has_language =
        std::find(languages.begin(), languages.end(), before.target_language) != languages.end();
    request.target_language = has_language ? before.target_language
        : languages.empty()                ? std::string()
                                           : languages.front();
    return request;
}

} // namespace

Session::Session(std::shared_ptr<const Model> model, double most_bytes)
    : m_most_bytes(most_bytes)
    , m_model(std::move(model))
    , m_card(readModelCard(m_model->folder, m_model->transformer.config))
{
    for (const JobLane* lane : {&m_lane, &m_layers})
        connect(lane, &JobLane::busyChanged, this, [this] { emit busyChanged(isBusy()); });
    connect(&m_lane, &JobLane::progressed, this, &Session::progressed);
    connect(&m_lane, &JobLane::failed, this, [this](const Message& message) {
        m_wanted = m_request;
        emit failed(message);
    });
    connect(&m_layers, &JobLane::failed, this, [this](const Message& message) {
        m_wanted_look = m_selection;
        emit failed(message);
    });
    connect(&m_experiments, &JobLane::failed, this, &Session::failed);
}

std::unique_ptr<Session> Session::twin() const
{
    auto other = std::make_unique<Session>(m_model, m_most_bytes);
    other->takeRun({m_request, m_trace, m_selection, m_held});
    return other;
}

int Session::indexOf(StepKind step) const
{
    const auto found = std::find(m_steps.begin(), m_steps.end(), step);
    return static_cast<int>(found - m_steps.begin());
}

AttentionSite Session::site() const
{
    return siteOf(m_selection.step, m_trace->config);
}

std::optional<Swap> Session::swap() const
{
    const auto exchange = [this](const std::string& from, const std::string& to) -> std::optional<Swap> {
        for (const Token& token : m_trace->source)
            if (token.text == from) {
                std::string text = m_trace->source_text;
                text.replace(token.span.begin, token.span.end - token.span.begin, to);
                return Swap{
                    QString::fromStdString(from), QString::fromStdString(to), QString::fromStdString(text)};
            }
        return std::nullopt;
    };
    for (const auto& [one, other] : m_card.swaps) {
        if (const auto there = exchange(one, other))
            return there;
        if (const auto back = exchange(other, one))
            return back;
    }
    return std::nullopt;
}

QStringList Session::unknownWords() const
{
    QStringList words;
    // Other vocabularies cut words as a matter of course.
    if (isRecorded() || m_trace->config.family != ModelConfig{}.family)
        return words;
    for (const WordCut& word : m_trace->source_words)
        if (m_trace->source[word.first_token].is_piece) {
            const QString text = QString::fromStdString(
                m_trace->source_text.substr(word.span.begin, word.span.end - word.span.begin));
            if (!text.trimmed().isEmpty() && !words.contains(text))
                words.append(text);
        }
    return words;
}

void Session::cancel()
{
    m_lane.cancel();
    m_layers.cancel();
    m_wanted = m_request;
    m_wanted_look = m_selection;
}

void Session::openModel(const std::filesystem::path& folder, const MemoryLimits& limits)
{
    m_experiments.cancel();
    m_lane.start([this, folder, limits, before = m_request, example = m_card.example, look = m_wanted_look](
                     const JobWatch& watch) -> JobLane::Finish {
        const std::filesystem::path complete = modelFolder(pathText(folder), {});
        const std::uint64_t needed = memoryNeeded(complete);
        if (judgeMemory(needed, limits) == MemoryVerdict::Ask)
            return [this, folder, needed, limits] { emit memoryWanted(folder, needed, *limits.available); };
        auto model = std::make_shared<const Model>(Model::load(complete, watch));
        const ModelCard card = readModelCard(model->folder, model->transformer.config);
        Run run{requestFor(*model, card, before, example), {}, {}};
        run.trace = std::make_shared<const Trace>(runLean(model, run.request, watch.cancel, m_most_bytes));
        run.look = firstLook(card, *run.trace, clampedTo(look, *run.trace));
        run.held = holdLayers(*run.trace, run.look);
        return [this, model, card, run] { showModel(model, card, run); };
    });
}

void Session::showModel(ModelPointer model, ModelCard card, Run run)
{
    m_model = std::move(model);
    m_card = std::move(card);
    m_recorded_file.clear();
    run.look.step = m_wanted_look.step;
    takeRun(std::move(run));
    m_answer_before.clear();
    emit modelChanged();
    emit runChanged();
}

Token Session::token(int id) const
{
    return isRecorded() ? tokenIn(*m_trace, id) : m_model->tokenizer.token(id);
}

void Session::openTrace(const std::filesystem::path& file)
{
    m_experiments.cancel();
    m_lane.start([this, file](const JobWatch&) -> JobLane::Finish {
        auto trace =
            std::make_shared<const Trace>(traceFromBytes(readFile(file, largest_trace), pathText(file)));
        return [this, file, trace] { showRecorded(file, trace); };
    });
}

void Session::showRecorded(const std::filesystem::path& file, TracePointer trace)
{
    m_recorded_file = file;
    m_card = {};
    RunRequest request;
    request.text = trace->source_text;
    request.target_language = trace->target_language;
    request.interventions = trace->interventions;
    Selection look = clampedTo(m_wanted_look, *trace);
    look = lookFromPronoun(*trace, look);
    takeRun({std::move(request), std::move(trace), look});
    m_answer_before.clear();
    emit modelChanged();
    emit runChanged();
}

void Session::takeRun(Run run)
{
    m_experiments.cancel();
    m_layers.cancel();
    m_trace = std::move(run.trace);
    m_steps = stepsOf(*m_trace);
    m_request = m_wanted = std::move(run.request);
    m_answers_without.clear();
    m_selection = m_wanted_look = clampedTo(run.look, *m_trace);
    m_held = std::move(run.held);
}

bool Session::runFirst(const QString& text, const QString& target_language)
{
    RunRequest request;
    request.text = text.trimmed().toStdString();
    request.target_language =
        m_model->targetLanguages().empty() ? std::string() : target_language.toStdString();
    request.decoding = firstDecoding(m_model->transformer.config);
    try {
        Run run{std::move(request), {}, {}};
        run.trace = std::make_shared<const Trace>(runLean(m_model, run.request, {}, m_most_bytes));
        run.look = firstLook(m_card, *run.trace, clampedTo(m_selection, *run.trace));
        run.held = holdLayers(*run.trace, run.look);
        takeRun(std::move(run));
    } catch (const Error& error) {
        emit failed(error.message());
        return false;
    }
    emit runChanged();
    return true;
}

StepContext Session::context() const
{
    return {*m_trace, m_selection, [this](int id) { return token(id); },
        isRecorded() ? nullptr : m_model.get(), isRecorded() ? std::nullopt : m_card.pointing_head};
}

bool Session::isRemoved(const HeadName& head) const
{
    if (isRecorded())
        return false;
    const ModelConfig& config = m_model->transformer.config;
    const auto& weights = m_model->transformer.weights;
    const auto& layers =
        head.site == AttentionSite::Encoder ? weights.encoder.layers : weights.decoder.layers;
    const int count = layersOf(config, head.site);
    // Layers of ALBERT share their weights.
    const LayerWeights<float>& layer = layers.at(static_cast<std::size_t>(config.groupOf(head.layer, count)));
    const AttentionWeights<float>& attention =
        head.site == AttentionSite::DecoderCross ? layer.cross_attention : layer.attention;
    return glassformer::isRemoved(attention, head.head, config.n_heads);
}

bool Session::isOff(const HeadName& head) const
{
    const auto& off = m_request.interventions.heads_off;
    return std::find(off.begin(), off.end(), head) != off.end();
}

void Session::select(const Selection& selection)
{
    const Selection clamped = clampedTo(selection, *m_trace);
    if (clamped == m_wanted_look)
        return;
    m_wanted_look = clamped;
    m_layers.cancel();
    if (auto held = holdMadeLayers(*m_trace, clamped))
        return lookAt(clamped, std::move(*held));
    m_layers.start([this, trace = m_trace, clamped](const JobWatch&) -> JobLane::Finish {
        return [this, clamped, held = holdLayers(*trace, clamped)] { lookAt(clamped, held); };
    });
}

void Session::lookAt(const Selection& look, HeldLayers held)
{
    m_selection = look;
    m_held = std::move(held);
    emit selectionChanged();
}

void Session::chooseLayer(int layer)
{
    select(withLayer(m_wanted_look, siteOf(m_wanted_look.step, m_trace->config), layer));
}

void Session::moveLayer(int by)
{
    chooseLayer(m_wanted_look.layerOf(siteOf(m_wanted_look.step, m_trace->config)) + by);
}

void Session::chooseHead(int head)
{
    Selection selection = m_wanted_look;
    selection.head = head;
    select(selection);
}

void Session::goToStep(int index)
{
    Selection selection = m_wanted_look;
    selection.step =
        m_steps[static_cast<std::size_t>(std::clamp(index, 0, static_cast<int>(m_steps.size()) - 1))];
    select(selection);
}

} // namespace glassformer
