#include "widgets/pictures/attention/attention_sentence.h"

#include <QSignalSpy>
#include <QtTest>

using namespace glassformer;

/** Attention over running text, with arcs and shaded. */
class TestAttentionSentence : public QObject
{
    Q_OBJECT

    static AttentionSentenceContent content(int words, bool has_arcs, bool is_self = true)
    {
        AttentionSentenceContent content;
        for (int i = 0; i < words; ++i)
            content.map.queries.push_back({QStringLiteral("word%1").arg(i)});
        content.map.keys = content.map.queries;
        content.query_touches = content.key_touches = std::vector<bool>(std::size_t(words));
        content.map.weights.assign(std::size_t(words * words), 1.0f / float(words));
        content.has_arcs = has_arcs;
        content.is_self = is_self;
        return content;
    }
    static void open(AttentionSentence& sentence)
    {
        sentence.resize(460, 300);
        sentence.show();
        QVERIFY(QTest::qWaitForWindowExposed(&sentence));
    }

private slots:
    void shadedTextBreaksIntoLinesAndKeepsAllWords()
    {
        const AttentionSentenceContent long_text = content(300, false);
        const AttentionSentenceGeometry geometry =
            layoutAttentionSentence({0, 0, 600, 100}, long_text, exportStyle({}));
        QCOMPARE(geometry.keys.size(), std::size_t(300));
        for (std::size_t i = 0; i < 300; ++i) {
            QVERIFY(!geometry.keys[i].isEmpty() && geometry.keys[i].right() <= 600);
            for (std::size_t j = 0; j < i; ++j)
                QVERIFY(!geometry.keys[i].intersects(geometry.keys[j]));
        }
        QVERIFY(geometry.keys.back().bottom() < geometry.queries.front().top());
        QVERIFY(geometry.queries.back().bottom() <= geometry.height);
    }

    void tokensThatTouchInTheTextTouchInThePicture()
    {
        AttentionSentenceContent text = content(3, false);
        text.key_touches = {false, true, false};
        const auto keys = layoutAttentionSentence({0, 0, 600, 100}, text, exportStyle({})).keys;
        QCOMPARE(keys[0].right(), keys[1].left());
        QVERIFY(keys[2].left() > keys[1].right() + 2);
    }

    void aLineThatFitsIsNotCut()
    {
        for (const bool is_self : {true, false}) {
            const auto geometry =
                layoutAttentionSentence({0, 0, 600, 300}, content(14, true, is_self), exportStyle({}));
            for (const QRectF& rect : geometry.keys)
                QVERIFY(!rect.isEmpty());
        }
    }

    void aLineThatIsTooLongForArcsIsCutAroundTheChosenWord()
    {
        AttentionSentenceContent text = content(200, true);
        text.map.query = 150;
        const auto keys = layoutAttentionSentence({0, 0, 600, 300}, text, exportStyle({})).keys;
        QVERIFY(!keys[150].isEmpty());
        QVERIFY(keys[0].isEmpty());
        for (const QRectF& rect : keys)
            QVERIFY(rect.isEmpty() || (rect.left() >= 0 && rect.right() <= 600));
    }

    void theWordThatIsLookedAtStaysHoweverFarAwayItIs()
    {
        AttentionSentenceContent text = content(200, true);
        text.map.query = 190;
        text.map.weights.assign(text.map.weights.size(), 0.001f);
        text.map.weights[190 * 200 + 3] = 0.9f;
        text.map.weights[50 * 200 + 190] = 0.9f; // and who looks at it
        const auto geometry = layoutAttentionSentence({0, 0, 600, 300}, text, exportStyle({}));
        QVERIFY(!geometry.keys[190].isEmpty() && !geometry.keys[3].isEmpty() && !geometry.keys[50].isEmpty());
        QVERIFY(geometry.keys[3].right() < geometry.keys[50].left());
        QVERIFY(geometry.keys[100].isEmpty());
        QVERIFY(geometry.key_gaps.size() >= 3); // it is seen where others are left out
        for (const QRectF& gap : geometry.key_gaps) {
            QVERIFY(gap.left() >= 0 && gap.right() <= 600);
            for (const QRectF& rect : geometry.keys)
                QVERIFY(!rect.intersects(gap));
        }
    }

    void aClickOrAnArrowKeyChoosesAWord_data()
    {
        QTest::addColumn<bool>("has_arcs");
        QTest::newRow("arcs") << true;
        QTest::newRow("shaded") << false;
    }
    void aClickOrAnArrowKeyChoosesAWord()
    {
        QFETCH(bool, has_arcs);
        AttentionSentence sentence;
        AttentionSentenceContent text = content(4, has_arcs);
        sentence.setContent(text);
        open(sentence);
        QSignalSpy chosen(&sentence, &AttentionSentence::queryChosen);
        QTest::mouseClick(&sentence, Qt::LeftButton, {}, sentence.geometryNow().keys[2].center().toPoint());
        QCOMPARE(chosen.takeFirst().at(0).toInt(), 2);
        text.map.query = 2;
        sentence.setContent(text);
        QTest::keyClick(&sentence, Qt::Key_Right);
        QCOMPARE(chosen.takeFirst().at(0).toInt(), 3);
        QVERIFY(sentence.accessibleDescription().contains(QStringLiteral("word2")));
    }

    void betweenTwoTextsAWordThatIsLookedAtIsChosenAsSuch()
    {
        for (const bool has_arcs : {false, true}) {
            AttentionSentence sentence;
            sentence.setContent(content(3, has_arcs, false));
            open(sentence);
            QSignalSpy query(&sentence, &AttentionSentence::queryChosen);
            QSignalSpy key(&sentence, &AttentionSentence::keyChosen);
            const AttentionSentenceGeometry geometry = sentence.geometryNow();
            QTest::mouseClick(&sentence, Qt::LeftButton, {}, geometry.keys[1].center().toPoint());
            QCOMPARE(key.takeFirst().at(0).toInt(), 1);
            QTest::mouseClick(&sentence, Qt::LeftButton, {}, geometry.queries[0].center().toPoint());
            QCOMPARE(query.takeFirst().at(0).toInt(), 0);
        }
    }

    void whatIsMaskedOrNoNumberIsNotShaded()
    {
        for (const bool has_arcs : {false, true}) {
            AttentionSentence sentence;
            AttentionSentenceContent text = content(3, has_arcs);
            text.map.weights = {1, -std::numeric_limits<float>::infinity(), std::nanf(""), 0, 1, 0, 0, 0, 7};
            text.map.query = 0;
            sentence.setContent(text);
            open(sentence);
            QVERIFY(!sentence.grab().isNull());
            sentence.setContent({});
            QVERIFY(!sentence.grab().isNull());
        }
    }
};

QTEST_MAIN(TestAttentionSentence)
#include "tst_attention_sentence.moc"
