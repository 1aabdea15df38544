#include "core/model/changes/change_text.h"
#include "core/model/writing/generate.h"
#include "tests/builders/plain_transformer.h"

#include <QRegularExpression>
#include <QtTest>

using namespace glassformer;

namespace {

const std::vector<int> source_ids{3, 1, 4, 1, 5}, target_ids{0, 9, 2, 6, 8, 7};

ModelConfig configOf(const QString& kind)
{
    ModelConfig config;
    config.name = kind.toStdString();
    config.vocabulary = 11;
    config.d_model = 8;
    config.n_heads = 2;
    config.d_ff = 12;
    config.encoder_layers = config.decoder_layers = 2;
    config.max_length = 12;
    if (kind == "encoder-decoder, norm before, learned") {
        config.norm_placement = NormPlacement::Before;
        config.position_kind = PositionKind::Learned;
        config.position_offset = 2;
        config.tied_output = false;
        config.output_bias = true;
    } else if (kind == "encoder-decoder, relative, RMS") {
        config.norm_placement = NormPlacement::Before;
        config.norm_kind = NormKind::Rms;
        config.position_kind = PositionKind::Relative;
        config.relative = {8, 6};
        config.scale_scores = config.scale_embedding = false;
        config.attention_bias = config.attention_output_bias = config.feed_forward_bias = false;
        config.scale_output = true;
    } else if (kind == "encoder-only, norm after, learned") {
        config.decoder_layers = 0;
        config.position_kind = PositionKind::Learned;
        config.activation = Activation::GeluErf;
    } else if (kind == "encoder-only, norm before, rotary") {
        config.decoder_layers = 0;
        config.norm_placement = NormPlacement::Before;
        config.position_kind = PositionKind::Rotary;
    } else if (kind == "decoder-only, norm before, rotary, grouped, gated") {
        config.encoder_layers = 0;
        config.d_model = 16;
        config.n_heads = 4;
        config.n_key_value_heads = 2;
        config.norm_placement = NormPlacement::Before;
        config.norm_kind = NormKind::Rms;
        config.position_kind = PositionKind::Rotary;
        config.gated_feed_forward = true;
        config.activation = Activation::SiLU;
        config.attention_bias = config.attention_output_bias = config.feed_forward_bias = false;
    } else if (kind == "decoder-only, norm after, sinusoidal")
        config.encoder_layers = 0;
    return config;
}

const std::vector<const char*> kinds{"encoder-decoder, norm after, sinusoidal",
    "encoder-decoder, norm before, learned", "encoder-decoder, relative, RMS",
    "encoder-only, norm after, learned", "encoder-only, norm before, rotary",
    "decoder-only, norm before, rotary, grouped, gated", "decoder-only, norm after, sinusoidal"};

Transformer<double> modelOf(const ModelConfig& config)
{
    Random random(5);
    Transformer<double> model{config, initialWeights<double>(config, random)};
    // Zero biases and unit gains would hide mistakes.
    for (const WeightSlot<double>& slot : weightSlots(model.weights))
        for (std::int64_t i = 0; i < slot.size; ++i)
            slot.data[i] += 0.3 * random.normal();
    return model;
}

std::vector<int> idsRead(const ModelConfig& config)
{
    return config.hasEncoder() ? source_ids : target_ids;
}

/** The forward pass under test: both stacks in one pass, every record kept. */
struct Pass
{
    StackRecord<double> encoder, decoder;
    Matrix<double> words;

    Pass(const Transformer<double>& model, const Changes& changes)
    {
        const Controls<double> controls = controlsFor<double>(model.config, changes);
        const PassOptions<double> options{&controls, true};
        const Segments source = Segments::single(int(source_ids.size())),
                       target = Segments::single(int(target_ids.size()));
        const bool has_encoder = model.config.hasEncoder();
        if (has_encoder)
            encoder = encode<double>(model, {source_ids, source}, options);
        const Memory<double> memory{encoder.output, source};
        if (model.config.hasDecoder())
            decoder = decode<double>(model, has_encoder ? &memory : nullptr, {target_ids, target}, options);
        words = logits<double>(
            model, model.config.hasDecoder() ? decoder.output : encoder.output, {&controls, 0});
    }
};

double distance(const Matrix<double>& one, const Matrix<double>& other)
{
    if (one.rows() != other.rows() || one.cols() != other.cols())
        return std::numeric_limits<double>::infinity();
    double largest = 0;
    for (Eigen::Index i = 0; i < one.size(); ++i)
        if (one.data()[i] != other.data()[i])
            largest = std::max(largest, std::abs(one.data()[i] - other.data()[i]));
    return largest;
}

/** What the change says about a tensor, read off its text: nothing of the code under test decides where it applies. */
bool speaksOf(const Change& change, const std::string& name)
{
    static const QRegularExpression number(QStringLiteral("^(encoder|decoder)\\.\\d+\\."));
    QString any = QString::fromStdString(name);
    any.replace(number, QStringLiteral("\\1."));
    const bool is_output_of_layer = any == "encoder.output" || any == "decoder.output";
    return change.tensor == name || (!is_output_of_layer && change.tensor == any.toStdString());
}

/** Carries a change out in the plain model. */
void carryOut(const Change& change, PlainTransformer& plain)
{
    const ModelConfig& config = plain.model.config;
    const bool is_decoder = change.tensor.rfind("decoder", 0) == 0;
    if (change.tensor == "encoder.position" || change.tensor == "decoder.position") {
        if (change.kind == ChangeKind::Off)
            (is_decoder ? plain.decoder_has_places : plain.encoder_has_places) = false;
        else
            plain.place_of = [change, is_decoder, before = plain.place_of](bool of_decoder, int token) {
                return of_decoder == is_decoder && token < int(change.values.size())
                    ? int(change.values[std::size_t(token)])
                    : before(of_decoder, token);
            };
        return;
    }
    if (change.kind == ChangeKind::Off) {
        plain.layer_off[change.tensor.substr(0, change.tensor.rfind('.'))] = true;
        return;
    }
    if (change.kind == ChangeKind::Lifted) {
        for (int l = 0; l < config.decoder_layers; ++l)
            if (speaksOf(change, "decoder." + std::to_string(l) + ".self_attention.masked"))
                plain.mask_lifted[l] = true;
        return;
    }
    plain.hook = [change, &config, before = plain.hook](
                     const std::string& name, int head, Matrix<double>& rows) {
        before(name, head, rows);
        const bool is_shared =
            name.find("key") != std::string::npos || name.find("value") != std::string::npos;
        const int group = is_shared ? config.n_heads / config.keyValueHeads() : 1;
        if (!speaksOf(change, name) || (change.head >= 0 && change.head / group != head / group))
            return;
        for (int i = 0; i < rows.rows(); ++i)
            for (int j = 0; j < rows.cols(); ++j)
                if ((change.row < 0 || change.row == i) && (change.column < 0 || change.column == j)
                    && (change.kind == ChangeKind::Cut || change.values.size() == 1
                        || j < int(change.values.size())))
                    rows(i, j) = change.kind == ChangeKind::Cut
                        ? -std::numeric_limits<double>::infinity()
                        : double(change.values[change.values.size() == 1 ? 0 : std::size_t(j)]);
    };
}

/** The heads of a record side by side, as the plain model has kept them. */
Matrix<double> joinedHeads(PlainTransformer& plain, const std::string& name)
{
    Matrix<double> all;
    for (int h = 0; h < plain.model.config.n_heads; ++h) {
        const Matrix<double>& head = plain.records.at(name + "/" + std::to_string(h));
        all.conservativeResize(head.rows(), all.cols() + head.cols());
        all.rightCols(head.cols()) = head;
    }
    return all;
}

std::vector<Change> changesFrom(const QString& texts)
{
    Changes changes;
    for (const QString& text : texts.split("; ", Qt::SkipEmptyParts))
        changes.push_back(changeFromText(text.toStdString()));
    return changes;
}

} // namespace

/** What each kind of change does, against a second Transformer in plain loops and against weights changed by hand. */
class TestChanges : public QObject
{
    Q_OBJECT

private:
    static void compareLayers(
        const StackRecord<double>& stack, const std::string& name, PlainTransformer& plain)
    {
        for (std::size_t l = 0; l < stack.layers.size(); ++l) {
            const LayerRecord<double>& layer = stack.layers[l];
            const std::string at = name + std::to_string(l) + ".";
            const auto same = [&](const std::string& part, const Matrix<double>& found) {
                const double off = distance(found, plain.records.at(at + part));
                QVERIFY2(
                    off < 1e-9, qPrintable(QString::fromStdString(at + part) + ": " + QString::number(off)));
            };
            for (int h = 0; h < plain.model.config.n_heads; ++h) {
                const std::string head = "/" + std::to_string(h);
                same("self_attention.scores" + head, layer.attention.scores[std::size_t(h)]);
                same("self_attention.masked" + head, layer.attention.masked[std::size_t(h)]);
                same("self_attention.weights" + head, layer.attention.weights[std::size_t(h)]);
                if (!layer.cross_attention.weights.empty())
                    same("cross_attention.weights" + head, layer.cross_attention.weights[std::size_t(h)]);
            }
            QVERIFY(distance(layer.attention.mixed, joinedHeads(plain, at + "self_attention.mixed")) < 1e-9);
            QVERIFY(distance(layer.attention.query.view(), joinedHeads(plain, at + "self_attention.query"))
                < 1e-9);
            same("attention_input", layer.attention_sublayer.input);
            same("self_attention.output", layer.attention.output);
            same("attention_residual", layer.attention_sublayer.residual);
            same("feed_forward.hidden", layer.feed_forward.hidden);
            same("feed_forward.output", layer.feed_forward.output);
            same("output", layer.output());
        }
    }

private slots:
    void everyChangeIsWhatThePlainModelMakesOfIt_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("changes");
        const std::vector<const char*> in_a_stack{"", "S.1.self_attention.mixed[head 1] = 0",
            "S.0.self_attention.output = 0", "S.1.feed_forward.output = 0", "S.0.output = off",
            "S.1.output = off", "S.position = off", "S.position = [3, 1, 0, 2, 4]", "S.position = [7, 7]",
            "S.1.self_attention.masked[head 1, query 3, key 1] = cut",
            "S.self_attention.masked[query 2, key 2] = cut", "S.0.self_attention.masked[key 0] = cut",
            "S.0.self_attention.masked[head 0, query 0] = cut",
            "S.0.self_attention.query[head 1, token 2] = 0.5", "S.1.self_attention.key[head 0, token 1] = -1",
            "S.0.self_attention.value[token 1] = [1, 2, 3, 4]",
            "S.1.self_attention.value[head 1, token 0, dimension 2] = 9",
            "S.0.self_attention.scores[head 1, query 3, key 2] = 4",
            "S.0.self_attention.weights[head 0, query 4] = 0.25",
            "S.0.self_attention.weights[query 3] = [1, 0, 0, 0]",
            "S.1.self_attention.mixed[head 0, token 3] = [4, 3, 2, 1]",
            "S.0.self_attention.output[token 2] = 1", "S.0.attention_input[token 1, dimension 3] = 5",
            "S.1.attention_residual[token 4] = 0.125", "S.0.feed_forward.input[dimension 7] = 2",
            "S.feed_forward.hidden[dimension 5] = 1.5", "S.1.feed_forward.hidden[token 2, dimension 11] = 3",
            "S.0.feed_forward.output[token 1] = 0", "S.0.output[token 3, dimension 0] = -7",
            "S.input[token 2] = 0", "S.output[token 1, dimension 1] = 6", "source.embedding[token 1] = 0.5",
            "logits[dimension 3] = -2",
            "S.0.self_attention.mixed[head 0] = 0; S.0.self_attention.mixed[head 0, token 1] = 1; S.1.output "
            "= off"};
        const std::vector<const char*> gated{"S.feed_forward.gate[dimension 5] = 1.5",
            "S.1.feed_forward.gate[token 2] = 0; S.1.feed_forward.hidden[token 2, dimension 3] = 4"};
        const std::vector<const char*> in_a_decoder{"decoder.self_attention.masked = lifted",
            "decoder.1.self_attention.masked = lifted",
            "decoder.0.self_attention.masked[query 1, key 3] = 0.5",
            "decoder.0.self_attention.weights[query 2, key 4] = 0.5"};
        const std::vector<const char*> in_both{"decoder.1.cross_attention.mixed[head 0] = 0",
            "decoder.cross_attention.output = 0", "decoder.0.cross_attention.masked[query 2, key 3] = cut",
            "decoder.0.cross_attention.key[head 1, token 2] = 0",
            "decoder.1.cross_attention.value[token 0] = 2", "decoder.1.cross_attention_residual[token 2] = 1",
            "decoder.0.cross_attention_input[token 3] = 0", "target.embedding[token 2] = 0",
            "encoder.0.output = off; decoder.1.output = off"};
        const std::vector<const char*> added{"source.position[token 2] = 0"},
            turned{"S.0.self_attention.projected_query[head 1, token 3] = 1",
                "S.1.self_attention.projected_key[head 0, token 1] = [1, 0, 0, 2]"};
        for (const QString kind : kinds) {
            const ModelConfig config = configOf(kind);
            const auto add = [&](const std::vector<const char*>& texts, const char* stack) {
                for (const char* text : texts) {
                    const QString here = QString(text).replace("S.", QString(stack) + ".");
                    if (config.position_kind == PositionKind::None && here.contains("position"))
                        continue;
                    QTest::addRow("%s: %s", qPrintable(kind), qPrintable(here)) << kind << here;
                }
            };
            for (const char* stack : {"encoder", "decoder"}) {
                if (!(QString(stack) == "encoder" ? config.hasEncoder() : config.hasDecoder()))
                    continue;
                add(in_a_stack, stack);
                if (config.position_kind == PositionKind::Rotary)
                    add(turned, stack);
                if (config.gated_feed_forward)
                    add(gated, stack);
            }
            if (config.hasDecoder())
                add(in_a_decoder, "decoder");
            if (config.hasCrossAttention())
                add(in_both, "decoder");
            if (config.position_kind == PositionKind::Learned
                || config.position_kind == PositionKind::Sinusoidal)
                add(added, "encoder");
        }
    }
    void everyChangeIsWhatThePlainModelMakesOfIt()
    {
        QFETCH(QString, kind);
        QFETCH(QString, changes);
        const Transformer<double> model = modelOf(configOf(kind));
        const Changes list = changesFrom(changes);
        const Pass pass(model, list);
        PlainTransformer plain{model};
        for (const Change& change : list)
            carryOut(change, plain);
        const Matrix<double> words = plain.run(idsRead(model.config), target_ids);
        compareLayers(pass.encoder, "encoder.", plain);
        compareLayers(pass.decoder, "decoder.", plain);
        QVERIFY2(
            distance(pass.words, words) < 1e-9, qPrintable(QString::number(distance(pass.words, words))));
        PlainTransformer unchanged{model};
        const double effect = distance(words, unchanged.run(idsRead(model.config), target_ids));
        QCOMPARE(effect > 1e-6, !list.empty());
    }

    void aHeadThatIsOffIsOneWhoseRowsOfTheOutputMatrixAreZero_data() { kindsData(); }
    void aHeadThatIsOffIsOneWhoseRowsOfTheOutputMatrixAreZero()
    {
        QFETCH(QString, kind);
        Transformer<double> model = modelOf(configOf(kind));
        const bool is_encoder = model.config.hasEncoder();
        const auto site = is_encoder ? AttentionSite::Encoder : AttentionSite::DecoderSelf;
        const Pass pass(model, {headOff({site, 1, 1})});
        const int d = model.config.headSize();
        (is_encoder ? model.weights.encoder : model.weights.decoder)
            .layers[1]
            .attention.output.weight.middleRows(d, d)
            .setZero();
        QVERIFY(distance(pass.words, Pass(model, {}).words) < 1e-12);
    }

    void aBlockThatIsOffIsOneWhoseLastMatrixIsZero_data() { kindsData(); }
    void aBlockThatIsOffIsOneWhoseLastMatrixIsZero()
    {
        QFETCH(QString, kind);
        Transformer<double> model = modelOf(configOf(kind));
        const bool is_encoder = model.config.hasEncoder();
        const auto site = is_encoder ? AttentionSite::Encoder : AttentionSite::DecoderSelf;
        const Pass pass(model, {attentionOff(site, 0), feedForwardOff(site, 1)});
        auto& layers = (is_encoder ? model.weights.encoder : model.weights.decoder).layers;
        for (LinearWeights<double>* weights : {&layers[0].attention.output, &layers[1].feed_forward.output}) {
            weights->weight.setZero();
            weights->bias.setZero();
        }
        QVERIFY(distance(pass.words, Pass(model, {}).words) < 1e-12);
    }

    void aLayerThatIsOffIsOneThatTheModelHasNot_data() { kindsData(); }
    void aLayerThatIsOffIsOneThatTheModelHasNot()
    {
        QFETCH(QString, kind);
        Transformer<double> model = modelOf(configOf(kind));
        const bool is_encoder = model.config.hasEncoder();
        const Pass pass(
            model, {layerOff(is_encoder ? AttentionSite::Encoder : AttentionSite::DecoderSelf, 0)});
        auto& layers = (is_encoder ? model.weights.encoder : model.weights.decoder).layers;
        layers.erase(layers.begin());
        --(is_encoder ? model.config.encoder_layers : model.config.decoder_layers);
        QVERIFY(distance(pass.words, Pass(model, {}).words) < 1e-12);
    }

    void withoutPositionsTheTableIsZeroOrNothingTurns_data() { kindsData(); }
    void withoutPositionsTheTableIsZeroOrNothingTurns()
    {
        QFETCH(QString, kind);
        Transformer<double> model = modelOf(configOf(kind));
        Changes changes;
        if (model.config.hasEncoder())
            changes.push_back(positionsOff(AttentionSite::Encoder));
        if (model.config.hasDecoder())
            changes.push_back(positionsOff(AttentionSite::DecoderSelf));
        const Pass pass(model, changes);
        for (StackWeights<double>* stack : {&model.weights.encoder, &model.weights.decoder}) {
            stack->position.setZero();
            stack->relative_bias.setZero();
        }
        if (model.config.position_kind == PositionKind::Rotary
            || model.config.position_kind == PositionKind::Sinusoidal)
            model.config.position_kind = PositionKind::None;
        QVERIFY(distance(pass.words, Pass(model, {}).words) < 1e-12);
    }

    void everySecondPlaceIsHalfTheSpeedOfTurning()
    {
        Transformer<double> model = modelOf(configOf("decoder-only, norm before, rotary, grouped, gated"));
        const Pass pass(model, changesFrom("decoder.position = [0, 2, 4, 6, 8, 10]"));
        model.config.rotary.linear_factor = 0.5;
        QVERIFY(distance(pass.words, Pass(model, {}).words) < 1e-12);
    }

    void aDecoderWithoutAnyMaskIsAnEncoder()
    {
        Transformer<double> model = modelOf(configOf("decoder-only, norm after, sinusoidal"));
        const Pass pass(model, {maskLifted(every)});
        std::swap(model.weights.encoder, model.weights.decoder);
        std::swap(model.config.encoder_layers, model.config.decoder_layers);
        const Segments segments = Segments::single(int(target_ids.size()));
        const Matrix<double> words = logits(model, encode<double>(model, {target_ids, segments}).output);
        QVERIFY(distance(pass.words, words) < 1e-12);
    }

    /** Word by word, with what is remembered, the records are those of one pass over all rows. */
    void writingWordByWordChoosesWhatOnePassChooses_data() { everyChangeIsWhatThePlainModelMakesOfIt_data(); }
    void writingWordByWordChoosesWhatOnePassChooses()
    {
        QFETCH(QString, kind);
        QFETCH(QString, changes);
        const Transformer<double> precise = modelOf(configOf(kind));
        if (!precise.config.hasDecoder())
            return;
        Random random(5);
        Transformer<float> model{precise.config, initialWeights<float>(precise.config, random)};
        for (const WeightSlot<float>& slot : weightSlots(model.weights))
            for (std::int64_t i = 0; i < slot.size; ++i)
                slot.data[i] += 0.3f * float(random.normal());
        const Controls<float> controls = controlsFor<float>(model.config, changesFrom(changes));
        GenerationInput input;
        if (model.config.hasEncoder())
            input.source = source_ids;
        input.prompt = {0, 9};
        input.controls = &controls;
        Decoding decoding;
        decoding.max_new_tokens = 6;
        const Written written = generate(model, input, decoding);
        std::vector<int> target = input.prompt;
        const Segments source = Segments::single(int(source_ids.size()));
        PassOptions<float> options{&controls};
        StackRecord<float> encoder;
        if (model.config.hasEncoder())
            encoder = encode<float>(model, {source_ids, source}, options);
        const Memory<float> memory{encoder.output, source};
        for (const int word : written.ids) {
            const Segments rows = Segments::single(int(target.size()));
            const StackRecord<float> decoder =
                decode<float>(model, model.config.hasEncoder() ? &memory : nullptr, {target, rows}, options);
            const Matrix<float> words = logits<float>(model, decoder.output, {&controls, 0});
            Eigen::Index best = 0;
            words.row(words.rows() - 1).maxCoeff(&best);
            QCOMPARE(word, int(best));
            target.push_back(word);
        }
    }

private:
    static void kindsData()
    {
        QTest::addColumn<QString>("kind");
        for (const char* kind : kinds)
            QTest::newRow(kind) << QString(kind);
    }
};

QTEST_GUILESS_MAIN(TestChanges)
#include "tst_changes.moc"
