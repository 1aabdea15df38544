#pragma once

#include "widgets/look/figure_style.h"

#include <QPointF>
#include <QRectF>
#include <QString>

#include <optional>
#include <vector>

class QPainter;

namespace glassformer {

/** A word of the vocabulary in the plane. */
struct MapWord
{
    QString text;
    QPointF place; ///< y points up
    bool is_faint = false; ///< special tokens
    int word_class = -1; ///< index into the classes of the map; -1: none
};

/** The words of a vocabulary as points, the same distance the same length on both axes. */
struct WordMapContent
{
    std::vector<MapWord> words;
    std::vector<int> path; ///< words of the sentence in their order, joined by a line
    std::vector<int> near; ///< words nearest to the chosen one, in all dimensions
    std::optional<int> chosen;
    QString x_title, y_title;
    std::vector<QString> classes{}; ///< names of kinds of words, each with a colour: the key above the plot

    bool isEmpty() const { return words.empty(); }
    /** What all words take, with a margin; never empty. */
    QRectF extent() const;
    /**
     * What nearly all words take, those of the sentence among them, where a few lie so far out that the others would be a
     * blot; else the extent.
     */
    QRectF crowd() const;
};

/** Where everything lies in an area. */
struct WordMapGeometry
{
    QRectF plot; ///< without the titles of the axes
    QRectF key; ///< the line above it with the colours of classes; empty: there are none
    QPointF centre; ///< of the plane, shown in the middle of the plot
    double scale = 1; ///< pixels in a unit of the plane

    QPointF toArea(const QPointF& place) const;
    QPointF toPlane(const QPointF& position) const;
};

struct WordLabel
{
    int word = 0;
    QRectF rect;
};

/** \param seen  the part of the plane that is to be in sight; it keeps its middle */
WordMapGeometry layoutWordMap(
    const QRectF& area, const QRectF& seen, const FigureStyle& style, bool has_key = false);

/**
 * Names of words that are in sight, none over another: the chosen one first, then those of the sentence, those near by,
 * those that have a class, and the others in the order of the vocabulary, which mostly is how common they are.
 */
std::vector<WordLabel> labelsOf(
    const WordMapGeometry& geometry, const WordMapContent& content, const FigureStyle& style);

/** The word whose point lies nearest to a position, not farther than a finger misses. */
std::optional<int> wordAt(
    const WordMapGeometry& geometry, const WordMapContent& content, const QPointF& position);

void paintWordMap(QPainter& painter, const WordMapGeometry& geometry, const WordMapContent& content,
    const FigureStyle& style);

} // namespace glassformer
