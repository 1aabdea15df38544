#pragma once

#include <QPoint>
#include <QRect>
#include <QString>

#include <functional>
#include <optional>

class QWidget;

namespace glassformer {

/** A picture as those read it who do not see it: rows and columns with names, and a text for each cell. */
struct PictureTable
{
    int rows = 0;
    int columns = 0;
    std::function<QString(int row)> row_name;
    std::function<QString(int column)> column_name;
    std::function<QString(int row, int column)> text;
    std::function<QRect(int row, int column)> place; ///< in the picture
    std::optional<QPoint> chosen{}; ///< column and row
};

/** Whether a widget is of those that are tables, when they have something to show. */
bool canBeTable(const QWidget& picture);

/** Of maps, bars and rows of tokens; nothing for other widgets, and for pictures that are empty. */
std::optional<PictureTable> tableOf(const QWidget& picture);

} // namespace glassformer
