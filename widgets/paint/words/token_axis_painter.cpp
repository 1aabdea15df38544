#include "widgets/paint/words/token_axis_painter.h"

#include "widgets/paint/axis_labels.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace glassformer {

namespace {

constexpr double smallest_share = 0.66; ///< of the usual size of a label, before it is cut

QColor labelColour(const AxisLabel& label, bool is_chosen, const QColor& role, const Palette& palette)
{
    if (is_chosen)
        return role;
    return label.is_faint ? mixed(palette.faint_ink, palette.card, 0.35) : palette.ink;
}

QColor rowRole(const HeatmapContent& content, const Palette& palette)
{
    return content.rows_are_queries ? palette.query : palette.selected;
}

/** Names that are left out for want of room are not silent: each has a tick, as far as ticks can be told apart. */
class ThinningMarks
{
public:
    ThinningMarks(QPainter& painter, const FigureStyle& style)
        : m_painter(painter)
        , m_pen(mixed(style.palette.faint_ink, style.palette.card, 0.3), 1)
    {
    }

    /** From `from`, across the axis along `along`. */
    void tick(const QPointF& from, const QPointF& across)
    {
        if (m_last && QLineF(*m_last, from).length() < nearest)
            return;
        m_last = from;
        m_painter.setPen(m_pen);
        m_painter.drawLine(from, from + across);
    }

    /** To a name that stands further out. */
    void line(const QPointF& from, const QPointF& to)
    {
        m_painter.setPen(QPen(m_pen.color(), 0.5));
        m_painter.drawLine(from, from + to);
    }

private:
    static constexpr double nearest = 3.5; ///< pixels between ticks

    QPainter& m_painter;
    QPen m_pen;
    std::optional<QPointF> m_last;
};

int columnLevelsNow(const HeatmapGeometry& geometry, const FigureStyle& style)
{
    return std::min(geometry.column_levels, labelLevels(style, geometry.cellWidth(), !geometry.labels_lean));
}

/** Every other of the labels that are written stands on the second level. */
int levelOf(int index, int stride, int levels)
{
    return index / stride % levels;
}

/** What needs a little more than it has becomes smaller before it is cut: cells turned out larger than was reckoned. */
void makeRoom(QPainter& painter, double needed, double room)
{
    if (needed <= room)
        return;
    QFont smaller = painter.font();
    smaller.setPixelSize(std::max(1, int(smaller.pixelSize() * std::max(smallest_share, room / needed))));
    painter.setFont(smaller);
}

/** Characters below each other, from above to `foot`; two words have a line between them. */
void paintStackedCharacters(QPainter& painter, const QPointF& foot, const AxisLabel& label, double room)
{
    makeRoom(painter, uprightLength(label, QFontMetricsF(painter.font()), 0), room);
    const QFontMetricsF metrics(painter.font());
    const LabelWords words = wordsOf(label);
    auto characters = words.first.toUcs4();
    const auto first = label.joint ? characters.size() : -1;
    characters += words.second.toUcs4();
    const double joint = label.joint ? upright_joint : 0;
    const double pitch = uprightLength(label, metrics, 0) / (double(characters.size()) + joint);
    if (const auto most = qsizetype(std::max(1.0, room / pitch - joint + 0.01)); characters.size() > most) {
        characters.resize(most);
        characters.back() = U'⋮';
    }
    double bottom = foot.y() - (double(characters.size()) - 1 + joint) * pitch;
    for (qsizetype i = 0; i < characters.size(); ++i) {
        if (i == first) {
            const double half = metrics.height() * 0.35, y = bottom - pitch + pitch * joint / 2;
            painter.drawLine(QPointF(foot.x() - half, y), QPointF(foot.x() + half, y));
            bottom += pitch * joint;
        }
        const QString one = QString::fromUcs4(reinterpret_cast<const char32_t*>(&characters[i]), 1);
        painter.drawText(
            QPointF(foot.x() - metrics.horizontalAdvance(one) / 2, bottom - metrics.descent()), one);
        bottom += pitch;
    }
}

/** A word at 45 degrees, or characters below each other, or a word turned by 90 degrees; it ends at `foot`. */
void paintColumnLabel(QPainter& painter, const QPointF& foot, const AxisLabel& label, double room, bool leans,
    double column_width)
{
    const QFontMetricsF metrics(painter.font());
    const auto turned = [&](double angle, double down) {
        painter.save();
        makeRoom(painter, metrics.horizontalAdvance(label.text), room);
        painter.translate(foot);
        painter.rotate(angle);
        painter.drawText(QPointF(0, down), labelText(label, QFontMetricsF(painter.font()), room));
        painter.restore();
    };
    if (leans)
        return turned(-45, metrics.ascent() * 0.3);
    const double width = metrics.horizontalAdvance(label.text);
    if (width <= column_width)
        return painter.drawText(QPointF(foot.x() - width / 2, foot.y() - metrics.descent()), label.text);
    if (!isCjk(label))
        return turned(-90, metrics.ascent() * 0.36);
    paintStackedCharacters(painter, foot, label, room);
}

void paintTokenColumns(QPainter& painter, const HeatmapGeometry& geometry, const HeatmapContent& content,
    const FigureStyle& style)
{
    const double width = geometry.cellWidth();
    const bool leans = geometry.labels_lean;
    const int levels = columnLevelsNow(geometry, style);
    const QFont font = leans ? columnLabelFont(style, width) : labelFont(style, width * levels, true);
    QFont bold = font;
    bold.setBold(true);
    const QFontMetricsF metrics(font);
    const int stride = columnLabelStride(geometry, style);
    const double room = leans
        ? (geometry.column_label_height - 4) * std::numbers::sqrt2 - metrics.height() / 2 + 2
        : (geometry.column_label_height - 4) / geometry.column_levels;
    ThinningMarks marks(painter, style);
    const auto [first, end] = geometry.seenColumns();
    for (int column = first; column < std::min(end, int(content.column_labels.size())); ++column) {
        const double x = geometry.columnRect(column).center().x();
        const QPointF foot(x + (leans ? metrics.ascent() * 0.18 : 0), geometry.frame.top() - 4);
        if (x < geometry.frame.left() || x > geometry.frame.right())
            continue;
        if (!isLabelShown(column, stride, content.column)) {
            marks.tick({x, foot.y() + 2}, {0, -3});
            continue;
        }
        const bool is_chosen = content.column == column;
        const AxisLabel& label = content.column_labels[std::size_t(column)];
        const double out = levelOf(column, stride, levels) * room;
        if (out > 0)
            marks.line(foot + QPointF(0, 2), {0, -out});
        painter.setFont(is_chosen ? bold : font);
        painter.setPen(labelColour(label, is_chosen, style.palette.key, style.palette));
        paintColumnLabel(painter, foot - QPointF(0, out), label, room, leans, width * stride * levels);
    }
}

/** 1, 2, 4, 8, 16 ...: the first at which labels do not touch. */
int tickDistance(double cell_width, double label_width)
{
    int distance = 1;
    while (distance * cell_width < label_width * 1.7 && distance < 1 << 20)
        distance *= 2;
    return distance;
}

void paintDimensionTicks(QPainter& painter, const HeatmapGeometry& geometry, const HeatmapContent& content,
    const FigureStyle& style)
{
    const QFont font = style.scaledFont(0.74);
    const QFontMetricsF metrics(font);
    const double width = metrics.horizontalAdvance(QString::number(content.columns));
    const int distance = tickDistance(geometry.cellWidth(), width);
    painter.setFont(font);
    const auto label = [&](int column, const QColor& colour) {
        const QRectF cell = geometry.columnRect(column);
        if (cell.center().x() < geometry.frame.left() || cell.center().x() > geometry.frame.right())
            return;
        painter.setPen(colour);
        const QRectF box(
            cell.center().x() - 60, geometry.frame.top() - metrics.height() - 3, 120, metrics.height());
        painter.drawText(box, Qt::AlignCenter, QString::number(column));
    };
    const auto [first, end] = geometry.seenColumns();
    for (int column = (first + distance - 1) / distance * distance; column < end; column += distance) {
        const bool collides =
            content.column && std::abs(column - *content.column) * geometry.cellWidth() < width * 1.6;
        if (!collides)
            label(column, style.palette.faint_ink);
    }
    if (content.column && *content.column >= first && *content.column < end) {
        QFont bold = font;
        bold.setBold(true);
        painter.setFont(bold);
        label(*content.column, content.rows_are_queries ? style.palette.key : style.palette.selected);
    }
}

void paintBlockHeadings(QPainter& painter, const HeatmapGeometry& geometry, const HeatmapContent& content,
    const FigureStyle& style)
{
    const double block_width = geometry.cellWidth() * content.block_size;
    const auto blocks = int(content.column_labels.size());
    const double number =
        QFontMetricsF(style.scaledFont(0.84, true)).horizontalAdvance(QString::number(blocks));
    const int stride = std::max(1, int(std::ceil((number + 3) / std::max(1.0, block_width))));
    for (int block = 0; block < blocks; ++block) {
        const bool is_chosen = content.block == block;
        const double middle = geometry.cells.left() + (block + 0.5) * block_width;
        if (!isLabelShown(block, stride, content.block) || middle < geometry.frame.left()
            || middle > geometry.frame.right())
            continue;
        const QFont font = style.scaledFont(0.84, is_chosen);
        const QFontMetricsF metrics(font);
        painter.setFont(font);
        painter.setPen(is_chosen ? style.palette.key : style.palette.faint_ink);
        const double width = block_width * stride;
        const QRectF box(
            middle - width / 2, geometry.frame.top() - metrics.height() - 3, width, metrics.height());
        // A narrow block keeps its number and gives up the word.
        const QString& text = content.column_labels[std::size_t(block)].text;
        const bool fits = metrics.horizontalAdvance(text) <= block_width - 2;
        painter.drawText(box, Qt::AlignCenter | Qt::TextDontClip, fits ? text : QString::number(block + 1));
    }
}

bool hasCjkRows(const HeatmapContent& content)
{
    return stanceOf(content.row_labels) == LabelStance::Upright;
}

/** In a part that was enlarged all labels may have room on one level. */
int rowLevelsNow(const HeatmapGeometry& geometry, const HeatmapContent& content, const FigureStyle& style)
{
    return std::min(geometry.row_levels, labelLevels(style, geometry.cellHeight(), hasCjkRows(content)));
}

QFont rowLabelFont(const HeatmapGeometry& geometry, const HeatmapContent& content, const FigureStyle& style)
{
    return labelFont(
        style, geometry.cellHeight() * rowLevelsNow(geometry, content, style), hasCjkRows(content));
}

} // namespace

int rowLabelStride(const HeatmapGeometry& geometry, const HeatmapContent& content, const FigureStyle& style)
{
    return labelStride(geometry.cellHeight() * rowLevelsNow(geometry, content, style),
        rowLabelFont(geometry, content, style), hasCjkRows(content));
}

int columnLabelStride(const HeatmapGeometry& geometry, const FigureStyle& style)
{
    if (geometry.labels_lean)
        return labelStride(
            geometry.cellWidth() / std::numbers::sqrt2, columnLabelFont(style, geometry.cellWidth()));
    const double distance = geometry.cellWidth() * columnLevelsNow(geometry, style);
    return labelStride(distance, labelFont(style, distance, true), true);
}

void paintRowLabels(QPainter& painter, const HeatmapGeometry& geometry, const HeatmapContent& content,
    const FigureStyle& style)
{
    const QFont font = rowLabelFont(geometry, content, style);
    QFont bold = font;
    bold.setBold(true);
    const QFontMetricsF metrics(font);
    const int stride = rowLabelStride(geometry, content, style);
    const int levels = rowLevelsNow(geometry, content, style);
    const double width = (geometry.row_label_width - 6) / geometry.row_levels;
    ThinningMarks marks(painter, style);
    const auto [first, end] = geometry.seenRows();
    for (int row = first; row < std::min(end, int(content.row_labels.size())); ++row) {
        const double y = geometry.rowRect(row).center().y();
        if (y < geometry.frame.top() || y > geometry.frame.bottom())
            continue;
        if (!isLabelShown(row, stride, content.row)) {
            marks.tick({geometry.frame.left() - 2, y}, {-3, 0});
            continue;
        }
        const bool is_chosen = content.row == row;
        const AxisLabel& label = content.row_labels[std::size_t(row)];
        const QFont& used = is_chosen ? bold : font;
        const double out = levelOf(row, stride, levels) * width;
        if (out > 0)
            marks.line({geometry.frame.left() - 2, y}, {-out, 0});
        painter.setFont(used);
        painter.setPen(labelColour(label, is_chosen, rowRole(content, style.palette), style.palette));
        const QRectF box(
            geometry.frame.left() - 6 - width - out, y - metrics.height() / 2, width, metrics.height());
        painter.drawText(
            box, Qt::AlignRight | Qt::AlignVCenter, labelText(label, QFontMetricsF(used), width));
    }
}

void paintColumnLabels(QPainter& painter, const HeatmapGeometry& geometry, const HeatmapContent& content,
    const FigureStyle& style)
{
    switch (content.column_kind) {
    case ColumnKind::Tokens:
        return paintTokenColumns(painter, geometry, content, style);
    case ColumnKind::Dimensions:
        return paintDimensionTicks(painter, geometry, content, style);
    case ColumnKind::Blocks:
        return paintBlockHeadings(painter, geometry, content, style);
    }
}

void paintAxisNames(QPainter& painter, const HeatmapGeometry& geometry, const HeatmapContent& content,
    const FigureStyle& style)
{
    if (content.row_title.isEmpty() && content.column_title.isEmpty())
        return;
    const QString rows = content.row_title + QStringLiteral(" ↓"),
                  columns = content.column_title + QStringLiteral(" →");
    const QFont font = style.scaledFont(0.78);
    const QFontMetricsF metrics(font);
    const QRectF corner(QPointF(geometry.area.left(), geometry.frame.top() - geometry.column_label_height),
        QPointF(geometry.frame.left() - 4, geometry.frame.top() - 2));
    const double widest = std::max(metrics.horizontalAdvance(rows), metrics.horizontalAdvance(columns));
    if (widest > corner.width() || 2 * metrics.height() > corner.height())
        return;
    painter.setFont(font);
    const QRectF below(corner.left(), corner.bottom() - metrics.height(), corner.width(), metrics.height());
    painter.setPen(content.rows_are_queries ? style.palette.query : style.palette.faint_ink);
    painter.drawText(below, Qt::AlignRight | Qt::AlignVCenter, rows);
    painter.setPen(content.rows_are_queries ? style.palette.key : style.palette.faint_ink);
    painter.drawText(below.translated(0, -metrics.height()), Qt::AlignRight | Qt::AlignVCenter, columns);
}

} // namespace glassformer
