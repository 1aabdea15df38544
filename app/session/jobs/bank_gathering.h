#pragma once

#include "app/session/jobs/inquiry.h"
#include "core/experiment/attention/known_heads.h"
#include "core/experiment/effect/bank_evidence.h"
#include "core/experiment/effect/sentence_evidence.h"

#include <QString>

#include <memory>

namespace glassformer {

class Session;

/** Sentences of a file that somebody chose; without any the twins of the bundled world are asked. */
struct OwnSentences
{
    QString file; ///< its name
    std::vector<std::string> texts;
};

/** What is known of all heads over many sentences; null: not known (yet). */
struct BankFindings
{
    std::shared_ptr<const BankEvidence> twins{};
    std::shared_ptr<const SentenceEvidence> sentences{};
    std::shared_ptr<const KnownHeads> kinds{};
};

/**
 * What every head of the open model does over many sentences, and which of the known kinds of heads it is. Found out only when
 * somebody has opened it; forgotten with the model, not with the run.
 */
class BankGathering : public QObject
{
    Q_OBJECT

public:
    explicit BankGathering(Session& session);

    const BankFindings& found() const { return m_found; }
    const OwnSentences& ownSentences() const { return m_own; }
    /** Asks over these instead; without texts over the twins again. */
    void choose(OwnSentences sentences);
    bool canTry() const;

    Inquiry& bank() { return m_bank; }
    Inquiry& kinds() { return m_kinds; }

signals:
    void changed(); ///< something more is known

private:
    void begin(JobLane& lane);
    void tryTwins(JobLane& lane);
    void trySentences(JobLane& lane);
    void readRandomWords(JobLane& lane);

    Session& m_session;
    BankFindings m_found;
    OwnSentences m_own;
    Inquiry m_bank, m_kinds;
};

} // namespace glassformer
