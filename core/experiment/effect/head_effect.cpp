#include "core/experiment/effect/head_effect.h"

#include "core/trace/record/tensor_slice.h"
#include "core/trace/run/ruled_words.h"

#include <algorithm>
#include <utility>

namespace glassformer {
namespace {

/** The run as far as the word, with the words before it as they were. */
RunRequest upTo(const HeadQuestion& question)
{
    const Trace& trace = *question.trace;
    RunRequest request = question.request;
    request.forced_target.clear();
    if (!trace.config.hasDecoder())
        return request;
    const int first = trace.config.hasEncoder() ? 0 : std::max(0, trace.given - 1);
    for (int t = first; t < question.asked.position; ++t)
        request.forced_target.push_back(trace.written[std::size_t(t)].id);
    request.decoding.kind = DecodingKind::Greedy;
    request.decoding.max_new_tokens = static_cast<int>(request.forced_target.size()) + 1;
    return request;
}

class HeadEffectJob final : public JobOf<HeadEffect>
{
public:
    explicit HeadEffectJob(HeadQuestion question)
        : m_question(std::move(question))
    {
        m_question.request.changes.push_back(headOff(m_question.head));
    }

    bool advance(const JobWatch& watch) override
    {
        const Model& model = *m_question.model;
        const bool is_word_known = m_effect.likeliest_before >= 0;
        if (is_word_known)
            m_effect.answer = answer(model, m_question.request, watch.cancel, m_question.trace.get());
        else
            tryWord(watch);
        publish(m_effect);
        return !is_word_known;
    }

private:
    void tryWord(const JobWatch& watch)
    {
        const Model& model = *m_question.model;
        const auto id = static_cast<std::size_t>(m_question.asked.token.id);
        const int row = m_question.asked.position;
        const WordScores before = wordScoresAt(*m_question.trace, row);
        const Trace without = runLean(
            m_question.model, upTo(m_question), watch.cancel, m_question.most_bytes, m_question.trace);
        const WordScores after = wordScoresAt(without, row);
        m_effect.asked = m_question.asked;
        m_effect.before = before.probabilities[id];
        m_effect.after = after.probabilities[id];
        m_effect.likeliest_before = likeliestWrittenAt(*m_question.trace, row);
        m_effect.likeliest_after = model.tokenizer.token(likeliestWrittenAt(without, row));
    }

    HeadQuestion m_question;
    HeadEffect m_effect;
};

} // namespace

std::optional<AskedWord> askedWord(const Trace& trace, int position)
{
    const bool has_word = trace.config.has_output && position >= 0 && position < std::ssize(trace.written);
    if (!has_word || trace.written[std::size_t(position)].id < 0)
        return std::nullopt;
    return AskedWord{position, trace.written[std::size_t(position)]};
}

std::unique_ptr<JobOf<HeadEffect>> headEffectJob(HeadQuestion question)
{
    return std::make_unique<HeadEffectJob>(std::move(question));
}

} // namespace glassformer
