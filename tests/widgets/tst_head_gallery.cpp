#include "widgets/pictures/attention/head_gallery.h"

#include <QPainter>
#include <QSignalSpy>
#include <QtTest>

#include <limits>

using namespace glassformer;

class TestHeadGallery : public QObject
{
    Q_OBJECT

private slots:
    void manyHeadsLeaveTheMapItsRoom_data()
    {
        QTest::addColumn<int>("layers");
        QTest::addColumn<int>("heads");
        QTest::newRow("GPT-2 XL") << 48 << 25;
        QTest::newRow("a large LLaMA") << 80 << 64;
        QTest::newRow("more heads than pixels") << 4 << 400;
    }
    void manyHeadsLeaveTheMapItsRoom()
    {
        QFETCH(int, layers);
        QFETCH(int, heads);
        HeadGallery gallery;
        gallery.setHeads(layers, heads, atlas(layers, heads));
        const double em = gallery.figureStyle().em();
        QVERIFY2(
            gallery.sizeHint().height() <= 15 * em, qPrintable(QString::number(gallery.sizeHint().height())));
        QVERIFY(gallery.minimumSizeHint().height() <= 7 * em);
        QVERIFY(gallery.minimumSizeHint().width() <= 20 * em);
        gallery.resize(700, int(10 * em));
        gallery.show();
        QVERIFY(QTest::qWaitForWindowExposed(&gallery));
        // Every head can be reached, and what is chosen is in sight and clickable where it is seen.
        QSignalSpy chosen(&gallery, &HeadGallery::headChosen);
        gallery.setChosen(layers - 1, heads - 1);
        gallery.setFocus();
        QTest::keyClick(&gallery, Qt::Key_Up);
        QCOMPARE(chosen.takeFirst(), (QList<QVariant>{layers - 2, heads - 1}));
        const QRectF shown = gallery.rectOf(layers - 1, heads - 1);
        QTest::mouseClick(&gallery, Qt::LeftButton, {}, shown.center().toPoint());
        QCOMPARE(chosen.size(), 1);
        QVERIFY2(chosen.first().at(0).toInt() > layers / 2 || layers < 5, "not scrolled to the chosen one");
    }

    void rowsGoOnToTheRightWhereTheyHaveNoRoomBelow_data()
    {
        QTest::addColumn<int>("layers");
        QTest::addColumn<int>("heads");
        QTest::addColumn<int>("height");
        QTest::newRow("12 x 12") << 12 << 12 << 90;
        QTest::newRow("22 x 32") << 22 << 32 << 125;
        QTest::newRow("24 x 16") << 24 << 16 << 110;
    }
    void rowsGoOnToTheRightWhereTheyHaveNoRoomBelow()
    {
        QFETCH(int, layers);
        QFETCH(int, heads);
        QFETCH(int, height);
        HeadGallery gallery;
        QFont font = gallery.font();
        font.setPixelSize(13);
        gallery.setFont(font);
        gallery.setHeads(layers, heads, atlas(layers, heads));
        gallery.resize(860, height);
        gallery.show();
        QVERIFY(QTest::qWaitForWindowExposed(&gallery));
        QSignalSpy chosen(&gallery, &HeadGallery::headChosen);
        std::vector<QRectF> all;
        for (int layer = 0; layer < layers; ++layer)
            for (int head = 0; head < heads; ++head) {
                const QRectF rect = gallery.rectOf(layer, head);
                QVERIFY2(!rect.isEmpty() && QRectF(gallery.rect()).contains(rect),
                    qPrintable(QStringLiteral("layer %1, head %2").arg(layer).arg(head)));
                QTest::mouseClick(&gallery, Qt::LeftButton, {}, rect.center().toPoint());
                QCOMPARE(chosen.takeFirst(), (QList<QVariant>{layer, head}));
            }
        QVERIFY(gallery.rectOf(layers - 1, 0).left() > gallery.rectOf(0, heads - 1).right());
        // As many rows as there is room for stay below each other.
        gallery.resize(860, 20 * layers);
        QCOMPARE(gallery.rectOf(layers - 1, 0).left(), gallery.rectOf(0, 0).left());
    }

    void headsAreMarkedByAClickWithControlAndFramed()
    {
        HeadGallery gallery;
        gallery.setHeads(2, 2, atlas(2, 2));
        gallery.resize(400, 120);
        gallery.show();
        QVERIFY(QTest::qWaitForWindowExposed(&gallery));
        QSignalSpy marked(&gallery, &HeadGallery::headMarked), chosen(&gallery, &HeadGallery::headChosen);
        QTest::mouseClick(
            &gallery, Qt::LeftButton, Qt::ControlModifier, gallery.rectOf(1, 0).center().toPoint());
        QCOMPARE(marked.takeFirst(), (QList<QVariant>{1, 0}));
        QVERIFY(chosen.isEmpty());
        const QImage plain = gallery.grab().toImage();
        gallery.setMarked({false, false, true, false});
        QVERIFY(gallery.grab().toImage() != plain);
        QVERIFY(gallery.headText(1, 0).contains(QStringLiteral("Marked")));
        QVERIFY(!gallery.headText(0, 0).contains(QStringLiteral("Marked")));
        QVERIFY(gallery.accessibleDescription().contains(QStringLiteral("Marked: 1")));
        gallery.setMarked({});
        QCOMPARE(gallery.grab().toImage(), plain);
    }

    void withoutAChoiceNothingIsFramed()
    {
        HeadGallery gallery;
        gallery.setHeads(2, 2, atlas(2, 2));
        gallery.resize(300, 120);
        const auto drawn = [&](int head, bool is_shown) {
            gallery.setChosen(1, head, is_shown);
            QImage image(gallery.size(), QImage::Format_RGB32);
            image.fill(Qt::white);
            QPainter painter(&image);
            gallery.paintPicture(painter, gallery.rect(), gallery.figureStyle());
            return image;
        };
        QVERIFY(drawn(0, true) != drawn(1, true));
        QCOMPARE(drawn(0, false), drawn(1, false));
    }

    void headsAreToldApartByHowMuchTheyDoAndThePointerReadsIt()
    {
        HeadGallery gallery;
        gallery.setHeads(1, 2, atlas(1, 2));
        gallery.resize(400, 80);
        const auto inked = [&](const QColor& colour) {
            QImage image(gallery.size(), QImage::Format_RGB32);
            image.fill(Qt::white);
            QPainter painter(&image);
            gallery.paintPicture(painter, gallery.rect(), gallery.figureStyle());
            int pixels = 0;
            for (int y = 0; y < image.height(); ++y)
                for (int x = 0; x < image.width(); ++x)
                    pixels += image.pixelColor(x, y) == colour ? 1 : 0;
            return pixels;
        };
        const QColor bar = gallery.figureStyle().palette.selected;
        QCOMPARE(inked(bar), 0);
        gallery.setTint({0.5, std::nullopt}, {QStringLiteral("half of it"), QStringLiteral("none")});
        const int half = inked(bar);
        QVERIFY(half > 0);
        gallery.setTint({1.0, 0.0}, {QStringLiteral("all of it"), QStringLiteral("none")});
        QVERIFY(inked(bar) > 1.5 * half);
        QVERIFY(gallery.headText(0, 0).contains(QStringLiteral("all of it")));
        gallery.setTint({}, {});
        QCOMPARE(inked(bar), 0);
        QVERIFY(!gallery.headText(0, 0).contains(QStringLiteral("all of it")));
    }

    void aSortedGridOpensTheHeadThatStandsThere()
    {
        HeadGallery gallery;
        gallery.setHeads(2, 3, atlas(2, 3));
        gallery.resize(600, 160);
        gallery.show();
        QVERIFY(QTest::qWaitForWindowExposed(&gallery));
        gallery.setOrder({4, 0, 5, 1, 2, 3}); // layer 2 head 2 first
        QSignalSpy chosen(&gallery, &HeadGallery::headChosen);
        QTest::mouseClick(&gallery, Qt::LeftButton, {}, gallery.rectOf(1, 1).center().toPoint());
        QCOMPARE(chosen.takeFirst(), (QList<QVariant>{1, 1}));
        QVERIFY(gallery.rectOf(1, 1).left() < gallery.rectOf(0, 0).left());
        QVERIFY(gallery.rectOf(1, 0).top() > gallery.rectOf(0, 0).top()); // the last one
        gallery.setChosen(1, 1);
        gallery.setFocus();
        QTest::keyClick(&gallery, Qt::Key_Right); // to the second of the order
        QCOMPARE(chosen.takeFirst(), (QList<QVariant>{0, 0}));
        gallery.setOrder({});
        QVERIFY(gallery.rectOf(0, 0).left() < gallery.rectOf(1, 1).left());
    }

    void headsAreEnlargedWhereTheyAreAndAllComeBack()
    {
        HeadGallery gallery;
        gallery.setHeads(32, 32, atlas(32, 32));
        gallery.resize(600, 320);
        gallery.show();
        QVERIFY(QTest::qWaitForWindowExposed(&gallery));
        gallery.setChosen(20, 9);
        const QRectF small = gallery.rectOf(20, 9);
        gallery.setFocus();
        QTest::keyClick(&gallery, Qt::Key_Plus);
        QTest::keyClick(&gallery, Qt::Key_Plus);
        const QRectF large = gallery.rectOf(20, 9);
        QVERIFY(large.width() > 1.8 * small.width() && large.height() > 1.8 * small.height());
        QVERIFY(gallery.rect().contains(large.toRect()));
        QVERIFY(gallery.rectOf(0, 31).isEmpty()); // out of sight
        QTest::keyClick(&gallery, Qt::Key_0);
        QCOMPARE(gallery.rectOf(20, 9), small);
        QVERIFY(!gallery.isEnlarged());
    }

    void largeLettersHaveTheirRoom()
    {
        HeadGallery gallery;
        QFont large = gallery.font();
        large.setPixelSize(40);
        gallery.setFont(large);
        gallery.setHeads(4, 4, atlas(4, 4));
        gallery.resize(900, 500);
        const FigureStyle style = gallery.figureStyle();
        HeadGridContent content;
        content.layers = content.heads = 4;
        const HeadGridGeometry geometry = layoutHeadGrid(QRectF(0, 0, 900, 500), content, style);
        const QFontMetricsF bold(style.scaledFont(0.84, true)); // as the chosen name is
        QVERIFY(geometry.label_width > bold.horizontalAdvance(HeadGallery::tr("layer %1").arg(4)));
        QVERIFY(geometry.heading_height >= bold.height());
    }

    void thumbnailsThatAreNotToldAreCovered()
    {
        HeadGallery gallery;
        gallery.setHeads(4, 1, atlas(4, 1));
        gallery.resize(300, 200);
        const auto drawn = [&] {
            QImage image(gallery.size(), QImage::Format_RGB32);
            image.fill(Qt::white);
            QPainter painter(&image);
            gallery.paintPicture(painter, gallery.rect(), gallery.figureStyle());
            return image;
        };
        gallery.setChosen(3, 0);
        const QImage plain = drawn();
        const auto isCovered = [&](const QImage& image, int layer) {
            const QRect rect = gallery.rectOf(layer, 0).toRect().adjusted(2, 2, -2, -2);
            return image.copy(rect) != plain.copy(rect);
        };
        gallery.setCover({Cover::Open::Nothing, 0});
        QVERIFY(isCovered(drawn(), 0) && isCovered(drawn(), 3));
        gallery.setCover({Cover::Open::Rows, 0.5});
        QVERIFY(!isCovered(drawn(), 1) && isCovered(drawn(), 2) && !isCovered(drawn(), 3));
        gallery.setCover({});
        QCOMPARE(drawn(), plain);
    }

    void aHeadThatTrainingTookOutIsMarkedAndSaysSo()
    {
        HeadGallery gallery;
        gallery.setHeads(2, 2, atlas(2, 2));
        gallery.resize(400, 120);
        const auto drawn = [&] {
            QImage image(gallery.size(), QImage::Format_RGB32);
            image.fill(Qt::white);
            QPainter painter(&image);
            gallery.paintPicture(painter, gallery.rect(), gallery.figureStyle());
            return image;
        };
        const QImage plain = drawn();
        gallery.setHeadsRemoved({false, true, false, false});
        QVERIFY(drawn() != plain);
        QVERIFY(gallery.headText(0, 1).contains(QStringLiteral("Training took this head out")));
        QCOMPARE(gallery.headText(0, 0), QStringLiteral("Layer 1 · Head 1"));
    }

    void oneWeightOfALongTextStaysInItsThumbnail()
    {
        for (const int place : {0, 333, 700}) {
            std::vector<float> weights(900 * 900, 0.0f);
            weights[std::size_t(place) * 900 + 777] = 1;
            const ThumbnailAtlas one(1, 1, [&](int, int) {
                return ThumbnailSource{{weights.data(), 900, 900}, {}, 900, 900};
            });
            QImage image(30, 20, QImage::Format_RGB32);
            image.fill(Qt::white);
            QPainter painter(&image);
            const FigureStyle style;
            one.paint(painter, QRectF(0, 0, 30, 20), 0, 0, style);
            painter.end();
            const QRgb full = ColourScale::sequential(style.colours, 1, style.palette).colour(1).rgb();
            int seen = 0;
            for (int y = 0; y < 20; ++y)
                for (int x = 0; x < 30; ++x)
                    seen += image.pixel(x, y) == full;
            QVERIFY2(seen >= 1, qPrintable(QString::number(place)));
        }
    }

    void whatTheRuleHidesLooksHidden()
    {
        std::vector<float> weights(200 * 200, 0.0f);
        const auto drawn = [&](const MaskRule& rule) {
            const ThumbnailAtlas one(1, 1, [&](int, int) {
                return ThumbnailSource{{weights.data(), 200, 200}, rule, 200, 200};
            });
            QImage image(60, 60, QImage::Format_RGB32);
            QPainter painter(&image);
            one.paint(painter, QRectF(0, 0, 60, 60), 0, 0, {});
            painter.end();
            return image;
        };
        const QImage causal = drawn({true, 0}), open = drawn({});
        QVERIFY(causal.pixel(50, 5) != open.pixel(50, 5));
        QCOMPARE(causal.pixel(5, 50), open.pixel(5, 50));
        const QImage window = drawn({true, 20});
        QVERIFY(window.pixel(5, 50) != open.pixel(5, 50));
    }

    void aRuleHidesBlocksOnlyAsAWhole()
    {
        const MaskRule causal{true, 0}, window{true, 3};
        QVERIFY(causal.hides(2, 3, 3, 4));
        QVERIFY(!causal.hides(2, 3, 2, 3));
        QVERIFY(!causal.hides(0, 4, 3, 4)); // query 3 may look at key 3
        QVERIFY(window.hides(5, 6, 2, 3));
        QVERIFY(!window.hides(5, 6, 3, 4));
        QVERIFY(!window.hides(4, 6, 2, 3)); // query 4 may look at key 2
        QVERIFY(!(MaskRule{}.hides(0, 1, 5, 6)));
    }

private:
    ThumbnailAtlas atlas(int layers, int heads)
    {
        return ThumbnailAtlas(layers, heads, [this](int, int) {
            return ThumbnailSource{{m_weights.data(), 3, 3}, {}, 3, 3};
        });
    }

    std::vector<float> m_weights{1, 0, 0, 0.5f, 0.5f, 0, 0.2f, 0.3f, 0.5f};
};

QTEST_MAIN(TestHeadGallery)
#include "tst_head_gallery.moc"
