#include "core/experiment/reading/record_difference.h"
#include "core/trace/look/place.h"
#include "core/trace/step/step_list.h"
#include "tests/builders/small_model.h"

#include <QtTest>

#include <cmath>
#include <limits>

using namespace glassformer;

namespace {

std::vector<Token> tokensOf(const std::vector<std::string>& texts)
{
    std::vector<Token> tokens;
    for (const std::string& text : texts) {
        Token token;
        token.id = int(tokens.size()) * 100; // ids of two vocabularies say nothing
        token.text = text;
        tokens.push_back(token);
    }
    return tokens;
}

Trace traceWith(const std::string& name, std::vector<std::int64_t> shape, std::vector<float> values)
{
    Trace trace;
    trace.config.encoder_layers = 1;
    trace.config.n_heads = 1;
    trace.tensors[name] = {std::move(shape), std::move(values)};
    return trace;
}

} // namespace

/** Numbers of a step in two runs, and their difference, by hand. */
class TestRecordDifference : public QObject
{
    Q_OBJECT

private slots:
    void tokensAreKnownAgainByTheirTexts()
    {
        const auto pairs = tokenPairs(tokensOf({"the", "old", "dog"}), tokensOf({"the", "dog"}));
        QCOMPARE(pairs, std::vector<TokenPair>({{0, 0}, {2, 1}}));
        QCOMPARE(counterpartThere(pairs, 2), std::optional(1));
        QCOMPARE(counterpartThere(pairs, 1), std::optional<int>());
        QCOMPARE(counterpartHere(pairs, 1), std::optional(2));
        QCOMPARE(
            tokenPairs(tokensOf({"a", "b"}), tokensOf({"a", "c"})), std::vector<TokenPair>({{0, 0}, {1, 1}}));
    }

    void ofLongTextsOfOtherLengthTheEndsAreAlike()
    {
        std::vector<std::string> one(2100, "x"), other(2101, "x");
        one.front() = other.front() = "<s>";
        one.back() = other.back() = "</s>";
        one[1000] = "here";
        const auto pairs = tokenPairs(tokensOf(one), tokensOf(other));
        QCOMPARE(pairs.size(), std::size_t(2099)); // all but the one that differs
        QCOMPARE(pairs.front(), (TokenPair{0, 0}));
        QCOMPARE(pairs.back(), (TokenPair{2099, 2100}));
    }

    void aDifferenceIsThereMinusHereOfTokensThatStandForEachOther()
    {
        const Trace here = traceWith("m", {3, 2}, {1, 2, 3, 4, 5, 6}),
                    there = traceWith("m", {2, 2}, {10, 20, 30, 40});
        const StepRecord one{RecordKind::Vectors, matrixOf(here, "m")},
            other{RecordKind::Vectors, matrixOf(there, "m")};
        const RecordDifference found = recordDifference(one, other, {{0, 0}, {2, 1}}, {});
        QCOMPARE(found.rows, 2);
        QCOMPARE(found.columns, 2);
        QCOMPARE(found.values, std::vector<float>({9, 18, 25, 34}));
    }

    void ofMapsColumnsAreTokensToo()
    {
        constexpr float hidden = -std::numeric_limits<float>::infinity();
        const Trace here = traceWith("m", {2, 2}, {1, hidden, 3, 4}),
                    there = traceWith("m", {2, 3}, {10, 20, 30, 40, 50, 60});
        const StepRecord one{RecordKind::Scores, matrixOf(here, "m")},
            other{RecordKind::Scores, matrixOf(there, "m")};
        const RecordDifference found = recordDifference(one, other, {{0, 0}, {1, 1}}, {{0, 0}, {1, 2}});
        QCOMPARE(found.values, std::vector<float>({9, hidden, 37, 56}));
    }

    void whatDoesNotFitHasNoDifference()
    {
        const Trace here = traceWith("m", {1, 2}, {1, 2}), there = traceWith("m", {1, 3}, {1, 2, 3});
        const StepRecord one{RecordKind::Vectors, matrixOf(here, "m")},
            other{RecordKind::Vectors, matrixOf(there, "m")}, map{RecordKind::Weights, matrixOf(there, "m")};
        QVERIFY(recordDifference(one, other, {{0, 0}}, {}).isEmpty()); // two lengths
        QVERIFY(recordDifference(one, one, {{0, 1}}, {}).isEmpty()); // no such row
        QVERIFY(recordDifference(other, map, {{0, 0}}, {{0, 0}}).isEmpty()); // two kinds
    }

    void everyStepWithNumbersHasThem_data()
    {
        QTest::addColumn<QString>("kind");
        for (const char* kind : small_model_kinds)
            QTest::newRow(kind) << QString::fromLatin1(kind);
    }
    void everyStepWithNumbersHasThem()
    {
        QFETCH(QString, kind);
        const SmallModel small = smallModel(kind.toStdString(), GLASSFORMER_RESOURCES "/models");
        const auto run = runOf(small.model, "The animal was too tired.");
        const ModelConfig& config = run->config;
        for (const StepKind step : stepsOf(*run)) {
            Selection selection;
            selection.step = step;
            selection.encoder_layer = selection.decoder_layer = 1;
            selection.head = 1;
            const auto records = recordsOf(*run, selection);
            const bool is_words = step == StepKind::Sentence || step == StepKind::Tokens
                || step == StepKind::TargetTokens || step == StepKind::Logits || step == StepKind::NextWord
                || step == StepKind::Answer;
            QVERIFY2(records.empty() == is_words, std::string(stepId(step)).c_str());
            for (const StepRecord& record : records)
                QCOMPARE(record.numbers.rows, int(queriesOf(*run, siteOf(step, config)).size()));
        }
    }

    void theSumBeforeANormIsTheSumNotTheNorm()
    {
        const SmallModel small =
            smallModel("encoder-only, norm after, learned", GLASSFORMER_RESOURCES "/models");
        const auto run = runOf(small.model, "The animal was too tired.");
        Selection selection;
        selection.step = StepKind::AttentionResidual;
        const auto records = recordsOf(*run, selection);
        const MatrixSlice x = matrixOf(*run, "encoder.input"),
                          added = matrixOf(*run, "encoder.0.self_attention.output");
        QCOMPARE(records.size(), std::size_t(1));
        for (int i = 0; i < x.columns; ++i)
            QVERIFY(std::abs(records.front().numbers(1, i) - x(1, i) - added(1, i)) < 1e-6f);
    }

    void wordsThatMovedMostComeFirst()
    {
        const SmallModel small =
            smallModel("encoder-decoder, norm before, learned", GLASSFORMER_RESOURCES "/models");
        const auto one = runOf(small.model, "The animal was too tired."),
                   other = runOf(small.model, "The street was wide.");
        const auto shifts = wordShifts(*one, 0, *other, 0, 5);
        QCOMPARE(shifts.size(), std::size_t(5));
        const WordScores here = wordScoresAt(*one, 0), there = wordScoresAt(*other, 0);
        double most = 0;
        for (std::size_t id = 0; id < here.probabilities.size(); ++id)
            most = std::max(most, std::abs(double(there.probabilities[id]) - double(here.probabilities[id])));
        QCOMPARE(std::abs(shifts.front().moved()), most);
        for (std::size_t i = 1; i < shifts.size(); ++i)
            QVERIFY(std::abs(shifts[i].moved()) <= std::abs(shifts[i - 1].moved()));
        QVERIFY(wordShifts(*one, 0, *other, 999, 5).empty());
    }
};

QTEST_GUILESS_MAIN(TestRecordDifference)
#include "tst_record_difference.moc"
