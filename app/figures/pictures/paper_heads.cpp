#include "app/figures/kept_tokens.h"
#include "app/figures/pictures/paper_map.h"

#include "core/error.h"
#include "core/trace/look/place.h"
#include "widgets/paint/attention/heatmap_painter.h"
#include "widgets/pictures/trace_content.h"

#include <QPainter>

#include <memory>

namespace glassformer {
namespace {

/** Maps of all heads of a stack: rows are layers, columns are heads. */
struct Grid
{
    std::vector<HeatmapContent> maps;
    int layers = 0, heads = 0;
    std::vector<HeadName> marked;
    FigureStyle style;
    QString row_title, column_title;
    double left = 0, top = 0, wide = 0, high = 0, gap = 0;

    QRectF rect(int layer, int head) const
    {
        return {left + head * (wide + gap), top + layer * (high + gap), wide, high};
    }
};

std::vector<HeatmapContent> mapsOf(
    const FigureScene& scene, const FigureRequest& request, int layers, int heads)
{
    std::vector<HeatmapContent> maps;
    for (int i = 0; i < layers * heads; ++i) {
        HeatmapContent map = attentionContent(
            scene.trace(), scene.selection, scene.site(), i / heads, i % heads, AttentionPart::Weights);
        if (map.isEmpty())
            throw Error({Message::tr("a run without these numbers"), {},
                Message::tr("a run that holds the attention weights of all layers"), {}});
        keepTokens(map, keptTokens(map, request));
        map.row.reset();
        map.column.reset();
        map.shows_numbers = false;
        maps.push_back(std::move(map));
    }
    return maps;
}

HeatmapGeometry geometryOf(const HeatmapContent& map, const QRectF& rect)
{
    HeatmapGeometry geometry;
    geometry.cells = geometry.frame = rect;
    geometry.rows = map.rows;
    geometry.columns = map.columns;
    return geometry;
}

void paintGrid(QPainter& painter, const Grid& grid)
{
    const double em = grid.style.em();
    for (int layer = 0; layer < grid.layers; ++layer)
        for (int head = 0; head < grid.heads; ++head) {
            const HeatmapContent& map = grid.maps[std::size_t(layer * grid.heads + head)];
            paintHeatmapCells(painter, geometryOf(map, grid.rect(layer, head)), map, grid.style);
        }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(grid.style.palette.selected, 1.5));
    for (const HeadName& head : grid.marked)
        painter.drawRect(grid.rect(head.layer, head.head).adjusted(-1, -1, 1, 1));
    painter.setFont(grid.style.smallFont());
    painter.setPen(grid.style.palette.ink);
    const int centred = Qt::AlignCenter | Qt::TextDontClip;
    for (int head = 0; head < grid.heads; ++head)
        painter.drawText(QRectF(grid.rect(0, head).left(), grid.top - em * 1.3, grid.wide, em * 1.2), centred,
            QString::number(head + 1));
    for (int layer = 0; layer < grid.layers; ++layer)
        painter.drawText(QRectF(grid.left - em * 1.4, grid.rect(layer, 0).top(), em * 1.2, grid.high),
            centred, QString::number(layer + 1));
    const QRectF all = grid.rect(0, 0) | grid.rect(grid.layers - 1, grid.heads - 1);
    painter.drawText(QRectF(all.left(), 0, all.width(), em * 1.3), centred, grid.column_title);
    painter.translate(0, all.center().y());
    painter.rotate(-90);
    painter.drawText(QRectF(-all.height() / 2, 0, all.height(), em * 1.3), centred, grid.row_title);
}

std::vector<QStringList> tableOf(const Grid& grid)
{
    std::vector<QStringList> table{{FigureText::tr("layer"), FigureText::tr("head"), FigureText::tr("query"),
        FigureText::tr("key"), FigureText::tr("attention weight")}};
    for (std::size_t i = 0; i < grid.maps.size(); ++i) {
        const HeatmapContent& map = grid.maps[i];
        for (int row = 0; row < map.rows; ++row)
            for (int column = 0; column < map.columns; ++column)
                table.push_back({QString::number(i / std::size_t(grid.heads) + 1),
                    QString::number(i % std::size_t(grid.heads) + 1), map.row_labels[std::size_t(row)].text,
                    map.column_labels[std::size_t(column)].text, exactText(map.at(row, column))});
    }
    return table;
}

} // namespace

PaperPicture paperHeads(const FigureScene& scene, const FigureRequest& request)
{
    PaperPicture picture;
    picture.paper = paperStyle(request);
    auto grid = std::make_shared<Grid>();
    grid->layers = layersOf(scene.trace().config, scene.site());
    grid->heads = scene.trace().config.n_heads;
    grid->maps = mapsOf(scene, request, grid->layers, grid->heads);
    grid->style = picture.paper.style;
    grid->marked = markedHeads(scene.selection, scene.site());
    grid->row_title = request.row_title.value_or(FigureText::tr("layer"));
    grid->column_title = request.column_title.value_or(FigureText::tr("head"));
    const double em = grid->style.em(), width = picture.paper.widthOf(request.width_mm);
    grid->left = em * (grid->row_title.isEmpty() ? 1.5 : 2.8);
    grid->top = em * (grid->column_title.isEmpty() ? 1.4 : 2.7);
    grid->gap = em * 0.35;
    grid->wide = (width - grid->left - 1 - grid->gap * (grid->heads - 1)) / grid->heads;
    grid->high = grid->wide * grid->maps.front().rows / grid->maps.front().columns;
    if (grid->wide < em)
        throw Error({Message::tr("%1 heads beside each other", grid->heads), {},
            Message::tr("a wider figure, or a smaller font"), {}});
    picture.size = {width, grid->rect(grid->layers - 1, 0).bottom() + 1};
    picture.table = tableOf(*grid);
    picture.quantity = mapQuantity(scene);
    picture.paint = [grid](QPainter& painter) { paintGrid(painter, *grid); };
    return picture;
}

} // namespace glassformer
