#include "widgets/pictures/words/normal_text.h"

#include <QtTest>

using namespace glassformer;

/** A text beside what it is cut from. */
class TestNormalText : public QObject
{
    Q_OBJECT

private slots:
    void spacesThatChangedAreSeenAndOthersEndWords()
    {
        const NormalTextContent ready =
            readyForLines({QStringLiteral("as typed"), QStringLiteral("as it is cut"),
                {{{}, QStringLiteral(" "), true},
                    {QStringLiteral("two words"), QStringLiteral("two words"), false},
                    {QStringLiteral("  "), {}, true}}});
        QCOMPARE(ready.parts,
            (std::vector<NormalTextPart>{{{}, QStringLiteral("\u2423"), true},
                {QStringLiteral("two "), QStringLiteral("two "), false},
                {QStringLiteral("words"), QStringLiteral("words"), false},
                {QStringLiteral("\u2423\u2423"), {}, true}}));
    }

    void bothLinesStandAboveEachOtherAndBreakTogether()
    {
        NormalTextContent content{QStringLiteral("as typed"), QStringLiteral("as it is cut"), {}};
        for (int i = 0; i < 12; ++i)
            content.parts.push_back({QStringLiteral("LETTERS"), QStringLiteral("letters"), true});
        const FigureStyle style;
        const NormalTextGeometry geometry = layoutNormalText(QRectF(0, 0, 400, 0), content, style);
        QCOMPARE(geometry.typed.size(), geometry.cut.size());
        QVERIFY(geometry.typed.back().top() > geometry.typed.front().top()); // more than one line
        for (std::size_t i = 0; i < geometry.cut.size(); ++i) {
            QCOMPARE(geometry.cut[i].left(), geometry.typed[i].left());
            QCOMPARE(geometry.cut[i].top(), geometry.typed[i].bottom());
            QVERIFY(geometry.cut[i].right() <= 401);
            QVERIFY(geometry.cut[i].bottom() <= geometry.height + 0.01);
        }
    }

    void changesAreReadAloudAndATextThatGoesOnSaysSo()
    {
        NormalText picture;
        NormalTextContent content{{}, {}, {{QStringLiteral("A"), QStringLiteral("a"), true}}, false};
        picture.setContent(content);
        QVERIFY(picture.accessibleDescription().contains(QStringLiteral("“A”")));
        QCOMPARE(picture.content().parts.back().typed, QStringLiteral("…"));
    }
};

QTEST_MAIN(TestNormalText)
#include "tst_normal_text.moc"
