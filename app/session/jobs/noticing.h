#pragma once

#include "app/models/model_card.h"
#include "app/session/jobs/job_lane.h"
#include "app/session/shown_run.h"

#include <QObject>
#include <QStringList>

#include <optional>
#include <vector>

namespace glassformer {

/** A word that the model knows only in pieces, and those that it knows and that are spelt like it. */
struct WordOffer
{
    QString unknown;
    QStringList known; ///< the nearest first; may be none
};

/** What should be known of a text before its answer is believed. */
struct TextNotes
{
    Message notice{}; ///< why the answer will mean little; empty: for no reason that can be known
    QStringList unknown_words{}; ///< which the vocabulary of a bundled model holds only in pieces
    std::vector<WordOffer> offers{}; ///< of these words
};

/**
 * Looks at a text beside the window while somebody types it or has it run, so that what is wrong with it is said before
 * an answer is there. Of the text that is shown the same is known.
 */
class Noticing : public QObject
{
    Q_OBJECT

public:
    Noticing();

    /** A run is shown: its text is known, and what came of the same text before goes. */
    void show(const ModelPointer& model, const ModelCard& card, const Trace& trace);
    /** A recorded run, of which nothing is to be said. */
    void forget();
    /** Another text than the one that is shown is being typed, or on its way. */
    void consider(const ModelPointer& model, const ModelCard& card, const RunRequest& request);
    /** There is no other text. */
    void rest();

    /** Of the newest text that was looked at. */
    const TextNotes& notes() const { return m_considered ? *m_considered : m_shown; }

signals:
    void changed();

private:
    TextNotes m_shown;
    std::optional<TextNotes> m_considered;
    RunRequest m_request; ///< of the lane, or of what it found
    JobLane m_lane;
};

} // namespace glassformer
