#include "app/session.h"

#include "app/first_look.h"
#include "core/error.h"
#include "core/file/byte_file.h"
#include "core/file/model_folder.h"
#include "core/trace/step_list.h"

#include <algorithm>

namespace glassformer {

Session::Session(std::shared_ptr<const Model> model, QObject* parent)
    : QObject(parent)
    , m_model(std::move(model))
    , m_card(readModelCard(m_model->folder, m_model->transformer.config))
    , m_steps(stepsOf(m_model->transformer.config))
{
}

int Session::stepIndex() const
{
    const auto found = std::find(m_steps.begin(), m_steps.end(), m_selection.step);
    return static_cast<int>(found - m_steps.begin());
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
    for (const WordCut& word : m_trace->source_words)
        if (m_trace->source[word.first_token].is_piece) {
            const QString text = QString::fromStdString(
                m_trace->source_text.substr(word.span.begin, word.span.end - word.span.begin));
            if (!words.contains(text))
                words.append(text);
        }
    return words;
}

const QString& Session::answerWithout(const HeadName& head) const
{
    const auto [place, is_new] = m_answers_without.try_emplace(headText(head));
    if (is_new) {
        RunRequest request = m_request;
        request.interventions.heads_off.push_back(head);
        place->second = QString::fromStdString(answer(*m_model, request));
    }
    return place->second;
}

bool Session::openModel(const std::filesystem::path& folder)
{
    try {
        auto model = std::make_shared<const Model>(Model::load(modelFolder(pathText(folder), {})));
        ModelCard card = readModelCard(model->folder, model->transformer.config);
        RunRequest request;
        request.text = m_request.text;
        const std::vector<std::string> languages = model->targetLanguages();
        const bool has_language =
            std::find(languages.begin(), languages.end(), m_request.target_language) != languages.end();
        request.target_language = has_language ? m_request.target_language
            : languages.empty()                ? std::string()
                                               : languages.front();
        auto trace = std::make_shared<const Trace>(glassformer::run(*model, request));
        m_model = std::move(model);
        m_card = std::move(card);
        m_steps = stepsOf(m_model->transformer.config);
        m_trace = std::move(trace);
        m_request = std::move(request);
    } catch (const Error& error) {
        emit failed(QString::fromStdString(error.what()));
        return false;
    }
    m_answer_before.clear();
    m_answers_without.clear();
    if (std::find(m_steps.begin(), m_steps.end(), m_selection.step) == m_steps.end())
        m_selection.step = m_steps.front();
    m_selection = firstLook(m_card, *m_trace, clampedTo(m_selection, *m_trace));
    emit modelChanged();
    emit runChanged();
    return true;
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
    m_answers_without.clear();
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
        is_first ? firstLook(m_card, *m_trace, m_selection) : lookFromPronoun(*m_trace, m_selection);
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
    runChangedRequest(request);
}

void Session::switchAllHeadsOn()
{
    RunRequest request = m_request;
    request.interventions = {};
    runChangedRequest(request);
}

/** Runs the same text under other conditions, so that the two answers can be compared. */
void Session::runChangedRequest(const RunRequest& request)
{
    const QString before = QString::fromStdString(m_trace->answer);
    if (!run(request))
        return;
    m_answer_before = before;
    emit runChanged();
}

bool Session::isRemoved(const HeadName& head) const
{
    const TransformerWeights<float>& weights = m_model->transformer.weights;
    const auto layer = static_cast<std::size_t>(head.layer);
    const AttentionWeights<float>& attention = head.site == AttentionSite::Encoder
        ? weights.encoder.layers.at(layer).attention
        : head.site == AttentionSite::DecoderSelf ? weights.decoder.layers.at(layer).attention
                                                  : weights.decoder.layers.at(layer).cross_attention;
    return glassformer::isRemoved(attention, head.head, m_model->transformer.config.n_heads);
}

bool Session::isOff(const HeadName& head) const
{
    const auto& off = m_request.interventions.heads_off;
    return std::find(off.begin(), off.end(), head) != off.end();
}

void Session::writeInstead(int position, int token_id)
{
    RunRequest request = m_request;
    request.forced_target.clear();
    for (int t = 0; t < position; ++t)
        request.forced_target.push_back(m_trace->written[static_cast<std::size_t>(t)].id);
    request.forced_target.push_back(token_id);
    runChangedRequest(request);
}

void Session::select(const Selection& selection)
{
    const Selection clamped = clampedTo(selection, *m_trace);
    if (clamped == m_selection)
        return;
    m_selection = clamped;
    emit selectionChanged();
}

void Session::chooseLayer(int layer)
{
    Selection selection = m_selection;
    const bool is_encoder = attentionSiteOf(selection.step) == AttentionSite::Encoder;
    (is_encoder ? selection.encoder_layer : selection.decoder_layer) = layer;
    select(selection);
}

void Session::chooseHead(int head)
{
    Selection selection = m_selection;
    selection.head = head;
    select(selection);
}

void Session::goToStep(int index)
{
    Selection selection = m_selection;
    selection.step =
        m_steps[static_cast<std::size_t>(std::clamp(index, 0, static_cast<int>(m_steps.size()) - 1))];
    select(selection);
}

} // namespace glassformer
