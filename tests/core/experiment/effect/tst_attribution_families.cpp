#include "core/error.h"
#include "core/experiment/effect/asked_word.h"
#include "core/experiment/effect/attribution.h"
#include "core/trace/record/tensor_slice.h"

#include <QtTest>

#include <cmath>
#include <filesystem>

using namespace glassformer;

namespace {

std::filesystem::path models()
{
    return std::filesystem::path(GLASSFORMER_TEST_DATA) / "models";
}

/** A run of a few words and a word of it. */
WordQuestion questionOf(const QString& folder)
{
    const auto model = std::make_shared<const Model>(Model::load(models() / folder.toStdString()));
    RunRequest request{"The bridge was wide", {}, {}, {}, {}};
    request.decoding.max_new_tokens = 3;
    WordQuestion question{model, std::make_shared<const Trace>(runLean(model, request)), {}};
    const int rows = question.trace->config.has_output ? question.trace->rows() : 0;
    if (const auto asked = askedWord(*question.trace, std::max(0, rows - 2)))
        question.asked = *asked;
    return question;
}

/** ln p of the word where every vector from the table is so many times what it is; measured by the run itself. */
double logOf(const WordTrials& trials, const std::vector<double>& factors)
{
    const MatrixSlice embedding = matrixOf(trials.trace(), source_embedding_tensor);
    Changes changes;
    for (std::size_t t = 0; t < factors.size(); ++t) {
        Change change{source_embedding_tensor, every, int(t)};
        for (const float number : embedding.row(int(t)))
            change.values.push_back(float(factors[t] * double(number)));
        changes.push_back(std::move(change));
    }
    return logProbability(trials.logits(changes), trials.question().asked.token.id);
}

} // namespace

/** Gradients in checkpoints of every family, their weights packed and run as they are opened. */
class TestAttributionFamilies : public QObject
{
    Q_OBJECT

private:
    static void folders()
    {
        QTest::addColumn<QString>("folder");
        for (const auto& entry : std::filesystem::directory_iterator(models()))
            if (entry.is_directory()) {
                const std::string name = entry.path().filename().string();
                QTest::newRow(name.c_str()) << QString::fromStdString(name);
            }
    }

private slots:
    void theSlopeIsThatOfFiniteDifferences_data() { folders(); }
    void theSlopeIsThatOfFiniteDifferences()
    {
        QFETCH(QString, folder);
        const WordQuestion question = questionOf(folder);
        const AttributionTask by_gradient{AttributionMethod::GradientTimesInput};
        if (!question.trace->config.has_output) {
            QVERIFY_EXCEPTION_THROWN(attributionJob(question, by_gradient), Error);
            return;
        }
        const Attribution slopes = finish(*attributionJob(question, by_gradient));
        const WordTrials trials(question);
        double largest = 0;
        for (const auto& part : slopes.parts)
            largest = std::max(largest, std::abs(*part));
        QVERIFY(largest > 1e-4);
        for (std::size_t t = 0; t < slopes.parts.size(); ++t) {
            // In single precision: a step so wide that rounding doesn't matter, its error removed by a second one.
            const auto difference = [&](double step) {
                std::vector<double> above(slopes.parts.size(), 1), below = above;
                above[t] += step;
                below[t] -= step;
                return (logOf(trials, above) - logOf(trials, below)) / (2 * step);
            };
            const double expected = (4 * difference(0.01) - difference(0.02)) / 3;
            QVERIFY2(std::abs(*slopes.parts[t] - expected) < 0.01 * largest + 3e-4,
                qPrintable(QString("%1: %2 instead of %3").arg(t).arg(*slopes.parts[t]).arg(expected)));
        }
    }

    void theWholeWayAddsUpToTheDifference_data() { folders(); }
    void theWholeWayAddsUpToTheDifference()
    {
        QFETCH(QString, folder);
        const WordQuestion question = questionOf(folder);
        if (!question.trace->config.has_output)
            return;
        const Attribution way = finish(*attributionJob(question, {AttributionMethod::IntegratedGradients}));
        const double whole = way.value - way.blank_value;
        QCOMPARE(way.done, way.steps);
        QVERIFY2(std::abs(way.missing) < 0.05 * std::abs(whole) + 0.002,
            qPrintable(QString("%1 of %2 in %3 steps").arg(way.missing).arg(whole).arg(way.done)));
    }
};

QTEST_GUILESS_MAIN(TestAttributionFamilies)
#include "tst_attribution_families.moc"
