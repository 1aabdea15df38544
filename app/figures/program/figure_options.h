#pragma once

#include "app/cli/arguments.h"
#include "app/figures/motion/motion.h"
#include "app/figures/pages/paper_sheet.h"
#include "core/trace/look/view.h"

namespace glassformer {

/** All options of glassformer-figure: those of a run, and those of a figure. */
cli::Arguments figureArguments(const std::vector<std::string>& words);

/** @throws cli::UsageError for a value that an option does not take, Error for what a figure cannot be */
FigureRequest figureRequest(const cli::Arguments& arguments);

/** --sheet and --walk. @throws cli::UsageError */
SheetGrid sheetGrid(const std::string& text);
WalkPath walkPath(const cli::Arguments& arguments);

/** --motion, --frame and --pixels; nothing if it stands still. @throws Error for a motion that there is not */
std::optional<MotionRequest> motionRequest(const cli::Arguments& arguments);

/** --rows and --columns, of a map of so many. @throws Error for places that it doesn't have */
FigureRequest withTokens(const cli::Arguments& arguments, FigureRequest request, const FigureScene& scene);

/**
 * Where the figure looks: as the view says, and over it --layer, --head and --place (from 1, as the window counts) and
 * --query (a word). A view at a step that has no such picture, or not such a motion, goes to the picture's own step, unless --step is given.
 * @throws Error for a place that the run does not have
 */
Selection figureSelection(const cli::Arguments& arguments, const Selection& said, const Trace& trace);

} // namespace glassformer
