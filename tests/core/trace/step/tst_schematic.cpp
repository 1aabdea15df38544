#include "core/trace/step/schematic.h"

#include "core/model/tensor_name.h"
#include "core/trace/look/place.h"
#include "core/trace/model.h"
#include "core/trace/record/tensor_slice.h"

#include <QDir>
#include <QtTest>

#include <cmath>
#include <map>
#include <set>

using namespace glassformer;

namespace {

const QString models = QStringLiteral(GLASSFORMER_TEST_DATA "/models/");
const QString bundled = QStringLiteral(GLASSFORMER_RESOURCES "/models/");

using Rows = std::vector<std::vector<double>>;

/** What a step of layer 0 puts out, under the name that the run gives it; empty: not in the run. */
std::map<StepKind, std::string> outputs(const ModelConfig& config)
{
    const AttentionSite first = firstSiteOf(config), own = AttentionSite::DecoderSelf;
    const bool before = config.norm_placement == NormPlacement::Before;
    // A residual record is the sum where norms come before, and its norm where they come after.
    std::map<StepKind, std::string> names{
        {StepKind::EncoderInput, stackInputTensor(first)},
        {StepKind::HeadsJoined, attentionTensor(first, 0, AttentionPart::Output)},
        {before ? StepKind::AttentionResidual : StepKind::AttentionNorm,
            layerTensor(first, 0, LayerPart::AttentionResidual)},
        {StepKind::FeedForward, layerTensor(first, 0, LayerPart::FeedForwardOutput)},
        {before ? StepKind::LayerOutput : StepKind::FeedForwardNorm,
            layerTensor(first, 0, LayerPart::Output)},
        {StepKind::DecoderInput, stackInputTensor(own)},
        {StepKind::MaskedAttention, attentionTensor(own, 0, AttentionPart::Output)},
        {before ? StepKind::DecoderResidual : StepKind::DecoderNorm,
            layerTensor(own, 0, LayerPart::AttentionResidual)},
        {StepKind::CrossAttention, attentionTensor(AttentionSite::DecoderCross, 0, AttentionPart::Output)},
        {before ? StepKind::CrossResidual : StepKind::CrossNorm,
            layerTensor(own, 0, LayerPart::CrossAttentionResidual)},
        {StepKind::DecoderFeedForward, layerTensor(own, 0, LayerPart::FeedForwardOutput)},
        {before ? StepKind::DecoderLayerOutput : StepKind::DecoderFeedForwardNorm,
            layerTensor(own, 0, LayerPart::Output)},
    };
    if (before) {
        names[StepKind::AttentionNorm] = layerTensor(first, 0, LayerPart::AttentionInput);
        names[StepKind::FeedForwardNorm] = layerTensor(first, 0, LayerPart::FeedForwardInput);
        names[StepKind::DecoderNorm] = layerTensor(own, 0, LayerPart::AttentionInput);
        names[StepKind::CrossNorm] = layerTensor(own, 0, LayerPart::CrossAttentionInput);
        names[StepKind::DecoderFeedForwardNorm] = layerTensor(own, 0, LayerPart::FeedForwardInput);
    }
    return names;
}

const std::set<StepKind> sums{StepKind::AttentionResidual, StepKind::LayerOutput, StepKind::DecoderResidual,
    StepKind::CrossResidual, StepKind::DecoderLayerOutput};

const NormWeights<float>& normOf(const Transformer<float>& model, StepKind step)
{
    const LayerWeights<float>& first =
        (model.config.hasEncoder() ? model.weights.encoder : model.weights.decoder).layers.front();
    if (step == StepKind::AttentionNorm)
        return first.attention_norm;
    if (step == StepKind::FeedForwardNorm)
        return first.feed_forward_norm;
    const LayerWeights<float>& second = model.weights.decoder.layers.front();
    return step == StepKind::DecoderNorm ? second.attention_norm
        : step == StepKind::CrossNorm    ? second.cross_attention_norm
                                         : second.feed_forward_norm;
}

/** Written down once more from the papers. */
Rows normed(const Rows& rows, const NormWeights<float>& weights, const ModelConfig& config)
{
    Rows result = rows;
    for (std::vector<double>& row : result) {
        const double n = double(row.size());
        double mean = 0, squares = 0;
        if (config.norm_kind == NormKind::Layer)
            for (const double x : row)
                mean += x / n;
        for (const double x : row)
            squares += (x - mean) * (x - mean) / n;
        for (std::size_t i = 0; i < row.size(); ++i) {
            row[i] = (row[i] - mean) / std::sqrt(squares + config.norm_epsilon)
                * double(weights.gain(Eigen::Index(i)));
            if (weights.bias.size() > 0)
                row[i] += double(weights.bias(Eigen::Index(i)));
        }
    }
    return result;
}

double difference(const Rows& left, const Rows& right)
{
    double largest = left.size() == right.size() ? 0 : 1e9;
    for (std::size_t t = 0; t < std::min(left.size(), right.size()); ++t)
        for (std::size_t i = 0; i < left[t].size(); ++i)
            largest = std::max(largest, std::abs(left[t][i] - right[t][i]) / (1 + std::abs(right[t][i])));
    return largest;
}

} // namespace

/** The wires of the machine, held against what the model really computes. */
class TestSchematic : public QObject
{
    Q_OBJECT

private slots:
    void whatWiresLeadIntoASumAddsUpToIt_data() { everyModel(); }
    void whatWiresLeadIntoASumAddsUpToIt()
    {
        load();
        int checked = 0;
        for (const StepKind step : stepsOf(m_trace.config)) {
            if (!sums.contains(step))
                continue;
            const std::vector<StepKind> sources = sourcesOf(step);
            QCOMPARE(sources.size(), std::size_t(2));
            if (m_trace.config.norm_placement == NormPlacement::Before)
                QVERIFY2(difference(added(sources), output(step)) < 1e-4, std::string(stepId(step)).c_str());
            ++checked;
        }
        QCOMPARE(checked, m_trace.config.hasCrossAttention() ? 5 : 2);
    }

    void whatAWireLeadsIntoANormIsWhatItNorms_data() { everyModel(); }
    void whatAWireLeadsIntoANormIsWhatItNorms()
    {
        load();
        int checked = 0;
        for (const StepKind step : {StepKind::AttentionNorm, StepKind::FeedForwardNorm, StepKind::DecoderNorm,
                 StepKind::CrossNorm, StepKind::DecoderFeedForwardNorm}) {
            if (!has(step))
                continue;
            const std::vector<StepKind> sources = sourcesOf(step);
            QCOMPARE(sources.size(), std::size_t(1));
            const StepKind from = sources.front();
            const Rows read =
                m_trace.config.norm_placement == NormPlacement::After ? added(sourcesOf(from)) : output(from);
            const Rows expected = normed(read, normOf(m_model->transformer, step), m_trace.config);
            QVERIFY2(difference(expected, output(step)) < 2e-3, std::string(stepId(step)).c_str());
            ++checked;
        }
        QCOMPARE(checked, m_trace.config.hasCrossAttention() ? 5 : 2);
    }

    void onlyTheEncodersOutputIsReadByAnotherStack_data() { everyModel(); }
    void onlyTheEncodersOutputIsReadByAnotherStack()
    {
        load();
        std::vector<Wire> crossing;
        for (const Wire& wire : wiresOf(m_trace.config))
            if (wire.kind == WireKind::Memory)
                crossing.push_back(wire);
        if (!m_trace.config.hasCrossAttention()) {
            QVERIFY(crossing.empty());
            return;
        }
        QCOMPARE(crossing,
            std::vector<Wire>({{StepKind::EncoderOutput, StepKind::CrossAttention, WireKind::Memory}}));
        // Keys of cross-attention, made by hand from what the wire brings.
        const LinearWeights<float>& weights =
            m_model->transformer.weights.decoder.layers.front().cross_attention.key;
        const MatrixSlice memory = matrixOf(m_trace, encoder_output_tensor);
        const MatrixSlice keys =
            headOf(m_trace, attentionTensor(AttentionSite::DecoderCross, 0, AttentionPart::Key), 0);
        QVERIFY(!memory.isEmpty() && !keys.isEmpty());
        std::vector<float> column(std::size_t(memory.columns));
        if (weights.packed.size() > 0)
            weights.packed.column(0, column);
        else
            for (int i = 0; i < memory.columns; ++i)
                column[std::size_t(i)] = weights.weight(i, 0);
        for (int s = 0; s < keys.rows; ++s) {
            double sum = weights.bias.size() > 0 ? double(weights.bias(0)) : 0;
            for (int i = 0; i < memory.columns; ++i)
                sum += double(memory(s, i)) * double(column[std::size_t(i)]);
            QVERIFY(std::abs(sum - double(keys(s, 0))) < 1e-3 * (1 + std::abs(sum)));
        }
    }

    void everyStepIsReachedAndLeadsToTheEnd_data() { everyModel(); }
    void everyStepIsReachedAndLeadsToTheEnd()
    {
        load();
        const std::vector<StepKind> steps = stepsOf(m_trace.config);
        const std::vector<Wire> wires = wiresOf(m_trace.config);
        for (const Wire& wire : wires)
            QVERIFY(has(wire.from) && has(wire.to) && wire.from != wire.to);
        for (const StepKind step : steps) {
            const bool comes_from_outside = step == StepKind::Sentence || step == StepKind::Position
                || step == StepKind::TargetTokens; // at first only the start token, later what was written
            QVERIFY2(comes_from_outside || !sourcesOf(step).empty(), std::string(stepId(step)).c_str());
            QVERIFY2(step == steps.back() || !wayAlong(wires, step, steps.back()).empty(),
                std::string(stepId(step)).c_str());
        }
        const bool adds = m_trace.config.position_kind == PositionKind::Learned
            || m_trace.config.position_kind == PositionKind::Sinusoidal
            || m_trace.config.position_kind == PositionKind::SinusoidalHalves;
        QCOMPARE(sourcesOf(StepKind::EncoderInput).size(), std::size_t(adds ? 2 : 1));
    }

    void wiresLeadPastStepsThatARunDoesNotShow()
    {
        QCOMPARE(wiresBetween({StepKind::Sentence, StepKind::Embedding, StepKind::NextWord}, ModelConfig()),
            std::vector<Wire>({{StepKind::Sentence, StepKind::Embedding, WireKind::Flow},
                {StepKind::Embedding, StepKind::NextWord, WireKind::Memory}}));
    }

private:
    static void everyModel()
    {
        QTest::addColumn<QString>("folder");
        for (const QString& name : QDir(models).entryList(QDir::Dirs | QDir::NoDotAndDotDot))
            QTest::newRow(qPrintable(name)) << models + name;
        for (const char* name : {"translator", "gap", "next-word"})
            QTest::newRow(name) << bundled + QLatin1String(name);
    }
    void load()
    {
        QFETCH(QString, folder);
        m_model = std::make_shared<const Model>(Model::load(folder.toStdU16String()));
        RunRequest request;
        request.text = "The cat sat.";
        m_trace = run(*m_model, request);
    }
    bool has(StepKind step) const
    {
        const std::vector<StepKind> steps = stepsOf(m_trace.config);
        return std::find(steps.begin(), steps.end(), step) != steps.end();
    }
    std::vector<StepKind> sourcesOf(StepKind step) const
    {
        std::vector<StepKind> sources;
        for (const Wire& wire : wiresOf(m_trace.config))
            if (wire.to == step && wire.kind != WireKind::Written)
                sources.push_back(wire.from);
        return sources;
    }
    Rows output(StepKind step) const
    {
        const std::map<StepKind, std::string> names = outputs(m_trace.config);
        const auto name = names.find(step);
        const MatrixSlice slice = name == names.end() ? MatrixSlice() : matrixOf(m_trace, name->second);
        Rows rows;
        for (int t = 0; t < slice.rows; ++t)
            rows.emplace_back(slice.row(t).begin(), slice.row(t).end());
        return rows;
    }
    Rows added(const std::vector<StepKind>& steps) const
    {
        Rows sum = output(steps.front());
        const Rows other = output(steps.back());
        for (std::size_t t = 0; t < std::min(sum.size(), other.size()); ++t)
            for (std::size_t i = 0; i < sum[t].size(); ++i)
                sum[t][i] += other[t][i];
        return sum;
    }

    std::shared_ptr<const Model> m_model;
    Trace m_trace;
};

QTEST_GUILESS_MAIN(TestSchematic)
#include "tst_schematic.moc"
