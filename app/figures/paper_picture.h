#pragma once

#include "app/figures/paper_style.h"
#include "core/trace/look/place.h"

#include <QSizeF>
#include <QStringList>

#include <functional>
#include <span>
#include <vector>

class QPainter;

namespace glassformer {

/** What a figure is drawn from. Refers to what the caller keeps. */
struct FigureScene
{
    const Trace& trace;
    const Selection& selection; ///< clamped to the trace
    TokenOf token_of{}; ///< may be empty: then words are known as far as the run's own tokens tell

    AttentionSite site() const { return siteOf(selection.step, trace.config); }
    int layer() const { return selection.layerOf(site()); }
};

/** A picture laid out for paper, and its numbers. */
struct PaperPicture
{
    PaperStyle paper; ///< its own: where labels shrink, it is larger than that of the texts around
    QSizeF size; ///< in pixels of the style
    std::function<void(QPainter&)> paint; ///< from (0, 0), in pixels of the style
    QString quantity; ///< what its numbers are
    std::vector<QStringList> table; ///< the numbers with all digits; the first row and column are names
    QStringList remarks; ///< what could not be done as it was asked for
};

/** A kind of picture that can be laid out for paper. */
struct PaperPictureEntry
{
    const char* id; ///< as the command line writes it
    StepKind step; ///< the step where it is, if none is named
    /** Whether the step has it. */
    bool (*belongsTo)(StepKind step);
    PaperPicture (*make)(const FigureScene& scene, const FigureRequest& request);
};

std::span<const PaperPictureEntry> paperPictures();
/** @throws Error that lists those that there are */
const PaperPictureEntry& paperPicture(const std::string& id);

/** @throws Error if the step has no such picture, naming those that it has, or if the run doesn't have its numbers */
PaperPicture makePaperPicture(const FigureScene& scene, const FigureRequest& request);

// Makers of the entries.

PaperPicture paperHeatmap(const FigureScene& scene, const FigureRequest& request);
PaperPicture paperHeads(const FigureScene& scene, const FigureRequest& request);
PaperPicture paperLines(const FigureScene& scene, const FigureRequest& request);
PaperPicture paperArcs(const FigureScene& scene, const FigureRequest& request);
PaperPicture paperText(const FigureScene& scene, const FigureRequest& request);
PaperPicture paperBars(const FigureScene& scene, const FigureRequest& request);

} // namespace glassformer
