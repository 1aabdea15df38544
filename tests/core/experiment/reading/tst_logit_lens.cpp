#include "core/experiment/reading/logit_lens.h"
#include "core/model/changes/change.h"
#include "tests/builders/log_probability.h"
#include "tests/builders/plain_transformer.h"
#include "tests/builders/small_model.h"

#include <QtTest>

#include <cmath>

using namespace glassformer;

/** What a layer would say is what a second implementation says whose layers above pass on what they get. */
class TestLogitLens : public QObject
{
    Q_OBJECT

private slots:
    void aLayerSaysWhatTheModelWithoutTheLayersAboveItSays_data()
    {
        QTest::addColumn<QString>("kind");
        for (const char* kind : small_model_kinds)
            QTest::newRow(kind) << QString::fromLatin1(kind);
    }
    void aLayerSaysWhatTheModelWithoutTheLayersAboveItSays()
    {
        QFETCH(QString, kind);
        const SmallModel small = smallModel(kind.toStdString(), GLASSFORMER_RESOURCES "/models");
        const ModelConfig& config = small.exact.config;
        const auto trace = runOf(small.model, "The animal was too tired.");
        const LogitLens lens = finish(*logitLensJob({small.model, trace, 4}));
        QCOMPARE(lens.tensors.size(), std::size_t(3));
        QCOMPARE(lens.cells.size(), std::size_t(3));
        QCOMPARE(lens.applies_norm, kind.contains("before"));
        const std::string stack = config.hasDecoder() ? "decoder." : "encoder.";
        for (int height = 0; height < 3; ++height) {
            PlainTransformer plain{small.exact};
            for (int layer = height; layer < 2; ++layer)
                plain.layer_off[stack + std::to_string(layer)] = true;
            const Matrix<double> words = plain.run(
                config.hasEncoder() ? idsOf(trace->source) : idsOf(trace->target), idsOf(trace->target));
            const auto& cells = lens.cells[std::size_t(height)];
            QCOMPARE(int(cells.size()), int(words.rows()));
            for (int row = 0; row < words.rows(); ++row)
                compare(cells[std::size_t(row)], words, row, trace->written[std::size_t(row)].id);
        }
    }

    void aWordCanBeAskedForEverywhere()
    {
        const SmallModel small =
            smallModel("decoder-only, norm before, rotary", GLASSFORMER_RESOURCES "/models");
        const auto trace = runOf(small.model, "The animal was too tired.");
        const LogitLens lens = finish(*logitLensJob({small.model, trace, 1, 17}));
        for (const auto& cells : lens.cells)
            for (const LensCell& cell : cells) {
                QCOMPARE(cell.asked.id, 17);
                QCOMPARE(cell.likeliest.size(), std::size_t(1));
                QCOMPARE(cell.rank == 0, cell.likeliest.front().id == 17);
            }
    }

    void theLastRowIsWhatTheChangedRunSays()
    {
        const SmallModel small =
            smallModel("encoder-decoder, norm before, learned", GLASSFORMER_RESOURCES "/models");
        Change change{"logits", every, 0, 23};
        change.values = {99};
        const auto trace = runOf(small.model, "The animal was too tired.", {change});
        const LogitLens lens = finish(*logitLensJob({small.model, trace, 1}));
        QCOMPARE(lens.cells.back().front().likeliest.front().id, 23);
        QVERIFY(lens.cells[1].front().likeliest.front().probability < 0.9);
    }

private:
    static void compare(const LensCell& cell, const Matrix<double>& words, int row, int written)
    {
        const double total = words(row, 0) - plainLogProbability(words, row, 0);
        const auto probability = [&](int id) { return std::exp(words(row, id) - total); };
        QCOMPARE(cell.asked.id, written);
        QVERIFY(std::abs(cell.asked.probability - probability(written)) < 1e-5);
        double smallest = 2;
        for (const LensWord& word : cell.likeliest) {
            QVERIFY(std::abs(word.probability - probability(word.id)) < 1e-5);
            QVERIFY(word.probability <= smallest);
            smallest = word.probability;
        }
        int better = 0, likelier = 0;
        for (int id = 0; id < words.cols(); ++id) {
            better += probability(id) > smallest + 1e-5 ? 1 : 0;
            likelier += words(row, id) > words(row, written) ? 1 : 0;
        }
        QVERIFY(better < int(cell.likeliest.size()));
        QVERIFY(std::abs(cell.rank - likelier) <= 1);
    }
};

QTEST_GUILESS_MAIN(TestLogitLens)
#include "tst_logit_lens.moc"
