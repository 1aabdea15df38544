#pragma once

#include "app/figures/paper_figure.h"
#include "core/trace/step/step_list.h"

namespace glassformer {

/** What a handout says of a step. */
struct HandoutStep
{
    QString title;
    QString reading, notice; ///< in the notation of formula_painter.h
    PaperFigure figure; ///< without words of its own
};

/** Those of a path that the run has, in the language of the request. @throws Error as pictures do */
std::vector<HandoutStep> handoutSteps(
    const FigureScene& scene, const View& view, WalkPath path, const FigureRequest& request);

/**
 * The walk through a run as a PDF to hand round: a first page with the sentence and what stands where, then a page for each
 * step: how to read its picture, the picture, what to notice. The request says language, font and colours.
 * @throws Error as pictures do
 */
QByteArray handoutBytes(
    const FigureScene& scene, const View& view, WalkPath path, const FigureRequest& request);

} // namespace glassformer
