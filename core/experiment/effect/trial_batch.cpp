#include "core/experiment/effect/trial_batch.h"

#include "core/trace/run/run_state.h"

#include <algorithm>
#include <initializer_list>

namespace glassformer {
namespace {

constexpr int most_rows = 512, most_trials = 16;

/** Where a copy of the text stands in the batch. */
struct CopyPlace
{
    int copy = 0, rows = 0; ///< of each copy
    int only_row = -1; ///< of a layer that passes on one row of each copy; -1: it passes on all
};

void addAt(
    const CopyPlace& place, bool is_of_keys, const RecordChanges<float>& from, RecordChanges<float>& to)
{
    for (const RecordChange<float>& change : from) {
        const auto add = [&](int row) {
            to.push_back(change);
            to.back().row = row;
        };
        if (place.only_row >= 0 && !is_of_keys) {
            if (change.row == every || change.row == place.only_row)
                add(place.only_row + place.copy);
            continue;
        }
        for (int row = 0; row < place.rows; ++row)
            if (change.row == every || change.row == row)
                add(place.copy * place.rows + row);
    }
}

bool isOfKeys(AttentionPart part)
{
    return part == AttentionPart::Key || part == AttentionPart::ProjectedKey || part == AttentionPart::Value;
}

/** Looks that are forbidden in one copy. */
void addCuts(const CopyPlace& place, const RecordChanges<float>& from, AttentionControl<float>& to)
{
    for (const RecordChange<float>& cut : from)
        for (int query = 0; query < place.rows; ++query)
            for (int key = 0; key < place.rows; ++key)
                if ((cut.row == every || cut.row == query) && (cut.column == every || cut.column == key))
                    to.cuts.push_back({place.copy, cut.head == every ? -1 : cut.head, query, key});
}

/** The changes of one copy, where its rows stand in the batch. */
void addAt(CopyPlace place, int only_row, const StackControl<float>& from, StackControl<float>& to)
{
    for (std::size_t l = 0; l < from.layers.size(); ++l) {
        place.only_row = l + 1 == from.layers.size() ? only_row : -1;
        for (const auto& [part, changes] : from.layers[l].self.records)
            if (part == AttentionPart::Masked)
                addCuts(place, changes, to.layers[l].self);
            else
                addAt(place, isOfKeys(part), changes, to.layers[l].self.records[part]);
        for (const auto& [part, changes] : from.layers[l].records)
            addAt(place, part == LayerPart::AttentionInput, changes, to.layers[l].records[part]);
    }
}

/** Whether the heads of a layer mix what they mixed without the changes. */
bool leavesHeads(const LayerControl<float>& layer)
{
    return !layer.at(LayerPart::AttentionInput) && layer.self.cuts.empty()
        && std::all_of(layer.self.records.begin(), layer.self.records.end(), [](const auto& changed) {
               return changed.first == AttentionPart::Mixed || changed.first == AttentionPart::Output;
           });
}

/** Copies of a text that are read in one pass, each under changes of its own. */
class CopiedText
{
public:
    CopiedText(const WordTrials& trials, std::span<const Changes> changes)
        : m_trials(trials)
        , m_is_decoder(trials.config().hasDecoder())
        , m_rows(static_cast<int>(trials.read().size()))
        , m_copies(static_cast<int>(changes.size()))
        , m_first_layer(firstLayer(trials.config(), changes))
        , m_controls(noControls<float>(trials.config()))
    {
        for (int copy = 0; copy < m_copies; ++copy) {
            m_ids.insert(m_ids.end(), trials.read().begin(), trials.read().end());
            for (int t = 0; t < m_rows; ++t)
                m_kinds.push_back(trials.trace().source[static_cast<std::size_t>(t)].segment);
            const Controls<float> own =
                controlsFor<float>(trials.config(), changes[static_cast<std::size_t>(copy)]);
            addAt({copy, m_rows}, position(), m_is_decoder ? own.decoder : own.encoder,
                m_is_decoder ? m_controls.decoder : m_controls.encoder);
        }
    }

    /** What the model passes on in the row of the word, for each copy [copies, d_model]. */
    Matrix<float> lastRows(const CancelFlag& cancel) const
    {
        const Segments segments(std::vector<int>(static_cast<std::size_t>(m_copies), m_rows));
        PassOptions<float> options{&m_controls};
        options.keep_layers = false;
        options.cancel = cancel;
        options.only_row = position();
        StackRecord<float> begun;
        Matrix<float> mixed;
        if (m_first_layer > 0) {
            // Only what enters the first layer that runs is read.
            const std::size_t last = static_cast<std::size_t>(m_first_layer) - 1;
            begun.stream.resize(last + 1);
            begun.attended.resize(last + 1);
            begun.stream[last] = entering().replicate(m_copies, 1);
            options.begun = {&begun, m_first_layer};
        }
        if (leavesHeads((m_is_decoder ? m_controls.decoder : m_controls.encoder)
                            .layers[static_cast<std::size_t>(m_first_layer)])) {
            mixed = mixedOfOne().replicate(m_copies, 1);
            options.begun.mixed = &mixed;
        }
        const Transformer<float>& model = m_trials.question().model->transformer;
        return (m_is_decoder ? decode<float>(model, nullptr, {m_ids, segments}, options)
                             : encode<float>(model, {m_ids, segments, m_kinds}, options))
            .output;
    }

private:
    int position() const { return m_trials.question().asked.position; }

    /** The first layer that one of them changes. */
    static int firstLayer(const ModelConfig& config, std::span<const Changes> lists)
    {
        int layer = (config.hasDecoder() ? config.decoder_layers : config.encoder_layers) - 1;
        for (const Changes& changes : lists)
            for (const Change& change : changes)
                layer = std::min(layer,
                    (config.hasDecoder() ? reachInDecoder(change, config) : reachInEncoder(change, config))
                        .layer);
        return layer;
    }

    /** What enters the first layer that runs, of one copy. */
    Matrix<float> entering() const
    {
        const RunState& state = *m_trials.trace().state;
        return (m_is_decoder ? state.decoder : state.encoder)
            ->inputOf(static_cast<std::size_t>(m_first_layer))
            .topRows(m_rows);
    }

    /** What its heads mix, of one copy: the same in all. */
    Matrix<float> mixedOfOne() const
    {
        return runAttentionAgain<float>(
            m_trials.question().model->transformer, m_is_decoder, m_first_layer, entering(), nullptr, nullptr)
            .attention.mixed;
    }

    const WordTrials& m_trials;
    const bool m_is_decoder;
    const int m_rows, m_copies, m_first_layer;
    std::vector<int> m_ids, m_kinds;
    Controls<float> m_controls;
};

} // namespace

bool sharesPasses(const WordTrials& trials)
{
    return !trials.config().hasCrossAttention() && trials.trace().changes.empty();
}

int trialsTogether(const WordTrials& trials)
{
    return std::clamp(most_rows / static_cast<int>(trials.read().size()), 1, most_trials);
}

Matrix<float> lastRowsOfEach(
    const WordTrials& trials, std::span<const Changes> changes, const CancelFlag& cancel)
{
    return CopiedText(trials, changes).lastRows(cancel);
}

} // namespace glassformer
