#pragma once

#include "app/figures/paper_figure.h"
#include "core/job.h"
#include "core/trace/step/step_list.h"

#include <memory>

namespace glassformer {

/**
 * The walk as one HTML file that needs nothing else: the pictures as SVG, step by step, and above them the sentence (and the
 * one that the scene is compared with), whose tokens show where they look in the layer and head that are chosen there. A step
 * for each piece; not for a thread: it speaks the language of the page.
 * @throws Error as pictures do
 */
std::unique_ptr<JobOf<QByteArray>> htmlJob(
    const FigureScene& scene, const View& view, WalkPath path, const FigureRequest& request);

} // namespace glassformer
