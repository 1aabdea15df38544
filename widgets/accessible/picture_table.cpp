#include "widgets/accessible/picture_table.h"

#include "widgets/pictures/attention/heatmap.h"
#include "widgets/pictures/numbers/bar_list.h"
#include "widgets/pictures/words/token_row.h"

namespace glassformer {
namespace {

QString nameIn(const std::vector<AxisLabel>& labels, int index)
{
    return index < int(labels.size()) ? labels[std::size_t(index)].text : QString::number(index);
}

PictureTable tableOfMap(const Heatmap& map)
{
    const HeatmapContent& content = map.content();
    PictureTable table;
    table.rows = content.rows;
    table.columns = content.columns;
    table.row_name = [&map](int row) { return nameIn(map.content().row_labels, row); };
    table.column_name = [&map](int column) {
        return map.content().column_kind == ColumnKind::Tokens ? nameIn(map.content().column_labels, column)
                                                               : QString::number(column);
    };
    table.text = [&map](int row, int column) { return map.cellText(row, column); };
    table.place = [&map](int row, int column) {
        return map.geometryNow().cellRect(row, column).toAlignedRect() & map.rect();
    };
    if (content.row && content.column)
        table.chosen = QPoint(*content.column, *content.row);
    return table;
}

PictureTable tableOfBars(const BarList& list)
{
    PictureTable table;
    table.rows = int(list.bars().size());
    table.columns = 2;
    table.row_name = [&list](int row) { return list.bars()[std::size_t(row)].label; };
    table.column_name = [](int column) {
        return column == 0 ? BarList::tr("word", "heading of a column")
                           : BarList::tr("number", "heading of a column");
    };
    table.text = [&list](int row, int column) {
        const Bar& bar = list.bars()[std::size_t(row)];
        return column == 0 ? bar.label : bar.number;
    };
    table.place = [&list](int row, int) { return list.geometryNow().lineRect(row).toAlignedRect(); };
    return table;
}

PictureTable tableOfTokens(const TokenRow& row)
{
    PictureTable table;
    const std::vector<QString> names = row.placeNames();
    table.rows = 1;
    table.columns = int(names.size());
    table.row_name = [&row](int) { return row.accessibleName(); };
    table.column_name = [](int column) { return QString::number(column); };
    table.text = [names](int, int column) { return names[std::size_t(column)]; };
    table.place = [&row](int, int column) {
        const ChipsGeometry geometry = row.geometryNow();
        return column < int(geometry.chips.size()) ? geometry.chips[std::size_t(column)].toAlignedRect()
                                                   : QRect();
    };
    return table;
}

} // namespace

bool canBeTable(const QWidget& picture)
{
    return qobject_cast<const Heatmap*>(&picture) || qobject_cast<const BarList*>(&picture)
        || qobject_cast<const TokenRow*>(&picture);
}

std::optional<PictureTable> tableOf(const QWidget& picture)
{
    std::optional<PictureTable> table;
    if (const auto* map = qobject_cast<const Heatmap*>(&picture))
        table = tableOfMap(*map);
    else if (const auto* bars = qobject_cast<const BarList*>(&picture))
        table = tableOfBars(*bars);
    else if (const auto* tokens = qobject_cast<const TokenRow*>(&picture))
        table = tableOfTokens(*tokens);
    return table && table->rows > 0 && table->columns > 0 ? table : std::nullopt;
}

} // namespace glassformer
