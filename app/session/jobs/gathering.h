#pragma once

#include "app/session/jobs/inquiry.h"
#include "core/experiment/effect/attribution.h"
#include "core/experiment/effect/part_ranking.h"
#include "core/experiment/reading/logit_lens.h"
#include "core/experiment/reading/word_votes.h"

#include <memory>
#include <optional>

namespace glassformer {

class Session;

/** How evidence is gathered. */
struct EvidenceWish
{
    Ablation ablation = Ablation::Zero;
    bool cuts_edges = false; ///< one token looking at another, in all layers and heads, is a part as well
    bool tints_heads = false; ///< the gallery of heads by what the word loses without each
    AttributionMethod method = AttributionMethod::Removed;
    std::optional<int> rival{}; ///< id of the word that votes are counted against; nothing: the logit alone

    bool operator==(const EvidenceWish&) const = default;
};

/** What was found so far about the word that is asked about; null: not known (yet). */
struct Evidence
{
    std::optional<AskedWord> asked{}; ///< nothing: the run has no word there
    /** What the last change of the run made of the word that was asked about before it, behind the same words. */
    std::optional<WordEffect> change{};
    Token changed{}; ///< that word
    std::shared_ptr<const PartRanking> parts{};
    std::shared_ptr<const Attribution> words{};
    std::shared_ptr<const WordVotes> votes{};
    std::shared_ptr<const LogitLens> layers{}; ///< of the whole run
};

/**
 * Evidence about the word that is written where the user stands: which parts it needs, which of the words that were read
 * mattered, who voted for it, what each layer would say. It follows the session; each question is found out only when
 * somebody has opened it, and forgotten when the word or the run is another. Of a long text only who starts it gets it.
 */
class Gathering : public QObject
{
    Q_OBJECT

public:
    explicit Gathering(Session& session);

    const Session& session() const { return m_session; }
    const Evidence& evidence() const { return m_evidence; }
    const EvidenceWish& wish() const { return m_wish; }
    /** What it changes is found out anew where somebody looks. */
    void choose(const EvidenceWish& wish);
    /** Whether anything can be tried: the run is one of the open model, and has a word there. */
    bool canTry() const;

    Inquiry& parts() { return m_parts; }
    Inquiry& words() { return m_words; }
    Inquiry& votes() { return m_votes; }
    Inquiry& layers() { return m_layers; }

signals:
    void changed(); ///< something more is known, or asked

private:
    /** A word as a run finds it, to be compared with another run. */
    struct FoundWord
    {
        AskedWord asked;
        std::vector<int> before; ///< ids of the words that are written before it
        double log_probability = 0;
        int likeliest = -1;
    };

    void follow();
    void noteChange();
    std::optional<FoundWord> find(const AskedWord& asked) const;
    bool isLong() const;
    WordQuestion question() const;
    void rankParts(JobLane& lane);
    void attributeWords(JobLane& lane);
    void countVotes(JobLane& lane);
    void readLayers(JobLane& lane);

    Session& m_session;
    Evidence m_evidence;
    EvidenceWish m_wish;
    std::shared_ptr<const void> m_run; ///< whose evidence it is
    std::optional<FoundWord> m_word, m_word_before; ///< of this run, and of the one before
    Inquiry m_parts, m_words, m_votes, m_layers;
};

} // namespace glassformer
