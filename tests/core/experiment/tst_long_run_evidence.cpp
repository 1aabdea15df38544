#include "core/experiment/effect/attribution.h"
#include "core/experiment/effect/part_ranking.h"
#include "core/experiment/effect/patch_table.h"
#include "core/experiment/reading/logit_lens.h"
#include "core/experiment/reading/run_comparison.h"
#include "core/experiment/reading/word_votes.h"
#include "core/trace/look/view.h"
#include "tests/builders/small_model.h"

#include <QtTest>

#include <cmath>

using namespace glassformer;

namespace {

bool isNear(double one, double other)
{
    return std::abs(one - other) < 1e-5;
}

} // namespace

/** A run that kept only the stream between its layers says the same as one that kept everything. */
class TestLongRunEvidence : public QObject
{
    Q_OBJECT

private slots:
    void experimentsFindTheSame_data()
    {
        QTest::addColumn<QString>("kind");
        for (const char* kind : small_model_kinds)
            QTest::newRow(kind) << QString::fromLatin1(kind);
    }
    void experimentsFindTheSame()
    {
        QFETCH(QString, kind);
        const SmallModel small = smallModel(kind.toStdString(), GLASSFORMER_RESOURCES "/models");
        const bool has_encoder = small.exact.config.hasEncoder();
        const AttentionSite stack = has_encoder ? AttentionSite::Encoder : AttentionSite::DecoderSelf;
        const auto whole = runOf(small.model, "The animal was too tired.");
        const auto lean = std::make_shared<const Trace>(runLean(small.model, requestOf(*whole), {}, 0));
        QVERIFY(lean->late && !whole->late);
        const AskedWord asked = *askedWord(*whole, 2);
        const WordQuestion one{small.model, whole, asked}, other{small.model, lean, asked};

        const RankingTask ranking{headsOf(small.exact.config), Ablation::Mean, 1};
        const PartRanking ranked = finish(*partRankingJob(one, ranking)),
                          again = finish(*partRankingJob(other, ranking));
        for (std::size_t i = 0; i < ranked.single.size(); ++i)
            QVERIFY(isNear(ranked.single[i].effect.moved(), again.single[i].effect.moved()));
        QVERIFY(isNear(ranked.groups.front().effect.after, again.groups.front().effect.after));

        const WordVotes votes = wordVotes(*small.model, *whole, asked),
                        votes_again = wordVotes(*small.model, *lean, asked);
        QCOMPARE(votes.votes.size(), votes_again.votes.size());
        for (std::size_t i = 0; i < votes.votes.size(); ++i)
            QVERIFY(isNear(votes.votes[i].logit, votes_again.votes[i].logit));

        const LogitLens lens = finish(*logitLensJob({small.model, whole})),
                        lens_again = finish(*logitLensJob({small.model, lean}));
        for (std::size_t l = 0; l < lens.cells.size(); ++l)
            for (std::size_t t = 0; t < lens.cells[l].size(); ++t)
                QVERIFY(isNear(lens.cells[l][t].asked.probability, lens_again.cells[l][t].asked.probability));

        PatchTask patch{requestOf(*whole), stack, PatchedRecord::FeedForward};
        patch.other.text = "The street was too tired.";
        const PatchTable table = finish(*patchTableJob(one, patch)),
                         table_again = finish(*patchTableJob(other, patch));
        for (std::size_t l = 0; l < table.cells.size(); ++l)
            for (std::size_t t = 0; t < table.cells[l].size(); ++t)
                QVERIFY(isNear(table.cells[l][t]->value, table_again.cells[l][t]->value));

        const Attribution did = finish(*attributionJob(one, {AttributionMethod::Blanked})),
                          did_again = finish(*attributionJob(other, {AttributionMethod::Blanked}));
        for (std::size_t t = 0; t < did.parts.size(); ++t)
            QVERIFY(isNear(*did.parts[t], *did_again.parts[t]));
        const auto attention = attentionOf(did, *whole, 1, every),
                   attention_again = attentionOf(did, *lean, 1, every);
        for (std::size_t t = 0; t < attention.size(); ++t)
            QVERIFY(isNear(attention[t], attention_again[t]));

        for (const auto& cells : compareStreams(*whole, *lean, stack).cells)
            for (const auto& cell : cells)
                QVERIFY(cell->relative < 1e-5);
    }
};

QTEST_GUILESS_MAIN(TestLongRunEvidence)
#include "tst_long_run_evidence.moc"
