#include "widgets/paint/attention/head_grid_painter.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <tuple>
#include <utility>

namespace glassformer {
namespace {

struct GridText
{
    Q_DECLARE_TR_FUNCTIONS(glassformer::HeadGallery)
};

constexpr double smallest_pitch = 9; ///< pixels from one thumbnail to the next, if all are to be in sight
constexpr double scrolled_pitch = 13; ///< where they are scrolled anyway
constexpr double tallest = 13; ///< in em: more would be taken from the large map above
constexpr double tallest_scrolled = 8;
constexpr int fewest_rows = 5, fewest_columns = 16; ///< in sight
constexpr double label_gap = 14;
constexpr int most_blocks = 4;
constexpr double block_gap = 14;
constexpr double enough_height = 0.85; ///< of the ideal one, where rows need not go on to the right

QFont nameFont(const FigureStyle& style, bool is_chosen = false)
{
    return style.scaledFont(0.84, is_chosen);
}

/** How many thumbnails of which pitch are in sight. */
std::pair<double, int> fitted(double room, int count, double ideal, double zoom)
{
    const double all = room / std::max(1, count);
    const double pitch = all >= smallest_pitch ? std::min(all, ideal * 1.6) : scrolled_pitch;
    const double wanted = std::min(pitch * zoom, std::max(pitch, room));
    return {wanted, std::clamp(int(room / wanted + 1e-6), 1, std::max(1, count))};
}

/** Without the gap behind it. */
double blockWidth(double room, int blocks)
{
    return (room - (blocks - 1) * block_gap) / blocks;
}

/** In how many blocks beside each other the rows stand: in as few as show them all, and in as many as have room. */
int blocksFor(const QSizeF& room, const HeadGridContent& content, double label_width, const QSizeF& ideal)
{
    int best = 1;
    double largest = 0;
    for (int blocks = 1; blocks <= std::min(most_blocks, content.layers); ++blocks) {
        const double wide = (blockWidth(room.width(), blocks) - label_width) / std::max(1, content.heads);
        const double high = room.height() / std::max(1, (content.layers + blocks - 1) / blocks);
        if (blocks > 1 && wide < smallest_pitch)
            break;
        if (high >= std::max(smallest_pitch, enough_height * ideal.height()))
            return blocks;
        const double size = high < smallest_pitch ? 0 : std::min(wide / ideal.width(), high / ideal.height());
        if (size >= largest) {
            largest = size;
            best = blocks;
        }
    }
    return best;
}

/** Every how many names one fits. */
int strideFor(double name, double pitch)
{
    return std::max(1, int(std::ceil(name / std::max(1.0, pitch))));
}

/** "2·3": layer and head in few characters, for where neither is the row's or the column's. */
QString shortName(const QPoint& head)
{
    return QStringLiteral("%1·%2").arg(head.y() + 1).arg(head.x() + 1);
}

/** Names of rows and columns, of which there are as many as fit, the chosen one always. */
template <typename Paint>
void paintNames(int first, int shown, int chosen, double name, double pitch, Paint paint)
{
    const int stride = strideFor(name, pitch);
    for (int i = first; i < first + shown; ++i)
        if (i == chosen || (i % stride == 0 && (stride == 1 || chosen < 0 || std::abs(i - chosen) >= stride)))
            paint(i, i == chosen);
}

void paintHeadNames(QPainter& painter, const HeadGridGeometry& geometry, const HeadGridContent& content,
    const FigureStyle& style)
{
    const QFontMetricsF metrics(nameFont(style, true));
    const bool has_room =
        metrics.horizontalAdvance(GridText::tr("head %1").arg(content.heads)) < geometry.pitch_x;
    const double widest = has_room ? 0 : metrics.horizontalAdvance(QString::number(content.heads)) + 4;
    const int chosen = content.has_choice ? content.head : -1;
    for (int block = 0; block < geometry.blocks; ++block) {
        const int row = geometry.first_row + block * geometry.rows_in_block;
        const double begin = geometry.namesLeft(row), end = begin + geometry.block_width;
        if (row >= geometry.first_row + geometry.shown_rows)
            break;
        paintNames(geometry.first_column, geometry.shown_columns, chosen, widest, geometry.pitch_x,
            [&](int head, bool is_chosen) {
                const QString text =
                    has_room ? GridText::tr("head %1").arg(head + 1) : QString::number(head + 1);
                const QRectF first = geometry.rect({head, row});
                const double width = metrics.horizontalAdvance(text) + 2;
                const double left =
                    std::clamp(first.center().x() - width / 2, begin, std::max(begin, end - width));
                painter.setFont(nameFont(style, is_chosen));
                painter.setPen(is_chosen ? style.palette.key : style.palette.faint_ink);
                painter.drawText(QRectF(left, geometry.area.top(), width, geometry.heading_height),
                    Qt::AlignHCenter | Qt::AlignTop, text);
            });
    }
}

void paintLayerNames(QPainter& painter, const HeadGridGeometry& geometry, const HeadGridContent& content,
    const FigureStyle& style)
{
    const double height = QFontMetricsF(nameFont(style, true)).ascent();
    const int chosen = content.has_choice ? content.layer : -1;
    paintNames(geometry.first_row, geometry.shown_rows, chosen, height, geometry.pitch_y,
        [&](int layer, bool is_chosen) {
            const QRectF first = geometry.rect({geometry.first_column, layer});
            painter.setFont(nameFont(style, is_chosen));
            painter.setPen(is_chosen ? style.palette.key : style.palette.faint_ink);
            painter.drawText(QRectF(geometry.namesLeft(layer), first.center().y() - height,
                                 geometry.label_width - label_gap / 2, 2 * height),
                Qt::AlignLeft | Qt::AlignVCenter, GridText::tr("layer %1").arg(layer + 1));
        });
}

/** In a grid that is sorted each thumbnail has its own name, where there is room, and each row its ranks. */
void paintSortedNames(QPainter& painter, const HeadGridGeometry& geometry, const HeadGridContent& content,
    const FigureStyle& style)
{
    const QFontMetricsF metrics(nameFont(style, true));
    const int count = content.layers * content.heads;
    paintNames(geometry.first_row, geometry.shown_rows, content.placeOf(content.layer, content.head).y(),
        metrics.ascent(), geometry.pitch_y, [&](int row, bool is_chosen) {
            const QRectF first = geometry.rect({geometry.first_column, row});
            painter.setFont(nameFont(style, is_chosen));
            painter.setPen(style.palette.faint_ink);
            painter.drawText(QRectF(geometry.namesLeft(row), first.center().y() - metrics.ascent(),
                                 geometry.label_width - label_gap / 2, 2 * metrics.ascent()),
                Qt::AlignLeft | Qt::AlignVCenter,
                QStringLiteral("%1–%2")
                    .arg(row * content.heads + 1)
                    .arg(std::min(count, (row + 1) * content.heads)));
        });
    const double widest = metrics.horizontalAdvance(shortName({content.heads - 1, content.layers - 1})) + 6;
    if (widest > geometry.pitch_x - 4 || metrics.height() > geometry.pitch_y * 0.7)
        return;
    painter.setFont(nameFont(style));
    for (int row = geometry.first_row; row < geometry.first_row + geometry.shown_rows; ++row)
        for (int column = geometry.first_column; column < geometry.first_column + geometry.shown_columns;
             ++column) {
            const QPoint head = content.headAt({column, row});
            const QString text = shortName(head);
            const QRectF rect = geometry.rect({column, row});
            const QRectF box(rect.left() + 1, rect.top() + 1, metrics.horizontalAdvance(text) + 4,
                std::min(rect.height() - 2, metrics.height()));
            QColor ground = style.palette.card;
            ground.setAlphaF(0.85f);
            painter.fillRect(box, ground);
            painter.setPen(content.has_choice && head == QPoint(content.head, content.layer)
                    ? style.palette.key
                    : style.palette.ink);
            painter.drawText(box, Qt::AlignCenter, text);
        }
}

void paintTint(QPainter& painter, const QRectF& rect, double share, bool is_signed, const FigureStyle& style)
{
    const double size = std::clamp(std::abs(share), 0.0, 1.0);
    QColor veil = style.palette.card;
    veil.setAlphaF(float(0.8 * (1 - size)));
    painter.fillRect(rect, veil);
    const double high = std::clamp(rect.height() * 0.16, 2.0, 5.0);
    const QRectF track(rect.left(), rect.bottom() - high, rect.width(), high);
    painter.fillRect(track, style.palette.chip);
    painter.fillRect(QRectF(track.topLeft(), QSizeF(track.width() * size, high)),
        !is_signed      ? style.palette.selected
            : share < 0 ? style.palette.negative
                        : style.palette.positive);
}

bool isMarked(const std::vector<bool>& marks, std::size_t index)
{
    return index < marks.size() && marks[index];
}

void paintMark(QPainter& painter, const QRectF& rect, const QPoint& head, const HeadGridContent& content,
    const FigureStyle& style)
{
    QColor veil = style.palette.card;
    veil.setAlphaF(0.66f);
    const std::size_t index = content.indexOf(head.y(), head.x());
    if (index < content.tint.size())
        paintTint(painter, rect, content.tint[index].value_or(0), content.is_signed, style);
    if (isMarked(content.is_removed, index)) {
        painter.fillRect(rect, veil);
        painter.setPen(QPen(style.palette.faint_ink, 1.2));
        painter.drawLine(rect.bottomLeft(), rect.topRight());
    }
    if (isMarked(content.is_off, index)) {
        painter.setPen(QPen(style.palette.positive, 1.5));
        painter.drawLine(rect.bottomLeft(), rect.topRight());
        painter.drawLine(rect.topLeft(), rect.bottomRight());
    }
    if (isMarked(content.is_marked, index)) {
        QColor wash = style.palette.selected;
        wash.setAlphaF(0.2f);
        painter.fillRect(rect, wash);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(style.palette.selected, 2));
        painter.drawRect(rect.adjusted(-1, -1, 1, 1));
    }
    const bool is_chosen = head == QPoint(content.head, content.layer);
    if (!content.cover.shows(head.y(), content.layers, is_chosen))
        painter.fillRect(rect, style.palette.chip);
}

} // namespace

std::size_t HeadGridContent::indexOf(int layer_index, int head_index) const
{
    return std::size_t(layer_index) * std::size_t(heads) + std::size_t(head_index);
}

QPoint HeadGridContent::placeOf(int layer_index, int head_index) const
{
    if (!isSorted() || heads < 1)
        return {head_index, layer_index};
    const auto found = std::find(order.begin(), order.end(), int(indexOf(layer_index, head_index)));
    const int rank = found == order.end() ? 0 : int(found - order.begin());
    return {rank % heads, rank / heads};
}

QPoint HeadGridContent::headAt(const QPoint& place) const
{
    if (!isSorted())
        return place;
    const int index = order[indexOf(place.y(), place.x())];
    return {index % heads, index / heads};
}

QRectF HeadGridGeometry::rect(const QPoint& place) const
{
    const double gap_x = std::clamp(pitch_x * 0.1, 2.0, 8.0), gap_y = std::clamp(pitch_y * 0.2, 2.0, 6.0);
    const int below = (place.y() - first_row) % std::max(1, rows_in_block);
    return QRectF(namesLeft(place.y()) + label_width + (place.x() - first_column) * pitch_x,
        area.top() + heading_height + below * pitch_y, pitch_x - gap_x, pitch_y - gap_y);
}

double HeadGridGeometry::namesLeft(int row) const
{
    return area.left() + (row - first_row) / std::max(1, rows_in_block) * block_pitch;
}

bool HeadGridGeometry::shows(const QPoint& place) const
{
    return place.y() >= first_row && place.y() < first_row + shown_rows && place.x() >= first_column
        && place.x() < first_column + shown_columns;
}

std::optional<QPoint> HeadGridGeometry::placeAt(const QPointF& position) const
{
    const int block =
        std::clamp(int((position.x() - area.left()) / std::max(1.0, block_pitch)), 0, blocks - 1);
    const int row = first_row + block * rows_in_block;
    const QPointF inside = position - rect({first_column, row}).topLeft();
    const int below = int(std::floor(inside.y() / std::max(1.0, pitch_y)));
    const QPoint place(first_column + int(std::floor(inside.x() / std::max(1.0, pitch_x))), row + below);
    return below >= 0 && below < rows_in_block && shows(place) ? std::optional<QPoint>(place) : std::nullopt;
}

/** Many layers get flat thumbnails; wide ones fill the row, for words stand further apart than lines. */
QSizeF idealHeadPitch(const HeadGridContent& content, const FigureStyle& style)
{
    const double height =
        style.em() * std::clamp(13.0 / std::max(1, content.layers), smallest_pitch / style.em(), 1.9);
    return {height * std::clamp(content.weights.shape() * 2, 1.2, 4.0) + 8, height};
}

HeadGridGeometry layoutHeadGrid(const QRectF& area, const HeadGridContent& content, const FigureStyle& style,
    double zoom, const QPoint& corner)
{
    HeadGridGeometry geometry;
    geometry.area = area;
    const QFontMetricsF metrics(nameFont(style, true)); // the chosen name is bold
    const int count = content.layers * content.heads;
    const QString widest = content.isSorted() ? QStringLiteral("%1–%2").arg(count - 1).arg(count)
                                              : GridText::tr("layer %1").arg(content.layers);
    geometry.label_width = metrics.horizontalAdvance(widest) + label_gap;
    geometry.heading_height = content.isSorted() ? 2 : metrics.height() + 3;
    const QSizeF ideal = idealHeadPitch(content, style);
    const QSizeF room(area.width(), area.height() - geometry.heading_height);
    // Enlarged, they stay where they are.
    geometry.blocks = zoom > 1 ? 1 : blocksFor(room, content, geometry.label_width, ideal);
    geometry.block_width = blockWidth(area.width(), geometry.blocks);
    geometry.block_pitch = geometry.block_width + block_gap;
    std::tie(geometry.pitch_x, geometry.shown_columns) =
        fitted(geometry.block_width - geometry.label_width, content.heads, ideal.width(), zoom);
    std::tie(geometry.pitch_y, geometry.rows_in_block) =
        fitted(room.height(), (content.layers + geometry.blocks - 1) / geometry.blocks, ideal.height(), zoom);
    geometry.shown_rows = std::min(content.layers, geometry.blocks * geometry.rows_in_block);
    geometry.first_row = std::clamp(corner.y(), 0, std::max(0, content.layers - geometry.shown_rows));
    geometry.first_column = std::clamp(corner.x(), 0, std::max(0, content.heads - geometry.shown_columns));
    return geometry;
}

QSizeF naturalHeadGrid(const HeadGridContent& content, const FigureStyle& style)
{
    const QSizeF pitch = idealHeadPitch(content, style);
    const double all = pitch.height() * content.layers, room = tallest * style.em();
    const double height = all <= room ? all : tallest_scrolled * style.em();
    return QSizeF(style.em() * 5 + pitch.width() * content.heads, style.em() * 1.3 + height);
}

QSizeF smallestHeadGrid(const HeadGridContent& content, const FigureStyle& style)
{
    const double pitch = std::min(idealHeadPitch(content, style).height(), style.em() * 1.4);
    return QSizeF(style.em() * 5 + smallest_pitch * std::min(content.heads, fewest_columns),
        style.em() * 1.3 + std::max(pitch, scrolled_pitch) * std::min(content.layers, fewest_rows));
}

void paintHeadThumbnails(QPainter& painter, const HeadGridGeometry& geometry, const HeadGridContent& content,
    const FigureStyle& style)
{
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(QPen(style.palette.border, 1));
    painter.setBrush(Qt::NoBrush);
    for (int row = geometry.first_row; row < geometry.first_row + geometry.shown_rows; ++row)
        for (int column = geometry.first_column; column < geometry.first_column + geometry.shown_columns;
             ++column) {
            const QRectF rect = geometry.rect({column, row});
            const QPoint head = content.headAt({column, row});
            content.weights.paint(painter, rect, head.y(), head.x(), style);
            painter.drawRect(rect);
        }
}

void paintHeadMarks(QPainter& painter, const HeadGridGeometry& geometry, const HeadGridContent& content,
    const FigureStyle& style)
{
    painter.setRenderHint(QPainter::Antialiasing);
    for (int row = geometry.first_row; row < geometry.first_row + geometry.shown_rows; ++row)
        for (int column = geometry.first_column; column < geometry.first_column + geometry.shown_columns;
             ++column)
            paintMark(painter, geometry.rect({column, row}), content.headAt({column, row}), content, style);
    if (content.isSorted()) {
        paintSortedNames(painter, geometry, content, style);
    } else {
        paintHeadNames(painter, geometry, content, style);
        paintLayerNames(painter, geometry, content, style);
    }
    const QPoint chosen = content.placeOf(content.layer, content.head);
    if (!content.has_choice || !geometry.shows(chosen))
        return;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(style.palette.key, 2.5));
    painter.drawRect(geometry.rect(chosen).adjusted(-1, -1, 1, 1));
}

} // namespace glassformer
