#include "core/error.h"
#include "core/experiment/explanation/explanation.h"
#include "core/file/bytes/byte_file.h"
#include "core/file/weights/weight_source.h"
#include "core/model/changes/change_text.h"
#include "core/trace/model.h"
#include "core/trace/record/tensor_slice.h"
#include "core/trace/run/run_state.h"

#include <QtTest>

#include <cmath>
#include <limits>

using namespace glassformer;

namespace {

std::filesystem::path models()
{
    return std::filesystem::path(GLASSFORMER_TEST_DATA) / "models";
}

struct Checkpoint
{
    explicit Checkpoint(const QString& folder)
        : model(std::make_shared<const Model>(Model::load(models() / folder.toStdString())))
        , text(WeightSource::ofFile(model->files->open("reference.safetensors")).metadata().at("text"))
    {
    }

    std::shared_ptr<const Model> model;
    std::string text;
};

/** Empty if all tensors of `whole` are there and equal but for the order of sums; else what differs. */
std::string difference(const Trace& trace, const Trace& whole)
{
    for (const std::string& name : whole.names()) {
        const auto expected = whole.find(name), found = trace.find(name);
        const bool is_of_words = name == "logits" || name == "probabilities" || name == "output.state";
        if (!found && is_of_words)
            continue;
        if (!found || found->shape != expected->shape)
            return name + ": missing or of another shape";
        float largest = 1;
        for (std::size_t i = 0; i < expected->values.size(); ++i) {
            const float a = expected->values[i], b = found->values[i];
            largest = std::isfinite(a) ? std::max(largest, std::abs(a)) : largest;
            if (!(a == b || std::abs(a - b) <= 3e-5F * largest))
                return name + " differs by " + std::to_string(std::abs(a - b));
        }
    }
    return {};
}

/** Changes of each kind in the last layer of the stack that writes or reads alone. */
std::vector<std::string> changesFor(const ModelConfig& config)
{
    const std::string stack = config.hasDecoder() ? "decoder." : "encoder.";
    const int layers = config.hasDecoder() ? config.decoder_layers : config.encoder_layers;
    const std::string last = stack + std::to_string(layers - 1);
    std::vector<std::string> texts{last + ".self_attention.mixed[head 0] = 0",
        last + ".self_attention.output = 0", last + ".feed_forward.output = 0", last + ".output = off",
        stack + "self_attention.masked[query 2, key 1] = cut", last + ".self_attention.value[token 2] = mean",
        last + ".feed_forward.hidden[token 3, dimension 1] = 2",
        stack + "0.attention_residual[token 1] = mean", stack + "input[token 1] = 0.5"};
    if (config.position_kind != PositionKind::None) {
        texts.push_back(stack + "position = off");
        texts.push_back(stack + "position = [0, 2, 1]");
    }
    if (config.hasDecoder())
        texts.push_back(last + ".self_attention.masked = lifted");
    if (config.hasCrossAttention()) {
        texts.push_back(last + ".cross_attention.key[head 0, token 1] = 1");
        texts.push_back("encoder.0.self_attention.mixed[head 0] = 0");
        texts.push_back("encoder.output[token 1] = 0");
    }
    if (config.has_output)
        texts.push_back("logits[token 2, dimension 5] = 50");
    return texts;
}

} // namespace

/** A run with changes that goes on from one without them, or the other way round, is the run made from the start. */
class TestChangedRuns : public QObject
{
    Q_OBJECT

private slots:
    void goingOnGivesTheRunFromTheStart_data()
    {
        QTest::addColumn<QString>("folder");
        QTest::addColumn<bool>("is_lean");
        QTest::addColumn<QString>("change");
        for (const auto& entry : std::filesystem::directory_iterator(models())) {
            if (!entry.is_directory())
                continue;
            const std::string name = pathText(entry.path().filename());
            const ModelConfig config = Model::load(entry.path()).transformer.config;
            for (const std::string& change : changesFor(config))
                for (const bool is_lean : {false, true})
                    QTest::addRow("%s, %s, %s", name.c_str(), change.c_str(), is_lean ? "lean" : "whole")
                        << QString::fromStdString(name) << is_lean << QString::fromStdString(change);
        }
    }
    void goingOnGivesTheRunFromTheStart()
    {
        QFETCH(QString, folder);
        QFETCH(bool, is_lean);
        QFETCH(QString, change);
        const Checkpoint checkpoint(folder);
        RunRequest plain;
        plain.text = checkpoint.text;
        plain.decoding.max_new_tokens = 4;
        RunRequest changed = plain;
        changed.changes = {changeFromText(change.toStdString())};
        const double most = is_lean ? 0 : std::numeric_limits<double>::infinity();
        const auto before = std::make_shared<const Trace>(runLean(checkpoint.model, plain, {}, most));
        const auto after =
            std::make_shared<const Trace>(runLean(checkpoint.model, changed, {}, most, before));
        const Trace fresh = runLean(checkpoint.model, changed, {}, std::numeric_limits<double>::infinity());
        QCOMPARE(after->answer, fresh.answer);
        QCOMPARE(answer(*checkpoint.model, changed, {}, before.get()), fresh.answer);
        QVERIFY(after->changes == changed.changes);
        QVERIFY2(difference(*after, fresh).empty(), difference(*after, fresh).c_str());
        const Trace back = runLean(checkpoint.model, plain, {}, most, after);
        const Trace plain_fresh =
            runLean(checkpoint.model, plain, {}, std::numeric_limits<double>::infinity());
        QVERIFY2(difference(back, plain_fresh).empty(), difference(back, plain_fresh).c_str());
    }

    void layersBelowAChangeAreNotComputedAgain_data()
    {
        QTest::addColumn<QString>("folder");
        for (const auto& entry : std::filesystem::directory_iterator(models()))
            if (entry.is_directory()) {
                const ModelConfig config = Model::load(entry.path()).transformer.config;
                if (!config.hasCrossAttention())
                    QTest::newRow(pathText(entry.path().filename()).c_str())
                        << QString::fromStdString(pathText(entry.path().filename()));
            }
    }
    void layersBelowAChangeAreNotComputedAgain()
    {
        QFETCH(QString, folder);
        const Checkpoint checkpoint(folder);
        const ModelConfig& config = checkpoint.model->transformer.config;
        const bool is_decoder = config.hasDecoder();
        const int last = (is_decoder ? config.decoder_layers : config.encoder_layers) - 1;
        RunRequest request;
        request.text = checkpoint.text;
        request.decoding.max_new_tokens = 1;
        const auto before = std::make_shared<const Trace>(runLean(checkpoint.model, request));
        request.changes = {
            headOff({is_decoder ? AttentionSite::DecoderSelf : AttentionSite::Encoder, last, 0})};
        const Trace after = runLean(checkpoint.model, request, {}, most_bytes_kept, before);
        const StackRecord<float>& stack = is_decoder ? *after.state->decoder : *after.state->encoder;
        QCOMPARE(stack.begun, std::size_t(last));
    }

    /** What a change set is not computed again, and all the rest still adds up. */
    void explanationsAddUpAndTellTheChange_data() { goingOnGivesTheRunFromTheStart_data(); }
    void explanationsAddUpAndTellTheChange()
    {
        QFETCH(QString, folder);
        QFETCH(bool, is_lean);
        QFETCH(QString, change);
        if (is_lean)
            return;
        const Checkpoint checkpoint(folder);
        RunRequest request;
        request.text = checkpoint.text;
        request.decoding.max_new_tokens = 3;
        request.changes = {changeFromText(change.toStdString())};
        const Trace trace = run(*checkpoint.model, request);
        const ModelConfig& config = trace.config;
        const auto site = config.hasDecoder() ? AttentionSite::DecoderSelf : AttentionSite::Encoder;
        int told = 0;
        for (int layer = 0; layer < std::max(config.encoder_layers, config.decoder_layers); ++layer)
            for (int token = 0; token < trace.rows(); ++token) {
                for (int key = 0; key < trace.rows(); ++key)
                    if (const auto cell = explainAttention(trace, {site, layer, 0, token, key})) {
                        QVERIFY2(
                            cell->largest_error < 2e-4, qPrintable(QString::number(cell->largest_error)));
                        told += int(cell->changes.size());
                    }
                for (const auto& sum : {explainAttentionSum(trace, site, layer, token, 1),
                         explainFeedForwardSum(trace, site, layer, token, 1)})
                    if (sum) {
                        QVERIFY(sum->largest_error < 2e-4);
                        told += int(sum->changes.size());
                    }
                if (const auto input = explainInput(trace, config.hasCrossAttention(), token, 1)) {
                    QVERIFY2(input->largest_error < 2e-4, qPrintable(QString::number(input->largest_error)));
                    told += int(input->changes.size());
                }
                if (const auto word = explainNextWord(trace, token, 5))
                    told += int(word->changes.size());
            }
        const bool is_elsewhere = change.startsWith("encoder") != (site == AttentionSite::Encoder)
            || change.contains("hidden") || change.contains("cross_attention")
            || change.contains("encoder.output");
        QVERIFY2(told > 0 || is_elsewhere, "no explanation tells the change");
    }

    void aChangeThatTheModelCannotTakeIsRefused()
    {
        const Checkpoint checkpoint("bert");
        RunRequest request;
        request.text = checkpoint.text;
        for (const char* text :
            {"decoder.0.output = off", "encoder.9.output = mean", "encoder.0.output = [1, 2]"}) {
            request.changes = {changeFromText(text)};
            QVERIFY_EXCEPTION_THROWN(run(*checkpoint.model, request), Error);
        }
    }
};

QTEST_GUILESS_MAIN(TestChangedRuns)
#include "tst_changed_runs.moc"
