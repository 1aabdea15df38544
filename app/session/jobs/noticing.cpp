#include "app/session/jobs/noticing.h"

#include "app/session/sentence_words.h"
#include "core/error.h"
#include "core/trace/words/known_words.h"

namespace glassformer {
namespace {

constexpr std::size_t most_offers = 4, most_offered_words = 3;

std::vector<WordOffer> offersFor(const QStringList& unknown_words, const Tokenizer& tokenizer)
{
    std::vector<WordOffer> offers;
    if (unknown_words.isEmpty())
        return offers;
    const std::vector<std::string> known = knownWords(tokenizer);
    for (const QString& unknown : unknown_words.mid(0, most_offered_words)) {
        QStringList near;
        for (const std::string& word : nearWords(unknown.toStdString(), known, most_offers))
            near << QString::fromStdString(word);
        offers.push_back({unknown, near});
    }
    return offers;
}

TextNotes notesOf(const Model& model, const TrainedLanguages& languages, const TextToRead& read)
{
    TextNotes notes;
    notes.notice = textNotice(read, model.tokenizer.specialTokens(), languages).value_or(Message());
    notes.unknown_words = unknownWordsOf(read, model.transformer.config);
    notes.offers = offersFor(notes.unknown_words, model.tokenizer);
    return notes;
}

/** What cannot be read has no notes: the run will say why. */
TextNotes notesOf(const Model& model, const TrainedLanguages& languages, const RunRequest& request)
{
    try {
        return notesOf(model, languages, textToRead(model, request));
    } catch (const Error&) {
        return {};
    }
}

bool isSameText(const RunRequest& one, const RunRequest& other)
{
    return one.text == other.text && one.target_language == other.target_language
        && one.source_language == other.source_language;
}

} // namespace

Noticing::Noticing() = default;

void Noticing::show(const ModelPointer& model, const ModelCard& card, const Trace& trace)
{
    RunRequest shown;
    shown.text = trace.source_text;
    shown.target_language = trace.target_language;
    shown.source_language = trace.source_language;
    m_shown = notesOf(*model, card.languages, textOf(trace));
    if (isSameText(shown, m_request))
        rest();
}

void Noticing::forget()
{
    m_shown = {};
    rest();
}

void Noticing::consider(const ModelPointer& model, const ModelCard& card, const RunRequest& request)
{
    m_request = request;
    m_lane.start<TextNotes>(
        onePiece<TextNotes>([model, languages = card.languages, request](
                                const JobWatch&) { return notesOf(*model, languages, request); }),
        [this](const TextNotes& notes) {
            m_considered = notes;
            emit changed();
        });
}

void Noticing::rest()
{
    m_lane.cancel();
    m_request = {};
    if (!m_considered)
        return;
    m_considered.reset();
    emit changed();
}

} // namespace glassformer
