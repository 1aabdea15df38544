#include "core/error.h"
#include "core/file/bytes/folder_files.h"
#include "core/learn/corpus/pronoun_bank.h"
#include "core/learn/evaluation/evaluation.h"

#include <QtTest>

#include <cmath>

using namespace glassformer;

namespace {

std::shared_ptr<const Model> bundled(const char* name)
{
    return std::make_shared<const Model>(
        Model::load(std::filesystem::path(GLASSFORMER_RESOURCES "/models") / name));
}

const Corpus& world()
{
    static const Corpus corpus = Corpus::read(FolderFiles(GLASSFORMER_RESOURCES "/world"));
    return corpus;
}

} // namespace

class TestPronounBank : public QObject
{
    Q_OBJECT

private slots:
    /** evaluate() runs whole passes of its own over the same twins. */
    void evidenceAgreesWithTheEvaluation()
    {
        const auto model = bundled("translator");
        constexpr int twins = 12;
        EvaluationOptions options;
        options.twins = twins;
        options.sentences = 1;
        const Evaluation expected = evaluate(*model, world(), options);
        for (const bool clause_first : {false, true}) {
            const BankEvidence found = finish(
                *bankEvidenceJob(model, pronounBank(*model, world(), twins, options.seed, clause_first)));
            QCOMPARE(found.twins, twins);
            for (const HeadScore& score : expected.heads)
                for (const HeadEvidence& head : found.heads)
                    if (head.head == score.name) {
                        if (!clause_first)
                            QCOMPARE(head.looks.value_or(-1), int(std::lround(score.from_it_both * twins)));
                        QCOMPARE(head.right_without,
                            int(std::lround(
                                (clause_first ? score.clause_first_both_without : score.pair_both_without)
                                * twins)));
                        QCOMPARE(head.is_removed, score.is_removed);
                        QVERIFY(head.right_without >= found.right - head.lost);
                    }
        }
    }

    /** The examples are twins of the bank, ordered by what the head does there. */
    void theStrongestAndTheWeakestExamplesAreNamed()
    {
        const auto model = bundled("translator");
        const BankEvidence found = finish(*bankEvidenceJob(model, pronounBank(*model, world(), 8, 3)));
        QCOMPARE(found.bank->size(), std::size_t(8));
        for (const HeadEvidence& head : found.heads) {
            QCOMPARE(head.in_twins.size(), std::size_t(8));
            int looks = 0;
            for (const HeadInTwin& in : head.in_twins)
                looks += in.lead && *in.lead > 0;
            QCOMPARE(looks, head.looks.value_or(0));
            const std::vector<int> strong = exampleTwins(head, 3, true), weak = exampleTwins(head, 8, false);
            QCOMPARE(strong.size(), std::size_t(3));
            const auto sizeOf = [&](int twin) {
                const HeadInTwin& in = head.in_twins[std::size_t(twin)];
                return in.lead ? *in.lead : -in.moved;
            };
            for (std::size_t i = 0; i < weak.size(); ++i)
                QVERIFY(sizeOf(strong.front()) >= sizeOf(weak[i]) && sizeOf(weak.front()) <= sizeOf(weak[i]));
        }
    }

    void whatIsKnownSoFarIsPublished()
    {
        const auto model = bundled("translator");
        const auto job = bankEvidenceJob(model, pronounBank(*model, world(), 3, 1));
        QVERIFY(job->advance({}));
        const auto first = job->takeNews();
        QVERIFY(first && first->twins == 1 && first->of == 3);
        QVERIFY_EXCEPTION_THROWN(bankEvidenceJob(model, {}), Error);
        QVERIFY_EXCEPTION_THROWN(pronounBank(*bundled("gap"), world(), 3, 1), Error);
    }

    /** Against values worked out by hand: 0 of 10, 5 of 10, 10 of 10. */
    void intervalsAreWilsons()
    {
        QVERIFY(std::abs(shareOf(0, 10).high - 0.27753) < 1e-4);
        QCOMPARE(shareOf(0, 10).low, 0.0);
        QVERIFY(std::abs(shareOf(5, 10).low - 0.23659) < 1e-4);
        QVERIFY(std::abs(shareOf(5, 10).high - 0.76341) < 1e-4);
        QVERIFY(std::abs(shareOf(10, 10).low - 0.72247) < 1e-4);
        QCOMPARE(shareOf(10, 10).share, 1.0);
        QCOMPARE(shareOf(0, 0).high, 1.0);
    }
};

QTEST_GUILESS_MAIN(TestPronounBank)
#include "tst_pronoun_bank.moc"
