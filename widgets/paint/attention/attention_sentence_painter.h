#pragma once

#include "widgets/paint/attention/attention_lines_painter.h"

#include <QRectF>

#include <optional>
#include <utility>
#include <vector>

class QPainter;

namespace glassformer {

/** A map of weights over running text: which words the chosen one looks at, and which look at it. */
struct AttentionSentenceContent
{
    AttentionLinesContent map; ///< its query is the chosen token; without one nothing is shaded
    std::vector<bool> query_touches; ///< whether a token touches the one before it in the text
    std::vector<bool> key_touches;
    bool is_self = true; ///< both are the same tokens
    bool has_arcs =
        false; ///< arcs over one line of text; else the text is shaded, in as many lines as it needs
    QString looks_at; ///< titles, in the notation of formula_painter.h
    QString looked_at;

    /** The token of which is shown who looks at it: the chosen one; between two texts, the chosen key. */
    std::optional<int> lookedAt() const { return is_self ? map.query : map.key; }
    bool isEmpty() const { return map.queries.empty() || map.keys.empty(); }
};

/**
 * Where each token lies; a rectangle that is empty: it had no room. In a line for arcs the words stay that the chosen one
 * looks at, and those around it.
 */
struct AttentionSentenceGeometry
{
    std::vector<QRectF> keys; ///< shaded by where the chosen token looks
    std::vector<QRectF> queries; ///< shaded by how much they look at it
    std::vector<QRectF> key_gaps, query_gaps; ///< where tokens were left out
    QRectF keys_title, queries_title;
    double font_factor = 1;
    double height = 0; ///< of everything

    std::optional<int> keyAt(const QPointF& position) const;
    std::optional<int> queryAt(const QPointF& position) const;
};

AttentionSentenceGeometry layoutAttentionSentence(
    const QRectF& area, const AttentionSentenceContent& content, const FigureStyle& style);

void paintAttentionSentence(QPainter& painter, const AttentionSentenceGeometry& geometry,
    const AttentionSentenceContent& content, const FigureStyle& style);

} // namespace glassformer
