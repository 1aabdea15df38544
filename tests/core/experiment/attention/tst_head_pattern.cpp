#include "core/experiment/attention/head_figures.h"
#include "core/trace/model.h"
#include "tests/builders/attention_map_of.h"
#include "tests/builders/trace_builder.h"

#include <QtTest>

#include <cmath>

using namespace glassformer;

/** Hand-made maps, of which each number can be told without a computer. */
class TestHeadPattern : public QObject
{
    Q_OBJECT

    static bool isNear(std::optional<double> value, double expected)
    {
        return value && std::abs(*value - expected) < 1e-6;
    }
    static AttentionMap selfMap(const MapRows& rows, const std::vector<Token>& tokens, bool is_causal = false)
    {
        return {sliceOf(rows), tokens, tokens, true, is_causal};
    }

private slots:
    void aHeadThatLooksAtThePreviousTokenIsSeenToDoSo()
    {
        const auto tokens = tokensFrom({"the", "cat", "sat"});
        const AttentionMap map = selfMap({{1, 0, 0}, {1, 0, 0}, {0, 1, 0}}, tokens);
        QVERIFY(isNear(traitOf(map, HeadTrait::Previous), 1)); // of the two rows that have one before them
        QVERIFY(isNear(traitOf(map, HeadTrait::Itself), 1.0 / 3));
        QVERIFY(isNear(traitOf(map, HeadTrait::Next), 0));
        QVERIFY(isNear(traitOf(map, HeadTrait::First), 2.0 / 3));
        QVERIFY(isNear(traitOf(map, HeadTrait::Distance), 2.0 / 3));
        QVERIFY(isNear(traitOf(map, HeadTrait::Spread), 1));
    }

    void punctuationSpecialTokensAndTheSameWordAreToldApart()
    {
        const auto tokens = tokensFrom({"<s>", "dog", ".", "dog"});
        const float q = 0.25f;
        const AttentionMap map =
            selfMap({{q, q, q, q}, {0.5, 0, 0.125, 0.375}, {q, q, q, q}, {0, 1, 0, 0}}, tokens);
        QVERIFY(isNear(traitOf(map, HeadTrait::Punctuation), (0.25 + 0.125 + 0.25 + 0) / 4));
        QVERIFY(isNear(traitOf(map, HeadTrait::Special), (0.25 + 0.5 + 0.25 + 0) / 4));
        QVERIFY(isNear(traitOf(map, HeadTrait::SameWord), (0.375 + 1) / 2)); // only the dogs have another one
    }

    void evenWeightOnFourTokensSpreadsOverFour()
    {
        const auto tokens = tokensFrom({"a", "b", "c", "d"});
        const std::vector<float> even(4, 0.25f);
        QVERIFY(isNear(traitOf(selfMap({even, even, even, even}, tokens), HeadTrait::Spread), 4));
    }

    void theFirstRowOfACausalMapHasNoChoiceAndDoesNotCount()
    {
        const auto tokens = tokensFrom({"a", "b", "c"});
        const AttentionMap map = selfMap({{1, 0, 0}, {0.5, 0.5, 0}, {0, 0, 1}}, tokens, true);
        QVERIFY(isNear(traitOf(map, HeadTrait::Itself), 0.75));
        QVERIFY(isNear(traitOf(map, HeadTrait::Spread), 1.5));
        QVERIFY(!traitOf(map, HeadTrait::Next)); // it lies in the future of each row
    }

    void betweenTwoTextsPlacesHaveNoMeaning()
    {
        const auto queries = tokensFrom({"le", "chat"}), keys = tokensFrom({"the", "cat", "."});
        const AttentionMap map{sliceOf({{0.5, 0.25, 0.25}, {0, 1, 0}}), queries, keys, false, false};
        for (const HeadTrait trait :
            {HeadTrait::Itself, HeadTrait::Previous, HeadTrait::Next, HeadTrait::Distance})
            QVERIFY(!traitOf(map, trait));
        QVERIFY(isNear(traitOf(map, HeadTrait::Punctuation), 0.125));
        QVERIFY(!traitOf(map, HeadTrait::Special));
    }

    void rowsThatAreMaskedWholeOrNoNumbersDoNotCount()
    {
        const auto tokens = tokensFrom({"a", "b", "c"});
        const float nan = std::nanf("");
        const AttentionMap map = selfMap({{0, 0, 0}, {nan, nan, nan}, {0, 0, 1}}, tokens);
        QVERIFY(isNear(traitOf(map, HeadTrait::Itself), 1));
        QVERIFY(!traitOf({}, HeadTrait::Spread));
    }

    void mapsWithTheSameRowsAreNoDistanceApartAndThoseWithNothingInCommonOne()
    {
        const MatrixSlice one = sliceOf({{1, 0}, {0.5, 0.5}}), other = sliceOf({{0, 1}, {0.5, 0.5}});
        QVERIFY(isNear(headDistance(one, one), 0));
        QVERIFY(isNear(headDistance(sliceOf({{1, 0}, {0, 1}}), sliceOf({{0, 1}, {1, 0}})), 1));
        QVERIFY(isNear(headDistance(one, other), std::sqrt(0.5))); // one row of two has nothing in common
        QVERIFY(isNear(headDistance(other, one), std::sqrt(0.5)));
        QVERIFY(!headDistance(one, sliceOf({{1, 0, 0}})));
    }

    void headsLikeOneComeNearestFirstAndWithoutItself()
    {
        const HeadDistances found{{AttentionSite::Encoder, 0, 1}, 2, {0.5, 0.0, std::nullopt, 0.25}};
        const HeadFigures figures = figuresOf(found);
        const auto near = figures.largest(5);
        QCOMPARE(near.size(), std::size_t(2));
        QVERIFY(near[0] == (HeadName{AttentionSite::Encoder, 1, 1}));
        QVERIFY(near[1] == (HeadName{AttentionSite::Encoder, 0, 0}));
        QCOMPARE(*figures.of(1, 1), 0.75);
        QCOMPARE(figures.limit(), 1.0);
    }

    void headsComeByTheirTraitLargestFirst()
    {
        HeadPatterns found{AttentionSite::Encoder, 2, std::vector<HeadPattern>(4)};
        const double spreads[] = {1, 8, 2, 4};
        for (std::size_t i = 0; i < 4; ++i)
            found.patterns[i][std::size_t(HeadTrait::Spread)] = spreads[i];
        const HeadFigures figures = figuresOf(found, HeadTrait::Spread);
        QCOMPARE(figures.limit(), 8.0);
        QCOMPARE(figures.largest(2),
            (std::vector{HeadName{AttentionSite::Encoder, 0, 1}, HeadName{AttentionSite::Encoder, 1, 1}}));
        QVERIFY(figuresOf(found, HeadTrait::Next).largest(9).empty());
    }

    void everyHeadOfARunHasAPattern()
    {
        const auto trace = std::make_shared<const Trace>(
            TraceBuilder().source("the cat sat .").target("le chat").layers(3).heads(2).build());
        for (const AttentionSite site :
            {AttentionSite::Encoder, AttentionSite::DecoderSelf, AttentionSite::DecoderCross}) {
            const HeadPatterns found = finish(*headPatternsJob(trace, site));
            QCOMPARE(found.patterns.size(), std::size_t(6));
            for (const HeadPattern& pattern : found.patterns)
                QVERIFY(*traitIn(pattern, HeadTrait::Spread) >= 1);
            const HeadDistances far = finish(*headDistancesJob(trace, {site, 1, 0}));
            QCOMPARE(far.distances.size(), std::size_t(6));
            QCOMPARE(*far.distances[2], 0.0);
            QCOMPARE(figuresOf(far).largest(9).size(), std::size_t(5));
        }
    }

    /** What is too large to keep is made a layer at a time, and gives the same numbers. */
    void aRunThatKeepsOnlyTheStreamHasTheSamePatterns()
    {
        const auto model =
            std::make_shared<const Model>(Model::load(GLASSFORMER_RESOURCES "/models/translator"));
        RunRequest request;
        request.text = std::string("The dog is big.");
        request.target_language = std::string("fr");
        const auto kept = std::make_shared<const Trace>(run(*model, request));
        const auto lean = std::make_shared<const Trace>(runLean(model, request, {}, 0));
        const HeadPatterns one = finish(*headPatternsJob(kept, AttentionSite::Encoder));
        const HeadPatterns other = finish(*headPatternsJob(lean, AttentionSite::Encoder));
        QCOMPARE(one.patterns.size(), other.patterns.size());
        for (std::size_t i = 0; i < one.patterns.size(); ++i)
            QVERIFY(isNear(
                traitIn(other.patterns[i], HeadTrait::Spread), *traitIn(one.patterns[i], HeadTrait::Spread)));
    }
};

QTEST_APPLESS_MAIN(TestHeadPattern)
#include "tst_head_pattern.moc"
