#include "core/experiment/effect/sentence_evidence.h"

#include "core/error.h"
#include "core/experiment/effect/asked_word.h"
#include "core/experiment/effect/model_part.h"
#include "core/experiment/effect/removed_heads.h"
#include "core/text/characters/unicode.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace glassformer {
namespace {

class SentenceEvidenceJob final : public JobOf<SentenceEvidence>
{
public:
    SentenceEvidenceJob(std::shared_ptr<const Model> model, std::vector<RunRequest> requests)
        : m_model(std::move(model))
        , m_requests(std::move(requests))
    {
        if (m_requests.empty())
            throw Error({Message::tr("a bank without sentences"), {}, Message::tr("at least one"), {}});
        m_found.of = static_cast<int>(m_requests.size());
        for (const ModelPart& part : headsOf(m_model->transformer.config)) {
            const HeadName head{part.site, part.layer, part.head};
            m_found.heads.push_back({head, isRemoved(m_model->transformer, head), 0, 0, {}});
        }
    }

    bool advance(const JobWatch& watch) override
    {
        const RunRequest& request = m_requests[static_cast<std::size_t>(m_found.sentences)];
        const auto trace = std::make_shared<const Trace>(runLean(m_model, request, watch.cancel));
        const std::optional<AskedWord> asked = firstAskedWord(*trace);
        if (!asked)
            throw Error({Message::tr("a run without words, of “%1”", request.text), {},
                Message::tr("sentences for which the model writes a word"), {}});
        const WordTrials trials({m_model, trace, *asked});
        ++m_found.sentences;
        for (HeadOverSentences& head : m_found.heads) {
            const WordEffect effect = trials.effect({headOff(head.head)}, watch.cancel);
            head.changed += effect.changesWord() ? 1 : 0;
            head.each.push_back(static_cast<float>(effect.moved()));
            head.moved += (effect.moved() - head.moved) / m_found.sentences;
        }
        m_found.requests.push_back(request);
        m_found.asked.push_back(*asked);
        if (watch.progress)
            watch.progress(std::uint64_t(m_found.sentences), std::uint64_t(m_found.of));
        publish(m_found);
        return m_found.sentences < m_found.of;
    }

    Message doing() const override { return Message::tr("Trying every head on many sentences"); }

private:
    const std::shared_ptr<const Model> m_model;
    const std::vector<RunRequest> m_requests;
    SentenceEvidence m_found;
};

} // namespace

std::unique_ptr<JobOf<SentenceEvidence>> sentenceEvidenceJob(
    std::shared_ptr<const Model> model, std::vector<RunRequest> requests)
{
    return std::make_unique<SentenceEvidenceJob>(std::move(model), std::move(requests));
}

std::vector<int> exampleSentences(const HeadOverSentences& head, int count, bool strongest)
{
    std::vector<int> order(head.each.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&](int one, int other) {
        const float a = std::abs(head.each[static_cast<std::size_t>(one)]),
                    b = std::abs(head.each[static_cast<std::size_t>(other)]);
        return strongest ? a > b : a < b;
    });
    order.resize(std::min(order.size(), static_cast<std::size_t>(count)));
    return order;
}

std::vector<std::string> sentencesIn(const std::string& text, const std::string& where, std::size_t most)
{
    std::vector<std::string> sentences;
    std::size_t begin = 0;
    while (begin < text.size() && sentences.size() < most) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        std::string line = replaceInvalidUtf8(text.substr(begin, end - begin));
        const std::size_t first = line.find_first_not_of(" \t\r");
        if (first != std::string::npos)
            sentences.push_back(line.substr(first, line.find_last_not_of(" \t\r") + 1 - first));
        begin = end + 1;
    }
    if (sentences.empty())
        throw Error(
            {Message::tr("no sentences"), where, Message::tr("a text with a sentence on each line"), {}});
    return sentences;
}

} // namespace glassformer
