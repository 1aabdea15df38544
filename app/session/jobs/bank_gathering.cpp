#include "app/session/jobs/bank_gathering.h"

#include "app/models/model_list.h"
#include "app/session/jobs/first_decoding.h"
#include "app/session/jobs/late_job.h"
#include "app/session/session.h"
#include "core/learn/corpus/pronoun_bank.h"

#include <algorithm>
#include <utility>

namespace glassformer {
namespace {

constexpr std::size_t twins = 300;
constexpr int random_texts = 8, most_examples = 3;
constexpr std::uint32_t seed = 20260101; ///< as the command line's

} // namespace

BankGathering::BankGathering(Session& session)
    : m_session(session)
    , m_bank([this](JobLane& lane) { begin(lane); }, [this] { forget(); })
    , m_kinds([this](JobLane& lane) { readRandomWords(lane); }, [this] { m_found.kinds.reset(); })
    , m_roles([this](JobLane& lane) { readKnownGrammar(lane); }, [this] { m_found.roles.reset(); })
{
    for (Inquiry* inquiry : {&m_bank, &m_kinds, &m_roles})
        connect(inquiry, &Inquiry::changed, this, &BankGathering::changed);
    connect(&m_bank, &Inquiry::changed, this, &BankGathering::considerMaps);
    connect(&session, &Session::selectionChanged, this, &BankGathering::considerMaps);
    connect(&session, &Session::modelChanged, this, [this] {
        m_bank.ask(canTry());
        m_kinds.ask(canTry());
        m_roles.ask(canTry());
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
        considerMaps();
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
        considerMaps();
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

void BankGathering::forget()
{
    m_found.twins.reset();
    m_found.sentences.reset();
    m_found.maps.clear();
    m_mapped.reset();
    m_maps.cancel();
}

std::vector<int> BankGathering::examples(const HeadName& head, bool strongest) const
{
    const auto isHead = [&head](const auto& each) { return each.head == head; };
    if (m_found.sentences) {
        const auto& heads = m_found.sentences->heads;
        const auto found = std::find_if(heads.begin(), heads.end(), isHead);
        return found == heads.end() ? std::vector<int>() : exampleSentences(*found, most_examples, strongest);
    }
    if (!m_found.twins)
        return {};
    const auto& heads = m_found.twins->heads;
    const auto found = std::find_if(heads.begin(), heads.end(), isHead);
    return found == heads.end() ? std::vector<int>() : exampleTwins(*found, most_examples, strongest);
}

const RunRequest& BankGathering::request(int example) const
{
    return m_found.sentences ? m_found.sentences->requests[static_cast<std::size_t>(example)]
                             : (*m_found.twins->bank)[static_cast<std::size_t>(example)][0].request;
}

bool BankGathering::isWhole() const
{
    return (m_found.sentences && m_found.sentences->sentences == m_found.sentences->of)
        || (m_found.twins && m_found.twins->twins == m_found.twins->of);
}

/** Maps of examples that may still be others would be made in vain. */
void BankGathering::considerMaps()
{
    const HeadName head = m_session.head();
    if (!canTry() || !m_bank.isOpen() || (!isWhole() && !m_bank.isStopped()) || m_mapped == head)
        return;
    std::vector<RunRequest> requests;
    for (const bool strongest : {true, false})
        for (const int example : examples(head, strongest))
            requests.push_back(request(example));
    m_found.maps.clear();
    m_mapped = head;
    m_maps.cancel();
    if (requests.empty())
        return;
    const auto learn = [this](std::vector<HeadMap> maps) {
        m_found.maps = std::move(maps);
        emit changed();
    };
    m_maps.start<std::vector<HeadMap>>(
        headMapsJob(m_session.weights(), std::move(requests), head), learn, learn);
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

void BankGathering::readKnownGrammar(JobLane& lane)
{
    if (!canTry())
        return;
    const auto learn = [this](std::vector<HeadRoles> found) {
        m_found.roles = std::make_shared<const std::vector<HeadRoles>>(std::move(found));
        emit changed();
    };
    lane.start<std::vector<HeadRoles>>(onePiece<std::vector<HeadRoles>>(
                                           [model = m_session.weights()](const JobWatch& watch) {
                                               return headRoles(*model, Corpus::read(*worldFiles("world")),
                                                   role_sentences, seed, watch.cancel);
                                           },
                                           Message::tr("Reading sentences whose grammar is known")),
        learn);
}

} // namespace glassformer
