#include "core/model/changes/controls.h"

#include "core/model/changes/change_check.h"

#include <algorithm>
#include <cassert>
#include <limits>

namespace glassformer {
namespace {

template <typename Scalar> RecordChange<Scalar> recordChange(const Change& change)
{
    RecordChange<Scalar> result{change.head, change.row, change.column, {}};
    if (change.kind == ChangeKind::Cut)
        result.values = {-std::numeric_limits<Scalar>::infinity()};
    else
        result.values.assign(change.values.begin(), change.values.end());
    return result;
}

/** Whether some query may look at a key that its mask hides. */
bool looksAhead(const Change& change, const RecordPlace& place)
{
    if (place.kind != RecordPlace::Kind::Attention || place.site != AttentionSite::DecoderSelf)
        return false;
    if (change.kind == ChangeKind::Lifted)
        return true;
    const bool is_behind_mask =
        place.attention_part == AttentionPart::Masked || place.attention_part == AttentionPart::Weights;
    const bool is_hidden_still = place.attention_part == AttentionPart::Weights
        && std::all_of(change.values.begin(), change.values.end(), [](float value) { return value == 0; });
    const bool is_seen_anyway = change.row != every && change.column != every && change.column <= change.row;
    return is_behind_mask && change.kind == ChangeKind::Set && !is_hidden_still && !is_seen_anyway;
}

template <typename Scalar> class Sorter
{
public:
    Sorter(const ModelConfig& config, Controls<Scalar>& controls)
        : m_config(config)
        , m_controls(controls)
    {
    }

    void add(const Change& change)
    {
        const RecordPlace place = *recordPlace(change.tensor);
        switch (place.kind) {
        case RecordPlace::Kind::Stack:
            stackRecord(change.tensor).push_back(recordChange<Scalar>(change));
            return;
        case RecordPlace::Kind::Places:
            setPlaces(stack(place.site).places, change);
            return;
        case RecordPlace::Kind::Attention:
        case RecordPlace::Kind::Layer:
            for (int l = 0; l < std::ssize(stack(place.site).layers); ++l)
                if (place.layer == every || place.layer == l)
                    addTo(stack(place.site).layers[static_cast<std::size_t>(l)], place, change);
            m_controls.reads_ahead = m_controls.reads_ahead || looksAhead(change, place);
            return;
        }
    }

private:
    StackControl<Scalar>& stack(AttentionSite site)
    {
        return site == AttentionSite::Encoder ? m_controls.encoder : m_controls.decoder;
    }

    static void setPlaces(Places& places, const Change& change)
    {
        if (change.kind == ChangeKind::Off)
            places.are_off = true;
        else
            places.first.assign(change.values.begin(), change.values.end());
    }

    static void addTo(LayerControl<Scalar>& layer, const RecordPlace& place, const Change& change)
    {
        AttentionControl<Scalar>& attention =
            place.site == AttentionSite::DecoderCross ? layer.cross : layer.self;
        if (change.kind == ChangeKind::Lifted)
            attention.lifts_mask = true;
        else if (change.kind == ChangeKind::Off)
            layer.is_off = true;
        else if (place.kind == RecordPlace::Kind::Attention)
            attention.records[place.attention_part].push_back(recordChange<Scalar>(change));
        else
            layer.records[place.layer_part].push_back(recordChange<Scalar>(change));
    }

    /** The source is what the encoder reads, or the decoder of a model without one. */
    RecordChanges<Scalar>& stackRecord(const std::string& tensor)
    {
        StackControl<Scalar>& source = m_config.hasEncoder() ? m_controls.encoder : m_controls.decoder;
        const std::map<std::string, RecordChanges<Scalar>*> places{
            {source_embedding_tensor, &source.embedding}, {source_position_tensor, &source.position},
            {source_segment_tensor, &source.segment},
            {target_embedding_tensor, &m_controls.decoder.embedding},
            {target_position_tensor, &m_controls.decoder.position},
            {encoder_input_tensor, &m_controls.encoder.input},
            {encoder_output_tensor, &m_controls.encoder.output},
            {decoder_input_tensor, &m_controls.decoder.input},
            {decoder_output_tensor, &m_controls.decoder.output},
            {output_state_tensor, &m_controls.output_state}, {logits_tensor, &m_controls.logits}};
        return *places.at(tensor);
    }

    const ModelConfig& m_config;
    Controls<Scalar>& m_controls;
};

} // namespace

template <typename Scalar> Controls<Scalar> noControls(const ModelConfig& config)
{
    Controls<Scalar> controls;
    controls.encoder.layers.resize(static_cast<std::size_t>(config.encoder_layers));
    controls.decoder.layers.resize(static_cast<std::size_t>(config.decoder_layers));
    return controls;
}

template <typename Scalar> Controls<Scalar> controlsFor(const ModelConfig& config, const Changes& changes)
{
    Controls<Scalar> controls = noControls<Scalar>(config);
    Sorter<Scalar> sorter(config, controls);
    for (const Change& change : changes) {
        assert(change.kind != ChangeKind::Mean);
        requireFits(change, config);
        sorter.add(change);
    }
    return controls;
}

template <typename Scalar>
void applyChange(const RecordChange<Scalar>& change, MatrixView<Scalar> rows, int first_row)
{
    const bool is_one_value = change.values.size() == 1;
    const auto columns = is_one_value ? rows.cols() : std::min(rows.cols(), std::ssize(change.values));
    for (Eigen::Index i = 0; i < rows.rows(); ++i)
        if (change.row == every || change.row == first_row + i)
            for (Eigen::Index j = 0; j < columns; ++j)
                if (change.column == every || change.column == j)
                    rows(i, j) = change.values[is_one_value ? 0 : static_cast<std::size_t>(j)];
}

template <typename Scalar>
void applyChanges(
    const RecordChanges<Scalar>* changes, MatrixView<Scalar> rows, int first_row, Eigen::Index width)
{
    if (!changes || rows.cols() == 0)
        return;
    if (width == 0)
        width = rows.cols();
    for (const RecordChange<Scalar>& change : *changes)
        for (Eigen::Index begin = 0; begin < rows.cols(); begin += width)
            if (change.head == every || change.head == begin / width)
                applyChange<Scalar>(change, rows.middleCols(begin, width), first_row);
}

#define GLASSFORMER_CONTROLS(Scalar)                                                                         \
    template Controls<Scalar> noControls(const ModelConfig&);                                                \
    template Controls<Scalar> controlsFor(const ModelConfig&, const Changes&);                               \
    template void applyChange(const RecordChange<Scalar>&, MatrixView<Scalar>, int);                         \
    template void applyChanges(const RecordChanges<Scalar>*, MatrixView<Scalar>, int, Eigen::Index)

GLASSFORMER_CONTROLS(float);
GLASSFORMER_CONTROLS(double);

} // namespace glassformer
