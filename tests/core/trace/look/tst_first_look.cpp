#include "core/model/tensor_name.h"
#include "core/trace/look/first_look.h"

#include <QtTest>

#include <string>
#include <vector>

using namespace glassformer;

namespace {

Token word(const std::string& text, bool is_special = false)
{
    Token token;
    token.text = text;
    token.is_special = is_special;
    return token;
}

/** A run of one layer with two heads; the weights of head 1 are given, those of head 0 point elsewhere. */
Trace traceOf(bool is_encoder, std::vector<Token> tokens, const std::vector<float>& weights)
{
    Trace trace;
    trace.config = {};
    trace.config.encoder_layers = is_encoder ? 1 : 0;
    trace.config.decoder_layers = is_encoder ? 0 : 1;
    trace.config.n_heads = 2;
    trace.config.d_model = 4;
    trace.config.vocabulary = 20;
    trace.source = std::move(tokens);
    if (!is_encoder)
        trace.target = trace.source;
    trace.written.assign(trace.source.size(), word("next"));
    trace.given = is_encoder ? 0 : static_cast<int>(trace.source.size());
    const auto n = static_cast<std::int64_t>(trace.source.size());
    std::vector<float> both(weights.size(), 0.0f);
    both.back() = 1;
    both.insert(both.end(), weights.begin(), weights.end());
    trace.tensors[attentionTensor(is_encoder ? AttentionSite::Encoder : AttentionSite::DecoderSelf, 0,
        AttentionPart::Weights)] = Tensor{{2, n, n}, both};
    return trace;
}

/** What a user left of an earlier text, in head 1. */
Selection leftover()
{
    Selection selection;
    selection.step = StepKind::Softmax;
    selection.head = 1;
    selection.position = selection.token = 3;
    selection.query = 3;
    selection.key = 0;
    selection.dimension = 2;
    return selection;
}

} // namespace

class TestFirstLook : public QObject
{
    Q_OBJECT

private slots:
    void lettersAndDigitsAreContent_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("has_content");
        QTest::newRow("word") << " animal" << true;
        QTest::newRow("Chinese") << "街" << true;
        QTest::newRow("number") << "12" << true;
        QTest::newRow("with a point") << "e." << true;
        QTest::newRow("space") << " " << false;
        QTest::newRow("line") << "\n" << false;
        QTest::newRow("wide space") << "\u3000" << false;
        QTest::newRow("point") << "." << false;
        QTest::newRow("Chinese comma") << "，" << false;
        QTest::newRow("nothing") << "" << false;
    }

    void lettersAndDigitsAreContent()
    {
        QFETCH(QString, text);
        QFETCH(bool, has_content);
        QCOMPARE(hasContent(word(text.toStdString())), has_content);
        QVERIFY(!hasContent(word(text.toStdString(), true)));
    }

    void theStrongestCellIsOfTokensWithContent()
    {
        const Trace trace =
            traceOf(true, {word("<s>", true), word("big"), word(" "), word("cats"), word(".")},
                {0.9f, 0.1f, 0.0f, 0.0f, 0.0f, //
                    0.7f, 0.0f, 0.0f, 0.3f, 0.0f, //
                    0.0f, 1.0f, 0.0f, 0.0f, 0.0f, //
                    0.3f, 0.2f, 0.4f, 0.1f, 0.0f, //
                    0.0f, 0.0f, 0.0f, 1.0f, 0.0f});
        const Selection look = firstLook(trace, leftover());
        QCOMPARE(look.head, 1);
        QCOMPARE(look.step, StepKind::Softmax);
        QCOMPARE(look.query, std::optional<int>(1));
        QCOMPARE(look.key, std::optional<int>(3));
        QCOMPARE(look.token, 1);
        QCOMPARE(look.position, 1);
        QCOMPARE(look.dimension, 0);
    }

    void thePronounOrTheGapIsAskedFor_data()
    {
        QTest::addColumn<QString>("asked");
        for (const char* text : {"it", " It", "它", "[MASK]", "<mask>"})
            QTest::newRow(text) << QString::fromUtf8(text);
    }

    void thePronounOrTheGapIsAskedFor()
    {
        QFETCH(QString, asked);
        const Trace trace =
            traceOf(true, {word("cats"), word("saw"), word(asked.toStdString(), asked.size() > 3)},
                {0.0f, 1.0f, 0.0f, //
                    1.0f, 0.0f, 0.0f, //
                    0.1f, 0.7f, 0.2f});
        const Selection look = firstLook(trace, leftover());
        QCOMPARE(look.query, std::optional<int>(2));
        QCOMPARE(look.key, std::optional<int>(1));
        QCOMPARE(look.position, 2);
    }

    /** It sees nothing but itself, so its whole weight says nothing. */
    void theFirstRowOfACausalHeadIsNotLookedAt()
    {
        const Trace trace = traceOf(false, {word("big"), word(" cats"), word(" sleep")},
            {1.0f, 0.0f, 0.0f, //
                0.6f, 0.4f, 0.0f, //
                0.1f, 0.7f, 0.2f});
        const Selection look = firstLook(trace, leftover());
        QCOMPARE(look.query, std::optional<int>(2));
        QCOMPARE(look.key, std::optional<int>(1));
        QCOMPARE(look.position, 2); // where the model writes on
    }

    void aTextWithoutContentIsLookedAtAllTheSame()
    {
        const Trace trace = traceOf(true, {word("!"), word("?")}, {0.2f, 0.8f, 0.5f, 0.5f});
        const Selection look = firstLook(trace, leftover());
        QCOMPARE(look.query, std::optional<int>(0));
        QCOMPARE(look.key, std::optional<int>(1));
    }

    void aRunWithoutThatHeadHasNoChosenCell()
    {
        Trace trace = traceOf(true, {word("cats"), word("sleep")}, {1, 0, 0, 1});
        trace.tensors.clear();
        const Selection look = firstLook(trace, leftover());
        QVERIFY(!look.query && !look.key);
        QCOMPARE(look.position, 0);
    }
};

QTEST_GUILESS_MAIN(TestFirstLook)
#include "tst_first_look.moc"
