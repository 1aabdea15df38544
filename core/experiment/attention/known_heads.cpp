#include "core/experiment/attention/known_heads.h"

#include "core/error.h"
#include "core/tensor/random.h"

#include <algorithm>
#include <utility>

namespace glassformer {
namespace {

constexpr int longest_half = 24, shortest_half = 4; ///< tokens

class KnownHeadsJob final : public JobOf<KnownHeads>
{
public:
    KnownHeadsJob(std::shared_ptr<const Model> model, int texts, std::uint32_t seed)
        : m_model(std::move(model))
        , m_random(seed)
    {
        const ModelConfig& config = m_model->transformer.config;
        m_site = config.hasEncoder() ? AttentionSite::Encoder : AttentionSite::DecoderSelf;
        m_found.of = texts;
        m_found.length = std::min(longest_half, (config.max_length - 2) / 2);
        for (int id = 0; id < std::min(m_model->tokenizer.size(), config.vocabulary); ++id)
            if (!m_model->tokenizer.token(id).is_special)
                m_words.push_back(id);
        if (m_found.length < shortest_half || std::ssize(m_words) < m_found.length)
            throw Error({Message::tr("a model that reads %1 tokens and knows %2 words", config.max_length,
                             static_cast<int>(m_words.size())),
                {}, Message::tr("one that can read a text of random words twice"), {}});
        const int layers = m_site == AttentionSite::Encoder ? config.encoder_layers : config.decoder_layers;
        for (int layer = 0; layer < layers; ++layer)
            for (int head = 0; head < config.n_heads; ++head)
                m_found.heads.push_back({{m_site, layer, head}});
    }

    bool advance(const JobWatch& watch) override
    {
        watch.cancel.check();
        const std::vector<int> tokens = repeatedWords();
        const StackRecord<float> record = pass(tokens);
        const int first = static_cast<int>(tokens.size()) - m_found.length - endTokens();
        for (KnownHead& head : m_found.heads)
            take(record.layers[static_cast<std::size_t>(head.head.layer)]
                     .attention.weights[static_cast<std::size_t>(head.head.head)],
                first, head);
        ++m_found.texts;
        if (watch.progress)
            watch.progress(std::uint64_t(m_found.texts), std::uint64_t(m_found.of));
        publish(m_found);
        return m_found.texts < m_found.of;
    }

    Message doing() const override { return Message::tr("Reading random words twice"); }

private:
    const SpecialTokens& special() const { return m_model->tokenizer.specialTokens(); }
    int endTokens() const { return m_site == AttentionSite::Encoder && lastToken() >= 0 ? 1 : 0; }
    int lastToken() const { return special().separator >= 0 ? special().separator : special().end; }
    int firstToken() const
    {
        return !special().targets.empty() ? special().targets.begin()->second
            : special().classifier >= 0   ? special().classifier
                                          : special().start;
    }

    /** Different words, twice, between the tokens that begin and end a text. */
    std::vector<int> repeatedWords()
    {
        std::vector<int> words = m_words, tokens;
        for (int i = 0; i < m_found.length; ++i)
            std::swap(words[static_cast<std::size_t>(i)],
                words[static_cast<std::size_t>(i)
                    + m_random.below(static_cast<std::uint32_t>(std::ssize(words) - i))]);
        if (firstToken() >= 0)
            tokens.push_back(firstToken());
        for (int half = 0; half < 2; ++half)
            tokens.insert(tokens.end(), words.begin(), words.begin() + m_found.length);
        if (endTokens() > 0)
            tokens.push_back(lastToken());
        return tokens;
    }

    StackRecord<float> pass(const std::vector<int>& tokens) const
    {
        const Segments segments = Segments::single(static_cast<int>(tokens.size()));
        const Memory<float>* const no_memory = nullptr;
        return m_site == AttentionSite::Encoder
            ? encode<float>(m_model->transformer, {tokens, segments})
            : decode<float>(m_model->transformer, no_memory, {tokens, segments});
    }

    /** Means grow by the rows of this text. \param first  row of the second half */
    void take(const Matrix<float>& weights, int first, KnownHead& head) const
    {
        const double rows = double(m_found.length) * (m_found.texts + 1);
        double previous = 0, duplicate = 0, induction = 0;
        for (int row = first; row < first + m_found.length; ++row) {
            previous += static_cast<double>(weights(row, row - 1));
            duplicate += static_cast<double>(weights(row, row - m_found.length));
            induction += static_cast<double>(weights(row, row - m_found.length + 1));
        }
        const double before = rows - m_found.length;
        head.previous = (head.previous * before + previous) / rows;
        head.duplicate = (head.duplicate * before + duplicate) / rows;
        head.induction = (head.induction * before + induction) / rows;
    }

    const std::shared_ptr<const Model> m_model;
    AttentionSite m_site = AttentionSite::Encoder;
    Random m_random;
    std::vector<int> m_words;
    KnownHeads m_found;
};

} // namespace

std::unique_ptr<JobOf<KnownHeads>> knownHeadsJob(
    std::shared_ptr<const Model> model, int texts, std::uint32_t seed)
{
    return std::make_unique<KnownHeadsJob>(std::move(model), texts, seed);
}

} // namespace glassformer
