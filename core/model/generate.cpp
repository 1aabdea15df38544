#include "core/model/generate.h"

#include "core/model/ruled_tokens.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace glassformer {
namespace {

/** The encoder's work, done once, and the decoder's, continued for every token. */
class Writer
{
public:
    Writer(const Transformer<float>& model, const GenerationInput& input, const CancelFlag& cancel)
        : m_model(model)
        , m_input(input)
        , m_cancel(cancel)
        , m_reads_ahead(input.controls && input.controls->reads_ahead)
        , m_source_segments(Segments::single(static_cast<int>(input.source.size())))
    {
        if (model.config.hasEncoder() && !input.memory)
            m_encoder = encode<float>(model, {input.source, m_source_segments}, options(nullptr));
    }

    /** Logits of the token that follows `written`, of which the cache may know a beginning. */
    RowVector<float> next(const std::vector<int>& written, DecoderCache<float>& cache) const
    {
        std::vector<int> target = m_input.prompt;
        target.insert(target.end(), written.begin(), written.end());
        const int last_row = static_cast<int>(target.size()) - 1;
        PassOptions<float> how = options(m_reads_ahead ? nullptr : &cache);
        if (cache.rows == m_input.read.rows)
            how.begun = m_input.begun;
        if (!m_reads_ahead)
            target.erase(target.begin(), target.begin() + cache.rows);
        const Segments segments = Segments::single(static_cast<int>(target.size()));
        const Memory<float> memory{m_input.memory ? *m_input.memory : m_encoder.output, m_source_segments};
        const StackRecord<float> decoder =
            decode<float>(m_model, m_model.config.hasEncoder() ? &memory : nullptr, {target, segments}, how);
        return logits(m_model, Matrix<float>(decoder.output.bottomRows(1)), {m_input.controls, last_row})
            .row(0);
    }

private:
    PassOptions<float> options(DecoderCache<float>* cache) const
    {
        PassOptions<float> options;
        options.controls = m_input.controls;
        options.cache = cache;
        options.keep_layers = false;
        options.cancel = m_cancel;
        return options;
    }

    const Transformer<float>& m_model;
    const GenerationInput& m_input;
    const CancelFlag& m_cancel;
    bool m_reads_ahead; ///< then every word is chosen after all rows were read anew
    Segments m_source_segments;
    StackRecord<float> m_encoder; ///< empty if the memory is known or there is no encoder
};

void applyRules(const GenerationInput& input, const std::vector<int>& written, RowVector<float>& scores)
{
    applyRules(input.tokens, {input.source, input.prompt, written}, scores);
}

Written writeOneByOne(const Writer& writer, const GenerationInput& input, const Decoding& decoding,
    int longest, const CancelFlag& cancel)
{
    Written written;
    DecoderCache<float> cache = input.read;
    while (static_cast<int>(written.ids.size()) < longest && !written.ended) {
        cancel.check();
        const std::size_t at = written.ids.size();
        Random random = randomAt(decoding, static_cast<int>(at));
        int token = 0;
        if (at < input.forced.size()) {
            token = input.forced[at];
        } else {
            RowVector<float> scores = writer.next(written.ids, cache);
            applyRules(input, written.ids, scores);
            token = chooseToken(scores, decoding, random);
        }
        written.ids.push_back(token);
        written.ended = input.tokens.isEnd(token);
    }
    return written;
}

struct Hypothesis
{
    Written written;
    double log_probability = 0;
    DecoderCache<float> cache;

    /** Wu et al. 2016, equation 14. */
    double score(double alpha) const
    {
        return log_probability / std::pow((5.0 + static_cast<double>(written.ids.size())) / 6.0, alpha);
    }
};

/**
 * The best continuations of one hypothesis by one token. Rules change logarithms of probabilities here, and what they
 * leave is not made to sum to 1 again: so does the beam search that the rules were made for.
 */
void extend(const Hypothesis& from, const RowVector<float>& z, int count, const GenerationInput& input,
    std::vector<Hypothesis>& into)
{
    const double largest = z.maxCoeff();
    const double log_sum = largest + std::log((z.cast<double>().array() - largest).exp().sum());
    RowVector<float> ruled = z.array() - static_cast<float>(log_sum);
    applyRules(input, from.written.ids, ruled);
    const Eigen::ArrayXd values = ruled.cast<double>().array().transpose();
    std::vector<int> order(static_cast<std::size_t>(values.size()));
    for (std::size_t i = 0; i < order.size(); ++i)
        order[i] = static_cast<int>(i);
    const auto middle = order.begin() + std::min<std::ptrdiff_t>(count, std::ssize(order));
    std::partial_sort(order.begin(), middle, order.end(),
        [&values](int a, int b) { return values(a) != values(b) ? values(a) > values(b) : a < b; });
    for (auto token = order.begin(); token != middle; ++token) {
        Hypothesis longer = from;
        longer.written.ids.push_back(*token);
        longer.written.ended = input.tokens.isEnd(*token);
        longer.log_probability += values(*token);
        into.push_back(std::move(longer));
    }
}

Written writeByBeam(const Writer& writer, const GenerationInput& input, const Decoding& decoding, int longest,
    const CancelFlag& cancel)
{
    std::vector<Hypothesis> beam(1);
    beam[0].written.ids.assign(input.forced.begin(), input.forced.end());
    beam[0].cache = input.read;
    beam[0].written.ended = !input.forced.empty() && input.tokens.isEnd(input.forced.back());
    const auto is_open = [longest](const Hypothesis& h) {
        return !h.written.ended && static_cast<int>(h.written.ids.size()) < longest;
    };
    const auto better = [&decoding](const Hypothesis& a, const Hypothesis& b) {
        return a.score(decoding.length_penalty) > b.score(decoding.length_penalty);
    };
    while (std::any_of(beam.begin(), beam.end(), is_open)) {
        std::vector<Hypothesis> candidates;
        for (Hypothesis& hypothesis : beam) {
            cancel.check();
            if (is_open(hypothesis))
                extend(hypothesis, writer.next(hypothesis.written.ids, hypothesis.cache), decoding.beam_size,
                    input, candidates);
            else
                candidates.push_back(hypothesis);
        }
        std::stable_sort(candidates.begin(), candidates.end(), better);
        if (candidates.size() > static_cast<std::size_t>(decoding.beam_size))
            candidates.resize(static_cast<std::size_t>(decoding.beam_size));
        beam = std::move(candidates);
    }
    return beam.front().written;
}

} // namespace

int mostNewTokens(const ModelConfig& config, std::size_t prompt_tokens, const Decoding& decoding)
{
    if (!config.has_output)
        return 0;
    // The last word that is written is not read.
    return config.hasLongestText()
        ? std::min(decoding.max_new_tokens, config.max_length - static_cast<int>(prompt_tokens) + 1)
        : decoding.max_new_tokens;
}

Written generate(const Transformer<float>& model, const GenerationInput& input, const Decoding& decoding,
    const CancelFlag& cancel)
{
    const Writer writer(model, input, cancel);
    const int longest = mostNewTokens(model.config, input.prompt.size(), decoding);
    return decoding.kind == DecodingKind::Beam ? writeByBeam(writer, input, decoding, longest, cancel)
                                               : writeOneByOne(writer, input, decoding, longest, cancel);
}

} // namespace glassformer
