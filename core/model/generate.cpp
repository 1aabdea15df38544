#include "core/model/generate.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace glassformer {
namespace {

/** The encoder's work, done once, and the decoder's, continued for every token. */
class Writer
{
public:
    Writer(const Transformer<float>& model, const GenerationInput& input)
        : m_model(model)
        , m_input(input)
        , m_source_segments(Segments::single(static_cast<int>(input.source.size())))
        , m_encoder(encode<float>(model, {input.source, m_source_segments}, {input.controls}))
    {
    }

    /** Logits of the token that follows `written`, of which the cache may know a beginning. */
    RowVector<float> next(const std::vector<int>& written, DecoderCache<float>& cache) const
    {
        std::vector<int> target{m_input.start};
        target.insert(target.end(), written.begin(), written.end());
        target.erase(target.begin(), target.begin() + cache.rows);
        const Segments segments = Segments::single(static_cast<int>(target.size()));
        const StackRecord<float> decoder = decode<float>(
            m_model, m_encoder, m_source_segments, {target, segments}, {m_input.controls, false, &cache});
        return logits(m_model, Matrix<float>(decoder.output.bottomRows(1))).row(0);
    }

private:
    const Transformer<float>& m_model;
    const GenerationInput& m_input;
    Segments m_source_segments;
    StackRecord<float> m_encoder;
};

Written writeOneByOne(const Writer& writer, const GenerationInput& input, const Decoding& decoding,
    int longest, const CancelFlag& cancel)
{
    Random random(decoding.seed);
    Written written;
    DecoderCache<float> cache;
    while (static_cast<int>(written.ids.size()) < longest && !written.ended) {
        cancel.check();
        const std::size_t at = written.ids.size();
        const int token = at < input.forced.size()
            ? input.forced[at]
            : chooseToken(writer.next(written.ids, cache), decoding, random);
        written.ids.push_back(token);
        written.ended = token == input.end;
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

/** The best continuations of one hypothesis by one token. */
void extend(
    const Hypothesis& from, const RowVector<float>& z, int count, int end, std::vector<Hypothesis>& into)
{
    const Eigen::ArrayXd values = z.cast<double>().array().transpose();
    const double largest = values.maxCoeff();
    const double log_sum = largest + std::log((values - largest).exp().sum());
    std::vector<int> order(static_cast<std::size_t>(values.size()));
    for (std::size_t i = 0; i < order.size(); ++i)
        order[i] = static_cast<int>(i);
    const auto middle = order.begin() + std::min<std::ptrdiff_t>(count, std::ssize(order));
    std::partial_sort(order.begin(), middle, order.end(),
        [&values](int a, int b) { return values(a) != values(b) ? values(a) > values(b) : a < b; });
    for (auto token = order.begin(); token != middle; ++token) {
        Hypothesis longer = from;
        longer.written.ids.push_back(*token);
        longer.written.ended = *token == end;
        longer.log_probability += values(*token) - log_sum;
        into.push_back(std::move(longer));
    }
}

Written writeByBeam(const Writer& writer, const GenerationInput& input, const Decoding& decoding, int longest,
    const CancelFlag& cancel)
{
    std::vector<Hypothesis> beam(1);
    beam[0].written.ids.assign(input.forced.begin(), input.forced.end());
    beam[0].written.ended = !input.forced.empty() && input.forced.back() == input.end;
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
                    input.end, candidates);
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

Written generate(const Transformer<float>& model, const GenerationInput& input, const Decoding& decoding,
    const CancelFlag& cancel)
{
    const Writer writer(model, input);
    const int longest = std::min(decoding.max_new_tokens, model.config.max_length);
    return decoding.kind == DecodingKind::Beam ? writeByBeam(writer, input, decoding, longest, cancel)
                                               : writeOneByOne(writer, input, decoding, longest, cancel);
}

} // namespace glassformer
