#include "core/experiment/effect/attribution.h"

#include "core/error.h"
#include "core/experiment/effect/straight_way.h"
#include "core/model/input_gradient.h"
#include "core/trace/record/tensor_slice.h"
#include "core/trace/run/run_state.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace glassformer {
namespace {

/** ln p of the word, and its slope along each vector that comes from the embedding table. */
class WordGradient
{
public:
    explicit WordGradient(const WordTrials& trials)
        : m_trials(trials)
        , m_model(trials.question().model->transformer)
        , m_embedding(matrixOf(trials.trace(), source_embedding_tensor))
    {
        if (m_model.config.hasEncoder())
            for (const Token& token : trials.trace().source)
                m_segments.push_back(token.segment);
    }

    /** Where all vectors are `share` of what they are: ln p, and for each token the slope along its vector times that. */
    WayPoint at(double share, const CancelFlag& cancel) const
    {
        const ModelConfig& config = m_model.config;
        Changes changes = m_trials.trace().state->changes;
        const Changes vectors = shrunk(share);
        changes.insert(changes.end(), vectors.begin(), vectors.end());
        const Controls<float> controls = controlsFor<float>(config, changes);
        const PassOptions<float> options{&controls};
        const std::vector<int>& ids = m_trials.read();
        const std::vector<int>& target = m_trials.decoderTokens();
        const Segments source = Segments::single(static_cast<int>(config.hasEncoder() ? ids.size() : 0));
        const Segments written = Segments::single(static_cast<int>(target.size()));
        const TokenBatch source_batch{ids, source, m_segments}, target_batch{target, written};
        StackRecord<float> encoder, decoder;
        if (config.hasEncoder())
            encoder = encode<float>(m_model, source_batch, options);
        cancel.check();
        const Memory<float> memory{encoder.output, source};
        if (config.hasDecoder())
            decoder = decode<float>(m_model, config.hasEncoder() ? &memory : nullptr, target_batch, options);
        cancel.check();
        WayPoint point{share, 0, {}};
        const Matrix<float> d_logits =
            slopeOfLogarithm(config.hasDecoder() ? decoder.output : encoder.output, controls, point.value);
        const InputGradients<float> gradients = inputGradients<float>(
            m_model, {source_batch, target_batch, encoder, decoder, &controls}, d_logits);
        const Matrix<float>& d_input = config.hasEncoder() ? gradients.encoder : gradients.decoder;
        for (Eigen::Index t = 0; t < d_input.rows(); ++t) {
            double dot = 0;
            for (Eigen::Index i = 0; i < d_input.cols(); ++i)
                dot += static_cast<double>(d_input(t, i))
                    * static_cast<double>(m_embedding(static_cast<int>(t), static_cast<int>(i)));
            point.slopes.push_back(dot);
        }
        return point;
    }

    Changes shrunk(double share) const
    {
        Changes changes;
        for (int t = 0; t < std::ssize(m_trials.read()); ++t) {
            Change change{source_embedding_tensor, every, t};
            for (const float number : m_embedding.row(t))
                change.values.push_back(static_cast<float>(share * static_cast<double>(number)));
            changes.push_back(std::move(change));
        }
        return changes;
    }

private:
    /** Of ln softmax: 1 for the word, minus every word's probability; in the word's row alone. */
    Matrix<float> slopeOfLogarithm(
        const Matrix<float>& last, const Controls<float>& controls, double& logarithm) const
    {
        const AskedWord& asked = m_trials.question().asked;
        const RowVector<float> words = logits(
            m_model, Matrix<float>(last.row(asked.position)), OutputChange<float>{&controls, asked.position})
                                           .row(0);
        logarithm = logProbability(words, asked.token.id);
        Matrix<float> slope = Matrix<float>::Zero(last.rows(), words.size());
        const double normalizer = static_cast<double>(words(asked.token.id)) - logarithm;
        for (Eigen::Index id = 0; id < words.size(); ++id)
            slope(asked.position, id) =
                static_cast<float>(-std::exp(static_cast<double>(words(id)) - normalizer));
        slope(asked.position, asked.token.id) += 1;
        return slope;
    }

    const WordTrials& m_trials;
    const Transformer<float>& m_model; ///< which the trials hold
    const MatrixSlice m_embedding;
    std::vector<int> m_segments; ///< of the encoder's tokens
};

class AttributionJob final : public JobOf<Attribution>
{
public:
    AttributionJob(WordQuestion question, AttributionTask task)
        : m_trials(std::move(question))
        , m_task(task)
    {
        const Trace& trace = m_trials.trace();
        const auto& tokens = trace.config.hasEncoder() ? trace.source : trace.target;
        m_found.asked = m_trials.question().asked;
        m_found.method = task.method;
        m_found.tokens.assign(tokens.begin(), tokens.begin() + std::ssize(m_trials.read()));
        m_found.value = logProbability(m_trials.logits(), m_found.asked.token.id);
        m_found.parts.resize(m_found.tokens.size());
        m_found.steps = task.method == AttributionMethod::GradientTimesInput ? 1
            : task.method == AttributionMethod::IntegratedGradients          ? std::max(1, task.steps)
                                                                    : int(std::ssize(m_found.tokens));
        if (task.method == AttributionMethod::Masked && mask() < 0)
            throw Error({Message::tr("no mask in the vocabulary of %1", trace.config.name), {},
                Message::tr("a model that fills gaps"),
                Message::tr("Remove the words instead, or blank their vectors.")});
    }

    bool advance(const JobWatch& watch) override
    {
        if (isByGradient())
            takeStep(watch);
        else
            leaveOut(m_found.done, watch);
        ++m_found.done;
        if (watch.progress)
            watch.progress(std::uint64_t(m_found.done), std::uint64_t(m_found.steps));
        publish(m_found);
        return m_found.done < m_found.steps;
    }

    Message doing() const override
    {
        return isByGradient() ? Message::tr("Following the slope of the word's probability")
                              : Message::tr("Leaving out one word after the other");
    }

private:
    bool isByGradient() const
    {
        return m_task.method == AttributionMethod::GradientTimesInput
            || m_task.method == AttributionMethod::IntegratedGradients;
    }

    int mask() const { return m_trials.question().model->tokenizer.specialTokens().mask; }

    void leaveOut(int token, const JobWatch& watch)
    {
        const bool is_gap = !m_trials.config().hasDecoder() && token == m_found.asked.position;
        const bool is_all = m_found.tokens.size() == 1;
        RowVector<float> logits;
        if (m_task.method == AttributionMethod::Removed && !is_gap && !is_all)
            logits = m_trials.logitsWithout(token, watch.cancel);
        else if (m_task.method == AttributionMethod::Masked)
            logits = m_trials.logitsWith(token, mask(), watch.cancel);
        else if (m_task.method == AttributionMethod::Blanked) {
            Change blank{source_embedding_tensor, every, token};
            blank.values = {0};
            logits = m_trials.logits({blank}, watch.cancel);
        } else
            return;
        m_found.parts[static_cast<std::size_t>(token)] =
            m_found.value - logProbability(logits, m_found.asked.token.id);
    }

    void takeStep(const JobWatch& watch)
    {
        if (!m_gradient)
            m_gradient.emplace(m_trials);
        if (m_task.method == AttributionMethod::GradientTimesInput) {
            tell(m_gradient->at(1, watch.cancel).slopes);
            return;
        }
        if (!m_way)
            beginWay(watch.cancel);
        m_way->add(m_gradient->at(*m_way->next(), watch.cancel));
        tell(m_way->parts());
        m_found.missing = m_way->missing();
        if (!m_way->next())
            m_found.steps = m_found.done + 1;
    }

    void beginWay(const CancelFlag& cancel)
    {
        m_found.blank_value =
            logProbability(m_trials.logits(m_gradient->shrunk(0), cancel), m_found.asked.token.id);
        m_way.emplace(m_found.blank_value, m_found.value, m_found.tokens.size());
    }

    void tell(const std::vector<double>& parts) { m_found.parts.assign(parts.begin(), parts.end()); }

    WordTrials m_trials;
    AttributionTask m_task;
    Attribution m_found;
    std::optional<WordGradient> m_gradient;
    std::optional<StraightWay> m_way;
};

} // namespace

std::unique_ptr<JobOf<Attribution>> attributionJob(WordQuestion question, AttributionTask task)
{
    return std::make_unique<AttributionJob>(std::move(question), task);
}

std::vector<double> attentionRow(const Trace& trace, const HeadName& head, int query, std::size_t tokens)
{
    const int first = head.head == every ? 0 : head.head;
    const int end = head.head == every ? trace.config.n_heads : head.head + 1;
    std::vector<double> weights(tokens);
    for (int h = first; h < end; ++h) {
        const MatrixSlice map =
            headOf(trace, attentionTensor(head.site, head.layer, AttentionPart::Weights), h);
        for (std::size_t t = 0; t < tokens && static_cast<int>(t) < map.columns && query < map.rows; ++t)
            weights[t] += static_cast<double>(map(query, static_cast<int>(t))) / (end - first);
    }
    return weights;
}

AttentionSite attributionSite(const ModelConfig& config)
{
    return config.hasCrossAttention() ? AttentionSite::DecoderCross
        : config.hasDecoder()         ? AttentionSite::DecoderSelf
                                      : AttentionSite::Encoder;
}

std::vector<double> attentionOf(const Attribution& attribution, const Trace& trace, int layer, int head)
{
    return attentionRow(trace, {attributionSite(trace.config), layer, head}, attribution.asked.position,
        attribution.tokens.size());
}

} // namespace glassformer
