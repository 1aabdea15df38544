#include "app/figures/pictures/paper_matrix.h"

#include "app/figures/pictures/paper_map.h"

#include "widgets/paint/attention/heatmap_painter.h"
#include "widgets/paint/axis_labels.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <memory>

namespace glassformer {
namespace {

constexpr double title_room = 1.35; ///< in em, of the title of an axis
constexpr double vector_pitch = 1.35; ///< in em, of the rows of vectors
constexpr int most_vectors = 200'000; ///< beyond that the painter makes a bitmap

struct Layout
{
    HeatmapContent content;
    HeatmapGeometry geometry;
    QString row_title, column_title, quantity;
    FigureStyle style;
    QSizeF size;

    double em() const { return style.em(); }
};

double smallestLabel(const Layout& layout, const PaperStyle& paper)
{
    const auto is_cjk = [](const std::vector<AxisLabel>& labels) {
        return stanceOf(labels) == LabelStance::Upright;
    };
    const bool rows_cjk = is_cjk(layout.content.row_labels),
               columns_cjk = is_cjk(layout.content.column_labels);
    const QFont rows =
        labelFont(layout.style, layout.geometry.cellHeight() * layout.geometry.row_levels, rows_cjk);
    if (layout.content.column_kind != ColumnKind::Tokens)
        return paper.pointsOf(rows);
    const double width = layout.geometry.cellWidth() * layout.geometry.column_levels;
    const QFont columns =
        columns_cjk ? labelFont(layout.style, width, true) : columnLabelFont(layout.style, width);
    return std::min(paper.pointsOf(rows), paper.pointsOf(columns));
}

/** The size of numbers that have room in the cells. */
double numberPoints(const Layout& layout, const PaperStyle& paper)
{
    const QFont font = layout.style.scaledFont(0.8);
    const double wide = QFontMetricsF(font).horizontalAdvance(QStringLiteral("−0.00"));
    return paper.pointsOf(font) * std::min(1.0, (layout.geometry.cellWidth() - 4) / wide);
}

/** The height that is enough for any cells: those of tokens are square, those of vectors low. */
double enoughHeight(const HeatmapContent& content, double width, double em)
{
    return content.column_kind == ColumnKind::Tokens
        ? width * 2 * (1 + double(content.rows) / content.columns) + em * 100
        : content.rows * em * vector_pitch + em * 4;
}

Layout layoutOf(PaperMatrix matrix, const FigureRequest& request, const PaperStyle& paper)
{
    Layout layout;
    layout.content = std::move(matrix.content);
    layout.style = paper.style;
    layout.row_title = matrix.row_title;
    layout.column_title = matrix.column_title;
    layout.quantity = layout.content.has_colour_bar ? matrix.quantity : QString();
    const double em = layout.em(), width = paper.widthOf(request.width_mm);
    const double left = layout.row_title.isEmpty() ? 0 : em * title_room;
    const double top = layout.column_title.isEmpty() ? 0 : em * title_room;
    // Paper is as high as it has to be: the width alone decides how large cells are.
    layout.geometry = layoutHeatmap(QRectF(left, top, width - left, enoughHeight(layout.content, width, em)),
        layout.content, layout.style);
    const HeatmapGeometry& geometry = layout.geometry;
    const double bottom =
        std::max({geometry.frame.bottom() + 2, geometry.colour_bar.bottom(), geometry.legend.bottom()});
    layout.size = {width, bottom + (layout.quantity.isEmpty() ? 0 : em * 1.3)};
    return layout;
}

void paintTitles(QPainter& painter, const Layout& layout)
{
    const QRectF& frame = layout.geometry.frame;
    const double em = layout.em(), room = em * title_room;
    const FigureStyle& style = layout.style;
    painter.setFont(style.smallFont());
    painter.setPen(style.palette.key);
    // Over their cells, as far as the figure is wide enough.
    const double half = std::max(
        frame.width() / 2, QFontMetricsF(painter.font()).horizontalAdvance(layout.column_title) / 2 + 1);
    const double middle = std::clamp(frame.center().x(), std::min(half, layout.size.width() / 2),
        std::max(layout.size.width() - half, layout.size.width() / 2));
    painter.drawText(
        QRectF(middle - half, 0, 2 * half, room), Qt::AlignCenter | Qt::TextDontClip, layout.column_title);
    painter.save();
    painter.setPen(style.palette.query);
    painter.translate(0, frame.center().y());
    painter.rotate(-90);
    painter.drawText(QRectF(-frame.height() / 2, 0, frame.height(), room), Qt::AlignCenter | Qt::TextDontClip,
        layout.row_title);
    painter.restore();
    painter.setPen(style.palette.ink);
    const QRectF& bar = layout.geometry.colour_bar;
    painter.drawText(QRectF(bar.left(), layout.size.height() - em * 1.3, bar.width(), em * 1.3),
        Qt::AlignHCenter | Qt::AlignVCenter | Qt::TextDontClip, layout.quantity);
}

PaperPicture pictureOf(Layout layout, const PaperStyle& paper)
{
    PaperPicture picture;
    picture.paper = paper;
    picture.size = layout.size;
    picture.table = mapTable(layout.content);
    const auto kept = std::make_shared<const Layout>(std::move(layout));
    picture.paint = [kept](QPainter& painter) {
        paintHeatmap(painter, kept->geometry, kept->content, kept->style);
        paintTitles(painter, *kept);
    };
    return picture;
}

} // namespace

PaperPicture paperMatrix(PaperMatrix matrix, const FigureRequest& request)
{
    HeatmapContent& content = matrix.content;
    content.has_colour_bar = request.has_colour_bar;
    content.shows_numbers = request.has_numbers;
    content.shared_limit = 0;
    content.row_title = content.column_title = QString(); // paper has a line of its own for each
    PaperStyle paper = paperStyle(request);
    Layout layout = layoutOf(matrix, request, paper);
    const bool has_small_numbers = request.has_numbers && numberPoints(layout, paper) < least_font_pt;
    if (smallestLabel(layout, paper) < least_font_pt || has_small_numbers) {
        paper = raisedStyle(request);
        layout = layoutOf(matrix, request, paper);
    }
    QStringList remarks;
    if (request.has_numbers && numberPoints(layout, paper) < least_font_pt) {
        layout.content.shows_numbers = false;
        remarks << FigureText::tr("The cells have no room for numbers of 5 pt: a wider figure has.");
    }
    if (qint64(content.rows) * content.columns > most_vectors)
        remarks << FigureText::tr("More than 200,000 cells: they are a bitmap, one pixel for each.");
    PaperPicture picture = pictureOf(std::move(layout), paper);
    picture.remarks = std::move(remarks);
    picture.quantity = matrix.quantity;
    return picture;
}

PaperPicture paperHeatmap(const FigureScene& scene, const FigureRequest& request)
{
    return paperMatrix(
        {paperMap(scene, request), rowTitle(scene, request), columnTitle(scene, request), mapQuantity(scene)},
        request);
}

} // namespace glassformer
