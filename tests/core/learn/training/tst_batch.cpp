#include "core/learn/training/batch.h"

#include <QtTest>

#include <array>
#include <set>
#include <utility>

using namespace glassformer;

/** Source "it noun rival it", target likewise: token 1 is the antecedent, 2 the rival, 0 the pronoun. */
class TestBatch : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        EncodedSentence sentence;
        for (std::size_t language = 0; language < language_count; ++language) {
            sentence.ids[language] = {10, 11, 12, 2};
            sentence.pronoun[language] = {0, 1};
            sentence.antecedent[language] = {1, 2};
            sentence.rival[language] = {2, 3};
        }
        m_corpus = {sentence};
        m_special.start = 1;
        m_special.end = 2;
        m_special.targets = {{"fr", 5}};
        m_stage = {};
        m_stage.directions = {{{Language::English, Language::French}, 1}};
    }

    void sourceBeginsWithTheTargetTokenAndTargetWithTheStart()
    {
        const TrainingBatch batch = make();
        QCOMPARE(batch.source, (std::vector<int>{5, 10, 11, 12, 2}));
        QCOMPARE(batch.target_in, (std::vector<int>{1, 10, 11, 12}));
        QCOMPARE(batch.target_out, (std::vector<int>{10, 11, 12, 2}));
    }

    void aLateReferenceCutsThePronounFromBothCandidatesAlike()
    {
        QVERIFY(make().early_cuts.empty());
        m_stage.late_reference = 1;
        const TrainingBatch batch = make();
        QCOMPARE(batch.early_cuts.size(), std::size_t(2));
        for (std::size_t i = 0; i < 2; ++i) {
            QCOMPARE(batch.early_cuts[i].query, 1); // the target token stands in front
            QCOMPARE(batch.early_cuts[i].key, int(i) + 2);
            QCOMPARE(batch.early_cuts[i].head, -1);
        }
        QVERIFY(batch.cuts.empty());
    }

    void apartTheClauseOfThePronounAndTheRestDoNotLookAtEachOther()
    {
        sayTheCatTheDogBecauseItTired();
        m_stage.late_reference = 1;
        QVERIFY(make().encoder_cuts.empty());
        m_stage.apart = 1;
        const TrainingBatch batch = make();
        // The target token stands in front; the clause is 3 to 5 ("because it tired"), the nouns are 1 and 2.
        std::set<std::pair<int, int>> edges, expected;
        for (const AttentionControl<float>::Cut& cut : batch.encoder_cuts) {
            QCOMPARE(cut.head, -1);
            edges.emplace(cut.query, cut.key);
        }
        for (int token = 1; token <= 6; ++token)
            expected.emplace(0, token);
        for (const int inside : {3, 4, 5})
            for (const int outside : {1, 2, 6}) {
                expected.emplace(outside, inside);
                if (inside != 4 || outside == 6)
                    expected.emplace(inside, outside);
            }
        QCOMPARE(edges, expected);
        QCOMPARE(batch.early_cuts.size(), std::size_t(2)); // from the pronoun to the nouns, but for one head
    }

    void apartTheDecoderWritesThePronounFromItsClauseAlone()
    {
        sayTheCatTheDogBecauseItTired();
        m_stage.late_reference = 1;
        m_stage.apart = 1;
        const TrainingBatch batch = make();
        QCOMPARE(batch.cuts.size(), std::size_t(3));
        for (std::size_t i = 0; i < 3; ++i) {
            QCOMPARE(batch.cuts[i].query, 3);
            QCOMPARE(batch.cuts[i].key, (std::array{1, 2, 6})[i]);
        }
        QCOMPARE(batch.written_cuts.size(), std::size_t(2)); // of what it wrote, the last word stays
        QCOMPARE(batch.written_cuts[0].key, 1);
        QCOMPARE(batch.written_cuts[1].key, 2);
    }

    void aHintTellsTheRightCandidateAlone()
    {
        m_stage.sharpen = 1;
        m_stage.hint = 1;
        const TrainingBatch batch = make();
        QCOMPARE(batch.referring.size(), std::size_t(1));
        QCOMPARE(int(batch.referring[0].antecedent.begin), 2);
        QCOMPARE(int(batch.referring[0].rival.begin), 2);
    }

    void aSharpReferenceNamesThePronounAndBothCandidates()
    {
        QVERIFY(make().referring.empty());
        m_stage.sharpen = 1;
        const TrainingBatch batch = make();
        QCOMPARE(batch.referring.size(), std::size_t(1));
        QCOMPARE(batch.referring[0].row, 1); // the target token stands in front
        QCOMPARE(int(batch.referring[0].antecedent.begin), 2);
        QCOMPARE(int(batch.referring[0].rival.begin), 3);
        m_corpus[0].rival = {};
        QVERIFY(make().referring.empty());
    }

    void aPronounMaskCutsTheDecoderFromBothCandidates()
    {
        m_stage.pronoun_mask = 1;
        const TrainingBatch batch = make();
        QCOMPARE(batch.cuts.size(), std::size_t(2));
        QCOMPARE(batch.cuts[0].query, 0);
        QCOMPARE(batch.cuts[0].key, 2);
        QCOMPARE(batch.cuts[1].key, 3);
    }

    void droppedWordsBecomeUnknownButNeverTheEnd()
    {
        m_special.unknown = 3;
        m_stage.drop_sentences = 1;
        m_stage.drop_words = 1;
        QCOMPARE(make().source, (std::vector<int>{5, 3, 3, 3, 2}));
    }

    void clauseFirstSentencesComeOftenerWhereTheStageAsks()
    {
        m_corpus.push_back(m_corpus[0]);
        m_corpus[1].clause_first = true;
        m_stage.clause_first_boost = 3;
        m_stage.target_tokens = 1000;
        Random random(4);
        int first = 0, all = 0;
        for (const auto& batch : drawChunk(m_corpus, m_stage, random))
            for (const DrawnSentence& drawn : batch) {
                first += drawn.sentence == 1 ? 1 : 0;
                ++all;
            }
        QVERIFY(std::abs(double(first) / all - 0.75) < 0.03);
    }

private:
    void sayTheCatTheDogBecauseItTired()
    {
        for (std::size_t language = 0; language < language_count; ++language) {
            m_corpus[0].ids[language] = {10, 11, 12, 13, 14, 2};
            m_corpus[0].antecedent[language] = {0, 1};
            m_corpus[0].rival[language] = {1, 2};
            m_corpus[0].pronoun[language] = {3, 4};
            m_corpus[0].cue[language] = {4, 5};
        }
    }

    TrainingBatch make() const
    {
        Random random(1);
        const std::vector<DrawnSentence> drawn{{0, {Language::English, Language::French}}};
        return makeBatch(drawn, m_corpus, m_special, m_stage, random);
    }

    std::vector<EncodedSentence> m_corpus;
    SpecialTokens m_special;
    Stage m_stage;
};

QTEST_APPLESS_MAIN(TestBatch)
#include "tst_batch.moc"
