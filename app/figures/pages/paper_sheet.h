#pragma once

#include "app/figures/paper_figure.h"

namespace glassformer {

/** How many figures stand on a page. */
struct SheetGrid
{
    int columns = 0, rows = 0;
};

/** The room that a figure has on such a sheet, in millimetres. */
QSizeF sheetCell(const SheetGrid& grid);

/** Figures of that size in rows on A4 pages, as a PDF. @throws Error if so many rows have no room on a page */
QByteArray sheetBytes(const std::vector<PaperFigure>& figures, const SheetGrid& grid, const QString& title);

} // namespace glassformer
