#include "core/error.h"
#include "core/experiment/effect/patch_table.h"
#include "core/experiment/reading/token_alignment.h"
#include "tests/builders/log_probability.h"
#include "tests/builders/plain_transformer.h"
#include "tests/builders/small_model.h"

#include <QtTest>

#include <cmath>

using namespace glassformer;

namespace {

const std::string tired = "The animal was too tired.", wide = "The street was too wide.";

WordQuestion questionOf(const SmallModel& small)
{
    WordQuestion question{small.model, runOf(small.model, tired), {}};
    const bool has_decoder = small.exact.config.hasDecoder();
    question.asked = *askedWord(*question.trace, has_decoder ? question.trace->rows() - 2 : 2);
    return question;
}

PatchTask taskOf(const SmallModel& small, AttentionSite stack, PatchedRecord record)
{
    PatchTask task;
    task.other.text = wide;
    if (small.exact.config.hasCrossAttention())
        task.other.target_language = "fr";
    task.stack = stack;
    task.record = record;
    return task;
}

/** Two runs of the plain model, and a row of a record of the second written into the first. */
struct PlainPatch
{
    const SmallModel& small;
    std::vector<int> source, other_source, target, other_target;
    std::map<std::string, Matrix<double>> others{};
    Matrix<double> words{}, other_words{};

    PlainPatch(const SmallModel& model, const WordQuestion& question, const Trace& other)
        : small(model)
        , source(idsOf(question.trace->source))
        , other_source(idsOf(other.source))
        , target(idsOf(question.trace->target))
        , other_target(idsOf(other.target))
    {
        target.resize(std::min(target.size(), std::size_t(question.asked.position) + 1));
        if (!small.exact.config.hasEncoder()) {
            source = target;
            other_source = other_target;
        }
        PlainTransformer second{small.exact};
        other_words = second.run(other_source, small.exact.config.hasEncoder() ? target : other_target);
        others = second.records;
        words = PlainTransformer{small.exact}.run(source, target);
    }

    Matrix<double> with(const std::string& tensor, int head, int row, int other_row) const
    {
        const std::string key = head == every ? tensor : tensor + "/" + std::to_string(head);
        PlainTransformer plain{small.exact};
        plain.hook = [&](const std::string& name, int of_head, Matrix<double>& rows) {
            if (name == tensor && (head == every || head == of_head))
                rows.row(row) = others.at(key).row(other_row);
        };
        return plain.run(source, target);
    }
};

} // namespace

/** Every cell is that of a second implementation into whose run the vector is written by hand. */
class TestPatchTable : public QObject
{
    Q_OBJECT

private slots:
    void everyCellIsThatOfThePlainModel_data()
    {
        QTest::addColumn<QString>("kind");
        for (const char* kind : small_model_kinds)
            QTest::newRow(kind) << QString::fromLatin1(kind);
    }
    void everyCellIsThatOfThePlainModel()
    {
        QFETCH(QString, kind);
        const SmallModel small = smallModel(kind.toStdString(), GLASSFORMER_RESOURCES "/models");
        const ModelConfig& config = small.exact.config;
        const WordQuestion question = questionOf(small);
        for (const AttentionSite stack : {AttentionSite::Encoder, AttentionSite::DecoderSelf})
            for (const PatchedRecord record : {PatchedRecord::Stream, PatchedRecord::Attention,
                     PatchedRecord::Head, PatchedRecord::CrossAttention, PatchedRecord::FeedForward}) {
                const bool has_stack =
                    stack == AttentionSite::Encoder ? config.hasEncoder() : config.hasDecoder();
                const bool is_cross = record == PatchedRecord::CrossAttention;
                PatchTask task = taskOf(small, stack, record);
                task.head = 1;
                if (!has_stack
                    || (is_cross && (stack == AttentionSite::Encoder || !config.hasCrossAttention()))) {
                    QVERIFY_EXCEPTION_THROWN(patchTableJob(question, task), Error);
                    continue;
                }
                const PatchTable table = finish(*patchTableJob(question, task));
                compare(table, small, question);
                QCOMPARE(int(table.tensors.size()), 2 + (record == PatchedRecord::Stream ? 1 : 0));
            }
    }

    void allVectorsOfALayerTogetherWouldBeTheOtherRun()
    {
        // A stack's last stream at the row of the word decides it alone.
        for (const char* kind : {"decoder-only, norm before, rotary", "encoder-only, norm after, learned"}) {
            const SmallModel small = smallModel(kind, GLASSFORMER_RESOURCES "/models");
            const WordQuestion question = questionOf(small);
            const AttentionSite stack =
                small.exact.config.hasDecoder() ? AttentionSite::DecoderSelf : AttentionSite::Encoder;
            const PatchTable table =
                finish(*patchTableJob(question, taskOf(small, stack, PatchedRecord::Stream)));
            const auto& last = table.cells.back();
            for (std::size_t t = 0; t < last.size(); ++t)
                QVERIFY(std::abs(last[t]->share - (int(t) == question.asked.position ? 1 : 0)) < 1e-4);
            QCOMPARE(table.strongest().back(), question.asked.position);
        }
    }

    void aWordThatTheTextHasCanBeAskedFor()
    {
        for (const char* kind :
            {"decoder-only, norm before, rotary", "decoder-only, norm after, sinusoidal"}) {
            const SmallModel small = smallModel(kind, GLASSFORMER_RESOURCES "/models");
            WordQuestion question = questionOf(small);
            question.asked = *askedWord(*question.trace, 2);
            const PatchTable table = finish(
                *patchTableJob(question, taskOf(small, AttentionSite::DecoderSelf, PatchedRecord::Stream)));
            QCOMPARE(table.counterparts, std::vector<int>({0, 1, 2}));
            compare(table, small, question);
        }
    }

    void aHeadThatIsNotThereIsRefused()
    {
        const SmallModel small =
            smallModel("encoder-only, norm after, learned", GLASSFORMER_RESOURCES "/models");
        PatchTask task = taskOf(small, AttentionSite::Encoder, PatchedRecord::Head);
        for (const int head : {-1, small.exact.config.n_heads}) {
            task.head = head;
            QVERIFY_EXCEPTION_THROWN(patchTableJob(questionOf(small), task), Error);
        }
    }

    void aRivalMayBeNamed()
    {
        const SmallModel small =
            smallModel("encoder-decoder, norm after, sinusoidal", GLASSFORMER_RESOURCES "/models");
        const WordQuestion question = questionOf(small);
        PatchTask task = taskOf(small, AttentionSite::Encoder, PatchedRecord::Stream);
        task.rival = small.model->tokenizer.token(question.asked.token.id + 1);
        compare(finish(*patchTableJob(question, task)), small, question);
        task.rival = question.asked.token;
        const auto against_itself = patchTableJob(question, task);
        QVERIFY_EXCEPTION_THROWN(against_itself->advance({}), Error);
    }

    void textsOfDifferentLengthsAreRefusedOrAligned()
    {
        const SmallModel small =
            smallModel("encoder-decoder, norm before, learned", GLASSFORMER_RESOURCES "/models");
        const WordQuestion question = questionOf(small);
        PatchTask task = taskOf(small, AttentionSite::Encoder, PatchedRecord::Stream);
        task.other.text = "The animal was tired.";
        const auto refused = patchTableJob(question, task);
        QVERIFY_EXCEPTION_THROWN(refused->advance({}), Error);
        task.aligns = true;
        const PatchTable table = finish(*patchTableJob(question, task));
        const int missing =
            int(std::count(table.counterparts.begin(), table.counterparts.end(), no_counterpart));
        QCOMPARE(missing, 1);
        QCOMPARE(table.trials, 3 * (int(table.tokens.size()) - 1));
        compare(table, small, question);
    }

    void runsThatSayTheSameAreRefused()
    {
        const SmallModel small =
            smallModel("encoder-decoder, norm before, learned", GLASSFORMER_RESOURCES "/models");
        PatchTask task = taskOf(small, AttentionSite::Encoder, PatchedRecord::Stream);
        task.other.text = tired;
        const auto job = patchTableJob(questionOf(small), task);
        QVERIFY_EXCEPTION_THROWN(job->advance({}), Error);
    }

    void wordsAreAligned()
    {
        QCOMPARE(alignedTokens({1, 2, 3}, {4, 2, 9}), std::vector<int>({0, 1, 2}));
        QCOMPARE(alignedTokens({1, 2, 3, 4}, {1, 2, 4}), std::vector<int>({0, 1, -1, 2}));
        QCOMPARE(alignedTokens({1, 5, 3, 4, 9}, {1, 7, 3, 8, 4, 9}), std::vector<int>({0, 1, 2, 4, 5}));
        QCOMPARE(alignedTokens({1, 2}, {}), std::vector<int>({-1, -1}));
        QCOMPARE(alignedTokens({1, 2, 6, 7}, {8, 9, 1, 2, 6}), std::vector<int>({2, 3, 4, -1}));
    }

private:
    static void compare(const PatchTable& table, const SmallModel& small, const WordQuestion& question)
    {
        const PlainPatch plain(small, question, *table.other);
        const int id = question.asked.token.id, row = question.asked.position;
        const auto measure = [&](const Matrix<double>& words, int at) {
            return table.rival ? words(at, id) - words(at, table.rival->id)
                               : plainLogProbability(words, at, id);
        };
        const double before = measure(plain.words, row), other = measure(plain.other_words, row);
        QVERIFY(std::abs(table.value - before) < 1e-4);
        QVERIFY(std::abs(table.other_value - other) < 1e-4);
        const auto compareSaid = [&](const SaidWord& said, const Matrix<double>& words) {
            QVERIFY(std::abs(said.probability - std::exp(plainLogProbability(words, row, id))) < 1e-4);
            QVERIFY(words(row, said.likeliest) > words.row(row).maxCoeff() - 1e-4);
        };
        compareSaid(table.said, plain.words);
        for (std::size_t l = 0; l < table.tensors.size(); ++l)
            for (std::size_t t = 0; t < table.tokens.size(); ++t) {
                const auto& cell = table.cells[l][t];
                QCOMPARE(cell.has_value(), table.counterparts[t] != no_counterpart);
                if (!cell)
                    continue;
                const Matrix<double> words =
                    plain.with(table.tensors[l], table.head, int(t), table.counterparts[t]);
                const double value = measure(words, row);
                compareSaid(cell->said, words);
                QVERIFY2(std::abs(cell->value - value) < 1e-4, table.tensors[l].c_str());
                QVERIFY(
                    std::abs(cell->share - (cell->value - table.value) / (table.other_value - table.value))
                    < 1e-9);
            }
    }
};

QTEST_GUILESS_MAIN(TestPatchTable)
#include "tst_patch_table.moc"
