#include "core/file/bytes/byte_file.h"
#include "core/file/weights/weight_source.h"
#include "core/trace/model.h"
#include "core/trace/run/run_job.h"
#include "core/trace/run/run_state.h"

#include <QtTest>

#include <cmath>
#include <limits>
#include <set>

using namespace glassformer;

namespace {

std::filesystem::path models()
{
    return std::filesystem::path(GLASSFORMER_TEST_DATA) / "models";
}

/** A small checkpoint and the text that its reference was made of. */
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

RunRequest requestFor(const std::string& text, int words)
{
    RunRequest request{text, {}, {}, {}, {}};
    request.decoding.max_new_tokens = words;
    return request;
}

std::vector<int> wordsOf(const Trace& trace)
{
    return trace.state->words;
}

/** The same words in a single pass over all tokens, which goes on from nothing. */
Trace inOnePass(const std::shared_ptr<const Model>& model, RunRequest request, std::vector<int> words)
{
    request.decoding.kind = DecodingKind::Greedy;
    request.decoding.max_new_tokens = int(words.size());
    words.pop_back();
    request.forced_target = std::move(words);
    return runLean(model, request, {}, std::numeric_limits<double>::infinity());
}

/** Empty if all tensors of `whole` are there and equal but for the order of sums; else what differs. */
std::string difference(const Trace& trace, const Trace& whole, bool has_all)
{
    for (const std::string& name : whole.names()) {
        const auto expected = whole.find(name), found = trace.find(name);
        if (!found && !has_all && (name == "logits" || name == "probabilities" || name == "output.state"))
            continue;
        if (!found || found->shape != expected->shape)
            return name + ": missing or of another shape";
        float largest = 0, worst = 0;
        for (std::size_t i = 0; i < expected->values.size(); ++i) {
            const float a = expected->values[i], b = found->values[i];
            if (std::isinf(a) && a == b)
                continue;
            largest = std::max(largest, std::abs(a));
            worst = std::max(worst, std::abs(a - b));
        }
        if (!(worst <= 2e-5F * std::max(1.0F, largest)))
            return name + " differs by " + std::to_string(worst);
    }
    return {};
}

/** Empty if both have the same tensors, bit for bit; else the first that differs. */
std::string firstDifference(const Trace& one, const Trace& other)
{
    if (one.names() != other.names())
        return "names of tensors";
    for (const std::string& name : one.names())
        if (*one.tensor(name) != *other.tensor(name))
            return name;
    return {};
}

} // namespace

/** A run that takes over what an earlier one computed is the run that would have been made from the start. */
class TestGoingOn : public QObject
{
    Q_OBJECT

private slots:
    void moreWordsAreThoseOfARunFromTheStart_data();
    void moreWordsAreThoseOfARunFromTheStart();
    void aChangedWordLeavesTheRowsBeforeIt_data() { moreWordsAreThoseOfARunFromTheStart_data(); }
    void aChangedWordLeavesTheRowsBeforeIt();
    void chanceDoesNotDependOnWhereARunWentOnFrom();
    void nothingIsTakenOverWhenAHeadIsSwitchedOff();
    void anotherWrittenWordLeavesTheEncoderAlone();
    void aChangeInTheDecoderLeavesTheEncoderAlone_data() { moreWordsAreThoseOfARunFromTheStart_data(); }
    void aChangeInTheDecoderLeavesTheEncoderAlone();
    void aChangeInTheEncoderChangesEverything();
    void aRunInPiecesIsTheSameToTheBit_data() { moreWordsAreThoseOfARunFromTheStart_data(); }
    void aRunInPiecesIsTheSameToTheBit();
};

void TestGoingOn::moreWordsAreThoseOfARunFromTheStart_data()
{
    QTest::addColumn<QString>("folder");
    QTest::addColumn<bool>("is_lean");
    for (const auto& entry : std::filesystem::directory_iterator(models())) {
        const std::string name = pathText(entry.path().filename());
        if (!entry.is_directory() || !Model::load(entry.path()).transformer.config.hasDecoder())
            continue;
        QTest::newRow(name.c_str()) << QString::fromStdString(name) << false;
        QTest::newRow((name + ", stream only").c_str()) << QString::fromStdString(name) << true;
    }
}

void TestGoingOn::moreWordsAreThoseOfARunFromTheStart()
{
    QFETCH(QString, folder);
    QFETCH(bool, is_lean);
    const double most_bytes = is_lean ? 0 : most_bytes_kept;
    const Checkpoint checkpoint(folder);
    const auto before = std::make_shared<const Trace>(
        runLean(checkpoint.model, requestFor(checkpoint.text, 2), {}, most_bytes));
    const Trace after = runLean(checkpoint.model, requestFor(checkpoint.text, 5), {}, most_bytes, before);
    const Trace whole = inOnePass(checkpoint.model, requestFor(checkpoint.text, 5), wordsOf(after));
    QCOMPARE(wordsOf(after), wordsOf(whole));
    QCOMPARE(after.answer, whole.answer);
    QCOMPARE(bool(after.late), is_lean);
    const std::string differs = difference(after, whole, !is_lean);
    QVERIFY2(differs.empty(), differs.c_str());
}

void TestGoingOn::aChangedWordLeavesTheRowsBeforeIt()
{
    QFETCH(QString, folder);
    QFETCH(bool, is_lean);
    const double most_bytes = is_lean ? 0 : most_bytes_kept;
    const Checkpoint checkpoint(folder);
    const bool has_encoder = checkpoint.model->transformer.config.hasEncoder();
    const std::string other = checkpoint.text.substr(0, checkpoint.text.rfind(' ')) + " too";
    const auto before = std::make_shared<const Trace>(
        runLean(checkpoint.model, requestFor(checkpoint.text, 3), {}, most_bytes));
    const Trace after = runLean(checkpoint.model, requestFor(other, 3), {}, most_bytes, before);
    const Trace whole = inOnePass(checkpoint.model, requestFor(other, 3), wordsOf(after));
    const std::string differs = difference(after, whole, !is_lean);
    QVERIFY2(differs.empty(), differs.c_str());
    if (has_encoder)
        return; // a changed source changes everything
    const auto old_rows = before->tensor("decoder.output"), rows = after.tensor("decoder.output");
    const auto same = std::mismatch(before->state->target.begin(), before->state->target.end(),
        after.state->target.begin(), after.state->target.end());
    const std::ptrdiff_t n = same.first - before->state->target.begin();
    QVERIFY(n > 1);
    QVERIFY2(
        std::equal(rows->values.begin(), rows->values.begin() + n * rows->shape[1], old_rows->values.begin()),
        "rows before the change were computed again");
}

void TestGoingOn::chanceDoesNotDependOnWhereARunWentOnFrom()
{
    const Checkpoint checkpoint("gpt2");
    RunRequest request = requestFor(checkpoint.text, 8);
    request.decoding.kind = DecodingKind::Sample;
    request.decoding.temperature = 1.5;
    const Trace from_start = runLean(checkpoint.model, request);
    request.decoding.max_new_tokens = 1;
    auto trace = std::make_shared<const Trace>(runLean(checkpoint.model, request));
    for (int words = 2; words <= 8; ++words) {
        request.decoding.max_new_tokens = words;
        trace = std::make_shared<const Trace>(runLean(checkpoint.model, request, {}, most_bytes_kept, trace));
    }
    QCOMPARE(wordsOf(*trace), wordsOf(from_start));
    QVERIFY2(
        std::set<int>(trace->state->words.begin(), trace->state->words.end()).size() > 2, "no chance in it");
}

void TestGoingOn::nothingIsTakenOverWhenAHeadIsSwitchedOff()
{
    const Checkpoint checkpoint("gpt2");
    const auto before =
        std::make_shared<const Trace>(runLean(checkpoint.model, requestFor(checkpoint.text, 3)));
    RunRequest request = requestFor(checkpoint.text, 3);
    request.changes.push_back(headOff({AttentionSite::DecoderSelf, 0, 1}));
    const Trace after = runLean(checkpoint.model, request, {}, most_bytes_kept, before);
    const Trace from_start = runLean(checkpoint.model, request);
    QVERIFY(after.tensors == from_start.tensors);
    QVERIFY(after.tensors != before->tensors);
}

void TestGoingOn::anotherWrittenWordLeavesTheEncoderAlone()
{
    const Checkpoint checkpoint("bart");
    const auto before =
        std::make_shared<const Trace>(runLean(checkpoint.model, requestFor(checkpoint.text, 4)));
    RunRequest request = requestFor(checkpoint.text, 4);
    request.forced_target = {before->state->words[0], before->state->words[1], 7};
    const Trace after = runLean(checkpoint.model, request, {}, most_bytes_kept, before);
    QCOMPARE(wordsOf(after)[2], 7);
    const std::string differs = difference(after, inOnePass(checkpoint.model, request, wordsOf(after)), true);
    QVERIFY2(differs.empty(), differs.c_str());
    QVERIFY(*after.tensor("encoder.output") == *before->tensor("encoder.output"));
}

void TestGoingOn::aChangeInTheDecoderLeavesTheEncoderAlone()
{
    QFETCH(QString, folder);
    QFETCH(bool, is_lean);
    const double most_bytes = is_lean ? 0 : most_bytes_kept;
    const Checkpoint checkpoint(folder);
    const ModelConfig& config = checkpoint.model->transformer.config;
    RunRequest request = requestFor(checkpoint.text, 3);
    if (config.hasEncoder()) // what the encoder does without one of its heads holds too
        request.changes.push_back(headOff({AttentionSite::Encoder, 0, 0}));
    const auto before = std::make_shared<const Trace>(runLean(checkpoint.model, request, {}, most_bytes));
    for (const AttentionSite site : {AttentionSite::DecoderSelf, AttentionSite::DecoderCross}) {
        if (site == AttentionSite::DecoderCross && !config.hasCrossAttention())
            continue;
        RunRequest changed = request;
        changed.changes.push_back(headOff({site, config.decoder_layers - 1, 0}));
        changed.changes.push_back(edgeCut(site, 0, every, 0, 0));
        const Trace after = runLean(checkpoint.model, changed, {}, most_bytes, before);
        const Trace from_start = runLean(checkpoint.model, changed, {}, most_bytes);
        const std::string differs = firstDifference(after, from_start);
        QVERIFY2(differs.empty(), differs.c_str());
        QVERIFY(firstDifference(after, *before) != std::string());
        QCOMPARE(wordsOf(after), wordsOf(from_start));
        QCOMPARE(answer(*checkpoint.model, changed, {}, before.get()), from_start.answer);
        if (!config.hasEncoder())
            continue;
        QVERIFY2(after.state->encoder == before->state->encoder, "the encoder was run again");
        QVERIFY(from_start.state->encoder != before->state->encoder);
    }
}

void TestGoingOn::aChangeInTheEncoderChangesEverything()
{
    const Checkpoint checkpoint("bart");
    const auto before =
        std::make_shared<const Trace>(runLean(checkpoint.model, requestFor(checkpoint.text, 3)));
    RunRequest request = requestFor(checkpoint.text, 3);
    request.changes.push_back(edgeCut(AttentionSite::Encoder, 0, 0, 1, 0));
    const Trace after = runLean(checkpoint.model, request, {}, most_bytes_kept, before);
    QCOMPARE(firstDifference(after, runLean(checkpoint.model, request)), std::string());
    QVERIFY(*after.tensor("encoder.output") != *before->tensor("encoder.output"));
}

/** Whoever drives it may stop between two layers: the text is read, then the words behind it are written. */
void TestGoingOn::aRunInPiecesIsTheSameToTheBit()
{
    QFETCH(QString, folder);
    QFETCH(bool, is_lean);
    const Checkpoint checkpoint(folder);
    const RunRequest request = requestFor(checkpoint.text, 5);
    const double most_bytes = is_lean ? 0 : std::numeric_limits<double>::infinity();
    const Trace whole = runLean(checkpoint.model, request, {}, most_bytes);
    const auto job = runJob(checkpoint.model, request, most_bytes);
    int pieces = 1;
    QCOMPARE(job->doing().english(), std::string("Reading the text"));
    while (job->advance({})) {
        QVERIFY(!job->takeNews());
        ++pieces;
    }
    const ModelConfig& config = checkpoint.model->transformer.config;
    QVERIFY(pieces > config.encoder_layers + config.decoder_layers);
    QCOMPARE(job->doing().english(), std::string("Writing"));
    const auto made = job->takeNews();
    QVERIFY(made);
    QCOMPARE((*made)->answer, whole.answer);
    QCOMPARE((*made)->names(), whole.names());
    for (const auto& [name, tensor] : whole.tensors)
        QVERIFY2((*made)->tensors.at(name).values == tensor.values, name.c_str());
}

QTEST_APPLESS_MAIN(TestGoingOn)
#include "tst_going_on.moc"
