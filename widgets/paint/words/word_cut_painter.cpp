#include "widgets/paint/words/word_cut_painter.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <array>
#include <tuple>

namespace glassformer {

namespace {

constexpr double heading_height = 1.5; // in em, as all below
constexpr double pitch = 1.95;
constexpr double chip_height = 1.6;
constexpr double chip_gap = 0.3;
constexpr double column_gap = 0.8;

/** Draws the lines of one ladder from top to bottom. */
class LadderPainter
{
public:
    LadderPainter(
        QPainter& painter, const QRectF& area, const WordCutContent& content, const FigureStyle& style)
        : m_painter(painter)
        , m_area(area)
        , m_content(content)
        , m_style(style)
        , m_em(style.em())
        , m_columns(columns())
    {
    }

    void run()
    {
        for (std::size_t i = 0; i < m_content.headings.size() && i < m_columns.size(); ++i)
            text(cellAt(i, m_area.top(), heading_height), m_content.headings[i], m_style.smallFont(),
                m_style.palette.faint_ink, isNumber(i) ? Qt::AlignRight : Qt::AlignLeft);
        double y = m_area.top() + heading_height * m_em;
        for (const WordCutLine& line : m_content.lines) {
            paintLine(line, y);
            y += pitch * m_em;
        }
    }

private:
    struct Column
    {
        double left = 0;
        double width = 0;
    };

    /** Widths by kind: what the eye follows gets the room. */
    std::array<Column, 3> columns() const
    {
        const double width = m_area.width();
        switch (m_content.columns) {
        case WordCutColumns::RestTriedPiece:
            return {Column{0, width * 0.24}, {width * 0.24, width * 0.46}, {width * 0.7, width * 0.3}};
        case WordCutColumns::PiecesRemark: {
            const double remark = std::min(remarkWidth(), width * 0.4);
            return {Column{0, width - remark}, {width - remark, remark}, {}};
        }
        case WordCutColumns::PieceNumberRemark:
            break;
        }
        const double piece = std::min(width * 0.4, m_em * 14), number = m_em * 8;
        return {Column{0, piece}, {piece, number}, {piece + number, width - piece - number}};
    }

    double remarkWidth() const
    {
        const QFontMetricsF metrics(m_style.smallFont());
        double widest = 0;
        for (const WordCutLine& line : m_content.lines)
            widest = std::max(widest, metrics.horizontalAdvance(line.remark));
        if (m_content.headings.size() > 1)
            widest = std::max(widest, metrics.horizontalAdvance(m_content.headings[1]));
        return widest + (column_gap + 0.5) * m_em;
    }

    bool isNumber(std::size_t column) const
    {
        return column == 1 && m_content.columns == WordCutColumns::PieceNumberRemark;
    }

    QRectF cellAt(std::size_t column, double y, double height) const
    {
        const Column& place = m_columns[column];
        return {m_area.left() + place.left, y, std::max(0.0, place.width - column_gap * m_em), height * m_em};
    }

    void text(const QRectF& cell, const QString& words, const QFont& font, const QColor& colour,
        Qt::Alignment alignment = Qt::AlignLeft)
    {
        m_painter.setFont(font);
        m_painter.setPen(colour);
        m_painter.drawText(cell, alignment | Qt::AlignVCenter,
            QFontMetricsF(font).elidedText(words, Qt::ElideMiddle, cell.width() + 1));
    }

    void paintLine(const WordCutLine& line, double y)
    {
        const Palette& palette = m_style.palette;
        if (line.is_sum) {
            m_painter.setPen(QPen(palette.border, 1));
            m_painter.drawLine(QPointF(m_area.left(), y), QPointF(m_area.right(), y));
        }
        const auto cell = [&](std::size_t column) { return cellAt(column, y, pitch); };
        switch (m_content.columns) {
        case WordCutColumns::RestTriedPiece: {
            QFont struck = m_style.smallFont();
            struck.setStrikeOut(true);
            text(cell(0), line.rest, m_style.scaledFont(1.0), palette.ink);
            text(cell(1), line.tried, struck, palette.faint_ink);
            paintPieces(line, cell(2));
            break;
        }
        case WordCutColumns::PiecesRemark:
            paintPieces(line, cell(0));
            text(cell(1), line.remark, m_style.smallFont(),
                line.joined ? palette.selected : palette.faint_ink);
            break;
        case WordCutColumns::PieceNumberRemark:
            paintPieces(line, cell(0));
            text(cell(1), line.number, m_style.numberFont(), palette.ink, Qt::AlignRight);
            text(cell(2), line.remark, m_style.smallFont(), palette.faint_ink);
            break;
        }
    }

    void paintPieces(const WordCutLine& line, const QRectF& cell)
    {
        const QFontMetricsF metrics(m_style.scaledFont(1.0, true));
        std::vector<double> widths;
        for (const QString& piece : line.pieces)
            widths.push_back(
                std::min(std::max(metrics.horizontalAdvance(piece) + 0.9 * m_em, 1.6 * m_em), cell.width()));
        const double dots = 1.2 * m_em;
        const double gap = chip_gap * m_em;
        const int focus = line.joined.value_or(0);
        auto [first, end] = piecesThatFit(widths, gap, cell.width(), focus);
        const int count = int(widths.size());
        if (end - first < count)
            std::tie(first, end) = piecesThatFit(widths, gap, cell.width() - 2 * dots, focus);
        double x = cell.left();
        if (first > 0)
            text({x, cell.top(), dots, cell.height()}, QStringLiteral("…"), m_style.font,
                m_style.palette.faint_ink);
        x += first > 0 ? dots : 0;
        for (int i = first; i < end; ++i) {
            const bool is_left = line.joined == i;
            const bool is_joined = is_left || (line.joined && *line.joined + 1 == i);
            const double top = cell.top() + (cell.height() - chip_height * m_em) / 2;
            paintPiece({x, top, widths[std::size_t(i)], chip_height * m_em}, line.pieces[std::size_t(i)],
                is_joined, line.is_result);
            x += widths[std::size_t(i)] + (is_left ? 1 : gap);
        }
        if (end < count)
            text({x, cell.top(), dots, cell.height()}, QStringLiteral("…"), m_style.font,
                m_style.palette.faint_ink);
    }

    void paintPiece(const QRectF& rect, const QString& piece, bool is_joined, bool is_result)
    {
        const Palette& palette = m_style.palette;
        m_painter.setPen(QPen(is_joined ? palette.selected
                : is_result             ? mixed(palette.card, palette.value, 0.32)
                                        : palette.border,
            1));
        m_painter.setBrush(is_joined ? palette.chosen
                : is_result          ? mixed(palette.card, palette.value, 0.09)
                                     : palette.chip);
        m_painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
        m_painter.setBrush(Qt::NoBrush);
        text(rect.adjusted(3, 0, -3, 0), piece, m_style.scaledFont(1.0, is_joined),
            is_joined ? palette.selected : palette.ink, Qt::AlignHCenter);
    }

    QPainter& m_painter;
    QRectF m_area;
    const WordCutContent& m_content;
    const FigureStyle& m_style;
    double m_em;
    std::array<Column, 3> m_columns;
};

} // namespace

std::pair<int, int> piecesThatFit(const std::vector<double>& widths, double gap, double room, int focus)
{
    const int count = int(widths.size());
    if (count == 0)
        return {0, 0};
    int first = std::clamp(focus, 0, count - 1);
    int end = std::min(first + 2, count); // the joined pair, whatever room there is
    double taken = 0;
    for (int i = first; i < end; ++i)
        taken += widths[std::size_t(i)] + gap;
    const auto take = [&](int index) {
        const bool fits = index >= 0 && index < count && taken + widths[std::size_t(index)] <= room;
        taken += fits ? widths[std::size_t(index)] + gap : 0;
        return fits;
    };
    for (bool grows = true; grows;) {
        const bool grows_left = take(first - 1);
        first -= grows_left;
        const bool grows_right = take(end);
        end += grows_right;
        grows = grows_left || grows_right;
    }
    return {first, end};
}

double wordCutHeight(const WordCutContent& content, const FigureStyle& style)
{
    return (heading_height + pitch * double(content.lines.size()) + 0.2) * style.em();
}

void paintWordCut(
    QPainter& painter, const QRectF& area, const WordCutContent& content, const FigureStyle& style)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    LadderPainter(painter, area, content, style).run();
    painter.restore();
}

} // namespace glassformer
