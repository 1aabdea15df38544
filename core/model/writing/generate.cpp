#include "core/model/writing/generate.h"

#include "core/model/stack_run.h"
#include "core/model/writing/ruled_tokens.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <utility>

namespace glassformer {
namespace {

/** Reads what was written so far, as far as it has not been read, for the scores of the token behind it. */
class Reading
{
public:
    /** encoder: its output, or null; cache: may know a beginning. */
    Reading(const Transformer<float>& model, const GenerationInput& input, const Matrix<float>* encoder,
        const std::vector<int>& written, DecoderCache<float>& cache, const CancelFlag& cancel)
        : m_model(model)
        , m_input(input)
        , m_target(input.prompt)
        , m_source_segments(Segments::single(static_cast<int>(input.source.size())))
    {
        m_target.insert(m_target.end(), written.begin(), written.end());
        m_last_row = static_cast<int>(m_target.size()) - 1;
        // Where rows depend on rows behind them, every token is chosen after all were read anew.
        const bool reads_ahead = input.controls && input.controls->reads_ahead;
        PassOptions<float> options{input.controls};
        options.cache = reads_ahead ? nullptr : &cache;
        options.keep_layers = false;
        options.cancel = cancel;
        if (cache.rows == input.read.rows)
            options.begun = input.begun;
        if (!reads_ahead)
            m_target.erase(m_target.begin(), m_target.begin() + cache.rows);
        m_segments = Segments::single(static_cast<int>(m_target.size()));
        if (encoder)
            m_memory.emplace(Memory<float>{*encoder, m_source_segments});
        m_run.emplace(model, true, encoder ? &*m_memory : nullptr, TokenBatch{m_target, m_segments}, options);
    }

    bool advance() { return m_run->advance(); }

    /** Once nothing is left to read. */
    RowVector<float> scores()
    {
        const StackRecord<float> decoder = m_run->take();
        return logits(m_model, Matrix<float>(decoder.output.bottomRows(1)), {m_input.controls, m_last_row})
            .row(0);
    }

private:
    const Transformer<float>& m_model;
    const GenerationInput& m_input;
    std::vector<int> m_target; ///< what the cache doesn't know of it
    int m_last_row = 0;
    Segments m_segments, m_source_segments;
    std::optional<Memory<float>> m_memory;
    std::optional<StackRun<float>> m_run;
};

void applyRules(const GenerationInput& input, const std::vector<int>& written, RowVector<float>& scores)
{
    applyRules(input.tokens, {input.source, input.prompt, written}, scores);
}

struct Hypothesis
{
    Written written;
    double log_probability = 0;
    int node = -1; ///< its last word among those that were considered
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

} // namespace

class Generation::Work
{
public:
    Work(const Transformer<float>& model, GenerationInput input, const Decoding& decoding,
        const CancelFlag& cancel)
        : m_model(model)
        , m_input(std::move(input))
        , m_decoding(decoding)
        , m_cancel(cancel)
        , m_longest(mostNewTokens(model.config, m_input.prompt.size(), decoding))
        , m_source_segments(Segments::single(static_cast<int>(m_input.source.size())))
        , m_beam(1)
    {
        if (model.config.hasEncoder() && !m_input.memory) {
            PassOptions<float> options{m_input.controls};
            options.keep_layers = false;
            options.cancel = cancel;
            m_encoding.emplace(
                model, false, nullptr, TokenBatch{m_input.source, m_source_segments}, std::move(options));
        }
        m_beam.front().cache = m_input.read;
        if (isBeam()) {
            m_beam.front().written.ids.assign(m_input.forced.begin(), m_input.forced.end());
            m_beam.front().written.ended =
                !m_input.forced.empty() && m_input.tokens.isEnd(m_input.forced.back());
        }
    }

    bool advance()
    {
        m_cancel.check();
        if (m_encoding) {
            if (!m_encoding->advance()) {
                m_encoder = m_encoding->take().output;
                m_encoding.reset();
            }
            return true;
        }
        if (isOver())
            return false;
        if (isBeam())
            extendBeam();
        else
            writeOn();
        return !isOver();
    }

    Written take() { return std::move(m_beam.front().written); }
    const BeamNodes& considered() const { return m_considered; }

private:
    bool isBeam() const { return m_decoding.kind == DecodingKind::Beam; }
    bool isOpen(const Hypothesis& hypothesis) const
    {
        return !hypothesis.written.ended && static_cast<int>(hypothesis.written.ids.size()) < m_longest;
    }
    bool isOver() const
    {
        return std::none_of(m_beam.begin(), m_beam.end(),
            [this](const Hypothesis& hypothesis) { return isOpen(hypothesis); });
    }
    /** The encoder's output, wherever it is. */
    const Matrix<float>* memory() const
    {
        return !m_model.config.hasEncoder() ? nullptr : m_input.memory ? m_input.memory : &m_encoder;
    }

    /** A token that is known, or a piece of the way to one that is not. */
    void writeOn()
    {
        const std::vector<int>& ids = m_beam.front().written.ids;
        const std::size_t at = ids.size();
        if (at < m_input.forced.size())
            return append(m_input.forced[at]);
        if (!m_reading)
            m_reading.emplace(m_model, m_input, memory(), ids, m_beam.front().cache, m_cancel);
        if (m_reading->advance())
            return;
        RowVector<float> scores = m_reading->scores();
        m_reading.reset();
        applyRules(m_input, ids, scores);
        Random random = randomAt(m_decoding, static_cast<int>(at));
        append(chooseToken(scores, m_decoding, random));
    }

    void append(int token)
    {
        Written& written = m_beam.front().written;
        written.ids.push_back(token);
        written.ended = m_input.tokens.isEnd(token);
    }

    void extendBeam()
    {
        const auto better = [this](const Hypothesis& a, const Hypothesis& b) {
            return a.score(m_decoding.length_penalty) > b.score(m_decoding.length_penalty);
        };
        std::vector<Hypothesis> candidates;
        for (Hypothesis& hypothesis : m_beam) {
            m_cancel.check();
            if (isOpen(hypothesis))
                extend(hypothesis, next(hypothesis), m_decoding.beam_size, m_input, candidates);
            else
                candidates.push_back(hypothesis);
            remember(hypothesis.node, candidates);
        }
        std::stable_sort(candidates.begin(), candidates.end(), better);
        if (candidates.size() > static_cast<std::size_t>(m_decoding.beam_size))
            candidates.resize(static_cast<std::size_t>(m_decoding.beam_size));
        m_beam = std::move(candidates);
        for (const Hypothesis& kept : m_beam)
            if (kept.node >= 0)
                m_considered.nodes[std::size_t(kept.node)].is_kept = true;
        m_considered.best = m_beam.front().node;
    }

    /** Those of the candidates that go one word beyond a hypothesis. */
    void remember(int parent, std::vector<Hypothesis>& candidates)
    {
        for (Hypothesis& candidate : candidates) {
            const bool is_new = candidate.node == parent && candidate.written.ids.size() > lengthOf(parent);
            if (!is_new)
                continue;
            candidate.node = static_cast<int>(m_considered.nodes.size());
            m_considered.nodes.push_back({candidate.written.ids.back(), parent, candidate.log_probability,
                false, candidate.written.ended});
        }
    }

    /** Words up to a node, with those that the search began with. */
    std::size_t lengthOf(int node) const
    {
        std::size_t length = m_input.forced.size();
        for (; node >= 0; node = m_considered.nodes[std::size_t(node)].parent)
            ++length;
        return length;
    }

    RowVector<float> next(Hypothesis& hypothesis) const
    {
        Reading reading(m_model, m_input, memory(), hypothesis.written.ids, hypothesis.cache, m_cancel);
        while (reading.advance()) { }
        return reading.scores();
    }

    const Transformer<float>& m_model;
    const GenerationInput m_input;
    const Decoding m_decoding;
    const CancelFlag m_cancel;
    const int m_longest;
    const Segments m_source_segments;
    std::optional<StackRun<float>> m_encoding; ///< while the encoder reads
    Matrix<float> m_encoder; ///< its output, unless that was known before
    BeamNodes m_considered;
    std::vector<Hypothesis> m_beam; ///< without a beam: the one text that is written
    std::optional<Reading> m_reading; ///< without a beam: for the next token
};

int mostNewTokens(const ModelConfig& config, std::size_t prompt_tokens, const Decoding& decoding)
{
    if (!config.has_output)
        return 0;
    // The last word that is written is not read.
    return config.hasLongestText()
        ? std::min(decoding.max_new_tokens, config.max_length - static_cast<int>(prompt_tokens) + 1)
        : decoding.max_new_tokens;
}

Generation::Generation(const Transformer<float>& model, GenerationInput input, const Decoding& decoding,
    const CancelFlag& cancel)
    : m_work(std::make_unique<Work>(model, std::move(input), decoding, cancel))
{
}

Generation::~Generation() = default;

bool Generation::advance()
{
    return m_work->advance();
}

const BeamNodes& Generation::considered() const
{
    return m_work->considered();
}

Written Generation::take()
{
    return m_work->take();
}

Written generate(const Transformer<float>& model, const GenerationInput& input, const Decoding& decoding,
    const CancelFlag& cancel)
{
    Generation generation(model, input, decoding, cancel);
    while (generation.advance()) { }
    return generation.take();
}

} // namespace glassformer
