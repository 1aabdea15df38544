#include "core/learn/training/language_task.h"

#include <algorithm>

namespace glassformer {
namespace {

constexpr double share_masked = 0.8, share_random = 0.1;

const std::vector<int>& idsOf(const std::vector<EncodedSentence>& corpus, const DrawnSentence& drawn)
{
    return corpus[drawn.sentence].ids[static_cast<std::size_t>(drawn.direction.from)];
}

/** Hides tokens of one sentence and remembers what they were. */
class GapMaker
{
public:
    GapMaker(const std::vector<EncodedSentence>& corpus, const DrawnSentence& drawn, int mask, Random& random)
        : m_corpus(corpus)
        , m_drawn(drawn)
        , m_mask(mask)
        , m_random(random)
        , m_tokens(idsOf(corpus, drawn))
        , m_targets(m_tokens.size(), no_target)
    {
    }

    void hide(const Stage& stage)
    {
        if (stage.hide_cue > 0 && m_random.uniform() < stage.hide_cue && hideCue())
            return;
        if (m_random.uniform() < stage.hide_word && hideWord())
            return;
        const std::size_t last = m_tokens.size() - 1;
        bool is_any_hidden = false;
        for (std::size_t i = 0; i < last; ++i)
            if (m_random.uniform() < stage.hide) {
                hideToken(i);
                is_any_hidden = true;
            }
        if (!is_any_hidden && last > 0)
            hideToken(m_random.below(static_cast<std::uint32_t>(last)));
    }

    const std::vector<int>& tokens() const { return m_tokens; }
    const std::vector<int>& targets() const { return m_targets; }

private:
    void hideToken(std::size_t i)
    {
        m_targets[i] = m_tokens[i];
        const double how = m_random.uniform();
        if (how < share_masked)
            m_tokens[i] = m_mask;
        else if (how < share_masked + share_random)
            m_tokens[i] = randomToken();
    }

    /** Of any sentence in the same language. */
    int randomToken()
    {
        const auto sentence = m_random.below(static_cast<std::uint32_t>(m_corpus.size()));
        const std::vector<int>& ids = idsOf(m_corpus, {sentence, m_drawn.direction});
        return ids[m_random.below(static_cast<std::uint32_t>(std::max<std::size_t>(2, ids.size()) - 1))];
    }

    /** False for a sentence without marked words. */
    bool hideWord()
    {
        std::vector<TokenRange> words;
        for (const LinkedTokens& link : m_corpus[m_drawn.sentence].links)
            if (const TokenRange& range = link[static_cast<std::size_t>(m_drawn.direction.from)];
                !range.isEmpty())
                words.push_back(range);
        if (words.empty())
            return false;
        hideWhole(words[m_random.below(static_cast<std::uint32_t>(words.size()))]);
        return true;
    }

    /** False for a sentence without pronoun. */
    bool hideCue()
    {
        const TokenRange& cue =
            m_corpus[m_drawn.sentence].cue[static_cast<std::size_t>(m_drawn.direction.from)];
        hideWhole(cue);
        return !cue.isEmpty();
    }

    void hideWhole(const TokenRange& word)
    {
        for (std::size_t i = word.begin; i < word.end; ++i) {
            m_targets[i] = m_tokens[i];
            m_tokens[i] = m_mask;
        }
    }

    const std::vector<EncodedSentence>& m_corpus;
    const DrawnSentence& m_drawn;
    int m_mask;
    Random& m_random;
    std::vector<int> m_tokens, m_targets;
};

RowVector<float> logitsOfRow(const Transformer<float>& model, const StackRecord<float>& record, int row)
{
    return logits(model, Matrix<float>(record.output.middleRows(row, 1))).row(0);
}

} // namespace

TrainingBatch makeNextWordBatch(
    std::span<const DrawnSentence> drawn, const std::vector<EncodedSentence>& corpus, int start)
{
    TrainingBatch batch;
    std::vector<int> lengths;
    for (const DrawnSentence& item : drawn) {
        const std::vector<int>& ids = idsOf(corpus, item);
        batch.target_in.push_back(start);
        batch.target_in.insert(batch.target_in.end(), ids.begin(), ids.end() - 1);
        batch.target_out.insert(batch.target_out.end(), ids.begin(), ids.end());
        lengths.push_back(static_cast<int>(ids.size()));
    }
    batch.target_segments = Segments(lengths);
    return batch;
}

TrainingBatch makeGapBatch(std::span<const DrawnSentence> drawn, const std::vector<EncodedSentence>& corpus,
    int mask, const Stage& stage, Random& random)
{
    TrainingBatch batch;
    std::vector<int> lengths;
    for (const DrawnSentence& item : drawn) {
        GapMaker gaps(corpus, item, mask, random);
        gaps.hide(stage);
        batch.source.insert(batch.source.end(), gaps.tokens().begin(), gaps.tokens().end());
        batch.target_out.insert(batch.target_out.end(), gaps.targets().begin(), gaps.targets().end());
        lengths.push_back(static_cast<int>(gaps.tokens().size()));
    }
    batch.source_segments = Segments(lengths);
    return batch;
}

std::vector<int> tokensBefore(const std::vector<int>& sentence, int token, int start)
{
    std::vector<int> tokens{start};
    tokens.insert(tokens.end(), sentence.begin(), sentence.begin() + token);
    return tokens;
}

std::vector<int> tokensWithGap(const std::vector<int>& sentence, const TokenRange& gap, int mask)
{
    std::vector<int> tokens = sentence;
    std::fill(tokens.begin() + gap.begin, tokens.begin() + gap.end, mask);
    return tokens;
}

RowVector<float> nextWordLogits(
    const Transformer<float>& model, const std::vector<int>& tokens, const Controls<float>* controls)
{
    const Segments segments = Segments::single(static_cast<int>(tokens.size()));
    const Memory<float>* const no_memory = nullptr;
    return logitsOfRow(
        model, decode<float>(model, no_memory, {tokens, segments}, {controls}), segments.rows() - 1);
}

RowVector<float> gapLogits(
    const Transformer<float>& model, const std::vector<int>& tokens, int row, const Controls<float>* controls)
{
    const Segments segments = Segments::single(static_cast<int>(tokens.size()));
    return logitsOfRow(model, encode<float>(model, {tokens, segments}, {controls}), row);
}

} // namespace glassformer
