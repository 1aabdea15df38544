#include "core/experiment/reading/word_votes.h"

#include "core/error.h"
#include "core/experiment/explanation/model_weights.h"
#include "core/experiment/explanation/norm_place.h"
#include "core/experiment/explanation/norm_rows.h"
#include "core/model/blocks/linear.h"
#include "core/tensor/activation.h"
#include "core/trace/look/place.h"

#include <cmath>
#include <utility>

namespace glassformer {
namespace {

using Row = RowVector<double>;

[[noreturn]] void refuse(const Message& found)
{
    throw Error({found, {}, Message::tr("a run of this program, with words"),
        Message::tr("Open the model and run the text.")});
}

/** The stream of one row as a list of parts whose sum it is. */
class StreamParts
{
public:
    void add(const Vote& voter, Row vector)
    {
        m_voters.push_back(voter);
        m_vectors.push_back(std::move(vector));
    }
    void addToBiases(const Row& vector) { addTo(VoterKind::Biases, vector); }
    void addToChanges(const Row& vector) { addTo(VoterKind::Altered, vector); }

    Row sum() const
    {
        Row total = m_vectors.front();
        for (std::size_t i = 1; i < m_vectors.size(); ++i)
            total += m_vectors[i];
        return total;
    }

    /** Every part through a norm whose statistics are those of the whole row. */
    void norm(const ModelConfig& config, NormKind kind, const NormWeights<float>& weights)
    {
        const Row whole = sum();
        const auto n = static_cast<double>(whole.size());
        const double mean = kind == NormKind::Layer ? whole.mean() : 0;
        const double deviation = std::sqrt((whole.array() - mean).square().sum() / n + config.norm_epsilon);
        const Row gain = weights.gain.cast<double>() / deviation;
        for (Row& vector : m_vectors) {
            const double own_mean = kind == NormKind::Layer ? vector.mean() : 0;
            vector = (vector.array() - own_mean) * gain.array();
        }
        if (weights.bias.size() > 0)
            addToBiases(weights.bias.cast<double>());
    }

    /** Every part through x·W and times a factor for each output. */
    void project(const LinearWeights<float>& weights, const Row& factors)
    {
        for (Row& vector : m_vectors) {
            const Matrix<float> x = vector.cast<float>();
            Row y = linear(x, weights).row(0).cast<double>();
            if (weights.bias.size() > 0)
                y -= weights.bias.cast<double>();
            vector = y.cwiseProduct(factors);
        }
        if (weights.bias.size() > 0)
            addToBiases(weights.bias.cast<double>().cwiseProduct(factors));
    }

    std::vector<Vote> votes(const Row& direction) const
    {
        std::vector<Vote> votes = m_voters;
        for (std::size_t i = 0; i < votes.size(); ++i)
            votes[i].logit = m_vectors[i].dot(direction);
        return votes;
    }

private:
    void addTo(VoterKind kind, const Row& vector)
    {
        for (std::size_t i = 0; i < m_voters.size(); ++i)
            if (m_voters[i].kind == kind) {
                m_vectors[i] += vector;
                return;
            }
        Vote voter;
        voter.kind = kind;
        add(voter, vector);
    }

    std::vector<Vote> m_voters;
    std::vector<Row> m_vectors;
};

Row rowOf(const Trace& trace, const std::string& tensor, int row)
{
    const MatrixSlice matrix = matrixOf(trace, tensor);
    if (row >= matrix.rows)
        refuse(Message::tr("no row %1 of %2 in the run", row, tensor));
    return Eigen::Map<const RowVector<float>>(matrix.row(row).data(), matrix.columns).cast<double>();
}

/** Follows one row through its stack. */
class Follower
{
public:
    Follower(const Model& model, const Trace& trace, int row)
        : m_model(model.transformer)
        , m_trace(trace)
        , m_site(trace.config.hasDecoder() ? AttentionSite::DecoderSelf : AttentionSite::Encoder)
        , m_row(row)
    {
    }

    StreamParts follow()
    {
        enter();
        for (int layer = 0; layer < layersOf(m_trace.config, m_site); ++layer) {
            const StreamParts before = m_parts;
            passAttention(m_site, layer, NormPlace::Attention, LayerPart::AttentionResidual);
            if (m_trace.config.hasCrossAttention())
                passAttention(AttentionSite::DecoderCross, layer, NormPlace::CrossAttention,
                    LayerPart::CrossAttentionResidual);
            passFeedForward(layer);
            if (isOff(layer))
                m_parts = before;
            takeChanges(layerTensor(m_site, layer, LayerPart::Output));
        }
        if (isNormBefore())
            m_parts.norm(
                m_trace.config, m_trace.config.norm_kind, normWeights(m_model, m_site, 0, NormPlace::Stack));
        takeChanges(stackOutputTensor(m_site));
        return std::move(m_parts);
    }

private:
    bool isNormBefore() const { return m_trace.config.norm_placement == NormPlacement::Before; }

    bool isOff(int layer) const
    {
        for (const Change& change : changesAt(m_trace.changes, layerTensor(m_site, layer, LayerPart::Output)))
            if (change.kind == ChangeKind::Off)
                return true;
        return false;
    }

    /** What the run has here instead of the sum of the parts: nothing but changes make it another. */
    void takeChanges(const std::string& tensor)
    {
        if (!m_trace.changes.empty())
            m_parts.addToChanges(rowOf(m_trace, tensor, m_row) - m_parts.sum());
    }

    void enter()
    {
        const bool is_second = isSecondStack(m_trace.config, m_site);
        const Row input = rowOf(m_trace, stackInputTensor(m_site), m_row);
        const bool is_sum =
            !m_trace.config.embedding_norm && m_trace.config.embeddingWidth() == m_trace.config.d_model;
        Vote voter;
        if (!is_sum) {
            m_parts.add(voter, input);
            return;
        }
        m_parts.add(
            voter, rowOf(m_trace, is_second ? target_embedding_tensor : source_embedding_tensor, m_row));
        const auto addIfThere = [&](VoterKind kind, const char* tensor) {
            voter.kind = kind;
            if (m_trace.has(tensor))
                m_parts.add(voter, rowOf(m_trace, tensor, m_row));
        };
        addIfThere(VoterKind::Position, is_second ? target_position_tensor : source_position_tensor);
        if (!is_second)
            addIfThere(VoterKind::Segment, source_segment_tensor);
        takeChanges(stackInputTensor(m_site));
    }

    void leave(int layer, NormPlace place, LayerPart behind)
    {
        if (!isNormBefore())
            m_parts.norm(
                m_trace.config, m_trace.config.norm_kind, normWeights(m_model, m_site, layer, place));
        if (behind != LayerPart::Output) // of a layer that is off, see follow()
            takeChanges(layerTensor(m_site, layer, behind));
    }

    void passAttention(AttentionSite site, int layer, NormPlace place, LayerPart behind)
    {
        const ModelConfig& config = m_trace.config;
        const LayerWeights<float>& layer_weights = layerWeights(m_model, site, layer);
        const LinearWeights<float>& output =
            (site == AttentionSite::DecoderCross ? layer_weights.cross_attention : layer_weights.attention)
                .output;
        // Each head's values alone, the others' zero.
        Matrix<float> mixed = Matrix<float>::Zero(config.n_heads, config.headsWidth());
        for (int head = 0; head < config.n_heads; ++head) {
            const MatrixSlice rows =
                headOf(m_trace, attentionTensor(site, layer, AttentionPart::Mixed), head);
            if (m_row >= rows.rows)
                refuse(Message::tr("a run without the inside of its layers"));
            mixed.row(head).segment(Eigen::Index(head) * config.headSize(), config.headSize()) =
                Eigen::Map<const RowVector<float>>(rows.row(m_row).data(), rows.columns);
        }
        const Matrix<float> vectors = linear(mixed, output);
        const Row bias =
            output.bias.size() > 0 ? Row(output.bias.cast<double>()) : Row(Row::Zero(config.d_model));
        for (int head = 0; head < config.n_heads; ++head)
            m_parts.add({VoterKind::Head, site, layer, head}, Row(vectors.row(head).cast<double>()) - bias);
        if (output.bias.size() > 0)
            m_parts.addToBiases(bias);
        leave(layer, place, behind);
    }

    void passFeedForward(int layer)
    {
        m_parts.add({VoterKind::FeedForward, m_site, layer},
            rowOf(m_trace, layerTensor(m_site, layer, LayerPart::FeedForwardOutput), m_row));
        leave(layer, NormPlace::FeedForward, LayerPart::Output);
    }

    const Transformer<float>& m_model;
    const Trace& m_trace;
    const AttentionSite m_site;
    const int m_row;
    StreamParts m_parts;
};

/** Through dense layer, activation and norm: activation(z) is z times a factor that is held. */
void passTransform(const Model& model, StreamParts& parts)
{
    const Transformer<float>& transformer = model.transformer;
    const Matrix<float> x = parts.sum().cast<float>();
    const Matrix<float> z = linear(x, transformer.weights.output_transform);
    Matrix<float> activated = z;
    activate<float>(transformer.config.activation, activated);
    Row factors(z.cols());
    for (Eigen::Index i = 0; i < z.cols(); ++i)
        factors(i) = z(0, i) == 0 ? 0 : static_cast<double>(activated(0, i)) / static_cast<double>(z(0, i));
    parts.project(transformer.weights.output_transform, factors);
    parts.norm(transformer.config, transformer.config.norm_kind, transformer.weights.output_norm);
}

/** The column of the output matrix and its bias: a logit is the product of the last vector and the first. */
std::pair<Row, double> directionOf(const Transformer<float>& model, int id)
{
    const LinearWeights<float>& output = model.weights.output;
    Row direction;
    if (output.isEmpty())
        direction = tokenVector(model.weights, id).cast<double>();
    else {
        const std::vector<float> column = columnOf(output, id);
        direction = Eigen::Map<const RowVector<float>>(column.data(), std::ssize(column)).cast<double>();
    }
    if (model.config.scale_output)
        direction /= std::sqrt(static_cast<double>(model.config.d_model));
    return {direction, output.bias.size() > 0 ? static_cast<double>(output.bias(id)) : 0};
}

void addConstant(std::vector<Vote>& votes, VoterKind kind, double logit)
{
    for (Vote& vote : votes)
        if (vote.kind == kind) {
            vote.logit += logit;
            return;
        }
    Vote vote;
    vote.kind = kind;
    vote.logit = logit;
    votes.push_back(vote);
}

} // namespace

std::string voterText(const Vote& vote)
{
    switch (vote.kind) {
    case VoterKind::Embedding:
        return "embedding";
    case VoterKind::Position:
        return "position";
    case VoterKind::Segment:
        return "segment";
    case VoterKind::Head:
        return headText({vote.site, vote.layer, vote.head});
    case VoterKind::FeedForward: {
        const std::string output = layerTensor(vote.site, vote.layer, LayerPart::FeedForwardOutput);
        return output.substr(0, output.rfind('.'));
    }
    case VoterKind::Biases:
        return "biases";
    case VoterKind::Altered:
        return "changes";
    }
    return {};
}

WordVotes wordVotes(
    const Model& model, const Trace& trace, const AskedWord& asked, const std::optional<Token>& rival)
{
    const WordScores scores = wordScoresAt(trace, asked.position);
    if (scores.logits.empty())
        refuse(Message::tr("a run without words"));
    WordVotes result{asked, rival, {}};
    StreamParts parts = Follower(model, trace, asked.position).follow();
    result.holds_activation = trace.config.output_transform;
    if (result.holds_activation)
        passTransform(model, parts);
    auto [direction, bias] = directionOf(model.transformer, asked.token.id);
    const auto logitOf = [&scores](int id) {
        return static_cast<double>(scores.logits[static_cast<std::size_t>(id)]);
    };
    result.logit = logitOf(asked.token.id);
    if (rival) {
        const auto [other, other_bias] = directionOf(model.transformer, rival->id);
        direction -= other;
        bias -= other_bias;
        result.logit -= logitOf(rival->id);
    }
    result.votes = parts.votes(direction);
    if (bias != 0)
        addConstant(result.votes, VoterKind::Biases, bias);
    for (const Vote& vote : result.votes)
        result.sum += vote.logit;
    if (!changesAtAny(trace.changes, {logits_tensor, output_state_tensor}).empty()) {
        addConstant(result.votes, VoterKind::Altered, result.logit - result.sum);
        result.sum = result.logit;
    }
    return result;
}

} // namespace glassformer
