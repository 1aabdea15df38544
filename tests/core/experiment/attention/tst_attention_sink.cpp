#include "core/experiment/attention/attention_sink.h"
#include "tests/builders/attention_map_of.h"

#include <QtTest>

#include <cmath>

using namespace glassformer;

class TestAttentionSink : public QObject
{
    Q_OBJECT

private slots:
    void weightThatRestsOnTokensWithoutMeaningIsASink()
    {
        const auto tokens = tokensFrom({"<s>", "dog", "barks", "."});
        const AttentionMap map{
            sliceOf({{0.25, 0.25, 0.25, 0.25}, {0.5, 0.25, 0, 0.25}, {0.75, 0, 0.25, 0}, {1, 0, 0, 0}}),
            tokens, tokens, true, false};
        const auto sink = sinkOf(map);
        QVERIFY(sink);
        QCOMPARE(sink->keys(), (std::vector{0, 3}));
        QCOMPARE(sink->tokens[0].share, 2.5 / 4);
        QCOMPARE(sink->tokens[1].share, 0.5 / 4);
        QCOMPARE(sink->share, 3.0 / 4);
        QVERIFY(!sinkOf(map, 0.76));
    }

    void aHeadThatLooksAtWordsHasNone()
    {
        const auto tokens = tokensFrom({"<s>", "dog", "barks", "."});
        const std::vector<float> dog{0, 1, 0, 0};
        QVERIFY(!sinkOf({sliceOf({dog, dog, dog, dog}), tokens, tokens, true, false}));
    }

    void theFirstTokenIsASinkWhateverItIsAndTheFirstRowOfACausalMapDoesNotCount()
    {
        const auto tokens = tokensFrom({"the", "dog", "barks"});
        const AttentionMap map{
            sliceOf({{1, 0, 0}, {0.5, 0.5, 0}, {0.25, 0.5, 0.25}}), tokens, tokens, true, true};
        QVERIFY(!sinkOf(map)); // 3/8 of what could choose
        QVERIFY(sinkOf(map, 0.375));
    }

    void whereThereIsNothingElseThereIsNoSink()
    {
        const auto queries = tokensFrom({"x"}), keys = tokensFrom({"<s>", ".", "</s>"});
        const float third = 1.0f / 3;
        QVERIFY(!sinkOf({sliceOf({{third, third, third}}), queries, keys, false, false}));
        QVERIFY(!sinkOf({}));
    }

    void withoutTheSinkRowsAreScaledToWhatTheyWere()
    {
        const MatrixSlice map = withoutKeys(
            sliceOf({{0.5, 0.25, 0.25, 0}, {0.75, 0, 0.125, 0.125}, {1, 0, 0, 0}}), std::vector{0, 3, 9, -1});
        const MatrixSlice expected = sliceOf({{0, 0.5, 0.5, 0}, {0, 0, 1, 0}, {0, 0, 0, 0}});
        for (std::size_t i = 0; i < expected.values().size(); ++i)
            QCOMPARE(map.values()[i], expected.values()[i]);
        QVERIFY(withoutKeys({}, std::vector{0}).isEmpty());
    }

    void punctuationIsWhatSaysNothingElse()
    {
        const auto tokens = tokensFrom({".", "?!", "。", " ,", "a.", "<s>", "", "7"});
        const std::vector<bool> expected{true, true, true, true, false, false, false, false};
        for (std::size_t i = 0; i < tokens.size(); ++i)
            QCOMPARE(isPunctuation(tokens[i]), bool(expected[i]));
    }
};

QTEST_APPLESS_MAIN(TestAttentionSink)
#include "tst_attention_sink.moc"
