#include "core/model/blocks/attention_rows.h"

#include "core/model/blocks/position.h"
#include "core/tensor/parallel.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace glassformer {
namespace {

/** Multiplications of all scores from which on heads are shared out to threads; below, waking them costs more. */
constexpr Eigen::Index worthwhile_products = 128 * 1024;

/** Rows that go from scores to mixed values together: so few that the second cache keeps them. */
constexpr Eigen::Index rows_together = 128;

template <typename Scalar> constexpr Scalar hidden = -std::numeric_limits<Scalar>::infinity();

template <typename Scalar> bool isMasked(const AttentionInput<Scalar>& input)
{
    return input.kind == AttentionKind::Causal && !(input.control && input.control->lifts_mask);
}

/** Keys from here on are hidden from the query. */
template <typename Scalar>
Eigen::Index endOfSight(const AttentionInput<Scalar>& input, Eigen::Index query, Eigen::Index n_keys)
{
    return isMasked(input) ? std::min(input.firstPlace() + query + 1, n_keys) : n_keys;
}

/** The same for all queries before this one, whatever a change lets them look at. */
template <typename Scalar>
Eigen::Index endOfAllSight(const AttentionInput<Scalar>& input, Eigen::Index last_query, Eigen::Index n_keys)
{
    const bool is_changed = input.control
        && (input.control->at(AttentionPart::Masked) || input.control->at(AttentionPart::Weights));
    return is_changed ? n_keys : endOfSight(input, last_query, n_keys);
}

template <typename Scalar>
void hideFutureAndFar(AttentionRows<Scalar>& rows, const AttentionInput<Scalar>& input)
{
    const Eigen::Index n_keys = rows.weights.cols();
    for (Eigen::Index i = 0; i < rows.weights.rows(); ++i) {
        const Eigen::Index end = endOfSight(input, rows.first + i, n_keys);
        rows.weights.row(i).tail(n_keys - end).setConstant(hidden<Scalar>);
        if (input.window > 0 && end > input.window)
            rows.weights.row(i).head(end - input.window).setConstant(hidden<Scalar>);
    }
}

template <typename Scalar> void hideCut(AttentionRows<Scalar>& rows, const AttentionInput<Scalar>& input)
{
    for (const auto& cut : input.control->cuts) {
        const Eigen::Index row = cut.query - input.firstPlace() - rows.first;
        // A cut may speak of rows that are elsewhere or not written yet.
        if (cut.segment == rows.segment && (cut.head < 0 || cut.head == rows.head) && row >= 0
            && row < rows.weights.rows() && cut.key < rows.weights.cols())
            rows.weights(row, cut.key) = hidden<Scalar>;
    }
}

/** Queries, keys and values that meet: those of the record, or all that the cache remembers. */
template <typename Scalar> struct MeetingRows
{
    MeetingRows(const AttentionInput<Scalar>& input, const AttentionRecord<Scalar>& record)
        : query(input.cache && input.all_rows ? input.cache->query.view() : record.query.view())
        , key(input.cache ? input.cache->key.view() : record.key.view())
        , value(input.cache ? input.cache->value.view() : record.value.view())
    {
    }

    const ConstMatrixView<Scalar> query, key, value;
};

/** \param all  rows of queries that may attend */
template <typename Scalar>
Eigen::Index queriesOf(const AttentionInput<Scalar>& input, Eigen::Index all, int segment)
{
    return input.all_rows ? all : Eigen::Index(input.query_segments.length(segment));
}

template <typename Scalar>
Eigen::Index keysOf(const AttentionInput<Scalar>& input, Eigen::Index all, int segment)
{
    return input.cache ? all : Eigen::Index(input.key_segments.length(segment));
}

template <typename Scalar>
std::vector<Matrix<Scalar>>* mapsOf(
    AttentionPart part, const AttentionInput<Scalar>& input, AttentionRecord<Scalar>& record)
{
    if (!input.keep_scores || part == AttentionPart::Weights)
        return nullptr;
    return part == AttentionPart::Scores ? &record.scores : &record.masked;
}

} // namespace

template <typename Scalar>
void makeRoom(const ModelConfig& config, const AttentionInput<Scalar>& input, AttentionRecord<Scalar>& record)
{
    const MeetingRows<Scalar> rows(input, record);
    record.mixed.resize(rows.query.rows(), rows.query.cols());
    const auto n_maps = static_cast<std::size_t>(input.query_segments.count()) * config.n_heads;
    record.weights.resize(n_maps);
    if (input.keep_scores) {
        record.scores.resize(n_maps);
        record.masked.resize(n_maps);
    }
    // Here and not where they are filled, or the threads would wait for each other in the allocator.
    for (std::size_t map = 0; map < n_maps; ++map) {
        const int s = static_cast<int>(map) / config.n_heads;
        const auto n_queries = queriesOf(input, rows.query.rows(), s);
        const auto n_keys = keysOf(input, rows.key.rows(), s);
        record.weights[map].resize(n_queries, n_keys);
        if (input.keep_scores) {
            record.scores[map].resize(n_queries, n_keys);
            record.masked[map].resize(n_queries, n_keys);
        }
    }
}

template <typename Scalar>
void forEachHead(const ModelConfig& config, const AttentionInput<Scalar>& input,
    AttentionRecord<Scalar>& record, const std::function<void(AttentionRows<Scalar>&)>& attend)
{
    const MeetingRows<Scalar> all(input, record);
    const Eigen::Index d_head = config.headSize();
    const int group = config.n_heads / config.keyValueHeads(); // so many heads share keys and values
    const auto attendHead = [&](std::ptrdiff_t index) {
        const int s = static_cast<int>(index / config.n_heads), h = static_cast<int>(index % config.n_heads);
        const int q0 = input.query_segments.begin(s);
        const int k0 = input.key_segments.begin(s);
        const auto map = static_cast<std::size_t>(index);
        const Eigen::Index n_queries = record.weights[map].rows(), n_keys = record.weights[map].cols();
        for (Eigen::Index i = 0; i < n_queries; i += rows_together) {
            const Eigen::Index count = std::min(rows_together, n_queries - i);
            AttentionRows<Scalar> rows{all.query.block(q0 + i, h * d_head, count, d_head),
                all.key.block(k0, (h / group) * d_head, n_keys, d_head),
                all.value.block(k0, (h / group) * d_head, n_keys, d_head),
                record.weights[map].middleRows(i, count),
                record.mixed.block(q0 + i, h * d_head, count, d_head), s, h, i, map,
                endOfAllSight(input, i + count - 1, n_keys)};
            attend(rows);
        }
    };
    const Eigen::Index products = all.query.size() * all.key.rows() / input.query_segments.count();
    parallelForIf(
        products >= worthwhile_products, static_cast<std::ptrdiff_t>(record.weights.size()), attendHead);
}

template <typename Scalar> Scalar scoreScale(const ModelConfig& config)
{
    return config.scale_scores ? Scalar(1) / std::sqrt(static_cast<Scalar>(config.headSize())) : Scalar(1);
}

template <typename Scalar>
void addBias(AttentionRows<Scalar>& rows, const ModelConfig& config, const AttentionInput<Scalar>& input)
{
    if (!input.relative_bias || (input.places && input.places->are_off))
        return;
    const bool is_causal = input.kind == AttentionKind::Causal;
    const auto placeOf = [&input](Eigen::Index row) {
        const int token = static_cast<int>(row);
        return input.places ? input.places->of(token) : token;
    };
    for (Eigen::Index i = 0; i < rows.weights.rows(); ++i) {
        const int place = placeOf(input.firstPlace() + rows.first + i);
        for (Eigen::Index k = 0; k < rows.weights.cols(); ++k)
            rows.weights(i, k) += (*input.relative_bias)(
                relativeBucket(config.relative, place, placeOf(k), is_causal), rows.head);
    }
}

template <typename Scalar> void hideKeys(AttentionRows<Scalar>& rows, const AttentionInput<Scalar>& input)
{
    if (isMasked(input))
        hideFutureAndFar(rows, input);
    if (input.control)
        hideCut(rows, input);
}

template <typename Scalar>
void keepMap(const AttentionRows<Scalar>& rows, AttentionPart part, const AttentionInput<Scalar>& input,
    AttentionRecord<Scalar>& record)
{
    MatrixView<Scalar> map = rows.weights;
    if (const RecordChanges<Scalar>* const changes = input.control ? input.control->at(part) : nullptr)
        for (const RecordChange<Scalar>& change : *changes)
            if (change.head == every || change.head == rows.head)
                applyChange<Scalar>(change, map, input.firstPlace() + static_cast<int>(rows.first));
    if (auto* const kept = mapsOf(part, input, record))
        (*kept)[rows.map].middleRows(rows.first, map.rows()) = map;
}

#define GLASSFORMER_ATTENTION_ROWS(Scalar)                                                                   \
    template void makeRoom(const ModelConfig&, const AttentionInput<Scalar>&, AttentionRecord<Scalar>&);     \
    template void forEachHead(const ModelConfig&, const AttentionInput<Scalar>&, AttentionRecord<Scalar>&,   \
        const std::function<void(AttentionRows<Scalar>&)>&);                                                 \
    template Scalar scoreScale(const ModelConfig&);                                                          \
    template void addBias(AttentionRows<Scalar>&, const ModelConfig&, const AttentionInput<Scalar>&);        \
    template void hideKeys(AttentionRows<Scalar>&, const AttentionInput<Scalar>&);                           \
    template void keepMap(const AttentionRows<Scalar>&, AttentionPart, const AttentionInput<Scalar>&,        \
        AttentionRecord<Scalar>&)

GLASSFORMER_ATTENTION_ROWS(float);
GLASSFORMER_ATTENTION_ROWS(double);

} // namespace glassformer
