#include "widgets/paint/words/word_map_painter.h"

#include "widgets/look/head_colour.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>
#include <QPolygonF>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

namespace glassformer {
namespace {

constexpr double margin = 0.06; ///< around all words, of their extent
constexpr std::size_t fewest_for_crowd = 100; ///< words
constexpr double far_out = 3; ///< from the middle half of the words, in widths of that
constexpr double share_of_crowd = 0.6; ///< larger than this share of the extent, the extent is as good
constexpr double nearest_click = 12; ///< pixels
constexpr std::size_t most_labels = 160; ///< more are not read

/** Rectangles that do not overlap, found quickly by the lines of text on which they lie. */
class FreeRoom
{
public:
    FreeRoom(const QRectF& area, double line)
        : m_area(area)
        , m_line(line)
        , m_taken(std::size_t(std::max(1.0, area.height() / line)) + 2)
    {
    }

    bool take(const QRectF& rect)
    {
        if (!m_area.contains(rect))
            return false;
        for (std::size_t line = lineOf(rect.top()); line <= lineOf(rect.bottom()); ++line)
            for (const QRectF& other : m_taken[line])
                if (other.intersects(rect))
                    return false;
        for (std::size_t line = lineOf(rect.top()); line <= lineOf(rect.bottom()); ++line)
            m_taken[line].push_back(rect);
        return true;
    }

private:
    std::size_t lineOf(double y) const { return std::size_t(std::max(0.0, (y - m_area.top()) / m_line)); }

    QRectF m_area;
    double m_line;
    std::vector<std::vector<QRectF>> m_taken;
};

/** Every word once, those first whose names matter most. */
std::vector<int> byImportance(const WordMapContent& content)
{
    std::vector<int> order;
    std::vector<bool> is_in(content.words.size());
    const auto add = [&](int word) {
        if (word < 0 || std::size_t(word) >= is_in.size() || is_in[std::size_t(word)])
            return;
        is_in[std::size_t(word)] = true;
        order.push_back(word);
    };
    if (content.chosen)
        add(*content.chosen);
    for (const int word : content.path)
        add(word);
    for (const int word : content.near)
        add(word);
    for (const bool has_class : {true, false}) // those that the key tells apart say more
        for (std::size_t word = 0; word < content.words.size(); ++word)
            if ((content.words[word].word_class >= 0) == has_class)
                add(int(word));
    return order;
}

bool isIn(const std::vector<int>& words, int word)
{
    return std::find(words.begin(), words.end(), word) != words.end();
}

QColor classColour(int word_class, const WordMapContent& content, const FigureStyle& style)
{
    // The first of such colours is the blue of the sentence.
    return headColour(word_class + 1, int(content.classes.size()) + 1, style.palette);
}

void paintPoints(QPainter& painter, const WordMapGeometry& geometry, const WordMapContent& content,
    const FigureStyle& style)
{
    std::vector<QPolygonF> points(content.classes.size() + 1); // those without a class first
    for (const MapWord& word : content.words) {
        const QPointF position = geometry.toArea(word.place);
        const auto kind = std::size_t(word.word_class + 1);
        if (geometry.plot.contains(position))
            points[kind < points.size() ? kind : 0] << position;
    }
    const QColor faint = mixed(style.palette.card, style.palette.faint_ink, 0.4);
    for (std::size_t kind = 0; kind < points.size(); ++kind) {
        const QColor colour = kind == 0 ? faint : classColour(int(kind) - 1, content, style);
        painter.setPen(QPen(colour, kind == 0 ? 2.2 : 4, Qt::SolidLine, Qt::RoundCap));
        painter.drawPoints(points[kind]);
    }
}

/** As many names as there is room for. */
void paintKey(QPainter& painter, const WordMapGeometry& geometry, const WordMapContent& content,
    const FigureStyle& style)
{
    painter.setFont(style.smallFont());
    const QFontMetricsF metrics(style.smallFont());
    double x = geometry.key.left();
    for (std::size_t kind = 0; kind < content.classes.size(); ++kind) {
        const double width = metrics.horizontalAdvance(content.classes[kind]);
        if (x + width + 12 > geometry.key.right())
            break;
        painter.setPen(Qt::NoPen);
        painter.setBrush(classColour(int(kind), content, style));
        painter.drawEllipse(QPointF(x + 4, geometry.key.center().y()), 3.5, 3.5);
        painter.setPen(style.palette.faint_ink);
        painter.drawText(QRectF(x + 11, geometry.key.top(), width + 2, geometry.key.height()),
            Qt::AlignLeft | Qt::AlignVCenter, content.classes[kind]);
        x += width + 22;
    }
}

void paintPath(QPainter& painter, const WordMapGeometry& geometry, const WordMapContent& content,
    const FigureStyle& style)
{
    QPolygonF line;
    for (const int word : content.path)
        line << geometry.toArea(content.words[std::size_t(word)].place);
    QColor colour = style.palette.query;
    colour.setAlphaF(0.6f);
    painter.setPen(QPen(colour, 1.4));
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(line);
    painter.setPen(Qt::NoPen);
    painter.setBrush(style.palette.query);
    for (const QPointF& position : line)
        painter.drawEllipse(position, 3, 3);
}

void paintMarked(QPainter& painter, const WordMapGeometry& geometry, const WordMapContent& content,
    const FigureStyle& style)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(style.palette.value);
    for (const int word : content.near)
        painter.drawEllipse(geometry.toArea(content.words[std::size_t(word)].place), 3, 3);
    if (!content.chosen)
        return;
    painter.setBrush(style.palette.key);
    painter.drawEllipse(geometry.toArea(content.words[std::size_t(*content.chosen)].place), 4.5, 4.5);
}

void paintLabels(QPainter& painter, const WordMapGeometry& geometry, const WordMapContent& content,
    const FigureStyle& style)
{
    QColor ground = style.palette.card;
    ground.setAlphaF(0.72f);
    for (const WordLabel& label : labelsOf(geometry, content, style)) {
        const MapWord& word = content.words[std::size_t(label.word)];
        const bool is_chosen = label.word == content.chosen;
        painter.setFont(is_chosen ? style.scaledFont(0.84, true) : style.smallFont());
        painter.setPen(is_chosen                 ? style.palette.key
                : isIn(content.path, label.word) ? style.palette.query
                : isIn(content.near, label.word) ? style.palette.value
                : word.word_class >= 0           ? classColour(word.word_class, content, style)
                                                 : style.palette.faint_ink);
        painter.fillRect(label.rect, ground); // points lie behind it
        painter.drawText(label.rect, Qt::AlignCenter | Qt::TextDontClip, word.text);
    }
}

struct WordMapText
{
    Q_DECLARE_TR_FUNCTIONS(WordMapText)
};

/** Where the crowd of some numbers lies: as far from their middle half as that is wide, three times (Tukey's far out). */
std::pair<double, double> mostOf(std::vector<double> numbers)
{
    std::sort(numbers.begin(), numbers.end());
    const double first = numbers[numbers.size() / 4], third = numbers[numbers.size() * 3 / 4];
    const double fence = far_out * (third - first);
    const double least = *std::lower_bound(numbers.begin(), numbers.end(), first - fence);
    const double most = *std::prev(std::upper_bound(numbers.begin(), numbers.end(), third + fence));
    const double room = margin * (most - least);
    return {least - room, most + room};
}

/** How many words are not in sight, in a corner. */
void paintOutside(QPainter& painter, const WordMapGeometry& geometry, const WordMapContent& content,
    const FigureStyle& style)
{
    const auto outside = std::count_if(content.words.begin(), content.words.end(),
        [&](const MapWord& word) { return !geometry.plot.contains(geometry.toArea(word.place)); });
    if (outside == 0)
        return;
    const QString text = WordMapText::tr("%L1 farther out").arg(outside);
    const QFontMetricsF metrics(style.smallFont());
    const QSizeF size(metrics.horizontalAdvance(text) + 8, metrics.height() + 2);
    const QRectF rect(geometry.plot.bottomRight() - QPointF(size.width() + 1, size.height() + 1), size);
    painter.fillRect(rect, style.palette.card);
    painter.setFont(style.smallFont());
    painter.setPen(style.palette.faint_ink);
    painter.drawText(rect, Qt::AlignCenter | Qt::TextDontClip, text);
}

} // namespace

QRectF WordMapContent::crowd() const
{
    const QRectF all = extent();
    std::vector<double> x, y;
    for (const MapWord& word : words)
        if (std::isfinite(word.place.x()) && std::isfinite(word.place.y())) {
            x.push_back(word.place.x());
            y.push_back(word.place.y());
        }
    if (x.size() < fewest_for_crowd)
        return all;
    auto [left, right] = mostOf(std::move(x));
    auto [bottom, top] = mostOf(std::move(y));
    for (const int word : path) {
        const QPointF& place = words[std::size_t(word)].place;
        left = std::min(left, place.x());
        right = std::max(right, place.x());
        bottom = std::min(bottom, place.y());
        top = std::max(top, place.y());
    }
    const QRectF crowd(left, bottom, right - left, top - bottom);
    const double larger = std::max(crowd.width(), crowd.height());
    return larger > 0 && larger < share_of_crowd * std::max(all.width(), all.height()) ? crowd : all;
}

QRectF WordMapContent::extent() const
{
    double left = 0, right = 0, bottom = 0, top = 0;
    for (const MapWord& word : words) {
        left = std::min(left, word.place.x());
        right = std::max(right, word.place.x());
        bottom = std::min(bottom, word.place.y());
        top = std::max(top, word.place.y());
    }
    const double width = right - left, height = top - bottom;
    if (!(width > 0) && !(height > 0))
        return {-1, -1, 2, 2};
    const double room = margin * std::max(width, height);
    return {left - room, bottom - room, width + 2 * room, height + 2 * room};
}

QPointF WordMapGeometry::toArea(const QPointF& place) const
{
    return plot.center() + QPointF(place.x() - centre.x(), centre.y() - place.y()) * scale;
}

QPointF WordMapGeometry::toPlane(const QPointF& position) const
{
    const QPointF way = (position - plot.center()) / scale;
    return {centre.x() + way.x(), centre.y() - way.y()};
}

WordMapGeometry layoutWordMap(const QRectF& area, const QRectF& seen, const FigureStyle& style, bool has_key)
{
    WordMapGeometry geometry;
    const double line = QFontMetricsF(style.smallFont()).height();
    const double above = has_key ? line + 3 : 1;
    geometry.plot = area.adjusted(line + 4, above, -1, -line - 4);
    if (has_key)
        geometry.key = QRectF(geometry.plot.left(), area.top(), geometry.plot.width(), line);
    geometry.centre = seen.center();
    geometry.scale = std::min(geometry.plot.width() / std::max(1e-9, seen.width()),
        geometry.plot.height() / std::max(1e-9, seen.height()));
    geometry.scale = std::max(geometry.scale, 1e-9);
    return geometry;
}

std::vector<WordLabel> labelsOf(
    const WordMapGeometry& geometry, const WordMapContent& content, const FigureStyle& style)
{
    std::vector<WordLabel> labels;
    const QFontMetricsF metrics(style.smallFont());
    FreeRoom room(geometry.plot, metrics.height());
    for (const int index : byImportance(content)) {
        const MapWord& word = content.words[std::size_t(index)];
        const QPointF position = geometry.toArea(word.place);
        if (!geometry.plot.contains(position) || word.text.isEmpty())
            continue;
        const QSizeF size(metrics.horizontalAdvance(word.text) + 4, metrics.height());
        // Right of its point, else left of it, above, below.
        const QPointF corners[] = {{6, -size.height() / 2}, {-6 - size.width(), -size.height() / 2},
            {-size.width() / 2, -5 - size.height()}, {-size.width() / 2, 5}};
        for (const QPointF& corner : corners) {
            const QRectF rect(position + corner, size);
            if (!room.take(rect))
                continue;
            labels.push_back({index, rect});
            break;
        }
        if (labels.size() == most_labels)
            break;
    }
    return labels;
}

std::optional<int> wordAt(
    const WordMapGeometry& geometry, const WordMapContent& content, const QPointF& position)
{
    std::optional<int> found;
    double least = nearest_click * nearest_click;
    for (const int index : byImportance(content)) {
        const QPointF way = geometry.toArea(content.words[std::size_t(index)].place) - position;
        const double square = QPointF::dotProduct(way, way);
        if (square < least && geometry.plot.contains(position)) {
            least = square;
            found = index;
        }
    }
    return found;
}

void paintWordMap(QPainter& painter, const WordMapGeometry& geometry, const WordMapContent& content,
    const FigureStyle& style)
{
    if (content.isEmpty())
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(style.palette.border, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(geometry.plot);
    painter.save();
    painter.setClipRect(geometry.plot, Qt::IntersectClip);
    paintPoints(painter, geometry, content, style);
    paintPath(painter, geometry, content, style);
    paintMarked(painter, geometry, content, style);
    paintLabels(painter, geometry, content, style);
    paintOutside(painter, geometry, content, style);
    painter.restore();
    if (!geometry.key.isEmpty())
        paintKey(painter, geometry, content, style);
    painter.setFont(style.smallFont());
    painter.setPen(style.palette.faint_ink);
    const double line = QFontMetricsF(style.smallFont()).height();
    painter.drawText(QRectF(geometry.plot.left(), geometry.plot.bottom() + 3, geometry.plot.width(), line),
        Qt::AlignCenter, content.x_title);
    painter.translate(geometry.plot.left() - line - 3, geometry.plot.bottom());
    painter.rotate(-90);
    painter.drawText(QRectF(0, 0, geometry.plot.height(), line), Qt::AlignCenter, content.y_title);
    painter.restore();
}

} // namespace glassformer
