#include "widgets/paint/words/roads_painter.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace glassformer {
namespace {

/** Every word's column, and its line: roads that end take one after the other, a word stands amid those behind it. */
struct Places
{
    std::vector<int> columns;
    std::vector<double> lines;
    int column_count = 0;
    double line_count = 0;
};

void placeFrom(int parent, const RoadsContent& content, Places& places)
{
    double first = -1, last = -1;
    for (std::size_t i = 0; i < content.words.size(); ++i) {
        if (content.words[i].parent != parent)
            continue;
        places.columns[i] = parent < 0 ? 0 : places.columns[std::size_t(parent)] + 1;
        places.column_count = std::max(places.column_count, places.columns[i] + 1);
        placeFrom(int(i), content, places);
        first = first < 0 ? places.lines[i] : first;
        last = places.lines[i];
    }
    if (parent >= 0)
        places.lines[std::size_t(parent)] = first < 0 ? places.line_count++ : (first + last) / 2;
}

Places placesOf(const RoadsContent& content)
{
    Places places;
    places.columns.resize(content.words.size());
    places.lines.resize(content.words.size());
    placeFrom(-1, content, places);
    return places;
}

} // namespace

std::optional<int> RoadsGeometry::wordAt(const QPointF& position) const
{
    for (std::size_t i = 0; i < words.size(); ++i)
        if (words[i].adjusted(-2, -2, 2, 2).contains(position))
            return int(i);
    return std::nullopt;
}

RoadsGeometry layoutRoads(const QRectF& area, const RoadsContent& content, const FigureStyle& style)
{
    RoadsGeometry geometry;
    if (content.isEmpty())
        return geometry;
    const Places places = placesOf(content);
    const double line = std::min(style.em() * 2.2, area.height() / std::max(1.0, places.line_count));
    const double column = area.width() / places.column_count;
    const double height = std::min(line - 2, style.em() * 1.5);
    for (std::size_t i = 0; i < content.words.size(); ++i)
        geometry.words.emplace_back(area.left() + places.columns[i] * column,
            area.top() + places.lines[i] * line + (line - height) / 2, column - style.em() * 1.1, height);
    return geometry;
}

void paintRoads(
    QPainter& painter, const RoadsGeometry& geometry, const RoadsContent& content, const FigureStyle& style)
{
    const Palette& palette = style.palette;
    painter.save();
    for (std::size_t i = 0; i < content.words.size(); ++i) {
        const RoadWord& word = content.words[i];
        if (word.parent < 0)
            continue;
        const QRectF from = geometry.words[std::size_t(word.parent)], to = geometry.words[i];
        const QPointF a(from.right(), from.center().y()), b(to.left(), to.center().y());
        QPainterPath path(a);
        path.cubicTo(QPointF((a.x() + b.x()) / 2, a.y()), QPointF((a.x() + b.x()) / 2, b.y()), b);
        const QColor colour = word.is_best ? palette.value : mixed(palette.card, palette.faint_ink, 0.6);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(colour, 0.8 + 3.2 * std::clamp(word.share, 0.0, 1.0),
            word.is_kept ? Qt::SolidLine : Qt::DotLine));
        painter.drawPath(path);
    }
    for (std::size_t i = 0; i < content.words.size(); ++i) {
        const RoadWord& word = content.words[i];
        const QRectF& rect = geometry.words[i];
        const bool is_chosen = content.chosen == int(i);
        painter.setPen(QPen(is_chosen ? palette.selected
                : word.is_best        ? palette.value
                                      : palette.border,
            is_chosen || word.is_best ? 1.6 : 1));
        painter.setBrush(word.is_kept ? palette.card : palette.chip);
        painter.drawRoundedRect(rect, 4, 4);
        const double factor = std::clamp(rect.height() / (style.em() * 1.25), 0.6, 0.92);
        const QFont font = style.scaledFont(factor, word.is_best), small = style.scaledFont(factor * 0.88);
        const QRectF inside = rect.adjusted(5, 0, -5, 0);
        const double number_width = QFontMetricsF(small).horizontalAdvance(word.number);
        const double text_width = QFontMetricsF(font).horizontalAdvance(word.text);
        const bool has_number = text_width + number_width + 6 <= inside.width();
        painter.setPen(word.is_kept ? palette.ink : palette.faint_ink);
        painter.setFont(font);
        painter.drawText(inside, Qt::AlignLeft | Qt::AlignVCenter,
            QFontMetricsF(font).elidedText(word.text, Qt::ElideRight, inside.width()));
        if (!has_number)
            continue;
        painter.setFont(small);
        painter.setPen(palette.faint_ink);
        painter.drawText(inside, Qt::AlignRight | Qt::AlignVCenter, word.number);
    }
    painter.restore();
}

} // namespace glassformer
