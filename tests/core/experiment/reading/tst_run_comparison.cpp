#include "core/error.h"
#include "core/experiment/reading/run_comparison.h"
#include "core/model/tensor_name.h"
#include "tests/builders/plain_transformer.h"
#include "tests/builders/small_model.h"

#include <QtTest>

#include <cmath>

using namespace glassformer;

/** Differences of two runs, against those of two runs of a second implementation. */
class TestRunComparison : public QObject
{
    Q_OBJECT

private slots:
    void everyCellIsTheDistanceOfThePlainVectors_data()
    {
        QTest::addColumn<QString>("kind");
        for (const char* kind : small_model_kinds)
            QTest::newRow(kind) << QString::fromLatin1(kind);
    }
    void everyCellIsTheDistanceOfThePlainVectors()
    {
        QFETCH(QString, kind);
        const SmallModel small = smallModel(kind.toStdString(), GLASSFORMER_RESOURCES "/models");
        const bool has_encoder = small.exact.config.hasEncoder();
        const AttentionSite stack = has_encoder ? AttentionSite::Encoder : AttentionSite::DecoderSelf;
        const auto one = runOf(small.model, "The animal was too tired."),
                   other = runOf(small.model, "The animal was too wide.");
        const StreamComparison found = compareStreams(*one, *other, stack);
        PlainTransformer plain{small.exact}, other_plain{small.exact};
        plain.run(idsOf(has_encoder ? one->source : one->target), idsOf(one->target));
        other_plain.run(idsOf(has_encoder ? other->source : other->target), idsOf(other->target));
        QCOMPARE(found.tensors.size(), std::size_t(3));
        for (std::size_t l = 0; l < found.tensors.size(); ++l)
            for (std::size_t t = 0; t < found.cells[l].size(); ++t) {
                const auto& x = plain.records.at(found.tensors[l]);
                const auto& y = other_plain.records.at(found.tensors[l]);
                double squares = 0;
                for (int i = 0; i < x.cols(); ++i)
                    squares += std::pow(x(int(t), i) - y(int(t), i), 2);
                QVERIFY(std::abs(found.cells[l][t]->distance - std::sqrt(squares)) < 1e-4);
            }
        firstDifferences(found, *one, *other);
    }

    void theDifferenceOfATensorIsSecondMinusFirst()
    {
        const SmallModel small =
            smallModel("encoder-decoder, norm before, learned", GLASSFORMER_RESOURCES "/models");
        const auto one = runOf(small.model, "The animal was too tired."),
                   other = runOf(small.model, "The animal was too wide."),
                   shorter = runOf(small.model, "The animal was tired.");
        const std::string name = "encoder.1.self_attention.weights";
        const Tensor difference = tensorDifference(*one, *other, name);
        QCOMPARE(difference.shape, one->tensor(name)->shape);
        for (std::size_t i = 0; i < difference.values.size(); ++i)
            QVERIFY(
                std::abs(difference.values[i] + one->tensor(name)->values[i] - other->tensor(name)->values[i])
                < 1e-6f);
        QVERIFY_EXCEPTION_THROWN(tensorDifference(*one, *shorter, name), Error);
        QVERIFY_EXCEPTION_THROWN(tensorDifference(*one, *other, "encoder.9.output"), Error);
    }

    void textsOfDifferentLengthsAreRefusedOrAligned()
    {
        const SmallModel small =
            smallModel("encoder-decoder, norm before, learned", GLASSFORMER_RESOURCES "/models");
        const auto one = runOf(small.model, "The animal was too tired."),
                   shorter = runOf(small.model, "The animal was tired.");
        QVERIFY_EXCEPTION_THROWN(compareStreams(*one, *shorter, AttentionSite::Encoder), Error);
        const StreamComparison found = compareStreams(*one, *shorter, AttentionSite::Encoder, true);
        QCOMPARE(std::count(found.counterparts.begin(), found.counterparts.end(), -1), std::ptrdiff_t(1));
        const SmallModel alone =
            smallModel("decoder-only, norm before, rotary", GLASSFORMER_RESOURCES "/models");
        QVERIFY_EXCEPTION_THROWN(
            compareStreams(*one, *runOf(alone.model, "The animal."), AttentionSite::Encoder), Error);
    }

private:
    /** Only the word that differs enters differently; a causal stack passes that to nothing before it. */
    static void firstDifferences(const StreamComparison& found, const Trace& one, const Trace& other)
    {
        const bool is_causal = !one.config.hasEncoder();
        int changed = 0;
        while (one.source[std::size_t(changed)].id == other.source[std::size_t(changed)].id)
            ++changed;
        for (int t = 0; t <= changed; ++t) {
            const auto first = found.firstDifference(t);
            if (t == changed)
                QCOMPARE(first, std::optional(0));
            else
                QCOMPARE(first, is_causal ? std::nullopt : std::optional(1));
        }
    }
};

QTEST_GUILESS_MAIN(TestRunComparison)
#include "tst_run_comparison.moc"
