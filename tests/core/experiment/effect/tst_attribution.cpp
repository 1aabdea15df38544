#include "core/error.h"
#include "core/experiment/effect/attribution.h"
#include "core/experiment/effect/rank_correlation.h"
#include "tests/builders/log_probability.h"
#include "tests/builders/plain_transformer.h"
#include "tests/builders/small_model.h"

#include <QtTest>

#include <cmath>

using namespace glassformer;

namespace {

const std::string text = "The animal was too tired.";

WordQuestion questionOf(const SmallModel& small, const Changes& changes = {})
{
    WordQuestion question{small.model, runOf(small.model, text, changes), {}};
    const bool has_decoder = small.exact.config.hasDecoder();
    question.asked = *askedWord(*question.trace, has_decoder ? question.trace->rows() - 2 : 2);
    return question;
}

/** The plain model on tokens of one's own, each vector from the table times a factor. */
struct PlainReading
{
    const SmallModel& small;
    const WordQuestion& question;
    PlainTransformer::Hook change = [](const std::string&, int, Matrix<double>&) {};

    std::vector<int> read() const
    {
        const Trace& trace = *question.trace;
        std::vector<int> ids = idsOf(small.exact.config.hasEncoder() ? trace.source : trace.target);
        if (!small.exact.config.hasEncoder())
            ids.resize(std::size_t(question.asked.position) + 1);
        return ids;
    }

    double logOf(const std::vector<int>& ids, int row, const std::vector<double>& factors = {}) const
    {
        PlainTransformer plain{small.exact};
        plain.hook = [&](const std::string& name, int head, Matrix<double>& rows) {
            change(name, head, rows);
            if (name == "source.embedding")
                for (std::size_t t = 0; t < factors.size(); ++t)
                    rows.row(int(t)) *= factors[t];
        };
        return plainLogProbability(
            plain.run(ids, idsOf(question.trace->target)), row, question.asked.token.id);
    }
    double logOf(const std::vector<double>& factors = {}) const
    {
        return logOf(read(), question.asked.position, factors);
    }

    /** Slope along the vector of one token, all vectors being `share` of what they are. */
    double slope(std::size_t token, double share) const
    {
        const double step = 1e-5;
        std::vector<double> above(read().size(), share), below = above;
        above[token] += step;
        below[token] -= step;
        return (logOf(above) - logOf(below)) / (2 * step);
    }
};

} // namespace

/** What each token did, against a second implementation: tokens taken out by hand, and slopes by finite differences. */
class TestAttribution : public QObject
{
    Q_OBJECT

private:
    static void kinds()
    {
        QTest::addColumn<QString>("kind");
        for (const char* kind : small_model_kinds)
            QTest::newRow(kind) << QString::fromLatin1(kind);
    }
    static void addsUp(const WordQuestion& question)
    {
        const Attribution way = finish(*attributionJob(question, {AttributionMethod::IntegratedGradients}));
        const double whole = way.value - way.blank_value;
        QCOMPARE(way.done, way.steps);
        QVERIFY2(std::abs(way.missing) < 0.05 * std::abs(whole) + 0.002,
            qPrintable(QString("%1 of %2 in %3").arg(way.missing).arg(whole).arg(way.done)));
    }
    static SmallModel fetched()
    {
        QFETCH(QString, kind);
        return smallModel(kind.toStdString(), GLASSFORMER_RESOURCES "/models");
    }

private slots:
    void aTokenLeftOutIsOneThatThePlainModelDoesNotRead_data() { kinds(); }
    void aTokenLeftOutIsOneThatThePlainModelDoesNotRead()
    {
        const SmallModel small = fetched();
        const WordQuestion question = questionOf(small);
        const PlainReading plain{small, question};
        const Attribution removed = finish(*attributionJob(question, {AttributionMethod::Removed}));
        const Attribution blanked = finish(*attributionJob(question, {AttributionMethod::Blanked}));
        const std::vector<int> ids = plain.read();
        QCOMPARE(removed.parts.size(), ids.size());
        QVERIFY(std::abs(removed.value - plain.logOf()) < 1e-4);
        for (std::size_t t = 0; t < ids.size(); ++t) {
            std::vector<double> factors(ids.size(), 1);
            factors[t] = 0;
            QVERIFY(std::abs(*blanked.parts[t] - (plain.logOf() - plain.logOf(factors))) < 1e-4);
            const bool is_gap = !small.exact.config.hasDecoder() && int(t) == question.asked.position;
            QCOMPARE(removed.parts[t].has_value(), !is_gap);
            if (is_gap)
                continue;
            std::vector<int> fewer = ids;
            fewer.erase(fewer.begin() + int(t));
            const bool moves = !small.exact.config.hasCrossAttention() && int(t) <= question.asked.position;
            const double without = plain.logOf(fewer, question.asked.position - (moves ? 1 : 0));
            QVERIFY(std::abs(*removed.parts[t] - (plain.logOf() - without)) < 1e-4);
        }
    }

    void aMaskStandsWhereTheTokenStood()
    {
        const SmallModel small =
            smallModel("encoder-only, norm after, learned", GLASSFORMER_RESOURCES "/models");
        const WordQuestion question = questionOf(small);
        const PlainReading plain{small, question};
        const Attribution masked = finish(*attributionJob(question, {AttributionMethod::Masked}));
        for (std::size_t t = 0; t < masked.parts.size(); ++t) {
            std::vector<int> ids = plain.read();
            ids[t] = small.model->tokenizer.specialTokens().mask;
            QVERIFY(std::abs(*masked.parts[t] - (plain.logOf() - plain.logOf(ids, question.asked.position)))
                < 1e-4);
        }
    }

    void slopesAreThoseOfFiniteDifferences_data() { kinds(); }
    void slopesAreThoseOfFiniteDifferences()
    {
        const SmallModel small = fetched();
        const WordQuestion question = questionOf(small);
        const PlainReading plain{small, question};
        const Attribution slopes = finish(*attributionJob(question, {AttributionMethod::GradientTimesInput}));
        const Attribution way =
            finish(*attributionJob(question, {AttributionMethod::IntegratedGradients, 4}));
        for (std::size_t t = 0; t < slopes.parts.size(); ++t) {
            QVERIFY(std::abs(*slopes.parts[t] - plain.slope(t, 1)) < 1e-3);
            // Simpson's rule on the upper half; the lower one by its middle.
            const double mean = plain.slope(t, 0.25) / 2
                + (plain.slope(t, 0.5) + 4 * plain.slope(t, 0.75) + plain.slope(t, 1)) / 12;
            QVERIFY2(std::abs(*way.parts[t] - mean) < 3e-3 * (1 + std::abs(mean)),
                qPrintable(QString("%1 instead of %2").arg(*way.parts[t]).arg(mean)));
        }
    }

    void changesOfTheRunStayAndWhatTheySetAnswersToNothing_data() { kinds(); }
    void changesOfTheRunStayAndWhatTheySetAnswersToNothing()
    {
        const SmallModel small = fetched();
        const std::string stack = small.exact.config.hasEncoder() ? "encoder" : "decoder";
        const AttentionSite site =
            small.exact.config.hasEncoder() ? AttentionSite::Encoder : AttentionSite::DecoderSelf;
        Change hidden{stack + ".0.feed_forward.hidden", every, 1};
        hidden.values = {0.75f};
        Change number{stack + ".0.output", every, 2, 3};
        number.values = {-0.5f};
        const WordQuestion question = questionOf(small, {headOff({site, 0, 1}), hidden, number});
        PlainReading plain{small, question};
        plain.change = [&stack](const std::string& name, int head, Matrix<double>& rows) {
            if (name == stack + ".0.self_attention.mixed" && head == 1)
                rows.setZero();
            else if (name == stack + ".0.feed_forward.hidden")
                rows.row(1).setConstant(0.75);
            else if (name == stack + ".0.output")
                rows(2, 3) = -0.5;
        };
        const Attribution slopes = finish(*attributionJob(question, {AttributionMethod::GradientTimesInput}));
        QVERIFY(std::abs(slopes.value - plain.logOf()) < 1e-4);
        for (std::size_t t = 0; t < slopes.parts.size(); ++t)
            QVERIFY(std::abs(*slopes.parts[t] - plain.slope(t, 1)) < 1e-3);
        const Attribution way =
            finish(*attributionJob(question, {AttributionMethod::IntegratedGradients, 1}));
        QVERIFY(std::abs(way.blank_value - plain.logOf(std::vector<double>(plain.read().size(), 0))) < 1e-4);
    }

    void whatTheWayLacksIsSaid_data() { kinds(); }
    void whatTheWayLacksIsSaid()
    {
        const SmallModel small = fetched();
        const WordQuestion question = questionOf(small);
        const PlainReading plain{small, question};
        const Attribution way =
            finish(*attributionJob(question, {AttributionMethod::IntegratedGradients, 8}));
        const double blank = plain.logOf(std::vector<double>(plain.read().size(), 0));
        QVERIFY(std::abs(way.blank_value - blank) < 1e-4);
        double sum = 0;
        for (const auto& part : way.parts)
            sum += *part;
        QVERIFY(std::abs(way.missing - (plain.logOf() - blank - sum)) < 2e-4);
    }

    void theWholeWayAddsUpToTheDifference_data() { kinds(); }
    void theWholeWayAddsUpToTheDifference()
    {
        const SmallModel small = fetched();
        addsUp(questionOf(small));
    }

    void theWholeWayAddsUpInTrainedModelsToo()
    {
        for (const char* const name : {"next-word", "gap"}) {
            const auto model = std::make_shared<const Model>(
                Model::load(std::filesystem::path(GLASSFORMER_RESOURCES "/models") / name));
            WordQuestion question{model, runOf(model, text), {}};
            question.asked = *askedWord(*question.trace, 3);
            addsUp(question);
        }
    }

    void whatIsNotPossibleIsRefused()
    {
        const SmallModel small =
            smallModel("decoder-only, norm after, sinusoidal", GLASSFORMER_RESOURCES "/models");
        const WordQuestion question = questionOf(small, {headOff({AttentionSite::DecoderSelf, 0, 0})});
        if (small.model->tokenizer.specialTokens().mask < 0)
            QVERIFY_EXCEPTION_THROWN(attributionJob(question, {AttributionMethod::Masked}), Error);
        QCOMPARE(finish(*attributionJob(question, {})).done, question.asked.position + 1);
    }

    void attentionIsTheRowOfTheWord_data() { kinds(); }
    void attentionIsTheRowOfTheWord()
    {
        const SmallModel small = fetched();
        const WordQuestion question = questionOf(small);
        const Attribution removed = finish(*attributionJob(question, {}));
        double total = 0;
        const auto all = attentionOf(removed, *question.trace, 1, every);
        const auto first = attentionOf(removed, *question.trace, 1, 0),
                   second = attentionOf(removed, *question.trace, 1, 1);
        for (std::size_t t = 0; t < all.size(); ++t) {
            total += all[t];
            QVERIFY(std::abs(all[t] - (first[t] + second[t]) / 2) < 1e-6);
        }
        QVERIFY(std::abs(total - 1) < 1e-5);
    }

    void ranksAreComparedByHand()
    {
        const std::vector<double> up{1, 2, 3, 4}, down{9, 7, 5, 3}, ties{1, 1, 2, 3}, flat{1, 1, 1, 1};
        QCOMPARE(*rankCorrelation(up, up), 1.0);
        QCOMPARE(*rankCorrelation(up, down), -1.0);
        // Ranks 0.5, 0.5, 2, 3 against 0, 1, 2, 3: 4.5 / sqrt(5 * 4.5).
        QVERIFY(std::abs(*rankCorrelation(up, ties) - 4.5 / std::sqrt(22.5)) < 1e-12);
        QVERIFY(!rankCorrelation(up, flat));
        QVERIFY(!rankCorrelation(std::vector<double>{1}, std::vector<double>{2}));
    }
};

QTEST_GUILESS_MAIN(TestAttribution)
#include "tst_attribution.moc"
