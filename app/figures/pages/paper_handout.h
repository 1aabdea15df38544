#pragma once

#include "app/figures/paper_figure.h"
#include "core/job.h"
#include "core/trace/step/step_list.h"

#include <memory>
#include <vector>

namespace glassformer {

/** What a handout says of a step. */
struct HandoutStep
{
    QString title;
    QString reading, notice; ///< in the notation of formula_painter.h
    PaperFigure figure; ///< without words of its own
};

/** The scene at each of the steps of a path that the run has. */
std::vector<FigureScene> handoutScenes(const FigureScene& scene, WalkPath path);

/** One of them, in the language that is spoken. @throws Error as pictures do */
HandoutStep handoutStep(const FigureScene& at, const View& view, const FigureRequest& request);

/** "Page 3 of 12": what a job of a handout does. */
Message handoutDoing(std::size_t page, std::size_t pages);

/**
 * The walk through a run as a PDF to hand round: a first page with the sentence and what stands where, then a page for each
 * step: how to read its picture, the picture, what to notice. The request says language, font and colours. A page for each
 * piece; not for a thread: it speaks the language of the handout. @throws Error as pictures do
 */
std::unique_ptr<JobOf<QByteArray>> handoutJob(
    const FigureScene& scene, const View& view, WalkPath path, const FigureRequest& request);

} // namespace glassformer
