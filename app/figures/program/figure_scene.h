#pragma once

#include "app/cli/arguments.h"
#include "app/figures/pictures/paper_picture.h"
#include "core/trace/look/view.h"

namespace glassformer {

/**
 * Runs what the view asks for, and finds out what the picture shows beside the run: the other text of --with, what layers
 * would say, which words mattered. The view's selection becomes where the figure looks. @throws Error
 */
FigureScene makeScene(const cli::Arguments& arguments, const std::shared_ptr<const Model>& model, View& view);

} // namespace glassformer
