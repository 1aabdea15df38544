#include "app/session/jobs/gathering.h"

#include "app/session/jobs/late_job.h"
#include "app/session/session.h"
#include "core/trace/record/tensor_slice.h"

#include <utility>

namespace glassformer {
namespace {

constexpr int largest_group = 3; ///< heads that are taken out together

RankingTask rankingTask(const WordQuestion& question, const EvidenceWish& wish)
{
    const ModelConfig& config = question.trace->config;
    RankingTask task{headsOf(config), wish.ablation, largest_group};
    for (const auto& more : {attentionsOf(config), feedForwardsOf(config), wholeLayersOf(config)})
        task.parts.insert(task.parts.end(), more.begin(), more.end());
    if (!wish.cuts_edges)
        return task;
    const auto edges =
        edgesOf(config, static_cast<int>(question.trace->source.size()), question.asked.position);
    task.parts.insert(task.parts.end(), edges.begin(), edges.end());
    return task;
}

} // namespace

Gathering::Gathering(Session& session)
    : m_session(session)
    , m_parts([this](JobLane& lane) { rankParts(lane); }, [this] { m_evidence.parts.reset(); })
    , m_words([this](JobLane& lane) { attributeWords(lane); }, [this] { m_evidence.words.reset(); })
    , m_votes([this](JobLane& lane) { countVotes(lane); }, [this] { m_evidence.votes.reset(); })
    , m_layers([this](JobLane& lane) { readLayers(lane); }, [this] { m_evidence.layers.reset(); })
{
    for (Inquiry* inquiry : {&m_parts, &m_words, &m_votes, &m_layers})
        connect(inquiry, &Inquiry::changed, this, &Gathering::changed);
    connect(&session, &Session::runChanged, this, &Gathering::follow);
    connect(&session, &Session::runChanged, this, &Gathering::noteChange);
    connect(&session, &Session::selectionChanged, this, &Gathering::follow);
    follow();
}

void Gathering::follow()
{
    const auto trace = m_session.trace();
    const std::optional<AskedWord> asked = askedWord(*trace, m_session.selection().position);
    const bool is_same_run = m_run == trace;
    if (is_same_run && asked.has_value() == m_evidence.asked.has_value()
        && (!asked || asked->position == m_evidence.asked->position))
        return;
    if (!is_same_run) {
        m_word_before = m_word;
        m_evidence.change.reset();
    }
    m_run = trace;
    m_evidence.asked = asked;
    m_word = asked ? find(*asked) : std::nullopt;
    m_wish.rival.reset(); // another word has other rivals
    const bool is_worth_it = canTry() && !isLong();
    for (Inquiry* inquiry : {&m_parts, &m_words, &m_votes})
        inquiry->ask(is_worth_it);
    if (!is_same_run)
        m_layers.ask(is_worth_it);
    emit changed();
}

std::optional<Gathering::FoundWord> Gathering::find(const AskedWord& asked) const
{
    const Trace& trace = *m_session.trace();
    if (!m_session.weights() || isLong() || asked.position >= std::ssize(trace.written))
        return std::nullopt;
    const WordScores scores = wordScoresAt(trace, asked.position);
    if (scores.logits.empty())
        return std::nullopt;
    FoundWord found{asked, {}, 0, 0};
    for (int t = 0; trace.config.hasDecoder() && t < asked.position; ++t)
        found.before.push_back(trace.written[static_cast<std::size_t>(t)].id);
    const RowVector<float> logits =
        Eigen::Map<const RowVector<float>>(scores.logits.data(), std::ssize(scores.logits));
    found.log_probability = logProbability(logits, asked.token.id);
    logits.maxCoeff(&found.likeliest);
    return found;
}

/** Both facts of a change: whether the word is another, and how far its probability moved. */
void Gathering::noteChange()
{
    if (m_session.answerBefore().isEmpty() || !m_word_before)
        return;
    const FoundWord& before = *m_word_before;
    const std::optional<FoundWord> after = find(before.asked);
    if (!after || after->before != before.before)
        return;
    m_evidence.change = {before.log_probability, after->log_probability, before.likeliest, after->likeliest};
    m_evidence.changed = before.asked.token;
    emit changed();
}

bool Gathering::canTry() const
{
    return m_evidence.asked && m_session.weights();
}

bool Gathering::isLong() const
{
    return m_session.trace()->late != nullptr;
}

void Gathering::choose(const EvidenceWish& wish)
{
    const EvidenceWish before = std::exchange(m_wish, wish);
    const bool is_worth_it = canTry() && !isLong();
    if (before.ablation != wish.ablation || before.cuts_edges != wish.cuts_edges)
        m_parts.ask(is_worth_it);
    if (before.method != wish.method)
        m_words.ask(is_worth_it);
    if (before.rival != wish.rival)
        m_votes.ask(is_worth_it);
    emit changed();
}

WordQuestion Gathering::question() const
{
    return {m_session.weights(), m_session.trace(), *m_evidence.asked};
}

void Gathering::rankParts(JobLane& lane)
{
    if (!canTry())
        return;
    const auto learn = [this](PartRanking ranking) {
        m_evidence.parts = std::make_shared<const PartRanking>(std::move(ranking));
        emit changed();
    };
    lane.start<PartRanking>(lateJob<PartRanking>([question = question(), wish = m_wish] {
        return partRankingJob(question, rankingTask(question, wish));
    }),
        learn, learn);
}

void Gathering::attributeWords(JobLane& lane)
{
    if (!canTry())
        return;
    const auto learn = [this](Attribution attribution) {
        m_evidence.words = std::make_shared<const Attribution>(std::move(attribution));
        emit changed();
    };
    lane.start<Attribution>(lateJob<Attribution>([question = question(), method = m_wish.method] {
        return attributionJob(question, {method});
    }),
        learn, learn);
}

void Gathering::countVotes(JobLane& lane)
{
    if (!canTry())
        return;
    const std::optional<Token> rival =
        m_wish.rival ? std::optional<Token>(m_session.token(*m_wish.rival)) : std::nullopt;
    lane.start<WordVotes>(onePiece<WordVotes>([question = question(), rival](const JobWatch&) {
        return wordVotes(*question.model, *question.trace, question.asked, rival);
    }),
        [this](WordVotes votes) {
            m_evidence.votes = std::make_shared<const WordVotes>(std::move(votes));
            emit changed();
        });
}

void Gathering::readLayers(JobLane& lane)
{
    if (!canTry())
        return;
    const auto learn = [this](LogitLens lens) {
        m_evidence.layers = std::make_shared<const LogitLens>(std::move(lens));
        emit changed();
    };
    LensTask task;
    task.model = m_session.weights();
    task.trace = m_session.trace();
    lane.start<LogitLens>(logitLensJob(std::move(task)), learn, learn);
}

} // namespace glassformer
