#include "core/experiment/attention/attention_aggregate.h"
#include "core/experiment/attention/shown_map.h"
#include "core/experiment/attention/word_groups.h"
#include "core/experiment/explanation/aggregate_explanation.h"
#include "core/trace/model.h"
#include "tests/builders/attention_map_of.h"
#include "tests/builders/trace_builder.h"

#include <QtTest>

#include <cmath>
#include <numeric>

using namespace glassformer;

/** Maps made of several, worked out by hand. */
class TestAttentionAggregate : public QObject
{
    Q_OBJECT

    static bool isMap(const MatrixSlice& map, const MapRows& expected)
    {
        if (map.rows != int(expected.size()) || map.columns != int(expected[0].size()))
            return false;
        for (int row = 0; row < map.rows; ++row)
            for (int key = 0; key < map.columns; ++key)
                if (std::abs(map(row, key) - expected[std::size_t(row)][std::size_t(key)]) > 1e-6f)
                    return false;
        return true;
    }
    static Token piece(const std::string& text, std::size_t begin, bool is_piece = true)
    {
        Token token;
        token.text = text;
        token.span = {begin, begin + text.size()};
        token.is_piece = is_piece;
        return token;
    }

private slots:
    void meanAndLargestAreTakenCellByCell()
    {
        const std::vector<MatrixSlice> maps{sliceOf({{1, 0}, {0.5, 0.5}}), sliceOf({{0, 1}, {0.25, 0.75}})};
        QVERIFY(isMap(meanOf(maps), {{0.5, 0.5}, {0.375, 0.625}}));
        QVERIFY(isMap(largestOf(maps), {{1, 1}, {0.5, 0.75}}));
        QVERIFY(meanOf({}).isEmpty());
        QVERIFY(largestOf(std::vector{maps[0], sliceOf({{1, 0, 0}})}).isEmpty());
    }

    /**
     * Half passes by, half is attention: A_1 = [1 0; 1/2 1/2] and A_2 = [1/2 1/2; 0 1], so that
     * A_2 · A_1 = [3/4 1/4; 1/2 1/2].
     */
    void rolloutMultipliesLayersWithTheirResiduals()
    {
        const std::vector<MatrixSlice> layers{sliceOf({{1, 0}, {1, 0}}), sliceOf({{0, 1}, {0, 1}})};
        QVERIFY(isMap(rollout(std::span(layers).first(1)), {{1, 0}, {0.5, 0.5}}));
        QVERIFY(isMap(rollout(layers), {{0.75, 0.25}, {0.5, 0.5}}));
        QVERIFY(isMap(rollout(layers, 1), {{1, 0}, {0, 1}})); // nothing but what passes by
        QVERIFY(isMap(rollout(layers, 0), {{1, 0}, {1, 0}})); // nothing but attention
        QVERIFY(rollout(std::vector{sliceOf({{0.5, 0.5, 0}, {0, 0, 1}})}).isEmpty()); // of two texts
    }

    void aLargeWeightOnAShortValueCountsForLittle()
    {
        const MatrixSlice values = sliceOf({{0, 0}, {3, 4}, {0, 1}}); // of length 0, 5 and 1
        QVERIFY(isMap(weightedByValues(sliceOf({{0.9f, 0.05f, 0.05f}, {1, 0, 0}}), values),
            {{0, 5.0f / 6, 1.0f / 6}, {0, 0, 0}}));
        QVERIFY(weightedByValues(sliceOf({{0.5, 0.5}}), values).isEmpty());
    }

    void severalRowsAreSummed()
    {
        const MatrixSlice map = sliceOf({{0.5, 0.5}, {0.25, 0.75}, {1, 0}});
        const auto sum = summedRows(map, std::vector{0, 2, 7, -1}); // the last two are not there
        QCOMPARE(sum, (std::vector{1.5, 0.5}));
    }

    void piecesAreSummedAsKeysAndAveragedAsQueries()
    {
        const MatrixSlice map = sliceOf({{0.5, 0.25, 0.25}, {0.25, 0.25, 0.5}, {0, 0.5, 0.5}});
        const std::vector<WordGroup> groups{{0, 1, "a"}, {1, 2, "bc"}};
        QVERIFY(isMap(mergedWords(map, groups, groups), {{0.5, 0.5}, {0.125, 0.875}}));
        QVERIFY(mergedWords(map, groups, std::vector<WordGroup>{{2, 2, "x"}}).isEmpty());
    }

    void piecesThatTouchMakeOneWord()
    {
        Token start;
        start.text = "<s>";
        start.is_special = true;
        const std::vector<Token> tokens{start, piece("un", 0), piece("happi", 2), piece("ness", 7),
            piece("is", 12, false), piece("sad", 15), piece("ness", 18), piece(".", 22)};
        const auto groups = wordGroups(tokens);
        QCOMPARE(groups.size(), std::size_t(5));
        QVERIFY(groups[0] == (WordGroup{0, 1, "<s>"}));
        QVERIFY(groups[1] == (WordGroup{1, 3, "unhappiness"}));
        QVERIFY(groups[2] == (WordGroup{4, 1, "is"}));
        QVERIFY(groups[3] == (WordGroup{5, 2, "sadness"}));
        QVERIFY(groups[4] == (WordGroup{7, 1, "."}));
    }

    void chineseCharactersMakeTheLongestWordThatIsKnown()
    {
        std::vector<Token> tokens;
        std::size_t at = 0;
        for (const char* text : {"小", "动", "物", "很", "大"}) {
            tokens.push_back(piece(text, at, false));
            at += 3;
        }
        QCOMPARE(wordGroups(tokens).size(), std::size_t(5));
        const auto groups = wordGroups(tokens, {"动物", "小动物", "小动", "很大的"});
        QCOMPARE(groups.size(), std::size_t(3));
        QVERIFY(groups[0] == (WordGroup{0, 3, "小动物"}));
        QVERIFY(groups[1] == (WordGroup{3, 1, "很"}));
    }

    void bytesOfOneCharacterAreOneWord()
    {
        std::vector<Token> tokens(3);
        for (int i = 0; i < 3; ++i) {
            tokens[std::size_t(i)].stands_for = "那";
            tokens[std::size_t(i)].part = i + 1;
            tokens[std::size_t(i)].parts = 3;
        }
        const auto groups = wordGroups(tokens);
        QCOMPARE(groups.size(), std::size_t(1));
        QVERIFY(groups[0] == (WordGroup{0, 3, "那"}));
    }

    void ofARunEachAggregateIsThatOfItsHeads()
    {
        const Trace trace = TraceBuilder().source("the cat sat").target("le chat").layers(2).heads(2).build();
        const auto head = [&](int layer, int index) {
            return headOf(
                trace, attentionTensor(AttentionSite::Encoder, layer, AttentionPart::Weights), index);
        };
        const HeadName name{AttentionSite::Encoder, 1, 0};
        const auto value = [&](MapAggregate aggregate) { return aggregateOf(trace, name, aggregate)(1, 2); };
        const float a = head(0, 0)(1, 2), b = head(0, 1)(1, 2), c = head(1, 0)(1, 2), d = head(1, 1)(1, 2);
        QCOMPARE(value(MapAggregate::OneHead), c);
        QVERIFY(std::abs(value(MapAggregate::MeanOfHeads) - (c + d) / 2) < 1e-6f);
        QCOMPARE(value(MapAggregate::LargestOfHeads), std::max(c, d));
        QVERIFY(std::abs(value(MapAggregate::MeanOfLayers) - (a + b + c + d) / 4) < 1e-6f);
        QCOMPARE(value(MapAggregate::LargestOfLayers), std::max({a, b, c, d}));
    }

    void rowsOfAMapOfSharesSumToOne()
    {
        const Trace trace = TraceBuilder().source("the cat sat").target("le chat").layers(2).heads(2).build();
        for (const AttentionSite site :
            {AttentionSite::Encoder, AttentionSite::DecoderSelf, AttentionSite::DecoderCross})
            for (const MapAggregate aggregate : {MapAggregate::OneHead, MapAggregate::MeanOfHeads,
                     MapAggregate::MeanOfLayers, MapAggregate::Rollout, MapAggregate::ValueLengths}) {
                const MatrixSlice map = aggregateOf(trace, {site, 1, 1}, aggregate);
                QCOMPARE(map.isEmpty(), !hasAggregate(trace, site, aggregate));
                for (int row = 0; row < map.rows; ++row) {
                    const auto cells = map.row(row);
                    QVERIFY(std::abs(std::accumulate(cells.begin(), cells.end(), 0.0) - 1) < 1e-5);
                }
            }
    }

    void whatTheRunHasNotIsShownAsOneHead()
    {
        const Trace trace = TraceBuilder().source("the cat sat").target("le chat").layers(1).heads(2).build();
        AttentionLook look;
        look.aggregate = MapAggregate::Rollout;
        QCOMPARE(shownMap(trace, {AttentionSite::Encoder, 0, 0}, look).aggregate, MapAggregate::Rollout);
        const ShownMap cross = shownMap(trace, {AttentionSite::DecoderCross, 0, 1}, look);
        QCOMPARE(cross.aggregate, MapAggregate::OneHead);
        QCOMPARE(cross.map.weights.values()[0],
            mapOf(trace, {AttentionSite::DecoderCross, 0, 1}).weights.values()[0]);
    }

    void aSinkIsHiddenOnlyOnRequestAndOnlyWhereThereIsOne()
    {
        Trace trace = TraceBuilder().source("the cat sat").target("le chat").layers(1).heads(2).build();
        Tensor& weights = trace.tensors[attentionTensor(AttentionSite::Encoder, 0, AttentionPart::Weights)];
        for (std::size_t i = 0; i < 25; ++i) // head 0 looks at the first token, which is special, and "cat"
            weights.values[i] = i % 5 == 0 ? 0.75f : i % 5 == 2 ? 0.25f : 0.0f;
        for (std::size_t i = 25; i < 50; ++i) // head 1 at "cat" alone
            weights.values[i] = i % 5 == 2 ? 1.0f : 0.0f;
        AttentionLook look;
        const ShownMap as_is = shownMap(trace, {AttentionSite::Encoder, 0, 0}, look);
        QVERIFY(as_is.sink && !as_is.is_rescaled);
        QCOMPARE(as_is.map.weights(1, 0), 0.75f);
        look.hides_sink = true;
        const ShownMap hidden = shownMap(trace, {AttentionSite::Encoder, 0, 0}, look);
        QVERIFY(hidden.sink && hidden.is_rescaled);
        QCOMPARE(hidden.map.weights(1, 0), 0.0f);
        QCOMPARE(hidden.map.weights(1, 2), 1.0f);
        QVERIFY(!shownMap(trace, {AttentionSite::Encoder, 0, 1}, look).is_rescaled);
    }

    void everyCellOfAnAggregateIsExplainedByWhatItWasMadeOf()
    {
        const Trace trace =
            TraceBuilder().source("the cat sat .").target("le chat").layers(3).heads(2).build();
        for (const AttentionSite site :
            {AttentionSite::Encoder, AttentionSite::DecoderSelf, AttentionSite::DecoderCross})
            for (const auto& [aggregate, id] : allMapAggregates())
                for (const bool hides_sink : {false, true}) {
                    AttentionLook look;
                    look.aggregate = aggregate;
                    look.hides_sink = hides_sink;
                    for (int layer = 0; layer < 3; ++layer) {
                        const auto e = explainAggregate(trace, {site, layer, 1}, look, 2, 1);
                        const ShownMap shown = shownMap(trace, {site, layer, 1}, look);
                        QCOMPARE(
                            e.has_value(), shown.aggregate != MapAggregate::OneHead || shown.is_rescaled);
                        QVERIFY(!e || e->largest_error < 1e-5);
                        QVERIFY(!e || std::abs(e->result - double(shown.map.weights(2, 1))) < 1e-6);
                    }
                }
        AttentionLook look;
        look.aggregate = MapAggregate::MeanOfLayers;
        const auto e = explainAggregate(trace, {AttentionSite::Encoder, 0, 0}, look, 1, 2);
        QCOMPARE(e->heads.size(), std::size_t(6));
        QVERIFY(e->heads.front().weight >= e->heads.back().weight);
        QVERIFY(!explainAggregate(trace, {AttentionSite::Encoder, 0, 0}, look, 99, 0));
    }

    void ofARunThatKeepsOnlyTheStreamThereIsNothingThroughAllLayers()
    {
        const auto model =
            std::make_shared<const Model>(Model::load(GLASSFORMER_RESOURCES "/models/translator"));
        RunRequest request;
        request.text = "The dog is big.";
        request.target_language = "fr";
        const Trace lean = runLean(model, request, {}, 0);
        const HeadName head{AttentionSite::Encoder, 0, 0};
        QVERIFY(aggregateOf(lean, head, MapAggregate::Rollout).isEmpty());
        QVERIFY(!aggregateOf(lean, head, MapAggregate::MeanOfHeads).isEmpty());
        QVERIFY(!aggregateOf(lean, head, MapAggregate::ValueLengths).isEmpty());
    }
};

QTEST_APPLESS_MAIN(TestAttentionAggregate)
#include "tst_attention_aggregate.moc"
