#include "widgets/paint/attention/cell_image.h"
#include "widgets/paint/attention/heatmap_painter.h"
#include "widgets/paint/axis_labels.h"
#include "widgets/paint/words/token_axis_painter.h"

#include <QBuffer>
#include <QFontMetricsF>
#include <QImage>
#include <QPainter>
#include <QSvgGenerator>
#include <QSvgRenderer>
#include <QtTest>

#include <array>
#include <cmath>
#include <limits>
#include <numbers>

using namespace glassformer;

/** What is drawn where a computation broke, row 16 of the bad inputs. */
class TestHeatmapPainter : public QObject
{
    Q_OBJECT

private slots:
    void aCellWithoutANumberIsCrossed_data()
    {
        QTest::addColumn<int>("size");
        QTest::newRow("large cells") << 2;
        QTest::newRow("cells of a pixel") << 200;
    }
    void aCellWithoutANumberIsCrossed()
    {
        QFETCH(int, size);
        const float nan = std::numeric_limits<float>::quiet_NaN();
        const float infinity = std::numeric_limits<float>::infinity();
        const QImage whole = picture(size, 0.5f);
        QVERIFY(picture(size, nan) != whole);
        QCOMPARE(picture(size, nan), picture(size, infinity));
        QVERIFY2(picture(size, nan) != picture(size, -infinity), "looks like a masked cell");
    }

    void numbersThatNobodyCouldReadAreLeftOut()
    {
        const auto is_numbered = [this](double cell_in_em) {
            HeatmapContent content = filled(8, 0.5f);
            content.has_colour_bar = false;
            content.row_labels.clear();
            content.column_labels.clear();
            std::array<QImage, 2> images;
            for (const bool shows : {false, true}) {
                content.shows_numbers = shows;
                QImage& image = images[shows];
                image = QImage(int(cell_in_em * style.em() * 8) + 4, int(cell_in_em * style.em() * 8) + 4,
                    QImage::Format_ARGB32_Premultiplied);
                image.fill(Qt::white);
                QPainter painter(&image);
                paintHeatmap(painter, layoutHeatmap(QRectF(image.rect()), content, style), content, style);
            }
            return images[0] != images[1];
        };
        QVERIFY(is_numbered(2.5));
        const double read = QFontMetricsF(style.scaledFont(0.6)).horizontalAdvance(QStringLiteral("0.00"));
        QVERIFY(!is_numbered(0.8 * read / style.em()));
    }

    void aLongTextIsNotTallerThanAScreen()
    {
        const auto height = [this](int rows) { return naturalHeatmap(filled(rows, 0.5f), style).height(); };
        QVERIFY(height(20) > 1.5 * height(10));
        QVERIFY2(height(1000) < 45 * style.em(), "would be painted where nobody looks");
    }

    void theLargestSizeIsThatOfNumbers()
    {
        const float nan = std::numeric_limits<float>::quiet_NaN();
        const float infinity = std::numeric_limits<float>::infinity();
        QCOMPARE(largestSize({0.5f, -3.25f, nan, -nan, infinity, -infinity, 2.0f}), 3.25);
        QCOMPARE(largestSize({0.0f, -0.0f, nan, -infinity}), 1.0);
        QCOMPARE(largestSize({}), 1.0);
        QCOMPARE(largestSize({1e-42f, -3e38f}), double(3e38f));
    }

    void aFewNumbersFarOutDoNotTakeAllColours()
    {
        std::vector<float> numbers;
        for (int i = 0; i < 1000; ++i)
            numbers.push_back(float(i % 21 - 10) / 10);
        QCOMPARE(sizeOfMost(numbers), 1.0);
        numbers[500] = -3; // a large one, but no other
        QCOMPARE(sizeOfMost(numbers), 3.0);
        numbers[500] = -80;
        QVERIFY(sizeOfMost(numbers) > 1.5 && sizeOfMost(numbers) < 2.5);
        numbers[501] = std::numeric_limits<float>::infinity();
        numbers[502] = std::numeric_limits<float>::quiet_NaN();
        QVERIFY(sizeOfMost(numbers) < 2.5);
        QCOMPARE(sizeOfMost({}), 1.0);
        QCOMPARE(sizeOfMost(std::vector<float>(10, 0.0f)), 1.0);
    }

    void numbersBeyondTheColoursAreToldAndMarked()
    {
        HeatmapContent content = filled(12, 0.5f);
        content.colours = HeatmapColours::Signed;
        content.column_kind = ColumnKind::Dimensions;
        endColoursAtMost(content);
        QVERIFY(!content.farthest && numbersBeyond(content) == 0 && !needsLegend(content));
        content.values[3] = -40;
        endColoursAtMost(content);
        QCOMPARE(content.farthest, std::optional(40.0));
        QCOMPARE(numbersBeyond(content), 1);
        QVERIFY(content.limit < 2 && needsLegend(content));
        HeatmapContent silent = content;
        silent.farthest.reset();
        const HeatmapGeometry geometry = layoutHeatmap(area, content, style);
        const QImage told = drawn(content), untold = drawn(silent);
        const QRect cell = geometry.cellRect(0, 3).toAlignedRect();
        QVERIFY2(told.copy(cell) != untold.copy(cell), "the cell looks as one at the end of the scale");
        const QRect below(int(geometry.columnRect(3).left()), int(geometry.frame.bottom()) + 2,
            int(geometry.cellWidth()), int(style.em() * 0.4));
        QVERIFY2(told.copy(below) != untold.copy(below), "the column has no mark");
        // On the scale of a page with larger numbers it is beyond nothing.
        content.shared_limit = 50;
        content.shares_limit = true;
        QCOMPARE(numbersBeyond(content), 0);
    }

    void theyAreCountedInTheLegend()
    {
        HeatmapContent content = filled(4, 0.5f);
        QCOMPARE(noNumbers(content), 0);
        content.values[3] = std::numeric_limits<float>::quiet_NaN();
        content.values[7] = std::numeric_limits<float>::infinity();
        content.values[9] = -std::numeric_limits<float>::infinity();
        QCOMPARE(noNumbers(content), 2);
        const HeatmapGeometry geometry = layoutHeatmap(area, content, style);
        const QRect legend =
            QRectF(geometry.colour_bar.left(), geometry.colour_bar.top() - 1, area.width(), 60).toRect();
        HeatmapContent other = content;
        other.values[3] = other.values[7] = 0.5f;
        QVERIFY(drawn(content).copy(legend) != drawn(other).copy(legend));
    }

    void aFileOfVectorsStaysAFileThatOpens_data()
    {
        QTest::addColumn<int>("size");
        QTest::addColumn<bool>("has_vectors");
        QTest::newRow("a paragraph") << 135 << true;
        QTest::newRow("a page of few words") << 300 << true;
        QTest::newRow("a chapter") << 1000 << false;
    }
    void aFileOfVectorsStaysAFileThatOpens()
    {
        QFETCH(int, size);
        QFETCH(bool, has_vectors);
        HeatmapContent content = filled(size, 0);
        for (int row = 0; row < size; ++row)
            for (int column = 0; column < size; ++column)
                content.values[std::size_t(row * size + column)] =
                    column > row ? -std::numeric_limits<float>::infinity() : float(column * 7 % 100) / 100;
        QBuffer buffer;
        QSvgGenerator generator;
        generator.setOutputDevice(&buffer);
        QPainter painter(&generator);
        paintHeatmap(painter, layoutHeatmap(area, content, style), content, style);
        painter.end();
        QVERIFY2(buffer.size() < 4'000'000, qPrintable(QString::number(buffer.size())));
        QCOMPARE(!buffer.data().contains("<image"), has_vectors);
        QVERIFY(QSvgRenderer(buffer.data()).isValid());
    }

    void leaningLabelsDoNotTouch_data()
    {
        QTest::addColumn<double>("cell");
        for (const double cell : {3.0, 7.0, 9.5, 12.8, 17.0, 22.0, 40.0})
            QTest::newRow(qPrintable(QString::number(cell))) << cell;
    }
    void leaningLabelsDoNotTouch()
    {
        QFETCH(double, cell);
        const QFont font = columnLabelFont(style, cell);
        const double distance = cell / std::numbers::sqrt2; // between the lines of neighbouring columns
        const double written = QFontMetricsF(font).tightBoundingRect(QStringLiteral("bridg")).height();
        QVERIFY(written <= distance * labelStride(distance, font) + 0.5);
        QVERIFY2(cell < 12 || labelStride(distance, font) == 1, "a label is left out that had room");
    }

    /** A text of 900 tokens in a picture of 300 pixels: nine cells share a pixel. */
    void aSingleCellOfALongTextIsSeen_data()
    {
        QTest::addColumn<HeatmapColours>("colours");
        QTest::addColumn<float>("number");
        QTest::newRow("a weight") << HeatmapColours::Weights << 1.0f;
        QTest::newRow("a negative number") << HeatmapColours::Signed << -1.0f;
        QTest::newRow("a positive number") << HeatmapColours::Signed << 1.0f;
        QTest::newRow("no number") << HeatmapColours::Weights << std::numeric_limits<float>::quiet_NaN();
    }
    void aSingleCellOfALongTextIsSeen()
    {
        QFETCH(HeatmapColours, colours);
        QFETCH(float, number);
        for (const int place : {5, 449, 450, 893}) {
            HeatmapContent content = filled(900, 0);
            content.colours = colours;
            content.values[std::size_t(place * 900 + 899 - place)] = number;
            const ColourScale scale = colourScaleOf(content, style);
            const QColor wanted = std::isnan(number) ? style.palette.ink : scale.colour(double(number));
            QVERIFY2(hasColour(drawn(content), wanted), qPrintable(QString::number(place)));
        }
    }

    void amongCellsOfAPixelTheLargestIsShown()
    {
        HeatmapContent content = filled(4, 0);
        content.colours = HeatmapColours::Signed;
        const float hidden = -std::numeric_limits<float>::infinity();
        content.values = {0.1f, -0.7f, hidden, hidden, 0.3f, 0.2f, hidden, hidden, //
            hidden, 0.0f, 0.5f, 0.4f, hidden, hidden, -0.2f, -0.1f};
        const ColourScale scale = colourScaleOf(content, style);
        const QImage image = cellImage(content, scale, style.palette, {2, 2});
        QCOMPARE(image.size(), QSize(2, 2));
        const auto isLike = [&](int x, int y, double value) {
            const QColor shown = image.pixelColor(x, y), wanted = scale.colour(value);
            return std::abs(shown.red() - wanted.red()) + std::abs(shown.green() - wanted.green())
                + std::abs(shown.blue() - wanted.blue())
                <= 4;
        };
        QVERIFY(isLike(0, 0, -0.7));
        QVERIFY2(isLike(0, 1, 0), "a cell that may be looked at is seen before masked ones");
        QVERIFY(isLike(1, 1, 0.5));
        QVERIFY(!isLike(1, 0, 0)); // masked
    }

    void maskedCellsAreNotLikeZero_data()
    {
        QTest::addColumn<bool>("is_dark");
        QTest::addColumn<int>("size");
        QTest::addColumn<HeatmapColours>("colours");
        for (const bool is_dark : {false, true})
            for (const int size : {3, 30, 900})
                for (const auto colours : {HeatmapColours::Weights, HeatmapColours::Signed})
                    QTest::newRow(
                        qPrintable(QStringLiteral("%1 %2 %3").arg(is_dark).arg(size).arg(int(colours))))
                        << is_dark << size << colours;
    }
    void maskedCellsAreNotLikeZero()
    {
        QFETCH(bool, is_dark);
        QFETCH(int, size);
        QFETCH(HeatmapColours, colours);
        FigureStyle themed = style;
        themed.palette = is_dark ? darkPalette() : lightPalette();
        const auto meanOf = [&](float value) {
            HeatmapContent content = filled(size, value);
            content.colours = colours;
            QImage image(area.size().toSize(), QImage::Format_RGB32);
            image.fill(themed.palette.card);
            QPainter painter(&image);
            const HeatmapGeometry geometry = layoutHeatmap(area, content, themed);
            paintHeatmap(painter, geometry, content, themed);
            painter.end();
            const QRect cells = geometry.cells.toAlignedRect().adjusted(2, 2, -2, -2);
            double sum = 0;
            for (int y = cells.top(); y < cells.bottom(); ++y)
                for (int x = cells.left(); x < cells.right(); ++x)
                    sum += image.pixelColor(x, y).lightness();
            return sum / (cells.width() * cells.height());
        };
        const double difference = meanOf(-std::numeric_limits<float>::infinity()) - meanOf(0);
        QVERIFY2(std::abs(difference) > 12, qPrintable(QString::number(difference)));
    }

    void oneLongTokenLeavesTheMapItsRoom()
    {
        HeatmapContent content = sentence(12);
        const QRectF room(0, 0, 500, 500);
        const double usual = layoutHeatmap(room, content, style).cells.width();
        content.row_labels[4].text = content.column_labels[4].text = QString(120, u'x');
        const double beside = layoutHeatmap(room, content, style).cells.width();
        QVERIFY2(beside > 0.85 * usual, qPrintable(QString::number(beside / usual)));
        const QFontMetricsF metrics(style.font);
        const QString cut = labelText(
            {QStringLiteral("beginning") + QString(100, u'-') + QStringLiteral("end")}, metrics, 150);
        QVERIFY2(
            cut.startsWith(QStringLiteral("beg")) && cut.endsWith(QStringLiteral("end")), qPrintable(cut));
    }

    void eachOfTwoWordsIsShortenedForItself()
    {
        const QFontMetricsF metrics(style.font);
        const AxisLabel label = withNext({QStringLiteral("beginning")}, QStringLiteral("completion"));
        QCOMPARE(labelText(label, metrics, 1000), QStringLiteral("beginning → completion"));
        const double whole = metrics.horizontalAdvance(label.text);
        for (const double share : {0.8, 0.6}) {
            const QStringList words = labelText(label, metrics, share * whole).split(QStringLiteral(" → "));
            QCOMPARE(words.size(), 2);
            QVERIFY2(words[0].startsWith(u'b') && words[0].endsWith(u'g'), qPrintable(words[0]));
            QVERIFY2(words[1].startsWith(u'c') && words[1].endsWith(u'n'), qPrintable(words[1]));
            QVERIFY(metrics.horizontalAdvance(words.join(QStringLiteral(" → "))) <= share * whole);
        }
        // What the short word does not need is the long one's.
        const AxisLabel uneven = withNext({QStringLiteral("a")}, QString(20, u'm'));
        QVERIFY(labelText(uneven, metrics, 0.6 * metrics.horizontalAdvance(uneven.text)).startsWith("a → m"));
    }

    void wordsThatDifferHaveTheirRoom()
    {
        HeatmapContent content = sentence(12);
        AxisLabel& changed = content.column_labels[4];
        changed = withOther({QStringLiteral("wide")}, {QStringLiteral("tired")});
        QFont font = columnLabelFont(style, 20);
        const auto width = [&](const AxisLabel& label) {
            return QFontMetricsF(font).horizontalAdvance(label.text);
        };
        QVERIFY(labelRoom(content.column_labels, style.em(), width) >= width(changed));
        changed.joint.reset();
        changed.text = QString(60, u'm');
        QVERIFY(labelRoom(content.column_labels, style.em(), width) < width(changed));
    }

    void differingChineseWordsStandBelowEachOther()
    {
        const AxisLabel both = withOther({QStringLiteral("累")}, {QStringLiteral("宽")});
        QVERIFY(isCjk(both));
        QVERIFY(!isCjk(withOther({QStringLiteral("累")}, {QStringLiteral("wide")})));
        HeatmapContent content = sentence(30);
        for (AxisLabel& label : content.column_labels)
            label.text = QStringLiteral("累");
        content.column_labels[3] = both;
        const HeatmapGeometry geometry = layoutHeatmap(area, content, style);
        const QFontMetricsF metrics(labelFont(style, geometry.cellWidth(), true));
        QVERIFY2(geometry.column_label_height - 4 >= 0.66 * uprightLength(both, metrics, 0), "one is cut");
    }

    void chineseLabelsStandUpright()
    {
        HeatmapContent content = sentence(10);
        QVERIFY(stanceOf(content.column_labels) == LabelStance::Leaning);
        for (int i = 0; i < 6; ++i)
            content.column_labels[std::size_t(i)].text =
                i % 2 ? QStringLiteral("因为") : QStringLiteral("，");
        QVERIFY(stanceOf(content.column_labels) == LabelStance::Upright);
        QVERIFY(!layoutHeatmap(area, content, style).labels_lean);
        QVERIFY(isCjk({QStringLiteral("かな")}) && isCjk({QStringLiteral("한글")})
            && isCjk({QStringLiteral("。")}));
        QVERIFY(!isCjk({QStringLiteral("a因")}) && !isCjk({QString()}));
        // However small the cells, a character is no blot of eight pixels.
        QVERIFY(labelFont(style, 4, true).pixelSize() >= labelFont(style, 40, true).pixelSize() * 0.65);
    }

    void labelsThatAreLeftOutHaveATick()
    {
        const HeatmapContent content = sentence(200);
        const HeatmapGeometry geometry = layoutHeatmap(area, content, style);
        HeatmapContent silent = content;
        for (auto* labels : {&silent.row_labels, &silent.column_labels})
            for (AxisLabel& label : *labels)
                label.text = QStringLiteral(" ");
        QVERIFY(rowLabelStride(geometry, content, style) > 1);
        const QImage image = drawnAs(silent, geometry);
        const QRect beside(int(geometry.frame.left()) - 5, int(geometry.frame.top()) + 2, 3,
            int(geometry.frame.height()) - 4);
        int marks = 0;
        for (int y = beside.top(); y <= beside.bottom(); ++y)
            marks += image.pixel(beside.left() + 1, y) != QColor(Qt::white).rgb();
        QVERIFY2(marks > 20, qPrintable(QString::number(marks)));
    }

    void aMapSaysWhetherItsScaleIsItsOwn()
    {
        HeatmapContent content = filled(4, 0.5f);
        content.colours = HeatmapColours::Signed;
        content.limit = 0.5;
        QVERIFY(layoutHeatmap(area, content, style).scale_name.isEmpty());
        content.shared_limit = 279;
        const HeatmapGeometry geometry = layoutHeatmap(area, content, style);
        QVERIFY(!geometry.scale_name.isEmpty());
        QVERIFY(area.contains(geometry.scale_name));
        QVERIFY(!geometry.scale_name.intersects(geometry.colour_bar));
        QCOMPARE(colourScaleOf(content, style).high(), 0.5);
        const QImage own = drawn(content);
        content.shares_limit = true;
        QCOMPARE(colourScaleOf(content, style).high(), 279.0);
        const QRect name = geometry.scale_name.toAlignedRect();
        QVERIFY(drawn(content).copy(name) != own.copy(name));
    }

    void theChosenRowIsSeenAmongTheFirstOnesToo_data()
    {
        QTest::addColumn<int>("chosen");
        QTest::addColumn<int>("seen");
        QTest::newRow("the last of them") << 1 << 2;
        QTest::newRow("the first of them") << 0 << 2;
        QTest::newRow("behind them") << 3 << 3;
    }
    void theChosenRowIsSeenAmongTheFirstOnesToo()
    {
        QFETCH(int, chosen);
        QFETCH(int, seen);
        HeatmapContent content = filled(4, 1.0f);
        content.row = chosen;
        content.cover = {Cover::Open::Rows, 0.5};
        QImage image(300, 300, QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        const HeatmapGeometry geometry = layoutHeatmap(QRectF(image.rect()), content, style);
        paintHeatmap(painter, geometry, content, style);
        painter.end();
        int rows = 0;
        for (int row = 0; row < 4; ++row)
            rows += image.pixelColor(geometry.cellRect(row, 2).center().toPoint()) != style.palette.chip;
        QCOMPARE(rows, seen);
    }

    void rowsThatDoNotSumToOneAreMarked()
    {
        HeatmapContent content = filled(4, 0.25f);
        content.rows_sum_to_one = true;
        QVERIFY(rowsWithOtherSum(content).empty());
        const QImage whole = drawn(content);
        content.values[5] = 0.9f;
        content.values[12] = content.values[13] = -std::numeric_limits<float>::infinity();
        QCOMPARE(rowsWithOtherSum(content), (std::vector<int>{1, 3}));
        const HeatmapGeometry geometry = layoutHeatmap(area, content, style);
        const QRect end(int(geometry.frame.right()) + 2, 0, 10, int(geometry.frame.bottom()));
        QVERIFY(drawn(content).copy(end) != whole.copy(end));
        content.rows_sum_to_one = false;
        QVERIFY(rowsWithOtherSum(content).empty());
    }

private:
    static HeatmapContent sentence(int size)
    {
        HeatmapContent content = filled(size, 0.1f);
        content.column_kind = ColumnKind::Tokens;
        for (int i = 0; i < size; ++i)
            content.row_labels.push_back({QStringLiteral("word%1").arg(i)});
        content.column_labels = content.row_labels;
        return content;
    }

    static bool hasColour(const QImage& image, const QColor& wanted)
    {
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                if (image.pixelColor(x, y) == QColor(wanted.rgb()))
                    return true;
        return false;
    }

    QImage drawnAs(const HeatmapContent& content, const HeatmapGeometry& geometry) const
    {
        QImage image(area.size().toSize(), QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        paintHeatmap(painter, geometry, content, style);
        return image;
    }

    static HeatmapContent filled(int size, float value)
    {
        HeatmapContent content;
        content.rows = content.columns = size;
        content.values.assign(std::size_t(size) * std::size_t(size), value);
        content.column_kind = ColumnKind::Dimensions;
        return content;
    }

    QImage drawn(const HeatmapContent& content) const
    {
        QImage image(area.size().toSize(), QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        paintHeatmap(painter, layoutHeatmap(area, content, style), content, style);
        return image;
    }

    /** Of the cells alone: all of one value but the first. */
    QImage picture(int size, float first) const
    {
        HeatmapContent content = filled(size, 0.5f);
        content.values[0] = first;
        content.has_colour_bar = false;
        return drawn(content);
    }

    const QRectF area{0, 0, 400, 300};
    const FigureStyle style;
};

QTEST_MAIN(TestHeatmapPainter)
#include "tst_heatmap_painter.moc"
