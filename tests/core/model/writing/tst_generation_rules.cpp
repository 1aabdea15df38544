#include "core/error.h"
#include "core/model/families/generation_settings.h"
#include "core/model/writing/ruled_tokens.h"

#include <QtTest>

#include <cmath>

using namespace glassformer;

namespace {

/** Scores after the rules, "x" for a word that is forbidden. */
QString scoresAfter(const QString& json, const std::vector<int>& source, const std::vector<int>& prompt,
    const std::vector<int>& written, std::vector<float> scores = {2, -2, 1, 0.5F, -1, 4})
{
    GenerationTokens tokens;
    tokens.ends = {5};
    readGenerationRules(json.toStdString(), "generation_config.json", "generation_config.json", tokens);
    RowVector<float> row = Eigen::Map<RowVector<float>>(scores.data(), Eigen::Index(scores.size()));
    applyRules(tokens, {source, prompt, written}, row);
    QStringList all;
    for (Eigen::Index i = 0; i < row.size(); ++i)
        all << (std::isinf(row(i)) ? QStringLiteral("x") : QString::number(double(row(i))));
    return all.join(' ');
}

QString noticesOf(const QString& json)
{
    GenerationTokens tokens;
    QString all;
    for (const Message& notice :
        readGenerationRules(json.toStdString(), "generation_config.json", "generation_config.json", tokens))
        all += QString::fromStdString(notice.english()) + "\n";
    return all;
}

} // namespace

/**
 * Logits 2, -2, 1, 0.5, -1, 4 of six words, of which 5 is the end, worked by hand; sentences in quotation marks are those
 * of transformers' GenerationConfig and logits processors.
 */
class TestGenerationRules : public QObject
{
    Q_OBJECT

private slots:
    void scoresAreThoseWorkedByHand_data()
    {
        QTest::addColumn<QString>("json");
        QTest::addColumn<QList<int>>("source");
        QTest::addColumn<QList<int>>("prompt");
        QTest::addColumn<QList<int>>("written");
        QTest::addColumn<QString>("expected");
        using Ids = QList<int>;
        const auto row = [](const char* name, const char* json, const Ids& source, const Ids& prompt,
                             const Ids& written, const char* expected) {
            QTest::newRow(name) << json << source << prompt << written << expected;
        };
        const char* const as_they_are = "2 -2 1 0.5 -1 4";
        row("no rule", "{}", {}, {0, 1}, {2}, as_they_are);
        row("all null", R"({"bad_words_ids":null,"repetition_penalty":null,"no_repeat_ngram_size":null})", {},
            {0}, {}, as_they_are);
        // "repetition_penalty: The parameter for repetition penalty. 1.0 means no penalty." Scores below 0 are multiplied;
        // of a decoder alone, "the prompt is also included".
        row("penalty", R"({"repetition_penalty":2.0})", {3}, {0}, {1, 0}, "1 -4 1 0.5 -1 4");
        row("penalty on the prompt", R"({"repetition_penalty":2.0})", {}, {0, 4}, {}, "1 -2 1 0.5 -2 4");
        // "encoder_repetition_penalty: An exponential penalty on sequences that are not in the original input": words of
        // the input get the inverse.
        row("penalty of the source", R"({"encoder_repetition_penalty":2.0})", {0, 1}, {4}, {},
            "4 -1 1 0.5 -1 4");
        row("penalty of one text", R"({"encoder_repetition_penalty":2.0})", {}, {0, 1}, {4},
            "4 -1 1 0.5 -1 4");
        // "If set to int > 0, all ngrams of that size can only occur once."
        row("no word twice", R"({"no_repeat_ngram_size":1})", {}, {3}, {0, 0}, "x -2 1 x -1 4");
        row("no pair twice", R"({"no_repeat_ngram_size":2})", {}, {0}, {1, 0, 2, 0}, "2 x x 0.5 -1 4");
        row("no pair yet", R"({"no_repeat_ngram_size":2})", {}, {0}, {}, as_they_are);
        row("no three twice", R"({"no_repeat_ngram_size":3})", {}, {0, 1}, {4, 3, 0, 1}, "2 -2 1 0.5 x 4");
        // "If set to int > 0, all ngrams of that size that occur in the encoder_input_ids cannot occur in the
        // decoder_input_ids."
        row("no pair of the source", R"({"encoder_no_repeat_ngram_size":2})", {1, 2, 1, 3}, {0}, {1},
            "2 -2 x x -1 4");
        // "bad_words_ids: List of list of token ids that are not allowed to be generated."
        row("bad words", R"({"bad_words_ids":[[0],[2],[1,3],[4,4]]})", {}, {4}, {1}, "x -2 x x -1 4");
        row("a bad word longer than the text", R"({"bad_words_ids":[[1,1,1,3]]})", {}, {1}, {1}, as_they_are);
        row("an end is no bad word", R"({"bad_words_ids":[[5]]})", {}, {1}, {}, as_they_are);
        // "min_length: The minimum length of the sequence to be generated. Corresponds to the length of the input prompt +
        // min_new_tokens."
        row("too short", R"({"min_length":3})", {}, {0}, {1}, "2 -2 1 0.5 -1 x");
        row("long enough", R"({"min_length":3})", {}, {0}, {1, 2}, as_they_are);
        // "min_new_tokens: The minimum numbers of tokens to generate, ignoring the number of tokens in the prompt."
        row("too few", R"({"min_new_tokens":2})", {}, {0, 0, 0}, {1}, "2 -2 1 0.5 -1 x");
        row("enough", R"({"min_new_tokens":2})", {}, {0}, {1, 1}, as_they_are);
        // "suppress_tokens: A list of tokens that will be suppressed at generation."
        row("suppressed", R"({"suppress_tokens":[1,4]})", {}, {0}, {2}, "2 x 1 0.5 x 4");
        row("nothing is suppressed", R"({"suppress_tokens":[]})", {}, {0}, {2}, as_they_are);
        // "begin_suppress_tokens: A list of tokens that will be suppressed at the beginning of the generation."
        row("at the beginning", R"({"begin_suppress_tokens":[0]})", {}, {3, 3}, {}, "x -2 1 0.5 -1 4");
        row("later", R"({"begin_suppress_tokens":[0]})", {}, {3, 3}, {1}, as_they_are);
        row("behind a forced word", R"({"begin_suppress_tokens":[0],"forced_bos_token_id":4})", {}, {3}, {4},
            "x -2 1 0.5 -1 4");
        row("ids that the model lacks", R"({"suppress_tokens":[99],"bad_words_ids":[[77]]})", {}, {0}, {},
            as_they_are);
        row("one after the other", R"({"repetition_penalty":2.0,"encoder_repetition_penalty":2.0})", {0}, {0},
            {}, "2 -2 1 0.5 -1 4");
    }
    void scoresAreThoseWorkedByHand()
    {
        QFETCH(QString, json);
        QFETCH(QList<int>, source);
        QFETCH(QList<int>, prompt);
        QFETCH(QList<int>, written);
        QFETCH(QString, expected);
        const auto ids = [](const QList<int>& list) { return std::vector<int>(list.begin(), list.end()); };
        QCOMPARE(scoresAfter(json, ids(source), ids(prompt), ids(written)), expected);
    }

    void everyTokenIsNamedWithItsRule()
    {
        GenerationTokens tokens;
        tokens.ends = {5};
        tokens.rules.no_repeat_ngram = 2;
        tokens.rules.min_length = 9;
        const std::vector<int> prompt{0}, written{1, 0};
        const std::vector<RuledToken> ruled = ruledTokens(tokens, {{}, prompt, written});
        QVERIFY((ruled
            == std::vector<RuledToken>{{1, GenerationRule::NoRepeatNgram}, {5, GenerationRule::MinLength}}));
        QCOMPARE(QString(ruleName(GenerationRule::NoRepeatNgram)), QString("no_repeat_ngram_size"));
        QCOMPARE(QString(ruleName(GenerationRule::BeginSuppress)), QString("begin_suppress_tokens"));
        QVERIFY(forbids(GenerationRule::MinLength) && !forbids(GenerationRule::RepetitionPenalty));
    }

    void whatIsFollowedAndWhatIsNotIsSaid()
    {
        QCOMPARE(noticesOf("{}"), QString());
        // As old files list everything, each at what switches it off.
        QCOMPARE(
            noticesOf(R"({"num_beams":1,"do_sample":false,"temperature":1.0,"top_k":50,"top_p":1.0,)"
                      R"("repetition_penalty":1.0,"length_penalty":1.0,"no_repeat_ngram_size":0,)"
                      R"("bad_words_ids":null,"min_length":0,"early_stopping":false,"diversity_penalty":0.0,)"
                      R"("encoder_no_repeat_ngram_size":0,"num_beam_groups":1,"suppress_tokens":null,)"
                      R"("forced_eos_token_id":null,"guidance_scale":1.0})"),
            QString());
        const QString followed = noticesOf(R"({"no_repeat_ngram_size":2,"bad_words_ids":[[7]]})");
        QVERIFY2(
            followed.contains("followed: no_repeat_ngram_size 2, bad_words_ids [[7]]"), qPrintable(followed));
        const QString beam = noticesOf(R"({"num_beams":4,"length_penalty":2.0,"early_stopping":true})");
        QVERIFY2(beam.contains("num_beams 4, length_penalty 2.0, early_stopping true"), qPrintable(beam));
        const QString sampled = noticesOf(R"({"do_sample":true,"temperature":0.6,"top_p":0.9})");
        QVERIFY2(sampled.contains("do_sample true, temperature 0.6, top_p 0.9"), qPrintable(sampled));
        const QString other =
            noticesOf(R"({"guidance_scale":1.5,"penalty_alpha":0.6,"forced_eos_token_id":2})");
        QVERIFY2(other.contains("not followed: penalty_alpha 0.6, guidance_scale 1.5"), qPrintable(other));
        QVERIFY2(other.contains("forced_eos_token_id"), qPrintable(other));
    }

    /** BartConfig still reads the older name: "Please make sure the config includes forced_bos_token_id=..." */
    void bartsOlderNameForcesTheFirstToken()
    {
        GenerationTokens tokens;
        readGenerationRules(R"({"force_bos_token_to_be_generated":true,"bos_token_id":3})", "config.json",
            "config.json", tokens);
        QCOMPARE(tokens.first, 3);
        readGenerationRules(R"({"force_bos_token_to_be_generated":false,"bos_token_id":3})", "config.json",
            "config.json", tokens);
        QCOMPARE(tokens.first, -1);
    }

    void aRuleOutOfRangeIsNamed_data()
    {
        QTest::addColumn<QString>("json");
        QTest::newRow("repetition_penalty") << R"({"repetition_penalty":0})";
        QTest::newRow("no_repeat_ngram_size") << R"({"no_repeat_ngram_size":-1})";
        QTest::newRow("suppress_tokens[1]") << R"({"suppress_tokens":[1,"two"]})";
        QTest::newRow("min_length") << R"({"min_length":1.5})";
        QTest::newRow("bad_words_ids[0][0]") << R"({"bad_words_ids":[[-3]]})";
    }
    void aRuleOutOfRangeIsNamed()
    {
        QFETCH(QString, json);
        GenerationTokens tokens;
        try {
            readGenerationRules(
                json.toStdString(), "generation_config.json", "generation_config.json", tokens);
            QFAIL("accepted");
        } catch (const Error& error) {
            QVERIFY2(QString(error.what()).contains(QTest::currentDataTag()), error.what());
        }
    }
};

QTEST_APPLESS_MAIN(TestGenerationRules)
#include "tst_generation_rules.moc"
