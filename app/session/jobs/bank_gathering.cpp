#include "app/session/jobs/bank_gathering.h"

#include "app/models/model_list.h"
#include "app/session/jobs/first_decoding.h"
#include "app/session/jobs/late_job.h"
#include "app/session/session.h"
#include "core/learn/corpus/pronoun_bank.h"

#include <utility>

namespace glassformer {
namespace {

constexpr std::size_t twins = 300;
constexpr int random_texts = 8;
constexpr std::uint32_t seed = 20260101; ///< as the command line's

} // namespace

BankGathering::BankGathering(Session& session)
    : m_session(session)
    , m_bank([this](JobLane& lane) { begin(lane); },
          [this] {
              m_found.twins.reset();
              m_found.sentences.reset();
          })
    , m_kinds([this](JobLane& lane) { readRandomWords(lane); }, [this] { m_found.kinds.reset(); })
{
    for (Inquiry* inquiry : {&m_bank, &m_kinds})
        connect(inquiry, &Inquiry::changed, this, &BankGathering::changed);
    connect(&session, &Session::modelChanged, this, [this] {
        m_bank.ask(canTry());
        m_kinds.ask(canTry());
    });
}

bool BankGathering::canTry() const
{
    return m_session.weights() != nullptr;
}

void BankGathering::choose(OwnSentences sentences)
{
    m_own = std::move(sentences);
    m_bank.ask(canTry());
}

void BankGathering::begin(JobLane& lane)
{
    if (!canTry())
        return;
    m_own.texts.empty() ? tryTwins(lane) : trySentences(lane);
}

void BankGathering::tryTwins(JobLane& lane)
{
    const auto learn = [this](BankEvidence found) {
        m_found.twins = std::make_shared<const BankEvidence>(std::move(found));
        emit changed();
    };
    lane.start<BankEvidence>(lateJob<BankEvidence>([model = m_session.weights(),
                                                       lexicons = m_session.lexicons()] {
        return bankEvidenceJob(model, pronounBank(*model, Corpus::read(*worldFiles(lexicons)), twins, seed));
    }),
        learn, learn);
}

void BankGathering::trySentences(JobLane& lane)
{
    const auto learn = [this](SentenceEvidence found) {
        m_found.sentences = std::make_shared<const SentenceEvidence>(std::move(found));
        emit changed();
    };
    std::vector<RunRequest> requests;
    for (const std::string& text : m_own.texts) {
        RunRequest request;
        request.text = text;
        request.target_language = m_session.request().target_language;
        request.source_language = m_session.request().source_language;
        request.decoding = firstDecoding(m_session.model().transformer.config);
        requests.push_back(std::move(request));
    }
    lane.start<SentenceEvidence>(lateJob<SentenceEvidence>([model = m_session.weights(), requests] {
        return sentenceEvidenceJob(model, requests);
    }),
        learn, learn);
}

void BankGathering::readRandomWords(JobLane& lane)
{
    if (!canTry())
        return;
    const auto learn = [this](KnownHeads found) {
        m_found.kinds = std::make_shared<const KnownHeads>(std::move(found));
        emit changed();
    };
    lane.start<KnownHeads>(lateJob<KnownHeads>([model = m_session.weights()] {
        return knownHeadsJob(model, random_texts, seed);
    }),
        learn, learn);
}

} // namespace glassformer
