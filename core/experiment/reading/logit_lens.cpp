#include "core/experiment/reading/logit_lens.h"

#include "core/error.h"
#include "core/model/blocks/normalize.h"
#include "core/model/tensor_name.h"
#include "core/tensor/softmax.h"
#include "core/trace/record/tensor_slice.h"

#include <algorithm>
#include <numeric>
#include <span>
#include <utility>

namespace glassformer {
namespace {

/** \param asked  id of the word that is asked about, or -1 */
LensCell cellOf(std::span<const float> probabilities, int count, int asked)
{
    std::vector<int> ids(probabilities.size());
    std::iota(ids.begin(), ids.end(), 0);
    const auto likelier = [&](int one, int other) {
        const float p = probabilities[static_cast<std::size_t>(one)];
        const float q = probabilities[static_cast<std::size_t>(other)];
        return p != q ? p > q : one < other;
    };
    const auto end = ids.begin() + std::min(std::ptrdiff_t(count), std::ssize(ids));
    std::partial_sort(ids.begin(), end, ids.end(), likelier);
    LensCell cell;
    const auto wordOf = [&](int id) {
        return LensWord{id, static_cast<double>(probabilities[static_cast<std::size_t>(id)])};
    };
    std::transform(ids.begin(), end, std::back_inserter(cell.likeliest), wordOf);
    if (asked < 0)
        return cell;
    cell.asked = wordOf(asked);
    cell.rank =
        static_cast<int>(std::count_if(ids.begin(), ids.end(), [&](int id) { return likelier(id, asked); }));
    return cell;
}

class LogitLensJob final : public JobOf<LogitLens>
{
public:
    explicit LogitLensJob(LensTask task)
        : m_task(std::move(task))
    {
        const ModelConfig& config = m_task.trace->config;
        if (!config.has_output)
            throw Error({Message::tr("a run without words"), {},
                Message::tr("a model that writes or fills gaps"), {}});
        m_lens.applies_norm = config.norm_placement == NormPlacement::Before;
        m_lens.tensors.emplace_back(stackInputTensor(site()));
        for (int layer = 0; layer < layers(); ++layer)
            m_lens.tensors.push_back(layerTensor(site(), layer, LayerPart::Output));
    }

    bool advance(const JobWatch& watch) override
    {
        const std::size_t next = m_lens.cells.size();
        m_lens.cells.push_back(next + 1 < m_lens.tensors.size()
                ? readStream(m_lens.tensors[next], watch.cancel)
                : readRun(watch.cancel));
        if (watch.progress)
            watch.progress(m_lens.cells.size(), m_lens.tensors.size());
        publish(m_lens);
        return m_lens.cells.size() < m_lens.tensors.size();
    }

    Message doing() const override { return Message::tr("Reading every layer as if it were the last"); }

private:
    AttentionSite site() const
    {
        return m_task.trace->config.hasDecoder() ? AttentionSite::DecoderSelf : AttentionSite::Encoder;
    }
    int layers() const
    {
        const ModelConfig& config = m_task.trace->config;
        return config.hasDecoder() ? config.decoder_layers : config.encoder_layers;
    }
    int askedAt(int row) const
    {
        const auto& written = m_task.trace->written;
        return m_task.asked             ? *m_task.asked
            : row < std::ssize(written) ? written[static_cast<std::size_t>(row)].id
                                        : -1;
    }

    std::vector<LensCell> readStream(const std::string& tensor, const CancelFlag& cancel) const
    {
        const Transformer<float>& model = m_task.model->transformer;
        const MatrixSlice stream = matrixOf(*m_task.trace, tensor);
        std::vector<LensCell> cells;
        for (int row = 0; row < stream.rows; ++row) {
            cancel.check();
            Matrix<float> state = Eigen::Map<const Matrix<float>>(stream.row(row).data(), 1, stream.columns);
            NormRecord<float> record;
            const StackWeights<float>& stack =
                model.config.hasDecoder() ? model.weights.decoder : model.weights.encoder;
            if (m_lens.applies_norm)
                state = normalize(model.config, state, stack.norm, record);
            Matrix<float> words = logits(model, state);
            softmaxRows<float>(words);
            cells.push_back(
                cellOf({words.data(), std::size_t(words.size())}, m_task.likeliest, askedAt(row)));
        }
        return cells;
    }

    std::vector<LensCell> readRun(const CancelFlag& cancel) const
    {
        std::vector<LensCell> cells;
        for (int row = 0; row < m_task.trace->rows(); ++row) {
            cancel.check();
            const WordScores scores = wordScoresAt(*m_task.trace, row);
            cells.push_back(cellOf(scores.probabilities, m_task.likeliest, askedAt(row)));
        }
        return cells;
    }

    LensTask m_task;
    LogitLens m_lens;
};

} // namespace

std::unique_ptr<JobOf<LogitLens>> logitLensJob(LensTask task)
{
    return std::make_unique<LogitLensJob>(std::move(task));
}

} // namespace glassformer
