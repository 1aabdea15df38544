#include "widgets/paint/attention/attention_sentence_painter.h"

#include "widgets/paint/attention/text_line.h"
#include "widgets/paint/formula_painter.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace glassformer {
namespace {

constexpr double line_spacing = 1.75; ///< of lines of shaded text
constexpr double smallest_font = 0.62; ///< of a line of text under arcs
constexpr double strong_enough = 0.08; ///< where nothing is chosen only such arcs say something
constexpr float thinnest_weight = 0.005f; // the least that is written as more than 0.00

/** Tokens in lines that break at the width; returns where the last line ends. */
double flow(const QRectF& area, const TextRun& text, const QFontMetricsF& metrics, std::vector<QRectF>& rects)
{
    const double line = metrics.height() * line_spacing, space = metrics.horizontalAdvance(u' ') + 2;
    double x = area.left(), y = area.top();
    for (std::size_t i = 0; i < text.labels.size(); ++i) {
        const double wide = std::min(area.width(), text.width(i, metrics));
        double left = x + text.gapBefore(i, space);
        if (left + wide > area.right() && x > area.left()) {
            left = area.left();
            y += line;
        }
        rects.push_back({left, y + metrics.height() * 0.1, wide, metrics.height() * 1.4});
        x = left + wide;
    }
    return y + line;
}

double lengthOf(const TextRun& text, const QFontMetricsF& metrics)
{
    double length = 0;
    const double space = metrics.horizontalAdvance(u' ') + 2;
    for (std::size_t i = 0; i < text.labels.size(); ++i)
        length += text.gapBefore(i, space) + text.width(i, metrics);
    return length;
}

/** The largest font in which all lines fit, or the smallest that one can read. Widths do not grow as sizes do. */
double fittingFont(const std::vector<TextRun>& lines, double room, const FigureStyle& style)
{
    constexpr double step = 0.96;
    double factor = 1;
    const auto fits = [&](const TextRun& line) {
        return lengthOf(line, QFontMetricsF(style.scaledFont(factor))) <= room;
    };
    while (factor > smallest_font && !std::all_of(lines.begin(), lines.end(), fits))
        factor *= step;
    return std::max(factor, smallest_font);
}

int middleOf(std::optional<int> chosen, std::size_t count)
{
    return std::clamp(chosen.value_or(int(count) / 2), 0, std::max(0, int(count) - 1));
}

/** All tokens, those first that the picture is about: the middle of the interest, then by weight, then the nearest. */
template <typename Weight> std::vector<int> wantedFirst(int middle, std::size_t count, Weight weight)
{
    std::vector<int> order;
    for (int i = 0; i < int(count); ++i)
        order.push_back(i);
    const auto rank = [&](int token) {
        const double own = weight(token);
        return token == middle ? 2.0 : own >= strong_enough / 4 ? own : 0.0;
    };
    std::stable_sort(order.begin(), order.end(), [&](int left, int right) {
        const double a = rank(left), b = rank(right);
        return a != b ? a > b : std::abs(left - middle) < std::abs(right - middle);
    });
    return order;
}

std::optional<int> indexAt(const std::vector<QRectF>& rects, const QPointF& position)
{
    const auto found = std::find_if(rects.begin(), rects.end(),
        [&](const QRectF& rect) { return rect.adjusted(-2, -2, 2, 2).contains(position); });
    return found == rects.end() ? std::nullopt : std::optional<int>(int(found - rects.begin()));
}

double weightOf(const AttentionLinesContent& map, int query, int key)
{
    const float weight = map.at(std::size_t(query), std::size_t(key));
    return weight > 0 && weight <= 1 ? double(weight) : weight > 1 ? 1 : 0;
}

AttentionSentenceGeometry layoutText(
    const QRectF& area, const AttentionSentenceContent& content, const FigureStyle& style)
{
    AttentionSentenceGeometry geometry;
    const QFontMetricsF metrics(style.font);
    const double title = metrics.height() * 1.4;
    geometry.keys_title = {area.left(), area.top(), area.width(), title};
    const double keys_end =
        flow(area.adjusted(0, title, 0, 0), {content.map.keys, content.key_touches}, metrics, geometry.keys);
    geometry.queries_title = {area.left(), keys_end + style.em() * 0.6, area.width(), title};
    const double end = flow(QRectF(area.left(), geometry.queries_title.bottom(), area.width(), area.height()),
        {content.map.queries, content.query_touches}, metrics, geometry.queries);
    geometry.height = end - area.top();
    return geometry;
}

AttentionSentenceGeometry layoutArcs(
    const QRectF& area, const AttentionSentenceContent& content, const FigureStyle& style)
{
    AttentionSentenceGeometry geometry;
    const TextRun keys{content.map.keys, content.key_touches};
    const TextRun queries{content.map.queries, content.query_touches};
    const QFontMetricsF full(style.font);
    geometry.font_factor =
        fittingFont(std::vector<TextRun>{keys, queries}, area.width() - style.em() * 2, style);
    const QFontMetricsF metrics(style.scaledFont(geometry.font_factor));
    const double line = metrics.height() * 1.5, title = full.height() * 1.4;
    geometry.height = area.height();
    geometry.keys_title = {area.left(), area.top(), area.width(), title};
    geometry.queries_title = {area.left(), area.bottom() - title, area.width(), title};
    const auto place = [&](double y) { return QRectF(area.left(), y, area.width(), line); };
    const AttentionLinesContent& map = content.map;
    const auto to_key = [&](int key) {
        return map.key == key ? 1.0 : map.query ? weightOf(map, *map.query, key) : 0.0;
    };
    if (content.is_self) {
        const double y = area.top() + title + (area.height() - 2 * title - line) * 0.55;
        const auto weight = [&](int token) { // where it looks, then who looks at it
            return std::max(to_key(token), map.query ? weightOf(map, token, *map.query) / 2 : 0.0);
        };
        geometry.keys = oneLine(place(y), keys, metrics,
            wantedFirst(middleOf(map.query, map.keys.size()), map.keys.size(), weight), geometry.key_gaps);
        geometry.queries = geometry.keys;
    } else {
        const auto from_query = [&](int query) { return map.key ? weightOf(map, query, *map.key) : 0.0; };
        geometry.queries = oneLine(place(area.bottom() - title - line), queries, metrics,
            wantedFirst(middleOf(map.query, map.queries.size()), map.queries.size(), from_query),
            geometry.query_gaps);
        geometry.keys = oneLine(place(area.top() + title), keys, metrics,
            wantedFirst(middleOf(map.key, map.keys.size()), map.keys.size(), to_key), geometry.key_gaps);
    }
    return geometry;
}

QColor shade(const QColor& colour, double weight)
{
    QColor result = colour;
    result.setAlphaF(float(0.75 * std::sqrt(weight)));
    return result;
}

void paintTokens(QPainter& painter, const std::vector<QRectF>& rects, const std::vector<AxisLabel>& labels,
    std::optional<int> chosen, const QFont& font, const FigureStyle& style)
{
    for (std::size_t i = 0; i < rects.size(); ++i) {
        if (rects[i].isEmpty())
            continue;
        QFont used = font;
        used.setBold(chosen == int(i));
        painter.setFont(used);
        painter.setPen(labels[i].is_faint ? style.palette.faint_ink : style.palette.ink);
        painter.drawText(rects[i], Qt::AlignCenter | Qt::TextDontClip, labels[i].text);
    }
}

/** Where a line of text leaves tokens out. */
void paintGaps(
    QPainter& painter, const std::vector<QRectF>& gaps, const QFont& font, const FigureStyle& style)
{
    painter.setFont(font);
    painter.setPen(style.palette.faint_ink);
    for (const QRectF& gap : gaps)
        painter.drawText(gap, Qt::AlignCenter | Qt::TextDontClip, gapSign());
}

void frame(QPainter& painter, const QRectF& rect, const QColor& colour)
{
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(colour, 1.6));
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
}

void paintShading(QPainter& painter, const AttentionSentenceGeometry& geometry,
    const AttentionSentenceContent& content, const FigureStyle& style)
{
    const AttentionLinesContent& map = content.map;
    painter.setPen(Qt::NoPen);
    for (std::size_t key = 0; key < geometry.keys.size() && map.query; ++key) {
        painter.setBrush(shade(style.palette.query, weightOf(map, *map.query, int(key))));
        painter.drawRoundedRect(geometry.keys[key], 3, 3);
    }
    // Two colours over each other on one line of text say nothing: there the arcs below tell it.
    const std::optional<int> looked_at =
        content.has_arcs && content.is_self ? std::nullopt : content.lookedAt();
    for (std::size_t query = 0; query < geometry.queries.size() && looked_at; ++query) {
        painter.setBrush(shade(style.palette.key, weightOf(map, int(query), *looked_at)));
        painter.drawRoundedRect(geometry.queries[query], 3, 3);
    }
    if (map.query)
        frame(painter, geometry.queries[std::size_t(*map.query)], style.palette.query);
    if (map.query && content.is_self)
        frame(painter, geometry.keys[std::size_t(*map.query)], style.palette.query);
    if (map.key)
        frame(painter, geometry.keys[std::size_t(*map.key)], style.palette.key);
}

void paintArc(QPainter& painter, const QPointF& from, const QPointF& to, double height, double weight,
    const QColor& colour, double thickest)
{
    QPainterPath path(from);
    path.cubicTo(from + QPointF(0, height), to + QPointF(0, height), to);
    QColor ink = colour;
    ink.setAlphaF(float(std::clamp(0.2 + std::sqrt(weight) * 0.8, 0.0, 1.0)));
    painter.setPen(QPen(ink, std::max(0.7, weight * thickest), Qt::SolidLine, Qt::RoundCap));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(path);
}

/** Where tokens look goes over the line, who looks at the chosen one below it; the farther, the higher. */
void paintArcsOver(QPainter& painter, const AttentionSentenceGeometry& geometry,
    const AttentionSentenceContent& content, const FigureStyle& style)
{
    const AttentionLinesContent& map = content.map;
    const std::vector<QRectF>& rects = geometry.keys;
    const double room_above = rects.empty()
        ? 0
        : rects[std::size_t(middleOf(map.query, rects.size()))].top() - geometry.keys_title.bottom();
    const double room_below = geometry.queries_title.top()
        - (rects.empty() ? 0 : rects[std::size_t(middleOf(map.query, rects.size()))].bottom());
    const double widest = std::max(1.0, geometry.keys_title.width());
    const double thickest = style.em() * 0.5;
    const auto draw = [&](int from, int to, double weight, bool is_above) {
        const QRectF &a = rects[std::size_t(from)], &b = rects[std::size_t(to)];
        if (a.isEmpty() || b.isEmpty())
            return;
        const double reach = std::abs(a.center().x() - b.center().x()) / widest;
        const double room = (is_above ? room_above : room_below) / 0.75; // a curve reaches 3/4 of its handles
        const double height = room * std::clamp(0.22 + 0.78 * std::sqrt(reach), 0.0, 0.98);
        const double nudge = from == to ? std::max(8.0, a.width() * 0.4) : 0; // looks at itself: a loop
        const double y = is_above ? a.top() : a.bottom();
        paintArc(painter, {a.center().x() - nudge, y}, {b.center().x() + nudge, y},
            is_above ? -height : height, weight, is_above ? style.palette.query : style.palette.key,
            thickest);
    };
    for (std::size_t query = 0; query < map.queries.size(); ++query)
        for (std::size_t key = 0; key < map.keys.size(); ++key) {
            const double weight = weightOf(map, int(query), int(key));
            if (map.query ? map.query == int(query) && weight >= double(thinnest_weight)
                          : weight >= strong_enough)
                draw(int(query), int(key), weight, true);
            if (map.query && map.query == int(key) && map.query != int(query)
                && weight >= double(thinnest_weight))
                draw(int(query), int(key), weight, false);
        }
}

void paintLinesBetween(QPainter& painter, const AttentionSentenceGeometry& geometry,
    const AttentionSentenceContent& content, const FigureStyle& style)
{
    const AttentionLinesContent& map = content.map;
    for (std::size_t query = 0; query < map.queries.size(); ++query)
        for (std::size_t key = 0; key < map.keys.size(); ++key) {
            const double weight = weightOf(map, int(query), int(key));
            const QRectF &from = geometry.queries[query], &to = geometry.keys[key];
            const bool is_wanted = map.query ? map.query == int(query) : weight >= strong_enough;
            if (!is_wanted || weight < double(thinnest_weight) || from.isEmpty() || to.isEmpty())
                continue;
            const double bend = (to.bottom() - from.top()) / 2;
            QPainterPath path({from.center().x(), from.top()});
            path.cubicTo(QPointF(from.center().x(), from.top() + bend),
                QPointF(to.center().x(), to.bottom() - bend), QPointF(to.center().x(), to.bottom()));
            QColor ink = style.palette.query;
            ink.setAlphaF(float(std::clamp(0.2 + std::sqrt(weight) * 0.8, 0.0, 1.0)));
            painter.setPen(QPen(ink, std::max(0.7, weight * style.em() * 0.5), Qt::SolidLine, Qt::RoundCap));
            painter.setBrush(Qt::NoBrush);
            painter.drawPath(path);
        }
}

} // namespace

std::optional<int> AttentionSentenceGeometry::keyAt(const QPointF& position) const
{
    return indexAt(keys, position);
}

std::optional<int> AttentionSentenceGeometry::queryAt(const QPointF& position) const
{
    return indexAt(queries, position);
}

AttentionSentenceGeometry layoutAttentionSentence(
    const QRectF& area, const AttentionSentenceContent& content, const FigureStyle& style)
{
    if (content.isEmpty())
        return {};
    return content.has_arcs ? layoutArcs(area, content, style) : layoutText(area, content, style);
}

void paintAttentionSentence(QPainter& painter, const AttentionSentenceGeometry& geometry,
    const AttentionSentenceContent& content, const FigureStyle& style)
{
    if (content.isEmpty())
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    paintFormula(painter, geometry.keys_title, content.looks_at, style, 0.9);
    paintFormula(painter, geometry.queries_title, content.looked_at, style, 0.9);
    if (content.has_arcs)
        content.is_self ? paintArcsOver(painter, geometry, content, style)
                        : paintLinesBetween(painter, geometry, content, style);
    paintShading(painter, geometry, content, style);
    const QFont font = style.scaledFont(geometry.font_factor);
    paintTokens(painter, geometry.keys, content.map.keys,
        content.is_self ? content.map.query : content.map.key, font, style);
    paintGaps(painter, geometry.key_gaps, font, style);
    paintGaps(painter, geometry.query_gaps, font, style);
    if (!content.is_self || !content.has_arcs)
        paintTokens(painter, geometry.queries, content.map.queries, content.map.query, font, style);
    painter.restore();
}

} // namespace glassformer
