#pragma once

#include "app/session/jobs/inquiry.h"
#include "core/experiment/attention/head_maps.h"
#include "core/experiment/attention/known_heads.h"
#include "core/experiment/effect/bank_evidence.h"
#include "core/experiment/effect/sentence_evidence.h"
#include "core/learn/evaluation/head_roles.h"

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
    std::shared_ptr<const std::vector<HeadRoles>> roles{};
    /** Where the session's head looks in the examples: those in which it does most, then those in which it does least. */
    std::vector<HeadMap> maps{};
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

    /** The sentences of all that are known so far in which a head does most, or least, by their place in the bank. */
    std::vector<int> examples(const HeadName& head, bool strongest) const;
    /** What one of these asks of the model. */
    const RunRequest& request(int example) const;

    Inquiry& bank() { return m_bank; }
    Inquiry& kinds() { return m_kinds; }
    Inquiry& roles() { return m_roles; }

    static constexpr int role_sentences = 300; ///< over which roles are counted

signals:
    void changed(); ///< something more is known

private:
    void begin(JobLane& lane);
    void tryTwins(JobLane& lane);
    void trySentences(JobLane& lane);
    void readRandomWords(JobLane& lane);
    void readKnownGrammar(JobLane& lane);
    bool isWhole() const;
    void forget();
    void considerMaps();

    Session& m_session;
    BankFindings m_found;
    OwnSentences m_own;
    Inquiry m_bank, m_kinds, m_roles;
    std::optional<HeadName> m_mapped; ///< whose maps are known, or on their way
    JobLane m_maps;
};

} // namespace glassformer
