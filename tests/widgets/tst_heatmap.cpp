#include "widgets/pictures/attention/heatmap.h"

#include <QNativeGestureEvent>
#include <QPaintEvent>
#include <QPointingDevice>
#include <QSignalSpy>
#include <QWheelEvent>
#include <QtTest>

#include <array>
#include <cmath>
#include <limits>

using namespace glassformer;

/** The map as one uses it: come closer, move, go to a cell, read what lies under the pointer. */
class TestHeatmap : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_map = std::make_unique<Heatmap>();
        m_map->resize(420, 400);
        m_map->setContent(sentence(200));
        m_map->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_map.get()));
    }

    void theWheelComesCloserToWhatIsUnderThePointer()
    {
        const QPointF centre = m_map->geometryNow().cellRect(50, 60).center();
        turn(centre, 4, Qt::NoModifier);
        QVERIFY(m_map->isEnlarged());
        const HeatmapGeometry geometry = m_map->geometryNow();
        QVERIFY(geometry.cellWidth() > 2 * geometry.frame.width() / 200);
        const auto cell = geometry.cellAt(centre);
        QVERIFY(cell);
        QVERIFY2(std::abs(cell->x() - 60) <= 1 && std::abs(cell->y() - 50) <= 1, "moved away");
        QVERIFY(geometry.cells.contains(geometry.frame));
        turn(centre, -20, Qt::NoModifier);
        QVERIFY(!m_map->isEnlarged());
    }

    void twoFingersOnAPadComeCloserToWhatIsBetweenThem()
    {
        const QPointF centre = m_map->geometryNow().cellRect(50, 60).center();
        for (int i = 0; i < 8; ++i)
            pinchOnPad(centre, 0.2);
        QVERIFY(m_map->isEnlarged());
        const auto cell = m_map->geometryNow().cellAt(centre);
        QVERIFY(cell);
        QVERIFY2(std::abs(cell->x() - 60) <= 1 && std::abs(cell->y() - 50) <= 1, "moved away");
        pinchOnPad(centre, -0.5);
        const double before = m_map->geometryNow().cellWidth();
        pinchOnPad(centre, -3); // more than all: some pads send such leaps
        QVERIFY2(m_map->geometryNow().cellWidth() < before, "came closer");
        for (int i = 0; i < 12; ++i)
            pinchOnPad(centre, -0.5);
        QVERIFY(!m_map->isEnlarged());
    }

    void twoFingersOnAScreenComeCloser()
    {
        std::unique_ptr<QPointingDevice> screen(QTest::createTouchDevice());
        const QPoint middle = m_map->geometryNow().frame.center().toPoint();
        const auto at = [&](int distance) {
            return std::pair(middle - QPoint(distance, 0), middle + QPoint(distance, 0));
        };
        const auto [left, right] = at(20);
        QTest::touchEvent(m_map.get(), screen.get()).press(0, left).press(1, right);
        for (int distance = 30; distance <= 120; distance += 10) {
            const auto [nearer, farther] = at(distance);
            QTest::touchEvent(m_map.get(), screen.get()).move(0, nearer).move(1, farther);
        }
        const auto [last_left, last_right] = at(120);
        QTest::touchEvent(m_map.get(), screen.get()).release(0, last_left).release(1, last_right);
        QVERIFY(m_map->isEnlarged());
        const HeatmapGeometry geometry = m_map->geometryNow();
        QVERIFY2(
            geometry.cellWidth() > 3 * geometry.frame.width() / 200, "fingers went six times as far apart");
        QVERIFY(geometry.cellAt(middle));
        QVERIFY(std::abs(geometry.cellAt(middle)->x() - 100) <= 3);
    }

    /** Speed of a glance: cells that nobody chose are not painted again. */
    void anotherChoiceRepaintsItsRowsAndTheLabelsAlone()
    {
        HeatmapContent content = sentence(20);
        content.shows_numbers = true;
        content.row = 4;
        content.column = 3;
        m_map->setContent(content);
        const QRegion all = repainted();
        QVERIFY(all.contains(m_map->rect()));
        content.row = 12;
        content.column = 11;
        m_map->setContent(content);
        const QRegion changed = repainted();
        const HeatmapGeometry geometry = m_map->geometryNow();
        for (int row = 0; row < content.rows; ++row) {
            const QRect cell = geometry.cellRect(row, 0).toAlignedRect().adjusted(4, 4, -4, -4);
            QCOMPARE(changed.intersects(cell), row == 4 || row == 12);
        }
        const QImage painted = pictureNow();
        QCOMPARE(painted, paintedWhole());
    }

    void theSameChoiceRepaintsNothing()
    {
        HeatmapContent content = sentence(20);
        content.row = 4;
        m_map->setContent(content);
        repainted();
        m_map->setContent(content);
        QVERIFY(repainted().isEmpty());
    }

    void severalChoicesBeforeThePaintingLeaveNoTrace()
    {
        HeatmapContent content = sentence(20);
        content.row = 4;
        content.column = 3;
        m_map->setContent(content);
        repainted();
        for (const int row : {5, 9, 19, 0}) {
            content.row = row;
            content.column = 0;
            m_map->setContent(content);
        }
        const QImage painted = pictureNow();
        QCOMPARE(painted, paintedWhole());
    }

    void anEnlargedMapRepaintsNoMoreThanItsRowsEither()
    {
        HeatmapContent content = sentence(40);
        content.row = 18;
        content.column = 17;
        m_map->setContent(content);
        m_map->enlarge(3, m_map->geometryNow().frame.center());
        repainted();
        content.row = 21;
        content.column = 20;
        m_map->setContent(content);
        const QRect far = m_map->geometryNow().cellRect(24, 22).toAlignedRect().adjusted(4, 4, -4, -4);
        QVERIFY(m_map->rect().contains(far));
        QVERIFY(!repainted().intersects(far));
        const QImage painted = pictureNow();
        QCOMPARE(painted, paintedWhole());
    }

    void otherNumbersRepaintEverything()
    {
        HeatmapContent content = sentence(20);
        m_map->setContent(content);
        repainted();
        content.values.front() = 0.5f;
        m_map->setContent(content);
        QVERIFY(repainted().contains(m_map->rect()));
        const QImage painted = pictureNow();
        QCOMPARE(painted, paintedWhole());
    }

    void aShortTextLeavesTheWheelToThePage()
    {
        m_map->setContent(sentence(5));
        const QPointF centre = m_map->geometryNow().cells.center();
        turn(centre, 2, Qt::NoModifier);
        QVERIFY(!m_map->isEnlarged());
        m_map->setContent(sentence(12));
        turn(m_map->geometryNow().cells.center(), 2, Qt::ControlModifier);
        QVERIFY(m_map->isEnlarged());
    }

    void aDragMovesAndChoosesNothing()
    {
        m_map->enlarge(6, m_map->geometryNow().frame.center());
        QSignalSpy chosen(m_map.get(), &Heatmap::cellChosen);
        const QPoint from = m_map->geometryNow().frame.center().toPoint();
        const auto before = m_map->geometryNow().cellAt(from);
        QTest::mousePress(m_map.get(), Qt::LeftButton, {}, from);
        QTest::mouseMove(m_map.get(), from + QPoint(30, 20));
        QTest::mouseMove(m_map.get(), from + QPoint(60, 40));
        QTest::mouseRelease(m_map.get(), Qt::LeftButton, {}, from + QPoint(60, 40));
        QCOMPARE(chosen.size(), 0);
        QCOMPARE(m_map->geometryNow().cellAt(from + QPointF(60, 40)), before);
        QTest::mouseClick(m_map.get(), Qt::LeftButton, {}, from);
        QCOMPARE(chosen.size(), 1);
    }

    void aDragEndsAtTheEndOfTheText()
    {
        m_map->enlarge(6, m_map->geometryNow().frame.center());
        const QPoint from = m_map->geometryNow().frame.center().toPoint();
        QTest::mousePress(m_map.get(), Qt::LeftButton, {}, from);
        QTest::mouseMove(m_map.get(), from + QPoint(4000, 4000));
        QTest::mouseRelease(m_map.get(), Qt::LeftButton, {}, from + QPoint(4000, 4000));
        const HeatmapGeometry geometry = m_map->geometryNow();
        QVERIFY(std::abs(geometry.cells.left() - geometry.frame.left()) < 1e-6);
        QVERIFY(std::abs(geometry.cells.top() - geometry.frame.top()) < 1e-6);
    }

    void aDoubleClickShowsAllAgain()
    {
        m_map->enlarge(6, m_map->geometryNow().frame.center());
        QTest::mouseDClick(m_map.get(), Qt::LeftButton, {}, m_map->geometryNow().frame.center().toPoint());
        QVERIFY(!m_map->isEnlarged());
    }

    void anotherChoiceKeepsThePartThatIsSeen()
    {
        m_map->enlarge(6, m_map->geometryNow().frame.center());
        const QRectF before = m_map->geometryNow().cells;
        HeatmapContent content = sentence(200);
        content.row = 3;
        m_map->setContent(content);
        QCOMPARE(m_map->geometryNow().cells, before);
        m_map->setContent(sentence(30));
        QVERIFY(!m_map->isEnlarged());
    }

    void goingToAPlaceBringsItIntoSight()
    {
        QSignalSpy chosen(m_map.get(), &Heatmap::cellChosen);
        QCOMPARE(m_map->placeNames().size(), std::size_t(200));
        m_map->goToPlace(150);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.first().at(0).toInt(), 150);
        QCOMPARE(chosen.first().at(1).toInt(), 149); // the strongest of its row
        const HeatmapGeometry geometry = m_map->geometryNow();
        QVERIFY(geometry.frame.contains(geometry.cellRect(150, 149).center()));
        QVERIFY2(geometry.cellHeight() >= 10, "too small to be seen");
    }

    void columnsOfOtherTokensArePlacesToo()
    {
        HeatmapContent content = sentence(5);
        for (AxisLabel& label : content.column_labels)
            label.text += QStringLiteral("'");
        m_map->setContent(content);
        QCOMPARE(m_map->placeNames().size(), std::size_t(10));
        QSignalSpy chosen(m_map.get(), &Heatmap::cellChosen);
        m_map->goToPlace(7);
        QCOMPARE(chosen.first().at(1).toInt(), 2);
    }

    void whatThePointerReadsNamesThePlaces()
    {
        const QString text = m_map->cellText(7, 6);
        QCOMPARE(text, QStringLiteral("row 7 “word7” → column 6 “word6”: 0.9000"));
        QVERIFY(m_map->cellText(0, 1).endsWith(QStringLiteral("masked")));
    }

    void theNameOfTheScaleIsTheChoice()
    {
        HeatmapContent content = sentence(6);
        content.shared_limit = 30;
        m_map->setContent(content);
        QSignalSpy wanted(m_map.get(), &Heatmap::scaleChosen);
        const auto click = [&] {
            QTest::mouseClick(
                m_map.get(), Qt::LeftButton, {}, m_map->geometryNow().scale_name.center().toPoint());
        };
        click();
        QCOMPARE(wanted.takeFirst().first().toBool(), true);
        m_map->setSharesScale(true);
        m_map->setContent(content);
        QVERIFY2(m_map->content().shares_limit, "the next run forgot the choice");
        click();
        QCOMPARE(wanted.takeFirst().first().toBool(), false);
    }

    void scalesOfAPageAreChosenTogether()
    {
        Heatmap other;
        HeatmapContent content = sentence(6);
        content.shared_limit = 30;
        m_map->setContent(content);
        other.setContent(content);
        tieScales(std::array{m_map.get(), &other});
        QTest::mouseClick(
            m_map.get(), Qt::LeftButton, {}, m_map->geometryNow().scale_name.center().toPoint());
        QVERIFY(m_map->content().shares_limit && other.content().shares_limit);
    }

    void manyCellsArePaintedOnceAndFast()
    {
        m_map->setContent(sentence(900));
        const auto changes = [&] {
            QImage image(m_map->size(), QImage::Format_RGB32);
            m_map->render(&image);
            return image;
        };
        const QImage first = changes();
        QCOMPARE(changes(), first);
        m_map->enlarge(3, m_map->geometryNow().frame.center());
        QVERIFY(changes() != first);
    }

    void rowsAreAddedToASumByMouseAndKeys()
    {
        m_map->setContent(sentence(8));
        QSignalSpy added(m_map.get(), &Heatmap::rowAdded);
        QSignalSpy chosen(m_map.get(), &Heatmap::cellChosen);
        const QPointF cell = m_map->geometryNow().cellRect(5, 2).center();
        QTest::mouseClick(m_map.get(), Qt::LeftButton, Qt::ControlModifier, cell.toPoint());
        QVERIFY(added.isEmpty()); // rows of other numbers are not summed: it is a click like any other
        QCOMPARE(chosen.takeFirst(), (QList<QVariant>{5, 2}));
        m_map->setSumsRows(true);
        QTest::mouseClick(m_map.get(), Qt::LeftButton, Qt::ControlModifier, cell.toPoint());
        QCOMPARE(added.takeFirst(), QList<QVariant>{5});
        const QPointF name(
            m_map->geometryNow().frame.left() - 8, m_map->geometryNow().rowRect(3).center().y());
        QTest::mouseClick(m_map.get(), Qt::LeftButton, Qt::ControlModifier, name.toPoint());
        QCOMPARE(added.takeFirst(), QList<QVariant>{3});
        QVERIFY(chosen.isEmpty());
        HeatmapContent content = sentence(8);
        content.row = 3;
        content.column = 0;
        content.summed_rows = {5};
        m_map->setContent(content);
        m_map->setFocus();
        QTest::keyClick(m_map.get(), Qt::Key_Up, Qt::ShiftModifier);
        QTest::keyClick(m_map.get(), Qt::Key_Down, Qt::ShiftModifier);
        QCOMPARE(added.takeFirst(), QList<QVariant>{2}); // above those that are summed
        QCOMPARE(added.takeFirst(), QList<QVariant>{6}); // and below
        QVERIFY(chosen.isEmpty());
    }

    void aRowThatIsPointedAtElsewhereIsFramed()
    {
        m_map->setContent(sentence(8));
        QSignalSpy hovered(m_map.get(), &Heatmap::rowHovered);
        const QImage plain = m_map->grab().toImage();
        m_map->setHovered(4);
        QVERIFY(m_map->grab().toImage() != plain);
        m_map->setHovered(std::nullopt);
        QCOMPARE(m_map->grab().toImage(), plain);
        QTest::mouseMove(m_map.get(), m_map->geometryNow().cellRect(6, 1).center().toPoint());
        QTRY_COMPARE(hovered.size(), 1);
    }

private:
    void pinchOnPad(const QPointF& at, double value)
    {
        QNativeGestureEvent pinch(Qt::ZoomNativeGesture, QPointingDevice::primaryPointingDevice(), 2, at, at,
            m_map->mapToGlobal(at), value, {});
        QCoreApplication::sendEvent(m_map.get(), &pinch);
    }
    /** What the map paints now, until it has nothing left to paint. */
    QRegion repainted()
    {
        struct Watch : QObject
        {
            QRegion region;
            bool eventFilter(QObject*, QEvent* event) override
            {
                if (event->type() == QEvent::Paint)
                    region += static_cast<QPaintEvent*>(event)->region();
                return false;
            }
        } watch;
        m_map->installEventFilter(&watch);
        QTest::qWait(0);
        QCoreApplication::processEvents();
        return watch.region;
    }
    /** Without the mark of the focus. */
    QImage pictureNow()
    {
        m_map->clearFocus();
        return m_map->grab().toImage();
    }
    QImage paintedWhole()
    {
        m_map->setSharesScale(false);
        return pictureNow();
    }
    /** Word i looks at word i-1 with 0.9, at no later one. */
    static HeatmapContent sentence(int size)
    {
        HeatmapContent content;
        content.rows = content.columns = size;
        content.values.assign(std::size_t(size) * std::size_t(size), 0);
        for (int i = 0; i < size; ++i) {
            content.row_labels.push_back({QStringLiteral("word%1").arg(i)});
            for (int j = 0; j < size; ++j)
                content.values[std::size_t(i * size + j)] = j > i ? -std::numeric_limits<float>::infinity()
                    : j + 1 == i                                  ? 0.9f
                                                                  : 0.01f;
        }
        content.column_labels = content.row_labels;
        return content;
    }

    void turn(const QPointF& at, int notches, Qt::KeyboardModifiers modifiers)
    {
        QWheelEvent event(at, m_map->mapToGlobal(at), {}, {0, notches * 120}, Qt::NoButton, modifiers,
            Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(m_map.get(), &event);
    }

    std::unique_ptr<Heatmap> m_map;
};

QTEST_MAIN(TestHeatmap)
#include "tst_heatmap.moc"
