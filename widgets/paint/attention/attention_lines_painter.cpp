#include "widgets/paint/attention/attention_lines_painter.h"

#include "widgets/look/head_colour.h"
#include "widgets/look/number_text.h"
#include "widgets/paint/attention/cell_image.h"
#include "widgets/paint/axis_labels.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace glassformer {

namespace {

constexpr float thinnest_weight = 0.005f; // the least that is written as more than 0.00

double widestWord(const std::vector<AxisLabel>& words, const QFontMetricsF& metrics)
{
    double widest = 0;
    for (const AxisLabel& word : words)
        widest = std::max(widest, metrics.horizontalAdvance(word.text));
    return widest * 1.08 + 18;
}

std::optional<int> indexAt(const QRectF& column, double pitch, const QPointF& position)
{
    if (pitch <= 0 || !column.contains(position))
        return std::nullopt;
    return int((position.y() - column.top()) / pitch);
}

void paintCurve(QPainter& painter, const QPointF& from, const QPointF& to, double weight,
    const QColor& colour, double thickest)
{
    const double bend = (to.x() - from.x()) * 0.5;
    QPainterPath path(from);
    path.cubicTo(from + QPointF(bend, 0), to - QPointF(bend, 0), to);
    QColor ink = colour;
    ink.setAlphaF(float(std::clamp(0.16 + std::sqrt(weight) * 0.84, 0.0, 1.0)));
    // A sum of several rows may be more than 1, and no curve thicker than its words.
    painter.setPen(QPen(ink, std::max(0.6, std::min(weight, 1.5) * thickest), Qt::SolidLine, Qt::RoundCap));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(path);
}

void paintCurves(QPainter& painter, const AttentionLinesGeometry& geometry,
    const AttentionLinesContent& content, const FigureStyle& style)
{
    // With every word's curves in one picture only the strong ones say something.
    const float threshold = content.query ? thinnest_weight : 0.08f;
    const double thickest = std::clamp(geometry.key_pitch * 0.42, 3.0, style.em() * 0.62);
    for (std::size_t query = 0; query < content.queries.size(); ++query) {
        if (content.query && int(query) != *content.query)
            continue;
        for (std::size_t key = 0; key < content.keys.size(); ++key) {
            const float weight = content.at(query, key);
            if (!(weight >= threshold))
                continue;
            const bool is_marked = content.key && int(key) == *content.key && content.query;
            const QRectF from = geometry.queryRect(int(query));
            const QRectF to = geometry.keyRect(int(key));
            paintCurve(painter, {from.right(), from.center().y()}, {to.left(), to.center().y()}, weight,
                is_marked ? style.palette.key : style.palette.query, thickest);
        }
    }
}

/** Curves of several heads, those of the chosen one on top. */
void paintHeadCurves(QPainter& painter, const AttentionLinesGeometry& geometry,
    const AttentionLinesContent& content, const FigureStyle& style)
{
    const float threshold = content.query ? 0.04f : 0.25f; // of many heads only what is strong
    const double thickest = std::clamp(geometry.key_pitch * 0.36, 2.5, style.em() * 0.5);
    const auto count = int(content.heads.size());
    const auto paint = [&](std::size_t head, std::size_t query) {
        // Beside each other where several go the same way.
        const double aside = (double(head) - (count - 1) / 2.0) / count * geometry.key_pitch * 0.6;
        for (std::size_t key = 0; key < content.keys.size(); ++key) {
            const float weight = content.heads[head].weights[query * content.keys.size() + key];
            if (!(weight >= threshold))
                continue;
            const QRectF from = geometry.queryRect(int(query)), to = geometry.keyRect(int(key));
            paintCurve(painter, {from.right(), from.center().y() + aside},
                {to.left(), to.center().y() + aside}, weight, headColour(int(head), count, style.palette),
                thickest);
        }
    };
    for (const bool chosen : {false, true})
        for (std::size_t head = 0; head < content.heads.size(); ++head)
            for (std::size_t query = 0; query < content.queries.size(); ++query)
                if (content.heads[head].is_chosen == chosen
                    && (!content.query || int(query) == *content.query))
                    paint(head, query);
}

/** The names of heads in their colours, as many as there is room for. */
void paintHeadNames(QPainter& painter, const AttentionLinesGeometry& geometry,
    const AttentionLinesContent& content, const FigureStyle& style)
{
    double x = geometry.legend.left();
    for (std::size_t head = 0; head < content.heads.size(); ++head) {
        const QFont font = style.scaledFont(0.84, content.heads[head].is_chosen);
        const double width = QFontMetricsF(font).horizontalAdvance(content.heads[head].name);
        if (x + width + 12 > geometry.legend.right())
            break;
        painter.setPen(Qt::NoPen);
        painter.setBrush(headColour(int(head), int(content.heads.size()), style.palette));
        painter.drawEllipse(QPointF(x + 4, geometry.legend.center().y()), 3.5, 3.5);
        painter.setPen(style.palette.ink);
        painter.setFont(font);
        painter.drawText(QRectF(x + 11, geometry.legend.top(), width + 2, geometry.legend.height()),
            Qt::AlignLeft | Qt::AlignVCenter, content.heads[head].name);
        x += width + 21;
    }
}

/** The line of a word that is higher than its share of the column. */
QRectF tallEnough(const QRectF& rect, const QFont& font)
{
    const double missing = std::max(0.0, QFontMetricsF(font).height() - rect.height());
    return rect.adjusted(0, -missing / 2, 0, missing / 2);
}

/** A word that is left out for want of room has a tick, as far as ticks can be told apart. */
void paintMark(QPainter& painter, const QRectF& line, Qt::Alignment side, double pitch, std::size_t index,
    const FigureStyle& style)
{
    constexpr double nearest = 3.5; // pixels
    if (index % std::size_t(std::max(1.0, std::ceil(nearest / std::max(0.1, pitch)))) != 0)
        return;
    // Between the words and the curves.
    const double x = side == Qt::AlignRight ? line.right() - 5 : line.left() + 2;
    painter.setPen(QPen(mixed(style.palette.faint_ink, style.palette.card, 0.3), 1));
    painter.drawLine(QPointF(x, line.center().y()), QPointF(x + 3, line.center().y()));
}

void paintQueries(QPainter& painter, const AttentionLinesGeometry& geometry,
    const AttentionLinesContent& content, const FigureStyle& style)
{
    const bool is_cjk = stanceOf(content.queries) == LabelStance::Upright;
    const QFont font = labelFont(style, geometry.query_pitch, is_cjk);
    const auto stride = std::size_t(labelStride(geometry.query_pitch, font, is_cjk));
    for (std::size_t i = 0; i < content.queries.size(); ++i) {
        const bool is_chosen = content.query == int(i);
        const bool is_near = content.query && std::size_t(std::abs(*content.query - int(i))) < stride;
        if (!is_chosen && stride > 1 && (i % stride != 0 || is_near)) {
            paintMark(painter, geometry.queryRect(int(i)), Qt::AlignRight, geometry.query_pitch, i, style);
            continue; // no room
        }
        QFont used = font;
        used.setBold(is_chosen);
        painter.setFont(used);
        const QColor quiet = content.query ? style.palette.faint_ink : style.palette.ink;
        painter.setPen(is_chosen              ? style.palette.query
                : content.queries[i].is_faint ? mixed(style.palette.faint_ink, style.palette.card, 0.35)
                                              : quiet);
        const QRectF rect = tallEnough(geometry.queryRect(int(i)), font).adjusted(0, 0, -7, 0);
        painter.drawText(rect, Qt::AlignRight | Qt::AlignVCenter,
            labelText(content.queries[i], QFontMetricsF(used), rect.width()));
    }
}

/** The words that are written where there is not room for all: the chosen one, the heaviest, then every so many. */
std::vector<bool> writtenKeys(const AttentionLinesContent& content, std::size_t stride)
{
    const std::size_t count = content.keys.size();
    std::vector<bool> is_written(count, stride == 1);
    if (stride == 1)
        return is_written;
    const auto weightOf = [&](std::size_t key) {
        return content.query ? content.at(std::size_t(*content.query), key) : 0.0f;
    };
    std::vector<std::size_t> order;
    for (std::size_t key = 0; key < count; ++key)
        if (content.key == int(key) || weightOf(key) >= 0.1f || key % stride == 0)
            order.push_back(key);
    std::stable_sort(order.begin(), order.end(), [&](std::size_t left, std::size_t right) {
        const auto rank = [&](std::size_t key) {
            return content.key == int(key) ? 2.0f : weightOf(key) >= 0.1f ? weightOf(key) : 0.0f;
        };
        return rank(left) > rank(right);
    });
    for (const std::size_t key : order) {
        const std::size_t begin = key < stride ? 0 : key - stride + 1;
        const std::size_t end = std::min(count, key + stride);
        const auto first = is_written.begin() + std::ptrdiff_t(begin);
        if (std::find(first, is_written.begin() + std::ptrdiff_t(end), true)
            == is_written.begin() + std::ptrdiff_t(end))
            is_written[key] = true;
    }
    return is_written;
}

void paintKeyShades(QPainter& painter, const AttentionLinesGeometry& geometry,
    const AttentionLinesContent& content, const FigureStyle& style)
{
    if (!content.query)
        return;
    const double inset = std::clamp(geometry.key_pitch * 0.1, 0.5, 3.0);
    painter.setPen(Qt::NoPen);
    for (std::size_t i = 0; i < content.keys.size(); ++i) {
        const float weight = content.at(std::size_t(*content.query), i);
        if (!(weight >= thinnest_weight) && !isMasked(weight))
            continue;
        painter.setBrush(isMasked(weight) ? maskedColour(style.palette)
                                          : mixed(style.palette.card, style.palette.key,
                                              0.06 + 0.42 * std::min(1.0, std::sqrt(double(weight)))));
        const double own = geometry.key_pitch < 4 ? 0 : inset; // stripes of a pixel would say nothing
        painter.drawRoundedRect(geometry.keyRect(int(i)).adjusted(0, own, 0, -own), 4, 4);
    }
}

void paintKeys(QPainter& painter, const AttentionLinesGeometry& geometry,
    const AttentionLinesContent& content, const FigureStyle& style)
{
    const bool is_cjk = stanceOf(content.keys) == LabelStance::Upright;
    const QFont font = labelFont(style, geometry.key_pitch, is_cjk);
    const std::vector<bool> is_written =
        writtenKeys(content, std::size_t(labelStride(geometry.key_pitch, font, is_cjk)));
    paintKeyShades(painter, geometry, content, style);
    for (std::size_t i = 0; i < content.keys.size(); ++i) {
        const float weight = content.query ? content.at(std::size_t(*content.query), i) : 0;
        const bool is_chosen = content.key == int(i);
        if (!is_written[i]) {
            paintMark(painter, geometry.keyRect(int(i)), Qt::AlignLeft, geometry.key_pitch, i, style);
            continue;
        }
        QFont used = font;
        used.setBold(is_chosen || weight > 0.25f);
        painter.setFont(used);
        painter.setPen(isMasked(weight)                 ? style.palette.faint_ink
                : is_chosen && weight < thinnest_weight ? style.palette.key
                : content.keys[i].is_faint && !used.bold()
                ? mixed(style.palette.faint_ink, style.palette.card, 0.2)
                : style.palette.ink);
        const QFontMetricsF metrics(used);
        const QString number = weight >= thinnest_weight ? weightText(weight) : QString();
        const double number_width = number.isEmpty() ? 0 : metrics.horizontalAdvance(number) + 8;
        const QRectF line = tallEnough(geometry.keyRect(int(i)), font);
        const QRectF words = line.adjusted(8, 0, -6 - number_width, 0);
        painter.drawText(
            words, Qt::AlignLeft | Qt::AlignVCenter, labelText(content.keys[i], metrics, words.width()));
        painter.setPen(weight > 0.25f ? style.palette.ink : style.palette.faint_ink);
        painter.drawText(line.adjusted(0, 0, -6, 0), Qt::AlignRight | Qt::AlignVCenter, number);
    }
}

} // namespace

AttentionLinesContent toldPart(AttentionLinesContent content, const Cover& cover)
{
    if (cover.open == Cover::Open::All)
        return content;
    const auto columns = content.keys.size(), rows = content.queries.size();
    const auto hide = [&](std::vector<float>& weights) {
        for (std::size_t i = 0; i < weights.size(); ++i) {
            const bool is_chosen = content.query == int(i / columns);
            const bool is_cell =
                cover.open == Cover::Open::Cell && is_chosen && content.key == int(i % columns);
            if (!is_cell && !cover.shows(int(i / columns), int(rows), is_chosen) && !isMasked(weights[i]))
                weights[i] = 0;
        }
    };
    hide(content.weights);
    for (HeadLines& head : content.heads)
        hide(head.weights);
    if (cover.open == Cover::Open::Rows)
        content.query.reset();
    return content;
}

QRectF AttentionLinesGeometry::queryRect(int index) const
{
    return {query_column.left(), query_column.top() + index * query_pitch, query_column.width(), query_pitch};
}

QRectF AttentionLinesGeometry::keyRect(int index) const
{
    return {key_column.left(), key_column.top() + index * key_pitch, key_column.width(), key_pitch};
}

std::optional<int> AttentionLinesGeometry::queryAt(const QPointF& position) const
{
    return indexAt(query_column, query_pitch, position);
}

std::optional<int> AttentionLinesGeometry::keyAt(const QPointF& position) const
{
    return indexAt(key_column, key_pitch, position);
}

AttentionLinesGeometry layoutAttentionLines(
    const QRectF& area, const AttentionLinesContent& content, const FigureStyle& style)
{
    AttentionLinesGeometry geometry;
    if (content.queries.empty() || content.keys.empty())
        return geometry;
    const double em = style.em();
    geometry.titles = QRectF(area.left(), area.top(), area.width(), em * 1.5);
    if (!content.heads.empty())
        geometry.legend = QRectF(area.left(), area.bottom() - em * 1.4, area.width(), em * 1.4);
    const QRectF room = area.adjusted(0, em * 1.7, 0, -geometry.legend.height());
    const double widest_pitch = em * 2.1;
    const auto pitch = [&](std::size_t count) {
        return std::min(room.height() / double(count), widest_pitch);
    };
    geometry.query_pitch = pitch(content.queries.size());
    geometry.key_pitch = pitch(content.keys.size());
    // Each column in its own size: few words are large beside many small ones.
    const auto font = [&](double column_pitch, const std::vector<AxisLabel>& words) {
        return labelFont(style, column_pitch, stanceOf(words) == LabelStance::Upright);
    };
    const QFontMetricsF query_font(font(geometry.query_pitch, content.queries));
    const QFontMetricsF key_font(font(geometry.key_pitch, content.keys));
    const QFontMetricsF title_font(style.smallFont());
    const double number_width = key_font.horizontalAdvance(QStringLiteral("0.00")) * 1.08 + 10;
    const double left = std::min(std::max(widestWord(content.queries, query_font),
                                     title_font.horizontalAdvance(content.query_title) + 8),
        area.width() * 0.34);
    const double right = std::min(std::max(widestWord(content.keys, key_font) + number_width,
                                      title_font.horizontalAdvance(content.key_title) + 8),
        area.width() * 0.42);
    // The curves need room to be told apart, but not all the room of a wide screen.
    const double between = std::min(area.width() - left - right, em * 22);
    const double start = area.left() + std::max(0.0, (area.width() - left - right - between) / 2);
    const double height = std::max(geometry.query_pitch * double(content.queries.size()),
        geometry.key_pitch * double(content.keys.size()));
    const auto column = [&](double x, double width, double column_pitch, std::size_t count) {
        const double own = column_pitch * double(count);
        return QRectF(x, room.top() + (height - own) / 2, width, own);
    };
    geometry.query_column = column(start, left, geometry.query_pitch, content.queries.size());
    geometry.key_column = column(start + left + between, right, geometry.key_pitch, content.keys.size());
    return geometry;
}

void paintAttentionLines(QPainter& painter, const AttentionLinesGeometry& geometry,
    const AttentionLinesContent& content, const FigureStyle& style)
{
    if (geometry.query_pitch <= 0)
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(style.smallFont());
    const auto title = [&](const QRectF& column, Qt::Alignment alignment, const QString& text,
                           const QColor& colour) {
        painter.setPen(colour);
        // Titles are wider than short words: they may reach into the room of the curves.
        const double grow = geometry.titles.width() * 0.2;
        const bool is_left = alignment & Qt::AlignRight;
        const QRectF box(column.left() - (is_left ? 0 : grow), geometry.titles.top(), column.width() + grow,
            geometry.titles.height());
        QRectF inner = is_left ? box.adjusted(0, 0, -grow - 7, 0) : box.adjusted(grow + 8, 0, grow, 0);
        if (is_left) // never out of the picture
            inner.setWidth(std::max(inner.width(), QFontMetricsF(painter.font()).horizontalAdvance(text)));
        painter.drawText(inner, int(alignment | Qt::AlignVCenter | Qt::TextDontClip), text);
    };
    title(geometry.query_column, Qt::AlignRight, content.query_title, style.palette.query);
    title(geometry.key_column, Qt::AlignLeft, content.key_title, style.palette.key);
    if (content.heads.empty()) {
        paintCurves(painter, geometry, content, style);
    } else {
        paintHeadCurves(painter, geometry, content, style);
        paintHeadNames(painter, geometry, content, style);
    }
    paintQueries(painter, geometry, content, style);
    paintKeys(painter, geometry, content, style);
    painter.restore();
}

} // namespace glassformer
