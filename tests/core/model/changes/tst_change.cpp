#include "core/error.h"
#include "core/model/changes/change_check.h"
#include "core/model/changes/change_text.h"
#include "core/tensor/random.h"

#include <QTest>

#include <cmath>
#include <cstring>

namespace glassformer {

class TestChange : public QObject
{
    Q_OBJECT

    /** Finite, of any size: every bit pattern of a float is as likely. */
    static float anyFloat(Random& random)
    {
        for (;;) {
            const auto bits = static_cast<std::uint32_t>(random.below(65536)) << 16
                | static_cast<std::uint32_t>(random.below(65536));
            float value = 0;
            std::memcpy(&value, &bits, sizeof value);
            if (std::isfinite(value))
                return value;
        }
    }

    static Change anyChange(Random& random)
    {
        static const std::vector<std::string> tensors{"encoder.3.self_attention.mixed",
            "decoder.cross_attention.scores", "encoder.11.feed_forward.hidden", "source.embedding",
            "decoder.output", "decoder.0.output", "encoder.position", "decoder.2.self_attention.masked",
            "decoder.self_attention.masked", "logits", "output.state", "decoder.7.attention_residual",
            "decoder.projected", "target.position", "decoder.1.cross_attention.projected_query"};
        Change change;
        change.tensor = tensors[static_cast<std::size_t>(random.below(static_cast<int>(tensors.size())))];
        const auto any = [&random] { return random.below(2) == 0 ? every : random.below(100'000); };
        change.head = any();
        change.row = any();
        change.column = any();
        change.kind = static_cast<ChangeKind>(random.below(5));
        if (change.kind == ChangeKind::Set)
            for (int i = random.below(5); i >= 0; --i)
                change.values.push_back(anyFloat(random));
        return change;
    }

    static QString messageOf(const std::string& text)
    {
        try {
            changeFromText(text);
        } catch (const Error& error) {
            return QString::fromUtf8(error.what());
        }
        return {};
    }

private slots:
    void everyChangeThatMakesSenseComesBackFromItsText()
    {
        Random random(7);
        int sensible = 0;
        for (int i = 0; i < 20'000; ++i) {
            const Change change = anyChange(random);
            const std::string text = changeText(change);
            try {
                requireSense(change);
            } catch (const Error&) {
                QVERIFY_EXCEPTION_THROWN(changeFromText(text), Error);
                continue;
            }
            ++sensible;
            QCOMPARE(changeText(changeFromText(text)), text);
            QVERIFY2(changeFromText(text) == change, text.c_str());
        }
        QVERIFY(sensible > 3000);
    }

    void textsAreThoseOfTheDocumentation_data()
    {
        QTest::addColumn<QString>("text");
        for (const char* text : {"encoder.3.self_attention.mixed[head 0] = 0",
                 "encoder.3.self_attention.output = 0", "encoder.3.output = off", "encoder.position = off",
                 "encoder.position = [1, 0]", "decoder.self_attention.masked = lifted",
                 "encoder.2.self_attention.masked[head 1, query 4, key 7] = cut",
                 "decoder.1.feed_forward.hidden[token 2, dimension 5] = 1.5",
                 "encoder.input[token 2] = [0.5, 1, -2]", "encoder.1.self_attention.value[head 1] = mean",
                 "encoder.self_attention.masked[query 4, key 7] = cut", "logits[dimension 3] = -1e+09"})
            QTest::newRow(text) << text;
    }
    void textsAreThoseOfTheDocumentation()
    {
        QFETCH(QString, text);
        QCOMPARE(QString::fromStdString(changeText(changeFromText(text.toStdString()))), text);
        QCOMPARE(changeFromText(text.toStdString()),
            changeFromText(" " + text.replace(',', " , ").replace('[', " [ ").toStdString() + " "));
    }

    void makersGiveWhatTheTextsSay()
    {
        QCOMPARE(changeText(headOff({AttentionSite::DecoderCross, 1, 2})),
            std::string("decoder.1.cross_attention.mixed[head 2] = 0"));
        QCOMPARE(changeText(attentionOff(AttentionSite::Encoder, every)),
            std::string("encoder.self_attention.output = 0"));
        QCOMPARE(changeText(feedForwardOff(AttentionSite::DecoderSelf, 3)),
            std::string("decoder.3.feed_forward.output = 0"));
        QCOMPARE(changeText(layerOff(AttentionSite::DecoderSelf, 0)), std::string("decoder.0.output = off"));
        QCOMPARE(changeText(positionsOff(AttentionSite::DecoderSelf)), std::string("decoder.position = off"));
        QCOMPARE(changeText(maskLifted(2)), std::string("decoder.2.self_attention.masked = lifted"));
        QCOMPARE(changeText(edgeCut(AttentionSite::Encoder, every, every, 4, 7)),
            std::string("encoder.self_attention.masked[query 4, key 7] = cut"));
    }

    void textsThatAreWrongAreRefusedByName_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("named");
        const auto row = [](const char* text, const char* named) { QTest::newRow(text) << text << named; };
        row("", "is no record");
        row("encoder.3.self_attention.mixd = 0", "encoder.3.self_attention.mixd");
        row("encoder.03.output = off", "encoder.03.output");
        row("encoder.99999999999.output = off", "encoder.99999999999.output");
        row("encoder.3.cross_attention.mixed = 0", "encoder.3.cross_attention.mixed");
        row("source.tokens.ids = 0", "source.tokens.ids");
        row("encoder.3.self_attention.mixed[head 0]", "no =");
        row("encoder.3.self_attention.mixed[head] = 0", "no number behind \"head\"");
        row("encoder.3.self_attention.mixed[head 0, query 1] = 0", "\"query\"");
        row("encoder.3.self_attention.masked[token 1] = cut", "\"token\"");
        row("encoder.3.self_attention.masked[key 1, query 1] = cut", "\"query\"");
        row("encoder.3.self_attention.masked[head 1, head 1] = cut", "\"head\"");
        row("encoder.3.self_attention.masked[key 1 = cut", "do not end");
        row("encoder.3.self_attention.masked[key -1] = cut", "no number");
        row("encoder.3.self_attention.masked[key 99999999999] = cut", "no number");
        row("encoder.3.self_attention.scores[query 1, key 2] = cut", "cut");
        row("encoder.3.self_attention.masked = lifted", "lifted");
        row("encoder.3.attention_residual = off", "off");
        row("encoder.3.output[token 1] = off", "whole record");
        row("encoder.output = off", "off");
        row("encoder.3.output[head 1] = 0", "a head");
        row("encoder.3.output = nan", "nan");
        row("encoder.3.output = 1e99", "no number");
        row("encoder.3.output = [1, \"a\"]", "no number");
        row("encoder.3.output = []", "no number");
        row("encoder.3.output = 0 0", "0 0");
        row("encoder.3.output[dimension 1] = [1, 2]", "2 values for one number");
        row("encoder.position = [0.5]", "no place");
        row("encoder.position = [-1]", "no place");
        row("encoder.position = mean", "mean");
        row("encoder.3.self_attention.weights = mean", "mean");
    }
    void textsThatAreWrongAreRefusedByName()
    {
        QFETCH(QString, text);
        QFETCH(QString, named);
        const QString message = messageOf(text.toStdString());
        QVERIFY2(message.contains(named), qPrintable(message));
    }

    void placesThatAModelLacksAreRefused_data()
    {
        QTest::addColumn<QString>("text");
        for (const char* text : {"encoder.0.output = off", "source.position = 0", "target.embedding = 0",
                 "decoder.2.output = off", "decoder.0.self_attention.mixed[head 2] = 0",
                 "decoder.0.cross_attention.mixed = 0", "decoder.0.cross_attention_residual = 0",
                 "decoder.0.output[dimension 8] = 0", "decoder.0.output = [1, 2]",
                 "decoder.0.self_attention.value[head 0, token 1] = [1, 2, 3, 4, 5]", "output.state = 0",
                 "decoder.position = [9, 30]", "source.segment = 0", "encoder.position = off",
                 "decoder.0.feed_forward.gate = 0"})
            QTest::newRow(text) << text;
    }
    void placesThatAModelLacksAreRefused()
    {
        QFETCH(QString, text);
        ModelConfig config;
        config.d_model = 8;
        config.n_heads = 2;
        config.d_ff = 12;
        config.encoder_layers = 0;
        config.decoder_layers = 2;
        config.max_length = 30;
        config.position_kind = PositionKind::Rotary;
        requireFits(changeFromText("decoder.position = [9, 29]"), config);
        requireFits(changeFromText("decoder.0.output[dimension 7] = 0"), config);
        requireFits(changeFromText("decoder.1.self_attention.projected_key[head 1] = [1, 2, 3, 4]"), config);
        QVERIFY_EXCEPTION_THROWN(requireFits(changeFromText(text.toStdString()), config), Error);
    }

    void aChangeOfEveryLayerIsAtEachOfThem()
    {
        const Change change = edgeCut(AttentionSite::Encoder, every, every, 4, 7);
        QVERIFY(isAt(change, "encoder.0.self_attention.masked"));
        QVERIFY(isAt(change, "encoder.11.self_attention.masked"));
        QVERIFY(!isAt(change, "decoder.0.self_attention.masked"));
        QVERIFY(!isAt({"encoder.output"}, "encoder.3.output"));
        QCOMPARE(changesAt({change}, "encoder.1.self_attention.masked", 2, 4, every).size(), std::size_t(1));
        QCOMPARE(changesAt({change}, "encoder.1.self_attention.masked", 2, 5, every).size(), std::size_t(0));
        QVERIFY(isHeadOff({attentionOff(AttentionSite::Encoder, 0), headOff({AttentionSite::Encoder, 1, 1})},
            {AttentionSite::Encoder, 1, 1}));
        QVERIFY(!isHeadOff({headOff({AttentionSite::Encoder, 1, 1})}, {AttentionSite::Encoder, 1, 0}));
    }
};

} // namespace glassformer

QTEST_GUILESS_MAIN(glassformer::TestChange)
#include "tst_change.moc"
