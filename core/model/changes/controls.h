#pragma once

#include "core/model/changes/change.h"
#include "core/model/config/config.h"
#include "core/tensor/multiply.h"

#include <map>
#include <vector>

namespace glassformer {

/** Numbers that stand in a record instead of those that were computed. */
template <typename Scalar> struct RecordChange
{
    int head = every;
    int row = every; ///< counted in the whole sequence
    int column = every; ///< in the head, where there are heads
    std::vector<Scalar> values; ///< one for all of them, or a row
};

template <typename Scalar> using RecordChanges = std::vector<RecordChange<Scalar>>;

/** What is changed from outside inside one attention block. */
template <typename Scalar> struct AttentionControl
{
    /** A connection that is cut: segment of the batch, head or -1 for all, query and key inside the segment. */
    struct Cut
    {
        int segment = 0;
        int head = -1;
        int query = 0;
        int key = 0;
    };

    RowVector<Scalar> gates; ///< one factor per head on its mixed values; empty means 1
    std::vector<Cut> cuts;
    std::map<AttentionPart, RecordChanges<Scalar>> records; ///< for a batch of one segment
    bool lifts_mask = false; ///< every query sees every key of its sequence

    const RecordChanges<Scalar>* at(AttentionPart part) const
    {
        const auto found = records.find(part);
        return found == records.end() ? nullptr : &found->second;
    }
};

template <typename Scalar> struct LayerControl
{
    AttentionControl<Scalar> self, cross;
    std::map<LayerPart, RecordChanges<Scalar>> records; ///< for a batch of one segment
    bool is_off = false; ///< it passes its input on as it is

    const RecordChanges<Scalar>* at(LayerPart part) const
    {
        const auto found = records.find(part);
        return found == records.end() ? nullptr : &found->second;
    }
};

/** The place that a token is told to have. */
struct Places
{
    bool are_off = false; ///< tokens know no places
    std::vector<int> first; ///< places of the first tokens; those behind have their own

    int of(int token) const
    {
        return token >= 0 && static_cast<std::size_t>(token) < first.size()
            ? first[static_cast<std::size_t>(token)]
            : token;
    }
};

template <typename Scalar> struct StackControl
{
    std::vector<LayerControl<Scalar>> layers; ///< empty: nothing is changed in any
    Places places;
    RecordChanges<Scalar> embedding, position, segment, input, output;

    const LayerControl<Scalar>* layer(int index) const
    {
        return layers.empty() ? nullptr : &layers[static_cast<std::size_t>(index)];
    }
};

/** What is changed in a pass, sorted by where it applies; by default nothing is. */
template <typename Scalar> struct Controls
{
    StackControl<Scalar> encoder, decoder;
    RecordChanges<Scalar> output_state, logits;

    /** Whether a row of the decoder depends on rows behind it, so that no row is done before all are read. */
    bool reads_ahead = false;
};

/** Controls of a model's layers that change nothing yet. */
template <typename Scalar> Controls<Scalar> noControls(const ModelConfig& config);

/**
 * The controls that carry out changes of a run of one sentence, whose means are known: see withMeans.
 * \throws Error for a change that the model cannot take
 */
template <typename Scalar> Controls<Scalar> controlsFor(const ModelConfig& config, const Changes& changes);

/** Puts the changed numbers into rows of one head, or of a record without heads, whichever head the change names. */
template <typename Scalar>
void applyChange(const RecordChange<Scalar>& change, MatrixView<Scalar> rows, int first_row);

/**
 * Puts the changed numbers into rows of a record [n, heads · width].
 * \param changes  null: none
 * \param first_row  place of the first row in the whole sequence
 * \param width  columns of one head; 0 where there are no heads
 */
template <typename Scalar>
void applyChanges(
    const RecordChanges<Scalar>* changes, MatrixView<Scalar> rows, int first_row, Eigen::Index width = 0);

} // namespace glassformer
