#include "core/learn/training/batch.h"

#include <algorithm>
#include <array>
#include <utility>

namespace glassformer {
namespace {

constexpr std::size_t sentences_per_chunk = 6000;

/** Draws an index by its share. */
class SharePicker
{
public:
    explicit SharePicker(const std::vector<double>& shares)
    {
        double sum = 0;
        for (const double share : shares)
            m_upto.push_back(sum += share);
    }
    std::size_t pick(Random& random) const
    {
        const double at = random.uniform() * m_upto.back();
        const auto found = std::upper_bound(m_upto.begin(), m_upto.end(), at);
        return std::min<std::size_t>(static_cast<std::size_t>(found - m_upto.begin()), m_upto.size() - 1);
    }

private:
    std::vector<double> m_upto;
};

std::vector<double> sentenceShares(const std::vector<EncodedSentence>& corpus, const Stage& stage)
{
    std::vector<double> shares;
    shares.reserve(corpus.size());
    for (const EncodedSentence& sentence : corpus)
        shares.push_back((sentence.boosted ? stage.boost : 1.0)
            * (sentence.clause_first ? stage.clause_first_boost : 1.0)
            * (sentence.numbers_differ ? stage.number_boost : 1.0));
    return shares;
}

std::vector<double> directionShares(const Stage& stage)
{
    std::vector<double> shares;
    for (const DirectionShare& entry : stage.directions)
        shares.push_back(entry.share);
    return shares;
}

std::size_t lengthOf(const EncodedSentence& sentence, Language language)
{
    return sentence.ids[static_cast<std::size_t>(language)].size();
}

void dropWords(
    std::vector<int>& source, std::size_t from, const SpecialTokens& special, double share, Random& random)
{
    // The end token stays: a sentence without end is not what is to be learned.
    for (std::size_t i = from; i + 1 < source.size(); ++i)
        if (random.uniform() < share)
            source[i] = special.unknown;
}

/** Collects what a batch knows of one sentence beyond its tokens. Source indices count the target token in front. */
void addGuidance(
    TrainingBatch& batch, const EncodedSentence& sentence, const DrawnSentence& drawn, int segment)
{
    const auto from = static_cast<std::size_t>(drawn.direction.from),
               to = static_cast<std::size_t>(drawn.direction.to);
    for (const LinkedTokens& link : sentence.links) {
        if (link[from].isEmpty() || link[to].isEmpty())
            continue;
        const TokenRange source{
            static_cast<std::uint16_t>(link[from].begin + 1), static_cast<std::uint16_t>(link[from].end + 1)};
        for (int row = link[to].begin; row < link[to].end; ++row)
            batch.guided.push_back({segment, row, source});
    }
}

void addPronounCuts(
    TrainingBatch& batch, const EncodedSentence& sentence, const DrawnSentence& drawn, int segment)
{
    const auto from = static_cast<std::size_t>(drawn.direction.from),
               to = static_cast<std::size_t>(drawn.direction.to);
    for (int row = sentence.pronoun[to].begin; row < sentence.pronoun[to].end; ++row)
        for (const LinkedTokens* noun : {&sentence.antecedent, &sentence.rival})
            for (int token = (*noun)[from].begin; token < (*noun)[from].end; ++token)
                batch.cuts.push_back({segment, -1, row, token + 1});
}

/** From the pronoun to both candidates, the right and the wrong one alike: which is which is not told. */
void addEarlyCuts(
    TrainingBatch& batch, const EncodedSentence& sentence, const DrawnSentence& drawn, int segment)
{
    const auto from = static_cast<std::size_t>(drawn.direction.from);
    for (int row = sentence.pronoun[from].begin; row < sentence.pronoun[from].end; ++row)
        for (const LinkedTokens* noun : {&sentence.antecedent, &sentence.rival})
            for (int token = (*noun)[from].begin; token < (*noun)[from].end; ++token)
                batch.early_cuts.push_back({segment, -1, row + 1, token + 1});
}

/**
 * Keeps the clause of the pronoun ("because it was too tired") and the rest of the sentence from looking at each other in
 * the encoder, and the decoder from looking out of the clause, or back at what it has written, while it writes the
 * pronoun. From the pronoun to the two nouns is for late_reference to cut. The target token, which both sides see, sees
 * itself only.
 */
class CutsApart
{
public:
    CutsApart(TrainingBatch& batch, const EncodedSentence& sentence, const DrawnSentence& drawn, int segment)
        : m_batch(batch)
        , m_sentence(sentence)
        , m_from(static_cast<std::size_t>(drawn.direction.from))
        , m_to(static_cast<std::size_t>(drawn.direction.to))
        , m_segment(segment)
    {
        const TokenRange &pronoun = sentence.pronoun[m_from], &cue = sentence.cue[m_from];
        if (pronoun.isEmpty() || cue.isEmpty())
            return;
        m_begin = std::min(pronoun.begin, cue.begin);
        m_end = std::max(pronoun.end, cue.end);
        if (m_begin > 0 && !isNoun(m_begin - 1))
            --m_begin; // "because"
    }

    void add()
    {
        if (m_begin == m_end)
            return;
        const int tokens = static_cast<int>(m_sentence.ids[m_from].size());
        for (int query = 0; query < tokens; ++query) {
            m_batch.encoder_cuts.push_back({m_segment, -1, 0, query + 1});
            for (int key = 0; key < tokens; ++key)
                if (isInside(query) != isInside(key) && !(isPronoun(query) && isNoun(key)))
                    m_batch.encoder_cuts.push_back({m_segment, -1, query + 1, key + 1});
        }
        const TokenRange& written = m_sentence.pronoun[m_to];
        for (int row = m_sentence.clause_first ? 0 : written.begin; row < written.end; ++row)
            for (int key = 0; key < tokens; ++key)
                if (!isInside(key))
                    m_batch.cuts.push_back({m_segment, -1, row, key + 1});
        for (int row = written.begin; row < written.end; ++row)
            for (int key = 1; key < row; ++key)
                m_batch.written_cuts.push_back({m_segment, -1, row, key});
    }

private:
    static bool contains(const TokenRange& range, int token)
    {
        return token >= range.begin && token < range.end;
    }
    bool isPronoun(int token) const { return contains(m_sentence.pronoun[m_from], token); }
    bool isNoun(int token) const
    {
        return contains(m_sentence.antecedent[m_from], token) || contains(m_sentence.rival[m_from], token);
    }
    bool isInside(int token) const { return token >= m_begin && token < m_end && !isNoun(token); }

    TrainingBatch& m_batch;
    const EncodedSentence& m_sentence;
    std::size_t m_from, m_to;
    int m_segment;
    int m_begin = 0, m_end = 0; ///< the clause; both 0: there is none
};

/** Of a pronoun with two candidates, told apart or not; source indices count the target token in front. */
void addReference(TrainingBatch& batch, const EncodedSentence& sentence, const DrawnSentence& drawn,
    int segment, bool is_told)
{
    const auto from = static_cast<std::size_t>(drawn.direction.from);
    const auto behind_target = [](const TokenRange& range) {
        return TokenRange{
            static_cast<std::uint16_t>(range.begin + 1), static_cast<std::uint16_t>(range.end + 1)};
    };
    if (sentence.antecedent[from].isEmpty() || sentence.rival[from].isEmpty())
        return;
    for (int row = sentence.pronoun[from].begin; row < sentence.pronoun[from].end; ++row)
        batch.referring.push_back({segment, row + 1, behind_target(sentence.antecedent[from]),
            behind_target(is_told ? sentence.antecedent[from] : sentence.rival[from])});
}

} // namespace

TrainingBatch makeBatch(std::span<const DrawnSentence> drawn, const std::vector<EncodedSentence>& corpus,
    const SpecialTokens& special, const Stage& stage, Random& random)
{
    TrainingBatch batch;
    std::vector<int> source_lengths, target_lengths;
    for (std::size_t segment = 0; segment < drawn.size(); ++segment) {
        const EncodedSentence& sentence = corpus[drawn[segment].sentence];
        const Direction& direction = drawn[segment].direction;
        const std::vector<int>& source = sentence.ids[static_cast<std::size_t>(direction.from)];
        const std::vector<int>& target = sentence.ids[static_cast<std::size_t>(direction.to)];

        const std::size_t first = batch.source.size() + 1;
        batch.source.push_back(special.targets.at(languageCode(direction.to)));
        batch.source.insert(batch.source.end(), source.begin(), source.end());
        if (random.uniform() < stage.drop_sentences)
            dropWords(batch.source, first, special, stage.drop_words, random);
        batch.target_in.push_back(special.start);
        batch.target_in.insert(batch.target_in.end(), target.begin(), target.end() - 1);
        batch.target_out.insert(batch.target_out.end(), target.begin(), target.end());
        source_lengths.push_back(static_cast<int>(source.size()) + 1);
        target_lengths.push_back(static_cast<int>(target.size()));

        if (stage.guidance > 0)
            addGuidance(batch, sentence, drawn[segment], static_cast<int>(segment));
        if (stage.sharpen > 0)
            addReference(batch, sentence, drawn[segment], static_cast<int>(segment),
                stage.hint > 0 && random.uniform() < stage.hint);
        if (random.uniform() < stage.pronoun_mask)
            addPronounCuts(batch, sentence, drawn[segment], static_cast<int>(segment));
        if (stage.late_reference > 0 && random.uniform() < stage.late_reference) {
            addEarlyCuts(batch, sentence, drawn[segment], static_cast<int>(segment));
            if (stage.apart > 0 && random.uniform() < stage.apart)
                CutsApart(batch, sentence, drawn[segment], static_cast<int>(segment)).add();
        }
    }
    batch.source_segments = Segments(source_lengths);
    batch.target_segments = Segments(target_lengths);
    return batch;
}

std::vector<std::vector<DrawnSentence>> drawChunk(
    const std::vector<EncodedSentence>& corpus, const Stage& stage, Random& random)
{
    const SharePicker sentences(sentenceShares(corpus, stage));
    const SharePicker directions(directionShares(stage));
    std::vector<DrawnSentence> drawn;
    while (drawn.size() < sentences_per_chunk) {
        const auto sentence = static_cast<std::uint32_t>(sentences.pick(random));
        const Direction& direction = stage.directions[directions.pick(random)].direction;
        if (corpus[sentence].is_usual[static_cast<std::size_t>(direction.to)])
            drawn.push_back({sentence, direction});
    }
    const auto length = [&corpus](const DrawnSentence& item) {
        const EncodedSentence& sentence = corpus[item.sentence];
        return std::pair(lengthOf(sentence, item.direction.to), lengthOf(sentence, item.direction.from));
    };
    std::stable_sort(drawn.begin(), drawn.end(),
        [&length](const DrawnSentence& a, const DrawnSentence& b) { return length(a) < length(b); });

    std::vector<std::vector<DrawnSentence>> batches;
    std::size_t tokens = 0;
    for (const DrawnSentence& item : drawn) {
        const std::size_t added = length(item).first;
        if (batches.empty() || tokens + added > static_cast<std::size_t>(stage.target_tokens)) {
            batches.emplace_back();
            tokens = 0;
        }
        batches.back().push_back(item);
        tokens += added;
    }
    for (std::size_t i = batches.size(); i > 1; --i)
        std::swap(
            batches[i - 1], batches[static_cast<std::size_t>(random.below(static_cast<std::uint32_t>(i)))]);
    return batches;
}

} // namespace glassformer
