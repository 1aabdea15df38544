#include "widgets/pictures/words/word_map.h"

#include <QSignalSpy>
#include <QtTest>

using namespace glassformer;

/** The map of the vocabulary: what is seen, and what mouse and keys do. */
class TestWordMap : public QObject
{
    Q_OBJECT

    /** A cross: left, right, top, bottom and the middle. */
    static WordMapContent cross()
    {
        WordMapContent content;
        content.words = {{QStringLiteral("left"), {-2, 0}}, {QStringLiteral("right"), {2, 0}},
            {QStringLiteral("top"), {0, 2}}, {QStringLiteral("bottom"), {0, -2}},
            {QStringLiteral("middle"), {0, 0}}};
        content.chosen = 4;
        return content;
    }
    static void open(WordMap& map)
    {
        map.resize(500, 400);
        map.show();
        QVERIFY(QTest::qWaitForWindowExposed(&map));
        map.setFocus();
    }

private slots:
    void allWordsAreInSightAndUpIsUp()
    {
        const WordMapContent content = cross();
        const WordMapGeometry geometry = layoutWordMap({0, 0, 500, 400}, content.extent(), exportStyle({}));
        for (const MapWord& word : content.words)
            QVERIFY(geometry.plot.contains(geometry.toArea(word.place)));
        QVERIFY(geometry.toArea({0, 2}).y() < geometry.toArea({0, -2}).y());
        QCOMPARE(geometry.toPlane(geometry.toArea({1, -0.5})), QPointF(1, -0.5));
    }

    /** Two words far out would make a blot of all others. */
    void aFewWordsFarOutDoNotMakeABlotOfTheOthers()
    {
        WordMapContent content;
        for (int i = 0; i < 1000; ++i)
            content.words.push_back({QStringLiteral("word %1").arg(i), {i % 40 / 40.0, i / 40 / 25.0}});
        QCOMPARE(content.crowd(), content.extent()); // nobody is far out
        content.words.push_back({QStringLiteral("far"), {30, 0}});
        content.words.push_back({QStringLiteral("farther"), {0, -40}});
        WordMap map;
        map.setContent(content);
        open(map);
        const WordMapGeometry geometry = map.geometryNow();
        const QRectF seen(geometry.toArea({0, 1}), geometry.toArea({1, 0}));
        QVERIFY(geometry.plot.contains(seen));
        QVERIFY(seen.height() > geometry.plot.height() / 2);
        QTest::keyClick(&map, Qt::Key_0);
        QVERIFY(map.geometryNow().plot.contains(map.geometryNow().toArea({0, -40})));
    }

    void wordsOfTheSentenceAreInSightHoweverFarOut()
    {
        WordMapContent content;
        for (int i = 0; i < 1000; ++i)
            content.words.push_back({QStringLiteral("word %1").arg(i), {i % 40 / 40.0, i / 40 / 25.0}});
        content.words.push_back({QStringLiteral("far"), {30, 0}});
        content.words.push_back({QStringLiteral("sentence"), {0, -9}});
        content.path = {3, 1001};
        QVERIFY(content.crowd().contains(QPointF(0, -8.9)));
        QVERIFY(!content.crowd().contains(QPointF(30, 0)));
    }

    void namesNeverOverlapAndTheChosenOneComesFirst()
    {
        WordMapContent content;
        for (int i = 0; i < 2000; ++i)
            content.words.push_back({QStringLiteral("word %1").arg(i), {i % 45 / 10.0, i / 45 / 10.0}});
        content.chosen = 1999;
        content.path = {5, 700};
        const WordMapGeometry geometry = layoutWordMap({0, 0, 500, 400}, content.extent(), exportStyle({}));
        const std::vector<WordLabel> labels = labelsOf(geometry, content, exportStyle({}));
        QVERIFY(labels.size() > 20);
        QCOMPARE(labels[0].word, 1999);
        QCOMPARE(labels[1].word, 5);
        QCOMPARE(labels[2].word, 700);
        for (std::size_t i = 0; i < labels.size(); ++i) {
            QVERIFY(geometry.plot.contains(labels[i].rect));
            for (std::size_t j = 0; j < i; ++j)
                QVERIFY(!labels[i].rect.intersects(labels[j].rect));
        }
    }

    void aClickChoosesTheWordUnderIt()
    {
        WordMap map;
        map.setContent(cross());
        open(map);
        QSignalSpy chosen(&map, &WordMap::wordChosen);
        QTest::mouseClick(&map, Qt::LeftButton, {}, map.geometryNow().toArea({2, 0}).toPoint());
        QCOMPARE(chosen.takeFirst().at(0).toInt(), 1);
        QTest::mouseClick(&map, Qt::LeftButton, {}, map.geometryNow().toArea({1, 1}).toPoint());
        QVERIFY(chosen.isEmpty());
    }

    void arrowsGoToTheNextWordInTheirDirection()
    {
        WordMap map;
        map.setContent(cross());
        open(map);
        QSignalSpy chosen(&map, &WordMap::wordChosen);
        for (const auto& [key, word] : {std::pair{Qt::Key_Left, 0}, std::pair{Qt::Key_Right, 1},
                 std::pair{Qt::Key_Up, 2}, std::pair{Qt::Key_Down, 3}}) {
            QTest::keyClick(&map, key);
            QCOMPARE(chosen.takeFirst().at(0).toInt(), word);
        }
    }

    void oneComesCloserMovesAndSeesAllAgain()
    {
        WordMap map;
        map.setContent(cross());
        open(map);
        const double scale = map.geometryNow().scale;
        QTest::keyClick(&map, Qt::Key_Plus);
        QVERIFY(map.geometryNow().scale > scale * 1.4);
        const QPointF middle = map.geometryNow().centre;
        const QPoint from = map.rect().center();
        QTest::mousePress(&map, Qt::LeftButton, {}, from);
        QTest::mouseMove(&map, from + QPoint(30, 0));
        QTest::mouseMove(&map, from + QPoint(60, 0));
        QTest::mouseRelease(&map, Qt::LeftButton, {}, from + QPoint(60, 0));
        QVERIFY(map.geometryNow().centre.x() < middle.x()); // what was left of it has come into sight
        WordMapContent other = cross();
        other.chosen = 0;
        map.setContent(other);
        QVERIFY2(map.isEnlarged(), "another choice must not move the map");
        QTest::keyClick(&map, Qt::Key_0);
        QCOMPARE(map.geometryNow().scale, scale);
    }

    void aWordThatIsLookedForComesIntoSight()
    {
        WordMap map;
        map.setContent(cross());
        open(map);
        for (int i = 0; i < 6; ++i)
            QTest::keyClick(&map, Qt::Key_Plus);
        QVERIFY(!map.geometryNow().plot.contains(map.geometryNow().toArea({0, 2})));
        QSignalSpy chosen(&map, &WordMap::wordChosen);
        map.goToPlace(2);
        QCOMPARE(chosen.takeFirst().at(0).toInt(), 2);
        QVERIFY(map.geometryNow().plot.contains(map.geometryNow().toArea({0, 2})));
        map.goToPlace(99);
        QVERIFY(chosen.isEmpty());
    }

    void wordsThatAllLieOnOnePointAreStillAPicture()
    {
        WordMap map;
        WordMapContent content;
        content.words = {{QStringLiteral("a"), {0, 0}}, {QStringLiteral("b"), {0, 0}}};
        map.setContent(content);
        open(map);
        QTest::keyClick(&map, Qt::Key_Right);
        QVERIFY(!map.grab().isNull());
        map.setContent({});
        QVERIFY(!map.grab().isNull());
    }
};

QTEST_MAIN(TestWordMap)
#include "tst_word_map.moc"
