#include "app/figures/pages/paper_sheet.h"

#include "app/figures/pages/paper_pages.h"
#include "core/error.h"

#include <QPainter>

#include <algorithm>

namespace glassformer {
namespace {

constexpr double gap_mm = 5;

/** A figure and where it begins on its page. */
struct Placed
{
    const PaperFigure* figure = nullptr;
    QPointF place;
};

void paintFigures(QPainter& painter, const std::vector<Placed>& placed)
{
    for (const Placed& one : placed) {
        painter.save();
        painter.translate(one.place);
        one.figure->paint(painter);
        painter.restore();
    }
}

double rowHeight(const std::vector<PaperFigure>& figures, std::size_t first, std::size_t columns)
{
    double height = 0;
    for (std::size_t i = first; i < std::min(first + columns, figures.size()); ++i)
        height = std::max(height, figures[i].size_mm.height());
    return height;
}

} // namespace

QSizeF sheetCell(const SheetGrid& grid)
{
    const auto part = [](double room, int count) { return (room - gap_mm * (count - 1)) / count; };
    return {part(a4_width_mm - 2 * page_margin_mm, grid.columns),
        part(a4_height_mm - 2 * page_margin_mm, grid.rows)};
}

QByteArray sheetBytes(const std::vector<PaperFigure>& figures, const SheetGrid& grid, const QString& title)
{
    const auto columns = std::size_t(grid.columns), rows = std::size_t(grid.rows);
    const double room = a4_height_mm - 2 * page_margin_mm;
    std::vector<std::vector<Placed>> pages;
    double y = 0;
    for (std::size_t row = 0; row * columns < figures.size(); ++row) {
        if (row % rows == 0) {
            pages.emplace_back();
            y = 0;
        }
        const double height = rowHeight(figures, row * columns, columns);
        if (y + height > room + 0.5)
            throw Error({Message::tr("%1 rows of figures that are %2 mm high", grid.rows, int(height)), {},
                Message::tr("at most %1 mm on a page", int(room)),
                Message::tr("Ask for fewer rows, or for more columns: then figures are smaller.")});
        for (std::size_t i = 0; i < columns && row * columns + i < figures.size(); ++i)
            pages.back().push_back({&figures[row * columns + i],
                {page_margin_mm + double(i) * (sheetCell(grid).width() + gap_mm), page_margin_mm + y}});
        y += height + gap_mm;
    }
    std::vector<PaperPage> sheets;
    for (const std::vector<Placed>& placed : pages)
        sheets.push_back({[placed](QPainter& painter) { paintFigures(painter, placed); }});
    return pagesBytes(sheets, title, figures.front().origin);
}

} // namespace glassformer
