#include "core/model/changes/change_text.h"
#include "widgets/explanation/change_sentence.h"

#include <QtTest>

using namespace glassformer;

class TestChangeSentence : public QObject
{
    Q_OBJECT

private slots:
    void everyKindOfChangeIsToldWithItsText_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("said");
        const auto row = [](const char* text, const char* said) { QTest::newRow(text) << text << said; };
        row("encoder.3.self_attention.mixed[head 0] = 0", "head 1 in layer 4 of the encoder passes on zeros");
        row("decoder.1.cross_attention.output = 0", "Attention is off in layer 2 of the decoder");
        row("encoder.0.feed_forward.output = 0", "feed-forward network is off in layer 1 of the encoder");
        row("decoder.2.output = off", "passes its input on unchanged (in layer 3 of the decoder)");
        row("encoder.position = off", "of the encoder have no positions");
        row("encoder.position = [1, 0]", "other positions than their own");
        row("decoder.self_attention.masked = lifted", "mask is lifted in every layer of the decoder");
        row("encoder.2.self_attention.masked[head 1, query 4, key 7] = cut",
            "Token 5 may not look at token 8 (head 2, in layer 3 of the encoder)");
        row("encoder.self_attention.masked[key 0] = cut",
            "No token may look at token 1 (every head, in every layer");
        row("encoder.1.output[token 2] = mean", "mean in the unchanged run");
        row("encoder.input[token 2] = 0.5", "set from outside");
    }
    void everyKindOfChangeIsToldWithItsText()
    {
        QFETCH(QString, text);
        QFETCH(QString, said);
        const Change change = changeFromText(text.toStdString());
        const QString sentence = changeSentence(change);
        QVERIFY2(sentence.contains(said), qPrintable(sentence));
        ExplanationContent content;
        content.sections.push_back({QStringLiteral("1"), {}, {}, -1, {}, {}});
        tellChanges(content, {change});
        QCOMPARE(content.sections.size(), std::size_t(2));
        QCOMPARE(content.sections.front().text, sentence);
        tellChanges(content, {});
        QCOMPARE(content.sections.size(), std::size_t(2));
    }
};

QTEST_MAIN(TestChangeSentence)
#include "tst_change_sentence.moc"
