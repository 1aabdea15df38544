#include "core/experiment/effect/head_effect.h"
#include "core/trace/record/tensor_slice.h"
#include "core/trace/words/gap_text.h"

#include <QtTest>

#include <cmath>
#include <memory>

using namespace glassformer;

namespace {

HeadQuestion questionOf(const char* folder, const std::string& text, const std::string& language)
{
    HeadQuestion question;
    question.model = std::make_shared<const Model>(
        Model::load(std::filesystem::path(GLASSFORMER_RESOURCES "/models") / folder));
    question.request.text = text;
    question.request.target_language = language;
    question.request.decoding.max_new_tokens = 24;
    question.trace = std::make_shared<const Trace>(runLean(question.model, question.request));
    return question;
}

double probability(const Trace& trace, const AskedWord& asked)
{
    return wordScoresAt(trace, asked.position).probabilities[std::size_t(asked.token.id)];
}

int positionOf(const Trace& trace, const std::string& written)
{
    for (std::size_t t = 0; t < trace.written.size(); ++t)
        if (trace.written[t].text == written)
            return static_cast<int>(t);
    return -1;
}

} // namespace

/** Every number is compared with that of a whole run with the head off. */
class TestHeadEffect : public QObject
{
    Q_OBJECT

private slots:
    void theWordIsKnownFirstAndThenTheAnswer()
    {
        HeadQuestion question = questionOf("translator", street, "fr");
        question.head = {AttentionSite::Encoder, 0, 0};
        question.asked = *askedWord(*question.trace, positionOf(*question.trace, "il"));
        const auto job = headEffectJob(question);
        QVERIFY(job->advance({}));
        const auto first = job->takeNews();
        QVERIFY(first && !first->answer);
        QVERIFY(!job->advance({}));
        const auto whole = job->takeNews();
        QVERIFY(whole && whole->answer);
        QCOMPARE(whole->after, first->after);
        RunRequest without = question.request;
        without.changes = {headOff(question.head)};
        QCOMPARE(*whole->answer, run(*question.model, without).answer);
    }

    void thePronounsProbabilityIsThatBehindTheSameWords()
    {
        HeadQuestion question = questionOf("translator", street, "fr");
        const int position = positionOf(*question.trace, "il");
        QVERIFY(position > 0);
        question.asked = *askedWord(*question.trace, position);
        RunRequest forced = question.request;
        for (int t = 0; t < position; ++t)
            forced.forced_target.push_back(question.trace->written[std::size_t(t)].id);
        const ModelConfig& config = question.trace->config;
        for (int layer = 0; layer < config.encoder_layers; ++layer) {
            question.head = {AttentionSite::Encoder, layer, layer % config.n_heads};
            const HeadEffect effect = finish(*headEffectJob(question));
            forced.changes = {headOff(question.head)};
            const Trace without = run(*question.model, forced);
            QVERIFY(std::abs(effect.before - probability(*question.trace, question.asked)) < 1e-6);
            QVERIFY(std::abs(effect.after - probability(without, question.asked)) < 1e-5);
            QVERIFY(effect.wasLikeliest());
            QCOMPARE(effect.likeliest_after.id, without.written[std::size_t(position)].id);
            QCOMPARE(effect.isLikeliest(), without.written[std::size_t(position)].text == "il");
        }
    }

    void aWordThatWasForcedIsAskedForAllTheSame()
    {
        HeadQuestion question = questionOf("translator", street, "fr");
        const int position = positionOf(*question.trace, "il");
        for (int t = 0; t < position; ++t)
            question.request.forced_target.push_back(question.trace->written[std::size_t(t)].id);
        int elle = -1;
        for (int id = 0; id < question.model->tokenizer.size(); ++id)
            if (question.model->tokenizer.token(id).text == "elle")
                elle = id;
        QVERIFY(elle >= 0);
        question.request.forced_target.push_back(elle);
        question.trace = std::make_shared<const Trace>(runLean(question.model, question.request));
        question.asked = *askedWord(*question.trace, position);
        QCOMPARE(question.asked.token.text, std::string("elle"));
        question.head = {AttentionSite::DecoderCross, 0, 0};
        const HeadEffect effect = finish(*headEffectJob(question));
        QVERIFY(!effect.wasLikeliest());
        QVERIFY(effect.before < 0.5);
        QVERIFY(effect.before > 0);
    }

    void theNextWordAndTheGapAreAskedFor()
    {
        HeadQuestion next = questionOf("next-word", "The animal was too", {});
        next.asked = *askedWord(*next.trace, next.trace->given - 1);
        next.head = {AttentionSite::DecoderSelf, 0, 1};
        const HeadEffect effect = finish(*headEffectJob(next));
        RunRequest without = next.request;
        without.changes = {headOff(next.head)};
        QVERIFY(std::abs(effect.after - probability(run(*next.model, without), next.asked)) < 1e-5);
        QCOMPARE(effect.asked.token.id, next.trace->written[std::size_t(next.trace->given - 1)].id);

        HeadQuestion gap = questionOf("gap", "The animal was too [MASK].", {});
        const std::optional<int> place = firstGap(*gap.trace);
        QVERIFY(place);
        gap.asked = *askedWord(*gap.trace, *place);
        gap.head = {AttentionSite::Encoder, 0, 0};
        const HeadEffect filled = finish(*headEffectJob(gap));
        RunRequest gap_without = gap.request;
        gap_without.changes = {headOff(gap.head)};
        QVERIFY(std::abs(filled.after - probability(run(*gap.model, gap_without), gap.asked)) < 1e-5);
    }

    void whereNothingIsWrittenNothingIsAsked()
    {
        const HeadQuestion question = questionOf("translator", street, "fr");
        QVERIFY(!askedWord(*question.trace, -1));
        QVERIFY(!askedWord(*question.trace, question.trace->rows()));
        Trace maps_only = *question.trace;
        maps_only.written.clear();
        QVERIFY(!askedWord(maps_only, 0));
    }

private:
    const std::string street = "The animal didn't cross the street because it was too tired.";
};

QTEST_GUILESS_MAIN(TestHeadEffect)
#include "tst_head_effect.moc"
