#include "core/error.h"
#include "core/model/changes/change_text.h"
#include "core/model/input_gradient.h"

#include <QtTest>

#include <cmath>

using namespace glassformer;

namespace {

using Numbers = Matrix<double>;

ModelConfig smallest(int encoder_layers, int decoder_layers, NormPlacement placement, NormKind norm)
{
    ModelConfig config;
    config.name = "small";
    config.vocabulary = 11;
    config.d_model = 8;
    config.n_heads = 2;
    config.d_ff = 6;
    config.encoder_layers = encoder_layers;
    config.decoder_layers = decoder_layers;
    config.max_length = 12;
    config.norm_placement = placement;
    config.norm_kind = norm;
    config.activation = Activation::GeluErf;
    return config;
}

ModelConfig rotary(int encoder_layers, int decoder_layers)
{
    ModelConfig config = smallest(encoder_layers, decoder_layers, NormPlacement::Before, NormKind::Rms);
    config.position_kind = PositionKind::Rotary;
    config.rotary.theta = 50;
    config.activation = Activation::SiLU;
    config.gated_feed_forward = true;
    config.scale_embedding = config.tied_output = false;
    config.attention_bias = config.attention_output_bias = config.feed_forward_bias = false;
    return config;
}

ModelConfig relative(bool is_gated)
{
    ModelConfig config = smallest(2, 2, NormPlacement::Before, NormKind::Rms);
    config.position_kind = PositionKind::Relative;
    config.relative = {8, 6};
    config.d_head = 3;
    config.scale_scores = config.scale_embedding = false;
    config.attention_bias = config.attention_output_bias = config.feed_forward_bias = false;
    config.gated_feed_forward = is_gated;
    config.activation = is_gated ? Activation::GeluTanh : Activation::ReLU;
    config.tied_output = config.scale_output = !is_gated;
    return config;
}

/** Every part that some family has, as these families put them together. */
std::vector<std::pair<std::string, ModelConfig>> families()
{
    std::vector<std::pair<std::string, ModelConfig>> all;
    ModelConfig marian = smallest(2, 2, NormPlacement::After, NormKind::Layer);
    marian.position_kind = PositionKind::SinusoidalHalves;
    marian.output_bias = true;
    all.emplace_back("Marian: halved sines, bias of the output", marian);

    ModelConfig bart = smallest(2, 2, NormPlacement::After, NormKind::Layer);
    bart.position_kind = PositionKind::Learned;
    bart.position_offset = 2;
    bart.embedding_norm = bart.output_bias = true;
    all.emplace_back("BART: table with an offset, norm of the embedding", bart);
    bart.norm_placement = NormPlacement::Before;
    all.emplace_back("mBART: the same with norms before", bart);
    all.emplace_back("T5: relative, unscaled scores, scaled output", relative(false));
    all.emplace_back("mT5: relative, gated, untied", relative(true));

    ModelConfig bert = smallest(2, 0, NormPlacement::After, NormKind::Layer);
    bert.position_kind = PositionKind::Learned;
    bert.segments = 2;
    bert.embedding_norm = bert.output_transform = bert.output_bias = true;
    bert.scale_embedding = false;
    all.emplace_back("BERT: segments, transform in front of the output", bert);
    bert.d_embedding = 5;
    bert.layer_groups = 1;
    bert.encoder_layers = 3;
    all.emplace_back("ALBERT: one layer thrice, a narrow table", bert);
    bert.layer_groups = 2;
    bert.encoder_layers = 4;
    all.emplace_back("ALBERT: two groups of layers", bert);
    all.emplace_back("an encoder with rotary positions", rotary(2, 0));

    ModelConfig gpt = smallest(0, 2, NormPlacement::Before, NormKind::Layer);
    gpt.position_kind = PositionKind::Learned;
    gpt.scale_embedding = false;
    all.emplace_back("GPT-2", gpt);
    gpt.position_kind = PositionKind::Rotary;
    gpt.tied_output = false;
    gpt.output_bias = true;
    all.emplace_back("layer norm and rotary positions", gpt);
    all.emplace_back("Llama: RMS, rotary, gated", rotary(0, 2));
    ModelConfig llama3 = rotary(0, 2);
    llama3.n_heads = 4;
    llama3.n_key_value_heads = 2;
    llama3.rotary.long_factor = 4;
    llama3.rotary.original_length = 20;
    llama3.rotary.linear_factor = 2;
    all.emplace_back("Llama 3: shared keys and values, slowed turns", llama3);
    ModelConfig window = rotary(0, 3);
    window.n_key_value_heads = 1;
    window.sliding_window = 2;
    window.window_from_layer = 1;
    window.attention_bias = true;
    all.emplace_back("Mistral and Qwen 2: a window from the second layer on", window);
    ModelConfig qwen = rotary(0, 2);
    qwen.n_heads = 4;
    qwen.n_key_value_heads = 2;
    qwen.d_head = 4;
    qwen.query_key_norm = true;
    all.emplace_back("Qwen 3: norms of queries and keys, wide heads", qwen);
    return all;
}

Transformer<double> randomModel(const ModelConfig& config)
{
    Random random(11);
    Transformer<double> model{config, initialWeights<double>(config, random)};
    // Zero biases and unit gains are special points; gradients must hold elsewhere too.
    for (const WeightSlot<double>& slot : weightSlots(model.weights))
        for (std::int64_t i = 0; i < slot.size; ++i)
            slot.data[i] += 0.2 * random.normal();
    return model;
}

/** Some sentences, and numbers that make one out of their logits. */
struct Reading
{
    const Transformer<double>& model;
    std::vector<int> source, target;
    Segments source_segments, target_segments;
    std::vector<int> segment_rows{};

    TokenBatch sourceBatch() const { return {source, source_segments, segment_rows}; }
    TokenBatch targetBatch() const { return {target, target_segments}; }

    struct Pass
    {
        StackRecord<double> encoder, decoder;
    };

    Pass pass(const Controls<double>& controls) const
    {
        Pass result;
        if (model.config.hasEncoder())
            result.encoder = encode<double>(model, sourceBatch(), {&controls});
        const Memory<double> memory{result.encoder.output, source_segments};
        if (model.config.hasDecoder())
            result.decoder = decode<double>(
                model, model.config.hasEncoder() ? &memory : nullptr, targetBatch(), {&controls});
        return result;
    }

    Numbers words(const Controls<double>& controls) const
    {
        const Pass all = pass(controls);
        return logits(model, model.config.hasDecoder() ? all.decoder.output : all.encoder.output,
            OutputChange<double>{&controls});
    }

    /** How the number answers to the logits. */
    static Numbers slopes(const Numbers& words)
    {
        Numbers result(words.rows(), words.cols());
        for (Eigen::Index i = 0; i < words.rows(); ++i)
            for (Eigen::Index j = 0; j < words.cols(); ++j)
                result(i, j) = std::sin(1.0 + 3.0 * double(i) + 1.7 * double(j));
        return result;
    }

    double number(const Controls<double>& controls) const
    {
        const Numbers z = words(controls);
        return z.cwiseProduct(slopes(z)).sum();
    }

    InputGradients<double> gradients(const Controls<double>& controls) const
    {
        const Pass all = pass(controls);
        return inputGradients<double>(model,
            {sourceBatch(), targetBatch(), all.encoder, all.decoder, &controls}, slopes(words(controls)));
    }

    /** By setting each number of the embedding a little higher and lower. */
    Numbers numeric(Controls<double> controls, bool is_decoder) const
    {
        const Pass all = pass(controls);
        const Numbers embedding = (is_decoder ? all.decoder : all.encoder).embedding.embedding;
        RecordChanges<double>& changes = (is_decoder ? controls.decoder : controls.encoder).embedding;
        Numbers result(embedding.rows(), embedding.cols());
        changes.push_back({});
        for (int t = 0; t < embedding.rows(); ++t)
            for (int i = 0; i < embedding.cols(); ++i) {
                const auto at = [&](double value) {
                    changes.back() = {every, t, i, {value}};
                    return number(controls);
                };
                const auto difference = [&](double step) {
                    return (at(embedding(t, i) + step) - at(embedding(t, i) - step)) / (2 * step);
                };
                result(t, i) = (4 * difference(1e-4) - difference(2e-4)) / 3; // Richardson's extrapolation
            }
        return result;
    }

    /** Distance of the gradient from finite differences, as a share of these; the size must not be nothing. */
    double distance(const Controls<double>& controls, double* size = nullptr) const
    {
        const InputGradients<double> found = gradients(controls);
        double apart = 0, all = 0;
        const auto add = [&](const Numbers& gradient, bool is_decoder) {
            const Numbers expected = numeric(controls, is_decoder);
            apart += (gradient - expected).squaredNorm();
            all += expected.squaredNorm();
        };
        if (model.config.hasEncoder())
            add(found.encoder, false);
        if (model.config.hasDecoder())
            add(found.decoder, true);
        if (size)
            *size = std::sqrt(all);
        return std::sqrt(apart) / std::max(1e-2, std::sqrt(all));
    }
};

Reading oneSentence(const Transformer<double>& model)
{
    const bool has_encoder = model.config.hasEncoder();
    Reading reading{model, {1, 4, 7, 2, 3}, {1, 6, 8, 10}, Segments::single(5), Segments::single(4)};
    if (!has_encoder) {
        reading.source.clear();
        reading.source_segments = Segments::single(0);
    }
    return reading;
}

/** One of each, at places that the smallest model has. */
std::vector<Change> changesOf(const ModelConfig& config)
{
    std::vector<Change> all;
    const auto set = [&all](const std::string& tensor, int head, int row, int column,
                         std::vector<float> values) {
        all.push_back({tensor, head, row, column, ChangeKind::Set, std::move(values)});
    };
    const auto attention = [&](AttentionSite site) {
        for (const AttentionPart part : {AttentionPart::Query, AttentionPart::Key, AttentionPart::Value,
                 AttentionPart::ProjectedQuery, AttentionPart::ProjectedKey, AttentionPart::Mixed}) {
            set(attentionTensor(site, 1, part), 1, 1, every, {0.5f});
            set(attentionTensor(site, 0, part), every, every, 1, {0.125f});
        }
        for (const AttentionPart part :
            {AttentionPart::Scores, AttentionPart::Masked, AttentionPart::Weights}) {
            set(attentionTensor(site, 0, part), 1, 2, 1, {0.75f});
            set(attentionTensor(site, 1, part), every, 3, every, {0.5f, 0.25f, 0.125f});
        }
        set(attentionTensor(site, 0, AttentionPart::Output), every, 2, every, {0.5f});
        all.push_back(headOff({site, 1, 0}));
        all.push_back(edgeCut(site, 1, 0, 2, 1));
    };
    const auto stack = [&](AttentionSite site) {
        attention(site);
        for (const LayerPart part :
            {LayerPart::AttentionInput, LayerPart::AttentionResidual, LayerPart::CrossAttentionInput,
                LayerPart::CrossAttentionResidual, LayerPart::FeedForwardInput, LayerPart::FeedForwardGate,
                LayerPart::FeedForwardHidden, LayerPart::FeedForwardOutput, LayerPart::Output})
            set(layerTensor(site, 0, part), every, 1, every, {0.5f});
        set(layerTensor(site, 1, LayerPart::FeedForwardHidden), every, every, 2, {0.5f});
        set(stackInputTensor(site), every, 2, every, {0.5f});
        set(stackOutputTensor(site), every, 3, every, {0.5f});
        all.push_back(layerOff(site, 1));
        all.push_back(positionsOff(site));
        set(placesName(site), every, every, every, {2, 0, 1});
    };
    if (config.hasEncoder())
        stack(AttentionSite::Encoder);
    if (config.hasDecoder()) {
        stack(AttentionSite::DecoderSelf);
        all.push_back(maskLifted(1));
    }
    if (config.hasCrossAttention())
        attention(AttentionSite::DecoderCross);
    for (const char* const tensor : {source_embedding_tensor, source_position_tensor, source_segment_tensor,
             target_embedding_tensor, target_position_tensor, output_state_tensor, logits_tensor})
        set(tensor, every, 1, every, {0.5f});
    return all;
}

} // namespace

/** Derivatives by what is read, for parts of all families, against finite differences in double precision. */
class TestInputGradients : public QObject
{
    Q_OBJECT

private:
    static void rows()
    {
        QTest::addColumn<int>("index");
        const auto all = families();
        for (std::size_t i = 0; i < all.size(); ++i)
            QTest::newRow(all[i].first.c_str()) << int(i);
    }
    static Transformer<double> fetched()
    {
        QFETCH(int, index);
        const ModelConfig config = families()[std::size_t(index)].second;
        config.validate("small");
        return randomModel(config);
    }

private slots:
    void agreeWithFiniteDifferences_data() { rows(); }
    void agreeWithFiniteDifferences()
    {
        const Transformer<double> model = fetched();
        Reading reading{model, {1, 4, 7, 2, 3, 9, 5}, {1, 6, 8, 9, 1, 10}, Segments(std::vector<int>{4, 3}),
            Segments(std::vector<int>{4, 2}), {0, 0, 1, 1, 0, 1, 1}};
        if (!model.config.hasEncoder())
            reading.source_segments = Segments::single(0);
        double size = 0;
        const double distance = reading.distance(noControls<double>(model.config), &size);
        QVERIFY(size > 0.01);
        QVERIFY2(distance < 1e-7, qPrintable(QString::number(distance)));
    }

    void whatIsSetFromOutsideAnswersToNothing_data() { rows(); }
    void whatIsSetFromOutsideAnswersToNothing()
    {
        const Transformer<double> model = fetched();
        const Reading reading = oneSentence(model);
        int tried = 0;
        for (const Change& change : changesOf(model.config)) {
            Controls<double> controls;
            try {
                controls = controlsFor<double>(model.config, {change});
            } catch (const Error&) {
                continue; // a record that this model does not make
            }
            ++tried;
            const double distance = reading.distance(controls);
            // A row of equal numbers has no variance: behind a layer norm finite differences are less exact there.
            QVERIFY2(distance < 1e-6,
                qPrintable(QString::fromStdString(changeText(change)) + ": " + QString::number(distance)));
        }
        QVERIFY(tried > 25);
    }

    void severalChangesAtOnceAreRespected_data() { rows(); }
    void severalChangesAtOnceAreRespected()
    {
        const Transformer<double> model = fetched();
        const Reading reading = oneSentence(model);
        const AttentionSite site =
            model.config.hasDecoder() ? AttentionSite::DecoderSelf : AttentionSite::Encoder;
        Changes changes{headOff({site, 0, 0}), edgeCut(site, 1, every, 3, 0), feedForwardOff(site, 0)};
        Change weights{attentionTensor(site, 1, AttentionPart::Weights), 1, 2, 0};
        weights.values = {0.5f};
        Change scores{attentionTensor(site, 1, AttentionPart::Scores), 1, 2, 1};
        scores.values = {-0.5f};
        changes.push_back(weights);
        changes.push_back(scores);
        Controls<double> controls = controlsFor<double>(model.config, changes);
        StackControl<double>& stack = model.config.hasDecoder() ? controls.decoder : controls.encoder;
        stack.layers[1].self.gates = RowVector<double>::Constant(model.config.n_heads, 0.7);
        const double distance = reading.distance(controls);
        QVERIFY2(distance < 1e-7, qPrintable(QString::number(distance)));
    }
};

QTEST_APPLESS_MAIN(TestInputGradients)
#include "tst_input_gradients.moc"
