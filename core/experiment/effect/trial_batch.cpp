#include "core/experiment/effect/trial_batch.h"

#include "core/trace/run/run_state.h"

#include <algorithm>

namespace glassformer {
namespace {

constexpr int most_rows = 512, most_trials = 16;

/** The changes of one copy, at the rows where it stands in the batch. */
void addAt(int first, int rows, const RecordChanges<float>& from, RecordChanges<float>& to)
{
    for (const RecordChange<float>& change : from)
        for (int row = 0; row < rows; ++row)
            if (change.row == every || change.row == row) {
                to.push_back(change);
                to.back().row = first + row;
            }
}

void addAt(int first, int rows, const StackControl<float>& from, StackControl<float>& to)
{
    for (std::size_t l = 0; l < from.layers.size(); ++l) {
        for (const auto& [part, changes] : from.layers[l].self.records)
            addAt(first, rows, changes, to.layers[l].self.records[part]);
        for (const auto& [part, changes] : from.layers[l].records)
            addAt(first, rows, changes, to.layers[l].records[part]);
    }
}

/** The first layer that one of them changes. */
int firstLayer(const ModelConfig& config, std::span<const Changes> lists)
{
    int layer = config.hasDecoder() ? config.decoder_layers : config.encoder_layers;
    for (const Changes& changes : lists)
        for (const Change& change : changes)
            layer = std::min(layer,
                (config.hasDecoder() ? reachInDecoder(change, config) : reachInEncoder(change, config))
                    .layer);
    return layer;
}

} // namespace

bool sharesPasses(const WordTrials& trials)
{
    return !trials.config().hasCrossAttention() && trials.trace().changes.empty();
}

int trialsTogether(const WordTrials& trials)
{
    return std::clamp(most_rows / static_cast<int>(trials.read().size()), 1, most_trials);
}

std::vector<RowVector<float>> logitsOfEach(
    const WordTrials& trials, std::span<const Changes> changes, const CancelFlag& cancel)
{
    const ModelConfig& config = trials.config();
    const Transformer<float>& model = trials.question().model->transformer;
    const bool is_decoder = config.hasDecoder();
    const std::vector<int>& text = trials.read();
    const int rows = static_cast<int>(text.size()), copies = static_cast<int>(changes.size());
    std::vector<int> ids, kinds;
    Controls<float> controls = noControls<float>(config);
    for (int copy = 0; copy < copies; ++copy) {
        ids.insert(ids.end(), text.begin(), text.end());
        for (int t = 0; t < rows; ++t)
            kinds.push_back(trials.trace().source[static_cast<std::size_t>(t)].segment);
        const Controls<float> own = controlsFor<float>(config, changes[static_cast<std::size_t>(copy)]);
        addAt(copy * rows, rows, is_decoder ? own.decoder : own.encoder,
            is_decoder ? controls.decoder : controls.encoder);
    }
    const Segments segments(std::vector<int>(static_cast<std::size_t>(copies), rows));
    PassOptions<float> options{&controls};
    options.keep_layers = false;
    options.cancel = cancel;
    StackRecord<float> begun;
    const int layers = firstLayer(config, changes);
    if (layers > 0) {
        // Only what enters the first layer that runs is read.
        const RunState& state = *trials.trace().state;
        const auto last = static_cast<std::size_t>(layers) - 1;
        begun.stream.resize(last + 1);
        begun.attended.resize(last + 1);
        begun.stream[last] =
            (is_decoder ? state.decoder : state.encoder)->stream[last].topRows(rows).replicate(copies, 1);
        options.begun = {&begun, layers};
    }
    const StackRecord<float> record = is_decoder ? decode<float>(model, nullptr, {ids, segments}, options)
                                                 : encode<float>(model, {ids, segments, kinds}, options);
    Matrix<float> last(copies, record.output.cols());
    for (int copy = 0; copy < copies; ++copy)
        last.row(copy) = record.output.row(copy * rows + trials.question().asked.position);
    const Matrix<float> words = logits(model, last);
    std::vector<RowVector<float>> result;
    for (int copy = 0; copy < copies; ++copy)
        result.emplace_back(words.row(copy));
    return result;
}

} // namespace glassformer
