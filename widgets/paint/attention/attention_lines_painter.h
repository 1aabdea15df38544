#pragma once

#include "widgets/look/figure_style.h"
#include "widgets/paint/attention/heatmap_content.h"

#include <QRectF>

#include <optional>
#include <vector>

class QPainter;

namespace glassformer {

/** What another head does with the same words, drawn over the others in a colour of its own. */
struct HeadLines
{
    QString name;
    std::vector<float> weights; ///< as AttentionLinesContent has them
    bool is_chosen = false;
};

/** The same matrix as a heatmap of weights, as curves between two columns of words. */
struct AttentionLinesContent
{
    std::vector<AxisLabel> queries;
    std::vector<AxisLabel> keys;
    std::vector<float> weights; ///< [queries, keys], row-major; -infinity is masked
    std::optional<int> query; ///< only this word's curves; all of them if nothing is chosen
    std::optional<int> key;
    QString query_title;
    QString key_title;
    std::vector<HeadLines> heads{}; ///< in place of the curves of `weights`; empty: only those

    float at(std::size_t query_index, std::size_t key_index) const
    {
        return weights[query_index * keys.size() + key_index];
    }
};

/** What of it is told: weights that are not are 0; while rows are filled in, the curves of all that are told. */
AttentionLinesContent toldPart(AttentionLinesContent content, const Cover& cover);

struct AttentionLinesGeometry
{
    QRectF query_column; ///< words, right-aligned
    QRectF key_column; ///< words, left-aligned
    QRectF titles; ///< the line above both
    QRectF legend; ///< the line below, with the names of heads; empty if there is but one
    double query_pitch = 0;
    double key_pitch = 0;

    QRectF queryRect(int index) const;
    QRectF keyRect(int index) const;
    /** Word of the left or the right column at this place. */
    std::optional<int> queryAt(const QPointF& position) const;
    std::optional<int> keyAt(const QPointF& position) const;
};

AttentionLinesGeometry layoutAttentionLines(
    const QRectF& area, const AttentionLinesContent& content, const FigureStyle& style);

/** Thickness and opacity of a curve grow with its weight; words that are looked at are shaded. */
void paintAttentionLines(QPainter& painter, const AttentionLinesGeometry& geometry,
    const AttentionLinesContent& content, const FigureStyle& style);

} // namespace glassformer
